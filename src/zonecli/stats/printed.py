"""Reads a number as people print it: "over 60,000", "CNY15.3 trillion", "1.2万亿元", "nearly half".

English and the numerals of Chinese (which Japanese and Korean texts share) are read in full, scale
words of some other languages too. All is exact inside: decimals, not floats.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from zonecli.stats.hedges import split_hedge

_SCALES = {
    **dict.fromkeys(("thousand", "k", "тыс"), 3),
    **dict.fromkeys(("million", "millions", "mln", "mn", "m", "millionen", "mio", "millones"), 6),
    **dict.fromkeys(("млн",), 6),
    **dict.fromkeys(("billion", "billions", "bln", "bn", "milliarden", "mrd"), 9),
    **dict.fromkeys(("milliard", "milliards", "млрд"), 9),
    **dict.fromkeys(("trillion", "trillions", "trn", "tn", "billionen", "billones", "трлн"), 12),
}
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CONTINENTAL = "millionen|mio|milliarden|mrd|billionen|milliards?|millones|billones"
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_WESTERN = re.compile(
    rf"(?P<sign>(?<![\w.])[-−])?"
    rf"(?P<digits>[\d.,]*\d(?=\s*(?:{_CONTINENTAL})\b)|{_DIGITS})[\s\u00a0-]*"
    rf"(?P<scale>(?:100[\s-]+)?(?:{_SCALE})(?![a-zа-я]))?",
    re.I,
)

_HAN_DIGITS = dict(
    zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_HAN_SMALL = {"十": 10, "百": 100, "千": 1000}
_HAN_LARGE = {
    **dict.fromkeys("万萬만", 10**4),
    **dict.fromkeys("亿億억", 10**8),
    **dict.fromkeys("兆조", 10**12),
}
_HAN_NUMERALS = "".join([*_HAN_DIGITS, *_HAN_SMALL, *_HAN_LARGE])
_HAN = re.compile(rf"(?:{_DIGITS}|[{_HAN_NUMERALS}]|\s(?=[{''.join(_HAN_LARGE)}]))+")
_HAN_TOKEN = re.compile(rf"{_DIGITS}|[{_HAN_NUMERALS}]")

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.I)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_FRACTION = re.compile(rf"\b(?:({'|'.join(_WORDS)}|an?)[\s-]+)?({'|'.join(_PARTS)})s?\b", re.I)
_HAN_FRACTION = re.compile(r"([一二两三四五六七八九十])分之([一二两三四五六七八九十])")
_HAN_HALF = re.compile(r"一半|半数|过半")
_HAN_TENTHS = re.compile(r"(\d(?:\.\d)?|[一二两三四五六七八九])成(半)?")

_UNITS = (
    ("percent", re.compile(r"[%％]|per\s?cent|百分之|\bpct\b|процент", re.I)),
    ("USD", re.compile(r"US\s?\$|\bUSD|美元|美金|米ドル|\bdollars?\b|\$", re.I)),
    ("CNY", re.compile(r"CNY|RMB|yuan|[¥￥元]|人民币|renminbi", re.I)),
)


@dataclass(frozen=True)
class PrintedNumber:
    """One number as read, unscaled; a fraction in words ("a quarter") is in percent.

    `step` is the unit of the last printed digit, `significant` that of the last digit that is not
    zero; `whole` says that it is a whole number printed in full, with no scale word. `qualifier` is
    null where no hedge word stood by the number, `unit` (percent, CNY, USD) where none was printed.
    """

    value: float
    step: float
    significant: float
    whole: bool
    qualifier: str | None
    unit: str | None


class _Amount(NamedTuple):
    number: Decimal
    step: Decimal
    has_point: bool

    def scaled(self, scale: Decimal) -> _Amount:
        return _Amount(self.number * scale, self.step * scale, self.has_point)

    def significant(self) -> Decimal:
        """The unit of the last digit that is not zero; behind a point every digit counts."""
        unit = self.step
        while not self.has_point and self.number and self.number % (unit * 10) == 0:
            unit *= 10
        return unit


def read_number(text: str) -> PrintedNumber:
    """Reads the number that `text` is about. Raises ValueError where there is none.

    A scale that stands only in a table's heading follows in brackets: "12957.13 [100 million]".
    """
    words, _, heading = text.partition("[")
    qualifier, words = split_hedge(words.strip())
    if fraction := _read_fraction(words):
        value, step = fraction
        return PrintedNumber(value, step, step, False, qualifier, "percent")
    amount = _read_amount(words)
    if amount is None:
        raise ValueError(f"no number in {text!r}")
    if heading:
        amount = amount.scaled(_read_scale(heading))
    return PrintedNumber(
        value=float(amount.number),
        step=float(amount.step),
        significant=float(amount.significant()),
        whole=amount.step == 1,
        qualifier=qualifier,
        unit=next((unit for unit, pattern in _UNITS if pattern.search(text)), None),
    )


def _read_fraction(text: str) -> tuple[float, float] | None:
    """Value and step in percent. The step of n/b is the way from 1/b to 1/(b + 1)."""
    if match := _HAN_FRACTION.search(text):
        below, above = (10 if c == "十" else _HAN_DIGITS[c] for c in match.groups())
    elif _HAN_HALF.search(text):
        below, above = 2, 1
    elif match := _HAN_TENTHS.search(text):
        tenths = float(_HAN_DIGITS.get(match[1], match[1])) + (0.5 if match[2] else 0)
        return 10 * tenths, 10.0 if tenths == int(tenths) else 1.0
    elif match := _FRACTION.search(text):
        count = (match[1] or "a").lower()
        above = 1 if count in ("a", "an") else _WORDS.index(count)
        below = _PARTS[match[2].lower()]
    else:
        return None
    return 100 * above / below, 100 / (below * (below + 1))


def _read_amount(text: str) -> _Amount | None:
    if any(character in _HAN_NUMERALS for character in text):
        return _read_han(text)
    if match := _WESTERN.search(text):
        return _read_western(match)
    if match := _WORD.search(text):
        return _Amount(Decimal(_WORDS.index(match[1].lower())), Decimal(1), False)
    return None


def _read_western(match: re.Match[str]) -> _Amount:
    digits, scale = match["digits"], (match["scale"] or "").lower()
    if re.fullmatch(_CONTINENTAL, scale):  # 1.030 Milliarden, 1,5 milliards
        digits = digits.replace(".", "").replace(",", ".")
    amount = _digits(digits.replace(",", ""))
    if match["sign"]:
        amount = amount.scaled(Decimal(-1))._replace(step=amount.step)
    return amount.scaled(_scale_of(scale)) if scale else amount


def _digits(text: str) -> _Amount:
    number = Decimal(text)
    exponent = int(number.as_tuple().exponent)
    return _Amount(number, Decimal(1).scaleb(exponent), exponent < 0)


def _read_han(text: str) -> _Amount | None:
    """A number such as 1.2万亿, 5万9600, 6兆2千億, 三十八."""
    match = max(_HAN.finditer(text), key=lambda m: any(c.isdigit() for c in m[0]), default=None)
    if match is None:
        return None
    total = section = Decimal(0)  # all before the last 万, 亿 or 兆; what has come since
    waiting: Decimal | None = None  # digits that wait for their unit
    step, largest, has_point = Decimal(1), 0, False
    tokens = _HAN_TOKEN.findall(match[0])
    if all(token in _HAN_LARGE for token in tokens):
        return None
    for token in tokens:
        if token in _HAN_LARGE:
            unit = _HAN_LARGE[token]
            section += waiting or 0
            total = (total + section) * unit if unit > largest else total + section * unit
            step, section, waiting, largest = step * unit, Decimal(0), None, max(largest, unit)
        elif token in _HAN_SMALL:
            section += (1 if waiting is None else waiting) * _HAN_SMALL[token]
            step, waiting = step * _HAN_SMALL[token], None
        else:
            waiting, step, has_point = _digits(str(_HAN_DIGITS.get(token, token)).replace(",", ""))
    amount = _Amount(total + section + (waiting or 0), step, has_point)
    if 1 < step < largest:
        # 15兆3000億 is 15.3 trillion: the numerals leave no other way to write the zeros.
        return amount._replace(step=amount.significant())
    return amount


def _scale_of(words: str) -> Decimal:
    hundred, _, last = words.replace("-", " ").rpartition(" ")
    return Decimal(10) ** (_SCALES[last] + (2 if hundred.strip() else 0))


def _read_scale(heading: str) -> Decimal:
    """The scale that a table's heading names: "100 million yuan]", "亿元]", "10,000 persons]"."""
    words = heading.rstrip("] ").lower()
    if not words[:1].isdigit():
        words = "1 " + words
    amount = _read_amount(words)
    if amount is None:
        raise ValueError(f"no scale in [{words}]")
    return amount.number
