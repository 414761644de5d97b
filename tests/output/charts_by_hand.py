"""Charts made by hand: lines with gaps, breaks, bounds and every mark."""

from __future__ import annotations

from output_results import SOURCE, result

from zonecli.answers.axis import amount_axis, rank_axis
from zonecli.answers.chart import (
    BAR,
    BREAK,
    DERIVED,
    DISPUTED,
    FORECAST,
    LINE,
    LOOSE,
    OVER,
    PAIR,
    PART,
    SAME,
    UNDER,
    Chart,
    Line,
    Panel,
    Point,
    Stroke,
)

TITLE, SUBTITLE, SOURCES = (
    "GDP & <more>",
    "high-tech zones · current prices",
    "Source: Xinhua (2022)",
)


def point(
    year: int, value: float, *marks: str, low: float | None = -1, high: float | None = -1
) -> Point:
    """A figure of a full year, known exactly where no ends are given."""
    low, high = (value if end == -1 else end for end in (low, high))
    return Point(float(year), str(year), value, low, high, f"{value / 1e12:g} trillion", marks)


# 2012 and 2013, a gap, 2015 to 2018; the series changes in 2017.
GAPPED = Line(
    "High-tech",
    (
        *(point(2012, 2e12), point(2013, 4e12), point(2015, 8e12), point(2016, 10e12)),
        *(point(2017, 12e12), point(2018, 16e12)),
    ),
    (Stroke(0, 1, SAME), Stroke(2, 3, SAME), Stroke(3, 4, BREAK), Stroke(4, 5, LOOSE)),
)
MARKED = Line(
    "Economic",
    (
        point(2012, 1e12, OVER, high=None),
        point(2013, 3e12, UNDER, low=0),
        point(2015, 5e12, DERIVED),
        point(2016, 6e12, FORECAST),
        point(2017, 7e12, DISPUTED, low=5e12, high=9e12),
        Point(2017.9, "2018 Jan–Sep", 6e12, 6e12, 6e12, "6 trillion", (PART,)),
    ),
)


def chart(*lines: Line, kind: str = LINE, unit: str = "CNY", panels: int = 1) -> Chart:
    """A chart of these lines, over and over in as many panels."""
    points = [point for line in lines for point in line.points]
    values = [v for p in points for v in (p.value, p.low, p.high) if v is not None]
    axis = rank_axis(values) if unit == "rank" else amount_axis(values, unit, from_zero=kind == BAR)
    panel = Panel("GDP", axis.unit, kind, axis, lines)
    cells = [[point.when, point.text] for point in points]
    table = result([{"year": 2012}], cells, headings=("Year", "GDP"), sources=[SOURCE])
    return Chart(TITLE, SUBTITLE, (panel,) * panels, SOURCES, table)


def pair(*, after: Point | None = None) -> Chart:
    """2012 against 2021."""
    later = after or point(2021, 15.3e12)
    line = Line("High-tech", (point(2012, 5.4e12), later), (Stroke(0, 1, SAME),), "+183%")
    return chart(line, kind=PAIR)._replace(years=(2012, 2021))
