"""`show` on small tables: what is computed, marked, noted, left out."""

from __future__ import annotations

from typing import Any

import pytest
from answer_tables import REGISTRIES, report, table

from zonecli.answers.choosing import scope_of
from zonecli.answers.computations import computations
from zonecli.answers.result import Result
from zonecli.answers.show import ShowRequest, show
from zonecli.errors import UsageError
from zonecli.table.report import Report

TORCH = {"series": "torch", "source": "office"}
GDP_2020 = report("10.00 trillion", year=2020, **TORCH)
GDP_2021 = report("11.00 trillion", year=2021, **TORCH)
CHINA_2021 = report("110.0 trillion", year=2021, zone_type="national", source="blog")


def asked(*reports: Report, metrics: tuple[str, ...] = ("gdp",), **more: Any) -> Result:
    words = {
        name: more.pop(name) for name in ("types", "zones", "measures", "period") & more.keys()
    }
    scope = scope_of(REGISTRIES, metrics, **words)
    return show(table(*reports), ShowRequest(scope, **more))


def cells(result: Result, year: str) -> list[str]:
    (row,) = (row for row in result.sheet.rows if row[0] == year)
    return list(row)


def test_computed_growth_and_share_are_marked() -> None:
    """+10% and 10.0% are worked out by us, and the reader sees it."""
    result = asked(GDP_2020, GDP_2021, CHINA_2021)
    growth, share = cells(result, "2021")[2:4]
    assert growth.startswith("+10")
    assert share.startswith("10.0")
    assert growth.endswith(" c")
    assert share.endswith(" c")
    assert any(line.startswith("c computed") for line in result.sheet.legend)


def test_printed_growth_and_share_beat_computed_ones() -> None:
    """What a source says of its own figure stands, unmarked."""
    result = asked(
        *(GDP_2020, GDP_2021, CHINA_2021),
        report("10.0%", measure="growth", **TORCH),
        report("over 9%", measure="share"),
    )
    assert cells(result, "2021")[2:4] == ["+10.0%", "over 9%"]
    assert not any(line.startswith("c computed") for line in result.sheet.legend)


OTHER_2022 = report("12.00 trillion", year=2022, series="other")
SERIES_LEGEND = "s of another series than the line above, or of none: compare with care"


def test_another_series_is_marked_in_each_column() -> None:
    """Beside a second metric as alone; the first figure of a column follows none."""
    firms = [report(f"{n},000", "firms", 2018 + n, series="torch") for n in (1, 2, 4)]
    figures = (GDP_2020, GDP_2021, OTHER_2022, *firms)
    result = asked(*figures, metrics=("gdp", "firms"))
    assert cells(result, "2021")[1].startswith("11.00 trillion [")
    assert cells(result, "2022")[1].startswith("12.00 trillion s [")
    assert [row[2].split()[0] for row in result.sheet.rows] == ["1,000", "2,000", "–", "4,000"]
    assert not any(" s " in row[2] for row in result.sheet.rows)
    assert SERIES_LEGEND in result.sheet.legend


def test_another_series_is_marked_where_figures_stand_below_each_other() -> None:
    """With what is worked out beside them; the first of the next metric follows none."""
    firms = report("2,000", "firms", 2022)
    wanted = computations(REGISTRIES, with_share=True)
    figures = (GDP_2020, GDP_2021, OTHER_2022, firms)
    result = asked(*figures, metrics=("gdp", "firms"), computations=wanted)
    assert [row[2] for row in result.sheet.rows] == [
        *("10.00 trillion CNY", "11.00 trillion CNY", "12.00 trillion CNY s", "2,000"),
    ]
    assert SERIES_LEGEND in result.sheet.legend


def test_years_with_a_share_alone_are_told() -> None:
    """The share of 2019 is known, the level is not."""
    result = asked(GDP_2020, report("9%", year=2019, measure="share"))
    assert result.notes == ("GDP: only the share is known for 2019 (--measure share).",)


def test_growth_is_not_worked_out_between_two_bodies() -> None:
    """Figures of two bodies stand below each other with no change between them."""
    result = asked(GDP_2020, report("11.00 trillion", series="other", source="paper"))
    assert "+10" not in " ".join(cells(result, "2021"))


