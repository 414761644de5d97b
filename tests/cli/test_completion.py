"""TAB: what each shell is offered, through the variables by which Typer's scripts ask."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from installed_command import SCRIPT, Run, environment

SHELLS = ("bash", "zsh", "fish", "powershell")


def words(run: Run, line: str) -> list[str]:
    """What bash is offered for the last word of `line`, which a blank at its end begins anew."""
    typed = shlex.split(line)
    position = len(typed) if line.endswith(" ") else len(typed) - 1
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(position), "_ZONECLI_COMPLETE": "complete_bash"}
    ran = run(env=asked)
    assert (ran.status, ran.err) == (0, "")
    return ran.out.split()


def test_commands(run: Run) -> None:
    assert {"show", "search"} <= set(words(run, "zonecli s"))
    assert words(run, "zonecli comp") == ["compare"]


def test_metrics(run: Run) -> None:
    """By the beginning of the id; after one metric comes another."""
    assert "gdp" in words(run, "zonecli show g")
    assert all(word.startswith("g") for word in words(run, "zonecli show g"))
    assert "exports" in words(run, "zonecli show gdp ex")
    assert words(run, "zonecli describe gdp") == words(run, "zonecli show gdp")


def test_types_that_have_the_metric(run: Run) -> None:
    of_gdp = words(run, "zonecli show gdp --type ")
    assert "high-tech" in of_gdp
    assert words(run, "zonecli show gdp -t high") == ["high-tech"]
    every = words(run, "zonecli list --type ")
    assert set(of_gdp) <= set(every)


def test_years_that_have_a_figure(run: Run) -> None:
    """Of the metric and the type typed before, in whatever words; the last one first."""
    years = words(run, "zonecli show gdp --type high-tech --year ")
    assert years == sorted(years, reverse=True)
    told = run("show", "gdp", "--type", "high-tech", "--period", "any", "--csv").rows
    assert {row["year"] for row in told} <= set(years)
    assert words(run, "zonecli show GDP -t hi-tech -y ") == years
    assert words(run, "zonecli explain gdp --type high-tech --year 2021") == ["2021"]
    assert words(run, "zonecli show gdp --type high-tech --from 18") == []


def test_plot_takes_what_show_does_and_its_own(run: Run) -> None:
    assert words(run, "zonecli plot g") == words(run, "zonecli show g")
    assert words(run, "zonecli plot gdp -t high") == ["high-tech"]
    assert words(run, "zonecli plot gdp --kind ") == ["line", "bar"]
    assert {"svg", "png", "pdf", "html"} <= set(words(run, "zonecli plot gdp --format "))


def test_compare_takes_two_years_first(run: Run) -> None:
    assert "2012" in words(run, "zonecli compare ")
    assert "2021" in words(run, "zonecli compare 2012 20")
    assert words(run, "zonecli compare 2012 2021 gdp") == words(run, "zonecli show gdp")


def test_zones(run: Run) -> None:
    assert "all" in words(run, "zonecli show gdp --zone ")


@pytest.mark.parametrize(
    ("line", "some"),
    [
        ("zonecli show gdp --format cs", "csv"),
        ("zonecli show gdp --measure sh", "share"),
        ("zonecli show gdp --period y", "ytd"),
        ("zonecli show gdp --status der", "derived"),
        ("zonecli list so", "sources"),
        ("zonecli show gdp --lat", "--latest"),
    ],
)
def test_closed_lists_and_options(run: Run, line: str, some: str) -> None:
    assert some in words(run, line)


@pytest.mark.parametrize(
    "line",
    [
        "zonecli show nonsense --year 1",
        "zonecli show gdp --data /no/such/table.parquet --year ",
        "zonecli show gdp --type nonsense --zone x-",
    ],
)
def test_nothing_to_offer_is_no_error(run: Run, line: str) -> None:
    """An error would be printed into the line that one is typing."""
    assert words(run, line) == []


def test_labels_in_zsh_and_fish(run: Run) -> None:
    """The label as it is, with what rich would take for markup."""
    typed = {"_TYPER_COMPLETE_ARGS": "zonecli show gd"}
    zsh = run(env={**typed, "_ZONECLI_COMPLETE": "complete_zsh"})
    assert '"gdp":"GDP"' in zsh.out
    fish = run(
        env={
            **typed,
            "_ZONECLI_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
    )
    assert "gdp\tGDP" in fish.out
    options = {
        "_ZONECLI_COMPLETE": "complete_zsh",
        "_TYPER_COMPLETE_ARGS": "zonecli show gdp --zon",
    }
    assert "[all]" in run(env=options).out


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell(run: Run, shell: str) -> None:
    """The script asks by the variable that the tests above ask by."""
    ran = run(env={"_ZONECLI_COMPLETE": f"source_{shell}"})
    assert ran.status == 0
    assert re.search(rf"_ZONECLI_COMPLETE\W+complete_{shell}", ran.out)
    checker = shutil.which(shell)
    if checker is not None and shell != "powershell":
        subprocess.run([checker, "-n"], input=ran.stdout, check=True, timeout=60)


def test_the_options_that_install_it(run: Run) -> None:
    text = run("--help").out
    assert "--install-completion" in text
    assert "--show-completion" in text


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_after_the_installation(tmp_path: Path) -> None:
    """In an empty home: installed, loaded by .bashrc, and asked as TAB asks."""
    home = {"HOME": str(tmp_path), "SHELL": "/bin/bash", "_TYPER_COMPLETE_TEST_DISABLE_SHELL": "1"}
    env = environment({**home, "PATH": f"{SCRIPT.parent}:/usr/bin:/bin"})
    install = [str(SCRIPT), "--install-completion", "bash"]
    subprocess.run(install, env=env, capture_output=True, check=True, timeout=60)
    ask = (
        "source ~/.bashrc; COMP_WORDS=(zonecli sea); COMP_CWORD=1; COMP_LINE='zonecli sea';"
        "$(complete -p zonecli | sed 's/.*-F \\([^ ]*\\).*/\\1/') zonecli sea; echo ${COMPREPLY[@]}"
    )
    asked = ["bash", "--norc", "-c", ask]
    done = subprocess.run(asked, env=env, capture_output=True, check=True, timeout=60)
    assert done.stdout.split() == [b"search"], done.stderr
