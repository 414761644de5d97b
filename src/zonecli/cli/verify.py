"""`zonecli verify`."""

from typing import Annotated

import typer

from zonecli.cli import options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def verify(
    metric: options.Metric,
    value: Annotated[str, typer.Argument(metavar="VALUE", show_default=False)],
    *,
    year: options.YearOfFigure,
    types: options.Types = None,
    zones: options.Zones = None,
    measures: options.Measures = None,
    period: options.Period = None,
    month: Annotated[
        int | None,
        typer.Option("--month", metavar="MONTH", min=1, max=12, help="Last month of the period."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 for unknown too.")] = False,
    columns: options.Columns = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """Is this number borne out by the table?

    \b
    zonecli verify gdp 15.3tn --type high-tech --year 2021
    zonecli verify foreign_invested_enterprises "over 60,000" --type economic --year 2024
    zonecli verify gdp 13.4% --measure share --type high-tech --year 2021
    zonecli verify gdp 16.9万亿元 --type 经开区 --year 2024

    supported: a report of the figure says so at the precision claimed; close: rounding, a dropped
    hedge or another point of the year explains the difference; contradicted: no report allows it,
    and the usual mistake that fits is named; unknown: there is no figure to judge by.

    Exit codes: 0 supported, close or (with a note) unknown; 1 contradicted, with --strict unknown.
    """
    from zonecli.answers.choosing import scope_of
    from zonecli.answers.verify import claim_of_words
    from zonecli.answers.verify import verify as answer
    from zonecli.cli import delivery

    table = options.opened_table(data)
    scope = scope_of(
        table.registries,
        [metric],
        types=types,
        zones=zones,
        measures=measures,
        period=period,
    )
    result = answer(table, claim_of_words(table, scope, year, value, month))
    to = delivery.Destination(format_name, csv, output, columns, bom=bom)
    delivery.deliver(result, to, table.registries)
    failing = ("contradicted", "unknown") if strict else ("contradicted",)
    if result.rows[0]["verdict"] in failing:
        raise typer.Exit(1)
