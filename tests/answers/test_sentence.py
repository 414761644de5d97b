"""Figures as English sentences: grammar, hedge, unit, time and source of each kind."""

from __future__ import annotations

from typing import Any

import pytest
from answer_tables import REGISTRIES, report, table

from zonecli.answers.choosing import scope_of
from zonecli.answers.computations import computations
from zonecli.answers.sentence import with_sentences
from zonecli.answers.sentence_english import in_english
from zonecli.answers.show import ShowRequest, show
from zonecli.table.registries import Source, ZoneType
from zonecli.table.report import Report

ZONES, TOLD = "China's high-tech zones", "(The Paper, 2022)"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (report("15.3 trillion"), f"GDP of {ZONES} came to 15.3 trillion yuan in 2021 {TOLD}."),
        (report("over 1 trillion"), f"GDP of {ZONES} came to over 1 trillion yuan in 2021 {TOLD}."),
        (
            report("2.36 trillion", unit="USD"),
            f"GDP of {ZONES} came to 2.36 trillion US dollars in 2021 {TOLD}.",
        ),
        (
            report("less than 20,000", "firms"),
            f"Firms in {ZONES} stood at under 20,000 at the end of 2021 {TOLD}.",
        ),
        (
            report("60,000", "firms", month=9),
            f"Firms in {ZONES} stood at 60,000 at the end of September 2021 {TOLD}.",
        ),
        (
            report("169", "zone_count"),
            f"China had 169 high-tech zones at the end of 2021 {TOLD}.",
        ),
        (
            report("17.5 trillion", period="ytd", month=7),
            f"GDP of {ZONES} came to 17.5 trillion yuan in January to July 2021 {TOLD}.",
        ),
        (
            report("1.5 trillion", period="month", month=7),
            f"GDP of {ZONES} came to 1.5 trillion yuan in July 2021 {TOLD}.",
        ),
        (
            report("13.4%", measure="share"),
            f"{ZONES} accounted for 13.4% of China's GDP in 2021 {TOLD}.",
        ),
        (
            report("about 24%", "exports", measure="share"),
            f"{ZONES} accounted for about 24% of China's exports in 2021 {TOLD}.",
        ),
        (
            report("7.6%", measure="growth", basis="real"),
            f"GDP of {ZONES} grew by 7.6% in real terms in 2021 from a year before {TOLD}.",
        ),
        (
            report("-2.5%", measure="growth"),
            f"GDP of {ZONES} fell by 2.5% in 2021 from a year before {TOLD}.",
        ),
        (
            report("110 trillion", zone_type="national", source="blog"),
            "China's GDP came to 110 trillion yuan in 2021 (A Blog, n.d.).",
        ),
        (
            report("12 trillion", "exports", zone_type="national"),
            f"China's exports came to 12 trillion yuan in 2021 {TOLD}.",
        ),
        (
            report("400 billion", zone="suzhou"),
            f"GDP of Suzhou Park came to 400 billion yuan in 2021 {TOLD}.",
        ),
        (
            report("16 trillion", status="forecast"),
            f"GDP of {ZONES} was forecast to come to 16 trillion yuan in 2021 {TOLD}.",
        ),
        (
            report("89", "zone_count", status="derived", derivation="173 - 84"),
            "China had 89 high-tech zones at the end of 2021 "
            "(derived from The Paper, 2022: 173 - 84).",
        ),
    ],
)
def test_a_figure_in_english(said: Report, sentence: str) -> None:
    """As its source hedges it, with no more digits, and with the unit written out."""
    assert in_english(said, REGISTRIES) == sentence


@pytest.mark.parametrize(
    ("place", "ordinal"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (21, "21st")],
)
def test_ranks_are_ordinals(place: int, ordinal: str) -> None:
    """A zone ranked 1st, not 1."""
    metric = REGISTRIES.metrics["rank"]._replace(label="Rank in the evaluation")
    registries = REGISTRIES._replace(metrics={**REGISTRIES.metrics, "rank": metric})
    said = report(str(place), "rank", zone="suzhou")
    assert in_english(said, registries) == (
        f"Suzhou Park ranked {ordinal} in the evaluation in 2021 {TOLD}."
    )


def test_a_type_with_one_zone_and_a_day() -> None:
    """ "the Hainan Free Trade Port", and the date as it is written in English."""
    registries = REGISTRIES._replace(
        zone_types={**REGISTRIES.zone_types, "port": ZoneType("port", "Hainan Free Trade Port")},
        sources={"paper": Source("paper", "T", "Xinhua", "", "2022-09-06")},
    )
    assert in_english(report("700 billion", zone_type="port"), registries) == (
        "GDP of the Hainan Free Trade Port came to 700 billion yuan in 2021 "
        "(Xinhua, 6 September 2022)."
    )