def test_the_national_total_is_no_zone_type() -> None:
    """China's GDP is not shown beside that of its zones unless asked for."""
    assert [row["zone_type"] for row in asked(GDP_2021, CHINA_2021).rows] == ["high-tech"]
    national = asked(GDP_2021, CHINA_2021, types=["national"])
    assert [row["value"] for row in national.rows] == [110e12]


def test_only_preferred_reports_unless_every_report_is_asked_for() -> None:
    """One answer a figure; all of them with --reports."""
    other = report("10.8 trillion", source="blog", preferred=False)
    assert [row["source"] for row in asked(GDP_2021, other).rows] == ["office"]
    assert len(asked(GDP_2021, other, every_report=True).rows) == 2


def test_sources_are_numbered_as_they_appear() -> None:
    """The mark in the line leads to the source in the list."""
    result = asked(
        GDP_2020, report("11.0 trillion", source="paper"), report("12 trillion", year=2022, **TORCH)
    )
    assert [source.id for source in result.sources] == ["office", "paper"]
    assert [row[-1] for row in result.sheet.rows] == ["1", "2", "1"]


def test_rows_are_the_table_and_the_source() -> None:
    """Machines get the raw row with title and address of its source."""
    (row,) = asked(report("over 11 trillion")).rows
    assert (row["value"], row["low"], row["high"], row["qualifier"]) == (11e12, 11e12, None, "over")
    assert (row["source_title"], row["source_url"]) == ("A newspaper", "https://paper.example")
    assert [column.name for column in asked(GDP_2021).columns] == list(row)


def test_a_part_year_is_noted_where_the_year_is_not_known() -> None:
    """2022 is known to July only: left out and said."""
    july = report("7 trillion", year=2022, period="ytd", month=7)
    result = asked(GDP_2021, july)
    assert [row["year"] for row in result.rows] == [2021]
    assert any("2022 Jan–Jul" in note and "--period ytd" in note for note in result.notes)


def test_a_part_year_is_not_noted_where_the_year_is_known() -> None:
    """Once the full year is there, its first months are no news."""
    july = report("6 trillion", period="ytd", month=7)
    assert asked(GDP_2021, july).notes == ()


def test_a_limit_makes_no_year_a_part_year() -> None:
    """2021 is known in full though --limit cut it off: nothing says otherwise."""
    july = report("6 trillion", period="ytd", month=7)
    notes = asked(GDP_2020, GDP_2021, july, limit=1).notes
    assert not any("Not a full year" in note for note in notes)


def test_a_share_without_a_level_is_noted() -> None:
    """The share of 2022 is known, its level not: a reader learns how to see it."""
    result = asked(GDP_2021, report("13%", year=2022, measure="share"))
    assert any("2022" in note and "--measure share" in note for note in result.notes)


def test_another_unit_is_shown_with_that_unit() -> None:
    """A year known in dollars alone says dollars in its cell."""
    result = asked(GDP_2021, report("2.1 trillion", year=2022, unit="USD"))
    assert any(c.startswith("2.1 trillion USD") for c in cells(result, "2022"))
    assert "11.00 trillion CNY" in cells(result, "2021")


def test_stocks_within_a_year_say_so() -> None:
    """A count of September 2022 does not pass for the year-end's."""
    result = asked(report("173", "zone_count", 2022, month=9), metrics=("zone_count",))
    assert result.sheet.rows[0][0] == "2022 Sep"


def test_nothing_known_names_the_nearest() -> None:
    """An empty answer leads on."""
    result = asked(GDP_2021, first_year=2030, last_year=2030)
    assert result.rows == ()
    assert result.sheet.rows == ()
    assert any("high-tech 2021" in note for note in result.notes)


def test_sorting_puts_unknown_values_last() -> None:
    """Upwards and downwards: an unbounded end is neither the least nor the greatest."""
    reports = (GDP_2020, report("over 9 trillion", year=2019), GDP_2021)
    for sort, years in (("high", [2020, 2021, 2019]), ("-high", [2021, 2020, 2019])):
        assert [row["year"] for row in asked(*reports, sort=sort).rows] == years


def test_bad_limit_and_sort_are_refused() -> None:
    """A limit below one and a column that there is not."""
    with pytest.raises(UsageError):
        asked(GDP_2021, limit=0)
    with pytest.raises(UsageError):
        asked(GDP_2021, sort="size")
