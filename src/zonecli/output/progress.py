"""A line on the terminal while something takes its time: "| Working … 12 s".

It stands on stderr where that is a terminal, from the second second on, and is gone before anything
else is written. It needs no colour and no escape sequence: a carriage return, and blanks over it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO, TypeVar

from zonecli.language import said

if TYPE_CHECKING:
    from threading import Event

Item = TypeVar("Item")

DELAY = 1.0  # seconds before the line appears
_USUAL_COLUMNS = 80  # of a terminal that does not know how wide it is
_INTERVAL = 0.2  # seconds between two pictures of it

_lines: list[Line] = []  # the one that may be shown now


class Line:
    """The line of one command; `told` is what has been done so far, as "3 of 40"."""

    def __init__(self, stream: TextIO, delay: float) -> None:
        from threading import Event, Thread

        self.told = ""
        self._stream = stream
        self._ended: Event = Event()
        self._thread = Thread(target=self._draw, args=(delay,), daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Takes the line away. Nothing of it is written afterwards."""
        self._ended.set()
        self._thread.join()

    def _draw(self, delay: float) -> None:
        from itertools import cycle
        from time import monotonic

        began = monotonic()
        if self._ended.wait(delay):
            return
        with suppress(OSError, ValueError):  # the terminal may have gone
            for sign in cycle("|/-\\"):
                text = f"{sign} {self._text(int(monotonic() - began))}"
                self._write(text)
                if self._ended.wait(_INTERVAL):
                    break
            self._write(" " * 2 * len(text))  # as wide as the widest characters may be

    def _text(self, seconds: int) -> str:
        if self.told:
            return said("Working … {done}, {seconds} s", done=self.told, seconds=seconds)
        return said("Working … {seconds} s", seconds=seconds)

    def _write(self, text: str) -> None:
        """The text, with the cursor back at its beginning, where others write over it."""
        columns = os.get_terminal_size(self._stream.fileno()).columns or _USUAL_COLUMNS
        self._stream.write(f"\r{text[: columns - 1]}\r")
        self._stream.flush()


@contextmanager
def progress() -> Iterator[None]:
    """Around what may take its time: after DELAY a line says so, on a terminal that can."""
    if not _can_show():
        yield
        return
    _lines.append(Line(sys.stderr, DELAY))
    try:
        yield
    finally:
        end_progress()


def end_progress() -> None:
    """Takes the line away for good: something else is about to be written."""
    while _lines:
        _lines.pop().end()


def counted(items: Sequence[Item]) -> Iterator[Item]:
    """The items one by one; the line tells how many of them have been taken."""
    for number, item in enumerate(items, start=1):
        if _lines and len(items) > 1:
            _lines[-1].told = said("{number} of {total}", number=number, total=len(items))
        yield item


def _can_show() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
