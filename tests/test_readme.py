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


def run(command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    program = str(Path(sys.executable).with_name("zonecli"))
    words = [program, *shlex.split(command)[1:]]
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=False, cwd=folder)


def test_there_are_outputs_to_check() -> None:
    assert len(CONSOLE.findall(README)) == 2


@pytest.mark.parametrize("block", list(CONSOLE.finditer(README)), ids=lambda b: b["command"])
def test_output_is_true(block: re.Match[str]) -> None:
    done = run(block["command"])
    assert done.returncode == 0
    assert done.stdout == block["output"]


@pytest.mark.parametrize("command", sorted(set(IN_TABLE.findall(README))))
def test_every_named_command_answers(command: str, tmp_path: Path) -> None:
    """With something on stdout, or a file or folder made."""
    curated = (ROOT / "data/curated/reports/innovation-demo.csv").read_text(encoding="utf-8")
    (tmp_path / "REPORTS.csv").write_text(curated, encoding="utf-8")
    (tmp_path / "draft.txt").write_text("The national high-tech zones number 178.\n")
    done = run(command.replace("COMMAND", "show"), tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout or len(list(tmp_path.iterdir())) > 2


def test_python_example_runs() -> None:
    code = re.search(r"```python\n(.*?)```", README, re.S)
    assert code is not None
    subprocess.run([sys.executable, "-c", code[1]], check=True)
