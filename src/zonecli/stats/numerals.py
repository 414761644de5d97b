"""Numbers with Chinese, Japanese and Korean numerals: 1.2万亿, 三十八, 6兆2千億, 8조7천억."""

from __future__ import annotations

import re
from decimal import Decimal

from zonecli.stats.amounts import DIGITS, Amount, Found, read_digits

_VALUES = (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9)
HAN_DIGITS = dict(zip("〇零一二两三四五六七八九", _VALUES, strict=True))
_SMALL = {
    **dict.fromkeys("十십", 10),
    **dict.fromkeys("百백", 100),
    **dict.fromkeys("千천", 1000),
}
_LARGE = {
    **dict.fromkeys("万萬만", 10**4),
    **dict.fromkeys("亿億억", 10**8),
    **dict.fromkeys("兆조", 10**12),
    **dict.fromkeys(("万亿", "万億", "萬億", "萬亿"), 10**12),
}
_SMALL_UNITS = "".join(_SMALL)
_LARGE_UNITS = "".join(unit for unit in _LARGE if len(unit) == 1)
HAN_UNITS = _SMALL_UNITS + _LARGE_UNITS
HAN_NUMERALS = "".join(HAN_DIGITS) + HAN_UNITS

_NUMBER = re.compile(
    rf"(?:{DIGITS}|[{HAN_NUMERALS}]|(?<=[\d.])\s(?=[{_LARGE_UNITS}])|(?<=[만억조])\s(?=\d))+"
)
_LARGE_PART = re.compile(rf"([^{_LARGE_UNITS}]*)([万萬][亿億]|[{_LARGE_UNITS}]|$)")
_SMALL_PART = re.compile(rf"([^{_SMALL_UNITS}]*)([{_SMALL_UNITS}]|$)")
# 数百 and 上百 are "hundreds", 十几 "ten and some": no number.
_VAGUE = re.compile(rf"[几幾]|[数數上수][{HAN_UNITS}]")
# 三百五 is 350 to a Chinese and 两万五 25,000; 三百零五, with the zero, is 305.
_SHORTENED = re.compile(
    rf"[百千백천][\d一二两三四五六七八九](?![\d.,{_SMALL_UNITS}])|"
    rf"[{_LARGE_UNITS}][\d一二两三四五六七八九]$"
)
_HANGUL = re.compile(r"[가-힣]")


def find_han(text: str) -> Found | None:
    """The first number in `text`. Raises ValueError where its numerals do not make one number."""
    match = _NUMBER.search(text)
    if match is None or all(character in _LARGE for character in match[0]):
        return None
    if _VAGUE.search(text):
        raise ValueError(f"no number, only its size, in {text!r}")
    if _HANGUL.search(match[0]) and not re.search(r"\d", match[0]):
        return None  # 천 and 만 without digits are mostly syllables of other words
    numerals = re.sub(r"\s", "", match[0])
    if _SHORTENED.search(numerals):
        raise ValueError(f"no single way to read {numerals!r}")
    return Found(_whole(numerals), match.start(), match.end())


def _whole(numerals: str) -> Amount:
    parts = [
        (_below_ten_thousand(before), _LARGE.get(unit, 1))
        for before, unit in _LARGE_PART.findall(numerals)
        if before or unit
    ]
    amount = _sum(parts)
    if len(parts) > 1 and amount.step > 1:
        # 15兆3000億 is 15.3 trillion: the numerals leave no other way to write the zeros.
        return amount._replace(step=amount.significant())
    return amount


def _below_ten_thousand(numerals: str) -> Amount:
    """What stands before 万, 亿 or 兆, or behind the last of them: 三千五百, 3천300, 11.5."""
    return _sum(
        [
            (_digits(before, unit), _SMALL.get(unit, 1))
            for before, unit in _SMALL_PART.findall(numerals)
            if before or unit
        ]
    )


def _digits(numerals: str, unit: str) -> Amount:
    """What stands before 十, 百 or 千 (nothing means one), or behind the last of them."""
    if len(numerals) > 1:
        numerals = numerals.lstrip("零〇")  # 一千零五: the zero holds a place
    if not numerals and unit:
        return Amount(Decimal(1), Decimal(1), False)
    if numerals in HAN_DIGITS:
        return Amount(Decimal(HAN_DIGITS[numerals]), Decimal(1), False)
    return read_digits(numerals)  # refuses 三四 too, which is "three or four"


def _sum(parts: list[tuple[Amount, int]]) -> Amount:
    """15兆 and 3000億 make 15.3 trillion; each part must be less than the unit before it."""
    if not parts:
        raise ValueError("no digits before a unit such as 万")
    total, room = Decimal(0), None
    for amount, unit in parts:
        part = amount.scaled(Decimal(unit))
        if room is not None and part.number >= room:
            raise ValueError(f"no single number: {part.number:f} behind a unit of {room}")
        total += part.number
        room = 0 if part.has_point else unit  # nothing can follow 1.2万
    return part._replace(number=total)
