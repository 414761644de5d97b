"""What people read: a figure with its hedge and no more digits than it has. The one place.

Every format that is made for people takes its texts from here.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from zonecli.language import in_chinese, said, to_be_said
from zonecli.stats import digits
from zonecli.stats.interval import Interval
from zonecli.stats.qualifiers import ABOUT, AT_LEAST, AT_MOST, EXACT, NEARLY, OVER, UNDER
from zonecli.table.columns import COUNTED_UNITS
from zonecli.table.report import Report

DASH = "–"
MINUS = "−"

Rounding = Callable[[float, int], float]

HEDGES = {
    ABOUT: to_be_said("about {amount}"),
    NEARLY: to_be_said("nearly {amount}"),
    OVER: to_be_said("over {amount}"),
    AT_LEAST: to_be_said("at least {amount}"),
    UNDER: to_be_said("under {amount}"),
    AT_MOST: to_be_said("at most {amount}"),
}
_MARKS = {"derived": "d", "forecast": "f"}
_SCALES = ((12, " trillion"), (9, " billion"), (6, " million"))
_CHINESE_SCALES = ((12, "万亿"), (8, "亿"), (4, "万"))
_MOST_DIGITS = 5  # of an amount with a scale word: 38.865 trillion
_MOST_DECIMALS = 2  # of a percentage
_COMPUTED_DIGITS = 3  # of an amount that is worked out from exact figures
_ENDLESS = 10  # digits that nobody prints: 33.33333333
_UNITS_SAID_BY_LABELS = ("percent", "count", "rank", "index")
_UNIT_WORDS = {
    "sq_km": "sq km",
    "CNY_per_USD": "CNY per USD",
    "percentage_points": " points",
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
    """A hedged amount. `printed`: its digits are a source's own; else as many as it allows.

    A bound is rounded to the safe side where digits are dropped: "over 1.23", never "over 1.24".
    """
    rounding: Rounding = digits.round_to
    if qualifier in (OVER, AT_LEAST):
        rounding, value = digits.round_down, value if printed else interval.low
    elif qualifier in (UNDER, AT_MOST):
        rounding, value = digits.round_up, value if printed else interval.high
    if rounding is not digits.round_to:
        least = 2 if printed else _COMPUTED_DIGITS
        exponent = _own_digits(value, least)
        exponent = exponent if printed else max(exponent, places_of(value, least))
        value = rounding(value, exponent)
        exponent = max(exponent, digits.own_exponent(value))  # "over 2.2", not "over 2.20"
    elif _is_point(interval):
        exponent = _own_digits(value, 3)
    elif printed and qualifier != EXACT:
        exponent = _own_digits(value, 2)
    elif not printed:
        exponent = digits.allowed_exponent(interval, _MOST_DIGITS)
    elif (step := _step(interval)) is not None:
        exponent = step
    else:  # a fraction in words, such as "two thirds"
        qualifier, exponent = ABOUT, _own_digits(value, 2)
    amount = amount_text(value, exponent, unit, rounding)
    return said(HEDGES[qualifier], amount=amount) if qualifier in HEDGES else amount


def amount_text(
    value: float, exponent: int, unit: str, rounding: Rounding = digits.round_to
) -> str:
    """`value` down to the digit 10**exponent, with its scale word or percent sign."""
    if unit == "percent":
        most = min(-_MOST_DECIMALS, digits.magnitude(value) - 2)
        return f"{decimal_text(value, max(exponent, most), rounding)}%"
    for scale, word in _CHINESE_SCALES if in_chinese() else _SCALES:
        if abs(value) >= 10**scale and not _is_full_count(value, exponent, unit):
            place = max(exponent, places_of(value, _MOST_DIGITS)) - scale
            amount = decimal_text(value / 10**scale, place, rounding)
            # up to 9999万 and 9999亿: GB/T 15835 lets four digits stand ungrouped ("3686.0亿")
            return f"{amount.replace(',', '') if in_chinese() else amount}{word}"
    if unit not in COUNTED_UNITS:
        exponent = max(exponent, places_of(value, _MOST_DIGITS))
    return decimal_text(value, exponent, rounding)


def counted_in(greatest: float, unit: str) -> tuple[int, str]:
    """What an axis up to `greatest` is counted in: a power of ten, and the word that amounts end
    in: 12 and " trillion", 12 and "万亿", 0 and nothing."""
    if unit != "percent":
        for scale, word in _CHINESE_SCALES if in_chinese() else _SCALES:
            if greatest >= 10**scale:
                return scale, word
    return 0, ""


def interval_text(interval: Interval, unit: str, value: float | None = None) -> str:
    """An amount that is worked out: "14.3%", "about 16%", "over 2.2 million".

    `value` is the one that the operands' own values give; null: the middle of the interval.
    """
    low, high = interval
    if math.isinf(high):
        return hedged_text(low, interval, OVER, unit, printed=False)
    if math.isinf(low) or low == 0 < high:
        return hedged_text(high, interval, UNDER, unit, printed=False)
    middle = (low + high) / 2 if value is None else value
    exponent = digits.allowed_exponent(interval, _COMPUTED_DIGITS)
    finest = places_of(middle, 2)
    if exponent > finest:  # fewer than two digits would be safe: two, and said to be rough
        return said(HEDGES[ABOUT], amount=amount_text(middle, finest, unit))
    return amount_text(middle, exponent, unit)


def allowed_text(interval: Interval, unit: str) -> str:
    """What an interval holds, written out: "15.25 to 15.35 trillion", "60,000 or more"."""
    low, high = interval
    if interval.is_exact:
        return said("{amount} exactly", amount=amount_text(low, digits.own_exponent(low), unit))
    if math.isinf(low) and math.isinf(high):
        return said("anything")
    if math.isinf(high):
        return said("{amount} or more", amount=_end_text(low, unit, digits.round_down))
    if math.isinf(low) or low == 0:
        return said("{amount} or less", amount=_end_text(high, unit, digits.round_up))
    place = digits.magnitude(high - low) - 1
    ends = digits.round_down(low, place), digits.round_up(high, place)
    first, last = (amount_text(end, place, unit) for end in ends)
    scale = last.lstrip(f"{MINUS}0123456789,.")
    if scale != "%":
        first = first.removesuffix(scale)
    return said("{first} to {last}", first=first, last=last)


def _end_text(end: float, unit: str, rounding: Rounding) -> str:
    return amount_text(end, max(digits.own_exponent(end), places_of(end, 4)), unit, rounding)


def unit_text(unit: str) -> str:
    """The unit as people write it behind an amount; empty where the amount says it itself."""
    if unit in _UNITS_SAID_BY_LABELS:
        return ""
    return said(_UNIT_WORDS.get(unit, unit.replace("_", " "))).strip()


def with_unit(text: str, unit: str) -> str:
    """An amount with its unit: "39.2 billion USD", "392亿美元"."""
    return f"{text}{'' if in_chinese() else ' '}{unit_text(unit)}".rstrip()


def marked(text: str, report: Report) -> str:
    """A text of a report with the mark of its status: d derived, f forecast; none as reported."""
    return f"{text} {_MARKS[report.status]}" if report.status in _MARKS else text


def text_with_telling_unit(report: Report) -> str:
    """The figure; its unit only where neither its label nor "money in CNY" in the title says it."""
    text = figure_text(report)
    return text if report.unit in (*COUNTED_UNITS, "CNY") else with_unit(text, report.unit)


def _is_point(interval: Interval) -> bool:
    """Known exactly, or to more digits than float64 keeps apart: 6.74977383247717."""
    return interval.high - interval.low <= 1e-9 * max(abs(interval.low), abs(interval.high))


def _step(interval: Interval) -> int | None:
    """The place of the last printed digit of a figure that is known to half a unit of it; null
    where the interval came about otherwise."""
    width = interval.high - interval.low
    exponent = round(math.log10(width))
    return exponent if abs(width / 10.0**exponent - 1) < 1e-3 else None


def _own_digits(value: float, significant: int) -> int:
    """The place of the last digit of a value; of an endless one, such as a third, so many."""
    own = digits.own_exponent(value)
    return own if own > places_of(value, _ENDLESS) else places_of(value, significant)


def places_of(value: float, significant: int) -> int:
    return digits.magnitude(value) - significant + 1


def _is_full_count(value: float, exponent: int, unit: str) -> bool:
    """A count that is known one by one, such as 1,234,567, is written out."""
    return unit in COUNTED_UNITS and exponent < digits.magnitude(value) - 3 and abs(value) < 1e9


def decimal_text(value: float, exponent: int, rounding: Rounding = digits.round_to) -> str:
    rounded = rounding(value, exponent)
    text = f"{rounded or 0.0:,.{max(0, -exponent)}f}"  # never "-0.0"
    return text.replace("-", MINUS)
