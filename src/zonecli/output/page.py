"""What an answer is written on: a terminal of some width, or a file or pipe without any."""

import os
import sys
from contextlib import suppress
from typing import NamedTuple, TextIO

_USUAL = 80  # columns, where a terminal does not tell


class Page(NamedTuple):
    """`width` in columns, null where nothing limits it; `styled`: colour and links may be used;
    `chart`: a chart is wanted, where the format has one."""

    width: int | None = None
    styled: bool = False
    chart: bool = False


def page_of_stdout() -> Page:
    """A terminal has a width, and is styled unless NO_COLOR is set or TERM is dumb."""
    if not sys.stdout.isatty():
        return Page()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Page(width=width_of(sys.stdout), styled=not plain)


def width_of(terminal: TextIO) -> int:
    """The columns of a terminal: as COLUMNS wishes, else as it is wide."""
    with suppress(ValueError):
        if (wished := int(os.environ.get("COLUMNS", ""))) > 0:
            return wished
    with suppress(OSError, ValueError):
        return os.get_terminal_size(terminal.fileno()).columns or _USUAL
    return _USUAL
