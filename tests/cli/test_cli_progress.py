"""Answers that take their time: a line on the terminal says so, and leaves no trace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from installed_command import Run, environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal there")

ARGS = ("show", "gdp", "--csv")
# The command, whose line is there at once and whose table opens when stdin says so.
SLOW = f"""
import sys
import zonecli.output.progress as progress, zonecli.table.opening as opening
progress.DELAY = 0
open_at_once = opening.open_table
def open_table(*paths):
    sys.stdin.readline()
    return open_at_once(*paths)
opening.open_table = open_table
sys.argv = ["zonecli", *{ARGS!r}]
from zonecli.cli import main
main()
"""


# Ends with the number of lines that may be shown while a text is read.
READING = """
import sys
import zonecli.output.progress as progress, zonecli.reading.documents as documents
documents.read_document = lambda name: sys.exit(len(progress._lines))
sys.argv = ["zonecli", "check", {name!r}]
from zonecli.cli import main
main()
"""


class Slow:
    """A command with stderr on a terminal; stdout too, or a pipe."""

    def __init__(
        self, table: Path, *, stdout: int | None, term: str = "xterm", program: str = SLOW
    ) -> None:
        import pty

        self.ours, theirs = pty.openpty()
        self.written = b""
        self.process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=theirs if stdout is None else stdout,
            stderr=theirs,
            env=environment({"ZONECLI_DATA": str(table), "TERM": term}),
            start_new_session=True,
        )
        os.close(theirs)

    def wait_for_the_line(self) -> None:
        while "Working … 0 s".encode() not in self.written:
            self.written += os.read(self.ours, 4096)

    def go_on(self) -> bytes:
        """What it says on stdout, where that is a pipe."""
        out, _ = self.process.communicate(b"\n", timeout=60)
        return out or b""

    def on_terminal(self) -> list[str]:
        """What is left of all that was written, line by line."""
        while True:
            try:
                piece = os.read(self.ours, 4096)
            except OSError:  # Linux says so when the other side is closed
                piece = b""
            if not piece:
                break
            self.written += piece
        os.close(self.ours)
        lines = self.written.decode().replace("\r\n", "\n").split("\n")
        return [left_of(line) for line in lines]


def left_of(written: str) -> str:
    """What is left on a line of a terminal when all has been written over it."""
    line: list[str] = []
    for piece in written.split("\r"):
        line[: len(piece)] = piece
    return "".join(line).rstrip()


def test_stdout_is_the_same_and_nothing_is_left(run: Run, articles_table: Path) -> None:
    slow = Slow(articles_table, stdout=subprocess.PIPE)
    slow.wait_for_the_line()
    assert slow.go_on() == run(*ARGS).stdout
    assert slow.process.returncode == 0
    assert slow.on_terminal() == [""]


def test_an_answer_on_the_same_terminal(run: Run, articles_table: Path) -> None:
    slow = Slow(articles_table, stdout=None)
    slow.wait_for_the_line()
    slow.go_on()
    assert slow.on_terminal() == run(*ARGS).out.split("\n")


def test_an_interrupt_takes_the_line_away(articles_table: Path) -> None:
    slow = Slow(articles_table, stdout=subprocess.PIPE)
    slow.wait_for_the_line()
    slow.process.send_signal(signal.SIGINT)
    assert slow.process.wait(timeout=60) == 130
    assert slow.on_terminal() == [""]
    slow.process.communicate()


def test_a_dumb_terminal_sees_nothing(run: Run, articles_table: Path) -> None:
    slow = Slow(articles_table, stdout=subprocess.PIPE, term="dumb")
    assert slow.go_on() == run(*ARGS).stdout
    assert slow.on_terminal() == [""]
    assert slow.written == b""


@pytest.mark.parametrize(("name", "lines"), [("draft.md", 1), ("-", 0)])
def test_nothing_is_shown_where_somebody_types(articles_table: Path, name: str, lines: int) -> None:
    """Into `zonecli check -`."""
    program = READING.format(name=name)
    slow = Slow(articles_table, stdout=subprocess.PIPE, program=program)
    slow.go_on()
    assert slow.process.returncode == lines
    assert slow.on_terminal() == [""]
