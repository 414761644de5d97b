"""Which report of each year `compare` sets against which."""

from __future__ import annotations

import pytest
from answer_tables import REGISTRIES, report

from zonecli.answers.pairing import pairs_of
from zonecli.table.report import Report


def ytd(month: int, year: int, printed: str = "1 trillion") -> Report:
    return report(printed, year=year, period="ytd", month=month)


def test_the_main_unit_where_both_years_have_it() -> None:
    before = report("2 trillion", "exports", 2012)
    after = report("3 trillion", "exports", 2021)
    dollars = [report("0.4 trillion", "exports", year, unit="USD") for year in (2012, 2021)]
    assert pairs_of([dollars[0], before, dollars[1], after], 2012, REGISTRIES) == [(before, after)]


def test_another_unit_where_only_one_year_has_the_main_one() -> None:
    """Yuan in 2021 must not hide that both years are known in dollars."""
    before = report("0.3 trillion", "exports", 2012, unit="USD")
    after = report("0.4 trillion", "exports", 2021, unit="USD")
    yuan = report("2.6 trillion", "exports", 2021)
    assert pairs_of([before, yuan, after], 2012, REGISTRIES) == [(before, after)]


def test_no_pair_in_two_units() -> None:
    before = report("0.3 trillion", "exports", 2012, unit="USD")
    assert pairs_of([before, report("2.6 trillion", "exports", 2021)], 2012, REGISTRIES) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([6, 9], [6, 9], (9, 9)),  # the last that both have
        ([6, 9], [6], (6, 6)),  # not January to September against January to June
        ([7], [6, 9], (7, 9)),  # none in common: each at its last, and a warning says so
    ],
)
def test_the_same_months_where_both_years_have_them(
    before: list[int], after: list[int], expected: tuple[int, int]
) -> None:
    reports = [*(ytd(m, 2012) for m in before), *(ytd(m, 2021) for m in after)]
    ((one, other),) = pairs_of(reports, 2012, REGISTRIES)
    assert (one.month, other.month) == expected


def test_each_line_by_itself() -> None:
    """Levels and shares, types and zones make no pair with one another."""
    level = report("5 trillion", year=2012)
    others = [
        report("10%", year=2021, measure="share"),
        report("5 trillion", year=2021, zone_type="economic"),
        report("5 trillion", year=2021, zone="suzhou"),
        report("5 trillion", "output", year=2021),
    ]
    assert pairs_of([level, *others], 2012, REGISTRIES) == []
