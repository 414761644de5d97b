"""What may be worked out from what: one currency, one part of the year, no bound as a value."""

from __future__ import annotations

from typing import Any

import pytest
from answer_tables import report, table

from zonecli.answers.computed import Computed, constant_prices, in_dollars, per
from zonecli.answers.surroundings import Surroundings
from zonecli.table.report import Report

CHINA: dict[str, Any] = {"zone_type": "national", "source": "office"}


def per_gdp(one: Report, *others: Report) -> Computed | None:
    return per("gdp")(Surroundings(table(one, *others), [one], ["gdp"]), one)


def in_prices_of_2020(one: Report, *china: Report) -> Computed | None:
    around = Surroundings(table(one, *china), [one], ["gdp"])
    return constant_prices(2020)(around, one)


def real_growth(year: int) -> Report:
    return report("8%", year=year, measure="growth", basis="real", **CHINA)


def test_part_of_a_year_is_not_divided_by_the_whole() -> None:
    """Exports of seven months by the GDP of twelve would be a ratio of nothing."""
    part = report("1 trillion", "exports", period="ytd", month=7)
    assert per_gdp(part, report("15.3 trillion")) is None
    same = report("8 trillion", period="ytd", month=7)
    found = per_gdp(part, report("15.3 trillion"), same)
    assert found is not None
    assert found.operands == (part, same)
    assert found.value == pytest.approx(12.5)


def test_money_is_divided_by_money_of_one_currency() -> None:
    """Dollars by yuan are no percentage, and no yuan either."""
    dollars = report("1 trillion", "exports", unit="USD")
    assert per_gdp(dollars, report("15.3 trillion")) is None
    in_dollars_too = report("2 trillion", unit="USD")
    found = per_gdp(dollars, report("15.3 trillion"), in_dollars_too)
    assert found is not None
    assert (found.value, found.unit) == (pytest.approx(50), "percent")


def test_prices_are_never_those_of_two_currencies() -> None:
    """GDP known in dollars in one of the years, or in both, says nothing of prices in yuan."""
    asked = report("15.3 trillion", year=2021)
    dollars = [report("15 trillion", year=year, unit="USD", **CHINA) for year in (2020, 2021)]
    yuan = [report("100 trillion", year=year, **CHINA) for year in (2020, 2021)]
    assert in_prices_of_2020(asked, dollars[0], yuan[1], real_growth(2021)) is None
    assert in_prices_of_2020(asked, *dollars, real_growth(2021)) is None
    assert in_prices_of_2020(asked, *yuan, real_growth(2021)) is not None


def test_a_bound_has_no_value_in_other_prices() -> None:
    """ "Over 1 trillion" stays at least that, in the base year as in any other."""
    bound = report("over 1 trillion", year=2020)
    found = in_prices_of_2020(bound)
    assert found is not None
    assert (found.value, found.interval.ends()) == (None, (1e12, None))
    china = [report("over 100 trillion", year=year, **CHINA) for year in (2020, 2021)]
    found = in_prices_of_2020(report("1 trillion", year=2021), *china, real_growth(2021))
    assert found is not None
    assert found.value is None


def test_a_bound_in_dollars_has_no_value() -> None:
    bound = report("over 1 trillion", "exports", unit="USD")
    found = in_dollars(Surroundings(table(bound), [bound]), bound)
    assert found is not None
    assert (found.value, found.interval.ends()) == (None, (1e12, None))
