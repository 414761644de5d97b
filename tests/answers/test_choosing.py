"""Which reports answer: periods, units, measures, names, years."""

from __future__ import annotations

import pytest
from answer_tables import REGISTRIES, report

from zonecli.answers.choosing import (
    ANY_PERIOD,
    DEFAULT_PERIOD,
    in_main_unit,
    in_measures,
    in_period,
    scope_of,
    types_of,
    year_range,
)
from zonecli.errors import UnknownNameError, UsageError

YEAR = report("10 trillion")
JULY = report("6 trillion", period="ytd", month=7)
MARCH = report("1 trillion", period="month", month=3)
YEAR_END = report("169", "zone_count")
SEPTEMBER = report("168", "zone_count", month=9)
NEXT_SEPTEMBER = report("173", "zone_count", 2022, month=9)
NEXT_MARCH = report("172", "zone_count", 2022, month=3)
EVERYTHING = [YEAR, JULY, MARCH, YEAR_END, SEPTEMBER, NEXT_SEPTEMBER, NEXT_MARCH]


def test_full_years_and_last_points_by_default() -> None:
    """A year-end beats September; September stands where there is no year-end; no part-years."""
    chosen = in_period(EVERYTHING, DEFAULT_PERIOD, REGISTRIES)
    assert chosen == [YEAR, YEAR_END, NEXT_SEPTEMBER]


@pytest.mark.parametrize(
    ("period", "chosen"),
    [
        ("year", [YEAR]),
        ("ytd", [JULY]),
        ("month", [MARCH]),
        ("point", [YEAR_END, SEPTEMBER, NEXT_SEPTEMBER, NEXT_MARCH]),
        (ANY_PERIOD, EVERYTHING),
    ],
)
def test_periods_on_request(period: str, chosen: list[object]) -> None:
    """Exactly the kind asked for."""
    assert in_period(EVERYTHING, period, REGISTRIES) == chosen


def test_each_line_has_its_own_last_point() -> None:
    """The year-end of one type does not hide the September of another."""
    economic = SEPTEMBER._replace(zone_type="economic")
    assert in_period([YEAR_END, economic], DEFAULT_PERIOD, REGISTRIES) == [YEAR_END, economic]


def test_the_main_unit_where_it_is_known() -> None:
    """Dollars are shown only where there are no yuan for the same figure."""
    yuan = report("16.9 trillion", year=2024)
    dollars = report("2.36 trillion", year=2024, unit="USD")
    only_dollars = report("2.1 trillion", year=2023, unit="USD")
    assert in_main_unit([yuan, dollars, only_dollars], REGISTRIES) == [yuan, only_dollars]


def test_the_level_else_what_is_known() -> None:
    """With no measure named: the level of a metric that has one, the share of one that has none."""
    level = report("10 trillion")
    its_share = report("13%", measure="share")
    exports_share = report("24.4%", "exports", measure="share")
    assert in_measures([level, its_share, exports_share], ()) == [level, exports_share]
    assert in_measures([level, its_share, exports_share], ("share",)) == [its_share, exports_share]


def test_names_in_any_language_become_ids() -> None:
    """A request knows ids alone, each once."""
    scope = scope_of(
        REGISTRIES,
        ["GDP", "地区生产总值", "companies"],
        types=["高新区"],
        zones=["苏州"],
        measures=["Share"],
        period="YTD",
        statuses=["Derived"],
    )
    assert scope.metrics == ("gdp", "firms")
    assert scope.zone_types == ("high-tech",)
    assert scope.zones == ("suzhou",)
    assert (scope.measures, scope.period, scope.statuses) == (("share",), "ytd", ("derived",))


def test_nothing_named_is_all_zones_of_all_types_but_the_nation() -> None:
    """China as a whole is a denominator and never slips into an answer."""
    scope = scope_of(REGISTRIES, ["gdp"])
    assert scope.zones == ("all",)
    assert scope.period == DEFAULT_PERIOD
    assert types_of(scope, REGISTRIES) == ("high-tech", "economic")
    assert types_of(scope_of(REGISTRIES, types=["national"]), REGISTRIES) == ("national",)


@pytest.mark.parametrize(
    "words",
    [
        {"metrics": ["gpd"]},
        {"types": ["hihg-tech"]},
        {"zones": ["suzou"]},
        {"measures": ["sum"]},
        {"period": "week"},
        {"statuses": ["guessed"]},
    ],
)
def test_unknown_words_are_refused(words: dict[str, object]) -> None:
    """No word is dropped in silence."""
    with pytest.raises(UnknownNameError):
        scope_of(REGISTRIES, **words)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("asked", "years"),
    [
        ((2021, None, None), (2021, 2021)),
        ((None, 2012, None), (2012, None)),
        ((None, None, 2020), (None, 2020)),
        ((None, 2012, 2012), (2012, 2012)),
        ((None, None, None), (None, None)),
    ],
)
def test_years(asked: tuple[int | None, ...], years: tuple[int | None, ...]) -> None:
    """--year is a range of one; an end left out is open."""
    assert year_range(*asked) == years


@pytest.mark.parametrize(
    ("asked", "latest"),
    [
        ((2021, 2012, None), False),
        ((2021, None, 2022), False),
        ((2021, None, None), True),
        ((None, 2012, None), True),
        ((None, 2022, 2020), False),
    ],
)
def test_years_that_contradict_each_other(asked: tuple[int | None, ...], latest: bool) -> None:
    """Contradictions are refused, not resolved by a silent rule."""
    with pytest.raises(UsageError):
        year_range(*asked, latest=latest)
