"""One file a format; every format renders the same `Result`. A new one is a line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from zonecli.errors import UsageError

if TYPE_CHECKING:
    from zonecli.answers.result import Result
    from zonecli.output.page import Page


class Format(NamedTuple):
    """A format: the module whose `render(result, page)` makes its text, or its bytes where it is
    binary, and its file endings.

    `for_people`: rounded and hedged text with legend and sources; else raw values. `with_notes`:
    the notes stand in it.
    """

    module: str
    endings: tuple[str, ...] = ()
    for_people: bool = False
    with_notes: bool = False


FORMATS: Mapping[str, Format] = {
    "table": Format("zonecli.output.table", (".txt",), for_people=True),
    "csv": Format("zonecli.output.comma_separated", (".csv",)),
    "tsv": Format("zonecli.output.tab_separated", (".tsv", ".tab")),
    "json": Format("zonecli.output.json_object", (".json",), with_notes=True),
    "ndjson": Format("zonecli.output.json_lines", (".ndjson", ".jsonl")),
    "md": Format("zonecli.output.markdown", (".md", ".markdown"), True, True),
    "html": Format("zonecli.output.web_page", (".html", ".htm"), True, True),
    "latex": Format("zonecli.output.latex", (".tex",), for_people=True),
    "xlsx": Format("zonecli.output.workbook", (".xlsx",), with_notes=True),
    "parquet": Format("zonecli.output.parquet", (".parquet",), with_notes=True),
    "csv-excel": Format("zonecli.output.csv_excel"),
    # The sources of the answer, for a program that keeps references.
    "bibtex": Format("zonecli.output.bibtex", (".bib",)),
    "ris": Format("zonecli.output.ris", (".ris",)),
    "csl-json": Format("zonecli.output.csl_json", (".csl.json",)),
}


def format_of_file(name: str) -> str:
    """The format that a file's ending picks. Raises UsageError for an ending that picks none."""
    endings = {ending: known for known, entry in FORMATS.items() for ending in entry.endings}
    fitting = [ending for ending in endings if name.lower().endswith(ending)]
    if fitting:
        return endings[max(fitting, key=len)]  # .csl.json before .json
    known = ", ".join(endings)
    raise UsageError(f"No format goes with the name {name}: end it in {known}, or give --format.")


def render(result: Result, format_name: str, page: Page) -> str | bytes:
    """An answer in a format: text, or bytes where the format is binary."""
    content: str | bytes = import_module(FORMATS[format_name].module).render(result, page)
    return content
