"""Intervals: what the printed digits and the hedge of a figure allow, and their arithmetic.

Every operation returns the image of its operands: the smallest interval that holds the result
for each choice of values inside the operands (Moore, Kearfott & Cloud, *Introduction to Interval
Analysis*, 2009, ch. 2). Operands are taken as independent, which is what two printed figures are.
Ends are float64 and right to within its rounding; an open end is infinite here and null in tables.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

INFINITY = math.inf


class Interval(NamedTuple):
    """Closed interval `low` … `high`; -inf or inf where nothing bounds it."""

    low: float
    high: float

    @classmethod
    def of(cls, low: float | None, high: float | None) -> "Interval":
        """From a table's ends, where null is unbounded."""
        return cls(-INFINITY if low is None else low, INFINITY if high is None else high)

    def ends(self) -> tuple[float | None, float | None]:
        """As a table's ends: null where unbounded."""
        low, high = self
        return (None if math.isinf(low) else low, None if math.isinf(high) else high)

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high

    def overlaps(self, other: "Interval") -> bool:
        return self.low <= other.high and other.low <= self.high


UNBOUNDED = Interval(-INFINITY, INFINITY)


def add(a: Interval, b: Interval) -> Interval:
    return Interval(a.low + b.low, a.high + b.high)


def subtract(a: Interval, b: Interval) -> Interval:
    return Interval(a.low - b.high, a.high - b.low)


def multiply(a: Interval, b: Interval) -> Interval:
    products = [_times(x, y) for x in a for y in b]
    return Interval(min(products), max(products))


def divide(a: Interval, b: Interval) -> Interval:
    """Quotients a / b. Raises ZeroDivisionError when `b` is nothing but zero."""
    if b.low == 0 == b.high:
        raise ZeroDivisionError("division by an interval that holds zero alone")
    if b.low < 0 < b.high:
        return a if a == (0, 0) else UNBOUNDED
    if b.low < 0:
        return divide(Interval(-a.high, -a.low), Interval(-b.high, -b.low))
    quotients = [_over(x, y) for x in a for y in b]
    return Interval(min(quotients), max(quotients))


def scaled(interval: Interval, factor: float) -> Interval:
    """Every value times a known factor ≥ 0."""
    return multiply(interval, Interval(factor, factor))


def total(intervals: Iterable[Interval]) -> Interval:
    """Sum of all; of none it is zero."""
    result = Interval(0, 0)
    for interval in intervals:
        result = add(result, interval)
    return result


def percent_change(before: Interval, after: Interval) -> Interval:
    """Change in percent, 100 × (after / before - 1), of amounts that are not negative."""
    return change_of(divide(after, before))


def change_of(ratio: Interval) -> Interval:
    """A ratio as a change in percent: three times is +200."""
    return Interval(100 * (ratio.low - 1), 100 * (ratio.high - 1))


def yearly(ratio: Interval, years: int) -> Interval:
    """The ratio a year that comes to `ratio` ≥ 0 over `years` ≥ 1."""
    return Interval(ratio.low ** (1 / years), ratio.high ** (1 / years))


def compound_growth(before: Interval, after: Interval, years: int) -> Interval:
    """Compound annual growth rate in percent over `years` ≥ 1, of amounts that are not negative."""
    return change_of(yearly(divide(after, before), years))


def percent_of(part: Interval, whole: Interval) -> Interval:
    """`part` in percent of `whole`."""
    ratio = divide(part, whole)
    return Interval(100 * ratio.low, 100 * ratio.high)


def _times(x: float, y: float) -> float:
    """x × y where zero times an open end is zero: the end is never reached."""
    return 0.0 if x == 0 or y == 0 else x * y


def _over(x: float, y: float) -> float:
    """x / y for y ≥ 0, as the limit where y is zero or open."""
    if math.isinf(y):
        return 0.0  # for x open too: the quotients of the other ends reach further either way
    if y == 0:
        return 0.0 if x == 0 else math.copysign(INFINITY, x)
    return x / y
