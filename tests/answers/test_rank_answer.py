"""`rank` on small tables: the zone types, what the year of a rank is, the years that have some."""

from __future__ import annotations

from answer_tables import REGISTRIES, report, table

from zonecli.answers.choosing import scope_of
from zonecli.answers.rank import rank
from zonecli.answers.result import Result
from zonecli.table.opening import open_table
from zonecli.table.registries import Zone
from zonecli.table.report import Report
from zonecli.table.table import Table

ZONES = {
    **REGISTRIES.zones,
    "kunshan": Zone("kunshan", "Kunshan", "昆山", types=("economic",)),
}


def asked(*reports: Report, metric: str = "gdp", year: int = 2021, **words: object) -> Result:
    memory = table(*reports)
    registries = memory.registries._replace(zones=ZONES)
    own = Table(memory.path, reports, registries)
    return rank(own, scope_of(registries, [metric], **words), year)


SUZHOU = report("400 billion", zone="suzhou")
KUNSHAN = report("300 billion", zone="kunshan", zone_type="economic")


def test_the_type_stands_there_where_there_are_several() -> None:
    """An economic zone and a high-tech one; of one type alone the title of the column would say
    the same on every line."""
    result = asked(SUZHOU, KUNSHAN)
    headings = [heading.text for heading in result.sheet.headings]
    assert headings == ["Place", "Zone", "中文", "Type", "Amount", "When", "Source"]
    assert [row[3] for row in result.sheet.rows] == ["High-tech", "Economic"]
    of_one_type = asked(SUZHOU, KUNSHAN, types=["economic"])
    assert "Type" not in [heading.text for heading in of_one_type.sheet.headings]


def test_ranks_are_headed_as_ranks() -> None:
    """The name of the ranking is in the title already, and 40 characters wide."""
    result = asked(report("1", "rank", zone="suzhou"), metric="rank")
    assert result.sheet.title == "Rank, 2021"
    assert [heading.text for heading in result.sheet.headings][3] == "Rank"


def test_a_legend_tells_what_year_it_is() -> None:
    """The ranking of 2023 is in the edition of 2024: so says the metric."""
    result = rank(open_table(), scope_of(open_table().registries, ["mofcom_rank"]), 2023)
    assert "The 2024 edition, which assesses 2023." in result.sheet.legend


def test_no_rank_in_the_year() -> None:
    """The years that have some are told, in order; a figure of all zones is no answer."""
    ranks = [report(str(n), "rank", 2014 + n, zone="suzhou") for n in (9, 1, 5)]
    whole = report("7", "rank", 2018)
    assert asked(*ranks, whole, metric="rank", year=2020).notes == (
        "No figure for Rank of zones (2020). Years with ranks: 2015, 2019, 2023.",
    )


def test_no_amount_in_the_year() -> None:
    """Zone types are not offered: they cannot be ranked."""
    whole = report("15.3 trillion", year=1990)
    assert asked(SUZHOU, whole, year=1990).notes == (
        "No figure for GDP of zones (1990). Years with figures of single zones: 2021.",
    )
    assert asked(whole, year=1950).notes == (
        "No figure for GDP of zones (1950), nor any other figure of a single zone.",
    )
