"""What any table must have: our columns, of their types, filled as they must be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
# A statistic is none of these; and what is worked out from one stays a number.
_LEAST_SIZE, _GREATEST_SIZE = 1e-100, 1e100
# What a table that is held in memory may unpack to, and the texts that one answer may read.
_MOST_UNPACKED = 200_000_000
MOST_TEXT = 200_000_000
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


def check_names(name: object, columns: Iterable[str]) -> None:
    """Raises DataError where two columns have one name: which of them is meant, nobody can tell.

    Case makes no difference, as in SQL.
    """
    twice = [column for column, times in Counter(map(str.lower, columns)).items() if times > 1]
    if twice:
        raise DataError(f"{name} has several columns called {', '.join(twice)}.")


def check_size(name: object, metadata: Any) -> None:
    """Raises DataError for a small Parquet file that unpacks to no small table, by its footer."""
    groups = (metadata.row_group(number) for number in range(metadata.num_row_groups))
    if sum(group.total_byte_size for group in groups) > _MOST_UNPACKED:
        raise DataError(
            f"{name} is small and unpacks to over {_MOST_UNPACKED:,} bytes: that is no table "
            "of figures."
        )


def check_ids(name: object, reports: Sequence[Report]) -> None:
    """Raises DataError where two reports have one id: it is how each of them is named."""
    ids = Counter(report.id for report in reports)
    if len(ids) < len(reports):
        taken, times = ids.most_common(1)[0]
        raise DataError(f"{name} has {times} reports with the id {taken!r}: never use one twice.")


def text_columns(schema: Any) -> list[str]:
    """The columns of text in an Arrow schema. Read as dictionaries, a text that stands in a
    hundred thousand rows is held once."""
    return [field.name for field in schema if str(field.type) == "string"]


def text_size(cells: Iterable[Any]) -> int:
    """Characters in the texts among these cells."""
    return sum(len(cell) for cell in cells if type(cell) is str)


def check_text(name: object, size: int) -> None:
    """Raises DataError where texts of this many characters are too much to be held in memory."""
    if size > MOST_TEXT:
        raise DataError(f"{name} has texts of over {MOST_TEXT:,} characters: shorten its notes.")


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
    """The report of one row. Raises DataError for an empty cell where none may be, for a word
    outside the closed vocabularies, and for a number that no figure can have."""
    if None in _filled_cells(cells):
        holed = [COLUMN_NAMES[place] for place in _FILLED if cells[place] is None]
        raise DataError(f"{name} has empty cells where none may be: {', '.join(holed)}.")
    for place, allowed in _WORDS:
        if cells[place] not in allowed:
            raise DataError(
                f"{name} has {COLUMN_NAMES[place]} {cells[place]!r}, "
                f"which is none of {', '.join(allowed)}."
            )
    report = Report._make(cells)
    for column, number in (("value", report.value), ("low", report.low), ("high", report.high)):
        # not so with NaN either
        if number and not _LEAST_SIZE <= abs(number) <= _GREATEST_SIZE:
            raise DataError(f"{name} has {column} {number:g}, which no figure has ({report.id!r}).")
    if not 1 <= report.year <= 9999 or not 1 <= report.month <= 12:
        raise DataError(
            f"{name} has year {report.year}, month {report.month}, which is no time "
            f"({report.id!r})."
        )
    return report
