"""The places that zones have among each other, as far as their figures decide them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from zonecli.table.report import Report


class Placed(NamedTuple):
    """A zone's report with the places that are possible for it."""

    report: Report
    first: int
    last: int


def places_of(reports: Sequence[Report]) -> list[Placed]:
    """Each with its possible places: behind all that are surely ahead, before all surely behind."""
    sign = 1 if reports and reports[0].unit == "rank" else -1
    ordered = sorted(reports, key=lambda r: (sign * r.value, r.zone))
    placed = []
    if sign == 1:  # a rank is a place already, also where the zones beside it are not known
        return [Placed(report, int(report.value), int(report.value)) for report in ordered]
    for report in ordered:
        mine = report.interval
        ahead = sum(1 for r in ordered if r.interval.low > mine.high)
        behind = sum(1 for r in ordered if r.interval.high < mine.low)
        placed.append(Placed(report, ahead + 1, len(ordered) - behind))
    return placed
