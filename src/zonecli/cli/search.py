"""`zonecli search`."""

from typing import Annotated

import typer

from zonecli.cli import options

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="TEXT...", show_default=False)],
    *,
    columns: options.Columns = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """Metrics, zones, sources and notes in which all words occur.

    \b
    zonecli search exports
    zonecli search 工业
    zonecli search Suzhou park

    Zone types and series are looked through too.
    """
    from zonecli.answers.search import search as answer
    from zonecli.cli import delivery

    table = options.opened_table(data)
    to = delivery.Destination(format_name, csv, output, columns, bom=bom)
    delivery.deliver(answer(table, " ".join(words), limit), to, table.registries)
