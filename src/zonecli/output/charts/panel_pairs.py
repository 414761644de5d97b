"""A panel that compares two years: from one point to the other, a line for each kind of zones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from zonecli.answers.chart import (
    BREAK,
    DERIVED,
    DISPUTED,
    FORECAST,
    LOOSE,
    OVER,
    UNDER,
    Line,
    Panel,
    Point,
)
from zonecli.output.charts.paint import (
    COLOURS,
    DOTTED,
    GRID,
    INK,
    MARKER,
    PAPER,
    QUIET,
    Pen,
    draw_arrow,
    draw_break,
    name_of,
)

Box = tuple[float, float, float, float]

_LABEL, _SMALL = 8.5, 8
_ROW, _BELOW = 0.56, 0.28  # inches
_NAME_ROOM = 1.6


def pairs_height(panel: Panel) -> float:
    """Inches that the panel takes."""
    return _ROW * len(panel.lines) + _BELOW


def draw_pairs(pen: Pen, panel: Panel, box: Box) -> None:
    """Draws the panel into its box: names on the left, changes on the right."""
    left, bottom, width, height = box
    names = [pen.wrapped(line.name, _NAME_ROOM, _LABEL) for line in panel.lines]
    before = max((pen.width(row, _LABEL) for name in names for row in name), default=0) + 0.2
    behind = max(pen.width(line.change, _LABEL) for line in panel.lines) + 0.2
    room = width - before - behind
    axes = pen.axes(left + before, bottom + _BELOW, room, height - _BELOW)
    _draw_axes(axes, panel)
    inch = abs(axes.get_xlim()[1] - axes.get_xlim()[0]) / room
    for place, line in enumerate(panel.lines):
        y = len(panel.lines) - 1 - place
        colour = COLOURS[place % len(COLOURS)]
        _draw_pair(axes, line, y, colour)
        _draw_texts(axes, line.points, y, lambda text: pen.width(text, _SMALL) * inch)
        _beside(axes, "\n".join(names[place]), (axes.get_xlim()[0], y), -8, "right")
        _beside(axes, line.change, (axes.get_xlim()[1], y), 8, "left")


def _draw_axes(axes: Any, panel: Panel) -> None:
    axis = panel.axis
    pad = (axis.high - axis.low) * 0.01
    is_open = any(OVER in p.marks and p.value > axis.high - 5 * pad for p in panel.points)
    axes.set_xlim(axis.low - pad, axis.high + (5 * pad if is_open else pad))  # room for an arrow
    if axis.upside_down:
        axes.invert_xaxis()
    axes.set_ylim(-0.55, len(panel.lines) - 0.35)
    axes.set_yticks([])
    axes.set_xticks([tick.value for tick in axis.ticks], [tick.text for tick in axis.ticks])
    axes.grid(axis="x", color=GRID, linewidth=0.7)
    if axis.low <= 0 <= axis.high and not axis.upside_down:
        axes.axvline(0, color=QUIET, linewidth=0.9, zorder=1.5)


def _draw_pair(axes: Any, line: Line, y: float, colour: str) -> None:
    before, after = line.points
    kind = line.strokes[0].kind if line.strokes else LOOSE
    if kind == BREAK:
        draw_break(axes, (before.value + after.value) / 2, y, colour)
    else:
        style: Any = DOTTED if kind == LOOSE else "solid"
        xs = (before.value, after.value)
        axes.plot(
            xs, (y, y), color=colour, lw=2, alpha=0.55, linestyle=style, gid=name_of(axes, "stroke")
        )
    for point, face in ((before, PAPER), (after, colour)):
        _draw_point(axes, point, y, colour, face)


def _draw_point(axes: Any, point: Point, y: float, colour: str, face: str) -> None:
    if point.low is not None and point.high is not None and UNDER not in point.marks:
        reach = [[max(point.value - point.low, 0)], [max(point.high - point.value, 0)]]
        axes.errorbar([point.value], [y], xerr=reach, fmt="none", ecolor=colour, elinewidth=1,
                      capsize=2.5, zorder=3)  # fmt: skip
    for mark, way in ((OVER, 1), (UNDER, -1)):
        if mark in point.marks:
            draw_arrow(axes, (point.value, y), (way, 0), colour, length=16)
    style: dict[str, Any] = {"marker": "o", "markersize": MARKER + 1.5, "markerfacecolor": face}
    style.update(markeredgecolor=colour, markeredgewidth=1.4, zorder=4)
    axes.plot([point.value], [y], gid=name_of(axes, "point"), **style)


def _draw_texts(
    axes: Any, points: Sequence[Point], y: float, width: Callable[[str], float]
) -> None:
    """Both figures above their points; where they would overlap, each towards its own side.
    `width`: of a text, in the unit of the axis."""
    low, high = sorted(points, key=lambda point: point.value)
    texts = {point: _text(point) for point in (low, high)}
    sides = {low: "center", high: "center"}
    if high.value - low.value < width(f"{texts[low]}   {texts[high]}") / 2:
        sides = {low: "right", high: "left"}
        if axes.get_xlim()[0] > axes.get_xlim()[1]:
            sides = {low: "left", high: "right"}
    for point in (low, high):
        axes.annotate(texts[point], (point.value, y), (0, 8), textcoords="offset points",
                      ha=sides[point], size=_SMALL, color=INK, annotation_clip=False)  # fmt: skip


def _text(point: Point) -> str:
    letters = {DERIVED: "d", FORECAST: "f", DISPUTED: "!"}
    when = [f"({point.when})"] if point.at % 1 else []
    found = (letters[mark] for mark in point.marks if mark in letters)
    return " ".join((point.text, *when, *found))


def _beside(axes: Any, text: str, at: tuple[float, float], shift: float, side: str) -> None:
    axes.annotate(text, at, (shift, 0), textcoords="offset points", ha=side, va="center",
                  size=_LABEL, color=INK, annotation_clip=False)  # fmt: skip
