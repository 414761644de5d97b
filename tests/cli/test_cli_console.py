"""Terminals, pipes and consoles of all kinds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import installed_command
import pytest
from installed_command import SCRIPT, Run, environment, run_on_terminal, without_styles
from rich.cells import cell_len

COMMANDS = [
    ("show", "gdp", "--type", "high-tech"),
    ("show", "gdp", "--reports"),
    ("compare", "2012", "2021"),
    ("list", "metrics"),
    ("search", "gdp"),
    ("describe", "gdp"),
]


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
def test_a_pipe_gets_whole_columns_without_colour(run: Run, args: tuple[str, ...]) -> None:
    """Whatever width or colour the environment wishes for: the same plain text."""
    plain = run(*args)
    assert plain.status == 0
    assert "\x1b" not in plain.out
    assert "…" not in plain.out
    wishes = {"COLUMNS": "40", "TERM": "xterm-256color", "FORCE_COLOR": "1", "LINES": "5"}
    assert run(*args, env=wishes).stdout == plain.stdout


def test_a_pipe_gets_each_address_in_one_piece(run: Run) -> None:
    """Addresses can be copied out of a saved table."""
    out = run("show", "gdp", env={"COLUMNS": "40"}).out
    for address in (
        "https://www.flanders-china.be/en/newsletterpublications/"
        "crucial-role-of-high-tech-industrial-development-zones-stressed",
        "https://en.mehrnews.com/news/234380/China-economic-Devel-zones-to-facilitate-"
        "productive-forces",
    ):
        assert address in out.split()


NUMBERS = {
    ("show", "gdp", "--type", "high-tech"): "5.4 15.3 19.3 13.4% +7.6% trillion",
    ("show", "gdp", "zone_count"): "5.4 15.3 19.3 16.9 219 232 173",
    ("compare", "2012", "2021"): (
        "5.4 15.3 +183% 54 97 2,200 5.63 +150% 20,000 115,000 +475% 24.4% +21.2 trillion million"
    ),
    ("show", "gdp", "--type", "high-tech", "--columns", "year,value,printed,low,high"): (
        "5400000000000 15300000000000 19300000000000 5350000000000 19350000000000"
    ),
    ("show", "high_tech_enterprises"): "20,000 115,000 85,000",
    ("list", "metrics"): "2012-2024 gross_industrial_output",
}


@pytest.mark.parametrize("columns", [80, 40])
@pytest.mark.parametrize("args", NUMBERS, ids=" ".join)
def test_no_number_is_broken_on_a_terminal(
    articles_table: Path, args: tuple[str, ...], columns: int
) -> None:
    """On a wide and on a narrow terminal each number can be read and copied in one piece."""
    out = run_on_terminal(columns, *args, env={"ZONECLI_DATA": str(articles_table)})
    words = re.split(r"[\s()]+", without_styles(out))
    assert [number for number in NUMBERS[args].split() if number not in words] == []


def test_a_wide_terminal_has_no_line_beyond_its_edge(articles_table: Path) -> None:
    """At 80 columns the answer fits; addresses alone may run over."""
    args = ("show", "gdp", "--type", "high-tech")
    out = run_on_terminal(80, *args, env={"ZONECLI_DATA": str(articles_table)})
    lines = without_styles(out).splitlines()
    assert [line for line in lines if len(line) > 80 and "https://" not in line] == []


@pytest.mark.parametrize("columns", [80, 40])
def test_notes_fit_the_terminal(tmp_path: Path, columns: int) -> None:
    """No word is broken, and later lines are indented; a script gets a note as one line."""
    asked = ("rank", "gdp", "--year", "2021", "--type", "economic")
    args = (*asked, "-o", str(tmp_path / "a.csv"))
    notes = installed_command.run(*args).err.splitlines()
    assert max(map(len, notes)) > 80
    shown = run_on_terminal(columns, *args)
    lines = shown.splitlines()
    assert len(lines) > len(notes)
    assert [line for line in lines if len(line) > columns] == []
    assert shown.split() == " ".join(notes).split()
    assert len([line for line in lines if not line.startswith("  ")]) == len(notes)


LISTS = [
    *(("list",), ("list", "types"), ("list", "zones"), ("list", "coverage"), ("conflicts",)),
    *(("search", "park"), ("explain", "gdp", "--type", "high-tech", "--year", "2021")),
]


@pytest.mark.parametrize("args", LISTS, ids=lambda args: " ".join(args[:2])[:20])
def test_every_table_fits_a_usual_terminal(args: tuple[str, ...]) -> None:
    """Of our own record, with its long ids: columns are folded or stacked, no line is broken."""
    assert too_wide(without_styles(run_on_terminal(80, *args))) == []


def test_what_check_finds_fits_a_usual_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the ids of metric and zone that it reads from a sentence."""
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text("In 2021 the GDP of Suzhou Industrial Park was 333.03 billion.")
    out = without_styles(run_on_terminal(80, "check", "draft.txt"))
    assert "suzhou-industrial-park" in out
    assert too_wide(out) == []


