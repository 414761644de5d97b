"""What an answer is written on: a terminal of some width, or a file or pipe without any."""

import os
import shutil
import sys
from typing import NamedTuple


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
    return Page(width=shutil.get_terminal_size().columns, styled=not plain)
