"""Writes to stdout and stderr: on any console, to a pipe that closes, never half a character."""

from __future__ import annotations

import codecs
import io
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from zonecli.errors import OutputError
from zonecli.output.cells import one_line
from zonecli.output.progress import end_progress

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("–—−‐‑", "-"),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("“”", '"'),
        **{"·": "-", "…": "...", "⋮": ":", "×": "x", "≥": ">=", "≤": "<=", "≈": "~", "→": "->"},
        "\u00a0": " ",
        **dict(zip("▁▂▃▄▅▆▇█", "_.-:=+*#", strict=True)),
    }
)


def _plain_character(error: UnicodeError) -> tuple[str | bytes, int]:
    """What a console that lacks a character gets in its place."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end].translate(_PLAIN)
    return lost.encode(error.encoding, "replace").decode(error.encoding), error.end


codecs.register_error("zonecli-plain", _plain_character)


def prepare_console() -> None:
    """Lets every text be written to any console, and to a stdout or stderr that is closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="zonecli-plain")


def write_answer(answer: str | bytes, *, raw: bool) -> None:
    """Writes an answer to stdout and flushes it.

    `raw` data is UTF-8 whatever the locale, unless it is shown on a terminal; a binary answer is
    refused there, with OutputError. A reader that has closed the pipe has had enough: nothing is
    said about it.
    """
    encoding = sys.stdout.encoding or "utf-8"
    if raw and not sys.stdout.isatty():
        encoding = "utf-8"
    content = answer.encode(encoding, "zonecli-plain") if isinstance(answer, str) else answer
    if content is answer and sys.stdout.isatty():
        raise OutputError("That format is not for a terminal: name a file with -o FILE.")
    end_progress()
    with written_to_stdout():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def stdout_holds(text: str) -> bool:
    """Whether stdout can hold these characters as they are."""
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def written_to_stdout() -> Iterator[None]:
    """Around writing to stdout: a closed pipe ends it quietly, another failure is one clear line.

    Raises OutputError for a full disk and the like.
    """
    try:
        yield
    except BrokenPipeError:
        _silence_stdout()
    except OSError as error:
        _silence_stdout()
        raise OutputError(f"Cannot write to stdout: {error.strerror or error}.") from error


def write_notes(lines: Iterable[str]) -> None:
    """Writes lines to stderr: each one as a line, but on a terminal in lines that fit it."""
    end_progress()
    with suppress(OSError):
        for line in lines:
            print(*_as_shown(line), sep="\n", file=sys.stderr)


def _as_shown(line: str) -> list[str]:
    if not sys.stderr.isatty():
        return [one_line(line)]
    from zonecli.output.page import width_of
    from zonecli.output.wrapping import hanging

    return hanging(line, width_of(sys.stderr))


def _silence_stdout() -> None:
    """So that the interpreter's own flush at exit cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
