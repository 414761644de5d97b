"""How long zonecli takes, beside other tools on the same data, in multiples of Python's own start.

    python scripts/benchmark.py
    python scripts/benchmark.py --runs 31 -o benchmark.md

Whole processes are measured: wall time, CPU time, and the most memory they held, as the system
tells it when they end. Each run is set against a bare interpreter started just before it, and the
commands take turns, so that a machine that is busier for a while slows both; the medians of the
ratios are told, and between which the middle half lay: the further apart, the busier the machine.
What is measured is a wheel of this checkout with compiled byte code, in an
environment made for it and thrown away. The registry's other tools get a second one, without
pandas, which some of them would load. Not for Windows.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "data" / "metrics.parquet"
BARE = "python -c pass"
WARM_UPS = 2

CONDITION = "metric = 'gdp' AND zone_type = 'high-tech' AND zone = 'all' AND measure = 'level'"
QUESTION = f"SELECT year, value, qualifier, source FROM {{}} WHERE {CONDITION} AND preferred"
PANDAS = """
import pandas as pd
t = pd.read_parquet({table!r})
t = t[(t.metric == "gdp") & (t.zone_type == "high-tech") & (t.zone == "all")]
t = t[(t.measure == "level") & t.preferred]
print(t[["year", "value", "qualifier", "source"]].to_csv(index=False))
"""
DUCKDB = """
import csv, duckdb, sys
csv.writer(sys.stdout).writerows(duckdb.sql({query!r}).fetchall())
"""
POLARS = """
import polars as pl
t = pl.scan_parquet({table!r}).filter(metric="gdp", zone_type="high-tech", zone="all")
t = t.filter(pl.col("preferred"), measure="level")
print(t.select("year", "value", "qualifier", "source").collect().write_csv())
"""
MILLER = """$metric == "gdp" && $zone_type == "high-tech" && $zone == "all"
    && $measure == "level" && $preferred == 1"""
# The same data for tools that do not read Parquet.
PREPARE = """
import sqlite3, sys
import pandas as pd
t = pd.read_parquet(sys.argv[1]).astype({"preferred": int})
t.to_csv(sys.argv[2], index=False)
t.to_sql("metrics", sqlite3.connect(sys.argv[3]), index=False)
"""


class Command(NamedTuple):
    """What is measured, under which name; `terminal`: its output goes to one."""

    name: str
    words: Sequence[str]
    environment: Mapping[str, str] = {}
    terminal: bool = False


class Measured(NamedTuple):
    """One run: seconds, seconds of CPU, bytes."""

    wall: float
    cpu: float
    memory: int


class Pair(NamedTuple):
    """A run of a command, and one of the bare interpreter just before it."""

    run: Measured
    bare: Measured

    @property
    def wall(self) -> float:
        return self.run.wall / self.bare.wall

    @property
    def cpu(self) -> float:
        return self.run.cpu / self.bare.cpu


def main() -> None:
    options = parsed_options()
    with tempfile.TemporaryDirectory(prefix="zonecli-benchmark-") as name:
        folder = Path(name)
        ours, theirs = options.environment, options.environment
        if ours is None:
            ours, theirs = new_environments(options.python, folder)
        commands = [
            Command(BARE, [str(ours / "bin" / "python"), "-c", "pass"]),  # the measure of the rest
            *own_commands(ours / "bin"),
            *other_commands(ours / "bin", theirs / "bin", folder),
        ]
        load = os.getloadavg()[0]
        pairs = measured(commands, options.runs, process_environment(folder))
        lines = [*markdown(pairs), "", conditions((ours, theirs), options.runs, load)]
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if options.output is not None:
        options.output.write_text(text, encoding="utf-8")


def parsed_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=15, help="of each command [15]")
    parser.add_argument(
        "--python", default=sys.executable, help="the interpreter to make the environment with"
    )
    parser.add_argument(
        "--environment", type=Path, help="a virtual environment that has zonecli, instead"
    )
    parser.add_argument("-o", "--output", type=Path, help="a Markdown file to write the table to")
    return parser.parse_args()


# ---------------------------------------------------------------------------- what is measured


def new_environments(python: str, folder: Path) -> tuple[Path, Path]:
    """Two virtual environments: one with a wheel of this checkout, one with the other tools."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pip = ["-m", "pip", "--disable-pip-version-check", "-qq"]
    call([python, *pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)], folder)
    ours, theirs = folder / "ours", folder / "theirs"
    for environment, packages in (
        (ours, map(str, folder.glob("zonecli-*.whl"))),
        (theirs, project["optional-dependencies"]["bench"]),
    ):
        call([python, "-m", "venv", str(environment)], folder)
        call([str(environment / "bin" / "python"), *pip, "install", *packages], folder)
    return ours, theirs


def call(words: Sequence[str], folder: Path) -> None:
    """Runs a command that prepares something; it must not fail."""
    print(f"preparing: {words[0]} {words[1]} …", file=sys.stderr)
    subprocess.run(
        words, check=True, cwd=folder, env=process_environment(folder), stdout=sys.stderr
    )


def process_environment(folder: Path) -> dict[str, str]:
    """Byte code is written and read, copies of the table go to a folder of our own."""
    unwanted = ("PYTHON", "VIRTUAL_ENV", "ZONECLI", "COLUMNS", "NO_COLOR", "FORCE_COLOR")
    kept = {name: text for name, text in os.environ.items() if not name.startswith(unwanted)}
    ours = {"XDG_CACHE_HOME": str(folder / "cache"), "ZONECLI_CONFIG": ""}
    return {**kept, **ours, "LC_ALL": "C.UTF-8"}


