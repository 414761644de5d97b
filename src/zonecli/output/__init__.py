"""One file a format; every format renders the same `Result`. A new one is a line in `FORMATS`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module

from zonecli.answers.result import Result
from zonecli.errors import UsageError
from zonecli.output.page import Page


@dataclass(frozen=True)
class Format:
    """A format: the module whose `render(result, page)` makes its text, and its file endings.

    `for_people`: rounded and hedged text with legend and sources; else raw values.
    """

    module: str
    endings: tuple[str, ...]
    for_people: bool = False


FORMATS: Mapping[str, Format] = {
    "table": Format("zonecli.output.table", (".txt",), for_people=True),
    "csv": Format("zonecli.output.comma_separated", (".csv",)),
    "tsv": Format("zonecli.output.tab_separated", (".tsv", ".tab")),
    "json": Format("zonecli.output.json_object", (".json",)),
    "ndjson": Format("zonecli.output.json_lines", (".ndjson", ".jsonl")),
}


def format_of_file(name: str) -> str:
    """The format that a file's ending picks. Raises UsageError for an ending that picks none."""
    for format_name, entry in FORMATS.items():
        if name.lower().endswith(entry.endings):
            return format_name
    endings = ", ".join(ending for entry in FORMATS.values() for ending in entry.endings)
    raise UsageError(f"No format goes with the name {name}: end it in {endings}, or give --format.")


def render(result: Result, format_name: str, page: Page) -> str:
    """The text of an answer in a format."""
    text: str = import_module(FORMATS[format_name].module).render(result, page)
    return text
