"""Chinese: every text that the code says has its translation, and nothing else is translated."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from zonecli.answers.judging.claim import AVERAGE
from zonecli.answers.naming import unit_name
from zonecli.answers.wording import unit_text
from zonecli.languages.chinese import TEXTS
from zonecli.reading.measures import OF_ANOTHER
from zonecli.stats.qualifiers import QUALIFIERS
from zonecli.table.columns import BASES, MEASURES, PERIODS, SEEN, SOURCE_KINDS, STATUSES, UNITS
from zonecli.table.opening import open_table

SOURCE = Path(__file__).parents[1] / "src" / "zonecli"
# Texts that are codes of the table when they are said; the tests below look at those in the data.
CODES = {
    *(*MEASURES, AVERAGE, OF_ANOTHER, *PERIODS, *STATUSES, *BASES, *QUALIFIERS),
    *(*SOURCE_KINDS, *SEEN),
}
TOPICS = {metric.topic for metric in open_table().registries.metrics.values()}


def said_texts() -> dict[str, str]:
    """Each text that is said, and the file that says it."""
    return {text: path.name for path in sorted(SOURCE.rglob("*.py")) for text in _said_in(path)}


def _said_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in ("said", "to_be_said") and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value
        elif node.func.id == "Column":  # described when it is shown; those of the table have types
            description = node.args[3 if len(node.args) == 4 else 1]
            if isinstance(description, ast.Constant):
                yield description.value


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
