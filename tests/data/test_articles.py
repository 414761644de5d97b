"""The five articles that the table began with, number by number.

Every figure below was copied by hand from the article, not from the curated files. Ends of an
interval are given where the hedge leaves one end open; None is unbounded, ANY is not told here.
"""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "data" / "metrics.parquet"
LEFT_OUT = ROOT / "data" / "curated" / "left-out.csv"

FLANDERS = "flanders-china-2022"
ICS = "ics-2025"
MEHR = "mehr-2025"
UDFSPACE = "udfspace-2025"
CHINAPOLICY = "chinapolicy-2019"

ANY = "any"
HIGH_TECH, ECONOMIC, DEMO = "high-tech", "economic", "innovation-demo"
SIP = "suzhou-industrial-park"
TRILLION = 10**12

End = float | str | None


class Said(NamedTuple):
    """One number as an article says it."""

    source: str
    metric: str
    measure: str
    zone_type: str
    year: int
    period: str
    month: int
    value: float
    unit: str
    qualifier: str
    low: End = ANY
    high: End = ANY
    zone: str = "all"
    status: str = "reported"

    @property
    def label(self) -> str:
        parts = (self.source, self.metric, self.measure, self.zone_type, self.year, self.unit)
        return " ".join(map(str, parts))


def flanders(metric: str, measure: str, year: int, period: str, month: int, *told: Any) -> Said:
    return Said(FLANDERS, metric, measure, HIGH_TECH, year, period, month, *told)


def ics(metric: str, measure: str, period: str, *told: Any) -> Said:
    return Said(ICS, metric, measure, HIGH_TECH, 2024, period, 12, *told)


def udfspace(metric: str, measure: str, period: str, *told: Any) -> Said:
    return Said(UDFSPACE, metric, measure, ECONOMIC, 2024, period, 12, *told)


FLANDERS_SAYS = [
    # 173 zones, 84 more than in 2012; 23 demonstration zones, 20 more than in 2012
    flanders("zone_count", "level", 2022, "point", 9, 173, "count", "exact", 173, 173),
    flanders("zone_count", "level", 2012, "point", 12, 89, "count", "exact", 89, 89)._replace(
        status="derived"
    ),
    Said(FLANDERS, "zone_count", "level", DEMO, 2022, "point", 9, 23, "count", "exact", 23, 23),
    Said(
        FLANDERS, "zone_count", "level", DEMO, 2012, "point", 12, 3, "count", "exact", 3, 3
    )._replace(status="derived"),
    # GDP from 5.4 trillion in 2012 to 15.3 trillion in 2021: 13.4% of China's, on 2.5% of the land
    flanders("gdp", "level", 2012, "year", 12, 5.4 * TRILLION, "CNY", "exact"),
    flanders("gdp", "level", 2021, "year", 12, 15.3 * TRILLION, "CNY", "exact"),
    flanders("gdp", "share", 2021, "year", 12, 13.4, "percent", "exact"),
    flanders("construction_land", "share", 2021, "point", 12, 2.5, "percent", "exact"),
    # January to July 2022: output 17.5 trillion, up 8.1%; revenue 27.4 trillion, up 7.1%
    flanders("gross_industrial_output", "level", 2022, "ytd", 7, 17.5 * TRILLION, "CNY", "exact"),
    flanders("gross_industrial_output", "growth", 2022, "ytd", 7, 8.1, "percent", "exact"),
    flanders("operating_revenue", "level", 2022, "ytd", 7, 27.4 * TRILLION, "CNY", "exact"),
    flanders("operating_revenue", "growth", 2022, "ytd", 7, 7.1, "percent", "exact"),
    # 84% of State Key Laboratories, 78% of the technological innovation centers
    flanders("state_key_laboratories", "share", 2022, "point", 9, 84, "percent", "exact"),
    flanders(
        "national_technology_innovation_centers", "share", 2022, "point", 9, 78, "percent", "exact"
    ),
    # zones with a revenue of more than 100 billion: 54 in 2012, 97 last year
    flanders("zones_revenue_over_100bn", "level", 2012, "point", 12, 54, "count", "exact", 54, 54),
    flanders("zones_revenue_over_100bn", "level", 2021, "point", 12, 97, "count", "exact", 97, 97),
    # end of 2021: over 4,400 institutions, over 5.63 million researchers, 2.5 times those of 2012
    flanders(
        "research_institutions", "level", 2021, "point", 12, 4400, "count", "over", 4400, None
    ),
    flanders(
        "researchers", "level", 2021, "point", 12, 5_630_000, "persons", "over", 5_630_000, None
    ),
    flanders(
        # 5.63 million / 2.5, where "2.5" is 2.45 to 2.55
        *("researchers", "level", 2012, "point", 12, 2_252_000, "persons", "over"),
        *(5_630_000 / 2.55, None),
    )._replace(status="derived"),
    # the R&D budget more than tripled, surpassing 1 trillion in 2021
    flanders("rd_expenditure", "level", 2021, "year", 12, TRILLION, "CNY", "over", TRILLION, None),
    flanders("rd_expenditure_index", "level", 2021, "year", 12, 300, "index", "over", 300, None),
    flanders(
        *("rd_expenditure_index", "level", 2012, "year", 12, 100, "index", "exact", 100, 100)
    )._replace(status="derived"),
    # high-tech companies: less than 20,000 in 2012, 115,000 last year
    flanders(
        "high_tech_enterprises", "level", 2012, "point", 12, 20_000, "count", "under", 0, 20_000
    ),
    flanders("high_tech_enterprises", "level", 2021, "point", 12, 115_000, "count", "exact"),
    # exports: about 3.2% of China's in 2012, 24.4% in 2021
    flanders("exports", "share", 2012, "year", 12, 3.2, "percent", "about"),
    flanders("exports", "share", 2021, "year", 12, 24.4, "percent", "exact"),
    # more than 47,000 foreign researchers, 211,000 returnees
    flanders(
        "foreign_researchers", "level", 2022, "point", 9, 47_000, "persons", "over", 47_000, None
    ),
    flanders("returnees", "level", 2022, "point", 9, 211_000, "persons", "exact"),
    # end of 2021: over 2,200 overseas institutions, a 4.6-fold increase; over 77% with policies
    flanders(
        *("overseas_research_institutions", "level", 2021, "point", 12),
        *(2200, "count", "over", 2200, None),
    ),
    flanders(
        *("zones_with_internationalization_policies", "level", 2021, "point", 12),
        *(77, "percent", "over", 77, None),
    ),
]

