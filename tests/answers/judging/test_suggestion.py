"""Better wordings: of what they speak, and in which language."""

from __future__ import annotations

import pytest

from zonecli.answers.choosing import scope_of
from zonecli.answers.judging.judge import judge
from zonecli.answers.judging.suggestion import suggestion
from zonecli.answers.verify import claim_of_words
from zonecli.language import spoken
from zonecli.table.table import Table


def better(record: Table, value: str, year: int, measures: tuple[str, ...] = ()) -> str | None:
    scope = scope_of(record.registries, ["gdp"], types=["high-tech"], measures=measures)
    judgement = judge(record, claim_of_words(record, scope, year, value, None))
    return suggestion(judgement, record.registries)


def test_a_printed_figure_with_its_time(record: Table) -> None:
    said = better(record, "16tn", 2021)
    assert said == "GDP of national high-tech zones: 15.3 trillion CNY (2021)"


def test_what_is_worked_out_is_of_the_zones_not_of_its_other_operand(record: Table) -> None:
    """17.9 of 129.4 trillion yuan are 13.9 percent; 19.3 trillion at 7.2 a dollar are 2.68."""
    said = better(record, "15%", 2023, ("share",))
    assert said == "GDP of national high-tech zones, share of the national total: 13.9% (2023)"
    assert better(record, "16.9tn$", 2024) == (
        "GDP of national high-tech zones: 2.68 trillion USD (2024)"
    )


def test_two_years_are_named(record: Table) -> None:
    """13.4 percent in 2021 and 13.3 in 2020."""
    said = better(record, "1.2 percentage points", 2021) or ""
    assert said.startswith("GDP of national high-tech zones, share of the national total: ")
    assert said.endswith(" points (2021 against 2020)")


@pytest.mark.parametrize("year", [2021, 2023])
def test_a_chinese_claim_is_bettered_in_chinese(record: Table, year: int) -> None:
    """With the digits that the source has, also of a derived figure: 17.9 trillion for 2023."""
    amount = {2021: "15.3万亿元", 2023: "17.9万亿元"}[year]
    expected = f"{year}年国家高新技术产业开发区生产总值：{amount}"
    assert better(record, "20万亿元", year) == expected
    assert spoken() == "en"


def test_nothing_is_bettered_that_is_right_to_the_digits(record: Table) -> None:
    assert better(record, "15.3tn", 2021) is None
    assert better(record, "15.3万亿元", 2021) is None
    # 17.9 of 129.4 trillion: what is worked out does not better what it rounds to.
    assert better(record, "13.9%", 2023, ("share",)) is None
    assert better(record, "14%", 2023, ("share",)) is None


@pytest.mark.parametrize("value", ["over 1 trillion", "nearly 16 trillion", "15tn"])
def test_what_is_right_but_blunter_than_the_record_is_bettered(record: Table, value: str) -> None:
    said = better(record, value, 2021)
    assert said == "GDP of national high-tech zones: 15.3 trillion CNY (2021)"


def test_a_bound_is_bettered_by_a_sharper_bound(record: Table) -> None:
    """The source has over 60,000."""
    scope = scope_of(record.registries, ["foreign_invested_enterprises"], types=["economic"])
    for value, bettered in (("over 50,000", True), ("over 60,000", False)):
        judgement = judge(record, claim_of_words(record, scope, 2024, value, None))
        assert judgement.verdict == "supported"
        assert (suggestion(judgement, record.registries) is not None) == bettered
