"""The course of a line of figures in one line of characters."""

from __future__ import annotations

from answer_tables import REGISTRIES, report, table
from hypothesis import given
from hypothesis import strategies as st

from zonecli.answers.choosing import scope_of
from zonecli.answers.show import ShowRequest, show
from zonecli.answers.sparkline import course, sparkline
from zonecli.output import render
from zonecli.output.page import Page

LINE = [report(f"{n} trillion", year=y) for y, n in ((2012, 5), (2014, 10), (2015, 20), (2016, 40))]


def test_heights_start_at_zero_and_gaps_stay_open() -> None:
    """5, 10, 20 and 40 are 1, 2, 4 and 8 eighths; 2013 has no figure."""
    assert course(LINE) == "2012 ▁ ▂▄█ 2016"


def test_nothing_is_drawn_that_would_mislead() -> None:
    """Three figures, one below zero, two of one year, two units, ranks."""
    assert course(LINE[:3]) == ""
    assert course([*LINE, report("-3%", year=2017, measure="growth")]) == ""
    assert course([*LINE, report("6 trillion", year=2012)]) == ""
    assert course([*LINE[:3], report("6 trillion", year=2017, unit="USD")]) == ""
    assert course([report(str(n), "rank", year=2000 + n) for n in range(1, 7)]) == ""


@given(st.lists(st.none() | st.floats(0, 1e18), max_size=40))
def test_a_character_a_value(values: list[float | None]) -> None:
    line = sparkline(values)
    assert [value is None for value in values] == [character == " " for character in line]
    known = [value for value in values if value is not None]
    if max(known, default=0) > 0:
        assert line[values.index(max(known))] == "█"


def test_it_stands_below_the_title_on_screens_alone() -> None:
    answer = show(table(*LINE), ShowRequest(scope_of(REGISTRIES, ["gdp"], types=["high-tech"])))
    text, page = (render(answer, name, Page()) for name in ("table", "latex"))
    assert isinstance(text, str)
    assert isinstance(page, str)
    assert text.splitlines()[1] == "2012 ▁ ▂▄█ 2016"
    assert "█" not in page
