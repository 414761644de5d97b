"""What a command imports once the copy of the table exists: that is most of its time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from installed_command import SCRIPT, Run, environment

# On Windows the command is a program of its own, which Python cannot run for us.
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the command is no script there")

COMPLETION = {
    "_ZONECLI_COMPLETE": "complete_zsh",
    "_TYPER_COMPLETE_ARGS": "zonecli show gdp --type high",
}
CALLS: dict[str, tuple[tuple[str, ...], Mapping[str, str]]] = {
    "show": (("show", "gdp", "--type", "high-tech"), {}),
    "show --csv": (("show", "gdp", "--type", "high-tech", "--csv"), {}),
    "compare": (("compare", "2012", "2021"), {}),
    "compare --csv": (("compare", "2012", "2021", "--csv"), {}),
    "plot": (("plot", "gdp", "--type", "high-tech"), {}),
    "--help": (("--help",), {}),
    "show --help": (("show", "--help"), {}),
    "--version": (("--version",), {}),
    "no arguments": ((), {}),
    "config": (("config",), {}),
    "completion": ((), COMPLETION),
}
# Each costs several times what Python's own start does, or serves other commands alone.
HEAVY = {"pandas", "numpy", "pyarrow", "duckdb", "xlsxwriter", "matplotlib", "pydantic"}
HEAVY |= {"tomllib"}  # for a config file, and there is none
HEAVY_PARTS = {"rich.markdown", "rich.syntax", "rich.console", "rich.table", "hashlib", "_hashlib"}
DUMP = """
import atexit, sys
atexit.register(lambda: print(*sorted(sys.modules), sep="\\n", file=open({to!r}, "w")))
sys.argv = [{script!r}, *{args!r}]
exec(compile(open({script!r}).read(), {script!r}, "exec"), {{"__name__": "__main__"}})
"""


def modules(args: tuple[str, ...], env: Mapping[str, str], folder: Path) -> set[str]:
    """What is imported when the installed command ends."""
    dump = folder / "modules.txt"
    code = DUMP.format(to=str(dump), script=str(SCRIPT), args=list(args))
    subprocess.run(
        [sys.executable, "-c", code],
        env=environment(env),
        capture_output=True,
        check=True,
        timeout=120,
    )
    return set(dump.read_text(encoding="utf-8").split())


@pytest.fixture(scope="module")
def imported(
    run: Run, articles_table: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, set[str]]:
    run("list")  # leaves the copy
    folder = tmp_path_factory.mktemp("modules")
    table = {"ZONECLI_DATA": str(articles_table), "ZONECLI_CONFIG": str(folder / "none.toml")}
    return {name: modules(args, {**table, **env}, folder) for name, (args, env) in CALLS.items()}


@pytest.mark.parametrize("call", CALLS)
def test_nothing_heavy_is_imported(imported: dict[str, set[str]], call: str) -> None:
    """No data library, no part of rich that draws, no OpenSSL."""
    names = imported[call]
    assert "typer" in names
    assert HEAVY & {name.partition(".")[0] for name in names} == set()
    assert HEAVY_PARTS & names == set()
    assert not any(name.startswith("pygments") for name in names)


@pytest.mark.parametrize("call", CALLS)
def test_the_metadata_of_packages_stay_unread(imported: dict[str, set[str]], call: str) -> None:
    """They take longer to read than the answer."""
    assert "importlib.metadata" not in imported[call]


@pytest.mark.parametrize("call", CALLS)
def test_rich_is_for_tables(imported: dict[str, set[str]], call: str) -> None:
    """And in a pipe it only tells how wide a character is."""
    of_rich = {name for name in imported[call] if name.split(".")[0] == "rich"}
    assert bool(of_rich) == (call in ("show", "compare", "plot", "config"))


@pytest.mark.parametrize("call", ["--help", "show --help"])
def test_help_opens_no_table(imported: dict[str, set[str]], call: str) -> None:
    assert "sqlite3" not in imported[call]
    assert not any(name.startswith("zonecli.answers") for name in imported[call])


def test_a_command_loads_no_other(imported: dict[str, set[str]]) -> None:
    """Another command costs nothing."""
    for name in ("show", "show --csv"):
        assert "zonecli.cli.show" in imported[name]
        assert "zonecli.cli.compare" not in imported[name]


def test_numbers_are_not_read_anew_to_compare(imported: dict[str, set[str]]) -> None:
    """The patterns of all languages take twice Python's own start; the table has the values."""
    assert "zonecli.stats.printed" not in imported["compare"]


def test_completion_answers_from_the_copy(imported: dict[str, set[str]]) -> None:
    assert "sqlite3" in imported["completion"]
