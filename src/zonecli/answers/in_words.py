"""The columns and codes of an answer in Chinese words, for the spreadsheets that people read.

Formats for programs keep names and codes as they are in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from zonecli.answers.naming import metric_label, type_label, zone_name
from zonecli.answers.result import Result
from zonecli.answers.wording import unit_text
from zonecli.language import said, to_be_said
from zonecli.languages.chinese.columns import heading
from zonecli.table.registries import Registries

_CODED = (
    *("measure", "period", "qualifier", "basis", "status"),
    *("kind", "topic", "seen", "source_seen", "step", "verdict", "coverage", "mistake"),
)
_UNITS_WITHOUT_WORD = {
    "percent": "%",
    "count": to_be_said("number of"),
    "rank": to_be_said("rank"),
    "index": to_be_said("index"),
}


def in_words(result: Result, registries: Registries | None = None) -> Result:
    """The same answer, its columns headed and its codes worded in Chinese; other cells as they
    are, and so are codes that the registries do not have."""
    columns = tuple(c._replace(heading=heading(c.name)) for c in result.columns)
    wording = _wording(registries or Registries())
    words = {
        column.name: _words(result, column.name, wording[column.name])
        for column in columns
        if column.name in wording
    }
    return result._replace(columns=columns, words=words)


def _words(result: Result, column: str, word: Callable[[str], str]) -> Mapping[str, str]:
    codes = dict.fromkeys(row[column] for row in result.rows if isinstance(row[column], str))
    return {code: word(code) for code in codes}


def _wording(registries: Registries) -> Mapping[str, Callable[[str], str]]:
    """By column, what makes a word of its codes."""
    metrics, types, zones = registries.metrics, registries.zone_types, registries.zones
    return {
        "metric": lambda code: metric_label(metrics[code]) if code in metrics else code,
        "zone_type": lambda code: type_label(types[code]) if code in types else code,
        "zone": lambda code: zone_name(zones[code]) if code in zones else code,
        **dict.fromkeys(("unit", "table_unit"), _unit_word),
        **dict.fromkeys(_CODED, said),
    }


def _unit_word(unit: str) -> str:
    return said(_UNITS_WITHOUT_WORD[unit]) if unit in _UNITS_WITHOUT_WORD else unit_text(unit)
