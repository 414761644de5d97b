"""The line that is shown while something takes its time."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

import pytest

from zonecli.output import progress

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal there")

Terminal = tuple[int, TextIO]


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """What a user sees, to be read; and the stream that a program writes to."""
    import pty

    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        yield ours, stream
    os.close(ours)


def read_until(ours: int, words: str) -> str:
    """What is written until these words are there."""
    text = b""
    while words.encode() not in text:
        text += os.read(ours, 4096)
    return text.decode()


def on_screen(written: str) -> str:
    """What is left on a line of the terminal."""
    line: list[str] = []
    at = 0
    for character in written:
        if character == "\r":
            at = 0
        else:
            line[at : at + 1] = [character]
            at += 1
    return "".join(line).rstrip()


def test_a_line_appears_and_goes(terminal: Terminal) -> None:
    ours, stream = terminal
    line = progress.Line(stream, delay=0)
    written = read_until(ours, "Working … 0 s")
    assert on_screen(written).startswith("|")
    line.told = "3 of 40"
    written += read_until(ours, "Working … 3 of 40, ")
    line.end()
    stream.write("answer")
    stream.flush()
    written += read_until(ours, "answer")
    assert on_screen(written) == "answer"


def test_what_is_quick_writes_nothing(terminal: Terminal) -> None:
    ours, stream = terminal
    progress.Line(stream, delay=3600).end()
    stream.write("answer")
    stream.flush()
    assert read_until(ours, "answer") == "answer"


def test_a_terminal_that_has_gone_is_no_error(terminal: Terminal) -> None:
    _, stream = terminal
    gone = io.TextIOWrapper(os.fdopen(os.dup(stream.fileno()), "wb"))
    gone.close()
    progress.Line(gone, delay=0).end()


def test_shown_on_a_terminal_alone(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in a pipe, and not on one that cannot go back on its line."""
    monkeypatch.setattr(progress, "DELAY", 3600)
    monkeypatch.setenv("TERM", "xterm")
    with progress.progress():
        assert progress._lines == []
    monkeypatch.setattr(sys, "stderr", terminal[1])
    with progress.progress():
        (line,) = progress._lines
    assert progress._lines == []
    monkeypatch.setenv("TERM", "dumb")
    with progress.progress():
        assert progress._lines == []
    assert line._ended.is_set()


def test_a_count_of_what_has_been_taken(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "DELAY", 3600)
    monkeypatch.setenv("TERM", "xterm")
    assert list(progress.counted("abc")) == ["a", "b", "c"]  # no line, no harm
    monkeypatch.setattr(sys, "stderr", terminal[1])
    with progress.progress():
        (line,) = progress._lines
        assert [line.told for _ in progress.counted("abc")] == ["1 of 3", "2 of 3", "3 of 3"]
