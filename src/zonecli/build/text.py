"""Reads the curated text as it stands, with file and line; only the form is checked."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zonecli.errors import CurationError

REPORT_COLUMNS = (
    *("id", "metric", "measure", "zone_type", "zone", "year", "period", "month"),
    *("printed", "qualifier", "value", "low", "high", "unit", "basis", "series"),
    *("status", "derivation", "source", "note", "prefer", "rows"),
)
LEFT_OUT_COLUMNS = ("source", "number", "reason", "rows")

_MOST_BYTES = 50_000_000  # some 200,000 reports

_HEADING = re.compile(r"""\[\[?\s*(["']?)(.+?)\1\s*\]""")  # [gdp], ["gdp"], [[conflict]]
_KEY = re.compile(r"""(["']?)(.+?)\1\s*=""")  # version = "1"


@dataclass(frozen=True)
class Record:
    """One line of a CSV file: its cells by column, stripped, and where it stands."""

    cells: dict[str, str]
    place: str


@dataclass(frozen=True)
class CsvFile:
    """The records of a CSV file, and what keeps other lines of it from being records."""

    records: list[Record]
    faults: list[str]


@dataclass(frozen=True)
class TomlFile:
    """A TOML file as it stands. `lines`: where its headings, and the keys above them, stand."""

    path: Path
    content: Mapping[str, Any]
    lines: Mapping[str, Sequence[int]]

    def place(self, key: str, number: int = 0) -> str:
        """File and line of a key; of the heading of this number, from 0, where it has several.

        The first line of the file where the key has none of its own.
        """
        lines = self.lines.get(key, ())
        return f"{self.path}:{lines[number] if number < len(lines) else 1}"


def read_csv(path: Path, columns: Sequence[str]) -> CsvFile:
    """A CSV file of these columns: faults are kept, not raised, to be told with those of others."""
    records, faults = [], []
    try:
        for place, row in _rows(path, columns):
            if len(row) == len(columns):
                cells = dict(zip(columns, map(str.strip, row), strict=True))
                records.append(Record(cells, place))
            else:
                faults.append(
                    f"{place}: {len(row)} cells where {len(columns)} belong: check commas"
                )
    except CurationError as error:
        faults += error.faults
    return CsvFile(records, faults)


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """Each row below the header, with its place. Raises CurationError: no CSV, another header."""
    rows = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    start = 1  # a row may span lines: its place is the first of them
    try:
        if tuple(next(rows, ())) != tuple(columns):
            raise CurationError([f"{path}:1: the columns must be {','.join(columns)}"])
        start = rows.line_num + 1
        for row in rows:
            if row:
                yield f"{path}:{start}", row
            start = rows.line_num + 1
    except csv.Error as error:
        fault = f"{path}:{start}: not CSV: {error}: check quotation marks"
        raise CurationError([fault]) from error


def read_toml(path: Path) -> TomlFile:
    """A TOML file. Raises CurationError where it is none."""
    text = _text(path)
    try:
        return TomlFile(path, tomllib.loads(text), _lines(text))
    except (ValueError, RecursionError) as error:
        raise CurationError([f"{path}: not TOML: {error}"]) from error


def _lines(text: str) -> dict[str, list[int]]:
    """Where each heading stands, and each key above the first one: the parser does not tell."""
    lines: dict[str, list[int]] = defaultdict(list)
    above = True
    for number, line in enumerate(text.split("\n"), start=1):
        if heading := _HEADING.match(line.strip()):
            above = False
            lines[heading[2]].append(number)
        elif above and (key := _KEY.match(line.strip())):
            lines[key[2]].append(number)
    return dict(lines)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CurationError([f"{path}: not UTF-8: save it as UTF-8 ({error.reason})"]) from error
    except (OSError, ValueError) as error:  # a name that no system takes
        reason = getattr(error, "strerror", None) or error
        raise CurationError([f"{path}: cannot be read: {reason}"]) from error
    if len(content) > _MOST_BYTES:
        raise CurationError([f"{path}: over {_MOST_BYTES:,} bytes: split it"])
    return text.replace("\r\n", "\n").replace("\r", "\n")
