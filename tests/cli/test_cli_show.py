"""`zonecli show`, run as a user runs it."""

from __future__ import annotations

import pytest
from installed_command import Ran, Run, assert_refused

FLANDERS_URL = (
    "https://www.flanders-china.be/en/newsletterpublications/"
    "crucial-role-of-high-tech-industrial-development-zones-stressed"
)

TWO_MEASURES = ("-t", "high-tech", "-m", "level", "-m", "growth", "--year", "2024", "--csv")
ANY_PERIOD = ("-t", "high-tech", "--period", "any", "--csv")


def years(ran: Ran) -> list[int]:
    assert ran.status == 0, ran
    return [int(row["year"]) for row in ran.rows]


@pytest.fixture(scope="module")
def gdp(run: Run) -> Ran:
    return run("show", "gdp", "--type", "high-tech")


def test_says_what_is_shown_and_in_which_unit(gdp: Ran) -> None:
    """A copied table still says what it is of."""
    title = gdp.out.splitlines()[0]
    assert "GDP" in title
    assert "national high-tech zones" in title
    assert "CNY" in title


def test_one_line_a_year_with_change_share_and_source(gdp: Ran) -> None:
    """The amount as printed; growth and share only where the articles print them."""
    assert gdp.status == 0
    assert gdp.err == ""
    assert gdp.line("2012") == ["2012", "5.4 trillion", "–", "–", "1"]
    assert gdp.line("2021") == ["2021", "15.3 trillion", "–", "13.4%", "1"]
    assert gdp.line("2024") == ["2024", "19.3 trillion", "+7.6%", "–", "2"]


def test_numbers_its_sources_with_address(gdp: Ran) -> None:
    """Each source mark leads to a publisher, a date, a title and an address."""
    first, second = gdp.out.splitlines()[-2:]
    assert first.startswith("1 Flanders-China Chamber of Commerce, 2022-09.")
    assert first.endswith(FLANDERS_URL)
    assert second.startswith("2 Institute for China Studies, 2025.")
    assert second.endswith("https://china-studies.org/?p=17384")


def test_marks_nothing_as_computed_that_is_printed(gdp: Ran) -> None:
    """No line of the articles' GDP is worked out: no mark c, no legend for it."""
    assert "computed" not in gdp.out


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("foreign_invested_enterprises", "over 60,000"),
        ("incubators_and_maker_spaces", "over 700"),
        ("zones_merged_with_high_tech", "at least 10"),
        ("overseas_research_institutions --year 2021", "over 2,200"),
        ("high_tech_enterprises --type high-tech --year 2012", "under 20,000"),
        ("high_tech_enterprises --type high-tech --year 2021", "115,000"),
        ("high_tech_enterprises --type economic --year 2024", "over 85,000"),
        ("researchers --year 2021", "over 5.63 million"),
        ("foreign_researchers", "over 47,000"),
        ("returnees", "211,000"),
        ("rd_expenditure --year 2021", "over 1 trillion"),
        ("exports --measure share --year 2012", "about 3.2%"),
        ("fdi --measure share", "nearly 25%"),
        ("zones_with_internationalization_policies", "over 77%"),
        ("enterprise_rd_expenditure", "1.2 trillion"),
    ],
)
def test_keeps_the_hedge_in_words(run: Run, words: str, amount: str) -> None:
    """A hedged figure can never be quoted without its hedge."""
    cells = [cell for line in run("show", *words.split()).lines for cell in line]
    assert amount in cells


def test_a_type_each_gets_a_column_each(run: Run) -> None:
    """Two kinds of zones are read side by side, each figure with its source."""
    ran = run("show", "gdp", "--type", "high-tech", "--type", "economic")
    assert ran.line("Year") == ["Year", "High-tech", "Economic"]
    assert ran.line("2024") == ["2024", "19.3 trillion [2]", "16.9 trillion [3]"]
    assert ran.line("2012") == ["2012", "5.4 trillion [1]", "–"]


def test_a_metric_each_gets_a_column_each(run: Run) -> None:
    """Amounts of two metrics stand in the order in which they were asked for."""
    ran = run("show", "industrial_value_added", "gdp", "--type", "high-tech", "--from", "2024")
    assert ran.line("Year") == ["Year", "Industrial value added", "GDP"]
    assert ran.line("2024") == ["2024", "9.8 trillion [1]", "19.3 trillion [1]"]


