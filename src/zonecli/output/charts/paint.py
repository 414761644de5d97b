"""Colours, measures and signs of the pictures."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from zonecli.answers.chart import (
    BAR,
    BREAK,
    DERIVED,
    DISPUTED,
    FORECAST,
    LOOSE,
    OVER,
    PAIR,
    PART,
    RANGE,
    UNDER,
    Point,
)
from zonecli.output.wrapping import fitted

INK, QUIET, GRID, PAPER = "#1d2329", "#5b6570", "#d9dee3", "#ffffff"
# Okabe and Ito's colours, which the colour-blind can tell apart, without the yellow that white
# paper swallows; darkened where they must carry text.
COLOURS = ("#0072b2", "#d55e00", "#00835f", "#b0578d", "#3a9fd8", "#b37700", "#4d4d4d")
MARKER, WIDTH = 5.5, 1.7  # points
DOTTED, DASHED = (0, (1.2, 2.2)), (0, (4, 2))
ARROW = 13  # points long
_SIGNS = (OVER, UNDER, DERIVED, FORECAST, PART, DISPUTED, LOOSE, BREAK, RANGE, "year-0", "year-1")


class Pen:
    """Measures texts, and adds axes to a figure by inches."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self._renderer: Any = figure.canvas.get_renderer()  # type: ignore[attr-defined]

    def width(self, text: str, size: float, weight: str = "normal") -> float:
        """Of one line, in inches."""
        properties = FontProperties(size=size, weight=weight)
        width, _, _ = self._renderer.get_text_width_height_descent(text, properties, ismath=False)
        return float(width) / float(self.figure.dpi)

    def wrapped(self, text: str, room: float, size: float, weight: str = "normal") -> list[str]:
        """A text in lines no wider than `room` inches."""
        return fitted(text, room, lambda line: self.width(line, size, weight))

    def axes(self, left: float, bottom: float, width: float, height: float) -> Any:
        """Axes in that box, without a frame and with a thin grid for the amounts."""
        page_width, page_height = self.figure.get_size_inches()
        axes: Any = self.figure.add_axes(
            (left / page_width, bottom / page_height, width / page_width, height / page_height)
        )
        axes.set_facecolor("none")
        for spine in axes.spines.values():
            spine.set_visible(False)
        axes.tick_params(length=0, labelsize=8.5, labelcolor=QUIET, pad=4)
        axes.set_axisbelow(True)
        return axes


def marker_of(point: Point, colour: str) -> dict[str, Any]:
    """How a point is drawn: full as printed; open where it is derived or foreseen, half full for a
    part of a year."""
    style: dict[str, Any] = {
        **{"marker": "o", "markersize": MARKER, "color": colour, "linestyle": "none"},
        **{"markeredgecolor": colour, "markeredgewidth": 1.2, "zorder": 4},
    }
    if not {FORECAST, DERIVED, PART} & set(point.marks):  # two that overlap are seen to be two
        style.update(markeredgecolor=PAPER, markeredgewidth=0.7, markersize=MARKER + 1)
    if FORECAST in point.marks:
        style.update(marker="D", markersize=MARKER - 0.7, markerfacecolor=PAPER)
    elif DERIVED in point.marks:
        style.update(markerfacecolor=PAPER)
    elif PART in point.marks:
        style.update(fillstyle="left", markerfacecoloralt=PAPER)
    return style


def bar_style(point: Point, colour: str) -> dict[str, Any]:
    """How a bar is filled: full as printed; empty where it is derived, and dashed where it is
    foreseen; hatched for a part of a year."""
    empty = {"facecolor": PAPER, "edgecolor": colour, "linewidth": 1.2}
    if FORECAST in point.marks:
        return {**empty, "linestyle": "--"}
    if DERIVED in point.marks:
        return empty
    if PART in point.marks:
        return {**empty, "hatch": "//////", "linewidth": 0.8}
    return {"color": colour}


def name_of(axes: Any, what: str) -> str:
    """A name in the file that nothing else in it has, for what is drawn next: "point-1-3"."""
    return f"{what}-{len(axes.figure.axes)}-{len(axes.lines) + len(axes.patches)}"


def has_sign(mark: str) -> bool:
    """Whether the legend has a drawing for a mark."""
    return mark in _SIGNS


def draw_sign(page: Any, mark: str, place: tuple[float, float], kind: str) -> None:
    """The sign of a mark in the legend of a chart of a kind, around a place on the page, in
    inches. Pairs have letters where the filling of a point tells its year."""
    (x, y), half = place, 0.12
    letters = {DERIVED: "d", FORECAST: "f", DISPUTED: "!"}
    if mark in (OVER, UNDER):
        way = 1 if mark == OVER else -1
        ways = (way, 0) if kind == PAIR else (0, way)
        at = (x - 0.05 * ways[0], y - 0.05 * ways[1])
        page.plot(*at, marker="s" if kind == BAR else "o", markersize=4.5, color=QUIET)
        draw_arrow(page, at, ways, QUIET, length=ARROW - 3)
    elif mark == DISPUTED or (kind == PAIR and mark in letters):
        weight = "bold" if mark == DISPUTED else "normal"
        text = letters[mark]
        page.text(x, y, text, size=9.5, weight=weight, color=INK, ha="center", va="center")
    elif mark == LOOSE:
        page.plot([x - half, x + half], [y, y], color=QUIET, lw=WIDTH, linestyle=DOTTED)
    elif mark == BREAK:
        draw_break(page, x, y)
    elif mark == RANGE:
        page.errorbar([x], [y], yerr=0.07, color=QUIET, elinewidth=1, capsize=2)
    elif mark in ("year-0", "year-1"):
        face = PAPER if mark == "year-0" else QUIET
        style = {"marker": "o", "markersize": MARKER + 1, "markeredgecolor": QUIET}
        page.plot([x], [y], markerfacecolor=face, **style)
    else:
        shown = Point(0, "", 0, None, None, "", (mark,))
        if kind == BAR:
            page.bar([x], [0.11], width=0.11, bottom=y - 0.055, **bar_style(shown, QUIET))
        else:
            page.plot([x], [y], **marker_of(shown, QUIET))


def draw_arrow(
    axes: Any,
    at: tuple[float, float],
    towards: tuple[int, int],
    colour: str,
    *,
    length: float = ARROW,
) -> None:
    """An arrow that leaves a point, to where the figure may lie; as long in any scale."""
    axes.annotate(
        "",
        xy=at,
        xytext=(towards[0] * length, towards[1] * length),
        textcoords="offset points",
        arrowprops={"arrowstyle": "<|-", "color": colour, "lw": 1.2, "shrinkA": 0, "shrinkB": 2},
        annotation_clip=False,
        zorder=3,
    )


def draw_break(axes: Any, x: float, y: float, colour: str = QUIET, *, boxed: bool = False) -> None:
    """Two short strokes: what is on either side of them is not one line. Boxed, they are seen upon
    bars; upon lines a box would cut others."""
    style = {"size": 8.5, "color": colour, "ha": "center", "va": "center", "zorder": 7}
    paper = {"facecolor": PAPER, "edgecolor": "none", "pad": 0.6} if boxed else None
    axes.text(x, y, "//", bbox=paper, **style)