@pytest.mark.parametrize(
    ("published", "year", "month", "when"),
    [
        ("2025-11-08", 2025, 11, "as of 8 November 2025"),
        ("2025-11-29", 2025, 11, "as of 29 November 2025"),
        ("2025-11-30", 2025, 11, "at the end of November 2025"),
        ("2025-12-12", 2025, 11, "at the end of November 2025"),
        ("2024-02-28", 2024, 2, "as of 28 February 2024"),  # a leap year
        ("2023-02-28", 2023, 2, "at the end of February 2023"),
        ("2025-10-04", 2025, 12, "as of 4 October 2025"),
        ("2025-12-31", 2025, 12, "at the end of 2025"),
        ("2025-11", 2025, 11, "as of November 2025"),  # its day is not known
        ("2025", 2025, 8, "as of August 2025"),  # nor its month
        ("2025", 2025, 12, "as of 2025"),
        ("2026", 2025, 12, "at the end of 2025"),
        ("", 2025, 12, "at the end of 2025"),
    ],
)
def test_a_page_knows_of_no_later_day_than_its_own(
    published: str, year: int, month: int, when: str
) -> None:
    """A page of 8 November cannot say how many zones there were at the end of the month."""
    registries = REGISTRIES._replace(sources={"paper": Source("paper", "T", "X", "", published)})
    said = in_english(report("178", "zone_count", year, month=month), registries)
    assert said.startswith(f"China had 178 high-tech zones {when} (")


def test_a_forecast_is_for_the_end_of_its_year() -> None:
    """It is older than that by its nature."""
    registries = REGISTRIES._replace(sources={"paper": Source("paper", "T", "X", "", "2021-03")})
    said = in_english(report("220", "zone_count", 2025, status="forecast"), registries)
    assert said.startswith("China was forecast to have 220 high-tech zones at the end of 2025 (")


@pytest.mark.parametrize(
    ("year_is", "told"),
    [
        (
            "the year is the year assessed, one before the year in the edition's name.",
            "Suzhou Park ranked 1st in the evaluation, 2022 edition, assessing 2021",
        ),
        (
            "the year is the year of the edition, which rests on data of the year before.",
            "Suzhou Park ranked 1st in the evaluation, 2021 edition, assessing 2020",
        ),
        (
            "the year is the year assessed.",
            "Suzhou Park ranked 1st in the evaluation, assessing 2021",
        ),
        (
            "the year is the year of the edition.",
            "Suzhou Park ranked 1st in the evaluation, 2021 edition",
        ),
        ("in some year.", "Suzhou Park ranked 1st in the evaluation in 2021"),
    ],
)
def test_what_the_year_of_a_rank_is(year_is: str, told: str) -> None:
    """The year assessed or that of the edition, as the definition of the metric has it."""
    metric = REGISTRIES.metrics["rank"]._replace(
        label="Rank in the evaluation", definition=f"Place in a ranking; {year_is}"
    )
    registries = REGISTRIES._replace(metrics={**REGISTRIES.metrics, "rank": metric})
    assert in_english(report("1", "rank", zone="suzhou"), registries) == f"{told} {TOLD}."


def told(*reports: Report, **more: Any) -> Any:
    scope = scope_of(REGISTRIES, ["gdp"], types=["high-tech"])
    return with_sentences(show(table(*reports), ShowRequest(scope, **more)), REGISTRIES)


def test_an_answer_in_sentences() -> None:
    """For people in place of the table, for machines as one more column."""
    answer = told(report("15.3 trillion"), report("19.3 trillion", year=2024))
    sentences = [line for line in answer.sheet.intro if line]
    assert len(sentences) == 2
    assert [row["sentence"] for row in answer.rows] == sentences
    assert answer.columns[-1].name == "sentence"
    assert [source.id for source in answer.sources] == ["paper"]


def test_what_is_computed_is_said_to_be() -> None:
    """Growth from the levels, within what their digits allow."""
    wanted = computations(REGISTRIES, with_growth=True)
    levels = [
        report(f"{n}.00 trillion", year=y, series="torch") for n, y in ((10, 2020), (11, 2021))
    ]
    answer = told(*levels, computations=wanted)
    assert answer.rows[-1]["sentence"].endswith("(The Paper, 2022). Growth, computed: +10%.")
    assert "computed" not in answer.rows[0]["sentence"]


def test_no_figures_no_sentences() -> None:
    """An empty answer stays empty."""
    assert told().sheet.intro == ()
