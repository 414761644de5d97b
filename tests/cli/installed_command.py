"""Runs the installed `zonecli` as a user does, in a process of its own."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

SCRIPT = Path(sys.executable).with_name("zonecli.exe" if os.name == "nt" else "zonecli")
# What a user's shell may have set and a test must not inherit.
_UNWANTED = re.compile(
    r"ZONECLI_|PYTHONIOENCODING|NO_COLOR|FORCE_COLOR|CLICOLOR|COLUMNS$|LINES$|TERM|LC_|LANG"
)
_STYLES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m|\r[^\r\n]*\r")


@dataclass(frozen=True)
class Ran:
    """A command that has ended."""

    status: int
    stdout: bytes
    stderr: bytes

    @property
    def out(self) -> str:
        return self.stdout.decode()

    @property
    def err(self) -> str:
        return self.stderr.decode()

    @property
    def lines(self) -> list[list[str]]:
        """The cells of each line of a table: they are two blanks apart."""
        return [re.split(r" {2,}", line.strip()) for line in self.out.splitlines()]

    def line(self, first: str) -> list[str]:
        """The cells of the one line that begins with the cell `first`."""
        (found,) = (cells for cells in self.lines if cells[0] == first)
        return found

    @property
    def rows(self) -> list[dict[str, str]]:
        """CSV by its header."""
        return list(csv.DictReader(io.StringIO(self.out, newline="")))

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Run(Protocol):
    def __call__(
        self, *args: str, env: Mapping[str, str] | None = None, input: str | None = None
    ) -> Ran: ...


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """A quiet environment: UTF-8, no colour wishes, no width, nobody's config file."""
    kept = {name: value for name, value in os.environ.items() if not _UNWANTED.match(name)}
    return {**kept, "LC_ALL": "C.UTF-8", "ZONECLI_CONFIG": "", **(more or {})}


def run(
    *args: str,
    env: Mapping[str, str] | None = None,
    input: str | None = None,
    cwd: Path | None = None,
) -> Ran:
    """The command with these arguments; `env` adds to a quiet environment."""
    done = subprocess.run(
        [str(SCRIPT), *args],
        input=(input or "").encode(),
        capture_output=True,
        env=environment(env),
        cwd=cwd,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def run_on_terminal(columns: int, *args: str, env: Mapping[str, str] | None = None) -> str:
    """What the command writes on a terminal of that many columns, stdout and stderr together."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [str(SCRIPT), *args],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=environment({"TERM": "xterm-256color", **(env or {})}),
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    assert process.wait(timeout=60) == 0, written
    return written.decode().replace("\r\n", "\n")


def without_styles(text: str) -> str:
    """Text of a terminal without its colours and links, and without the line that tells of progress
    on a busy machine."""
    return _STYLES.sub("", text)


def assert_refused(ran: Ran, *words: str) -> None:
    """Exit 2, nothing on stdout, one line on stderr with these words, no traceback."""
    assert ran.status == 2, ran
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1, ran.err
    assert [word for word in words if word not in ran.err] == [], ran.err
