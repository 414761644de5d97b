"""Every command that the README names answers; tests/docs holds its outputs against the truth."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
IN_TABLE = re.compile(r"^\| `(zonecli [^`]+)`", re.M)


def run(command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    program = str(Path(sys.executable).with_name("zonecli"))
    words = [program, *shlex.split(command)[1:]]
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=False, cwd=folder)


@pytest.mark.parametrize("command", sorted(set(IN_TABLE.findall(README))))
def test_every_named_command_answers(command: str, tmp_path: Path) -> None:
    """With something on stdout, or a file or folder made."""
    curated = (ROOT / "data/curated/reports/innovation-demo.csv").read_text(encoding="utf-8")
    (tmp_path / "REPORTS.csv").write_text(curated, encoding="utf-8")
    (tmp_path / "draft.txt").write_text("The national high-tech zones number 178.\n")
    done = run(command, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout or len(list(tmp_path.iterdir())) > 2
