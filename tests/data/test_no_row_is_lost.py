"""Every row of the collection that the record was made from is accounted for, once.

`collected_rows.txt` lists the rows by name. Each is either behind a report of the table or left out
for a recorded reason; a report may stand for several rows that repeat one release.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pyarrow.parquet as pq

DATA = Path(__file__).parents[2] / "data"
CURATED = DATA / "curated"
COLLECTED = 3248
_RANGE = re.compile(r"([a-z])(\d+)(?:-\1(\d+))?")


@cache
def collected() -> tuple[str, ...]:
    """The names of all rows collected: `h2-h4 h6` in the file is h2, h3, h4 and h6."""
    names: list[str] = []
    text = (Path(__file__).parent / "collected_rows.txt").read_text(encoding="utf-8")
    for word in text.split():
        match = _RANGE.fullmatch(word)
        assert match, word
        letter, first, last = match[1], int(match[2]), int(match[3] or match[2])
        names += [f"{letter}{number}" for number in range(first, last + 1)]
    return tuple(names)


@cache
def places() -> dict[str, list[str]]:
    """Where each row stands: file and line, as often as it stands there."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in (*sorted((CURATED / "reports").glob("*.csv")), CURATED / "left-out.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            for line in reader:
                for row in line["rows"].split():
                    found[row].append(f"{path.name}:{reader.line_num}")
    return dict(found)


def test_the_list_of_rows_is_whole() -> None:
    assert len(collected()) == len(set(collected())) == COLLECTED


def test_no_row_is_lost() -> None:
    assert [row for row in collected() if row not in places()] == []


def test_no_row_is_unknown() -> None:
    assert {row: where for row, where in places().items() if row not in set(collected())} == {}


def test_no_row_is_doubled() -> None:
    assert {row: where for row, where in places().items() if len(where) > 1} == {}


def test_every_row_left_out_has_a_reason() -> None:
    with (CURATED / "left-out.csv").open(encoding="utf-8", newline="") as file:
        assert [line for line in csv.DictReader(file) if not line["reason"].strip()] == []


def test_most_rows_are_behind_reports() -> None:
    behind = sum(not where[0].startswith("left-out") for where in places().values())
    assert behind > COLLECTED * 3 / 4
    assert pq.ParquetFile(DATA / "metrics.parquet").metadata.num_rows >= 2000
