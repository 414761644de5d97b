"""What the year of a rank is the year of: every ranking of the record says it in known words."""

from __future__ import annotations

import pytest
from answer_tables import report

from zonecli.answers.rank_years import RankYears, rank_years
from zonecli.table.opening import open_table

METRICS = open_table().registries.metrics


@pytest.mark.parametrize("name", [name for name, m in METRICS.items() if m.unit == "rank"])
def test_every_ranking_of_the_record_tells_its_year(name: str) -> None:
    """A wording that the code does not know would leave the year untold."""
    assert rank_years(METRICS[name], report("1", "rank", 2023)) != RankYears()


@pytest.mark.parametrize(
    ("name", "edition", "assessed"),
    [
        ("mofcom_rank", 2024, 2023),
        ("evaluation_rank", 2023, 2022),
        ("mofcom_rank_fdi", None, 2023),
        ("profitability_rank", 2023, None),
    ],
)
def test_the_years_as_the_definitions_have_them(
    name: str, edition: int | None, assessed: int | None
) -> None:
    """The ministry names an edition by the year in which it is out, the Torch ranking too."""
    assert rank_years(METRICS[name], report("1", "rank", 2023)) == (edition, assessed)


def test_what_is_no_rank_has_none() -> None:
    assert rank_years(METRICS["mofcom_rank"], report("15.3 trillion")) == RankYears()
