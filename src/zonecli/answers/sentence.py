"""Figures as sentences to be pasted: hedged as the source hedges, the source in brackets.

How a language says it is in a module of its own; a new language is one line in `LANGUAGES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from zonecli.answers.result import Column, Result, Sheet
from zonecli.answers.sentence_chinese import computed_in_chinese, in_chinese
from zonecli.answers.sentence_english import computed_in_english, in_english
from zonecli.language import CHINESE, ENGLISH, in_a_row, spoken
from zonecli.stats.interval import Interval
from zonecli.table.columns import COLUMN_NAMES
from zonecli.table.registries import Registries
from zonecli.table.report import Report

SENTENCE = Column("sentence", "the figure as a sentence, its source in brackets")

Said = Callable[[Report, Registries], str]
# What was computed beside the figure: its name, value, interval, unit.
SaidOfComputed = Callable[[str, float | None, Interval, str], str]
LANGUAGES: Mapping[str, tuple[Said, SaidOfComputed]] = {
    ENGLISH: (in_english, computed_in_english),
    CHINESE: (in_chinese, computed_in_chinese),
}


def with_sentences(result: Result, registries: Registries) -> Result:
    """An answer of `show` told in sentences of the language spoken: for people they stand in place
    of the sheet, for machines in a column of their own."""
    names = result.query["computed"]
    told = [_sentence(row, registries, names) for row in result.rows]
    lines = (*told, "") if told else ()  # an empty line before the sources
    rows = tuple({**row, SENTENCE.name: s} for row, s in zip(result.rows, told, strict=True))
    return result._replace(
        columns=(*result.columns, SENTENCE),
        rows=rows,
        sheet=Sheet("", (), (), intro=lines),
        further=(),
    )


def _sentence(row: Mapping[str, Any], registries: Registries, computed: list[str]) -> str:
    said, said_of_computed = LANGUAGES[spoken()]
    report = Report._make(row[name] for name in COLUMN_NAMES)
    sentences = [said(report, registries)]
    for name in computed:
        if row[f"{name}_unit"] is not None:
            interval = Interval.of(row[f"{name}_low"], row[f"{name}_high"])
            sentences.append(said_of_computed(name, row[name], interval, row[f"{name}_unit"]))
    return in_a_row(*sentences)