OVERSEAS_2012 = flanders(
    # 4.6 times as many in 2021, or 4.6 times more: what divides 2,200 is 4.6 to 5.6
    *("overseas_research_institutions", "level", 2012, "point", 12, 0, "count", "over"),
)._replace(status="derived")

ICS_SAYS = [
    ics("high_tech_enterprises", "share", "point", 33, "percent", "exact"),
    ics("little_giants", "share", "point", 46, "percent", "exact"),
    ics("unicorns", "share", "point", 67, "percent", "exact"),
    ics("gdp", "level", "year", 19.3 * TRILLION, "CNY", "exact"),
    ics("gdp", "growth", "year", 7.6, "percent", "exact"),
    ics("industrial_value_added", "level", "year", 9.8 * TRILLION, "CNY", "exact"),
    ics("industrial_value_added", "share", "year", 24.1, "percent", "exact"),
    ics("innovation_index_average_change", "level", "year", 31, "index", "exact", 30.5, 31.5),
    ics("enterprise_rd_expenditure", "level", "year", 1.2 * TRILLION, "CNY", "exact"),
    ics("enterprise_rd_expenditure", "growth", "year", 4.3, "percent", "exact"),
    ics("rd_personnel", "share", "point", 25, "percent", "exact"),
    ics("rd_institutions_provincial", "level", "point", 35_000, "count", "over", 35_000, None),
    ics("pct_patents", "share", "year", 50, "percent", "exact"),
]

MEHR_SAYS = [
    Said(
        *(MEHR, "incubators_and_maker_spaces", "level", ECONOMIC, 2025, "point", 7),
        *(700, "count", "over", 700, None),
    ),
    Said(
        *(MEHR, "high_tech_enterprises", "share", ECONOMIC, 2025, "point", 7),
        *(18, "percent", "over", 18, None),
    ),
    Said(MEHR, "zone_count", "level", ECONOMIC, 2024, "point", 12, 232, "count", "exact", 232, 232),
    Said(MEHR, "gdp", "level", ECONOMIC, 2024, "year", 12, 16.9 * TRILLION, "CNY", "exact"),
    Said(MEHR, "gdp", "level", ECONOMIC, 2024, "year", 12, 2.36 * TRILLION, "USD", "about"),
]

