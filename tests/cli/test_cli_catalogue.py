"""`zonecli list`, `search` and `describe`: what there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from installed_command import Run, assert_refused

from zonecli.build.text import REPORT_COLUMNS


def test_metrics_are_listed_by_default(run: Run) -> None:
    """A newcomer who types `zonecli list` sees the metrics in both languages."""
    assert run("list").stdout == run("list", "metrics").stdout
    assert run("list").line("gdp")[:4] == ["gdp", "GDP", "生产总值", "CNY"]


@pytest.mark.parametrize(
    ("subject", "key", "present"),
    [
        ("metrics", "id", {"gdp", "zone_count", "exports", "mofcom_rank"}),
        ("types", "id", {"high-tech", "economic", "innovation-demo", "national", "border"}),
        ("zones", "id", {"all", "suzhou-industrial-park", "dalian-etdz"}),
        ("sources", "id", {"flanders-china-2022", "ics-2025", "mehr-2025", "chinapolicy-2019"}),
        ("years", "year", {"2012", "2017", "2019", "2021", "2022", "2023", "2024", "2025"}),
    ],
)
def test_each_subject(run: Run, subject: str, key: str, present: set[str]) -> None:
    """Each subject lists its entries with how many figures and which years there are."""
    ran = run("list", subject, "--csv")
    assert ran.status == 0
    assert present <= {row[key] for row in ran.rows}
    assert {"figures", "reports", "first_year", "last_year"} <= set(ran.rows[0])
    assert run("list", subject).status == 0


def test_figures_and_reports_are_counted_apart(run: Run) -> None:
    """Economic GDP: two figures (yuan, dollars), each told twice; high-tech: level 3, share,
    growth."""
    (gdp,) = (r for r in run("list", "metrics", "--csv").rows if r["id"] == "gdp")
    assert (gdp["figures"], gdp["reports"]) == ("7", "9")
    assert (gdp["first_year"], gdp["last_year"]) == ("2012", "2024")


def test_list_of_one_type(run: Run) -> None:
    """Only what is known of innovation demonstration zones: their number."""
    rows = run("list", "metrics", "--type", "自创区", "--csv").rows
    assert [row["id"] for row in rows] == ["zone_count"]


def test_sources_say_when_where_and_how_they_were_seen(run: Run) -> None:
    """A source can be found again from the list."""
    rows = {row["id"]: row for row in run("list", "sources", "--csv").rows}
    mehr = rows["mehr-2025"]
    assert mehr["published"] == "2025-07-16"
    assert mehr["url"].startswith("https://en.mehrnews.com/news/234380/")
    assert mehr["seen"] == "full"


def test_zones_say_when_they_were_designated(run: Run) -> None:
    """Dalian was the first economic zone, in 1984."""
    rows = {row["id"]: row for row in run("list", "zones", "--csv").rows}
    assert rows["dalian-etdz"]["designated"].startswith("economic:1984")


def test_list_sorts_and_limits(run: Run) -> None:
    """The newest source first."""
    ran = run("list", "sources", "--sort", "-published", "--limit", "1", "--csv")
    assert [row["id"] for row in ran.rows] == ["mehr-2025"]


def test_unknown_subject(run: Run) -> None:
    """The choices are listed."""
    assert_refused(run("list", "nothing"), "metrics", "types", "zones", "sources", "years")


def test_search_finds_english_names_first(run: Run) -> None:
    """`search exports` leads to the metric to type."""
    first = run("search", "exports", "--csv").rows[0]
    assert (first["kind"], first["id"]) == ("metric", "exports")


def test_search_finds_chinese(run: Run) -> None:
    """`search 工业` finds both industrial metrics and the park."""
    ids = [row["id"] for row in run("search", "工业", "--csv").rows]
    assert set(ids[:3]) == {
        "gross_industrial_output",
        "industrial_value_added",
        "suzhou-industrial-park",
    }


def test_search_needs_every_word_in_any_case(run: Run) -> None:
    """Words narrow the search down."""
    rows = run("search", "SUZHOU", "park", "--csv").rows
    assert rows[0]["id"] == "suzhou-industrial-park"
    assert run("search", "suzhou", "laboratories", "--csv").rows == []


def test_search_finds_words_of_definitions_and_notes(run: Run) -> None:
    """What a metric means is found by what its definition says."""
    assert "pct_patents" in {row["id"] for row in run("search", "treaty", "--csv").rows}


def test_search_that_finds_nothing(run: Run) -> None:
    """Exit 0, nothing on stdout (CSV: a header), one line on stderr."""
    ran = run("search", "zeppelin")
    assert (ran.status, ran.out) == (0, "")
    assert "zeppelin" in ran.err
    assert len(run("search", "zeppelin", "--csv").out.splitlines()) == 1


def test_search_for_no_word(run: Run) -> None:
    """Punctuation alone is nothing to search for."""
    assert_refused(run("search", "!?"), "word")


def test_describe_says_what_a_metric_is(run: Run) -> None:
    """Names, definition, unit, kind, doubts."""
    ran = run("describe", "gdp")
    assert ran.status == 0
    for words in (
        "GDP",
        "生产总值",
        "Gross domestic product",
        "CNY",
        "flow",
        "B1GQ",
        "revised",
    ):
        assert words in ran.out


def test_describe_covers_by_type_measure_and_year(run: Run) -> None:
    """One sees at once that 2013 to 2020 are missing."""
    rows = run("describe", "gdp", "--csv").rows
    (level,) = (r for r in rows if (r["zone_type"], r["measure"]) == ("high-tech", "level"))
    assert (level["first_year"], level["last_year"], level["figures"]) == ("2012", "2024", "3")
    assert level["gaps"] == "2013 2014 2015 2016 2017 2018 2019 2020 2022 2023"


def test_describe_in_chinese(run: Run) -> None:
    """高新技术企业 is the same question as high_tech_enterprises."""
    assert run("describe", "高新技术企业").stdout == run("describe", "high_tech_enterprises").stdout


def test_describe_tells_part_years(run: Run) -> None:
    """Industrial output is known for a part of 2022 only."""
    rows = run("describe", "gross_industrial_output", "--csv").rows
    assert {row["period"] for row in rows} == {"ytd"}


@pytest.mark.parametrize(
    ("years", "heading", "signs"),
    [
        ((2009,), "2009", "#"),
        ((2021, 2022), "2021-2022", "##"),
        ((2016, 2020), "2016-2020", "#...#"),  # 2020 has no room
        ((2014, 2018), "·2015", "#...#"),
        ((2017, 2025), "···2020", "#.......#"),  # nor has 2025
    ],
)
def test_the_years_above_the_signs_of_coverage(
    run: Run, tmp_path: Path, years: tuple[int, ...], heading: str, signs: str
) -> None:
    """However few they are, a reader sees which ones; none is cut."""
    common = dict.fromkeys(REPORT_COLUMNS, "") | {
        **{"metric": "happiness", "measure": "level", "zone_type": "my-zones", "zone": "all"},
        **{"period": "year", "month": "12", "printed": "12", "unit": "count", "status": "reported"},
        **{"source": "me"},
    }
    lines = [{**common, "id": f"mine-{year}", "year": str(year)} for year in years]
    reports, table = tmp_path / "mine.csv", tmp_path / "mine.parquet"
    text = [",".join(cells) for cells in (common, *(line.values() for line in lines))]
    reports.write_text("\n".join([*text, ""]), encoding="utf-8")
    built = run("build", str(reports), "-o", str(table))
    assert built.status == 0, built.err
    ran = run("list", "coverage", "--data", str(table))
    assert ran.lines[0][1:] == [heading, "Years"]
    assert ran.line("happiness")[1:] == [signs, str(len(years))]
