"""`zonecli describe`."""

import typer

from zonecli.cli import options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def describe(
    metric: options.Metric,
    *,
    columns: options.Columns = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """What a metric is: definition, unit, names, doubts, years.

    \b
    zonecli describe gdp
    zonecli describe 高新技术企业
    """
    from zonecli.answers.describe import describe as answer
    from zonecli.cli import delivery
    from zonecli.table.names import metric_id

    table = options.opened_table(data)
    to = delivery.Destination(format_name, csv, output, columns, bom=bom)
    result = answer(table, metric_id(metric, table.registries))
    delivery.deliver(result, to, table.registries)
