"""`zonecli show`."""

from typing import Annotated

import typer

from zonecli.cli import options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
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
    reports: options.Reports = False,
    statuses: options.Statuses = None,
    growth: options.Growth = False,
    share: options.Share = False,
    per_zone: options.PerZone = False,
    per: options.Per = None,
    index: options.Index = None,
    usd: options.Usd = False,
    real: options.Real = None,
    form: Annotated[
        str, typer.Option("--as", metavar="table|sentence", help="A table, or ready sentences.")
    ] = "table",
    chart: Annotated[bool, typer.Option("--chart", help="With a chart, in XLSX.")] = False,
    columns: options.Columns = None,
    sort: options.Sort = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """The figures of a metric, a line a year, hedged and sourced.

    \b
    zonecli show gdp --type high-tech
    zonecli show gdp zone_count --from 2018
    zonecli show 'R&D' --type 高新区 --reports
    zonecli show exports --measure share --csv -o exports.csv
    zonecli show gdp --type high-tech --per-zone --real 2020
    zonecli show gdp --type high-tech --latest --as sentence
    zonecli show gdp --type high-tech --chart -o gdp.xlsx

    A level is shown with its growth and its share of the national total: as a source prints them,
    else worked out and marked c. Several metrics, types or zones get a column each. A year that is
    known only in part is left out; --period ytd shows it.

    --growth and --share set the computed beside the printed; --per-zone, --per, --index, --usd and
    --real work out more, all within what the hedges allow. zonecli explain shows the operands.
    """
    from zonecli.answers.choosing import scope_of, year_range
    from zonecli.answers.computations import computations
    from zonecli.answers.show import ShowRequest
    from zonecli.answers.show import show as answer
    from zonecli.cli import delivery
    from zonecli.table.names import choice

    in_sentences = choice("form", form, ("table", "sentence")) == "sentence"
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
    request = ShowRequest(scope, first, last, latest, reports, wanted, sort, limit)
    result = answer(table, request)
    if in_sentences:
        from zonecli.answers.sentence import with_sentences

        result = with_sentences(result, table.registries)
    to = delivery.Destination(format_name, csv, output, columns, chart, bom=bom)
    delivery.deliver(result, to, table.registries)
