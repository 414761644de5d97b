"""Bars in text: a line a figure, with the figure in words behind its bar."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from zonecli.answers.chart import (
    BREAK,
    DERIVED,
    DISPUTED,
    FORECAST,
    PAIR,
    Panel,
    Point,
)
from zonecli.output.cells import one_line
from zonecli.output.charts.characters import Ink
from zonecli.output.wrapping import wrapped

_LETTERS = {DERIVED: "d", FORECAST: "f", DISPUTED: "!"}
_LEAST_BAR = 10


class _Row(NamedTuple):
    """`place`: of its line in the panel, which gives the colour; no point: a gap."""

    label: str
    name: str
    place: int
    point: Point | None
    text: str


def bar_lines(panel: Panel, width: int, ink: Ink) -> Iterator[str]:
    """The panel as bars from zero, all of one scale; on a narrow page below their figures."""
    rows = list(_pairs(panel) if panel.kind == PAIR else _years(panel, ink))
    labels, names, texts = (
        max((cell_len(getattr(row, field)) for row in rows), default=0)
        for field in ("label", "name", "text")
    )
    before = sum(size + 1 for size in (labels, names) if size)
    beside = width - before - texts - 1
    for row in rows:
        head = "".join(
            f"{_padded(text, size)} "
            for text, size in ((row.label, labels), (row.name, names))
            if size
        )
        if row.point is None:
            yield f"{head}{row.text}"
        elif beside >= _LEAST_BAR:
            yield f"{head}{_bar(row, panel, beside, ink)} {row.text}"
        else:
            yield from wrapped(" ".join(filter(None, (row.label, row.name, row.text))), width)
            yield _bar(row, panel, width, ink)


def _years(panel: Panel, ink: Ink) -> Iterator[_Row]:
    """The lines' figures by time; a line for the years between that have none."""
    breaks = {(n, s.end) for n, ln in enumerate(panel.lines) for s in ln.strokes if s.kind == BREAK}
    last: int | None = None
    for at, when in sorted({(point.at, point.when) for point in panel.points}):
        year = math.ceil(at)
        if last is not None and year - last > 1:
            missing = f"{last + 1}{ink.signs.dash}{year - 1}" if year - last > 2 else str(last + 1)
            yield _Row(missing, "", 0, None, ink.signs.dash)
        label = when
        for place, line in enumerate(panel.lines):
            for number, point in enumerate(line.points):
                if (point.at, point.when) == (at, when):
                    text = _text(point, broken=(place, number) in breaks)
                    yield _Row(label, one_line(line.name), place, point, text)
                    label = ""
        last = year


def _pairs(panel: Panel) -> Iterator[_Row]:
    for place, line in enumerate(panel.lines):
        name = one_line(line.name)
        for point in line.points:
            is_last = point is line.points[-1]
            broken = is_last and any(stroke.kind == BREAK for stroke in line.strokes)
            text = _text(point, broken=broken)
            change = f"  {line.change}" if is_last and line.change else ""
            yield _Row(name, point.when, place, point, f"{text}{change}")
            name = ""


def _text(point: Point, *, broken: bool) -> str:
    letters = [_LETTERS[mark] for mark in point.marks if mark in _LETTERS]
    return " ".join((point.text, *letters, *(["s"] if broken else [])))


def _bar(row: _Row, panel: Panel, room: int, ink: Ink) -> str:
    """The bar of a figure, in eighths of a character; to the left of zero where it is less."""
    if row.point is None:
        return ""
    value, full = row.point.value, ink.signs.blocks[-1]
    least = min(0.0, *(point.value for point in panel.points))
    greatest = max(0.0, *(point.value for point in panel.points))
    cells = room / ((greatest - least) or 1.0)  # of a unit
    zero = round(-least * cells)
    if value >= 0:
        return " " * zero + ink.coloured(_blocks(value * cells, ink.signs.blocks), row.place)
    length = max(1, round(-value * cells))
    return " " * (zero - length) + ink.coloured(full * length, row.place)


def _blocks(cells: float, blocks: str) -> str:
    """So many cells of bar; what is not nothing is seen."""
    parts = len(blocks) - 1
    eighths = max(round(cells * parts), 1 if cells > 0 else 0)
    full, rest = divmod(eighths, parts)
    return blocks[-1] * full + (blocks[rest] if rest else "")


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
