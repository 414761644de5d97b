"""What the README shows is what a user gets."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)```")
IN_TABLE = re.compile(r"`(zonecli [^`]+)`")


def run(command: str) -> subprocess.CompletedProcess[str]:
    program = str(Path(sys.executable).with_name("zonecli"))
    words = [program, *shlex.split(command)[1:]]
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=False)


def test_there_are_outputs_to_check() -> None:
    assert len(CONSOLE.findall(README)) == 2


@pytest.mark.parametrize("block", list(CONSOLE.finditer(README)), ids=lambda b: b["command"])
def test_output_is_true(block: re.Match[str]) -> None:
    done = run(block["command"])
    assert done.returncode == 0
    assert done.stdout == block["output"]


@pytest.mark.parametrize("command", sorted(set(IN_TABLE.findall(README))))
def test_every_named_command_answers(command: str) -> None:
    words = command.replace("COMMAND", "show")
    done = run(words)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_python_example_runs() -> None:
    code = re.search(r"```python\n(.*?)```", README, re.S)
    assert code is not None
    subprocess.run([sys.executable, "-c", code[1]], check=True)
