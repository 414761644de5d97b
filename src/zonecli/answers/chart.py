"""What a chart shows, before anybody draws it: panels of lines, points with their hedges, texts.

Everything that a reader must know of a figure is here as a mark, so that no way of drawing can
leave it out unnoticed: each drawer says how it draws each mark, and the legend explains it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zonecli.answers.axis import Axis
from zonecli.answers.result import Result
from zonecli.language import said, to_be_said

# What a point may be beside a plain full-year figure that its source prints.
OVER, UNDER = "over", "under"
DERIVED, FORECAST, DISPUTED, PART, COMPUTED = "derived", "forecast", "disputed", "part", "computed"
# How two neighbouring points are joined.
SAME, LOOSE, BREAK = "same", "loose", "break"
# What concerns the picture as a whole.
RANGE, SHORTENED, WITHIN = "range", "shortened", "within"

LINE, BAR, PAIR = "line", "bar", "pair"
KINDS = (LINE, BAR)

_LEGEND = {
    OVER: to_be_said("at least so much: a bound, the source gives no more"),
    UNDER: to_be_said("at most so much: a bound, the source gives no more"),
    DERIVED: to_be_said("derived: not printed itself, but implied by what the source prints"),
    FORECAST: to_be_said("forecast, not an outcome"),
    PART: to_be_said("part of a year, not a full one"),
    DISPUTED: to_be_said("disputed: another source or figure excludes it (zonecli conflicts)"),
    LOOSE: to_be_said("from different sources, of no common series"),
    BREAK: to_be_said("another series or definition from here on: compare with care"),
    RANGE: to_be_said("what the printed digits and the hedge allow"),
    COMPUTED: to_be_said("Computed by zonecli."),
    WITHIN: to_be_said("Some counts are of another month than December."),
    SHORTENED: to_be_said("The axis does not begin at zero."),
}


class Point(NamedTuple):
    """One figure. `at` is where it stands in time: a full year and a year-end at their number, what
    ends in an earlier month left of it, but nearer to its own year than to the one before.

    `value` is what is drawn, in the unit of the panel: a bound stands at its bound. `low`, `high`:
    what digits and hedge allow, null where unbounded. `text` is the figure as tables print it.
    """

    at: float
    when: str
    value: float
    low: float | None
    high: float | None
    text: str
    marks: tuple[str, ...] = ()


class Stroke(NamedTuple):
    """Two points of a line, by their places in it, that are neighbours in time, and how they are
    joined: SAME series; LOOSE, of no series; BREAK, not to be joined."""

    start: int
    end: int
    kind: str


class Line(NamedTuple):
    """The figures of one zone type and zone, in order of time. No stroke: a gap.

    `change` is what a comparison of its two points says.
    """

    name: str
    points: tuple[Point, ...]
    strokes: tuple[Stroke, ...] = ()
    change: str = ""


class Panel(NamedTuple):
    """A drawing with one axis of amounts: one metric, measure and unit.

    `kind`: LINE or BAR over the years, or PAIR: two years of each line, beside each other.
    """

    title: str
    unit: str
    kind: str
    axis: Axis
    lines: tuple[Line, ...]

    @property
    def points(self) -> Iterator[Point]:
        return (point for line in self.lines for point in line.points)

    def is_wide(self, point: Point) -> bool:
        """Whether what digits and hedge allow is more than a marker covers."""
        if point.low is None or point.high is None or UNDER in point.marks:
            return False
        return point.high - point.low > 0.025 * (self.axis.high - self.axis.low)


class Chart(NamedTuple):
    """A whole chart. `years` are those that a PAIR compares; `source` is the line that stands in
    the picture; `table` has the same figures, for a format that has room, and the notes."""

    title: str
    subtitle: str
    panels: tuple[Panel, ...]
    source: str
    table: Result
    years: tuple[int, ...] = ()

    @property
    def legend(self) -> tuple[tuple[str, str], ...]:
        """Each mark found in the chart, with what it means."""
        found = set(_found(self.panels))
        return tuple((mark, said(text)) for mark, text in _LEGEND.items() if mark in found)


def _found(panels: Iterable[Panel]) -> Iterator[str]:
    for panel in panels:
        if not (panel.axis.begins_at_zero or panel.axis.upside_down):
            yield SHORTENED
        for line in panel.lines:
            kinds = (stroke.kind for stroke in line.strokes)
            yield from (kind for kind in kinds if kind == BREAK or panel.kind != BAR)
        for point in panel.points:
            yield from point.marks
            if panel.is_wide(point):
                yield RANGE
            if panel.kind != PAIR and PART not in point.marks and point.at % 1:
                yield WITHIN
