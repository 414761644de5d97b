"""Help, version, and what is no command."""

from __future__ import annotations

import re
import shlex

import pytest
from installed_command import Run

COMMANDS = ("show", "compare", "list", "search", "describe", "cite")


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


def test_no_arguments_is_help(run: Run) -> None:
    """`zonecli` alone tells what it can do."""
    ran = run()
    assert "compare" in ran.out + ran.err
    assert "Traceback" not in ran.err
