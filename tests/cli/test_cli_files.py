"""`-o FILE` and `--data PATH`: files that are written and read."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import installed_command
import pytest
from installed_command import SCRIPT, Run, assert_refused, environment


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("gdp.csv", "csv"),
        ("gdp.CSV", "csv"),
        ("gdp.tsv", "tsv"),
        ("gdp.json", "json"),
        ("gdp.ndjson", "ndjson"),
        ("gdp.jsonl", "ndjson"),
        ("gdp.txt", "table"),
    ],
)
def test_the_ending_picks_the_format(run: Run, tmp_path: Path, name: str, format_name: str) -> None:
    """The file holds what stdout would have held, as UTF-8."""
    ran = run("show", "gdp", "-o", str(tmp_path / name))
    assert (ran.status, ran.out) == (0, "")
    written = (tmp_path / name).read_bytes()
    assert written == run("show", "gdp", "--format", format_name).stdout


def test_a_format_given_wins_over_the_ending(run: Run, tmp_path: Path) -> None:
    """Any name will do when the format is said."""
    assert run("show", "gdp", "--csv", "-o", str(tmp_path / "gdp.data")).status == 0
    assert (tmp_path / "gdp.data").read_text(encoding="utf-8").startswith("id,metric,")


def test_an_ending_that_picks_nothing(run: Run, tmp_path: Path) -> None:
    """Nothing is written, and the endings that there are get named."""
    path = tmp_path / "gdp.doc"
    assert_refused(run("show", "gdp", "-o", str(path)), "gdp.doc", ".csv", ".json")
    assert not path.exists()


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    """One line with the path and the reason."""
    path = tmp_path / "missing" / "gdp.csv"
    assert_refused(run("show", "gdp", "-o", str(path)), str(path), "No such file")


def test_a_folder_that_cannot_be_written(run: Run) -> None:
    """Not even root writes files into /proc."""
    assert_refused(run("show", "gdp", "-o", "/proc/gdp.csv"), "/proc/gdp.csv")


def test_a_folder_in_the_files_place(run: Run, tmp_path: Path) -> None:
    """A folder called gdp.csv is left alone."""
    (tmp_path / "gdp.csv").mkdir()
    assert_refused(run("show", "gdp", "-o", str(tmp_path / "gdp.csv")), "folder")


def test_an_existing_file_is_replaced_whole(run: Run, tmp_path: Path) -> None:
    """A longer file from before leaves no tail; its permissions stay, nothing lies beside it."""
    path = tmp_path / "gdp.json"
    path.write_text("x" * 1_000_000, encoding="utf-8")
    path.chmod(0o640)
    assert run("show", "gdp", "-o", str(path)).status == 0
    assert json.loads(path.read_text(encoding="utf-8"))["query"]["metrics"] == ["gdp"]
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_an_existing_file_survives_a_refusal(run: Run, tmp_path: Path) -> None:
    """A question that cannot be answered destroys nothing."""
    path = tmp_path / "gdp.csv"
    path.write_text("precious", encoding="utf-8")
    assert run("show", "gpd", "-o", str(path)).status == 2
    assert path.read_text(encoding="utf-8") == "precious"


def test_notes_go_to_stderr_when_a_file_is_written(run: Run, tmp_path: Path) -> None:
    """One still learns what was left out."""
    ran = run("show", "gdp", "gross_industrial_output", "-o", str(tmp_path / "a.csv"))
    assert ran.out == ""
    assert "--period ytd" in ran.err


def test_a_table_in_a_file_is_plain(run: Run, tmp_path: Path) -> None:
    """No colours, no links, no cut column in a file, whatever the terminal is."""
    wishes = {"COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    run("show", "gdp", "-o", str(tmp_path / "a.txt"), env=wishes)
    assert (tmp_path / "a.txt").read_bytes() == run("show", "gdp").stdout


def test_minus_is_stdout(run: Run) -> None:
    """`-o -` is the usual word for it."""
    assert run("show", "gdp", "-o", "-", "--csv").stdout == run("show", "gdp", "--csv").stdout


def test_data_by_option_and_by_environment(articles_table: Path) -> None:
    """Another table of the same columns; the option wins."""
    by_option = installed_command.run(
        *("show", "gdp", "--csv", "--data", str(articles_table)),
        env={"ZONECLI_DATA": "/nowhere.parquet"},
    )
    by_environment = installed_command.run(
        "show", "gdp", "--csv", env={"ZONECLI_DATA": str(articles_table)}
    )
    assert by_option.status == by_environment.status == 0
    assert by_option.stdout == by_environment.stdout


@pytest.mark.parametrize("content", [None, b"", b"PAR1", b"id,metric\n1,gdp\n", b"PAR1xxxxPAR1"])
def test_data_that_is_no_table(tmp_path: Path, content: bytes | None) -> None:
    """A missing, cut or wrong file is named in one line."""
    path = tmp_path / "table.parquet"
    if content is not None:
        path.write_bytes(content)
    assert_refused(installed_command.run("show", "gdp", "--data", str(path)), str(path))


def test_data_that_is_a_folder(tmp_path: Path) -> None:
    """A folder is not read as a table."""
    assert_refused(installed_command.run("show", "gdp", "--data", str(tmp_path)), "folder")


def test_a_full_disk_is_said(articles_table: Path) -> None:
    """Exit 2 and one line, not half a table that looks whole."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [str(SCRIPT), "show", "gdp", "--data", str(articles_table)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
