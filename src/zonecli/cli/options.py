"""The options that commands share, and how an answer leaves: format, file, notes."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from zonecli.cli import completing
from zonecli.errors import UsageError
from zonecli.language import in_chinese, said
from zonecli.settings import settings, table_path, with_home

if TYPE_CHECKING:
    from zonecli.answers.result import Result
    from zonecli.table.registries import Registries
    from zonecli.table.table import Table

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
Year = Annotated[
    int | None,
    typer.Option(
        "--year", "-y", metavar="YEAR", help="That year alone.", autocompletion=completing.years
    ),
]
FirstYear = Annotated[
    int | None,
    typer.Option(
        "--from", metavar="YEAR", help="From that year on.", autocompletion=completing.years
    ),
]
LastYear = Annotated[
    int | None,
    typer.Option("--to", metavar="YEAR", help="Up to that year.", autocompletion=completing.years),
]
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
Index = Annotated[int | None, typer.Option("--index", metavar="YEAR", help="That year = 100.")]
Usd = Annotated[bool, typer.Option("--usd", help="At the average rate of the year.")]
Real = Annotated[int | None, typer.Option("--real", metavar="YEAR", help="In prices of that year.")]
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
        help="table, csv, csv-excel, tsv, json, ndjson, md, html, latex, xlsx, parquet; "
        "of the sources: bibtex, ris, csl-json.",
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

_BOM = "\ufeff"  # without it a Chinese Excel takes CSV for GBK
_WITH_BOM = ("csv", "tsv", "csv-excel")


class Destination(NamedTuple):
    """Where an answer goes and in which format, as the options say."""

    format_name: str | None
    csv: bool
    output: str | None
    columns: str | None = None
    chart: bool = False
    bom: bool = False


def deliver(result: "Result", to: Destination, registries: "Registries | None" = None) -> None:
    """Writes the answer, then its notes to stderr, unless the reader has just had them.

    `registries`: those of the table, for the words of its codes in Chinese.
    """
    from zonecli.output import FORMATS, render
    from zonecli.output.console import write_notes
    from zonecli.output.page import Page, page_of_stdout

    if in_chinese():
        from zonecli.answers.in_words import in_words

        result = in_words(result, registries)
    if to.columns is not None:
        from zonecli.answers.result import with_columns

        result = with_columns(result, [name.strip() for name in to.columns.split(",")])
    format_name = format_of(to)
    if to.chart and format_name != "xlsx":
        raise UsageError("--chart goes with XLSX: name a file with -o FILE.xlsx.")
    if to.bom:
        check_bom(format_name)
    on_stdout = is_stdout(to.output)
    page = page_of_stdout() if on_stdout else Page()
    content = render(result, format_name, page._replace(chart=to.chart))
    if to.bom and isinstance(content, str) and not content.startswith(_BOM):
        content = _BOM + content
    write_out(content, to.output, raw=format_name != "table")
    if not (on_stdout and FORMATS[format_name].with_notes):  # once is enough
        write_notes(result.notes)


def check_bom(format_name: str) -> None:
    """Raises UsageError for --bom with a format that has no byte order mark."""
    if format_name not in _WITH_BOM:
        raise UsageError(said("--bom goes with CSV and TSV, not with {name}.", name=format_name))


def opened_table(data: list[str] | None = None) -> "Table":
    """The table that --data names, or the several laid over each other; else the user's own by
    environment or config file, else ours."""
    from zonecli.table.opening import open_table

    return open_table(table_path(data))


def is_stdout(output: str | None) -> bool:
    """Whether -o leaves an answer on stdout: where it is not given, or a dash."""
    return output is None or output == "-"


def write_out(content: str | bytes, output: str | None, *, raw: bool) -> None:
    """Writes to stdout, or to the file that -o names, whole or not at all. `raw`: for programs."""
    if output is None or is_stdout(output):
        from zonecli.output.console import write_answer

        write_answer(content, raw=raw)
    else:
        from zonecli.files import write_whole

        as_bytes = content if isinstance(content, bytes) else content.encode()
        write_whole(with_home(output), as_bytes)


def format_of(to: Destination) -> str:
    """The format that the options pick: the one named, or the one of the file's ending; on stdout
    else the one of the user's settings."""
    from zonecli.output import FORMATS, format_of_file
    from zonecli.table.names import choice

    if to.csv and to.format_name not in (None, "csv"):
        raise UsageError(f"--csv and --format {to.format_name} contradict each other.")
    if to.csv:
        return "csv"
    if to.format_name is not None:
        return choice("format", to.format_name, FORMATS)
    if to.output is not None and not is_stdout(to.output):
        return format_of_file(to.output)
    return settings().format
