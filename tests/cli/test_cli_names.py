"""What people call things, misspellings, and what there is instead."""

from __future__ import annotations

import pytest
from installed_command import Run, assert_refused


@pytest.mark.parametrize(
    ("word", "metric"),
    [
        ("GDP", "gdp"),
        ("Gross Domestic Product", "gdp"),
        ("地区生产总值", "gdp"),
        ("GRP", "gdp"),
        ("zones", "zone_count"),
        ("Zone-Count", "zone_count"),
        ("工业增加值", "industrial_value_added"),
        ("enterprise r&d", "enterprise_rd_expenditure"),
        ("ＧＤＰ", "gdp"),
    ],
)
def test_metrics_by_any_name(run: Run, word: str, metric: str) -> None:
    """English, Chinese, aliases, any case: the same answer as by the id."""
    rows = run("show", word, "--csv").rows
    assert {row["metric"] for row in rows} == {metric}


@pytest.mark.parametrize(
    "word", ["high-tech", "HIGH-TECH", "hi-tech", "高新区", "hntz", "high tech"]
)
def test_types_by_any_name(run: Run, word: str) -> None:
    """`--type 高新区` and `--type hi-tech` are the same zones."""
    rows = run("show", "zone_count", "--type", word, "--csv").rows
    assert {row["zone_type"] for row in rows} == {"high-tech"}


@pytest.mark.parametrize("word", ["etdz", "经开区", "NETDZ", "国家级经济技术开发区"])
def test_economic_zones_by_any_name(run: Run, word: str) -> None:
    """Their usual abbreviations name the economic zones."""
    rows = run("show", "gdp", "--type", word, "--csv").rows
    assert {row["zone_type"] for row in rows} == {"economic"}


@pytest.mark.parametrize("word", ["SIP", "苏州工业园区", "suzhou industrial park"])
def test_zones_by_any_name(run: Run, word: str) -> None:
    """A park by its abbreviation or its Chinese name."""
    rows = run("show", "mofcom_rank", "--zone", word, "--csv").rows
    assert {row["zone"] for row in rows} == {"suzhou-industrial-park"}


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (("show", "gpd"), "No metric 'gpd'. Did you mean 'gdp'?"),
        (("compare", "2012", "2021", "exprots"), "No metric 'exprots'. Did you mean 'exports'?"),
        (("describe", "zone_cuont"), "No metric 'zone_cuont'. Did you mean 'zone_count'?"),
        (
            ("show", "gdp", "--type", "high-tehc"),
            "No zone type 'high-tehc'. Did you mean 'high-tech'?",
        ),
        (
            ("show", "gdp", "--zone", "suzou industrial park"),
            "No zone 'suzou industrial park'. Did you mean 'suzhou-industrial-park'?",
        ),
        (("show", "gdp", "--measure", "shrae"), "No measure 'shrae'. Did you mean 'share'?"),
        (("list", "metrcis"), "No list 'metrcis'. Did you mean 'metrics'?"),
    ],
)
def test_a_near_name_is_suggested(run: Run, args: tuple[str, ...], line: str) -> None:
    """A slip costs one line of reading."""
    ran = run(*args)
    assert_refused(ran)
    assert ran.err == f"{line}\n"


@pytest.mark.parametrize("word", ["xyzzy", "quidditch", "没有", "?", ""])
def test_nothing_is_suggested_where_nothing_is_near(run: Run, word: str) -> None:
    """A wild guess would lead astray."""
    ran = run("show", word)
    assert_refused(ran, f"No metric '{word}'.")
    assert "Did you mean" not in ran.err


def test_an_unknown_name_among_known_ones_is_not_dropped(run: Run) -> None:
    """Nobody takes the answer for one to the whole question."""
    assert_refused(run("show", "gdp", "gpd", "--csv"), "gpd")
    assert_refused(run("show", "gdp", "--type", "economic", "--type", "econmic"), "econmic")


def test_a_known_name_without_a_figure_is_an_empty_csv(run: Run) -> None:
    """A script gets a header and no row, exit 0; the person reads what there is instead."""
    ran = run("show", "exports", "--type", "economic", "--csv")
    assert ran.status == 0
    (header,) = ran.out.splitlines()
    assert header.startswith("id,metric,measure,zone_type,zone,year,")
    assert len(ran.err.splitlines()) == 1
    assert "high-tech 2021 (--measure share)" in ran.err


def test_a_known_name_without_a_figure_is_an_empty_json(run: Run) -> None:
    """JSON stays an object, with no rows and the note inside."""
    ran = run("show", "exports", "--type", "economic", "--format", "json")
    assert ran.status == 0
    assert ran.json["rows"] == []
    assert "Nearest" in " ".join(ran.json["notes"])


def test_a_known_name_without_a_figure_is_nothing_in_other_formats(run: Run) -> None:
    """No stray line for the next program in the pipe."""
    for name in ("ndjson", "table"):
        ran = run("show", "gdp", "--type", "border", "--format", name)
        assert (ran.status, ran.out) == (0, "")


def test_the_nearest_year_is_named(run: Run) -> None:
    """For 2020 that is 2021, not 2012."""
    ran = run("show", "gdp", "--type", "high-tech", "--year", "2020")
    assert ran.status == 0
    assert ran.err.split("Nearest: ")[1].startswith("high-tech 2021")


def test_one_of_two_metrics_without_a_figure_is_said(run: Run) -> None:
    """What is missing from a partly filled answer is named too."""
    ran = run("show", "gdp", "exports", "--type", "economic", "--csv")
    assert {row["metric"] for row in ran.rows} == {"gdp"}
    assert "Exports" in ran.err
