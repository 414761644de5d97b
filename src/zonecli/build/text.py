"""Reads the curated text as it stands: records with file and line; only the form is checked."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator, Sequence
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


@dataclass(frozen=True)
class Record:
    """One line of a CSV file: its cells by column, stripped, and where it stands."""

    cells: dict[str, str]
    place: str


def read_csv(path: Path, columns: Sequence[str]) -> list[Record]:
    """The records of a CSV file. Raises CurationError for another header or a ragged line."""
    rows = csv.reader(io.StringIO(_text(path), newline=""), strict=True)
    try:
        header = next(rows, [])
        if tuple(header) != tuple(columns):
            raise CurationError([f"{path}:1: the columns must be {','.join(columns)}"])
        return list(_records(path, rows, columns))
    except csv.Error as error:
        raise CurationError([f"{path}:{rows.line_num}: not CSV: {error}"]) from error


def _records(path: Path, rows: Any, columns: Sequence[str]) -> Iterator[Record]:
    faults = []
    start = rows.line_num + 1
    for row in rows:
        place, start = f"{path}:{start}", rows.line_num + 1
        if not row:
            continue
        if len(row) != len(columns):
            faults.append(f"{place}: {len(row)} cells where {len(columns)} belong: check commas")
            continue
        yield Record(dict(zip(columns, map(str.strip, row), strict=True)), place)
    if faults:
        raise CurationError(faults)


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file as it stands. Raises CurationError where it is none."""
    try:
        return tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise CurationError([f"{path}: not TOML: {error}"]) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CurationError([f"{path}: not UTF-8: save it as UTF-8 ({error.reason})"]) from error
    except OSError as error:
        raise CurationError([f"{path}: cannot be read: {error.strerror}"]) from error
