"""A chart in characters: for a terminal, a pipe, a text file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from zonecli.answers.chart import (
    BREAK,
    DERIVED,
    DISPUTED,
    FORECAST,
    LINE,
    LOOSE,
    OVER,
    PART,
    RANGE,
    UNDER,
    WITHIN,
    Chart,
    Panel,
)
from zonecli.language import said
from zonecli.output.charts.characters import Ink, signs_for
from zonecli.output.charts.text_bars import bar_lines
from zonecli.output.charts.text_lines import line_lines
from zonecli.output.wrapping import wrapped

if TYPE_CHECKING:
    from zonecli.output.charts import DrawingSheet

_USUAL_WIDTH, _LEAST_WIDTH = 80, 32


def render(chart: Chart, sheet: DrawingSheet) -> str:
    """The chart, no line longer than the sheet is wide, or 32 columns; nothing at all where it has
    no figures. Raises OutputError without plotille."""
    if not chart.panels:
        return ""
    width = max(sheet.width or _USUAL_WIDTH, _LEAST_WIDTH)
    ink = Ink(sheet.styled, signs_for(plain=sheet.plain))
    lines = "\n".join(line.rstrip() for line in _lines(chart, width, sheet.height, ink))
    return lines.strip("\n") + "\n"


def _lines(chart: Chart, width: int, height: int | None, ink: Ink) -> Iterator[str]:
    yield from (ink.bold(line) for line in wrapped(chart.title, width))
    yield from wrapped(chart.subtitle, width)
    drawings = [_drawing(panel, width, height, ink) for panel in chart.panels]
    for panel, drawing in zip(chart.panels, drawings, strict=True):
        title = panel.title if len(chart.panels) > 1 else ""
        yield ""
        yield from wrapped(" · ".join(filter(None, (title, panel.unit))), width)
        yield from drawing
    yield ""
    below = [*_legend(chart, ink), chart.source]
    if any(ink.signs.crowd in line for drawing in drawings for line in drawing):
        below.insert(0, f"{ink.signs.crowd} {said('several lines at one place')}")
    yield from (ink.dim(line) for text in below for line in wrapped(text, width))


def _drawing(panel: Panel, width: int, height: int | None, ink: Ink) -> list[str]:
    if panel.kind == LINE:
        return list(line_lines(panel, width, height, ink))
    return list(bar_lines(panel, width, ink))


def _legend(chart: Chart, ink: Ink) -> Iterator[str]:
    signs = _legend_signs(ink)
    only_bars = all(panel.kind != LINE for panel in chart.panels)
    for mark, meaning in chart.legend:
        if not (only_bars and mark in _OF_LINES):
            yield f"{signs[mark]} {meaning}" if mark in signs else meaning


# Bars say them in words, or show none of it.
_OF_LINES = (OVER, UNDER, PART, RANGE, LOOSE, WITHIN)


def _legend_signs(ink: Ink) -> Mapping[str, str]:
    signs = ink.signs
    return {
        **{OVER: signs.over, UNDER: signs.under, PART: signs.part[0]},
        **{DERIVED: "d", FORECAST: "f", DISPUTED: "!", BREAK: "s"},
        **{RANGE: signs.whisker, LOOSE: signs.loose},
    }
