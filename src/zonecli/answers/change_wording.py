"""A change that is worked out, as people read it: "+12.3%", "at least +475%", "+3.3 points"."""

from __future__ import annotations

import math

from zonecli.answers.wording import HEDGES, MINUS, Rounding, decimal_text, places_of
from zonecli.language import said
from zonecli.stats import digits
from zonecli.stats.interval import Interval
from zonecli.stats.qualifiers import ABOUT, AT_LEAST, AT_MOST, OVER, UNDER

_PERCENT_DIGITS = 3  # of a percentage that is worked out from exact figures


def percent_text(
    interval: Interval,
    value: float | None = None,
    *,
    with_range: bool = False,
    points: bool = False,
) -> str:
    """A change that is worked out, in percent or percentage points, signed.

    "+12.3%", "about +16%", "+183% (179 to 187)" with its range, "−29 to +40%" where not even the
    direction is sure, "at least +475%", "direction unknown". `value`: what the operands' own values
    give; null: the middle.
    """
    low, high = interval
    sign = said(" points") if points else "%"
    if not points and low <= -100:
        low = -math.inf  # no amount falls below nothing: that end says nothing
    if math.isinf(low) or math.isinf(high):
        return _open_change(low, high, sign)
    middle = (low + high) / 2 if value is None else value
    half = (high - low) / 2
    if half <= 1e-9 * max(abs(low), abs(high)):
        return f"{_signed(middle, max(places_of(middle, _PERCENT_DIGITS), -1))}{sign}"
    exponent = min(max(digits.power_at_least(half), -1), 0)
    if not interval.holds(digits.round_to(middle, exponent)):
        exponent = -1
    if with_range and half >= 0.05:
        exponent = min(exponent, _span_place(low, high))
        return f"{_signed(middle, exponent)}{sign} ({_span(low, high)})"
    text = f"{_signed(middle, exponent)}{sign}"
    if not with_range and low < 0 < high and half >= 0.05:
        return f"{_span(low, high)}{sign}"
    return said(HEDGES[ABOUT], amount=text) if half > 1 else text


def _open_change(low: float, high: float, sign: str) -> str:
    if math.isinf(low) and math.isinf(high):
        return said("direction unknown")
    if math.isinf(high):
        return _bound(low, digits.round_down, (AT_LEAST, OVER), sign)
    return _bound(high, digits.round_up, (AT_MOST, UNDER), sign)


def _span(low: float, high: float) -> str:
    """Both ends, rounded outwards: "179 to 187", "−29 to +40"."""
    place = _span_place(low, high)
    ends = (digits.round_down(low, place), digits.round_up(high, place))
    text = _signed if low < 0 else decimal_text
    first, last = (text(end, place) for end in ends)
    return said("{first} to {last}", first=first, last=last)


def _span_place(low: float, high: float) -> int:
    return max(digits.magnitude((high - low) / 2), -1)


def _bound(end: float, rounding: Rounding, hedges: tuple[str, str], sign: str) -> str:
    """An open side: the bound, rounded so that it stays true; the second hedge if that moved it."""
    exponent = max(places_of(end, _PERCENT_DIGITS), -1)
    value = rounding(end, exponent)
    met = abs(value - end) <= 1e-9 * max(1.0, abs(end))
    return said(HEDGES[hedges[not met]], amount=f"{_signed(value, exponent)}{sign}")


def _signed(value: float, exponent: int) -> str:
    text = decimal_text(value, exponent)
    return text if text.startswith(MINUS) or not text.strip("0.,") else f"+{text}"
