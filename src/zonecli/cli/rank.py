"""`zonecli rank`."""

from typing import Annotated

import typer

from zonecli.cli import completing, options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def rank(
    metric: Annotated[
        str, typer.Argument(metavar="METRIC", show_default=False, autocompletion=completing.metrics)
    ],
    *,
    year: Annotated[
        int,
        typer.Option(
            "--year",
            "-y",
            metavar="YEAR",
            help="The year of the figures.",
            autocompletion=completing.years,
        ),
    ],
    types: options.Types = None,
    measures: options.Measures = None,
    period: options.Period = None,
    columns: options.Columns = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """The named zones in order, as far as their figures are known and decide it.

    \b
    zonecli rank gdp --year 2021 --type economic
    zonecli rank mofcom_rank --year 2023 --limit 10
    """
    from zonecli.answers.choosing import scope_of
    from zonecli.answers.rank import rank as answer

    table = options.opened_table(data)
    scope = scope_of(table.registries, [metric], types=types, measures=measures, period=period)
    to = options.Destination(format_name, csv, output, columns, bom=bom)
    options.deliver(answer(table, scope, year, limit), to, table.registries)
