"""Growth and share beside a figure: printed beats computed; computed only where it may be."""

from __future__ import annotations

import pytest
from answer_tables import report, table

from zonecli.answers.computed import growth, share
from zonecli.answers.surroundings import Surroundings, comparable
from zonecli.table.report import Report

TORCH = {"series": "torch", "source": "office"}


def grown(before: Report, after: Report) -> object:
    return growth(Surroundings(table(before, after), [after]), after)


def test_growth_from_the_levels_of_one_series() -> None:
    """10.0 to 11.0 trillion: 10.95/10.05 to 11.05/9.95, that is +8.96% to +11.06%."""
    before = report("10.0 trillion", year=2020, **TORCH)
    after = report("11.0 trillion", year=2021, **TORCH)
    found = growth(Surroundings(table(before, after), [after]), after)
    assert found is not None
    assert found.value == pytest.approx(10)
    assert found.interval == pytest.approx((100 * (10.95 / 10.05 - 1), 100 * (11.05 / 9.95 - 1)))
    assert found.operands == (before, after)
    assert found.unit == "percent"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"series": "torch"}, {"series": "other"}),
        ({"series": "torch"}, {"series": None}),
        ({"series": None}, {"series": "torch"}),
        ({"source": "paper"}, {"source": "office"}),
        ({"unit": "USD"}, {"unit": "CNY"}),
        ({"period": "ytd", "month": 6}, {"period": "ytd", "month": 7}),
        ({"period": "year"}, {"period": "ytd", "month": 11}),
        ({"zone_type": "economic"}, {"zone_type": "high-tech"}),
        ({"zone": "suzhou"}, {"zone": "all"}),
        ({"year": 2019}, {"year": 2021}),
    ],
)
def test_no_growth_between_what_does_not_belong_together(
    before: dict[str, object], after: dict[str, object]
) -> None:
    """Two bodies, two units, two parts of the year or a gap make no line unnoticed."""
    earlier = report("10.0 trillion", **{"year": 2020, **before})
    later = report("11.0 trillion", **{"year": 2021, **after})
    assert grown(earlier, later) is None


def test_growth_of_the_same_months() -> None:
    """January to July against January to July is a fair comparison."""
    part = {"period": "ytd", "month": 7, **TORCH}
    before = report("10.0 trillion", year=2020, **part)
    after = report("11.0 trillion", year=2021, **part)
    assert comparable(before, after)
    assert grown(before, after) is not None


def test_growth_from_a_bound_is_a_bound() -> None:
    """From "under 10" to 11 trillion has a least growth and no value."""
    before = report("under 10 trillion", year=2020, **TORCH)
    after = report("11.0 trillion", year=2021, **TORCH)
    found = growth(Surroundings(table(before, after), [after]), after)
    assert found is not None
    assert found.value is None
    assert found.interval.low == pytest.approx(9.5)
    assert found.interval.high == float("inf")


def test_share_of_the_national_total() -> None:
    """5.4 of 54.0 trillion is 10%: 5.35/54.05 to 5.45/53.95."""
    part = report("5.4 trillion", year=2012)
    total = report("54.0 trillion", year=2012, zone_type="national", source="office")
    found = share(Surroundings(table(part, total), [part]), part)
    assert found is not None
    assert found.value == pytest.approx(10)
    assert found.interval == pytest.approx((100 * 5.35 / 54.05, 100 * 5.45 / 53.95))
    assert found.operands == (part, total)


@pytest.mark.parametrize(
    "changes",
    [
        {"year": 2013},
        {"unit": "USD"},
        {"period": "ytd", "month": 7},
        {"zone_type": "economic"},
        {"metric": "exports"},
    ],
)
def test_no_share_of_another_total(changes: dict[str, object]) -> None:
    """A total of another year, unit, period or metric is no denominator."""
    part = report("5.4 trillion", year=2012)
    total = report("54.0 trillion", **{"year": 2012, "zone_type": "national", **changes})
    assert share(Surroundings(table(part, total), [part]), part) is None


def test_no_growth_or_share_of_a_rank_or_percentage() -> None:
    """Only amounts grow in percent."""
    ranks = [report("2", "rank", year, **TORCH) for year in (2020, 2021)]
    assert grown(*ranks) is None
    shares = [report("13.4%", year=year, measure="share", **TORCH) for year in (2020, 2021)]
    assert grown(*shares) is None