def test_a_stock_within_a_year_says_its_month(run: Run) -> None:
    """173 zones is the count of September 2022, not of the year's end."""
    ran = run("show", "zone_count", "--type", "high-tech")
    assert ran.line("2022 Sep")[1] == "173"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", [2012, 2021, 2024]),
        ("--year 2021", [2021]),
        ("--from 2021", [2021, 2024]),
        ("--to 2021", [2012, 2021]),
        ("--from 2013 --to 2023", [2021]),
        ("--latest", [2024]),
        ("--latest --to 2022", [2021]),
        ("--sort -value", [2024, 2021, 2012]),
        ("--sort year", [2012, 2021, 2024]),
        ("--limit 2", [2012, 2021]),
        ("--sort -year --limit 1", [2024]),
    ],
)
def test_years_order_and_number_of_rows(run: Run, options: str, expected: list[int]) -> None:
    """The rows are those asked for, in the order asked for."""
    ran = run("show", "gdp", "--type", "high-tech", "--csv", *options.split())
    assert years(ran) == expected


def test_latest_is_the_last_year_of_each_column(run: Run) -> None:
    """The newest count of high-tech zones is of 2022 though that of economic ones is of 2024."""
    rows = run("show", "zone_count", "--latest", "--csv").rows
    newest = {row["zone_type"]: (row["year"], row["value"]) for row in rows}
    assert newest == {
        "high-tech": ("2022", "173"),
        "economic": ("2024", "232"),
        "innovation-demo": ("2022", "23"),
    }


def test_says_how_many_rows_a_limit_left_off(run: Run) -> None:
    """A cut answer does not look like a whole one."""
    assert "2 more rows" in run("show", "gdp", "--type", "high-tech", "--limit", "1").err


@pytest.mark.parametrize("option", [["--latest"], ["--limit", "1"]])
def test_never_says_a_share_stands_alone_where_the_level_is_known(
    run: Run, option: list[str]
) -> None:
    """GDP of 2021 is known: its share of 13.4% is not "share alone" because 2021 is not shown."""
    assert "alone" not in run("show", "gdp", "--type", "high-tech", *option).err


def test_shares_on_request(run: Run) -> None:
    """The share is a figure of its own, in percent, with its hedge."""
    rows = run("show", "exports", "--measure", "share", "--csv").rows
    told = [(r["year"], r["value"], r["low"], r["high"], r["unit"], r["qualifier"]) for r in rows]
    assert told == [
        ("2012", "3.2", "3.15", "3.25", "percent", "about"),
        ("2021", "24.4", "24.35", "24.45", "percent", "exact"),
    ]


def test_several_measures(run: Run) -> None:
    """Level, share and growth of one year together."""
    ran = run("show", "gdp", *TWO_MEASURES)
    assert {(row["measure"], row["value"]) for row in ran.rows} == {
        ("level", "19300000000000"),
        ("growth", "7.6"),
    }


def test_shows_the_share_where_no_level_is_known_and_says_so(run: Run) -> None:
    """`show unicorns` is not empty: the share of 67% is known, and it is called a share."""
    ran = run("show", "unicorns")
    assert ran.line("2024")[1] == "67%"
    assert "share" in ran.out.splitlines()[0]
    assert "no level" in ran.err


def test_a_part_of_a_year_is_never_shown_for_the_year(run: Run) -> None:
    """January to July 2022 (17.5 trillion) does not pass for 2022; the note says how to see it."""
    ran = run("show", "gross_industrial_output")
    assert ran.status == 0
    assert ran.out == ""
    assert "--period ytd" in ran.err
    assert "17.5" not in ran.err


def test_a_part_of_a_year_is_kept_out_of_csv_and_of_mixed_answers(run: Run) -> None:
    """Nor does it slip in beside full years of another metric."""
    ran = run("show", "gross_industrial_output", "gdp", "operating_revenue", "--csv")
    assert {row["period"] for row in ran.rows} == {"year"}
    assert {row["metric"] for row in ran.rows} == {"gdp"}
    assert ran.err.count("--period ytd") == 2


def test_a_part_of_a_year_on_request(run: Run) -> None:
    """With --period ytd it is shown as what it is, with its growth over the same months."""
    ran = run("show", "gross_industrial_output", "--period", "ytd")
    assert ran.line("2022 Jan–Jul") == ["2022 Jan–Jul", "17.5 trillion", "+8.1%", "1"]
    (row,) = run("show", "operating_revenue", "--period", "ytd", "--csv").rows
    assert (row["period"], row["month"], row["value"]) == ("ytd", "7", "27400000000000")


def test_any_period(run: Run) -> None:
    """Full and part years together, when that is asked for."""
    ran = run("show", "gdp", "gross_industrial_output", *ANY_PERIOD)
    assert [(r["year"], r["period"]) for r in ran.rows] == [
        ("2012", "year"),
        ("2021", "year"),
        ("2024", "year"),
        ("2022", "ytd"),
    ]


