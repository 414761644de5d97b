"""A hundred processes at once, on a cold cache, while the table is built anew."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from installed_command import SCRIPT, environment

from zonecli.build.parquet import write_table
from zonecli.table.report import Report

ROW: dict[str, Any] = {
    **{"id": "a", "metric": "gdp", "measure": "level", "zone_type": "high-tech", "zone": "all"},
    **{"year": 2021, "period": "year", "month": 12, "value": 0.0, "low": None, "high": None},
    **{"unit": "CNY", "qualifier": "exact", "printed": "0", "basis": None, "series": None},
    **{"status": "reported", "derivation": None, "preferred": True, "source": "s", "note": None},
}
COUNT, FORKED, COMMANDS, REBUILDS = 40, 90, 10, 12

# Imports once, then as many processes as asked for open the table twice each. A process ends with
# 1 where its answer is not one build of the table and whole; the third of them is killed as it
# has begun to write its copy.
CROWD = """
import os, signal, sys
from zonecli.table import fast_copy
from zonecli.table.opening import open_table

def answer(number):
    if number == 2:
        fast_copy._fill = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    for _ in range(2):
        values = [report.value for report in open_table().reports]
        if len(values) != COUNT or len(set(values)) != 1 or values[0] < 1:
            return 1
    return 0

open_table  # imported; pyarrow with it
import pyarrow.parquet
started = []
for number in range(FORKED):
    child = os.fork()
    if not child:
        os._exit(answer(number))
    started.append(child)
print(*[os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in started])
"""


def build(path: Path, value: float) -> None:
    """The table in which every figure has this value: no mixture of two goes unseen."""
    reports = [
        Report(**{**ROW, "id": f"r{n}", "year": 1980 + n, "value": value}) for n in range(COUNT)
    ]
    write_table(path, reports, {"dataset": {"name": f"build {value:g}"}})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows cannot fork")
def test_every_answer_of_a_hundred_processes_is_right(tmp_path: Path) -> None:
    table, cache = tmp_path / "t.parquet", tmp_path / "cache"
    build(table, 1)
    env = environment({"ZONECLI_DATA": str(table), "XDG_CACHE_HOME": str(cache)})
    program = f"COUNT, FORKED = {COUNT}, {FORKED}\n{CROWD}"
    crowd = subprocess.Popen([sys.executable, "-c", program], env=env, stdout=subprocess.PIPE)
    command = [str(SCRIPT), "show", "gdp", "--csv", "--columns", "value"]
    shown = [
        subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(COMMANDS)
    ]
    for number in range(REBUILDS):
        build(table, 2 + number % 2)
    for process in shown:
        out, said = process.communicate(timeout=120)
        assert (process.returncode, said) == (0, b"")
        header, *values = out.split()
        assert (header, len(values), len(set(values))) == (b"value", COUNT, 1)
    ended = crowd.communicate(timeout=120)[0].split()
    killed = str(-signal.SIGKILL).encode()
    assert len(ended) == FORKED
    assert set(ended) <= {b"0", killed}
    assert ended.count(killed) <= 1
    last = subprocess.run(command, env=env, capture_output=True, check=True).stdout.split()
    assert set(last[1:]) == {str(2 + (REBUILDS - 1) % 2).encode()}
    assert len(list((cache / "zonecli").glob("*.unfinished"))) <= 1, "of the one that was killed"
