"""The hedges of a figure: the words that sources use, and the interval that each leaves."""

from __future__ import annotations

import re

from zonecli.stats.interval import INFINITY, Interval
from zonecli.stats.qualifiers import ABOUT, AT_LEAST, AT_MOST, EXACT, NEARLY, OVER, UNDER

# Negated phrases first: "no less than" must not be read as "less than".
_BEFORE = [
    (qualifier, re.compile(rf"^\s*(?:{words})(?![a-z])\s*", re.I))
    for qualifier, words in (
        (AT_LEAST, r"at least|not? (?:less|fewer) than|不低于|不少于|至少"),
        (AT_MOST, r"at most|not? more than|up to|不超过|不多于|至多|最多"),
        (
            OVER,
            r"(?:a little |slightly |just |well )?(?:more|greater|higher) than|"
            r"(?:just |well )?over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|"
            r"topp?(?:s|ed|ing)|pass(?:es|ed|ing)|"
            r"超过|超過|超出|突破|逾|超|über|mehr als|plus de|más de|mais de|более|свыше",
        ),
        (
            UNDER,
            r"(?:less|fewer|lower) than|(?:just )?under|below|不到|不足|低于|少于|"
            r"weniger als|moins de|menos de|менее",
        ),
        (
            NEARLY,
            r"nearly|almost|close to|approaching|接近|将近|近|约近|fast|près de|presque|casi|почти",
        ),
        (
            ABOUT,
            r"about|around|roughly|some|approximately|approx\.?|circa|ca\.|~|≈|大约|约|約|大概|ほぼ|"
            r"rund|etwa|environ|unos|cerca de|около|примерно",
        ),
    )
]
_BEHIND = [
    (qualifier, re.compile(words, re.I))
    for qualifier, words in (
        (AT_LEAST, r"以上|or (?:more|above|higher)\b"),
        (AT_MOST, r"以下|or (?:less|fewer|lower)\b"),
        (OVER, r"余|多|強|超$|(?<=\d)\+|\bplus\b"),
        (ABOUT, r"左右|上下|前後|\bor so\b"),
    )
]


def split_hedge(text: str) -> tuple[str | None, str]:
    """The qualifier that the words of `text` say (null without any), and the rest of the text."""
    for qualifier, pattern in _BEFORE:
        if match := pattern.search(text):
            return qualifier, text[match.end() :]
    for qualifier, pattern in _BEHIND:
        if pattern.search(text):
            return qualifier, pattern.sub("", text)
    return None, text


def hedged_interval(
    qualifier: str,
    value: float,
    *,
    step: float,
    significant: float,
    whole: bool,
    floor: float | None = None,
) -> Interval:
    """What a figure may be, from its hedge and its digits.

    - `exact`: itself when it is a whole number printed in full (`whole`), else all that rounds to
      it: half a `step`, the unit of its last printed digit, either way.
    - `over`, `at-least`: from the value on. `under`, `at-most`: up to the value, and not below
      `floor` (zero for an amount; null where nothing bounds it, as for growth).
    - `about`: all that rounds to it at its last digit that is not zero (its `significant` unit).
    - `nearly`: from one such unit below, up to the value.

    Below a power of ten the unit is a tenth: "nearly 100" is 90 to 100, "about 100" 95 to 150.
    """
    below = significant / 10 if value == significant > step else significant
    if qualifier == EXACT:
        return Interval(value, value) if whole else _around(value, step / 2, step / 2)
    if qualifier in (OVER, AT_LEAST):
        return Interval(value, INFINITY)
    if qualifier in (UNDER, AT_MOST):
        return Interval(-INFINITY if floor is None else floor, value)
    if qualifier == NEARLY:
        return _around(value, below, 0)
    return _around(value, below / 2, significant / 2)


def _around(value: float, below: float, above: float) -> Interval:
    """Ends as decimals have them: 13.4 + 0.05 is 13.45, not 13.450000000000001."""
    return Interval(float(f"{value - below:.15g}"), float(f"{value + above:.15g}"))
