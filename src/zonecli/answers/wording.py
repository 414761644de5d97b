"""What people read: a figure with its hedge and no more digits than it has. The one place.

Every format that is made for people takes its texts from here.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from zonecli.stats import digits
from zonecli.stats.interval import Interval
from zonecli.stats.qualifiers import ABOUT, AT_LEAST, AT_MOST, EXACT, NEARLY, OVER, UNDER
from zonecli.table.columns import COUNTED_UNITS, CURRENCIES
from zonecli.table.report import Report

DASH = "–"
MINUS = "−"

_HEDGES = {
    EXACT: "",
    ABOUT: "about ",
    NEARLY: "nearly ",
    OVER: "over ",
    AT_LEAST: "at least ",
    UNDER: "under ",
    AT_MOST: "at most ",
}
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_MOST_DIGITS = 5  # of an amount with a scale word: 38.865 trillion
_MOST_DECIMALS = 2  # of a percentage
_COMPUTED_DIGITS = 3  # of an amount that is worked out from exact figures
_PERCENT_DIGITS = 3  # of a percentage that is worked out from exact figures
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_UNIT_WORDS = {
    "CNY": "CNY",
    "USD": "USD",
    "count": "",
    "persons": "persons",
    "rank": "",
    "index": "",
    "sq_km": "sq km",
    "CNY_per_USD": "CNY per USD",
    "percentage_points": "points",
}


def figure_text(report: Report) -> str:
    """The figure as its source gives it: "over 60,000", "15.3 trillion", "13.4%"; no currency."""
    return hedged_text(
        report.value,
        report.interval,
        report.qualifier,
        report.unit,
        printed=report.status != "derived",
    )


def hedged_text(
    value: float, interval: Interval, qualifier: str, unit: str, *, printed: bool = True
) -> str:
    """A hedged amount. `printed`: its digits are a source's own; else as many as it allows."""
    if qualifier in (OVER, AT_LEAST) and not printed:
        value = digits.round_down(interval.low, _places(interval.low, 3))
    elif qualifier in (UNDER, AT_MOST) and not printed:
        value = digits.round_up(interval.high, _places(interval.high, 3))
    if math.isinf(interval.low) or math.isinf(interval.high) or qualifier != EXACT:
        exponent = digits.own_exponent(value)
        if not printed and qualifier == ABOUT:
            exponent = digits.allowed_exponent(interval, 3)
    elif interval.is_exact:
        exponent = digits.own_exponent(value)
    else:
        exponent = digits.power_at_least((interval.high - interval.low) * 0.999)
    return _HEDGES[qualifier] + amount_text(value, exponent, unit)


def amount_text(value: float, exponent: int, unit: str) -> str:
    """`value` down to the digit 10**exponent, with its scale word or percent sign."""
    if unit == "percent":
        return f"{_decimal(value, max(exponent, -_MOST_DECIMALS))}%"
    if unit in CURRENCIES or abs(value) >= 1e6:
        for scale, word in _SCALES:
            if abs(value) >= 10**scale and not _is_full_count(value, exponent, unit):
                finest = digits.magnitude(value) - _MOST_DIGITS + 1
                return f"{_decimal(value / 10**scale, max(exponent, finest) - scale)} {word}"
    if unit not in COUNTED_UNITS:
        exponent = max(exponent, digits.magnitude(value) - _MOST_DIGITS + 1)
    return _decimal(value, exponent)


def interval_text(interval: Interval, unit: str) -> str:
    """An amount of which only the interval is known: "14.3%", "over 2.2 million"."""
    low, high = interval
    if math.isinf(high):
        return hedged_text(low, interval, OVER, unit, printed=False)
    if math.isinf(low) or low == 0 < high:
        return hedged_text(high, interval, UNDER, unit, printed=False)
    exponent = digits.allowed_exponent(interval, _COMPUTED_DIGITS)
    return amount_text((low + high) / 2, exponent, unit)


