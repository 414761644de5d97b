"""`zonecli verify` and `zonecli check`, as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

from installed_command import run

TRUE = "In 2021 the GDP of the national high-tech zones was 15.3 trillion yuan.\n"
FALSE = "In 2021 the GDP of the national high-tech zones was 15.3 billion yuan.\n"
GDP = ("--type", "high-tech", "--year", "2021")


def test_verify_tells_its_verdict_by_its_exit_status() -> None:
    assert run("verify", "gdp", "15.3tn", *GDP).status == 0
    ran = run("verify", "gdp", "15.3 billion yuan", *GDP)
    assert ran.status == 1
    assert "万亿 (trillion) read as billion" in ran.out
    assert run("verify", "生产总值", "15.3万亿元", "--type", "高新区", "--year", "2021").status == 0


def test_verify_of_what_is_not_known_fails_only_when_strict() -> None:
    asked = ("verify", "unicorns", "5", "--type", "economic", "--year", "2021")
    ran = run(*asked)
    assert (ran.status, run(*asked, "--strict").status) == (0, 1)
    assert "No figure for Unicorns" in ran.err


def test_verify_reads_signs_and_words_as_bounds() -> None:
    """The table has 15.3 trillion."""
    assert run("verify", "gdp", "<15 trillion", *GDP).status == 1
    assert run("verify", "gdp", "≥16 trillion", *GDP).status == 1
    assert run("verify", "gdp", "≥15 trillion", *GDP).status == 0
    assert run("verify", "gdp", "几乎16万亿元", *GDP).status == 0


def test_verify_names_a_word_that_it_does_not_know() -> None:
    ran = run("verify", "gdp", "perhaps 15.3 trillion", *GDP)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("'perhaps' is no hedge that is known here: say about, nearly, over")
    assert "No number can be read" in run("verify", "gdp", "not 15.3 trillion", *GDP).err


def test_verify_refuses_what_is_no_claim() -> None:
    assert run("verify", "gdp", "much", *GDP).status == 2
    assert run("verify", "gdp", "15tn", "--year", "2021").status == 2


def test_verify_takes_a_percentage_for_the_share() -> None:
    """13.4 percent of China's GDP; a growth is said to be one."""
    assert run("verify", "gdp", "13.4%", *GDP).status == 0
    assert run("verify", "gdp", "33%", *GDP).status == 1
    ran = run("verify", "gdp", "7.6 percentage points", "--type", "high-tech", "--year", "2024")
    assert ran.status == 0
    assert "percentage points for percent: 7.6% growth" in ran.out


def test_check_fails_when_something_is_contradicted(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(TRUE)
    assert run("check", str(path)).status == 0
    path.write_text(TRUE + "\n" + FALSE)
    ran = run("check", str(path), "--csv")
    assert ran.status == 1
    assert [row["verdict"] for row in ran.rows] == ["supported", "contradicted"]
    assert (ran.rows[1]["line"], ran.rows[1]["column"]) == ("3", "53")
    assert ran.rows[1]["mistake"] == "wanyi-billion"
    assert "2 numbers about zones" in ran.err


def test_check_reads_stdin_and_lists_what_it_could_not_place() -> None:
    ran = run("check", "-", "--csv", input="The high-tech zones planted 400 trees in 2021.\n")
    assert ran.status == 0
    assert [(r["verdict"], r["claimed"]) for r in ran.rows] == [("not-placed", "400")]


def test_sarif_has_what_editors_need(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(TRUE + "\n" + FALSE)
    out = tmp_path / "out.sarif"
    assert run("check", str(path), "-o", str(out)).status == 1
    log = json.loads(out.read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"
    (finding,) = log["runs"][0]["results"]
    place = finding["locations"][0]["physicalLocation"]
    assert (finding["ruleId"], finding["level"]) == ("contradicted", "error")
    assert place["region"] == {"startLine": 3, "startColumn": 53, "endLine": 3, "endColumn": 70}
    assert place["artifactLocation"]["uri"].startswith("file://")
    assert "15.3 trillion CNY" in finding["message"]["text"]


def test_check_refuses_other_files() -> None:
    assert run("check", "slides.pdf").status == 2
