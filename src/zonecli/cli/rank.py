"""`zonecli rank`."""

import typer

from zonecli.cli import options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def rank(
    metric: options.Metric,
    *,
    year: options.YearOfFigure,
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
    """The named zones in order, as far as their figures decide it.

    \b
    zonecli rank gdp --year 2021 --type economic
    zonecli rank mofcom_rank --year 2023 --limit 10
    """
    from zonecli.answers.choosing import scope_of
    from zonecli.answers.rank import rank as answer
    from zonecli.cli import delivery

    table = options.opened_table(data)
    scope = scope_of(table.registries, [metric], types=types, measures=measures, period=period)
    to = delivery.Destination(format_name, csv, output, columns, bom=bom)
    delivery.deliver(answer(table, scope, year, limit), to, table.registries)
