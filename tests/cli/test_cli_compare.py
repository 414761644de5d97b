"""`zonecli compare`, run as a user runs it; expected ends worked out by hand."""

from __future__ import annotations

import pytest
from installed_command import Ran, Run, assert_refused

COLUMNS = (
    "metric,measure,zone_type,zone,unit,from_year,to_year,from_value,from_low,from_high,to_value,"
    "to_low,to_high,change,change_low,change_high,percent,percent_low,percent_high,cagr,cagr_low,"
    "cagr_high,from_source,to_source,warning"
)


@pytest.fixture(scope="module")
def as_csv(run: Run) -> Ran:
    return run("compare", "2012", "2021", "--csv")


@pytest.fixture(scope="module")
def as_table(run: Run) -> Ran:
    return run("compare", "2012", "2021")


def row(ran: Ran, metric: str) -> dict[str, str]:
    (found,) = (row for row in ran.rows if row["metric"] == metric)
    return found


def numbers(found: dict[str, str], name: str) -> list[float | None]:
    """A quantity and its two ends, null where the cell is empty."""
    cells = (found[name], found[f"{name}_low"], found[f"{name}_high"])
    return [float(cell) if cell else None for cell in cells]


def test_columns_in_their_promised_order(as_csv: Ran) -> None:
    """Scripts can rely on the columns."""
    assert as_csv.out.splitlines()[0] == COLUMNS


def test_every_figure_known_in_both_years(as_csv: Ran) -> None:
    """GDP, exports, researchers …: seven figures of the articles have both ends."""
    assert {r["metric"] for r in as_csv.rows} == {
        "gdp",
        "zones_revenue_over_100bn",
        "overseas_research_institutions",
        "rd_expenditure_index",
        "researchers",
        "high_tech_enterprises",
        "exports",
    }


def test_amounts_keep_their_rounding_through_the_change(as_csv: Ran) -> None:
    """5.35 to 5.45 trillion becomes 15.25 to 15.35: +179.8% to +186.9%, about 12% a year."""
    gdp = row(as_csv, "gdp")
    assert (gdp["from_year"], gdp["to_year"], gdp["unit"]) == ("2012", "2021", "CNY")
    assert [gdp[f"from_{end}"] for end in ("value", "low", "high")] == [
        *("5400000000000", "5350000000000", "5450000000000"),
    ]
    assert [gdp[f"to_{end}"] for end in ("value", "low", "high")] == [
        *("15300000000000", "15250000000000", "15350000000000"),
    ]
    assert numbers(gdp, "change") == [9.9e12, 9.8e12, 10.0e12]
    assert numbers(gdp, "percent") == pytest.approx([183.3333333, 179.8165138, 186.9158879])
    assert numbers(gdp, "cagr") == pytest.approx(
        [
            100 * ((15.3 / 5.4) ** (1 / 9) - 1),
            100 * ((15.25 / 5.45) ** (1 / 9) - 1),
            100 * ((15.35 / 5.35) ** (1 / 9) - 1),
        ]
    )
    assert numbers(gdp, "cagr") == pytest.approx([12.27, 12.11, 12.42], abs=0.01)
    assert gdp["warning"] == ""


def test_amounts_for_people(as_table: Ran) -> None:
    """No more digits than the two roundings leave: a year's growth lies between 12.1 and 12.4."""
    assert as_table.line("GDP") == [
        *("GDP", "5.4 trillion", "15.3 trillion", "+183% (179 to 187)", "+12.3%", "1"),
    ]


def test_an_upper_bound_makes_a_least_change(as_csv: Ran) -> None:
    """Under 20,000 to 115,000: at least +475%, 5.75-fold in nine years, and no single number."""
    enterprises = row(as_csv, "high_tech_enterprises")
    assert numbers(enterprises, "change") == [None, 95000, 115000]
    assert numbers(enterprises, "percent") == [None, pytest.approx(475), None]
    assert numbers(enterprises, "cagr") == [None, pytest.approx(21.4528, abs=1e-4), None]


def test_an_upper_bound_is_never_a_plain_change(as_table: Ran) -> None:
    """People read "at least +475%", never "+475%"."""
    cells = as_table.line("High-tech enterprises")
    assert cells[1:4] == ["under 20,000", "115,000", "at least +475%"]
    assert "+475%" not in cells
    assert cells[4].startswith("over +21.4")


def test_shares_change_in_points(as_csv: Ran, as_table: Ran) -> None:
    """3.2% to 24.4% is 21.2 points (21.1 to 21.3), not a percentage, and has no yearly rate."""
    exports = row(as_csv, "exports")
    assert exports["measure"] == "share"
    assert numbers(exports, "change") == pytest.approx([21.2, 21.1, 21.3])
    assert numbers(exports, "percent") == [None, None, None]
    assert numbers(exports, "cagr") == [None, None, None]
    assert "+21.2 points (21.1 to 21.3)" in as_table.out


