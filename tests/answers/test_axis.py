"""Axes: round marks, whole years, nothing outside."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from zonecli.answers.axis import amount_axis, rank_axis, year_ticks


def test_money_is_counted_in_trillions() -> None:
    axis = amount_axis([5.4e12, 15.3e12], "CNY", from_zero=False)
    assert [tick.text for tick in axis.ticks] == ["0", "5", "10", "15", "20"]
    assert (axis.low, axis.high) == (0, 20e12)
    assert (axis.unit, axis.word) == ("trillion CNY", " trillion")


def test_counts_have_whole_marks() -> None:
    """There are no two and a half zones."""
    axis = amount_axis([1, 2, 3], "count", from_zero=True)
    assert all(tick.value % 1 == 0 and "." not in tick.text for tick in axis.ticks)
    assert axis.unit == ""


def test_percentages_fall_below_zero() -> None:
    axis = amount_axis([-1.8, 10.5], "percent", from_zero=True)
    assert [tick.text for tick in axis.ticks] == ["−5%", "0%", "5%", "10%", "15%"]


def test_a_line_far_above_zero_may_begin_there_but_not_a_bar() -> None:
    values = [98.0, 99.0, 101.0]
    assert not amount_axis(values, "index", from_zero=False).begins_at_zero
    assert amount_axis(values, "index", from_zero=True).begins_at_zero
    assert amount_axis([50, 101], "index", from_zero=False).begins_at_zero


def test_first_places_stand_on_top() -> None:
    axis = rank_axis([1, 12])
    assert axis.upside_down
    assert axis.ticks[0].text == "1"
    assert axis.high >= 12


@example([451514555136614.0, 451514555136615.0], "CNY", False)
@given(
    st.lists(st.floats(-1e16, 1e16, allow_nan=False).map(lambda x: round(x, 3)), min_size=1),
    st.sampled_from(["CNY", "percent", "count", "persons"]),
    st.booleans(),
)
def test_every_amount_lies_on_its_axis(values: list[float], unit: str, from_zero: bool) -> None:
    axis = amount_axis(values, unit, from_zero=from_zero)
    slack = 1e-6 * max(map(abs, [*values, 1.0]))
    assert axis.low - slack <= min(values)
    assert max(values) <= axis.high + slack
    texts = [tick.text for tick in axis.ticks]
    assert 2 <= len(texts) == len(set(texts)) <= 12
    assert axis.begins_at_zero or not from_zero


@given(st.integers(1978, 2060), st.integers(0, 120), st.integers(1, 20))
def test_years_named_are_years_there_are(first: int, span: int, most: int) -> None:
    last = first + span
    named = list(year_ticks(first, last, most))
    assert named
    assert named == sorted(set(named))
    assert first <= named[0] <= named[-1] <= last
    assert len(named) <= most + 2


@pytest.mark.parametrize(
    ("first", "last", "most", "named"),
    [
        (2006, 2012, 8, [2006, 2007, 2008, 2009, 2010, 2011, 2012]),
        (2002, 2024, 8, [2002, 2005, 2010, 2015, 2020, 2024]),
        (2021, 2021, 5, [2021]),
    ],
)
def test_round_years_and_the_ends_are_named(
    first: int, last: int, most: int, named: list[int]
) -> None:
    assert list(year_ticks(first, last, most)) == named
