"""`zonecli conflicts`."""

from typing import Annotated

import typer

from zonecli.cli import completing, options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def conflicts(
    metrics: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[METRIC...]", show_default=False, autocompletion=completing.metrics
        ),
    ] = None,
    *,
    types: options.Types = None,
    zones: options.Zones = None,
    measures: options.Measures = None,
    columns: options.Columns = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """Where sources disagree beyond their rounding, the widest apart first.

    \b
    zonecli conflicts
    zonecli conflicts gdp --type economic
    zonecli conflicts --limit 10 --csv

    Two reports of one figure that exclude each other; and printed growth, shares and dollars that
    do not fit the levels. With the reason where it is known.
    """
    from zonecli.answers.choosing import scope_of
    from zonecli.answers.conflicts import conflicts as answer

    table = options.opened_table(data)
    scope = scope_of(
        table.registries,
        metrics,
        types=types,
        zones=zones,
        measures=measures,
    )
    to = options.Destination(format_name, csv, output, columns, bom=bom)
    options.deliver(answer(table, scope, limit), to, table.registries)
