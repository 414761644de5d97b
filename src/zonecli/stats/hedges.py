"""The hedges of a figure: the words that sources use, and the interval that each leaves."""

from __future__ import annotations

import re

from zonecli.stats.interval import INFINITY, Interval
from zonecli.stats.numerals import HAN_DIGITS, HAN_NUMERALS
from zonecli.stats.qualifiers import ABOUT, AT_LEAST, AT_MOST, EXACT, NEARLY, OVER, UNDER
from zonecli.stats.scales import WORDS

# Where a number begins, with its currency: a hedge inside a text must stand right before it.
_NUMBER = (
    r"(?:CNY|RMB|USD?|EUR)?\s?[$¥€]?\s?"
    rf"(?:\d|[一二两三四五六七八九十百千半]|(?:an?|half|hundred|{WORDS})\b)"
)
_NUMERAL = re.compile(rf"[\d{HAN_NUMERALS}]|\b{WORDS}\b", re.I)
# Negated phrases first: "no less than" must not be read as "less than".
_BEFORE = [
    (
        qualifier,
        re.compile(
            rf"^\s*(?:{words})(?![a-z])\s*|(?<![a-zß-ÿа-яё])(?:{words})(?![a-z])\s*(?={_NUMBER})",
            re.I,
        ),
    )
    for qualifier, words in (
        (AT_LEAST, r"at least|not? (?:less than|fewer than|under|below)|不低于|不少于|至少"),
        (
            AT_MOST,
            r"at most|not? (?:more than|over|above|exceed(?:ing)?)|up to|"
            r"(?:[不未]|没有)(?:超过|超|突破)|不多于|至多|最多",
        ),
        (
            OVER,
            r"(?:a little |slightly |just |well )?(?:more|greater|higher) than|"
            r"(?:just |well )?over|above|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|"
            r"topp?(?:s|ed|ing)|pass(?:es|ed|ing)|"
            r"超过|超過|超出|突破|逾|超|过(?=半)|過(?=半)|"
            r"über|mehr als|plus de|más de|mais de|более|свыше",
        ),
        (
            UNDER,
            r"(?:less|fewer|lower) than|(?:just )?under|below|不到|不足|低于|少于|"
            r"weniger als|moins de|menos de|менее",
        ),
        (
            NEARLY,
            r"nearly|almost|close to|approaching|接近|将近|约近|(?<![最附])近|"
            r"fast|près de|presque|casi|почти",
        ),
        (
            ABOUT,
            r"about|around|roughly|some|approximately|approx\.?|circa|ca\.|~|≈|大约|大概|ほぼ|"
            # 签约, 契约, 合约, 节约 are other words
            r"(?<![签契合节])约|(?<![契節])約|약(?=\s?\d)|"
            r"rund|etwa|environ|unos|cerca de|около|примерно",
        ),
    )
]
_BEHIND = [
    # A number behind it is another number: 168+1.
    (qualifier, re.compile(rf"(?:{words})(?!\s*[\d{''.join(HAN_DIGITS)}])", re.I))
    for qualifier, words in (
        # 规模以上 names the size of an enterprise, not of the figure
        (AT_LEAST, r"(?<!规模)以上|이상|(?:or|and) (?:more|above|higher)\b"),
        (AT_MOST, r"以下|이하|or (?:less|fewer|lower)\b"),
        (
            OVER,
            rf"を超え(?:る|た)?|を?上回(?:る|り|った)?|余り|(?<=[\d{HAN_NUMERALS}])\s?[余餘多]|強|超$|"
            r"(?<=[\d천만억조])여|(?<=[\w%])\+|\bplus\b",
        ),
        (UNDER, r"を?下回(?:る|り|った)?|未満|미만"),
        (NEARLY, r"近く|弱$"),
        (ABOUT, r"左右|上下|前後|\bor so\b"),
    )
]


def split_hedge(text: str) -> tuple[str | None, str]:
    """The qualifier that the words of `text` say (null without any), and the rest of the text."""
    for qualifier, pattern in _BEFORE:
        match = pattern.search(text)
        # Between two numbers, as in "12 over 345", it is no hedge; without it they would be one.
        if match and not _NUMERAL.search(text[: match.start()]):
            return qualifier, text[: match.start()] + text[match.end() :]
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

    Below a power of ten the unit is a tenth: "nearly 100" is 90 to 100, "about 100" 95 to 150,
    "nearly 1 trillion" 0.9 to 1 trillion. "About 1 trillion" is 0.5 to 1.5 trillion all the same,
    as "1 trillion" is: a hedge never narrows.
    """
    below = significant / 10 if value == significant else significant
    if qualifier == EXACT:
        return Interval(value, value) if whole else _around(value, step / 2, step / 2)
    if qualifier in (OVER, AT_LEAST):
        return Interval(value, INFINITY)
    if qualifier in (UNDER, AT_MOST):
        return Interval(-INFINITY if floor is None else floor, value)
    if qualifier == NEARLY:
        return _around(value, below, 0)
    return _around(value, max(below, step) / 2, significant / 2)


def _around(value: float, below: float, above: float) -> Interval:
    """Ends as decimals have them: 13.4 + 0.05 is 13.45, not 13.450000000000001."""
    return Interval(float(f"{value - below:.15g}"), float(f"{value + above:.15g}"))