def test_a_change_that_the_source_prints_is_kept(as_csv: Ran, as_table: Ran) -> None:
    """Researchers: 2.5 times those of 2012 is +150%, whatever "over 5.63 million" leaves open."""
    low, high = numbers(row(as_csv, "researchers"), "percent")[1:]
    assert [low, high] == pytest.approx([145, 155])
    assert as_table.line("Researchers")[3].startswith("+150%")


def test_more_than_tripled_is_at_least_200_percent(as_csv: Ran, as_table: Ran) -> None:
    """R&D: more than tripled means +200% or more, whatever it was in 2012."""
    rd = row(as_csv, "rd_expenditure_index")
    assert numbers(rd, "percent") == [None, pytest.approx(200), None]
    assert as_table.line("R&D expenditure, 2012 = 100")[3] == "at least +200%"


def test_an_index_stands_in_for_an_amount_that_is_not_known(run: Run) -> None:
    """R&D of 2012 is known only by how it grew; of 2014, in yuan."""
    asked = run("compare", "2012", "2021", "R&D", "--type", "high-tech", "--csv")
    assert [r["metric"] for r in asked.rows] == ["rd_expenditure_index"]
    assert "No figure" not in asked.err


def test_counts_in_full_have_no_range(as_csv: Ran, as_table: Ran) -> None:
    """54 to 97 zones is +43, +79.6%, 6.7% a year, and nothing about it is uncertain."""
    zones = row(as_csv, "zones_revenue_over_100bn")
    assert numbers(zones, "change") == [43, 43, 43]
    assert numbers(zones, "percent") == pytest.approx([100 * 43 / 54] * 3)
    assert numbers(zones, "cagr") == pytest.approx([6.7245] * 3, abs=1e-4)
    assert as_table.line("Zones with revenue over 100 billion CNY")[3:5] == ["+79.6%", "+6.7%"]


def test_a_derived_end_is_said(as_csv: Ran) -> None:
    """A reader sees that the 2012 end is implied, not printed."""
    assert "derived" in row(as_csv, "researchers")["warning"]


def test_both_sources_are_named(run: Run) -> None:
    """From the chamber of commerce to the institute: each end keeps its source."""
    gdp = row(run("compare", "2012", "2024", "gdp", "--csv"), "gdp")
    assert (gdp["from_source"], gdp["to_source"]) == ("flanders-china-2022", "ics-2025")
    # 19.3 / 5.4 over twelve years
    assert numbers(gdp, "cagr")[0] == pytest.approx(11.2, abs=0.05)


def test_named_metrics_alone_in_english_or_chinese(run: Run) -> None:
    """Only what was asked for, in the order asked for."""
    ran = run("compare", "2012", "2021", "exports", "地区生产总值", "--type", "高新区", "--csv")
    assert [r["metric"] for r in ran.rows] == ["exports", "gdp"]


def test_sort_and_limit(run: Run) -> None:
    """Largest certain change first: 475% of the enterprises, then 355% of the institutions."""
    ran = run("compare", "2012", "2021", "--sort", "-percent_low", "--limit", "2", "--csv")
    assert [r["metric"] for r in ran.rows] == [
        "high_tech_enterprises",
        "overseas_research_institutions",
    ]
    assert "5 more rows" in ran.err


def test_a_part_year_is_no_year(run: Run) -> None:
    """January to July 2022 is never set against a full year."""
    assert run("compare", "2021", "2022", "--csv").rows == []


@pytest.mark.parametrize(
    ("years", "words"),
    [(("2021", "2012"), ("2012 2021",)), (("2012", "2012"), ("different",))],
)
def test_refuses_years_in_the_wrong_order(
    run: Run, years: tuple[str, str], words: tuple[str, ...]
) -> None:
    """A change backwards or over no time is a slip, and said in one line."""
    assert_refused(run("compare", *years), *words)


def test_named_metric_not_known_in_both_years(run: Run) -> None:
    """Exit 0, a header, and one line that names what there is."""
    ran = run("compare", "2012", "2021", "gdp", "--type", "economic", "--csv")
    assert ran.status == 0
    assert ran.out.splitlines() == [COLUMNS]
    assert len(ran.err.splitlines()) == 1, ran.err
    assert "economic 2024" in ran.err


def test_sentences_are_for_show(run: Run) -> None:
    """No other option is offered for --as."""
    refused = run("compare", "2012", "2021", "gdp", "--as", "sentence")
    assert_refused(refused, "compare has no --as", "zonecli show")
    assert "--as" not in run("compare", "--help").out


def test_nothing_known_in_both_years(run: Run) -> None:
    """Even without a metric named, an empty answer says why it is empty."""
    ran = run("compare", "1990", "1991")
    assert (ran.status, ran.out) == (0, "")
    assert len(ran.err.splitlines()) == 1
