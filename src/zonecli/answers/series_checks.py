"""Cross-checks along a line of figures: parts against the whole, counts that fall, odd scales."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from zonecli.answers.checks import FITS, MISFIT, Check
from zonecli.answers.choosing import DEFAULT_PERIOD, in_main_unit, in_period
from zonecli.answers.computed import Computed
from zonecli.language import said, to_be_said
from zonecli.stats.interval import INFINITY, Interval, total
from zonecli.table.registries import Registries
from zonecli.table.report import Report

RUNNING_COUNT = to_be_said("running count")
YEARS_BESIDE = to_be_said("years beside it")
PARTS_AGAINST_WHOLE = to_be_said("parts against the whole")
# Groups that make up all zones of a type. China's statistics split the country in three or four.
PARTITIONS = (
    ("eastern", "central", "western", "northeast"),
    ("eastern", "central", "western"),
)
_MOST_TIMES = 8.0  # a ten times misread scale stands out between neighbours that grow by less
_MOST_TIMES_OF_SHARES = 2.5
_NEAR_YEARS = 3


def series_checks(reports: Iterable[Report], registries: Registries) -> Iterator[Check]:
    """Checks over the preferred figures: along each line, and of parts against the whole."""
    chosen = [r for r in reports if r.preferred and r.status != "forecast"]
    yearly = in_main_unit(in_period(chosen, DEFAULT_PERIOD, registries), registries)
    lines: dict[object, list[Report]] = defaultdict(list)
    for report in yearly:
        if report.measure != "growth":
            key = (report.metric, report.measure, report.zone_type, report.zone, report.unit)
            lines[key].append(report)
    for line in lines.values():
        line.sort(key=lambda r: r.year)
        if line[0].metric == "zone_count":
            yield from _falling(line)
        most_times = _MOST_TIMES if line[0].measure == "level" else _MOST_TIMES_OF_SHARES
        yield from _neighbours(line, most_times)
    yield from _parts([report for report in yearly if report.measure == "level"])


def _falling(line: Sequence[Report]) -> Iterator[Check]:
    """A count of zones that is lower than an earlier one: zones are hardly ever struck off."""
    for earlier, later in pairwise(line):
        floor = Interval(earlier.interval.low, INFINITY)
        against = Computed(None, floor, earlier.unit, (earlier,), said("not below a"))
        fits = later.interval.overlaps(floor)
        yield Check(RUNNING_COUNT, later, against, FITS if fits else MISFIT)


def _neighbours(line: Sequence[Report], most_times: float) -> Iterator[Check]:
    """A value many times its neighbours, or many times less: a misread scale or definition."""
    for place, report in enumerate(line):
        near = [
            other
            for other in (*line[max(0, place - 2) : place], *line[place + 1 : place + 3])
            if abs(other.year - report.year) <= _NEAR_YEARS and other.value > 0
        ]
        if not near or report.value <= 0 or report.unit == "rank":
            continue
        least = min(other.value for other in near) / most_times
        most = max(other.value for other in near) * most_times
        formula = said("least / {times} to greatest × {times}", times=f"{most_times:g}")
        against = Computed(None, Interval(least, most), report.unit, tuple(near), formula)
        fits = report.interval.overlaps(against.interval)
        yield Check(YEARS_BESIDE, report, against, FITS if fits else MISFIT)


def _parts(reports: Iterable[Report]) -> Iterator[Check]:
    """The sum of the groups that make up a type, against the type."""
    figures: dict[object, dict[str, Report]] = defaultdict(dict)
    for report in reports:
        figures[report._replace(zone="").figure][report.zone] = report
    for zones in figures.values():
        whole = zones.get("all")
        parts = next((p for p in PARTITIONS if all(group in zones for group in p)), None)
        if whole is None or parts is None:
            continue
        operands = tuple(zones[group] for group in parts)
        added = total(report.interval for report in operands)
        value = sum(report.value for report in operands)
        against = Computed(value, added, whole.unit, operands, " + ".join("abcd"[: len(parts)]))
        fits = whole.interval.overlaps(added)
        yield Check(PARTS_AGAINST_WHOLE, whole, against, FITS if fits else MISFIT)
