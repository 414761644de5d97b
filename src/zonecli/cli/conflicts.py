"""`zonecli conflicts`."""

import typer

from zonecli.cli import options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def conflicts(
    metrics: options.MetricsOrNone = None,
    *,
    types: options.Types = None,
    zones: options.Zones = None,
    year: options.Year = None,
    measures: options.Measures = None,
    columns: options.Columns = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """Where sources disagree beyond their rounding.

    \b
    zonecli conflicts
    zonecli conflicts gdp --type economic
    zonecli conflicts --year 2021
    zonecli conflicts --limit 10 --csv

    Two reports of one figure that exclude each other; and printed growth, shares and dollars that
    do not fit the levels. The widest apart come first, with the reason where it is known.
    """
    from zonecli.answers.choosing import scope_of
    from zonecli.answers.conflicts import conflicts as answer
    from zonecli.cli import delivery

    table = options.opened_table(data)
    scope = scope_of(
        table.registries,
        metrics,
        types=types,
        zones=zones,
        measures=measures,
    )
    to = delivery.Destination(format_name, csv, output, columns, bom=bom)
    delivery.deliver(answer(table, scope, limit, year), to, table.registries)
