"""A line of figures as a picture one character high: "▁ ▂▂▃▄▅▆▇█".

It shows the course alone. Heights start at zero, so that twice the height is twice the amount; a
year without a figure stays open.
"""

from __future__ import annotations

from collections.abc import Sequence

from zonecli.answers.choosing import unique
from zonecli.table.report import Report

_HEIGHTS = "▁▂▃▄▅▆▇█"
_LEAST_POINTS = 4  # fewer are taken in at a glance anyhow


def sparkline(values: Sequence[float | None]) -> str:
    """A character a value, none below zero; a blank for null."""
    top = max((value for value in values if value is not None), default=0) or 1
    eighths = (None if v is None else max(round(v / top * 8), 1) for v in values)
    return "".join(" " if n is None else _HEIGHTS[n - 1] for n in eighths)


def course(reports: Sequence[Report]) -> str:
    """The figures of one line by year, between its first and its last: "2006 ▁ ▃▅█ 2024"; empty
    where there are too few, where one is below zero, or where two are of one year."""
    by_year = {report.year: report for report in reports}
    if not _LEAST_POINTS <= len(by_year) == len(reports) or min(r.value for r in reports) < 0:
        return ""
    if len(unique(report.unit for report in reports)) > 1 or reports[0].unit == "rank":
        return ""
    first, last = min(by_year), max(by_year)
    values = [by_year[y].value if y in by_year else None for y in range(first, last + 1)]
    return f"{first} {sparkline(values)} {last}"
