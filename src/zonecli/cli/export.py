"""`zonecli export`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zonecli.cli import options
from zonecli.errors import OutputError, UsageError

if TYPE_CHECKING:
    from zonecli.table.table import Table

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_SQLITE = (".sqlite", ".sqlite3", ".db")


@app.command()
def export(
    target: Annotated[Path, typer.Argument(metavar="DIR|FILE", show_default=False)],
    *,
    data: options.Data = None,
) -> None:
    """The whole table, every report and every source, for other tools.

    \b
    zonecli export record
    zonecli export record.xlsx
    zonecli export record.sqlite
    zonecli export sources.bib

    A name without an ending is a folder: CSV, Parquet, datapackage.json, sources.bib and README.
    A file may be XLSX, SQLite, CSV, TSV, JSON, NDJSON or Parquet, and of the sources alone BibTeX,
    RIS or CSL-JSON. Each file is replaced whole.
    """
    from zonecli.files import write_whole
    from zonecli.table.opening import open_table

    target = target.expanduser()
    table = open_table(options.data_path(data))
    if target.is_dir() or not target.suffix:
        from zonecli.output.folder import folder_files

        files = folder_files(table)
        try:
            target.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"Cannot make {target}: {error.strerror or error}.") from error
        for name, content in files.items():
            write_whole(target / name, content)
    else:
        write_whole(target, _content(table, target.name))


def _content(table: "Table", name: str) -> bytes:
    """The table as a file of that name. Raises UsageError for an ending that holds no data."""
    if name.lower().endswith(_SQLITE):
        from zonecli.output.sqlite_file import sqlite_bytes

        return sqlite_bytes(table)
    from zonecli.answers.whole import whole_table
    from zonecli.output import FORMATS, format_of_file, render
    from zonecli.output.page import Page

    format_name = format_of_file(name)
    if FORMATS[format_name].for_people:
        raise UsageError(f"{name}: export writes data, such as .xlsx, .sqlite, .csv or .parquet.")
    content = render(whole_table(table), format_name, Page())
    return content if isinstance(content, bytes) else content.encode()
