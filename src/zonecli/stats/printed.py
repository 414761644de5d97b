"""Reads a number as people print it: "over 60,000", "CNY15.3 trillion", "1.2万亿元", "nearly half".

English and the numerals of Chinese (which Japanese and Korean texts share) are read in full, digits
and scale words of some other languages too. The whole number is read, or the text refused: what
is left beside the number must hold no other, and words that it does not know are named. All is
exact inside: decimals, not floats.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from zonecli.stats.amounts import Found
from zonecli.stats.fractions import PARTS, find_fraction
from zonecli.stats.hedges import split_hedge
from zonecli.stats.left_over import denial, is_expected, unknown_words
from zonecli.stats.numerals import HAN_NUMERALS, HAN_UNITS, find_han
from zonecli.stats.scales import (
    LETTER,
    SCALE_WORDS,
    WORDS,
    find_scale_word,
    find_western,
    is_continental,
)

# Digits, letters and signs of full width, as in "１２.３％". Not the comma, which parts clauses.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != ord("，")}

_UNITS = (
    ("percent", re.compile(r"%|per\s?cent|百分之|\bpct\b|процент", re.I)),
    ("USD", re.compile(r"US\s?\$|\bUSD|美元|美金|米ドル|\bdollars?\b|\$", re.I)),
    ("CNY", re.compile(r"CNY|RMB|yuan|[¥￥元]|人民币|renminbi", re.I)),
)
_MINUS = re.compile(
    r"(?:(?<![\w.])[-−–]|(?<=[\u3040-\u9fff\uac00-\ud7a3])[-−–]|\bminus\s+|[负負])$"
)
# "60% pendant 13 années": how long it was so is no part of the number.
_TIME_SPAN = re.compile(r"\s(?:pendant|for|in) \d+ (?:années|ans|years)$", re.I)
# Not between two numbers, which would become one.
_HAN_PERCENT = re.compile(rf"(?<![\d\s{HAN_NUMERALS}])百分之")
# What must not be left beside a number. A small two or three behind a letter is a unit's: km².
_NUMERIC = re.compile(
    rf"\d|[{HAN_NUMERALS}几幾]|半(?![导導])|(?<![a-z])[²³¹⁰-⁹]|[¼-¾⅐-⅞]|"
    rf"(?<!{LETTER})(?:{WORDS}|{PARTS}|{SCALE_WORDS}|dozens?|[bt])(?!{LETTER})|"
    rf"(?<!{LETTER})(?:hundred|thousand|[mb]illion|trillion)",  # one-thousandth
    re.I,
)
_LONGEST = 500  # characters; no source prints a number in 50, and long ones would take for ever
# What a number that is left over belongs to: "860 billion dollars", in brackets or behind a comma.
_CLAUSE = re.compile(r"(?:[^()（）\[\];；、，,]|,(?=\d))+")
# [preceding year = 100], [per 10,000 persons]
_NOT_A_SCALE = re.compile(r"=|/|每|\bper\b", re.I)


@dataclass(frozen=True)
class PrintedNumber:
    """One number as read, unscaled; a fraction in words ("a quarter") is in percent.

    `step` is the unit of the last printed digit, `significant` that of the last digit that is not
    zero; `whole` says that it is a whole number printed in full, with no scale word. `qualifier` is
    null where no hedge word stood by the number, `unit` (percent, CNY, USD) where none was printed.
    `expected`: a word foresees it. `unknown`: words beside it that may hedge it in a way that is
    not known here; whoever takes the number as it stands must have them explained.
    """

    value: float
    step: float
    significant: float
    whole: bool
    qualifier: str | None
    unit: str | None
    expected: bool = False
    unknown: tuple[str, ...] = ()


def read_number(text: str) -> PrintedNumber:
    """Reads the number that `text` is about. Raises ValueError where there is none.

    A scale that stands only in a table's heading follows in brackets: "12957.13 [100 million]".
    """
    if len(text) > _LONGEST:
        raise ValueError(f"no number in a text of {len(text):,} characters")
    text = text.translate(_NARROW)
    words, _, heading = text.partition("[")
    scale = _read_scale(heading)
    continental = is_continental(words)
    qualifier, words = _split_hedges(words.strip())
    words = _TIME_SPAN.sub("", words)
    if word := denial(words):
        raise ValueError(f"no number in {text!r}: {word!r} denies it")
    expected = is_expected(words)
    if fraction := find_fraction(words):
        _refuse_left_over(words, fraction.start, fraction.end)
        if scale != 1:
            raise ValueError(f"no amount in {text!r}: a fraction has no scale")
        value, step = fraction.value, fraction.step
        unknown = _unknown_beside(words, fraction.start, fraction.end)
        return PrintedNumber(value, step, step, False, qualifier, "percent", expected, unknown)
    words = _HAN_PERCENT.sub("", words)
    found = _find_amount(words, continental)
    if found is None:
        raise ValueError(f"no number in {text!r}")
    unknown = _unknown_beside(words, found.start, found.end) + unknown_words(heading)
    amount = found.amount
    if scale != 1 and amount.step > 1:
        raise ValueError(f"no single scale in {text!r}")
    amount = amount.scaled(scale)
    return PrintedNumber(
        value=float(amount.number),
        step=float(amount.step),
        significant=float(amount.significant()),
        whole=amount.step == 1,
        qualifier=qualifier,
        unit=next((unit for unit, pattern in _UNITS if pattern.search(text)), None),
        expected=expected,
        unknown=unknown,
    )


def _split_hedges(text: str) -> tuple[str | None, str]:
    """As `split_hedge`; what says the same once more goes too: 约20%左右."""
    qualifier, rest = split_hedge(text)
    again, less = split_hedge(rest)
    return qualifier, less if again == qualifier else rest


def _unknown_beside(text: str, start: int, end: int) -> tuple[str, ...]:
    return unknown_words(f"{text[:start]} {text[end:]}")


def _find_amount(text: str, continental: bool) -> Found | None:
    """The one number in `text`, with its sign."""
    if any(character in HAN_NUMERALS for character in text):
        found = find_han(text)
    else:
        found = find_western(text, continental)
    if found is None:
        return None
    _refuse_left_over(text, found.start, found.end)
    if _MINUS.search(text[: found.start]):
        return found._replace(amount=found.amount._replace(number=-found.amount.number))
    return found


def _refuse_left_over(text: str, start: int, end: int) -> None:
    """Raises ValueError where digits or number words stand beside the number that was read."""
    for beside in (text[:start], text[end:]):
        if match := _NUMERIC.search(beside):
            clauses = (c for c in _CLAUSE.finditer(beside) if c.end() > match.start())
            other = next((clause[0].strip() for clause in clauses), match[0])
            raise ValueError(f"no single number in {text!r}: {other!r} is left over")


def _read_scale(heading: str) -> Decimal:
    """The scale that a table's heading names: "100 million yuan]", "亿元]", "10,000 persons]"."""
    words = heading.rstrip("] ")
    found = _find_amount(words, False)
    if found is None:
        start = next((i for i, c in enumerate(words) if c in HAN_UNITS), find_scale_word(words))
        if start is None:
            return Decimal(1)  # "[%]", "[persons]"
        found = _find_amount(f"{words[:start]}1{words[start:]}", False)
    scale = found.amount.number if found else Decimal(0)
    power_of_ten = scale > 0 and scale.normalize().as_tuple().digits == (1,)
    if not power_of_ten or _NOT_A_SCALE.search(words):
        raise ValueError(f"no scale in [{words}]")
    return scale
