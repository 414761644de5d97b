"""What earlier sentences said: zones, time and metric, for sentences that leave them out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zonecli.language import to_be_said
from zonecli.reading.periods import When
from zonecli.reading.subjects import Subject

_DATED = re.compile(
    r"^\s*(?:published|date|dateline|日期|发布时间)\s*[:：]?\s*(20\d\d)\b", re.I | re.M
)
_HEAD = 1500  # characters at the start in which a text says when it was written
_LONG_AGO = 2  # paragraphs after which what was named is no longer sure to be meant
_FAR_BEFORE = -99


@dataclass
class Context:
    """`date`: the year of the text, null where it is not known. Each thing said comes with the
    number of its paragraph."""

    date: int | None
    subject: Subject | None = None
    subject_paragraph: int = _FAR_BEFORE
    when: When | None = None
    when_paragraph: int = _FAR_BEFORE
    one_year: bool = True  # the sentence that named the time named no other
    metric: str | None = None
    metric_paragraph: int = _FAR_BEFORE
    metric_of_number: str | None = None  # of the number before this one in the sentence

    def doubts_of_subject(self, paragraph: int) -> tuple[str, ...]:
        """What is not sure about zones taken over into a paragraph."""
        away = paragraph - self.subject_paragraph
        return (to_be_said("the zones were named paragraphs before"),) if away > _LONG_AGO else ()

    def doubts_of_when(self, paragraph: int) -> tuple[str, ...]:
        """What is not sure about a time taken over into a paragraph."""
        away = paragraph - self.when_paragraph
        unsure = away > _LONG_AGO or (away > 0 and not self.one_year)
        return (to_be_said("the year was named paragraphs before"),) if unsure else ()


def year_of_text(text: str) -> int | None:
    """The year in which a text was written, from a line near its start that says so."""
    match = _DATED.search(text[:_HEAD])
    return int(match[1]) if match else None
