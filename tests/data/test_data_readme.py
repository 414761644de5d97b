"""data/README.md says what the code does: columns, vocabularies, intervals, the rule."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from zonecli.build.report_line import read_report
from zonecli.build.text import REPORT_COLUMNS, Record
from zonecli.stats.hedges import hedged_interval
from zonecli.stats.printed import read_number
from zonecli.stats.qualifiers import EXACT, QUALIFIERS
from zonecli.table import columns
from zonecli.table.columns import COLUMNS, COUNTED_UNITS
from zonecli.table.opening import open_table
from zonecli.table.preference import rule
from zonecli.table.registries import Registries

DATA = Path(__file__).parents[2] / "data"


@cache
def text() -> str:
    return (DATA / "README.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    (found,) = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", text(), re.M | re.S)
    assert isinstance(found, str)
    return found


def cells(heading: str) -> Iterator[list[str]]:
    """The rows of the table in a section, without its head."""
    rows = [line for line in section(heading).splitlines() if line.startswith("|")]
    for row in rows[2:]:
        yield [re.sub(r"^`([^`]*)`$", r"\1", cell.strip()) for cell in row[1:-1].split("|")]


def test_the_columns_of_the_table() -> None:
    told = [(name, kind) for name, kind, _ in cells("The table")]
    assert told == [(c.name, c.type + ", null" * c.nullable) for c in COLUMNS]


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("measure", columns.MEASURES),
        ("period", columns.PERIODS),
        ("status", columns.STATUSES),
        ("basis", columns.BASES),
        ("qualifier", QUALIFIERS),
    ],
)
def test_the_vocabularies(column: str, words: tuple[str, ...]) -> None:
    (told,) = (description for name, _, description in cells("The table") if name == column)
    assert set(re.findall(r"`([a-z-]+)`", told)) - {"month"} == set(words) - {"month"}


def test_the_kinds_of_sources() -> None:
    assert {f"`{kind}`" for kind in (*columns.SOURCE_KINDS, *columns.SEEN)} <= set(
        re.findall(r"`[a-z-]+`", section("The table"))
    )


@pytest.mark.parametrize("row", list(cells("Intervals")), ids=lambda row: row[0])
def test_the_examples_of_intervals(row: list[str]) -> None:
    printed, unit, low, high = row
    number = read_number(printed)
    interval = hedged_interval(
        number.qualifier or EXACT,
        number.value,
        step=number.step,
        significant=number.significant,
        whole=number.whole and unit in COUNTED_UNITS,
        floor=0,
    )
    assert interval.ends() == tuple(float(end) if end else None for end in (low, high))


def test_the_rule_line_by_line() -> None:
    told = re.findall(r"^\d+\. \*\*(.+?)\*\*", section("Which report is preferred"), re.M)
    assert told == [line.text for line in rule(Registries(), {})]


def test_the_columns_to_edit_and_the_example_line() -> None:
    told = list(cells("How to propose a figure or a correction"))
    assert tuple(name for name, _, _ in told) == REPORT_COLUMNS
    (example,) = re.findall(r"```csv\n(.*?)\n```", text(), re.S)
    (line,) = csv.reader([example])
    assert line == [cell for _, _, cell in told]
    record = Record(dict(zip(REPORT_COLUMNS, line, strict=True)), "README.md")
    report, faults = read_report(record, open_table(DATA / "metrics.parquet").registries)
    assert faults == []
    assert report is not None
    assert report.value == 19.3e12


def test_every_file_is_named() -> None:
    present = {path.name + "/" * path.is_dir() for path in DATA.iterdir()} - {"README.md"}
    named = re.findall(r"^\| `([A-Za-z./]+)` \|", text().split("\n## ")[0], re.M)
    assert present == set(named)
