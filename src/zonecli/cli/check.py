"""`zonecli check`."""

from typing import TYPE_CHECKING, Annotated

import typer

from zonecli.cli import options

if TYPE_CHECKING:
    from zonecli.answers.result import Result

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_SARIF_ENDINGS = (".sarif", ".sarif.json")


@app.command()
def check(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", show_default=False)],
    *,
    date: Annotated[
        int | None,
        typer.Option(
            "--date",
            metavar="YEAR",
            help="Year of the text: 'last year' is the one before.",
            parser=options.year_of,
        ),
    ] = None,
    columns: options.Columns = None,
    format_name: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="table, csv, json, sarif, or another of `show`.",
        ),
    ] = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
) -> None:
    """Finds statements about zones in texts and judges each.

    \b
    zonecli check draft.md
    zonecli check report.docx slides.html --format csv
    pbpaste | zonecli check -
    zonecli check docs/*.md --format sarif -o zonecli.sarif

    Reads .txt, .md, .html and .docx in English and Chinese, sentence by sentence; - is stdin. Each
    number about zones is listed with its verdict (see `zonecli verify --help`), what the table has,
    the mistake that fits and a wording that the table bears out. A number that could not be placed
    is listed as such, never passed over.

    Exit codes: 0 nothing is contradicted, 1 something is, 2 bad usage or an unreadable file.
    """
    from zonecli.answers.check import check as answer
    from zonecli.answers.check import contradicted
    from zonecli.cli import delivery
    from zonecli.output.progress import counted, end_progress
    from zonecli.reading.documents import read_document

    if "-" in files:
        end_progress()  # somebody may be typing there
    documents = [read_document(name) for name in files]
    table = options.opened_table(data)
    result = answer(table, counted(documents), date)
    wants_sarif = (format_name or "").lower() == "sarif" or (
        format_name is None and (output or "").lower().endswith(_SARIF_ENDINGS)
    )
    if wants_sarif:
        if bom:
            delivery.check_bom("sarif")
        _deliver_sarif(result, output)
    else:
        to = delivery.Destination(format_name, csv, output, columns, bom=bom)
        delivery.deliver(result, to, table.registries)
    if contradicted(result):
        raise typer.Exit(1)


def _deliver_sarif(result: "Result", output: str | None) -> None:
    """SARIF is for answers that point into files, so it is none of the formats of every command."""
    from zonecli.cli import delivery
    from zonecli.output.console import write_notes
    from zonecli.output.page import Page
    from zonecli.output.sarif import render

    delivery.write_out(render(result, Page()), output, raw=True)
    write_notes(result.notes)
