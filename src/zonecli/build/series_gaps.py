"""Figures of a body that has a series of the same, but stand in none: a slip, or a decision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from zonecli.table.registries import Registries
from zonecli.table.report import LineKey, Report


def series_gaps(reports: Iterable[Report], registries: Registries) -> list[str]:
    """A line for each report of no series whose publisher has one of the same figures.

    Without its series a figure starts a line of its own, and no growth is worked out from it.
    """
    known = list(reports)
    kept: dict[LineKey, set[str]] = defaultdict(set)
    for report in known:
        if report.series is not None:
            kept[report.line].add(report.series)
    lines = []
    for report in known:
        publisher = registries.sources[report.source].publisher
        own = sorted(s for s in kept[report.line] if registries.series[s].publisher == publisher)
        if own and report.series is None:
            lines.append(f"{report.id} is in no series, but {publisher} has {', '.join(own)}")
    return lines
