"""`zonecli compare`."""

from __future__ import annotations

from typing import Annotated

import typer

from zonecli.cli import options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def compare(
    from_year: Annotated[int, typer.Argument(metavar="YEAR", show_default=False)],
    to_year: Annotated[int, typer.Argument(metavar="YEAR", show_default=False)],
    metrics: Annotated[
        list[str] | None, typer.Argument(metavar="[METRIC...]", show_default=False)
    ] = None,
    *,
    types: options.Types = None,
    zones: options.Zones = None,
    measures: options.Measures = None,
    period: options.Period = None,
    statuses: options.Statuses = None,
    columns: options.Columns = None,
    sort: options.Sort = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """Every figure known in both years: change, and growth a year.

    \b
    zonecli compare 2012 2021
    zonecli compare 2012 2021 gdp exports --type high-tech
    zonecli compare 2012 2021 --csv > change.csv

    The hedges are carried through: from "under 20,000" to 115,000 is at least +475%. Where the
    two years differ in more than the figure (zones, month, series), that is said.
    """
    from zonecli.answers.choosing import scope_of
    from zonecli.answers.compare import CompareRequest
    from zonecli.answers.compare import compare as answer
    from zonecli.table.opening import open_table

    table = open_table(options.data_path(data))
    scope = scope_of(
        table.registries,
        metrics or (),
        types=types or (),
        zones=zones or (),
        measures=measures or (),
        period=period,
        statuses=statuses or (),
    )
    request = CompareRequest(from_year, to_year, scope, sort, limit)
    to = options.Destination(format_name, csv, output, columns)
    options.deliver(answer(table, request), to)
