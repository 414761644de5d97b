"""`zonecli export`."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zonecli.cli import options
from zonecli.errors import OutputError, UsageError

if TYPE_CHECKING:
    from zonecli.table.table import Table

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_FOLDERS = ("folder", "sdmx")
_SQLITE = (".sqlite", ".sqlite3", ".db")
_SDMX_DATA, _SDMX_STRUCTURE = ".sdmx.csv", ".sdmx.xml"


@app.command()
def export(
    target: Annotated[Path, typer.Argument(metavar="DIR|FILE", show_default=False)],
    *,
    format_name: Annotated[
        str | None,
        typer.Option("--format", "-f", help="Of a folder: sdmx. [as above]", metavar="FORMAT"),
    ] = None,
    data: options.Data = None,
) -> None:
    """The whole table for other tools: a folder, or one file.

    \b
    zonecli export record
    zonecli export record.xlsx
    zonecli export record.sqlite
    zonecli export record --format sdmx
    zonecli export sources.bib

    It has every report and every source. A name without an ending is a folder: CSV, Parquet,
    datapackage.json, sources.bib and README. With --format sdmx it holds SDMX-CSV and its
    structure, which .sdmx.csv and .sdmx.xml are alone. A file may be XLSX, SQLite, CSV, TSV,
    JSON, NDJSON or Parquet, and of the sources alone BibTeX, RIS or CSL-JSON. Each file is replaced
    whole.
    """
    from zonecli.files import write_whole
    from zonecli.settings import with_home
    from zonecli.table.names import choice

    target = with_home(str(target))
    wanted = choice("format", format_name, _FOLDERS) if format_name else None
    table = options.opened_table(data)
    if wanted or target.is_dir() or not target.suffix:
        _write_folder(target, _files(table, wanted or "folder"))
    else:
        write_whole(target, _content(table, target.name))


def _write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    from zonecli.files import write_whole

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"Cannot make {folder}: {error.strerror or error}.") from error
    for name, content in files.items():
        write_whole(folder / name, content)


def _files(table: "Table", kind: str) -> Mapping[str, bytes]:
    """The files of a folder by name."""
    if kind == "folder":
        from zonecli.output.folder import folder_files

        return folder_files(table)
    names = (f"metrics{ending}" for ending in (_SDMX_DATA, _SDMX_STRUCTURE))
    return {name: _content(table, name) for name in names}


def _content(table: "Table", name: str) -> bytes:
    """The table as a file of that name. Raises UsageError for an ending that holds no data."""
    if name.lower().endswith(_SQLITE):
        from zonecli.output.sqlite_file import sqlite_bytes

        return sqlite_bytes(table)
    if name.lower().endswith(_SDMX_DATA):
        from zonecli.output.sdmx.data import data_bytes

        return data_bytes(table)
    if name.lower().endswith(_SDMX_STRUCTURE):
        from zonecli.output.sdmx.structure import structure_bytes

        return structure_bytes(table)
    from zonecli.answers.whole import whole_table
    from zonecli.output import FORMATS, format_of_file, render
    from zonecli.output.page import Page

    format_name = format_of_file(name)
    if FORMATS[format_name].for_people:
        raise UsageError(f"{name}: export writes data, such as .xlsx, .sqlite, .csv or .parquet.")
    content = render(whole_table(table), format_name, Page())
    return content if isinstance(content, bytes) else content.encode()