def allowed_text(interval: Interval, unit: str) -> str:
    """What an interval holds, written out: "15.25 to 15.35 trillion", "60,000 or more"."""
    low, high = interval
    if interval.is_exact:
        return f"{amount_text(low, digits.own_exponent(low), unit)} exactly"
    if math.isinf(low) and math.isinf(high):
        return "anything"
    if math.isinf(high):
        return f"{_rounded_end(low, digits.round_down, unit)} or more"
    if math.isinf(low) or low == 0:
        return f"{_rounded_end(high, digits.round_up, unit)} or less"
    place = digits.magnitude(high - low) - 1
    ends = digits.round_down(low, place), digits.round_up(high, place)
    first, last = (amount_text(end, place, unit) for end in ends)
    scale = last.partition(" ")[2]
    if scale and first.endswith(f" {scale}"):
        first = first.removesuffix(f" {scale}")
    return f"{first} to {last}"


def _rounded_end(end: float, rounded: Callable[[float, int], float], unit: str) -> str:
    exponent = max(digits.own_exponent(end), _places(end, 4))
    return amount_text(rounded(end, exponent), exponent, unit)


def unit_text(unit: str) -> str:
    """The unit as people write it behind an amount; empty where the amount says it itself."""
    return "" if unit == "percent" else _UNIT_WORDS.get(unit, unit.replace("_", " "))


def with_unit(text: str, unit: str) -> str:
    """An amount with its unit: "39.2 billion USD"."""
    return f"{text} {unit_text(unit)}".rstrip()


def percent_text(interval: Interval, *, with_range: bool = False, points: bool = False) -> str:
    """A change that is worked out, in percent or percentage points, signed.

    "+12%", "+183% (179 to 187)" with its range, "at least +475%", "direction unknown".
    """
    low, high = interval
    sign = " points" if points else "%"
    if math.isinf(high) and (math.isinf(low) or (low <= -100 and not points)):
        return "direction unknown"
    if math.isinf(high):
        return _bound(low, digits.round_down, ("at least", "over"), sign)
    if math.isinf(low):
        return _bound(high, digits.round_up, ("at most", "under"), sign)
    middle = (low + high) / 2
    exponent = min(digits.allowed_exponent(interval, _PERCENT_DIGITS), 1)
    exponent = max(exponent, -1) if not points else exponent
    if not with_range or high - low <= 1e-9 * max(abs(low), abs(high)):
        return f"{_signed(middle, exponent)}{sign}"
    place = digits.magnitude((high - low) / 2)
    ends = (digits.round_down(low, place), digits.round_up(high, place))
    span = " to ".join(_ranged(end, place, signed=low < 0) for end in ends)
    return f"{_signed(middle, place)}{sign} ({span})"


def month_text(period: str, year: int, month: int) -> str:
    """When: "2021", "2023 Jan-Jul", "2022 Sep" for a point within the year."""
    name = _MONTHS[month - 1] if 1 <= month <= 12 else f"month {month}"
    if period == "ytd":
        return f"{year} Jan{DASH}{name}" if month > 1 else f"{year} Jan"
    if period == "month" or (period == "point" and month != 12):
        return f"{year} {name}"
    return str(year)


def _bound(
    end: float, rounded: Callable[[float, int], float], words: tuple[str, str], sign: str
) -> str:
    """An open side: the bound, rounded so that it stays true; the second word if that moved it."""
    exponent = max(_places(end, _PERCENT_DIGITS), -1)
    value = rounded(end, exponent)
    met = abs(value - end) <= 1e-9 * max(1.0, abs(end))
    return f"{words[0] if met else words[1]} {_signed(value, exponent)}{sign}"


def _places(value: float, significant: int) -> int:
    return digits.magnitude(value) - significant + 1


def _is_full_count(value: float, exponent: int, unit: str) -> bool:
    """A count that is known one by one, such as 1,234,567, is written out."""
    return unit in COUNTED_UNITS and exponent < digits.magnitude(value) - 3 and abs(value) < 1e9


def _decimal(value: float, exponent: int) -> str:
    text = f"{digits.round_to(value, exponent):,.{max(0, -exponent)}f}"
    return text.replace("-", MINUS)


def _signed(value: float, exponent: int) -> str:
    text = _decimal(value, exponent)
    return text if text.startswith(MINUS) or not text.strip("0.,") else f"+{text}"


def _ranged(value: float, exponent: int, *, signed: bool) -> str:
    return _signed(value, exponent) if signed else _decimal(value, exponent)
