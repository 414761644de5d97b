"""Charts in characters: everything on the page, gaps open, marks explained."""

from __future__ import annotations

from itertools import pairwise

import pytest
from charts_by_hand import GAPPED, MARKED, SOURCES, SUBTITLE, TITLE, chart, pair, point
from output_results import NASTY
from rich.cells import cell_len

from zonecli.answers.chart import BAR, LINE, SAME, Chart, Line, Stroke
from zonecli.output.charts import DrawingSheet, draw

BRAILLE = {chr(code) for code in range(0x2801, 0x2900)}
CHARTS = {
    "lines": chart(GAPPED, MARKED),
    "one line": chart(GAPPED._replace(name="")),
    "bars": chart(GAPPED, MARKED, kind=BAR),
    "pair": pair(),
    "panels": chart(GAPPED, MARKED, panels=3),
    "ranks": chart(Line("Suzhou", (point(2020, 1), point(2021, 3))), unit="rank"),
    "one point": chart(Line("", (point(2020, 1e12),))),
}


def text(drawn: Chart, width: int = 80, **more: bool) -> str:
    return str(draw(drawn, DrawingSheet(width=width, **more)))


def rows(drawn: str) -> list[str]:
    """The rows of the first drawing, from the top, without its axis of amounts."""
    lines = drawn.splitlines()
    first = next(n for n, line in enumerate(lines) if "┤" in line)
    last = next(n for n, line in enumerate(lines) if "└" in line)
    start, end = lines[last].index("└") + 1, len(lines[last])
    return [line[start:end] for line in lines[first:last]]


@pytest.mark.parametrize("width", [32, 40, 80, 120, 200])
@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("name", CHARTS)
def test_no_line_is_longer_than_the_page(name: str, plain: bool, width: int) -> None:
    drawn = text(CHARTS[name], width, plain=plain)
    assert max(map(cell_len, drawn.splitlines())) <= width
    assert "\x1b" not in drawn
    assert not any(line.endswith(" ") for line in drawn.splitlines())


@pytest.mark.parametrize("name", CHARTS)
def test_title_and_source_stand_in_the_chart(name: str) -> None:
    drawn = text(CHARTS[name])
    assert drawn.startswith(f"{TITLE}\n{SUBTITLE}\n")
    assert drawn.endswith(f"{SOURCES}\n")


@pytest.mark.parametrize("name", CHARTS)
def test_plain_is_ascii_but_for_what_texts_say(name: str) -> None:
    drawn = text(CHARTS[name], plain=True)
    assert {character for character in drawn if not character.isascii()} <= set("·–")


def test_every_figure_has_its_marker() -> None:
    """Six figures, six markers; the two lines have markers of their own, behind their names too."""
    drawn = text(chart(GAPPED, MARKED))
    cells = "".join(rows(drawn))
    assert cells.count("●") == len(GAPPED.points)
    assert cells.count("▲") + cells.count("△") == len(MARKED.points)
    assert "● High-tech 16 trillion" in drawn
    assert "▲ Economic 6 trillion" in drawn


def test_no_line_crosses_a_gap_or_a_break() -> None:
    """Dots stand between 2012 and 2013, none between 2013 and 2015 nor 2016 and 2017."""
    drawn = rows(text(chart(GAPPED._replace(name="")), 120))
    places = sorted(n for row in drawn for n, character in enumerate(row) if character == "●")
    between = [
        any(row[n] in BRAILLE for row in drawn for n in range(a + 1, min(b, len(row))))
        for a, b in pairwise(places)
    ]
    assert between == [True, False, True, False, True]


def test_values_stand_at_their_height() -> None:
    """From 0 to 20 in 17 rows: 2, 4, 8, 10, 12 and 16 trillion."""
    drawn = rows(text(chart(GAPPED._replace(name=""))))
    top = len(drawn) - 1
    heights = sorted(top - n for n, row in enumerate(drawn) for c in row if c == "●")
    assert heights == [round(v / 20 * top) for v in (2, 4, 8, 10, 12, 16)]


def test_years_are_years() -> None:
    drawn = text(chart(GAPPED))
    assert "2012" in drawn
    assert "2,012" not in drawn


def test_marks_have_their_signs_and_a_legend() -> None:
    drawn = text(chart(GAPPED, MARKED))
    for sign in ("↑ at least", "↓ at most", "d derived", "f forecast", "! disputed", "s another"):
        assert f"\n{sign}" in drawn
    assert "\n○ part of a year" in drawn
    assert "\n│ what the printed digits" in drawn
    assert "\n·· from different sources" in drawn
    inside = "".join(rows(drawn))
    assert all(inside.count(sign) == 1 for sign in "↑↓df!s△")


def test_a_chart_without_marks_explains_none() -> None:
    line = Line("", (point(2012, 2e12), point(2013, 4e12)), (Stroke(0, 1, SAME),))
    assert text(chart(line)).count("\n\n") == 2  # above and below the drawing


def test_two_figures_at_one_place_are_said_to_be() -> None:
    """One marker would hide the other."""
    here, there = (Line(name, (point(2012, 2e12),)) for name in ("Here", "There"))
    drawn = text(chart(here, there))
    assert "* several lines at one place" in drawn
    assert "●" not in "".join(rows(drawn))


def test_bars_say_the_figures_and_the_gaps() -> None:
    drawn = text(chart(GAPPED._replace(name=""), kind=BAR)).splitlines()
    assert "2014 –" in drawn
    bars = {line[:4]: line.count("█") for line in drawn if line[:2] == "20" and "█" in line}
    assert bars["2012"] * 8 == pytest.approx(bars["2018"], abs=8)  # 2 and 16 trillion
    assert next(line for line in drawn if line.startswith("2017")).endswith(" 12 trillion s")


def test_bars_below_zero_go_the_other_way() -> None:
    line = Line("", (point(2020, -2e12), point(2021, 4e12)))
    fallen, risen = (row for row in text(chart(line, kind=BAR)).splitlines() if "█" in row)
    assert fallen.index("█") < risen.index("█")
    assert fallen.rindex("█") + 1 == risen.index("█")


@pytest.mark.parametrize("width", [36, 80])
def test_bars_of_a_pair_have_one_scale(width: int) -> None:
    """5.4 and 15.3 trillion, also where the figures stand above their bars."""
    first, second = (line.count("█") for line in text(pair(), width).splitlines() if "█" in line)
    assert first / second == pytest.approx(5.4 / 15.3, abs=0.06)
    assert "+183%" in text(pair(), width)


def test_colours_only_where_they_may_be() -> None:
    drawn = chart(GAPPED, MARKED)
    assert "\x1b[1m" in text(drawn, styled=True)
    assert "\x1b" not in text(drawn)


@pytest.mark.parametrize("odd", NASTY)
@pytest.mark.parametrize("kind", [LINE, BAR])
def test_no_text_steers_the_terminal(odd: str, kind: str) -> None:
    """Names of somebody else's table may hold anything."""
    named = chart(GAPPED._replace(name=odd), kind=kind)
    drawn = text(named._replace(title=odd, subtitle=odd, source=odd))
    assert all(character.isprintable() for line in drawn.splitlines() for character in line)


def test_nothing_to_draw_is_nothing() -> None:
    assert text(chart(GAPPED)._replace(panels=())) == ""
