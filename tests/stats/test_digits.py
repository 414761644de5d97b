"""Digits: as many as an interval allows, and rounding that never claims more than it holds."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zonecli.stats import digits
from zonecli.stats.interval import Interval


@pytest.mark.parametrize(
    ("amount", "exponent"),
    [
        *((1, 0), (1.001, 1), (10, 1), (10.5, 2), (1000, 3), (1001, 4), (0.1, -1), (0.11, 0)),
        *((0.001, -3), (0.0011, -2), (1e12, 12), (1.5e12, 13), (0.05, -1)),
        *((1.0000001, 1), (1000.0001, 4)),  # a hair above, but more than floats may add
    ],
)
def test_power_at_least(amount: float, exponent: int) -> None:
    assert digits.power_at_least(amount) == exponent


@given(st.floats(1e-9, 1e18))
def test_power_at_least_is_the_least(amount: float) -> None:
    exponent = digits.power_at_least(amount)
    assert Fraction(10) ** exponent >= Fraction(amount) * (1 - Fraction(1, 10**8))
    assert Fraction(10) ** (exponent - 1) < Fraction(amount) * (1 + Fraction(1, 10**5))


@pytest.mark.parametrize(
    ("amount", "exponent"),
    [(115, 2), (1, 0), (999, 2), (1000, 3), (0.02, -2), (15.3e12, 13), (-42, 1), (0, 0)],
)
def test_magnitude(amount: float, exponent: int) -> None:
    assert digits.magnitude(amount) == exponent


@pytest.mark.parametrize(
    ("value", "exponent"),
    [
        *((115_000, 3), (13.4, -1), (15.3e12, 11), (2_252_000, 3), (173, 0), (100, 2)),
        *((0.25, -2), (-3.4, -1), (12_345.6, -1), (1_295_713_000_000, 6)),
    ],
)
def test_own_exponent(value: float, exponent: int) -> None:
    assert digits.own_exponent(value) == exponent


@given(st.integers(1, 10**9).filter(lambda n: n % 10), st.integers(-6, 9))
@example(92, -1)  # 9.2 is 9.199999999999999 to sixteen digits
def test_own_exponent_is_where_the_digits_end(number: int, exponent: int) -> None:
    assert digits.own_exponent(float(Decimal(number).scaleb(exponent))) == exponent


@pytest.mark.parametrize(
    ("low", "high", "significant", "exponent"),
    [
        (89, 89, 3, -1),  # exact: three digits, 89.0
        (12.5, 12.5, 3, -1),
        (15.25e12, 15.35e12, 3, 11),  # 15.3 trillion
        (179.8, 186.9, 3, 1),  # ±3.6: tens, for ±1 would be too much
        (182.9, 183.1, 3, 0),  # ±0.1, but three digits are asked for
        (0, 0, 3, 0),
        (0.4, 0.6, 3, -1),
        (95, 105, 3, 1),  # ±5: tens
        (88, 112, 3, 2),  # ±12: hundreds
        (13.4, 16.4, 3, 0),  # ±1.5, but 14.9 in tens is 10, which the source excludes
    ],
)
def test_allowed_exponent_by_hand(low: float, high: float, significant: int, exponent: int) -> None:
    assert digits.allowed_exponent(Interval(low, high), significant) == exponent


_ENDS = st.one_of(st.just(0.0), st.floats(1e-9, 1e15), st.floats(-1e15, -1e-9))


@given(_ENDS, st.one_of(st.just(0.0), st.floats(1e-9, 1e15)), st.integers(1, 5))
def test_the_digits_allowed_cover_the_interval(low: float, width: float, significant: int) -> None:
    """One unit of the last digit either way holds all of it: no digit is invented.

    A digit more is shown only where the middle, rounded without it, would lie outside.
    """
    interval = Interval(low, low + width)
    half = (interval.high - interval.low) / 2
    exponent = digits.allowed_exponent(interval, significant)
    unit = Fraction(10) ** exponent * (1 + Fraction(1, 10**8))
    size = max(abs(interval.low), abs(interval.high))
    if half > size * 1e-12 and Fraction(half) > unit:
        middle = (interval.low + interval.high) / 2
        assert Fraction(half) <= 10 * unit
        assert not interval.holds(digits.round_to(middle, exponent + 1))


# --------------------------------------------------------------------------------- rounding

_DECIMALS = st.decimals(
    Decimal(-(10**7)), Decimal(10**7), places=4, allow_nan=False, allow_infinity=False
)
_PLACES = st.integers(-3, 4)


def as_text(value: float, exponent: int) -> Decimal:
    """As it is shown: that many decimals and no more."""
    return Decimal(f"{value:.{max(0, -exponent)}f}")


def rounded(value: Decimal, exponent: int, way: str) -> Decimal:
    unit = Decimal(1).scaleb(exponent)
    return (value / unit).quantize(Decimal(1), way) * unit


@given(_DECIMALS, _PLACES)
def test_round_to_is_what_people_do(value: Decimal, exponent: int) -> None:
    """Halves go away from zero, also where the float is a hair below the half."""
    shown = as_text(digits.round_to(float(value), exponent), exponent)
    assert shown == rounded(value, exponent, ROUND_HALF_UP)


@given(_DECIMALS, _PLACES)
def test_bounds_are_rounded_outwards(value: Decimal, exponent: int) -> None:
    """ "At least +475%" stays true after rounding; a bound with few digits keeps them."""
    down = as_text(digits.round_down(float(value), exponent), exponent)
    up = as_text(digits.round_up(float(value), exponent), exponent)
    assert down == rounded(value, exponent, ROUND_FLOOR)
    assert up == rounded(value, exponent, ROUND_CEILING)


@pytest.mark.parametrize(
    ("value", "exponent", "expected"),
    [
        (0.285, -2, "0.29"),
        (1.005, -2, "1.01"),
        (2.675, -2, "2.68"),
        (0.5, 0, "1"),
        (-0.5, 0, "-1"),
        (15_349_000_000_000, 11, "15300000000000"),
        (15_350_000_000_000, 11, "15400000000000"),
        (13.35, -1, "13.4"),
    ],
)
def test_round_to_by_hand(value: float, exponent: int, expected: str) -> None:
    assert f"{digits.round_to(value, exponent):.{max(0, -exponent)}f}" == expected


@given(_DECIMALS, _PLACES)
@example(Decimal("0.3"), -1)  # 3 * 0.1 is 0.30000000000000004
@example(Decimal("2418034.2001"), -1)
def test_rounding_twice_is_rounding_once(value: Decimal, exponent: int) -> None:
    for way in (digits.round_to, digits.round_down, digits.round_up):
        once = way(float(value), exponent)
        assert way(once, exponent) == once


@given(st.integers(-(10**9), 10**9), st.integers(-6, 9))
@example(3, -1)  # 3 * 0.1 is 0.30000000000000004
@example(1, 5)  # 1 / 10**-5 is 99999.99999999999
def test_what_is_rounded_already_stays_the_same_float(number: int, exponent: int) -> None:
    """The float that is nearest to the decimal, not its neighbour."""
    value = float(Decimal(number).scaleb(exponent))
    for way in (digits.round_to, digits.round_down, digits.round_up):
        assert way(value, exponent) == value
