"""Help, version, and what is no command."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from installed_command import Run, assert_refused, run_on_terminal

from zonecli.build.text import REPORT_COLUMNS
from zonecli.cli.app import COMMANDS as EVERY_COMMAND

COMMANDS = ("show", "compare", "list", "search", "describe", "cite", "plot")

NEEDED = {  # arguments, so that nothing else is wrong
    **dict.fromkeys(("show", "describe", "explain", "rank", "plot"), ("gdp",)),
    **{"compare": ("2012", "2021"), "search": ("gdp",), "verify": ("gdp", "15.3tn")},
    **{"check": ("-",), "export": ("x.csv",), "build": ("x.csv", "-o", "x.parquet")},
}


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_examples_first(run: Run, command: str) -> None:
    """One copies an example before one reads the options."""
    ran = run(command, "--help")
    assert (ran.status, ran.err) == (0, "")
    examples = ran.out.find(f"\n  zonecli {command} ")
    assert 0 < examples < ran.out.find("Options:")
    assert run(command, "-h").stdout == ran.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_the_examples_in_help_work(run: Run, command: str) -> None:
    """Each example can be run as it is printed (files are left aside)."""
    for line in run(command, "--help").out.splitlines():
        if line.startswith(f"  zonecli {command} ") and ">" not in line and " -o " not in line:
            _, *args = shlex.split(line)
            assert run(*args).status == 0, line


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_every_command_takes_a_language(run: Run, command: str) -> None:
    assert "--lang en|zh" in " ".join(run(command, "--help").out.split())
    refused = run(command, "--lang", "french", *NEEDED.get(command, ()))
    assert_refused(refused, "No language 'french'", "en", "zh")


def test_help_documents_commands_and_exit_codes(run: Run) -> None:
    """The exit codes are written down where a script writer looks."""
    ran = run("--help")
    assert (ran.status, ran.err) == (0, "")
    text = " ".join(ran.out.split())
    for words in ("Exit codes", "0 done", "1 a check found something", "2 bad usage or bad data"):
        assert words in text
    assert "130" in text
    for command in COMMANDS:
        assert f"\n  {command} " in ran.out


def test_no_summary_is_cut_on_a_usual_terminal(articles_table: Path) -> None:
    out = run_on_terminal(80, "--help", env={"ZONECLI_DATA": str(articles_table)})
    lines = out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in lines] == list(EVERY_COMMAND)
    assert [line for line in lines if line.endswith("...") or len(line) > 80] == []


@pytest.mark.parametrize(
    "args",
    [
        *(("show", "gdp", "--year"), ("show", "gdp", "--from"), ("show", "gdp", "--real")),
        *(("explain", "gdp", "--year"), ("rank", "gdp", "-y"), ("conflicts", "--year")),
        *(("verify", "gdp", "15tn", "--year"), ("check", "-", "--date")),
        ("plot", "gdp", "--compare", "2012"),
    ],
    ids=" ".join,
)
def test_what_is_no_year_is_named(run: Run, args: tuple[str, ...]) -> None:
    assert_refused(run(*args, "twenty"), "'twenty' is no year.")
    assert_refused(run(*args, "twenty", "--lang", "zh"), "“twenty”不是年份。")


def test_version_names_program_and_table(run: Run) -> None:
    """A figure can be cited with the version of the record that it was taken from."""
    ran = run("--version")
    assert ran.status == 0
    assert re.fullmatch(r"zonecli \d+\.\d+\.\d+; five articles 1 \(2026-01-31\)\n", ran.out)


@pytest.mark.parametrize(
    "args",
    [
        ("frobnicate",),
        ("--frobnicate",),
        ("show", "gdp", "--frobnicate"),
        ("show",),
        ("compare", "2012"),
        ("compare", "gdp", "2012"),
        ("show", "gdp", "--year", "twenty"),
        ("show", "gdp", "--limit", "some"),
        ("show", "gdp", "--type"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2(run: Run, args: tuple[str, ...]) -> None:
    """Nothing on stdout for the next program, no traceback on stderr."""
    ran = run(*args)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err
    assert "Traceback" not in ran.err


def test_no_arguments_greets(run: Run) -> None:
    """`zonecli` alone tells what it holds, as `list` counts it, and what to try."""
    ran = run()
    assert (ran.status, ran.err) == (0, "")
    metrics, sources = run("list", "metrics", "--csv").rows, run("list", "sources", "--csv").rows
    figures = sum(int(row["figures"]) for row in metrics)
    years = [int(row["year"]) for row in run("list", "years", "--csv").rows]
    for words in (
        f"Figures: {figures}. Sources: {len(sources)}. Metrics: {len(metrics)}. Zone types: ",
        f"Years: {min(years)} to {max(years)}.",
        "Version 1 of the record, 2026-01-31.",
        "zonecli --help",
    ):
        assert words in ran.out


@pytest.mark.parametrize("own", [False, True])
def test_what_the_greeting_says_to_try_works(run: Run, tmp_path: Path, own: bool) -> None:
    """On a table of one's own, which has no GDP, too."""
    env = {"ZONECLI_DATA": own_table(run, tmp_path)} if own else {}
    tried = [
        line.split() for line in run(env=env).out.splitlines() if line.startswith("  zonecli ")
    ]
    assert len(tried) == 3
    for _, *args in tried:
        ran = run(*args, env=env)
        assert (ran.status, bool(ran.out)) == (0, True), args


def own_table(run: Run, folder: Path) -> str:
    """A table of one report, by `zonecli build`."""
    reports, table = folder / "mine.csv", folder / "mine.parquet"
    cells = dict.fromkeys(REPORT_COLUMNS, "") | {
        **{"id": "mine-1", "metric": "happiness", "measure": "level", "zone_type": "my-zones"},
        **{"zone": "all", "year": "2022", "period": "point", "month": "12", "printed": "12"},
        **{"unit": "count", "status": "reported", "source": "me"},
    }
    lines = (",".join(cells), ",".join(cells.values()), "")
    reports.write_text("\n".join(lines), encoding="utf-8")
    built = run("build", str(reports), "-o", str(table))
    assert built.status == 0, built.err
    return str(table)


def test_the_greeting_on_a_broken_table_is_a_clear_error(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"PAR1")
    assert_refused(run(env={"ZONECLI_DATA": str(broken)}), "broken.parquet")
