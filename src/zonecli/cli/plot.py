"""`zonecli plot`."""

from typing import TYPE_CHECKING, Annotated

import typer

from zonecli.cli import completing, options
from zonecli.errors import UsageError
from zonecli.language import said

if TYPE_CHECKING:
    from zonecli.answers.chart import Chart
    from zonecli.output.charts import DrawingSheet

_LARGEST = 5_000  # columns or pixels: no screen has more, and memory grows with their square
_WIDEST = 140  # columns: on a wider terminal a chart would be a ribbon

TwoYears = Annotated[
    tuple[int, int] | None,
    typer.Option(
        "--compare",
        metavar="YEAR YEAR",
        help="Two years beside each other.",
        parser=options.year_of,
    ),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        "-k",
        metavar="line|bar",
        help="[as it fits the figures]",
        autocompletion=completing.chart_kinds,
    ),
]
Width = Annotated[
    int | None, typer.Option("--width", metavar="N", help="Columns, or pixels of a picture.")
]
Height = Annotated[
    int | None, typer.Option("--height", metavar="N", help="The same, of each panel.")
]
ChartFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="text, svg, png, pdf or html.",
        autocompletion=completing.chart_formats,
    ),
]

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def plot(
    metrics: options.Metrics,
    *,
    types: options.Types = None,
    zones: options.Zones = None,
    year: options.Year = None,
    first: options.FirstYear = None,
    last: options.LastYear = None,
    latest: options.Latest = False,
    measures: options.Measures = None,
    period: options.Period = None,
    statuses: options.Statuses = None,
    two_years: TwoYears = None,
    kind: Kind = None,
    growth: options.Growth = False,
    share: options.Share = False,
    per_zone: options.PerZone = False,
    per: options.Per = None,
    index: options.Index = None,
    usd: options.Usd = False,
    real: options.Real = None,
    width: Width = None,
    height: Height = None,
    format_name: ChartFormat = None,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """The figures as a chart, in the terminal or as a file.

    \b
    zonecli plot gdp --type high-tech
    zonecli plot gdp zone_count --type high-tech --type economic --from 2012
    zonecli plot exports --measure share -o exports.svg
    zonecli plot gdp --type high-tech --kind bar
    zonecli plot gdp --type high-tech --index 2012
    zonecli plot gdp rd_expenditure --compare 2012 2021 -o compare.png
    zonecli plot gdp --type high-tech -o gdp.html

    A year without a figure stays open, and so does a line where the publisher's series changes.
    What a table marks is marked here too: bounds, derived and forecast figures, parts of a year,
    disputes. Whiskers show what digits and hedge allow. Metrics of different units get a panel
    each. What is computed is drawn in place of the levels.

    SVG, PNG, PDF and HTML need pip install 'zonecli[plot]'.
    """
    from zonecli.answers.choosing import scope_of, year_range
    from zonecli.answers.computations import computations

    sheet = _sheet(format_name, output, width, height)
    remarks = spoken_on(sheet)  # before any text is made
    table = options.opened_table(data)
    scope = scope_of(
        table.registries,
        metrics,
        types=types,
        zones=zones,
        measures=measures,
        period=period,
        statuses=statuses,
    )
    wanted = computations(
        table.registries,
        with_growth=growth,
        with_share=share,
        per_zone=per_zone,
        per_metrics=per,
        index_year=index,
        usd=usd,
        real_year=real,
    )
    if two_years is not None:
        from zonecli.answers.compare import CompareRequest
        from zonecli.answers.plot_compare import plot_comparison

        if wanted or kind or latest or (year, first, last) != (None, None, None):
            raise UsageError(
                said("--compare takes its two years and the filters of zones and measures alone.")
            )
        chart = plot_comparison(table, CompareRequest(*two_years, scope))
    else:
        from zonecli.answers.chart import KINDS
        from zonecli.answers.plot import PlotRequest
        from zonecli.answers.plot import plot as answer
        from zonecli.answers.show import ShowRequest
        from zonecli.table.names import choice

        kind = None if kind is None else choice("kind", kind, KINDS)
        first, last = year_range(year, first, last, latest=latest)
        figures = ShowRequest(scope, first, last, latest, computations=wanted)
        chart = answer(table, PlotRequest(figures, kind))
    _deliver(chart, sheet, output, remarks)


def _sheet(
    format_name: str | None, output: str | None, width: int | None, height: int | None
) -> "DrawingSheet":
    """What is drawn on: the terminal as wide as it is, or a file."""
    from zonecli.cli import delivery
    from zonecli.output.charts import CHART_FORMATS, TEXT, DrawingSheet, chart_format_of_file
    from zonecli.output.charts.characters import needed_characters
    from zonecli.output.console import stdout_holds
    from zonecli.output.page import page_of_stdout
    from zonecli.table.names import choice

    for name, size in (("--width", width), ("--height", height)):
        if size is not None and not 1 <= size <= _LARGEST:
            raise UsageError(
                said("{option} takes a whole number from 1 to {most}.", option=name, most=_LARGEST)
            )
    on_stdout = delivery.is_stdout(output)
    if format_name is not None:
        format_name = choice("format", format_name, CHART_FORMATS)
    else:
        format_name = TEXT if output is None or on_stdout else chart_format_of_file(output)
    sheet = DrawingSheet(format_name, width, height)
    if format_name != TEXT or not on_stdout:
        return sheet
    page = page_of_stdout()
    return sheet._replace(
        width=width or (page.width and min(page.width, _WIDEST)),
        styled=page.styled,
        plain=not stdout_holds(needed_characters()),
    )


def spoken_on(sheet: "DrawingSheet") -> list[str]:
    """A picture without a Chinese font is in English; the note that says so, if it is."""
    from zonecli.language import ENGLISH, in_chinese, speak
    from zonecli.output.charts import TEXT

    if sheet.format_name == TEXT or not in_chinese():
        return []
    from zonecli.output.charts.picture import can_draw_chinese

    if can_draw_chinese():
        return []
    note = said(
        "No Chinese font is installed here, so the picture is in English. "
        "Noto Sans CJK is one: fonts-noto-cjk on Debian and Ubuntu."
    )
    speak(ENGLISH)
    return [note]


def _deliver(chart: "Chart", sheet: "DrawingSheet", output: str | None, remarks: list[str]) -> None:
    """Writes the chart, then to stderr what a reader must know beside it. Without figures nothing
    is drawn, nor is a file written."""
    from zonecli.cli import delivery
    from zonecli.output.charts import TEXT, draw
    from zonecli.output.console import write_notes

    if chart.panels:
        delivery.write_out(draw(chart, sheet), output, raw=sheet.format_name != TEXT)
    elif not delivery.is_stdout(output):
        remarks = [said("Nothing is drawn, and {file} is not written.", file=output)]
    write_notes([*remarks, *chart.table.notes])