def too_wide(out: str) -> list[str]:
    """The lines beyond a usual edge; an address or an id alone may be."""
    lines = out.splitlines()
    assert len(lines) > 4
    return [line for line in lines if cell_len(line) > 80 and len(line.split()) > 1]


def test_a_picture_goes_before_a_word_is_broken() -> None:
    wide = run_on_terminal(200, "list", "types")
    assert "█" in wide
    assert "█" not in run_on_terminal(80, "list", "types")


def test_a_terminal_gets_links_and_no_color_takes_colour_away(articles_table: Path) -> None:
    """NO_COLOR and dumb terminals get plain text."""
    args, data = ("show", "gdp"), {"ZONECLI_DATA": str(articles_table)}
    styled = run_on_terminal(120, *args, env=data)
    assert "\x1b]8;" in styled
    plain = run_on_terminal(120, *args, env={**data, "NO_COLOR": "1"})
    assert "\x1b[" not in plain
    assert run_on_terminal(120, *args, env={**data, "TERM": "dumb"}) == without_styles(plain)
    assert without_styles(styled).split() == without_styles(plain).split()


@pytest.mark.parametrize(
    "args",
    [*COMMANDS, ("show", "gdp", "--csv"), ("show", "gdp", "--format", "json"), ("--help",)],
    ids=" ".join,
)
def test_a_closed_pipe_ends_quietly(articles_table: Path, args: tuple[str, ...]) -> None:
    """`| head -1` had enough: exit 0, not a word."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [str(SCRIPT), *args],
            stdout=writing,
            stderr=subprocess.PIPE,
            env=environment({"ZONECLI_DATA": str(articles_table)}),
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_head(articles_table: Path) -> None:
    """The first line in a shell, with the exit status of zonecli itself."""
    script = f"{SCRIPT} show gdp --reports --csv | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        text=True,
        env=environment({"ZONECLI_DATA": str(articles_table)}),
        check=True,
    )
    header, status = done.stdout.splitlines()
    assert header.startswith("id,metric,")
    assert (status, done.stderr) == ("0", "")


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_a_console_that_lacks_characters(run: Run, encoding: str) -> None:
    """A plain character in place of a missing one, never a crash, and every number right."""
    ran = run(
        "show", "gross_industrial_output", *("--period", "ytd"), env={"PYTHONIOENCODING": encoding}
    )
    out = ran.stdout.decode(encoding)
    assert (ran.status, ran.err) == (0, "")
    assert "17.5 trillion" in out
    assert "+8.1%" in out
    assert re.search(r"2022 Jan[-–]Jul", out)
    listed = run("list", "metrics", env={"PYTHONIOENCODING": encoding})
    assert listed.status == 0
    assert "GDP" in listed.stdout.decode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_notes_on_a_console_that_lacks_characters(run: Run, encoding: str) -> None:
    """Notes and errors come through as well."""
    setting = {"PYTHONIOENCODING": encoding}
    ran = run("show", "gross_industrial_output", env=setting)
    assert ran.status == 0
    assert re.search(r"2022 Jan[-–]Jul", ran.stderr.decode(encoding))
    unknown = run("show", "没有", env=setting)
    assert unknown.status == 2
    assert unknown.stderr.decode(encoding).startswith("No metric '")


def test_chinese_on_a_chinese_console(run: Run) -> None:
    """GBK holds Chinese: it stays Chinese."""
    ran = run("list", "types", env={"PYTHONIOENCODING": "gbk"})
    assert "国家高新技术产业开发区" in ran.stdout.decode("gbk")


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
@pytest.mark.parametrize("format_name", ["csv", "json"])
def test_redirected_data_is_utf8_whatever_the_console(
    run: Run, encoding: str, format_name: str
) -> None:
    """No name is lost in a file because of the console that it was written from."""
    args = ("list", "types", "--format", format_name)
    ran = run(*args, env={"PYTHONIOENCODING": encoding})
    assert ran.stdout == run(*args).stdout
    assert "国家高新技术产业开发区" in ran.out


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "cp1252"])
def test_help_on_a_console_that_lacks_characters(run: Run, encoding: str) -> None:
    """Help with a Chinese example is readable everywhere."""
    ran = run("show", "--help", env={"PYTHONIOENCODING": encoding})
    assert (ran.status, ran.stderr) == (0, b"")
    assert b"zonecli show gdp" in ran.stdout


@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&-"])
def test_a_closed_stream_is_no_traceback(articles_table: Path, redirection: str) -> None:
    """Started by a program that closed stdout, stdin or stderr, it still ends in order."""
    done = subprocess.run(
        ["bash", "-c", f"{SCRIPT} show gdp --limit 1 {redirection}"],
        capture_output=True,
        text=True,
        env=environment({"ZONECLI_DATA": str(articles_table)}),
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 2)


def test_an_interrupt_ends_with_130() -> None:
    """Control-C is no crash, and scripts see it."""
    program = (
        "import sys, zonecli.table.opening as opening\n"
        "def interrupted(*_): raise KeyboardInterrupt\n"
        "opening.open_table = interrupted\n"
        "sys.argv = ['zonecli', 'show', 'gdp']\n"
        "from zonecli.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment(), check=False
    )
    assert done.returncode == 130
    assert b"Traceback" not in done.stderr
