"""What any table must have: our columns, of their types, filled as they must be."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter, itemgetter
from typing import Any

from zonecli.errors import DataError
from zonecli.table.columns import COLUMN_NAMES, COLUMNS, SORT_KEY, VOCABULARIES, Column
from zonecli.table.report import Report

# Reports stand in this order in every table, however it lies; equal ones as they come.
table_order = attrgetter(*SORT_KEY)

_STRINGS = ("string", "large_string", "string_view")  # Arrow's types of text
_FILLED = tuple(place for place, column in enumerate(COLUMNS) if not column.nullable)
_filled_cells = itemgetter(*_FILLED)
_WORDS = tuple((COLUMN_NAMES.index(name), allowed) for name, allowed in VOCABULARIES.items())


def check_columns(name: object, types: Mapping[str, str]) -> None:
    """Raises DataError unless every column of ours is among `types` (Arrow's names of types)."""
    missing = [column.name for column in COLUMNS if column.name not in types]
    if missing:
        raise DataError(f"{name} lacks the columns {', '.join(missing)}.")
    wrong = [
        f"{column.name} is {types[column.name]}, not {column.type}"
        for column in COLUMNS
        if not _fits(types[column.name], column)
    ]
    if wrong:
        raise DataError(f"{name} has columns of the wrong type: {'; '.join(wrong)}.")


def _fits(arrow_type: str, column: Column) -> bool:
    if column.type == "string":
        # dictionary<values=string, indices=int32, ordered=0>; but no list<string>
        return arrow_type.removeprefix("dictionary<values=").split(",")[0] in _STRINGS
    if column.type.startswith("int"):
        return arrow_type.startswith(("int", "uint"))
    if column.type == "float64":
        return arrow_type in ("double", "float") or arrow_type.startswith(("int", "uint"))
    return arrow_type == column.type


def checked_report(name: object, cells: tuple[Any, ...]) -> Report:
    """The report of one row. Raises DataError for an empty cell where none may be, and for a word
    outside the closed vocabularies."""
    if None in _filled_cells(cells):
        holed = [COLUMN_NAMES[place] for place in _FILLED if cells[place] is None]
        raise DataError(f"{name} has empty cells where none may be: {', '.join(holed)}.")
    for place, allowed in _WORDS:
        if cells[place] not in allowed:
            raise DataError(
                f"{name} has {COLUMN_NAMES[place]} {cells[place]!r}, "
                f"which is none of {', '.join(allowed)}."
            )
    return Report._make(cells)