UDFSPACE_SAYS = [
    udfspace("zone_count", "level", "point", 232, "count", "exact", 232, 232),
    udfspace(
        "foreign_invested_enterprises", "level", "point", 60_000, "count", "over", 60_000, None
    ),
    udfspace("trade", "share", "year", 25, "percent", "nearly"),
    udfspace("fdi", "share", "year", 25, "percent", "nearly"),
    udfspace("gdp", "level", "year", 16.9 * TRILLION, "CNY", "exact"),
    udfspace("gdp", "level", "year", 2.36 * TRILLION, "USD", "exact"),
    udfspace("high_tech_enterprises", "level", "point", 85_000, "count", "over", 85_000, None),
    udfspace("high_tech_enterprises", "share", "point", 18, "percent", "over", 18, None),
    # first for nine years running: the ninth is the 2024 edition, which assesses 2023
    udfspace("mofcom_rank", "level", "year", 1, "rank", "exact", 1, 1)._replace(
        year=2023, zone=SIP
    ),
]

CHINAPOLICY_SAYS = [
    Said(
        *(CHINAPOLICY, "zone_count", "level", ECONOMIC, 2019, "point", 1),
        *(219, "count", "exact", 219, 219),
    ),
    Said(
        *(CHINAPOLICY, "zones_merged_with_high_tech", "level", ECONOMIC, 2019, "point", 1),
        *(10, "count", "at-least", 10, None),
    ),
    # first in the 2018 list, which assesses 2017
    Said(
        *(CHINAPOLICY, "mofcom_rank", "level", ECONOMIC, 2017, "year", 12),
        *(1, "rank", "exact", 1, 1, SIP),
    ),
]

SAID = FLANDERS_SAYS + ICS_SAYS + MEHR_SAYS + UDFSPACE_SAYS + CHINAPOLICY_SAYS

# Numbers that are no figures on the zones: visits, plans, products, companies, names.
NOT_IN_THE_TABLE = {
    FLANDERS: [
        *("over 20", "173", "100 billion", "1 billion", "three", "84 more", "20 more"),
        *("a third of 1 trillion", "2.5 times", "4.6-fold", "first", "C919", "5G", "Covid-19"),
    ],
    ICS: ["60%", "8-inch", "2010", "2025", "first"],
    MEHR: ["1984", "first"],
    UDFSPACE: ["nine", "three", "four decades", "first", "May 2025", "Industry 4.0"],
    CHINAPOLICY: ["500 bn", "2017", "2018", "first"],
}


@cache
def table() -> list[dict[str, Any]]:
    return pq.ParquetFile(TABLE).read().to_pylist()


def find(said: Said) -> dict[str, Any]:
    """The one row that tells this number."""
    keys = ("source", "metric", "measure", "zone_type", "zone", "year", "period", "month", "unit")
    rows = [row for row in table() if all(row[key] == getattr(said, key) for key in keys)]
    assert len(rows) == 1, f"{len(rows)} rows for {said.label}"
    return rows[0]


@pytest.mark.parametrize("said", SAID, ids=lambda said: said.label)
def test_every_number_is_in_the_table(said: Said) -> None:
    row = find(said)
    assert row["value"] == pytest.approx(said.value, rel=1e-9)
    assert (row["qualifier"], row["status"]) == (said.qualifier, said.status)
    assert row["low"] is None or row["low"] <= row["value"]
    assert row["high"] is None or row["value"] <= row["high"]
    for end in ("low", "high"):
        expected = getattr(said, end)
        if expected != ANY:
            bound = None if expected is None else pytest.approx(expected, rel=1e-9)
            assert row[end] == bound, end


def test_a_fold_increase_is_kept_in_both_its_readings() -> None:
    row = find(OVERSEAS_2012)
    assert (row["qualifier"], row["status"]) == ("over", "derived")
    assert row["high"] is None
    assert 2200 / 5.65 <= row["low"] <= 2200 / 5.6
    assert row["low"] <= row["value"] <= 2200 / 4.6


def test_growth_is_of_unstated_basis() -> None:
    growth = [said for said in SAID if said.measure == "growth"]
    assert [find(said)["basis"] for said in growth] == ["unstated"] * 4


def test_nothing_else_is_in_the_table() -> None:
    listed = Counter(said.source for said in [*SAID, OVERSEAS_2012])
    kept = Counter(row["source"] for row in table() if row["source"] in listed)
    assert kept == listed


@pytest.mark.parametrize(
    ("source", "number"),
    [(source, number) for source, numbers in NOT_IN_THE_TABLE.items() for number in numbers],
)
def test_every_other_number_is_left_out_with_a_reason(source: str, number: str) -> None:
    with LEFT_OUT.open(encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["source"] == source]
    reasons = [line["reason"] for line in lines if line["number"].startswith(number)]
    assert len(reasons) == 1
    assert reasons[0]
