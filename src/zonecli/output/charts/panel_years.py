"""A panel over the years: lines or bars, with every mark of its points."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from zonecli.answers.axis import year_ticks
from zonecli.answers.chart import (
    BAR,
    BREAK,
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
    ARROW,
    COLOURS,
    DASHED,
    DOTTED,
    GRID,
    INK,
    QUIET,
    WIDTH,
    Pen,
    bar_style,
    draw_arrow,
    draw_break,
    marker_of,
    name_of,
)

Box = tuple[float, float, float, float]  # left, bottom, width, height in inches

_LABEL = 8.5  # points
_NAME_ROOM = 1.9  # inches, at most, for the names behind the lines
_YEAR_ROOM = 0.5
_BELOW = 0.28  # for the years
_YEAR_SLOT = 0.8  # of a year, that its bars take
_WIDEST_BAR = 0.9  # inches
_MOST_NUMBERS = 16  # bars that get their number


def draw_years(pen: Pen, panel: Panel, box: Box) -> None:
    """Draws the panel into its box, names and ticks included."""
    left, bottom, width, height = box
    before = max(pen.width(tick.text, _LABEL) for tick in panel.axis.ticks) + 0.1
    names = [_name(panel, line, pen) for line in panel.lines]
    behind = max(pen.width(row, _LABEL) for name in names for row in name) + 0.14
    axes = pen.axes(left + before, bottom + _BELOW, width - before - behind, height - _BELOW)
    _draw_axes(axes, panel, width - before - behind)
    if panel.kind == BAR:
        _draw_bars(axes, panel, pen, width - before - behind)
    else:
        for line, colour in zip(panel.lines, COLOURS, strict=False):
            _draw_line(axes, panel, line, colour)
    _draw_names(axes, panel, names, height - _BELOW)


def _name(panel: Panel, line: Line, pen: Pen) -> list[str]:
    """What stands behind the end of a line: its name if there are several, its last figure."""
    rows = pen.wrapped(line.name, _NAME_ROOM, _LABEL)
    last = line.points[-1].text
    if panel.kind == BAR:
        return rows or [""]
    together = f"{rows[-1]} {last}" if rows else last
    if pen.width(together, _LABEL) <= _NAME_ROOM:
        return [*rows[:-1], together]
    return [*rows, last]


def _draw_axes(axes: Any, panel: Panel, width: float) -> None:
    axis = panel.axis
    ats = _bar_places(panel).values() if panel.kind == BAR else [p.at for p in panel.points]
    first, last = min(ats), float(math.ceil(max(ats)))
    pad = 0.6 if panel.kind == BAR else max((last - first) * 0.02, 0.4 if first == last else 0.15)
    axes.set_xlim(first - pad, last + pad)
    lift = (axis.high - axis.low) * 0.015
    ends = (axis.low, axis.high + lift)
    if axis.upside_down:
        ends = (axis.high + 2 * lift, axis.low - 4 * lift)
    axes.set_ylim(*ends)
    named = year_ticks(math.ceil(first), int(last), max(1, int(width / _YEAR_ROOM)))
    axes.set_xticks(list(named), [str(year) for year in named])
    axes.set_yticks([tick.value for tick in axis.ticks], [tick.text for tick in axis.ticks])
    axes.grid(axis="y", color=GRID, linewidth=0.7)
    axes.tick_params(axis="x", length=3, width=0.7, color=QUIET)
    if axis.low <= 0 <= axis.high and not axis.upside_down:
        axes.axhline(0, color=QUIET, linewidth=0.9, zorder=1.5)
    else:
        axes.spines["bottom"].set(visible=True, color=QUIET, linewidth=0.7)


def _draw_line(axes: Any, panel: Panel, line: Line, colour: str) -> None:
    for stroke in line.strokes:
        start, end = line.points[stroke.start], line.points[stroke.end]
        if stroke.kind == BREAK:
            is_near = end.at - start.at < 1.5
            middle = (start.value + end.value) / 2 if is_near else end.value
            draw_break(axes, end.at - (end.at - start.at if is_near else 1) / 2, middle, colour)
            continue
        style: Any = DOTTED if stroke.kind == LOOSE else "solid"
        style = DASHED if FORECAST in end.marks else style
        xs, ys = (start.at, end.at), (start.value, end.value)
        axes.plot(
            xs, ys, color=colour, lw=WIDTH, linestyle=style, zorder=3, gid=name_of(axes, "stroke")
        )
    for point in line.points:
        if panel.is_wide(point):
            _draw_whisker(axes, point, point.at, colour)
        _draw_bound(axes, point, point.at, colour)
        axes.plot(
            [point.at],
            [point.value],
            gid=name_of(axes, "point"),
            clip_on=False,
            **marker_of(point, colour),
        )
        if DISPUTED in point.marks:
            is_low = any(
                abs(other.at - point.at) < 0.3
                and 0 < other.value - point.value < 0.1 * (panel.axis.high - panel.axis.low)
                for other in panel.points
            )
            _draw_dispute(axes, point, point.at, colour, below=is_low)


def _draw_whisker(axes: Any, point: Point, at: float, colour: str) -> None:
    low, high = point.low, point.high
    if low is None or high is None:
        return
    reach = [[max(point.value - low, 0)], [max(high - point.value, 0)]]
    axes.errorbar([at], [point.value], yerr=reach, fmt="none", ecolor=colour, elinewidth=1,
                  capsize=2.5, zorder=3.5)  # fmt: skip


def _draw_bound(axes: Any, point: Point, at: float, colour: str) -> None:
    for mark, way in ((OVER, 1), (UNDER, -1)):
        if mark in point.marks:
            draw_arrow(axes, (at, point.value), (0, way), colour)


def _draw_dispute(axes: Any, point: Point, at: float, colour: str, *, below: bool) -> None:
    """An exclamation mark above a point, or below it where another one is in the way."""
    lift = ARROW + 2 if OVER in point.marks else 4
    axes.annotate("!", (at, point.value), (0, -lift - 9 if below else lift),
                  textcoords="offset points", ha="center", size=9.5, weight="bold", color=colour,
                  zorder=6, annotation_clip=False)  # fmt: skip


def _draw_bars(axes: Any, panel: Panel, pen: Pen, width: float) -> None:
    inch = width / (axes.get_xlim()[1] - axes.get_xlim()[0])
    places = _bar_places(panel)
    in_year = Counter((n, math.ceil(p.at)) for n, ln in enumerate(panel.lines) for p in ln.points)
    each = _YEAR_SLOT / max(in_year.values()) / len(panel.lines)
    each = min(each, _WIDEST_BAR / inch)
    slot = each * (1.2 if len(panel.lines) == 1 else 1.0)
    numbers = _numbers(panel, pen, slot * inch)
    for place, (line, colour) in enumerate(zip(panel.lines, COLOURS, strict=False)):
        shift = (place - (len(panel.lines) - 1) / 2) * each
        for point in line.points:
            at = places[point] + shift
            _draw_bar(axes, point, (at, each * 0.92), colour)
            if panel.is_wide(point):
                _draw_whisker(axes, point, at, INK)
            if numbers:
                _draw_number(axes, panel, point, at, numbers[point])
        for stroke in line.strokes:
            if stroke.kind == BREAK:
                low, high = axes.get_ylim()
                edge = places[line.points[stroke.end]] + shift - each / 2
                draw_break(axes, edge, 0.03 * (high - low), boxed=True)


def _bar_places(panel: Panel) -> dict[Point, float]:
    """Where bars stand: at their year; several of a line in one year beside each other."""
    years = [
        list(group)
        for line in panel.lines
        for _, group in groupby(line.points, lambda point: math.ceil(point.at))
    ]
    each = _YEAR_SLOT / max(map(len, years))
    return {
        point: math.ceil(point.at) + (number - (len(group) - 1) / 2) * each
        for group in years
        for number, point in enumerate(group)
    }


def _numbers(panel: Panel, pen: Pen, room: float) -> dict[Point, str]:
    """The figure of each bar, without the word that the axis says, if all have room; else none."""
    points = list(panel.points)
    word = panel.axis.word
    short = {p: p.text.removesuffix(word) if word else p.text for p in points}
    if word and any(p.text == short[p] for p in points):
        short = {p: p.text for p in points}
    fits = all(pen.width(text, 7.5) <= room for text in short.values())
    return short if fits and len(points) <= _MOST_NUMBERS else {}


def _draw_bar(axes: Any, point: Point, place: tuple[float, float], colour: str) -> None:
    """`place`: the middle of the bar and its width, in years."""
    at, width = place
    axes.bar(
        [at],
        [point.value],
        width=width,
        zorder=2,
        gid=name_of(axes, "bar"),
        **bar_style(point, colour),
    )
    _draw_bound(axes, point, at, colour)
    if DISPUTED in point.marks:
        _draw_dispute(axes, point, at, colour, below=point.value < 0)


def _draw_number(axes: Any, panel: Panel, point: Point, at: float, text: str) -> None:
    lift = 3.0
    end = point.value
    if panel.is_wide(point) and point.high is not None and point.low is not None:
        end = point.high if end >= 0 else point.low
    if OVER in point.marks:
        lift += ARROW
    if DISPUTED in point.marks:
        lift += 11
    below = point.value < 0
    axes.annotate(text, (at, end), (0, -lift if below else lift), textcoords="offset points",
                  ha="center", va="top" if below else "bottom", size=7.5, color=INK, zorder=6,
                  annotation_clip=False)  # fmt: skip


def _draw_names(axes: Any, panel: Panel, names: Sequence[Sequence[str]], height: float) -> None:
    """The names at the height of the last points, moved apart where they would overlap."""
    low, high = axes.get_ylim()
    inch = (high - low) / height
    ends = [(line.points[-1].value - low) / inch for line in panel.lines]
    sizes = [len(name) * _LABEL * 1.2 / 72 for name in names]
    right = axes.get_xlim()[1]
    for place, middle in _apart(ends, sizes, height).items():
        text = "\n".join(names[place])
        if not text:
            continue
        colour = COLOURS[place % len(COLOURS)]
        axes.annotate(text, (right, low + middle * inch), (7, 0), textcoords="offset points",
                      va="center", size=_LABEL, color=colour, linespacing=1.15,
                      annotation_clip=False)  # fmt: skip


def _apart(ends: Sequence[float], sizes: Sequence[float], height: float) -> dict[int, float]:
    """Middles of texts, as near to where they should be as lets none overlap: in inches."""
    order = sorted(range(len(ends)), key=lambda place: ends[place])
    middles: dict[int, float] = {}
    floor = -0.1
    for place in order:
        middles[place] = max(ends[place], floor + sizes[place] / 2)
        floor = middles[place] + sizes[place] / 2
    ceiling = height + 0.15
    for place in reversed(order):
        middles[place] = min(middles[place], ceiling - sizes[place] / 2)
        ceiling = middles[place] - sizes[place] / 2
    return middles
