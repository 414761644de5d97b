"""`compare` on small tables: intervals carried through, warnings, zones."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pytest
from answer_tables import REGISTRIES, report, table

from zonecli.answers.choosing import scope_of
from zonecli.answers.compare import CompareRequest, compare
from zonecli.answers.comparison import compared
from zonecli.answers.result import Result
from zonecli.errors import UsageError
from zonecli.table.report import Report


def asked(*reports: Report, metrics: tuple[str, ...] = (), **words: Any) -> Result:
    request = CompareRequest(2012, 2021, scope_of(REGISTRIES, metrics, **words))
    return compare(table(*reports), request)


def only(result: Result) -> Mapping[str, Any]:
    (row,) = result.rows
    return row


def ends(row: Mapping[str, Any], name: str) -> tuple[float | None, float | None]:
    return row[f"{name}_low"], row[f"{name}_high"]


GDP = (report("5.4 trillion", year=2012), report("15.3 trillion", year=2021))


def test_change_and_growth_a_year_within_the_roundings() -> None:
    """15.25/5.45 to 15.35/5.35 over nine years."""
    row = only(asked(*GDP))
    assert row["percent"] == pytest.approx(100 * (15.3 / 5.4 - 1))
    assert ends(row, "percent") == pytest.approx(
        (100 * (15.25 / 5.45 - 1), 100 * (15.35 / 5.35 - 1))
    )
    assert ends(row, "cagr") == pytest.approx(
        (100 * ((15.25 / 5.45) ** (1 / 9) - 1), 100 * ((15.35 / 5.35) ** (1 / 9) - 1))
    )
    assert ends(row, "change") == pytest.approx((9.8e12, 10.0e12))


@pytest.mark.parametrize(
    ("before", "after", "low", "high"),
    [
        ("under 20,000", "115,000", 475, None),
        ("20,000", "over 115,000", 475, None),
        ("over 20,000", "115,000", -100, 475),
        ("20,000", "under 115,000", -100, 475),
        ("under 20,000", "over 115,000", 475, None),
        ("over 20,000", "over 115,000", -100, None),
        ("under 20,000", "under 115,000", -100, None),
        ("20,000", "115,000", 475, 475),
    ],
)
def test_hedges_go_through(before: str, after: str, low: float, high: float | None) -> None:
    """Each pair of hedges leaves just the change that both allow."""
    row = only(asked(report(before, "firms", 2012), report(after, "firms", 2021)))
    assert ends(row, "percent") == (pytest.approx(low), high and pytest.approx(high))
    assert (row["percent"] is None) == (low != high)


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("under 20,000", "115,000", "at least +475%"),
        ("over 20,000", "over 115,000", "direction unknown"),
        ("over 20,000", "115,000", "at most +475%"),
        ("20,000", "under 115,000", "at most +475%"),
    ],
)
def test_hedges_go_through_in_words(before: str, after: str, text: str) -> None:
    """What people read has the same hedge as the numbers."""
    result = asked(report(before, "firms", 2012), report(after, "firms", 2021))
    assert text in result.sheet.rows[0]


def test_shares_and_growth_rates_change_in_points() -> None:
    """From 3.2% to 24.4%: 21.2 points, no percentage of a percentage."""
    row = only(
        asked(
            report("about 3.2%", "exports", 2012, measure="share"),
            report("24.4%", "exports", 2021, measure="share"),
        )
    )
    assert row["change"] == pytest.approx(21.2)
    assert [row[name] for name in ("percent", "percent_low", "cagr", "cagr_high")] == [None] * 4


def test_a_rank_has_no_percentage() -> None:
    """From 3rd to 1st is no fall by two thirds."""
    row = only(asked(report("3", "rank", 2012), report("1", "rank", 2021)))
    assert (row["change"], row["percent"], row["cagr"]) == (-2, None, None)


def test_gdp_per_zone_when_the_set_of_zones_changed() -> None:
    """105 zones, then 169: per zone (15.3/169)/(5.4/105) is +76%, 73.9 to 78.3."""
    result = asked(*GDP, report("105", "zone_count", 2012), report("169", "zone_count", 2021))
    (note,) = (note for note in result.notes if "zones" in note)
    assert "105 in 2012, 169 in 2021" in note
    assert "+76% (73 to 79)" in note


@pytest.mark.parametrize(("before", "after"), [("0", "169"), ("105", "0")])
def test_nothing_per_zone_where_there_was_no_zone(before: str, after: str) -> None:
    """The set of zones changed, but GDP of no zone is no number."""
    zones = (report(before, "zone_count", 2012), report(after, "zone_count", 2021))
    (note,) = (note for note in asked(*GDP, *zones).notes if "zones" in note)
    assert f"{before} in 2012, {after} in 2021" in note
    assert "per zone" not in note


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ({"series": "torch"}, {"series": "other"}, ("torch", "other")),
        ({"status": "derived"}, {}, ("2012", "derived")),
        ({"metric": "zone_count", "month": 9}, {"metric": "zone_count"}, ("month", "Sep")),
    ],
)
def test_warnings(before: dict[str, Any], after: dict[str, Any], words: tuple[str, ...]) -> None:
    """Where more differs than the figure, it is said."""
    row = only(
        asked(report("100", **{"year": 2012, **before}), report("200", **{"year": 2021, **after}))
    )
    assert [word for word in words if word not in row["warning"]] == []


def test_no_warning_without_a_reason() -> None:
    """A warning at everything warns of nothing."""
    assert only(asked(*GDP))["warning"] is None


def test_only_what_is_known_in_both_years_and_in_one_unit() -> None:
    """Dollars are never set against yuan, nor a part-year against a year."""
    dollars = report("2.4 trillion", year=2021, unit="USD")
    part = report("9 trillion", year=2021, period="ytd", month=7)
    assert asked(GDP[0], dollars).rows == ()
    assert asked(GDP[0], part).rows == ()
    assert asked(GDP[0]).rows == ()


def test_a_printed_multiple_is_kept() -> None:
    """2.5 times as many, derived from one source: +145% to +155%, though both ends are bounds."""
    after = report("over 5.63 million", "firms", 2021)
    before = report("over 2.2 million", "firms", 2012)._replace(
        value=2.252e6,
        low=5.63e6 / 2.55,
        high=None,
        status="derived",
        derivation="over 5.63 million / 2.5",
    )
    found = compared(before, after).percent
    assert found is not None
    assert found == pytest.approx((145, 155))


def test_a_multiple_of_another_source_is_not_kept() -> None:
    """The multiple belongs to the figure that it was printed with."""
    after = report("over 5.63 million", "firms", 2021, source="blog")
    before = report("over 2.2 million", "firms", 2012)._replace(
        low=5.63e6 / 2.55, high=None, status="derived", derivation="over 5.63 million / 2.5"
    )
    found = compared(before, after).percent
    assert found is not None
    assert found.high == math.inf


def test_types_stand_below_each_other_in_registry_order() -> None:
    """High-tech before economic, each with its own line."""
    economic = [r._replace(zone_type="economic", id=f"{r.id}-e") for r in GDP]
    result = asked(*economic, *GDP)
    assert [row["zone_type"] for row in result.rows] == ["high-tech", "economic"]


def headings(result: Result) -> list[str]:
    return [heading.text for heading in result.sheet.headings]


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ({"series": "torch"}, {"series": "torch", "source": "office"}, False),
        ({"series": "torch"}, {"series": "other"}, True),
        ({"series": "torch"}, {}, True),
        ({}, {"series": "torch"}, True),
        ({}, {}, False),
        ({}, {"source": "office"}, True),
    ],
)
def test_a_change_across_two_series_is_marked(
    before: dict[str, Any], after: dict[str, Any], marked: bool
) -> None:
    """As `show` marks its figures; of no series, two sources are two."""
    result = asked(
        report("5.4 trillion", year=2012, **before), report("15.3 trillion", year=2021, **after)
    )
    *_, change, yearly, _ = result.sheet.rows[0]
    assert [change, yearly] == (
        ["+183% (179 to 187) s", "+12.3% s"] if marked else ["+183% (179 to 187)", "+12.3%"]
    )
    assert marked == any(line.startswith("s of another series") for line in result.sheet.legend)
    assert bool(only(result)["warning"]) == marked


def test_footnotes_are_letters() -> None:
    """A number is that of a source, and "!" is another matter; d marks what is derived."""
    result = asked(
        report("5.4 trillion", year=2012, status="derived", derivation="x", series="torch"),
        report("15.3 trillion", year=2021, source="office", series="other"),
    )
    assert result.sheet.rows[0][1] == "5.4 trillion d"
    assert result.sheet.rows[0][-1] == "1,2 a b"
    assert result.sheet.legend[-2:] == (
        "a two series: torch, then other",
        "b 2012 is derived, not printed",
    )


def test_footnotes_go_around_the_marks_of_figures() -> None:
    """a, b, e, g: c, d, f, r and s stand beside figures and mean something else."""
    metrics = ("gdp", "output", "exports", "firms")
    reports = [
        report("5", metric, year, status="derived", derivation="x", series=f"{metric}{year}")
        for metric in metrics
        for year in (2012, 2021)
    ]
    marks = [line.split()[0] for line in asked(*reports).sheet.legend[2:]]
    assert marks == ["a", "b", "e", "g", "h", "i"]  # two common to all, four pairs of series


def test_over_one_year_the_change_is_the_growth_a_year() -> None:
    """A second column would say it again, without its range."""
    figures = (report("13.6 trillion", year=2020), report("15.3 trillion", year=2021))
    request = CompareRequest(2020, 2021, scope_of(REGISTRIES))
    result = compare(table(*figures), request)
    assert headings(result) == ["Figure", "2020", "2021", "Change", "Source"]
    assert result.sheet.legend == ("Change is computed by zonecli, within what each hedge allows.",)
    assert only(result)["cagr"] == only(result)["percent"]  # for machines it is there
    assert "A year" in headings(asked(*GDP))


def test_per_zone_across_two_series_is_said_with_care() -> None:
    """The note draws on the same figures as the table, so that it has the same caution."""
    zones = (report("105", "zone_count", 2012), report("169", "zone_count", 2021))
    gdp = (GDP[0]._replace(series="torch"), GDP[1]._replace(series="other"))
    (note,) = (note for note in asked(*gdp, *zones).notes if "zones" in note)
    assert note.endswith(" per zone. GDP: not of one series, compare with care.")
    counted = (zones[0], zones[1]._replace(source="office"))
    (note,) = (note for note in asked(*gdp, *counted).notes if "zones" in note)
    assert note.endswith("GDP and Number of zones: not of one series, compare with care.")
    (note,) = (note for note in asked(*GDP, *zones).notes if "zones" in note)
    assert note.endswith(" per zone.")


@pytest.mark.parametrize("years", [(2012, 2012), (2021, 2012)])
def test_years_in_the_wrong_order_are_refused(years: tuple[int, int]) -> None:
    """Growth over no time, or backwards, is a slip."""
    with pytest.raises(UsageError):
        compare(table(*GDP), CompareRequest(*years, scope_of(REGISTRIES)))
