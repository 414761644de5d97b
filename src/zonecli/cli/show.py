"""`zonecli show`."""

from __future__ import annotations

from typing import Annotated

import typer

from zonecli.cli import options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def show(
    metrics: Annotated[list[str], typer.Argument(metavar="METRIC...", show_default=False)],
    *,
    types: options.Types = None,
    zones: options.Zones = None,
    year: Annotated[int | None, typer.Option("--year", "-y", help="That year alone.")] = None,
    first: Annotated[int | None, typer.Option("--from", help="From that year on.")] = None,
    last: Annotated[int | None, typer.Option("--to", help="Up to that year.")] = None,
    latest: Annotated[bool, typer.Option("--latest", help="The last year there is.")] = False,
    measures: options.Measures = None,
    period: options.Period = None,
    reports: Annotated[
        bool, typer.Option("--reports", help="Every report, not only the preferred ones.")
    ] = False,
    statuses: options.Statuses = None,
    columns: options.Columns = None,
    sort: options.Sort = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """The figures of a metric, one line a year, with their hedges and sources.

    \b
    zonecli show gdp --type high-tech
    zonecli show gdp zone_count --from 2018
    zonecli show 'R&D' --type 高新区 --reports
    zonecli show exports --measure share --csv -o exports.csv

    A level is shown with its growth and its share of the national total: as a source prints them,
    else worked out and marked c. Several metrics, types or zones get a column each. A year that is
    known only in part is left out; --period ytd shows it.
    """
    from zonecli.answers.choosing import scope_of, year_range
    from zonecli.answers.show import ShowRequest
    from zonecli.answers.show import show as answer
    from zonecli.table.opening import open_table

    table = open_table(options.data_path(data))
    first, last = year_range(year, first, last, latest=latest)
    scope = scope_of(
        table.registries,
        metrics,
        types=types or (),
        zones=zones or (),
        measures=measures or (),
        period=period,
        statuses=statuses or (),
    )
    request = ShowRequest(scope, first, last, latest, reports, sort, limit)
    to = options.Destination(format_name, csv, output, columns)
    options.deliver(answer(table, request), to)
