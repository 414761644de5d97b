"""`zonecli build` and `--data` as a user has them: one's own CSV to a table, laid over ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from installed_command import assert_refused, run

from zonecli.build.text import REPORT_COLUMNS
from zonecli.table.opening import our_path

LINE = "mine-2021,gdp,level,high-tech,all,2021,year,12,15.4 trillion,,,,,CNY,,,reported,,me,,,"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.csv"
    path.write_text(f"{','.join(REPORT_COLUMNS)}\n{LINE}\n", encoding="utf-8")
    return path


def test_build_then_show(tmp_path: Path, reports: Path) -> None:
    table = tmp_path / "my.parquet"
    built = run("build", str(reports), "-o", str(table))
    assert (built.status, built.out) == (0, f"{table}: 1 report\n")
    assert built.err == "New sources: me.\n"
    shown = run("show", "gdp", "--data", str(table), "--csv")
    assert [(row["id"], row["value"]) for row in shown.rows] == [("mine-2021", "15400000000000")]


def test_a_fault_leaves_no_table(tmp_path: Path, reports: Path) -> None:
    reports.write_text(reports.read_text().replace("15.4 trillion", "a lot"), encoding="utf-8")
    table = tmp_path / "my.parquet"
    assert_refused(run("build", str(reports), "-o", str(table)), f"{reports}:2: ")
    assert not table.exists()


def test_one_table_over_another(tmp_path: Path, reports: Path) -> None:
    table = tmp_path / "my.parquet"
    run("build", str(reports), "-o", str(table))
    ran = run(
        *("show", "gdp", "--type", "high-tech", "--from", "2020", "--to", "2022", "--csv"),
        *("--data", str(our_path()), "--data", str(table)),
    )
    assert [row["year"] for row in ran.rows] == ["2020", "2021", "2022"]
    assert ran.rows[1]["id"] == "mine-2021"


@pytest.mark.parametrize("command", [("show", "gdp"), ("compare", "2012", "2021", "gdp")])
def test_a_folder_and_a_url_answer_as_the_file(command: tuple[str, ...], tmp_path: Path) -> None:
    shutil.copy(our_path(), tmp_path / "part.parquet")
    expected = run(*command, "--csv").out
    for place in (str(tmp_path), (tmp_path / "part.parquet").as_uri()):
        assert run(*command, "--csv", "--data", place).out == expected


def test_no_table_there(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.parquet"
    assert_refused(run("show", "gdp", "--data", str(nowhere)), f"There is no table {nowhere}.")
    both = ("--data", str(our_path()), "--data", str(nowhere))
    assert_refused(run("show", "gdp", *both), f"There is no table {nowhere}.")


def test_duckdb_leaves_stderr_clean(tmp_path: Path) -> None:
    """Its binding lists on stderr what Python did not free before the end."""
    pytest.importorskip("duckdb")
    large = tmp_path / "large.parquet"
    large.write_bytes(b"\0" * 3_000_000)
    assert_refused(run("show", "gdp", "--data", str(large)), f"Cannot read {large} as a Parquet")
