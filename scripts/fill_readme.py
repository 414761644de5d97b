"""Writes the true output of each `console` block of README.md into it.

python scripts/fill_readme.py
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>.+)\n(?:.*\n)*?```")


def main() -> None:
    text = README.read_text(encoding="utf-8")
    README.write_text(BLOCK.sub(_filled, text), encoding="utf-8")


def _filled(block: re.Match[str]) -> str:
    program = str(Path(sys.executable).with_name("zonecli"))
    words = [program, *shlex.split(block["command"])[1:]]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    return f"```console\n$ {block['command']}\n{done.stdout}```"


if __name__ == "__main__":
    main()
