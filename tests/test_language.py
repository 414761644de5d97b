"""Chinese: every text that the code says has its translation, and nothing else is translated."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from zonecli.answers.naming import unit_name
from zonecli.answers.wording import unit_text
from zonecli.judging.claim import AVERAGE
from zonecli.languages.chinese import TEXTS
from zonecli.reading.measures import OF_ANOTHER
from zonecli.stats.qualifiers import QUALIFIERS
from zonecli.table.columns import BASES, MEASURES, PERIODS, SOURCE_KINDS, STATUSES, UNITS
from zonecli.table.opening import open_table

SOURCE = Path(__file__).parents[1] / "src" / "zonecli"
# Texts that are codes of the table when they are said; the tests below look at those in the data.
CODES = {*MEASURES, AVERAGE, OF_ANOTHER, *PERIODS, *STATUSES, *BASES, *QUALIFIERS, *SOURCE_KINDS}
TOPICS = {metric.topic for metric in open_table().registries.metrics.values()}


def said_texts() -> dict[str, str]:
    """Each text that goes through `said` or `to_be_said`, and the file that says it."""
    return {
        call.args[0].value: path.name
        for path in sorted(SOURCE.rglob("*.py"))
        for call in _calls(path)
        if isinstance(call.args[0], ast.Constant)
    }


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("said", "to_be_said")
        ):
            yield node


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_text_has_its_translation() -> None:
    missing = {text: file for text, file in said_texts().items() if text not in TEXTS}
    assert missing == {}


def test_translations_fill_in_what_the_text_does() -> None:
    odd = {text for text, chinese in TEXTS.items() if names_in(text) != names_in(chinese)}
    assert odd == set()


def test_no_translation_stands_without_its_text() -> None:
    units = {name for unit in UNITS for name in (unit_text(unit), unit_name(unit))}
    assert set(TEXTS) - {*said_texts(), *CODES, *TOPICS, *units} == set()


def test_every_code_that_people_read_has_its_word() -> None:
    assert {*CODES, *TOPICS} - set(TEXTS) == set()


@pytest.mark.usefixtures("chinese")
def test_every_unit_is_said_in_chinese() -> None:
    assert {unit for unit in UNITS if unit_text(unit) and unit_text(unit).isascii()} == set()
    assert {unit for unit in UNITS if unit_name(unit) == unit} == set()
