"""`check`: what a text says to be so now, and shares of GDP that follow an amount."""

from __future__ import annotations

from pathlib import Path

import pytest

from zonecli.answers.check import check
from zonecli.reading.documents import Document
from zonecli.table.opening import open_table
from zonecli.table.table import Table


@pytest.fixture(scope="module")
def record() -> Table:
    return open_table(Path(__file__).parents[2] / "data" / "metrics.parquet")


def rows(record: Table, text: str, date: int | None = None) -> list[tuple[str, int | None]]:
    """Verdict and year of each number."""
    found = check(record, [Document("text", text)], date)
    return [(row["verdict"], row["year"]) for row in found.rows]


BEFORE = "In 2021 there were 169 national high-tech zones. "
BEFORE_HAN = "2021年底国家高新区共169家。"


@pytest.mark.parametrize(
    "text",
    [
        BEFORE + "By now there are 178 national high-tech zones.",
        BEFORE + "Currently there are 178 national high-tech zones.",
        BEFORE + "Today there are 178 national high-tech zones.",
        BEFORE_HAN + "目前国家高新区共178家。",
        BEFORE_HAN + "现在国家高新区共178家。",
        BEFORE_HAN + "国家高新区现有178家。",
    ],
)
def test_now_is_not_the_year_of_an_earlier_sentence(record: Table, text: str) -> None:
    """178 since November 2023; the record's last point is of 2025."""
    assert rows(record, text) == [("supported", 2021), ("supported", 2025)]


def test_now_is_the_year_of_the_text_where_it_is_known(record: Table) -> None:
    text = "Over the years there were more. Now there are {} national high-tech zones."
    assert rows(record, text.format(169), 2021) == [("supported", 2021)]
    assert rows(record, text.format(178), 2021) == [("unknown", 2021)]
    # Of a year that the record does not have yet: the last before it.
    assert rows(record, text.format(178), 2049) == [("supported", 2025)]
    dated = "Published: 2021-11-03\n\n" + text.format(169)
    assert rows(record, dated) == [("supported", 2021)]


def test_now_beside_a_year_confirms_nothing_of_another_year(record: Table) -> None:
    assert rows(record, "In 2021 the national high-tech zones now number 178.") == [
        ("unknown", 2021)
    ]
    assert rows(record, "By the end of 2021 there are now 178 national high-tech zones.") == [
        ("contradicted", 2021)
    ]
    assert rows(record, "As of 2021 there are now 169 national high-tech zones.") == [
        ("supported", 2021)
    ]
    both = "In 2021 there were 169 national high-tech zones, and now there are 178 such zones."
    assert rows(record, both) == [("supported", 2021), ("supported", 2025)]


def test_what_is_compared_with_an_unknown_present_is_not_placed(record: Table) -> None:
    text = "The GDP of the high-tech zones has now grown by 183 percent in the past decade."
    assert rows(record, text) == [("not-placed", None)]


@pytest.mark.parametrize(("share", "verdict"), [("13.4", "supported"), ("31.4", "unknown")])
def test_a_share_of_gdp_behind_the_amount(record: Table, share: str, verdict: str) -> None:
    text = f"High-tech zones produced 15.3 trillion yuan in 2021, {share} percent of GDP."
    assert rows(record, text) == [("supported", 2021), (verdict, 2021)]


def test_a_ratio_to_gdp_is_no_share_of_it(record: Table) -> None:
    """R&D spending as percent of GDP; and what was produced need not be GDP."""
    text = (
        "In 2021 the GDP of the high-tech zones was 15.3 trillion yuan, with R&D spending at "
        "13.4 percent of GDP."
    )
    assert [verdict for verdict, _ in rows(record, text)] == ["supported", "not-placed"]
    assert rows(record, "High-tech zones produced 15.3 trillion yuan in 2021.") == [
        ("not-placed", 2021)
    ]
