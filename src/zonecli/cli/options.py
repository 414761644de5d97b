"""The arguments and options that commands share, each worded once."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from zonecli.cli import completing
from zonecli.errors import UsageError
from zonecli.language import said
from zonecli.output import FORMATS_OF_ANSWERS, FORMATS_OF_SOURCES
from zonecli.settings import table_path

if TYPE_CHECKING:
    from zonecli.table.table import Table


def year_of(word: str) -> int:
    """A year as it is typed. Raises UsageError."""
    try:
        return int(word)
    except ValueError:  # also of more than some thousand digits
        raise UsageError(said("'{word}' is no year.", word=word)) from None


def year_option(*names: str, help: str) -> Any:
    """An option that takes the year of a figure."""
    return typer.Option(
        *names, metavar="YEAR", help=help, parser=year_of, autocompletion=completing.years
    )


def metric_argument(metavar: str) -> Any:
    """An argument, or several, that name metrics."""
    return typer.Argument(metavar=metavar, show_default=False, autocompletion=completing.metrics)


_YEAR_OF_FIGURE = year_option("--year", "-y", help="The year of the figure.")

Metric = Annotated[str, metric_argument("METRIC")]
Metrics = Annotated[list[str], metric_argument("METRIC...")]
MetricsOrNone = Annotated[list[str] | None, metric_argument("[METRIC...]")]
Types = Annotated[
    list[str] | None,
    typer.Option(
        "--type",
        "-t",
        metavar="TYPE",
        help="Zone type, in English or Chinese; repeat.",
        autocompletion=completing.zone_types,
    ),
]
Zones = Annotated[
    list[str] | None,
    typer.Option(
        "--zone",
        "-z",
        metavar="ZONE",
        help="A named zone or group; repeat. [all]",
        autocompletion=completing.zones,
    ),
]
Year = Annotated[int | None, year_option("--year", "-y", help="That year alone.")]
YearOfFigure = Annotated[int, _YEAR_OF_FIGURE]
YearOfFigureOrNone = Annotated[int | None, _YEAR_OF_FIGURE]
FirstYear = Annotated[int | None, year_option("--from", help="From that year on.")]
LastYear = Annotated[int | None, year_option("--to", help="Up to that year.")]
Latest = Annotated[bool, typer.Option("--latest", help="The last year there is.")]
Reports = Annotated[
    bool, typer.Option("--reports", help="Every report, not only the preferred ones.")
]
Measures = Annotated[
    list[str] | None,
    typer.Option(
        "--measure",
        "-m",
        metavar="MEASURE",
        help="level, share or growth; repeat.",
        autocompletion=completing.measures,
    ),
]
Period = Annotated[
    str | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help="year, ytd, month, point or any. [full years; year-ends]",
        autocompletion=completing.periods,
    ),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        help="reported, derived or forecast; repeat.",
        autocompletion=completing.statuses,
    ),
]
Growth = Annotated[bool, typer.Option("--growth", help="Growth from the levels.")]
Share = Annotated[bool, typer.Option("--share", help="Share of the national total.")]
PerZone = Annotated[bool, typer.Option("--per-zone", help="Divided by the zones.")]
Per = Annotated[
    list[str] | None,
    typer.Option(
        "--per",
        metavar="METRIC",
        help="Divided by another metric; repeat.",
        autocompletion=completing.metrics,
    ),
]
Index = Annotated[
    int | None, typer.Option("--index", metavar="YEAR", help="That year = 100.", parser=year_of)
]
Usd = Annotated[bool, typer.Option("--usd", help="At the average rate of the year.")]
Real = Annotated[
    int | None,
    typer.Option("--real", metavar="YEAR", help="In prices of that year.", parser=year_of),
]
Columns = Annotated[
    str | None,
    typer.Option("--columns", metavar="A,B,…", help="These columns of the CSV, in this order."),
]
Sort = Annotated[
    str | None,
    typer.Option("--sort", metavar="COLUMN", help="By a column of the CSV; -COLUMN downwards."),
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", help="The first N rows.")]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{', '.join(FORMATS_OF_ANSWERS)}; of the sources: {', '.join(FORMATS_OF_SOURCES)}.",
        autocompletion=completing.formats,
    ),
]
Csv = Annotated[bool, typer.Option("--csv", help="Short for --format csv.")]
Bom = Annotated[
    bool, typer.Option("--bom", help="CSV or TSV with a byte order mark, for Excel on Windows.")
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; its ending is the format."),
]
Data = Annotated[
    list[str] | None,
    typer.Option(
        "--data",
        metavar="PATH",
        help="Another table: a file, folder or URL; repeat to lay one over another. "
        "[$ZONECLI_DATA, else ours]",
    ),
]


def opened_table(data: list[str] | None = None) -> "Table":
    """The table that --data names, or the several laid over each other; else the user's own by
    environment or config file, else ours."""
    from zonecli.table.opening import open_table

    return open_table(table_path(data))