def test_every_report_on_request(run: Run) -> None:
    """Both pages that print 16.9 trillion, and both their dollar figures, not one of each."""
    ran = run("show", "gdp", "--type", "economic", "--reports", "--csv")
    assert sorted((r["source"], r["unit"], r["qualifier"]) for r in ran.rows) == [
        ("mehr-2025", "CNY", "exact"),
        ("mehr-2025", "USD", "about"),
        ("udfspace-2025", "CNY", "exact"),
        ("udfspace-2025", "USD", "exact"),
    ]
    assert [r["unit"] for r in ran.rows if r["preferred"] == "true"].count("CNY") == 1


def test_one_report_a_figure_by_default_in_the_main_unit(run: Run) -> None:
    """One answer a year, in yuan, from the report with the later date."""
    (row,) = run("show", "gdp", "--type", "economic", "--csv").rows
    assert (row["value"], row["unit"]) == ("16900000000000", "CNY")
    assert (row["source"], row["preferred"]) == ("mehr-2025", "true")


def test_reports_for_people_show_the_printed_words_and_units(run: Run) -> None:
    """Dollar and yuan reports cannot be confused, and one sees which is preferred."""
    ran = run("show", "gdp", "--type", "economic", "--reports")
    assert "about 2.36 trillion USD" in ran.out
    assert "16.9 trillion CNY" in ran.out
    assert "* preferred" in ran.out


def test_derived_figures_alone(run: Run) -> None:
    """What a source implies can be told from what it prints: with its derivation."""
    rows = run("show", "zone_count", "--status", "derived", "--csv").rows
    assert [(r["zone_type"], r["value"], r["derivation"], r["status"]) for r in rows] == [
        ("high-tech", "89", "173 - 84", "derived"),
        ("innovation-demo", "3", "23 - 20", "derived"),
    ]


def test_derived_figures_are_marked(run: Run) -> None:
    """Nobody quotes 89 zones as printed."""
    ran = run("show", "zone_count", "--type", "high-tech")
    assert ran.line("2012")[1] == "89 d"
    assert "d derived" in ran.out


def test_picked_columns_in_their_order(run: Run) -> None:
    """The columns asked for, for machines and for people."""
    options = ["gdp", "--type", "high-tech", "--columns", "value,year,source_url"]
    out = run("show", *options, "--csv").out.splitlines()
    assert out[:2] == ["value,year,source_url", f"5400000000000,2012,{FLANDERS_URL}"]
    assert run("show", *options).line("value") == ["value", "year", "source_url"]


def test_named_zone(run: Run) -> None:
    """Figures of one zone: Suzhou Industrial Park was first for 2017 and for 2023."""
    ran = run("show", "mofcom_rank", "--zone", "Suzhou Industrial Park", "--csv")
    assert [(r["year"], r["zone"], r["value"]) for r in ran.rows] == [
        ("2017", "suzhou-industrial-park", "1"),
        ("2023", "suzhou-industrial-park", "1"),
    ]


def test_named_zones_are_not_taken_for_all_zones(run: Run) -> None:
    """A rank of one park never answers for all zones; the note says how to ask for single ones."""
    ran = run("show", "mofcom_rank")
    assert ran.out == ""
    assert "--zone ZONE, or zonecli rank mofcom_rank" in ran.err


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ("--year 2012 --from 2010", "--year"),
        ("--year 2012 --to 2015", "--year"),
        ("--latest --year 2012", "--latest"),
        ("--latest --from 2012", "--latest"),
        ("--from 2022 --to 2020", "2022"),
        ("--limit 0", "--limit"),
        ("--limit -3", "--limit"),
        ("--csv --format json", "--csv"),
        ("--sort nothing_of_ours", "nothing_of_ours"),
        ("--columns year,nothing_of_ours", "nothing_of_ours"),
        ("--measure size", "size"),
        ("--period week", "week"),
        ("--status guessed", "guessed"),
        ("--format yaml", "yaml"),
    ],
)
def test_refuses_what_cannot_be_meant(run: Run, options: str, word: str) -> None:
    """Contradictions and unknown words end in one line that names them."""
    assert_refused(run("show", "gdp", *options.split()), word)


def test_refuses_an_unknown_column_for_an_empty_answer_too(run: Run) -> None:
    """A misspelt --sort does not wait for data to be found out."""
    ran = run("show", "exports", "--type", "economic", "--sort", "nothing_of_ours")
    assert ran.status == 2


@pytest.mark.parametrize("year", ["9223372036854775808", "-9223372036854775809", "9" * 40])
def test_a_year_beyond_all_machines(run: Run, year: str) -> None:
    """No figure, said as for any other year."""
    for option in ("--year", "--from", "--to"):
        ran = run("show", "gdp", "--type", "high-tech", f"{option}={year}")
        assert ran.status == 0, ran.err
        assert ran.out or "No figure for GDP" in ran.err
