"""On a terminal rich draws what a pipe gets without it: the same text, wrapped and styled."""

from __future__ import annotations

import re
import time

import pytest
from output_results import NASTY, result

from zonecli.output.page import Page
from zonecli.output.table import render

STYLES = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\\\|\x1b\[[0-9;]*m")


@pytest.mark.parametrize("styled", [False, True])
def test_a_wide_terminal_shows_what_a_pipe_gets(styled: bool) -> None:
    """To the character, with the worst that a cell can hold and letters of two columns."""
    cells = [(word, str(number)) for number, word in enumerate(NASTY)]
    answer = result([], cells)
    shown = render(answer, Page(width=10_000, styled=styled))
    assert STYLES.sub("", shown) == render(answer, Page())
    assert bool(STYLES.search(shown)) == styled


def test_a_long_table_is_drawn_at_once() -> None:
    """Also on a terminal, as long as its lines fit."""
    answer = result([], [(f"row {number}", "15.3 trillion") for number in range(5_000)])
    started = time.process_time()
    lines = render(answer, Page(width=100, styled=True)).splitlines()
    assert time.process_time() - started < 1.5
    assert len(lines) > 5_000
