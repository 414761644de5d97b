"""Facts that cannot change, asked of the table that zonecli comes with."""

from __future__ import annotations

import pytest
from installed_command import run

GDP = {
    (2012, "5400000000000", "flanders-china-2022"),
    (2021, "15300000000000", "flanders-china-2022"),
    (2024, "19300000000000", "ics-2025"),
}


def test_gdp_of_the_high_tech_zones_as_the_articles_print_it() -> None:
    """The record keeps each article's figure, with its source, whatever is added to it."""
    ran = run("show", "gdp", "--type", "high-tech", "--reports", "--csv")
    assert ran.status == 0
    told = {(int(r["year"]), r["value"], r["source"]) for r in ran.rows if r["measure"] == "level"}
    assert told >= GDP
    addresses = {r["source"]: r["source_url"] for r in ran.rows}
    assert addresses["ics-2025"] == "https://china-studies.org/?p=17384"
    assert addresses["flanders-china-2022"].startswith("https://www.flanders-china.be/")


def test_one_preferred_figure_a_year() -> None:
    """Exactly one answer for 2012, 2021 and 2024."""
    rows = run("show", "gdp", "--type", "high-tech", "--csv").rows
    years = [row["year"] for row in rows]
    assert len(years) == len(set(years))
    assert {"2012", "2021", "2024"} <= set(years)


@pytest.mark.parametrize(
    ("args", "value"),
    [
        (("gdp", "--type", "economic", "--year", "2024"), "16900000000000"),
        (("zone_count", "--type", "economic", "--year", "2024"), "232"),
        (("foreign_invested_enterprises", "--type", "economic", "--year", "2024"), "60000"),
        (("high_tech_enterprises", "--type", "high-tech", "--year", "2012"), "20000"),
        (("industrial_value_added", "--type", "high-tech", "--year", "2024"), "9800000000000"),
    ],
)
def test_other_figures_of_the_articles(args: tuple[str, ...], value: str) -> None:
    """The other headline figures can be found among the reports."""
    ran = run("show", *args, "--reports", "--csv")
    assert value in {row["value"] for row in ran.rows}


def test_part_years_never_pass_for_years() -> None:
    """However much is added: no default answer mixes a part-year in."""
    ran = run("show", "gdp", "gross_industrial_output", "operating_revenue", "--csv")
    assert {row["period"] for row in ran.rows} == {"year"}


def test_no_row_says_something_its_interval_denies() -> None:
    """Every value of the record lies between its low and high end."""
    metrics = [row["id"] for row in run("list", "metrics", "--csv").rows]
    for row in run("show", *metrics, "--reports", "--period", "any", "--csv").rows:
        low = float(row["low"] or "-inf")
        high = float(row["high"] or "inf")
        assert low <= float(row["value"]) <= high, row["id"]
