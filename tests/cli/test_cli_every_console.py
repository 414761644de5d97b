"""Every command, in both languages, on every kind of console: no crash, and the same numbers."""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from installed_command import (
    SCRIPT,
    Ran,
    environment,
    run,
    run_on_terminal,
    without_styles,
)

# Each command as people call it; {} is a folder with a text, where files may be written.
COMMANDS = {
    "greeting": (),
    "version": ("--version",),
    "help": ("--help",),
    "show": ("show", "gdp", "--type", "high-tech"),
    "show two": ("show", "gdp", "zone_count", "--growth", "--from", "2019"),
    "sentence": ("show", "gdp", "--type", "high-tech", "--year", "2021", "--as", "sentence"),
    "csv": ("show", "gdp", "--csv"),
    "compare": ("compare", "2012", "2021"),
    "list": ("list",),
    "zones": ("list", "zones"),
    "sources": ("list", "sources"),
    "coverage": ("list", "coverage"),
    "describe": ("describe", "gdp"),
    "search": ("search", "exports"),
    "explain": ("explain", "gdp", "--type", "high-tech", "--year", "2021"),
    "rank": ("rank", "mofcom_rank", "--year", "2023"),
    "conflicts": ("conflicts", "gdp"),
    "cite": ("cite", "gdp"),
    "gbt7714": ("cite", "gdp", "-s", "gbt7714"),
    "verify": ("verify", "gdp", "15.3tn", "--type", "high-tech", "--year", "2021"),
    "check": ("check", "{}/draft.txt"),
    "plot": ("plot", "gdp", "--type", "high-tech"),
    "bars": ("plot", "gdp", "--compare", "2012", "2021"),
    "config": ("config",),
    "export": ("export", "{}/record.csv"),
    "build": ("build", "{}/draft.txt", "-o", "{}/x.parquet"),
    "unknown": ("show", "没有这个"),
}
ON_TERMINALS = [name for name in COMMANDS if name not in ("export", "build", "unknown")]
each = pytest.mark.parametrize("name", COMMANDS)
in_both = pytest.mark.parametrize("language", ["en", "zh"])
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# Cells that are a number and no more; years, marks and signs with them.
_CELL = re.compile(r"[+\-–±]?[\d.,]+%?")
_ELLIPSIS = "…"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("texts")
    (place / "draft.txt").write_text("In 2021 the GDP of the high-tech zones was 15.3 trillion.\n")
    return place


usual_run = functools.cache(run)  # most tests compare with the same answer


def asked(name: str, language: str, folder: Path) -> list[str]:
    words = (word.replace("{}", str(folder)) for word in COMMANDS[name])
    return ["--lang", language, *words]


def numbers(ran: Ran, stdout: str = "utf-8", stderr: str = "utf-8") -> list[str]:
    return _NUMBER.findall(ran.stdout.decode(stdout) + ran.stderr.decode(stderr))


@each
@in_both
def test_consoles_that_lack_characters(name: str, language: str, folder: Path) -> None:
    """Of Windows in the west, in China and on Taiwan, and of machines without a language: a plain
    character for a missing one, and every number in its place."""
    args = asked(name, language, folder)
    usual = usual_run(*args)
    assert usual.status in (0, 2), usual
    for encoding in ("ascii", "gbk", "cp1252", "cp950"):
        ran = run(*args, env={"PYTHONIOENCODING": encoding})
        told = numbers(ran, "utf-8" if name == "csv" else encoding, encoding)  # data is UTF-8
        assert (ran.status, told) == (usual.status, numbers(usual)), encoding
        assert b"Traceback" not in ran.stderr
    bare = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for env in (bare, {"LC_ALL": "POSIX", "TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "20"}):
        ran = run(*args, env=env)
        assert (ran.status, numbers(ran)) == (usual.status, numbers(usual)), env


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals of this kind")
@pytest.mark.parametrize("name", ON_TERMINALS)
@in_both
def test_terminals_of_any_width(name: str, language: str, folder: Path) -> None:
    """Each number of the answer stands there in one piece, and nothing is cut short."""
    args = asked(name, language, folder)
    whole = usual_run(*args).out
    for columns in (40, 80, 200):
        out = without_styles(run_on_terminal(columns, *args))
        if name not in ("plot", "bars"):  # a chart has as many ticks as it has room for
            words = set(_words(out))
            missing = [word for word in _words(whole) if _CELL.fullmatch(word)]
            assert [word for word in missing if word not in words] == [], columns
        assert out.count(_ELLIPSIS) <= whole.count(_ELLIPSIS), columns


def _words(text: str) -> Iterator[str]:
    """What stands between blanks and brackets."""
    return (word for word in re.split(r"[\s()（）]+", text) if word)


@each
def test_a_reader_that_has_had_enough(name: str, folder: Path) -> None:
    """`| head -1` where a script fails as soon as any part of a pipe does: no word of it."""
    args = asked(name, "en", folder)
    usual = usual_run(*args)
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [str(SCRIPT), *args],
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    finally:
        os.close(writing)
    assert done.returncode == usual.status
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="for bash")
@pytest.mark.parametrize("name", ["show", "csv", "list", "zones", "sources", "cite"])
def test_head_in_a_strict_script(name: str, folder: Path) -> None:
    script = 'set -euo pipefail; "$@" | head -1; echo went on'
    done = subprocess.run(
        ["bash", "-c", script, "bash", str(SCRIPT), *asked(name, "en", folder)],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    first, said = done.stdout.splitlines()
    assert (done.returncode, said) == (0, "went on"), done
    assert first == usual_run(*asked(name, "en", folder)).out.splitlines()[0]


@pytest.mark.skipif(sys.platform == "win32", reason="a Unix has sessions")
@each
def test_no_terminal_at_all(name: str, folder: Path) -> None:
    """As from cron: a session of its own, no TERM, no home, no stdin. The same answer."""
    env = environment()
    for variable in ("HOME", "TERM", "USER", "LOGNAME", "PATH", "LC_ALL"):
        env.pop(variable, None)
    args = asked(name, "en", folder)
    done = subprocess.run(
        [str(SCRIPT), *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**env, "LC_ALL": "C.UTF-8"},
        start_new_session=True,
        check=False,
    )
    usual = usual_run(*args)
    assert (done.returncode, done.stdout) == (usual.status, usual.stdout)
