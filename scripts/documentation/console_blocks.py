"""Blocks that show a command and what it prints: ```console, "$ zonecli …", the output."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(
    r"```console\n\$ (?P<command>(?:scripts/)?zonecli .*)\n(?P<output>(?:.*\n)*?)```"
)


def filled(text: str) -> str:
    """The text, each block with the true output of its command."""
    return BLOCK.sub(lambda b: f"```console\n$ {b['command']}\n{output(b['command'])}```", text)


def output(command: str) -> str:
    """What a user of the installed command reads on a terminal: the answer, and the notes below it
    that go to stderr."""
    program = str(Path(sys.executable).with_name("zonecli"))
    words = [program, *shlex.split(command)[1:]]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    done = subprocess.run(words, **pipes, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):  # 1: a check found something
        raise RuntimeError(f"{command}: {done.stdout}")
    return done.stdout