def own_commands(binaries: Path) -> Iterator[Command]:
    zonecli = str(binaries / "zonecli")
    show = ("show", "gdp", "--type", "high-tech")
    for words in (
        show,
        (*show, "--csv"),
        (*show, "--format", "json"),
        ("compare", "2012", "2021"),
        ("compare", "2012", "2021", "--csv"),
        ("list",),
        ("describe", "gdp"),
        ("explain", "gdp", "--type", "high-tech", "--year", "2021"),
        ("--help",),
        ("--version",),
    ):
        yield Command(f"zonecli {' '.join(words)}", [zonecli, *words])
    yield Command("the first one, on a terminal", [zonecli, *show], {"TERM": "xterm"}, True)
    asked = {"COMP_WORDS": "zonecli show g", "COMP_CWORD": "2"}
    yield Command(
        "zonecli show g + TAB", [zonecli], {**asked, "_ZONECLI_COMPLETE": "complete_bash"}
    )


def other_commands(ours: Path, theirs: Path, folder: Path) -> Iterator[Command]:
    """The question of the first command put to other tools, as far as they are installed."""
    table = str(TABLE)
    text, database = str(folder / "metrics.csv"), str(folder / "metrics.sqlite")
    call([str(ours / "python"), "-c", PREPARE, table, text, database], folder)
    query = QUESTION.format(f"'{table}'")
    for module, binaries, script in (
        ("pandas", ours, PANDAS),
        ("duckdb", theirs, DUCKDB),
        ("polars", theirs, POLARS),
    ):
        python = str(binaries / "python")
        if has_module(python, module):
            code = script.format(table=table, query=query)
            yield Command(f"{module}, a script", [python, "-c", code])
    tools = {
        "sqlite-utils": ["query", database, QUESTION.format("metrics"), "--csv"],
        "csvgrep": ["-c", "metric", "-m", "gdp", text],
        "mlr": ["--icsv", "--ocsv", "filter", MILLER, text],
        "duckdb": ["-csv", "-c", query],
    }
    for tool, words in tools.items():
        program = shutil.which(tool, path=f"{theirs}{os.pathsep}{os.environ['PATH']}")
        if program is not None:
            yield Command(f"{tool}, the command", [program, *words])


def has_module(python: str, name: str) -> bool:
    code = f"import importlib.util as u; raise SystemExit(u.find_spec({name!r}) is None)"
    return subprocess.run([python, "-c", code], check=False).returncode == 0


# ------------------------------------------------------------------------------ how it is measured


def measured(
    commands: Sequence[Command], runs: int, environment: Mapping[str, str]
) -> dict[str, list[Pair]]:
    """All runs of each command, after some that only warm up the system's caches and ours."""
    found: dict[str, list[Pair]] = {command.name: [] for command in commands}
    for number in range(-WARM_UPS, runs):
        for command in commands:
            bare = measure(commands[0], environment)
            pair = Pair(measure(command, environment), bare)
            if number >= 0:
                found[command.name].append(pair)
        print(f"\rround {number + 1} of {runs} ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


def measure(command: Command, environment: Mapping[str, str]) -> Measured:
    """One run of a command, which must not fail. CPU and memory are those that the system counted
    for it, with those of the processes that it waited for."""
    ours, theirs = os.openpty() if command.terminal else (None, os.open(os.devnull, os.O_WRONLY))
    started = time.perf_counter()
    process = subprocess.Popen(
        command.words,
        env={**environment, **command.environment},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    if ours is not None:
        read_to_the_end(ours)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command.name} ended with {process.returncode}: {command.words}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Measured(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def read_to_the_end(terminal: int) -> None:
    try:
        while os.read(terminal, 65536):
            pass
    except OSError:  # Linux says so when the other side is closed
        pass
    finally:
        os.close(terminal)


# ---------------------------------------------------------------------------------- how it is told


def markdown(pairs: Mapping[str, Sequence[Pair]]) -> Iterator[str]:
    """One table: ratios to the bare interpreter, and megabytes."""
    yield "| | wall | middle half | CPU | memory |"
    yield "|---|---:|---:|---:|---:|"
    for name, measured_pairs in pairs.items():
        low, wall, high = statistics.quantiles([pair.wall for pair in measured_pairs], n=4)
        cpu = statistics.median(pair.cpu for pair in measured_pairs)
        memory = statistics.median(pair.run.memory for pair in measured_pairs)
        yield (
            f"| `{name}` | {wall:.1f}x | {low:.1f} to {high:.1f} | {cpu:.1f}x "
            f"| {memory / 1e6:.0f} MB |"
        )


def conditions(environments: Iterable[Path], runs: int, load: float) -> str:
    """What the ratios hold for."""
    code = (
        "import json, platform; from importlib.metadata import distributions as d;"
        "print(json.dumps({x.metadata['Name']: x.version for x in d()}"
        " | {'Python': platform.python_version()}))"
    )
    versions: dict[str, str] = {}
    for environment in environments:
        python = environment / "bin" / "python"
        said = subprocess.run([python, "-c", code], capture_output=True, check=True).stdout
        versions |= json.loads(said)
    named = ("Python", "zonecli", "typer", "pandas", "duckdb", "polars", "sqlite-utils", "csvkit")
    told = ", ".join(f"{name} {versions[name]}" for name in named if name in versions)
    return (
        f"Medians of {runs} runs in turn; 1x is `{BARE}` of the same environment, just before. "
        f"{told}; "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {load:.1f} before."
    )


if __name__ == "__main__":
    main()
