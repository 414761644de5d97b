"""The picture of a chart on a page: its texts, its panels below each other, its legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from zonecli.answers.chart import LINE, PAIR, Chart, Panel
from zonecli.output.charts.paint import INK, PAPER, QUIET, Pen, draw_sign, has_sign
from zonecli.output.charts.panel_pairs import draw_pairs, pairs_height
from zonecli.output.charts.panel_years import draw_years

# What stands on the page: how high it is, and what draws it above a base. Lengths are in inches.
Block = tuple[float, Callable[[Any, float], None]]

_MARGIN = 0.3
_TITLE, _BODY, _SMALL = 14, 9.5, 8  # points
_LINE = 1.35  # of the size of its letters
_ABOVE, _BELOW = 0.2, 0.13  # the title of a panel
_SPACE = 0.12  # above and below the legend
_USUAL_PANEL, _SMALL_PANEL = 3.6, 2.7
_SIGN = 0.36  # room for a sign of the legend


def drawn_figure(chart: Chart, width: float, panel_height: float | None) -> Figure:
    """The figure, `width` inches wide and as high as it takes."""
    figure = Figure(facecolor=PAPER)
    FigureCanvasAgg(figure)
    blocks = list(_blocks(chart, Pen(figure), width - 2 * _MARGIN, panel_height))
    height = 2 * _MARGIN + sum(own for own, _ in blocks)
    figure.set_size_inches(width, height)
    page = _page(figure, width, height)
    base = height - _MARGIN
    for own, draw in blocks:
        base -= own
        draw(page, base)
    return figure


def _blocks(chart: Chart, pen: Pen, room: float, panel_height: float | None) -> Iterator[Block]:
    for line in pen.wrapped(chart.title, room, _TITLE, weight="bold"):
        yield _text(line, size=_TITLE, color=INK, weight="bold")
    for line in pen.wrapped(chart.subtitle, room, _BODY):
        yield _text(line, size=_BODY, color=INK)
    for panel in chart.panels:
        title = panel.title if len(chart.panels) > 1 else ""
        yield _blank(_ABOVE)
        for line in pen.wrapped(" · ".join(filter(None, (title, panel.unit))), room, _BODY) or [""]:
            yield _text(line, size=_BODY, color=QUIET)
        yield _blank(_BELOW)
        yield _panel(panel, pen, room, _panel_height(panel, len(chart.panels), panel_height))
    yield _blank(_SPACE)
    kinds = {panel.kind for panel in chart.panels}
    kind = LINE if len(kinds) > 1 else next(iter(kinds), LINE)
    for row in _legend_rows(chart, pen, room):
        yield _legend_row(row, kind)
    yield _blank(_SPACE)
    for line in pen.wrapped(chart.source, room, _SMALL):
        yield _text(line, size=_SMALL, color=QUIET)


def _text(text: str, **style: Any) -> Block:
    def draw(page: Any, base: float) -> None:
        page.text(_MARGIN, base, text, va="baseline", ha="left", **style)

    return style["size"] * _LINE / 72, draw


def _blank(height: float) -> Block:
    return height, lambda _page, _base: None


def _panel(panel: Panel, pen: Pen, room: float, height: float) -> Block:
    drawer = draw_pairs if panel.kind == PAIR else draw_years
    return height, lambda _page, base: drawer(pen, panel, (_MARGIN, base, room, height))


def _legend_row(row: Sequence[tuple[float, str, str]], kind: str) -> Block:
    def draw(page: Any, base: float) -> None:
        for left, mark, text in row:
            if mark:
                draw_sign(page, mark, (left + 0.15, base + 0.045), kind)
            page.text(left + (_SIGN if mark else 0), base, text, size=_SMALL, color=QUIET)

    return _BODY * _LINE / 72, draw


def _page(figure: Figure, width: float, height: float) -> Any:
    """Axes without axes: the whole page, in inches."""
    page: Any = figure.add_axes((0, 0, 1, 1))
    page.set_xlim(0, width)
    page.set_ylim(0, height)
    page.axis("off")
    return page


def _panel_height(panel: Panel, panels: int, wanted: float | None) -> float:
    if panel.kind == PAIR:
        return pairs_height(panel)
    return wanted or (_USUAL_PANEL if panels == 1 else _SMALL_PANEL)


def _legend_rows(chart: Chart, pen: Pen, room: float) -> Iterator[Sequence[tuple[float, str, str]]]:
    """What each sign means, several in a line where they fit: left edge, mark, text."""
    row: list[tuple[float, str, str]] = []
    left = 0.0
    years = tuple((f"year-{n}", str(year)) for n, year in enumerate(chart.years))
    for mark, text in (*years, *chart.legend):
        indent = _SIGN if has_sign(mark) else 0.0
        for number, line in enumerate(pen.wrapped(text, room - _SIGN, _SMALL)):
            wide = pen.width(line, _SMALL) + indent
            if row and (left + wide > room or number):
                yield row
                row, left = [], 0.0
            sign = mark if indent and not number else ""
            row.append((_MARGIN + left + (indent if number else 0), sign, line))
            left += wide + 0.25
    if row:
        yield row
