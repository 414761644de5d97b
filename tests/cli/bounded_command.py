"""Runs the installed `zonecli` within bounds, and tells the memory that it took."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from installed_command import SCRIPT, Ran, environment

ADDRESSES = 6 * 2**30  # what a process may reserve: libraries reserve far more than they use
_PROGRAM = """
import json, os, resource, subprocess, sys

def bound():
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))

process = subprocess.Popen(sys.argv[1:], preexec_fn=bound)
_, status, used = os.wait4(process.pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), used.ru_maxrss]), file=open(PLACE, "w"))
"""


@dataclass(frozen=True)
class Bounded(Ran):
    """A command that has ended. `megabytes`: the most memory that it held at one time."""

    megabytes: float


def run_bounded(folder: Path, *args: str) -> Bounded:
    """The command, with an end to its memory and time. Its own parent is a small process: what
    pytest holds would count as its own."""
    pytest.importorskip("resource", reason="Windows bounds memory in other ways")
    place = folder / "used.json"
    program = f"LIMIT, PLACE = {ADDRESSES}, {str(place)!r}\n{_PROGRAM}"
    done = subprocess.run(
        [sys.executable, "-S", "-c", program, str(SCRIPT), *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        timeout=120,
        check=True,
    )
    status, size = json.loads(place.read_text())
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Bounded(status, done.stdout, done.stderr, size / unit)
