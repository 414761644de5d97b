"""Which of several mistakes that fit is named first."""

from __future__ import annotations

from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.judge import judge
from zonecli.stats.printed import read_number
from zonecli.table.table import Table


def _kinds(record: Table, text: str, year: int) -> list[str]:
    number = read_number(text)
    claim = Claim("gdp", "level", "high-tech", "all", year, number, number.unit, text=text)
    return [mistake.kind for mistake in judge(record, claim).mistakes]


def test_a_figure_of_another_year_is_found(record: Table) -> None:
    """12.2 trillion is the GDP of 2019."""
    assert _kinds(record, "12.2 trillion yuan", 2021)[0] == "year"


def test_a_scale_misread_goes_before_what_only_rounds_to_the_number(record: Table) -> None:
    """15.3 trillion is 15.3万亿: with 亿 read as billion it is ten times too small or too large."""
    assert _kinds(record, "153 billion yuan", 2021)[0] in ("wan", "power-of-ten")
    assert _kinds(record, "1.53 trillion yuan", 2021)[0] == "power-of-ten"


def test_no_kind_is_named_twice_and_three_at_the_most(record: Table) -> None:
    for text in ("12.2 trillion yuan", "1.53 trillion yuan", "17 trillion yuan", "5 trillion yuan"):
        kinds = _kinds(record, text, 2021)
        assert len(kinds) == len(set(kinds)) <= 3


def test_a_figure_on_the_other_side_of_the_hedge_explains_nothing(record: Table) -> None:
    """15.3 trillion rounds to 15 and is not below it; nor is it an older figure than itself."""
    assert _kinds(record, "below 15 trillion yuan", 2021) == []
    assert "year" not in _kinds(record, "over 20 trillion yuan", 2021)
