"""Prices of one year over those of another: GDP at current prices against its real growth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonecli.stats.deflation import price_ratio
from zonecli.stats.interval import INFINITY, Interval


def exactly(value: float) -> Interval:
    return Interval(value, value)


def test_a_year_later() -> None:
    """100 to 132 with 10% real growth: prices rose by 20%, so a yuan is worth 1/1.2 of before."""
    found = price_ratio(exactly(100), exactly(132), [exactly(10)], later=True)
    assert found == pytest.approx((1 / 1.2, 1 / 1.2))


def test_a_year_earlier() -> None:
    """The other way round: amounts of the earlier year are 1.2 times as much at later prices."""
    found = price_ratio(exactly(132), exactly(100), [exactly(10)], later=False)
    assert found == pytest.approx((1.2, 1.2))


def test_growth_of_several_years_is_multiplied() -> None:
    """10% and 20% make 32%; 100 to 132 is all of it real, and prices stood still."""
    rates = [exactly(10), exactly(20)]
    assert price_ratio(exactly(100), exactly(132), rates, later=True) == pytest.approx((1, 1))
    assert price_ratio(exactly(132), exactly(100), rates, later=False) == pytest.approx((1, 1))


def test_without_a_year_between_it_is_the_ratio_of_gdp() -> None:
    assert price_ratio(exactly(50), exactly(100), [], later=True) == exactly(0.5)


def test_what_the_digits_leave_is_carried_through() -> None:
    """99.5 to 100.5, 131.5 to 132.5, 9.5% to 10.5%: the least over the most, and the other way."""
    base, year, rate = Interval(99.5, 100.5), Interval(131.5, 132.5), Interval(9.5, 10.5)
    later = price_ratio(base, year, [rate], later=True)
    assert later == pytest.approx((99.5 / 132.5 * 1.095, 100.5 / 131.5 * 1.105))
    earlier = price_ratio(year, base, [rate], later=False)
    assert earlier == pytest.approx((131.5 / 100.5 / 1.105, 132.5 / 99.5 / 1.095))


def test_a_bound_leaves_a_bound() -> None:
    """GDP "over 100" then: the ratio is at least 100/132 × 1.1, and nothing bounds it above."""
    found = price_ratio(Interval(100, INFINITY), exactly(132), [exactly(10)], later=True)
    assert found == pytest.approx((100 / 132 * 1.1, INFINITY))


@given(st.floats(1, 1000), st.floats(1, 1000), st.lists(st.floats(-20, 30), max_size=5))
def test_there_and_back_is_one(base: float, year: float, rates: list[float]) -> None:
    """From the one year to the other and back again, an amount is what it was."""
    growth = [exactly(rate) for rate in rates]
    there = price_ratio(exactly(base), exactly(year), growth, later=True)
    back = price_ratio(exactly(year), exactly(base), growth, later=False)
    assert there.low * back.low == pytest.approx(1)
