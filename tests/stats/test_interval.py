"""Interval arithmetic keeps its promise: nothing possible is left out, nothing more is let in.

Outcomes are worked out in exact fractions (and roots in 40 decimals), never with the code tested.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from zonecli.stats import interval as intervals
from zonecli.stats.interval import INFINITY, UNBOUNDED, Interval

SLACK = Fraction(1, 10**12)

_SIZES = st.one_of(
    st.just(0.0),
    st.integers(1, 10**6).map(float),
    st.floats(1e-6, 1e16, allow_nan=False, allow_infinity=False),
)
_SIGNED = st.builds(lambda size, sign: size * sign, _SIZES, st.sampled_from((1, -1)))
_ABOVE_ZERO = _SIZES.filter(bool)
_PLACE = st.one_of(st.sampled_from((Fraction(0), Fraction(1))), st.fractions(0, 1))

Drawn = tuple[Interval, Fraction]


@st.composite
def operands(
    draw: st.DrawFn, *, negative: bool = True, zero: bool = True, bounded: bool = False
) -> Drawn:
    """An interval and a value inside it."""
    ends = _SIGNED if negative else _SIZES if zero else _ABOVE_ZERO
    first, second = sorted((draw(ends), draw(ends)))
    value = Fraction(first) + draw(_PLACE) * (Fraction(second) - Fraction(first))
    low, high = first, second
    if not bounded:
        if negative and draw(st.integers(0, 5)) == 0:
            low = -INFINITY
        if draw(st.integers(0, 5)) == 0:
            high = INFINITY
    return Interval(low, high), value


SIGNED = operands()
AMOUNT = operands(negative=False)
BOUNDED = operands(bounded=True)
BOUNDED_AMOUNT = operands(negative=False, bounded=True)
ABOVE_ZERO = operands(negative=False, zero=False, bounded=True)
YEARS = st.integers(1, 40)


def assert_holds(result: Interval, outcome: Fraction, scale: Fraction | None = None) -> None:
    """The outcome lies in the result, but for a relative 1e-12 of `scale` (of itself if null)."""
    slack = SLACK * abs(outcome if scale is None else scale)
    assert math.isinf(result.low) or Fraction(result.low) <= outcome + slack
    assert math.isinf(result.high) or outcome - slack <= Fraction(result.high)
    assert result.low != INFINITY
    assert result.high != -INFINITY


def assert_ends(result: Interval, outcomes: list[Fraction], scale: Fraction | None = None) -> None:
    """The ends of the result are the least and the greatest outcome, so it is never wider."""
    for end, outcome in ((result.low, min(outcomes)), (result.high, max(outcomes))):
        slack = SLACK * abs(outcome if scale is None else scale)
        assert math.isfinite(end)
        assert abs(Fraction(end) - outcome) <= slack


def ends_of(operand: Interval) -> tuple[Fraction, Fraction]:
    return Fraction(operand.low), Fraction(operand.high)


def change(before: Fraction, after: Fraction) -> Fraction:
    return 100 * (after / before - 1)


def yearly(percent: Fraction, years: int) -> Fraction:
    """The change a year that comes to `percent` over `years`, to 40 decimals."""
    with localcontext() as context:
        context.prec = 40
        ratio = Decimal(100 * percent.denominator + percent.numerator) / (100 * percent.denominator)
        if ratio <= 0:
            return Fraction(-100)
        return 100 * (Fraction(ratio ** (Decimal(1) / years)) - 1)


# ------------------------------------------------------------------- any choice of values is held


@given(SIGNED, SIGNED)
def test_a_sum_holds_every_outcome(a: Drawn, b: Drawn) -> None:
    assert_holds(intervals.add(a[0], b[0]), a[1] + b[1])


@given(SIGNED, SIGNED)
def test_a_difference_holds_every_outcome(a: Drawn, b: Drawn) -> None:
    assert_holds(intervals.subtract(a[0], b[0]), a[1] - b[1])


@given(SIGNED, SIGNED)
def test_a_product_holds_every_outcome(a: Drawn, b: Drawn) -> None:
    assert_holds(intervals.multiply(a[0], b[0]), a[1] * b[1])


@given(SIGNED, SIGNED)
def test_a_quotient_holds_every_outcome(a: Drawn, b: Drawn) -> None:
    assume(b[1] != 0)
    assert_holds(intervals.divide(a[0], b[0]), a[1] / b[1])


@given(st.lists(SIGNED, max_size=8))
def test_a_total_holds_every_outcome(parts: list[Drawn]) -> None:
    values = [value for _, value in parts]
    ends = [abs(Fraction(end)) for part, _ in parts for end in part if math.isfinite(end)]
    result = intervals.total(part for part, _ in parts)
    assert_holds(result, sum(values, Fraction(0)), sum(ends, Fraction(0)))


@given(AMOUNT, AMOUNT)
def test_a_change_in_percent_holds_every_outcome(before: Drawn, after: Drawn) -> None:
    assume(before[1] != 0)
    outcome = change(before[1], after[1])
    assert_holds(intervals.percent_change(before[0], after[0]), outcome, outcome + 200)


@given(AMOUNT, AMOUNT)
def test_a_share_holds_every_outcome(part: Drawn, whole: Drawn) -> None:
    assume(whole[1] != 0)
    assert_holds(intervals.percent_of(part[0], whole[0]), 100 * part[1] / whole[1])


@given(AMOUNT, YEARS)
def test_a_ratio_a_year_holds_every_outcome(ratio: Drawn, years: int) -> None:
    outcome = yearly(100 * (ratio[1] - 1), years) / 100 + 1
    assert_holds(intervals.yearly(ratio[0], years), outcome, outcome + 1)


@given(AMOUNT, AMOUNT, YEARS)
def test_compound_growth_holds_every_outcome(before: Drawn, after: Drawn, years: int) -> None:
    assume(before[1] != 0)
    outcome = yearly(change(before[1], after[1]), years)
    assert_holds(intervals.compound_growth(before[0], after[0], years), outcome, outcome + 200)


def _fraction_or(end: float, otherwise: int = 10**20) -> Fraction:
    return Fraction(end) if math.isfinite(end) else Fraction(otherwise)


# ------------------------------------------------------- never wider: each end is some outcome


@given(BOUNDED, BOUNDED)
def test_sums_differences_and_products_end_in_outcomes(a: Drawn, b: Drawn) -> None:
    pairs = list(product(ends_of(a[0]), ends_of(b[0])))
    assert_ends(intervals.add(a[0], b[0]), [x + y for x, y in pairs])
    assert_ends(intervals.subtract(a[0], b[0]), [x - y for x, y in pairs])
    assert_ends(intervals.multiply(a[0], b[0]), [x * y for x, y in pairs])


@given(BOUNDED, ABOVE_ZERO, st.booleans())
def test_a_quotient_ends_in_outcomes(a: Drawn, b: Drawn, negated: bool) -> None:
    divisor = Interval(-b[0].high, -b[0].low) if negated else b[0]
    outcomes = [x / y for x, y in product(ends_of(a[0]), ends_of(divisor))]
    assert_ends(intervals.divide(a[0], divisor), outcomes)


@given(ABOVE_ZERO, BOUNDED_AMOUNT, YEARS)
def test_changes_and_shares_end_in_outcomes(before: Drawn, after: Drawn, years: int) -> None:
    pairs = list(product(ends_of(before[0]), ends_of(after[0])))
    changes = [change(x, y) for x, y in pairs]
    scale = max(map(abs, changes)) + 200
    assert_ends(intervals.percent_change(before[0], after[0]), changes, scale)
    assert_ends(intervals.percent_of(after[0], before[0]), [100 * y / x for x, y in pairs])
    rates = [yearly(percent, years) for percent in changes]
    scale = max(map(abs, rates)) + 200
    assert_ends(intervals.compound_growth(before[0], after[0], years), rates, scale)


@given(st.lists(BOUNDED_AMOUNT, max_size=8))
def test_a_total_ends_in_outcomes(parts: list[Drawn]) -> None:
    result = intervals.total(part for part, _ in parts)
    lows = sum((Fraction(part.low) for part, _ in parts), Fraction(0))
    highs = sum((Fraction(part.high) for part, _ in parts), Fraction(0))
    assert_ends(result, [lows, highs])


# -------------------------------------------------------------------- exact operands, exact result


@given(st.integers(-(10**7), 10**7), st.integers(-(10**7), 10**7))
def test_whole_numbers_stay_exact(x: int, y: int) -> None:
    """Counts that are known one by one give counts that are: "173 - 84" is 89 and no more."""
    a, b = Interval(x, x), Interval(y, y)
    assert intervals.add(a, b) == (x + y, x + y)
    assert intervals.subtract(a, b) == (x - y, x - y)
    assert intervals.multiply(a, b) == (x * y, x * y)
    assert intervals.total([a, b, a]) == (2 * x + y, 2 * x + y)
    assert intervals.subtract(a, b).is_exact


@given(st.integers(-(10**5), 10**5), st.integers(-(10**5), 10**5).filter(bool))
def test_a_quotient_that_comes_out_even_is_exact(x: int, y: int) -> None:
    assert intervals.divide(Interval(x * y, x * y), Interval(y, y)) == (x, x)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (intervals.percent_change(Interval(100, 100), Interval(150, 150)), (50, 50)),
        (intervals.percent_change(Interval(200, 200), Interval(0, 0)), (-100, -100)),
        (intervals.percent_of(Interval(1, 1), Interval(4, 4)), (25, 25)),
        (intervals.yearly(Interval(1, 1), 9), (1, 1)),
        (intervals.yearly(Interval(0, 0), 3), (0, 0)),
        (intervals.change_of(Interval(1.5, 1.5)), (50, 50)),
        (intervals.total([]), (0, 0)),
        (intervals.scaled(Interval(2, 3), 100), (200, 300)),
        (intervals.scaled(Interval(2, INFINITY), 100), (200, INFINITY)),
    ],
)
def test_cases_that_are_exact_by_hand(result: Interval, expected: tuple[float, float]) -> None:
    assert result == expected


def test_growth_known_from_the_sources() -> None:
    """5.4 to 15.3 trillion (2012 to 2021): +180 to +186 percent, about 12.3 percent a year."""
    before, after = Interval(5.35e12, 5.45e12), Interval(15.25e12, 15.35e12)
    percent = intervals.percent_change(before, after)
    assert percent.low == pytest.approx(100 * (1525 / 545 - 1), rel=1e-12)  # 179.8
    assert percent.high == pytest.approx(100 * (1535 / 535 - 1), rel=1e-12)  # 186.9
    a_year = intervals.compound_growth(before, after, 9)
    assert 12.0 < a_year.low < 12.27 < a_year.high < 12.5


# ------------------------------------------------------------------------------- unbounded ends

OVER_5 = Interval(5, INFINITY)
AT_MOST_4 = Interval(-INFINITY, 4)
ONE_TO_TWO = Interval(1, 2)


@pytest.mark.parametrize(
    ("operation", "a", "b", "expected"),
    [
        (intervals.add, OVER_5, ONE_TO_TWO, (6, INFINITY)),
        (intervals.add, OVER_5, AT_MOST_4, (-INFINITY, INFINITY)),
        (intervals.subtract, OVER_5, ONE_TO_TWO, (3, INFINITY)),
        (intervals.subtract, ONE_TO_TWO, OVER_5, (-INFINITY, -3)),
        (intervals.subtract, OVER_5, OVER_5, (-INFINITY, INFINITY)),
        (intervals.multiply, OVER_5, ONE_TO_TWO, (5, INFINITY)),
        (intervals.multiply, OVER_5, Interval(-2, -1), (-INFINITY, -5)),
        (intervals.multiply, OVER_5, Interval(0, 1), (0, INFINITY)),
        (intervals.multiply, OVER_5, Interval(0, 0), (0, 0)),
        (intervals.multiply, UNBOUNDED, Interval(0, 0), (0, 0)),
        (intervals.multiply, OVER_5, Interval(-1, 1), (-INFINITY, INFINITY)),
        (intervals.divide, OVER_5, ONE_TO_TWO, (2.5, INFINITY)),
        (intervals.divide, ONE_TO_TWO, OVER_5, (0, 0.4)),
        (intervals.divide, Interval(-2, -1), OVER_5, (-0.4, 0)),
        (intervals.divide, Interval(-1, 2), OVER_5, (-0.2, 0.4)),
        (intervals.divide, OVER_5, OVER_5, (0, INFINITY)),
        (intervals.divide, OVER_5, AT_MOST_4, (-INFINITY, INFINITY)),
        # a divisor that goes down to nothing: "under 20,000" is 0 to 20,000
        (intervals.divide, Interval(10, 20), Interval(0, 4), (2.5, INFINITY)),
        (intervals.divide, Interval(-20, -10), Interval(0, 4), (-INFINITY, -2.5)),
        (intervals.divide, Interval(0, 20), Interval(0, 4), (0, INFINITY)),
        (intervals.divide, Interval(10, 20), Interval(-4, 0), (-INFINITY, -2.5)),
        (intervals.divide, Interval(10, 20), Interval(-1, 4), (-INFINITY, INFINITY)),
        (intervals.divide, Interval(0, 0), Interval(-1, 4), (0, 0)),
        (intervals.divide, Interval(0, 0), Interval(0, 4), (0, 0)),
        (intervals.percent_change, Interval(0, 20_000), Interval(115_000, 115_000), (475, None)),
        (intervals.percent_change, OVER_5, Interval(10, 10), (-100, 100)),
        (intervals.percent_change, Interval(4, 4), OVER_5, (25, None)),
        (intervals.percent_of, ONE_TO_TWO, Interval(0, 8), (12.5, None)),
    ],
)
def test_unbounded_ends_by_hand(
    operation: Callable[[Interval, Interval], Interval],
    a: Interval,
    b: Interval,
    expected: tuple[float, float | None],
) -> None:
    """Neither lost nor carried where they do not belong: -inf, inf or null says unbounded."""
    assert operation(a, b) == Interval.of(*expected)


def test_an_open_change_stays_open_a_year() -> None:
    assert intervals.yearly(Interval(4, INFINITY), 2) == (2, INFINITY)
    assert intervals.yearly(Interval(0, 4), 2) == (0, 2)
    assert intervals.compound_growth(Interval(0, 1), Interval(4, 4), 2) == (100, INFINITY)


@pytest.mark.parametrize("zero", [Interval(0, 0), Interval(-0.0, 0.0), Interval(0.0, -0.0)])
@pytest.mark.parametrize(
    "operation",
    [
        intervals.divide,
        intervals.percent_of,
        lambda part, whole: intervals.percent_change(whole, part),
        lambda part, whole: intervals.compound_growth(whole, part, 3),
    ],
)
@pytest.mark.parametrize("part", [Interval(1, 2), Interval(0, 0), UNBOUNDED])
def test_division_by_nothing_but_zero_raises(
    operation: Callable[[Interval, Interval], Interval], part: Interval, zero: Interval
) -> None:
    with pytest.raises(ZeroDivisionError):
        operation(part, zero)


# --------------------------------------------------------------------------- the type itself


def test_null_is_unbounded_in_tables() -> None:
    assert Interval.of(None, 5) == (-INFINITY, 5)
    assert Interval.of(5, None) == (5, INFINITY)
    assert Interval.of(None, None) == UNBOUNDED
    assert Interval(-INFINITY, 5).ends() == (None, 5)
    assert UNBOUNDED.ends() == (None, None)
    assert Interval.of(0, 0).ends() == (0, 0)


@given(SIGNED)
def test_ends_and_back(drawn: Drawn) -> None:
    assert Interval.of(*drawn[0].ends()) == drawn[0]


@given(SIGNED, SIGNED)
def test_overlap_is_a_shared_value(a: Drawn, b: Drawn) -> None:
    """Two sources agree exactly when some value suits both."""
    shared = max(a[0].low, b[0].low) <= min(a[0].high, b[0].high)
    assert a[0].overlaps(b[0]) == shared == b[0].overlaps(a[0])


def test_holds_its_ends_and_nothing_outside() -> None:
    assert Interval(1, 2).holds(1)
    assert Interval(1, 2).holds(2)
    assert not Interval(1, 2).holds(2.0000001)
    assert OVER_5.holds(1e300)
    assert Interval(3, 3).is_exact
    assert not OVER_5.is_exact
