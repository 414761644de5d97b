"""`zonecli list`."""

from typing import Annotated

import typer

from zonecli.cli import completing, options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("list")
def list_(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="[metrics|types|zones|sources|years|coverage]",
            show_default=False,
            autocompletion=completing.subjects,
        ),
    ] = "metrics",
    *,
    types: options.Types = None,
    columns: options.Columns = None,
    sort: options.Sort = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """What there is: metrics, zone types, zones, sources, years.

    \b
    zonecli list
    zonecli list metrics --type high-tech
    zonecli list zones --type economic --csv
    zonecli list sources --sort -published --limit 10
    zonecli list coverage --type economic

    coverage: which years each metric has.
    """
    from zonecli.answers.catalogues import CATALOGUES
    from zonecli.answers.choosing import scope_of
    from zonecli.answers.listing import ListRequest, list_entries
    from zonecli.answers.matrix import COVERAGE, coverage_matrix
    from zonecli.cli import delivery
    from zonecli.table.names import choice

    table = options.opened_table(data)
    zone_types = scope_of(table.registries, types=types).zone_types
    to = delivery.Destination(format_name, csv, output, columns, bom=bom)
    wanted = choice("list", subject, (*CATALOGUES, COVERAGE))
    if wanted == COVERAGE:
        result = coverage_matrix(table, zone_types, limit)
    else:
        result = list_entries(table, ListRequest(wanted, zone_types, sort, limit))
    delivery.deliver(result, to, table.registries)
