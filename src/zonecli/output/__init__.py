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
    the notes stand in it. `may_have_bom`: --bom goes with it. `of_sources`: the sources of the
    answer alone, for a program that keeps references.
    """

    module: str
    endings: tuple[str, ...] = ()
    for_people: bool = False
    with_notes: bool = False
    binary: bool = False
    may_have_bom: bool = False
    of_sources: bool = False


# In the order in which help names them.
FORMATS: Mapping[str, Format] = {
    "table": Format("zonecli.output.table", (".txt",), for_people=True),
    "csv": Format("zonecli.output.comma_separated", (".csv",), may_have_bom=True),
    "csv-excel": Format("zonecli.output.csv_excel", may_have_bom=True),
    "tsv": Format("zonecli.output.tab_separated", (".tsv", ".tab"), may_have_bom=True),
    "json": Format("zonecli.output.json_object", (".json",), with_notes=True),
    "ndjson": Format("zonecli.output.json_lines", (".ndjson", ".jsonl")),
    "md": Format("zonecli.output.markdown", (".md", ".markdown"), for_people=True, with_notes=True),
    "html": Format("zonecli.output.web_page", (".html", ".htm"), for_people=True, with_notes=True),
    "latex": Format("zonecli.output.latex", (".tex",), for_people=True),
    "xlsx": Format("zonecli.output.workbook", (".xlsx",), with_notes=True, binary=True),
    "parquet": Format("zonecli.output.parquet", (".parquet",), with_notes=True, binary=True),
    "bibtex": Format("zonecli.output.bibtex", (".bib",), of_sources=True),
    "ris": Format("zonecli.output.ris", (".ris",), of_sources=True),
    "csl-json": Format("zonecli.output.csl_json", (".csl.json",), of_sources=True),
}
FORMATS_OF_SOURCES = tuple(name for name, known in FORMATS.items() if known.of_sources)
FORMATS_OF_ANSWERS = tuple(name for name in FORMATS if name not in FORMATS_OF_SOURCES)
# Those that any answer can be read in on stdout.
STDOUT_FORMATS = tuple(name for name in FORMATS_OF_ANSWERS if not FORMATS[name].binary)


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
