"""One claim against one figure: what digits and hedges allow."""

from __future__ import annotations

import pytest

from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.judge import judge
from zonecli.stats.printed import read_number
from zonecli.table.table import Table


def _claim(text: str, metric: str, zone_type: str, year: int, **more: object) -> Claim:
    number = read_number(text)
    return Claim(metric, "level", zone_type, "all", year, number, number.unit, text=text, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("15.3 trillion yuan", "supported"),
        ("15 trillion yuan", "supported"),
        ("over 15 trillion yuan", "supported"),
        ("15.31 trillion yuan", "close"),
        ("over 15.3 trillion yuan", "close"),
        ("16.3 trillion yuan", "contradicted"),
        ("over 16 trillion yuan", "contradicted"),
        ("less than 15 trillion yuan", "contradicted"),
        ("15.3万亿元", "supported"),
    ],
)
def test_a_figure_that_is_known_to_its_digits(record: Table, text: str, verdict: str) -> None:
    assert judge(record, _claim(text, "gdp", "high-tech", 2021)).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("over 60,000", "supported"),
        ("more than 50,000", "supported"),
        ("at least 60,000", "supported"),
        ("60,000", "close"),
        ("61,000", "close"),
        ("90,000", "unknown"),
        ("over 90,000", "unknown"),
        ("600,000", "contradicted"),
        ("20,000", "contradicted"),
        ("fewer than 60,000", "contradicted"),
    ],
)
def test_a_figure_that_is_only_a_bound(record: Table, text: str, verdict: str) -> None:
    claim = _claim(text, "foreign_invested_enterprises", "economic", 2024)
    assert judge(record, claim).verdict == verdict


def test_any_report_supports_and_the_others_are_said(record: Table) -> None:
    for text in ("15.7 trillion yuan", "14.8 trillion yuan"):
        judgement = judge(record, _claim(text, "gdp", "economic", 2023))
        assert judgement.verdict == "supported"
        assert any("another source has" in remark for remark in judgement.remarks)


def test_a_doubt_keeps_a_claim_from_being_contradicted(record: Table) -> None:
    claim = _claim(
        "99 trillion yuan", "gdp", "high-tech", 2021, doubts=("the year was named before",)
    )
    judgement = judge(record, claim)
    assert judgement.verdict == "unknown"
    assert "not sure" in judgement.remarks[0]


def test_a_stock_between_two_points_is_not_contradicted(record: Table) -> None:
    """173 zones in September 2022, 177 at its end: 175 may have been in between."""
    assert judge(record, _claim("175", "zone_count", "high-tech", 2022)).verdict == "close"
    assert judge(record, _claim("190", "zone_count", "high-tech", 2022)).verdict == "contradicted"
