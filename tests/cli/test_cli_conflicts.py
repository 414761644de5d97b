"""`zonecli conflicts` on our own record, which has some."""

from __future__ import annotations

from installed_command import run


def test_the_conflicts_of_a_year_are_those_among_all() -> None:
    every = run("conflicts", "--csv").rows
    years = {row["year"] for row in every}
    assert len(years) > 5
    for year in (min(years), max(years), "2017"):
        of_the_year = run("conflicts", "--year", year, "--csv").rows
        assert of_the_year == [row for row in every if row["year"] == year]
        assert of_the_year


def test_a_year_without_conflicts() -> None:
    ran = run("conflicts", "--year", "1950")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "No conflict is known here.\n"
