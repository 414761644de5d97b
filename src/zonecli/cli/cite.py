"""`zonecli cite`."""

from typing import Annotated

import typer

from zonecli.cli import completing, options

_FORMATS = ("bibtex", "ris", "csl-json")  # styles that are formats, of any answer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def cite(
    metrics: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[METRIC...]", show_default=False, autocompletion=completing.metrics
        ),
    ] = None,
    *,
    style: Annotated[
        str,
        typer.Option(
            "--style", "-s", metavar="STYLE", help="apa, chicago, gbt7714, bibtex, ris or csl-json."
        ),
    ] = "apa",
    dataset: Annotated[
        bool, typer.Option("--dataset", help="The data set itself, not its sources.")
    ] = False,
    types: options.Types = None,
    zones: options.Zones = None,
    year: options.Year = None,
    first: options.FirstYear = None,
    last: options.LastYear = None,
    latest: options.Latest = False,
    measures: options.Measures = None,
    period: options.Period = None,
    reports: options.Reports = False,
    statuses: options.Statuses = None,
    sort: options.Sort = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """The sources of an answer as a reference list, numbered as zonecli show numbers them.

    \b
    zonecli cite gdp --type high-tech
    zonecli cite gdp --type high-tech --style gbt7714
    zonecli cite gdp --type high-tech -o sources.bib
    zonecli cite --dataset --style bibtex

    Give it what you gave to show: the same metrics and filters have the same sources. Without a
    metric: those of every metric. Undated pages are n.d.; the date of access is that of the record.
    """
    from zonecli.answers.choosing import scope_of, year_range
    from zonecli.answers.citation_styles import STYLES
    from zonecli.answers.cite import cite as in_the_style
    from zonecli.answers.cite import dataset_answer
    from zonecli.answers.show import ShowRequest, show
    from zonecli.table.names import choice

    style = choice("style", style, (*STYLES, *_FORMATS))
    to = options.Destination(style if style in _FORMATS else format_name, csv, output, bom=bom)
    table = options.opened_table(data)
    first, last = year_range(year, first, last, latest=latest)
    scope = scope_of(
        table.registries,
        metrics,
        types=types,
        zones=zones,
        measures=measures,
        period=period,
        statuses=statuses,
    )
    request = ShowRequest(scope, first, last, latest, reports, (), sort, limit)
    answer = dataset_answer(table.registries.dataset) if dataset else show(table, request)
    if answer.sources:  # what must be known beside the figures is said by show
        answer = answer._replace(notes=())
    in_words = options.format_of(to) not in _FORMATS
    options.deliver(in_the_style(answer, style) if in_words else answer, to)
