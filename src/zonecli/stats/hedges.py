"""The hedges of a figure: the words that sources use, and the interval that each leaves."""

from __future__ import annotations

import re

from zonecli.stats.interval import INFINITY, Interval
from zonecli.stats.numerals import HAN_DIGITS, HAN_NUMERALS
from zonecli.stats.qualifiers import ABOUT, AT_LEAST, AT_MOST, EXACT, NEARLY, OVER, UNDER
from zonecli.stats.scales import WORDS

# Where a number begins, with its currency: a hedge inside a text must stand right before it.
_NUMBER = re.compile(
    r"(?:CNY|RMB|USD?|EUR)?\s?[$¥€]?\s?"
    rf"(?:\d|[一二两三四五六七八九十百千半]|(?:an?|half|hundred|{WORDS})\b)",
    re.I,
)
_NUMERAL = re.compile(rf"[\d{HAN_NUMERALS}]|\b{WORDS}\b", re.I)
# Where a word ends: a letter of Chinese or a sign may stand right by one of English ("GDP约15").
_EDGE = r"(?:(?<![a-zß-ÿа-яё])|(?![a-zß-ÿа-яё]))"
_LITTLE = r"(?:(?:just|slightly|marginally|a (?:little|bit|shade|touch|fraction)) )"
# Negated phrases first: "no less than" must not be read as "less than". So too "just under", which
# is nearly, before "under".
_BEFORE = [
    (qualifier, re.compile(rf"{_EDGE}(?:{words}){_EDGE}\s*", re.I))
    for qualifier, words in (
        (
            AT_LEAST,
            r"at least|not? (?:(?:less|fewer|lower|smaller) than|under|below)|a minimum of|"
            r"upwards? of|as (?:little|few|low) as|不低于|不少于|不小于|不下于|至少|最少|"
            r"≥|≧|⩾|>=",
        ),
        (
            AT_MOST,
            r"at most|not? (?:(?:more|greater|higher|larger) than|over|above|exceed(?:ing)?)|"
            r"up to|as (?:much|many|high|large) as|a maximum of|"
            r"(?:[不未]|没有)(?:超过|超|突破)|不多于|不高于|不大于|至多|最多|≤|≦|⩽|<=",
        ),
        (
            OVER,
            rf"{_LITTLE}?(?:well |far )?(?:(?:more|greater|higher|larger) than|over|above)|"
            r"in excess of|beyond|north of|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|"
            r"topp?(?:s|ed|ing)|pass(?:es|ed|ing)|"
            r"[略稍](?:高于|多于|超过?)|超过|超過|超出|超越|突破|高于|多于|大于|"
            r"逾|超|过(?=半)|過(?=半)|(?<![-=])>(?!=)|﹥|"
            r"über|mehr als|plus de|más de|mais de|более|свыше",
        ),
        (
            NEARLY,
            r"nearly|almost|close to|approaching|virtually|practically|not quite|"
            rf"{_LITTLE}(?:under|below|short of|(?:less|fewer|lower) than)|"
            r"[略稍](?:低于|少于)|几乎|幾乎|接近|将近|將近|约近|(?<![最附])近|"
            r"fast|près de|presque|casi|почти",
        ),
        (
            UNDER,
            r"(?:less|fewer|lower|smaller) than|under|below|short of|south of|<(?!=)|﹤|"
            r"不到|不足|不及|不满|低于|少于|小于|[未没]有?达到?|"
            r"weniger als|moins de|menos de|менее",
        ),
        (
            ABOUT,
            r"about|around|roughly|some|approximately|approx\.?|circa|ca\.|c\.|[~∼〜≈≒≅]|"
            r"in the (?:region|neighbou?rhood|vicinity|area) of|(?:in|on|of) the order of|"
            r"(?:an )?estimated(?: at)?|an estimate of|est\.|"
            r"大约|大概|大致|差不多|(?:据)?估[计算](?:为)?|估計|ほぼ|およそ|"
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
        (AT_LEAST, r"(?<!规模)以上|이상|(?:or|and) (?:more|above|higher)\b|\bat (?:the )?least\b"),
        (AT_MOST, r"以下|이하|or (?:less|fewer|lower|under|below)\b|\bat (?:the )?most\b"),
        (
            OVER,
            rf"を超え(?:る|た)?|を?上回(?:る|り|った)?|余り|(?<=[\d{HAN_NUMERALS}])\s?[余餘多]|強|超$|"
            r"(?<=[\d천만억조])여|(?<=[\w%])\+|\bplus\b|(?<=\d)[\s-]odd\b",
        ),
        (UNDER, r"を?下回(?:る|り|った)?|未満|미만"),
        (NEARLY, r"近く|弱$"),
        (
            ABOUT,
            r"左右|上下|前後|\bor (?:so|thereabouts)\b|\b(?:approximately|roughly)\b|\bestimated\b|"
            r"\best\.|(?<=\()est(?=\))|估[计算]|估計|推定|推計",
        ),
    )
]


def split_hedge(text: str) -> tuple[str | None, str]:
    """The qualifier that the words of `text` say (null without any), and the rest of the text."""
    for qualifier, pattern in _BEFORE:
        for match in pattern.finditer(text):
            before, behind = text[: match.start()], text[match.end() :]
            # Between two numbers, as in "12 over 345", it is none; without it they would be one.
            if (not before or _NUMBER.match(behind)) and not _NUMERAL.search(before):
                return qualifier, before + behind
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
