"""`zonecli cite`."""

from typing import Annotated

import typer

from zonecli.cli import options
from zonecli.errors import UsageError
from zonecli.language import said
from zonecli.output import FORMATS_OF_SOURCES  # styles that are formats, of any answer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def cite(
    metrics: options.MetricsOrNone = None,
    *,
    style: Annotated[
        str,
        typer.Option(
            "--style",
            "-s",
            metavar="STYLE",
            help=f"apa, chicago, gbt7714, {', '.join(FORMATS_OF_SOURCES)}.",
        ),
    ] = "apa",
    dataset: Annotated[
        bool, typer.Option("--dataset", help="The data set itself, not its sources.")
    ] = False,
    whole: Annotated[bool, typer.Option("--all", help="Every source that is quoted.")] = False,
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
    """The sources of an answer as a list of references.

    \b
    zonecli cite gdp --type high-tech
    zonecli cite gdp --type high-tech --style gbt7714
    zonecli cite gdp --type high-tech -o sources.bib
    zonecli cite --dataset --style bibtex

    They are numbered as zonecli show numbers them: give it what you gave to show, and the same
    metrics and filters have the same sources. Without any, a file for a program that keeps
    references has those of every metric; so has a list, with --all. Undated pages are n.d.; the
    date of access is that of the record.
    """
    from zonecli.answers.choosing import scope_of, year_range
    from zonecli.answers.citation_styles import STYLES
    from zonecli.answers.cite import cite as in_the_style
    from zonecli.answers.cite import dataset_answer
    from zonecli.answers.show import ShowRequest, show
    from zonecli.cli import delivery
    from zonecli.table.names import choice

    style = choice("style", style, (*STYLES, *FORMATS_OF_SOURCES))
    format_name = style if style in FORMATS_OF_SOURCES else format_name
    to = delivery.Destination(format_name, csv, output, bom=bom)
    in_words = delivery.format_of(to) not in FORMATS_OF_SOURCES
    narrowed = any((metrics, types, zones, year, first, last, latest))
    if in_words and not (narrowed or dataset or whole):
        raise UsageError(
            said(
                "Of which figures? Name a metric, a zone or a year, or say --all: zonecli cite gdp."
            )
        )
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
    delivery.deliver(in_the_style(answer, style) if in_words else answer, to)
