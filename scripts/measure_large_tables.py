"""Measures zonecli on large tables against the DuckDB module on the same question.

    python scripts/make_large_table.py 10_000_000 /tmp/large
    python scripts/measure_large_tables.py /tmp/large/*-10000000* [--runs 5]

Each question is asked in a process of its own, the ways of asking in turn, so that a machine that
is busier for a while slows both; the median of their differences counts. Printed as Markdown: how
many bare interpreters (`python -c pass`) zonecli adds to the DuckDB module's whole process, what
that process itself takes, and the peak memory of both.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ZONECLI = shutil.which("zonecli", path=sysconfig.get_path("scripts")) or "zonecli"
FIGURES = "preferred AND measure = 'level' AND zone_type = 'high-tech' AND zone = 'all'"
SHOW_SQL = f"SELECT * FROM {{table}} WHERE metric = 'gdp' AND {FIGURES} ORDER BY year"
# What the CSV of `compare` has: hedges and sources too.
COMPARE_SQL = (
    "SELECT metric, measure, a.unit, a.value, a.low, a.high, a.qualifier, a.status, a.series, "
    "a.source, b.value, b.low, b.high, b.qualifier, b.status, b.series, b.source, "
    "b.low - a.high, b.high - a.low, 100 * (b.value / a.value - 1) "
    "FROM (SELECT * FROM {table} WHERE year = 2012 AND preferred AND zone_type = 'high-tech' "
    "AND zone = 'all'{metrics}) a JOIN (SELECT * FROM {table} WHERE year = 2021 AND preferred "
    "AND zone_type = 'high-tech' AND zone = 'all'{metrics}) b USING (metric, measure)"
)
NINE = ("gdp", "exports", *(f"metric_{n:02d}" for n in range(7)))
_OF_NINE = f" AND metric IN ({', '.join(map(repr, NINE))})"


class Ran(NamedTuple):
    """One process: wall seconds and peak memory in MB."""

    seconds: float
    megabytes: float


class Question(NamedTuple):
    """One question: to the DuckDB module as SQL, to zonecli as words."""

    name: str
    sql: str
    words: Sequence[str]


QUESTIONS = (
    Question("show, one series", SHOW_SQL, ("show", "gdp", "--type", "high-tech", "--csv")),
    Question(
        "compare, nine metrics",
        COMPARE_SQL.replace("{metrics}", _OF_NINE),
        ("compare", "2012", "2021", *NINE, "--type", "high-tech", "--csv"),
    ),
    Question(
        "compare, all metrics",
        COMPARE_SQL.replace("{metrics}", ""),
        ("compare", "2012", "2021", "--type", "high-tech", "--csv"),
    ),
)


def run(command: Sequence[str]) -> Ran:
    """Runs a command to its end. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    scale = 1 if sys.platform == "darwin" else 1024
    return Ran(seconds, usage.ru_maxrss * scale / 1e6)


def duckdb_command(table: Path, sql: str) -> list[str]:
    """The DuckDB module asked by a script that does nothing else."""
    files = f"{table}/**/*.parquet" if table.is_dir() else table
    query = sql.replace("{table}", f"read_parquet('{files}')")
    return [sys.executable, "-c", f"import duckdb\nprint(duckdb.sql({query!r}).fetchall())"]


def measure(table: Path, question: Question, runs: int) -> str:
    """One line of the table."""
    ways = {
        "bare": [sys.executable, "-c", "pass"],
        "duckdb": duckdb_command(table, question.sql),
        "zonecli": [ZONECLI, *question.words, "--data", str(table)],
    }
    ran: dict[str, list[Ran]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, command in ways.items():
            ran[name].append(run(command))
    bare, module = (median(r.seconds for r in ran[name]) for name in ("bare", "duckdb"))
    turns = zip(ran["duckdb"], ran["zonecli"], strict=True)
    added = median(ours.seconds - theirs.seconds for theirs, ours in turns)
    memory = {name: max(r.megabytes for r in results) for name, results in ran.items()}
    return (
        f"| {table.stem} | {question.name} | {module / bare:.0f}x | {added / bare:+.1f}x "
        f"| {memory['duckdb']:.0f} MB | {memory['zonecli']:.0f} MB |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("tables", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    print("| table | question | DuckDB module | zonecli adds | its peak | zonecli's peak |")
    print("|---|---|--:|--:|--:|--:|")
    for table in options.tables:
        for question in QUESTIONS:
            print(measure(table, question, options.runs), flush=True)


if __name__ == "__main__":
    main()
