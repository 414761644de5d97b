"""A chart as `zonecli plot` draws it; needs the plot extra."""

from __future__ import annotations

import shlex
import subprocess
import sys
import tempfile
from pathlib import Path


def picture(command: str) -> str:
    """The SVG that the command writes."""
    program = str(Path(sys.executable).with_name("zonecli"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "chart.svg"
        words = [program, *shlex.split(command), "-o", str(file)]
        subprocess.run(words, capture_output=True, check=True)
        return file.read_text(encoding="utf-8")
