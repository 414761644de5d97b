"""Lines over the years in text, drawn in braille dots by plotille; in ASCII where need be."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from zonecli.answers.axis import year_ticks
from zonecli.answers.chart import (
    BREAK,
    DERIVED,
    DISPUTED,
    FORECAST,
    LOOSE,
    OVER,
    PART,
    SAME,
    UNDER,
    Line,
    Panel,
    Point,
)
from zonecli.errors import OutputError
from zonecli.language import said
from zonecli.output.cells import one_line
from zonecli.output.charts.characters import Ink
from zonecli.output.wrapping import wrapped

if TYPE_CHECKING:
    from plotille import Canvas

_USUAL_HEIGHT = 16  # lines of a panel, about
_LEAST_PLOT = 24  # columns; names that leave less stand below
_YEAR_ROOM = 7  # columns that the name of a year takes


class _Grid(NamedTuple):
    """Where things stand: the cells of the drawing, and what one of them covers."""

    columns: int
    rows: int
    first: float
    column: float  # years
    floor: float
    row: float  # of the unit; below zero where the axis is upside down

    def cell(self, at: float, value: float) -> tuple[int, int]:
        """Column and row, from the left and from below."""
        return round((at - self.first) / self.column), round((value - self.floor) / self.row)


def line_lines(panel: Panel, width: int, height: int | None, ink: Ink) -> Iterator[str]:
    """The panel with its axes; names of the lines at their ends, or below where they do not fit.

    Raises OutputError without plotille.
    """
    left = max(cell_len(tick.text) for tick in panel.axis.ticks)
    ends = [_end_label(panel, place, ink) for place in range(len(panel.lines))]
    right = max(map(cell_len, ends)) + 1
    beside = width - left - 2 - right >= _LEAST_PLOT and right <= width // 2
    columns = width - left - 2 - (right if beside else 0)
    grid = _grid(panel, columns, height or _USUAL_HEIGHT)
    labels = {grid.cell(grid.first, tick.value)[1]: tick.text for tick in panel.axis.ticks}
    names = _end_rows(panel, grid, ends) if beside else {}
    drawn = _drawn(panel, grid, ink)
    for row, cells in zip(range(grid.rows - 1, -1, -1), drawn, strict=True):
        tick = ink.signs.tick if row in labels else ink.signs.side
        name = f" {ink.coloured(ends[names[row]], names[row])}" if row in names else ""
        yield f"{labels.get(row, ''):>{left}} {ink.dim(tick)}{cells}{name}"
    yield from _years(grid, left, ink)
    if not beside and panel.lines[0].name:
        yield from _names_below(ends, width, ink)


def _end_label(panel: Panel, place: int, ink: Ink) -> str:
    """What stands behind the end of a line: its last figure, and its name if there are several."""
    line = panel.lines[place]
    text = line.points[-1].text
    if not line.name:
        return text
    return f"{ink.signs.full[place]} {one_line(line.name)} {text}"


def _grid(panel: Panel, columns: int, height: int) -> _Grid:
    ats = [point.at for point in panel.points]
    first, last = min(ats), float(math.ceil(max(ats)))
    if first == last:
        first, last = first - 1, last + 1
    axis = panel.axis
    steps = max(len(axis.ticks) - 1, 1)
    rows = 1 + steps * max(1, round((height - 1) / steps))
    row = (axis.high - axis.low) / (rows - 1)
    floor, row = (axis.high, -row) if axis.upside_down else (axis.low, row)
    return _Grid(columns, rows, first, (last - first) / max(columns - 3, 1), floor, row)


def _drawn(panel: Panel, grid: _Grid, ink: Ink) -> list[str]:
    """The rows of the drawing from the top, each as wide as the grid."""
    try:
        from plotille import Canvas
    except ImportError:
        raise OutputError(
            said("A line chart in text needs plotille: pip install plotille.")
        ) from None
    # In units of cells, so that the middle of the 2 × 4 dots of a cell is its whole number.
    left, below = -0.25, -0.375
    canvas = Canvas(grid.columns, grid.rows, left, below, grid.columns + left, grid.rows + below)
    owners: dict[tuple[int, int], int] = {}  # cell → line whose point stands there
    for place, line in enumerate(panel.lines):
        _draw_strokes(canvas, line, grid, ink, place)
        for point in line.points:
            if panel.is_wide(point):
                _draw_whisker(canvas, point, grid, ink, place)
    for place, line in enumerate(panel.lines):
        for point in line.points:
            marker = (ink.signs.part if PART in point.marks else ink.signs.full)[place]
            cell = grid.cell(point.at, point.value)
            if owners.setdefault(cell, place) != place:
                marker = ink.signs.crowd
            _put(canvas, cell, marker, ink.colour(place))
    for place, line in enumerate(panel.lines):
        for number, point in enumerate(line.points):
            signs = _signs_of(line, number, ink)
            cells = _free_cells(len(signs), grid.cell(point.at, point.value), grid, owners)
            for cell, sign in zip(cells, signs, strict=True):
                owners[cell] = place
                _put(canvas, cell, sign, ink.colour(place))
    return [row.replace("\u2800", " ") for row in canvas.plot("\n").split("\n")]


def _draw_strokes(canvas: Canvas, line: Line, grid: _Grid, ink: Ink, place: int) -> None:
    for stroke in line.strokes:
        if stroke.kind == BREAK:
            continue
        start, end = (_exact(line.points[n], grid) for n in (stroke.start, stroke.end))
        if stroke.kind == SAME and ink.signs.dot is None:
            canvas.line(*start, *end, color=ink.colour(place))
            continue
        steps = max(2, round(max(abs(end[0] - start[0]) * 2, abs(end[1] - start[1]) * 4)))
        every = 3 if stroke.kind == LOOSE and ink.signs.dot is None else 1
        for step in range(0, steps + 1, every):
            x, y = (a + (b - a) * step / steps for a, b in zip(start, end, strict=True))
            canvas.point(x, y, color=ink.colour(place), marker=ink.signs.dot)


def _draw_whisker(canvas: Canvas, point: Point, grid: _Grid, ink: Ink, place: int) -> None:
    column = grid.cell(point.at, point.value)[0]
    ends = sorted(
        (end - grid.floor) / grid.row for end in (point.low, point.high) if end is not None
    )
    if ink.signs.dot is None:
        canvas.line(column, ends[0], column, ends[-1], color=ink.colour(place))
        return
    for row in range(round(ends[0]), round(ends[-1]) + 1):
        _put(canvas, (column, row), ink.signs.whisker, ink.colour(place))


def _exact(point: Point, grid: _Grid) -> tuple[float, float]:
    return (point.at - grid.first) / grid.column, (point.value - grid.floor) / grid.row


def _put(canvas: Canvas, cell: tuple[int, int], character: str, colour: str | None) -> None:
    canvas.point(*cell, color=colour, marker=character)


def _signs_of(line: Line, number: int, ink: Ink) -> str:
    """The letters and arrows that belong beside a point."""
    signs = {
        **{OVER: ink.signs.over, UNDER: ink.signs.under},
        **{DERIVED: "d", FORECAST: "f", DISPUTED: "!"},
    }
    found = "".join(signs[mark] for mark in line.points[number].marks if mark in signs)
    broken = any(s.kind == BREAK and s.end == number for s in line.strokes)
    return f"{found}s" if broken else found


def _free_cells(
    count: int, cell: tuple[int, int], grid: _Grid, taken: Container[tuple[int, int]]
) -> list[tuple[int, int]]:
    """So many cells next to a point where nothing else stands: above it, beside it, below it …"""
    column, row = cell
    right = [(column + 1 + n, row) for n in range(count)]
    above, *further = ([(column + n, row + up) for n in range(count)] for up in (1, -1, 2, -2, 3))
    for cells in (above, right, *further):
        if not any(c in taken for c in cells) and all(
            0 <= x < grid.columns and 0 <= y < grid.rows for x, y in cells
        ):
            return cells
    return right


def _end_rows(panel: Panel, grid: _Grid, ends: Sequence[str]) -> dict[int, int]:
    """Row → line whose label stands there: as near to the end of each as the others leave room."""
    wanted = [grid.cell(line.points[-1].at, line.points[-1].value)[1] for line in panel.lines]
    found: dict[int, int] = {}
    for place in sorted(range(len(ends)), key=lambda n: -wanted[n]):
        rows = sorted(range(grid.rows), key=lambda row: (abs(row - wanted[place]), row))
        below = [row for row in rows if all(row < other for other in found)]
        free = [row for row in (below or rows) if row not in found]
        if free:
            found[free[0]] = place
    return found


def _years(grid: _Grid, left: int, ink: Ink) -> Iterator[str]:
    """The axis of years, and their names below it."""
    last = grid.first + grid.column * max(grid.columns - 3, 1)
    named = year_ticks(math.ceil(grid.first), round(last), max(1, grid.columns // _YEAR_ROOM))
    columns = {grid.cell(year, 0)[0]: year for year in named}
    floor = "".join(
        ink.signs.below if column in columns else ink.signs.floor for column in range(grid.columns)
    )
    yield f"{'':{left}} {ink.dim(ink.signs.corner + floor)}"
    text = ""
    for column, year in columns.items():
        start = max(column + left + 2 - 2, len(text) + 1 if text else 0)
        text += " " * (start - len(text)) + str(year)
    yield text


def _names_below(ends: Sequence[str], width: int, ink: Ink) -> Iterator[str]:
    """The names of the lines, a line each."""
    for place, end in enumerate(ends):
        yield from (ink.coloured(line, place) for line in wrapped(end, width))
