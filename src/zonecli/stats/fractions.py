"""Parts of a whole: "two-thirds", "more than half", "1/10", "三分之一", "3分の1", "七成半"."""

from __future__ import annotations

import re
from typing import NamedTuple

from zonecli.stats.numerals import HAN_DIGITS
from zonecli.stats.scales import NUMBER_WORDS, WORDS

_PARTS = {
    **{"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7},
    **{"eighth": 8, "ninth": 9, "tenth": 10},
}
PARTS = rf"(?:halves|(?:{'|'.join(_PARTS)})s?)"
# "third" alone is a rank and "half-year" a time.
_IN_WORDS = re.compile(
    rf"\b(?:({WORDS}|an?)[\s-]+({'|'.join(_PARTS)})s?|half)\b(?![\s-]year)", re.I
)
_WITH_SLASH = re.compile(r"(\d+)/(\d+)")
_HAN_NUMBER = r"([一二两三四五六七八九十]|\d+)"
_IN_HAN = re.compile(rf"{_HAN_NUMBER}分[之の]{_HAN_NUMBER}")
_HAN_HALF = re.compile(r"一半|半[数數分]|^半$")
_HAN_TENTHS = re.compile(r"(\d(?:\.\d)?|[一二两三四五六七八九])[成割](半)?")


class Fraction(NamedTuple):
    """Value and step in percent, and where in the text it stands."""

    value: float
    step: float
    start: int
    end: int


def find_fraction(text: str) -> Fraction | None:
    """The fraction in `text`. Raises ValueError where it is none of a whole, such as 5/2."""
    if match := _HAN_TENTHS.search(text):
        tenths = float(HAN_DIGITS.get(match[1], match[1]))
        if match[2]:
            return Fraction(10 * tenths + 5, 5, *match.span())
        return Fraction(10 * tenths, 1 if "." in match[1] else 10, *match.span())
    if match := _IN_HAN.search(text):
        below, above = (10 if part == "十" else _count(part) for part in match.groups())
    elif match := _HAN_HALF.search(text):
        below, above = 2, 1
    elif match := _WITH_SLASH.search(text):
        above, below = int(match[1]), int(match[2])
    elif match := _IN_WORDS.search(text):
        above = _count(match[1] or "a")
        below = _PARTS[(match[2] or "half").lower()]
    else:
        return None
    if not 0 < above < below:
        raise ValueError(f"no part of a whole: {match[0]!r}")
    # The step of n/b is the way from 1/b to 1/(b + 1).
    return Fraction(100 * above / below, 100 / (below * (below + 1)), *match.span())


def _count(word: str) -> int:
    if word in HAN_DIGITS:
        return HAN_DIGITS[word]
    parts = re.split(r"[\s-]", word.lower())
    return int(word) if word.isdigit() else sum(NUMBER_WORDS.get(part, 1) for part in parts)
