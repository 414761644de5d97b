"""Writes to stdout and stderr: on any console, to a pipe that closes, never half a character."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable

from zonecli.output.cells import one_line

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("–—−‐‑", "-"),
        **dict.fromkeys("‘’", "'"),
        **dict.fromkeys("“”", '"'),
        **{"·": "-", "…": "...", "⋮": ":", "×": "x", "≥": ">=", "≤": "<=", "≈": "~", "→": "->"},
        "\u00a0": " ",
    }
)


def _plain_character(error: UnicodeError) -> tuple[str | bytes, int]:
    """What a console that lacks a character gets in its place."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end].translate(_PLAIN)
    return lost.encode(error.encoding, "replace").decode(error.encoding), error.end


codecs.register_error("zonecli-plain", _plain_character)


def write_answer(text: str, *, raw: bool) -> None:
    """Writes an answer to stdout and flushes it.

    `raw` data is UTF-8 whatever the locale, unless it is shown on a terminal. A reader that has
    closed the pipe has had enough: nothing is said about it.
    """
    encoding = sys.stdout.encoding or "utf-8"
    if raw and not sys.stdout.isatty():
        encoding = "utf-8"
    content = text.encode(encoding, "zonecli-plain")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence_stdout()
    except OSError as error:
        _silence_stdout()
        from zonecli.errors import OutputError

        raise OutputError(f"Cannot write to stdout: {error.strerror}") from error


def write_notes(lines: Iterable[str]) -> None:
    """Writes lines to stderr."""
    encoding = sys.stderr.encoding or "utf-8"
    for line in lines:
        text = one_line(line).encode(encoding, "zonecli-plain").decode(encoding)
        print(text, file=sys.stderr)


def _silence_stdout() -> None:
    """So that the interpreter's own flush at exit cannot fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
