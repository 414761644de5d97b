"""`zonecli explain`."""

from typing import Annotated

import typer

from zonecli.cli import options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def explain(
    subject: Annotated[str, options.metric_argument("METRIC|ID")],
    *,
    types: options.Types = None,
    zones: options.Zones = None,
    year: options.YearOfFigureOrNone = None,
    measures: options.Measures = None,
    period: options.Period = None,
    per: options.Per = None,
    index: options.Index = None,
    real: options.Real = None,
    columns: options.Columns = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """Where a number comes from: reports, choice, cross-checks.

    \b
    zonecli explain gdp --type high-tech --year 2021
    zonecli explain gdp --type high-tech --year 2021 --measure share
    zonecli explain gdp --type high-tech --year 2021 --real 2015
    zonecli explain gdp-high-tech-2021-flanders-china-2022

    All reports of the figure, as printed and with what digits and hedge allow; which one is
    preferred, and by which line of the rule; what can be worked out from it, with operands by id;
    whether growth, share and dollars as printed fit the levels.
    """
    from zonecli.answers.choosing import scope_of
    from zonecli.answers.computations import computations
    from zonecli.answers.explain import explain as answer
    from zonecli.answers.explain import explain_id, refuse_metric_without_year
    from zonecli.cli import delivery

    table = options.opened_table(data)
    to = delivery.Destination(format_name, csv, output, columns, bom=bom)
    if year is None:
        refuse_metric_without_year(table, subject)
        delivery.deliver(explain_id(table, subject), to, table.registries)
        return
    scope = scope_of(
        table.registries,
        [subject],
        types=types,
        zones=zones,
        measures=measures,
        period=period,
    )
    wanted = computations(
        table.registries,
        per_metrics=per,
        index_year=index,
        real_year=real,
    )
    delivery.deliver(answer(table, scope, year, wanted), to, table.registries)
