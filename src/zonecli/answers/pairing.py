"""Which reports of two years are set against each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zonecli.table.registries import Registries
from zonecli.table.report import LineKey, Report

Pair = tuple[Report, Report]


def pairs_of(reports: Iterable[Report], from_year: int, registries: Registries) -> list[Pair]:
    """Of each metric, measure, zone type and zone that two years have: the earlier, the later.

    In the metric's main unit if both years have it, else in one that both have; at the last time
    of the year that both have, else each at its own last.
    """
    lines: dict[LineKey, tuple[list[Report], list[Report]]] = {}
    for report in reports:
        lines.setdefault(report.line, ([], []))[report.year != from_year].append(report)
    found = (_pair(before, after, registries) for before, after in lines.values())
    return [pair for pair in found if pair is not None]


def _pair(before: Sequence[Report], after: Sequence[Report], registries: Registries) -> Pair | None:
    units = {report.unit for report in before} & {report.unit for report in after}
    if not units:
        return None
    main = registries.metrics[before[0].metric].unit
    unit = main if main in units else min(units)
    before, after = ([r for r in reports if r.unit == unit] for reports in (before, after))
    times = {_time(report) for report in before} & {_time(report) for report in after}
    if times:
        last = max(times)
        before, after = ([r for r in reports if _time(r) == last] for reports in (before, after))
    return max(before, key=_time), max(after, key=_time)


def _time(report: Report) -> tuple[int, str]:
    return (report.month, report.period)
