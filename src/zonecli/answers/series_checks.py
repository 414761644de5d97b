"""Cross-checks along a line of figures: parts against the whole, counts that fall, odd scales."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from zonecli.answers.checks import FITS, MISFIT, Check
from zonecli.answers.choosing import DEFAULT_PERIOD, in_main_unit, in_period
from zonecli.answers.computed import Computed
from zonecli.answers.surroundings import ZONE_COUNT
from zonecli.language import said, to_be_said
from zonecli.stats.interval import INFINITY, Interval, total
from zonecli.stats.qualifiers import AT_LEAST, AT_MOST, OVER, UNDER
from zonecli.table.columns import MEASURES
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter

RUNNING_COUNT = to_be_said("running count")
YEARS_BESIDE = to_be_said("years beside it")
PARTS_AGAINST_WHOLE = to_be_said("parts against the whole")
# Groups that make up all zones of a type. China's statistics split the country in three or four.
_PARTITIONS = (
    ("eastern", "central", "western", "northeast"),
    ("eastern", "central", "western"),
)
_MOST_TIMES = 8.0  # a ten times misread scale stands out between neighbours that grow by less
_MOST_TIMES_OF_SHARES = 2.5
_NEAR_YEARS = 3
_OPEN = (OVER, AT_LEAST, UNDER, AT_MOST)


def lines_around(wanted: Filter, years: Collection[int]) -> tuple[Filter, ...]:
    """What else `series_checks` must know to check figures of these years: those beside them."""
    measures = tuple(m for m in wanted.measures or MEASURES if m != "growth")
    near = {y + n for y in years for n in range(-_NEAR_YEARS, _NEAR_YEARS + 1)} - set(years)
    if not measures or not near:
        return ()
    return (wanted._replace(measures=measures, years=tuple(sorted(near)), only_preferred=True),)


def counts_before(
    wanted: Filter, years: Collection[int], known: Iterable[Report], registries: Registries
) -> tuple[Filter, ...]:
    """Where the lines around these years do not tell what a number of zones was before: all that
    may."""
    for line in _lines(_yearly((r for r in known if r.metric == ZONE_COUNT), registries)):
        for place, report in enumerate(line):
            since = report.year - line[place - 1].year if place else None
            if report.year in years and (since is None or since > _NEAR_YEARS):
                one = wanted._replace(metrics=(ZONE_COUNT,), only_preferred=True)
                return (one._replace(years=(), last_year=max(years)),)
    return ()


def series_checks(
    reports: Iterable[Report], registries: Registries, years: Collection[int] = ()
) -> Iterator[Check]:
    """Checks over the preferred figures: along each line, and of parts against the whole.

    `years`: where some are named, figures of others are only what these are set against.
    """
    yearly = _yearly(reports, registries)
    for line in _lines(yearly):
        if line[0].metric == ZONE_COUNT:
            yield from _falling(line, years)
        most_times = _MOST_TIMES if line[0].measure == "level" else _MOST_TIMES_OF_SHARES
        yield from _neighbours(line, most_times, years)
    yield from _parts(r for r in yearly if r.measure == "level" and (not years or r.year in years))


def _yearly(reports: Iterable[Report], registries: Registries) -> list[Report]:
    chosen = [r for r in reports if r.preferred and r.status != "forecast"]
    return in_main_unit(in_period(chosen, DEFAULT_PERIOD, registries), registries)


def _lines(yearly: Iterable[Report]) -> Iterable[list[Report]]:
    """Levels and shares by what they are of, each line in the order of its years."""
    lines: dict[object, list[Report]] = defaultdict(list)
    for report in yearly:
        if report.measure != "growth":
            key = (report.metric, report.measure, report.zone_type, report.zone, report.unit)
            lines[key].append(report)
    for line in lines.values():
        line.sort(key=lambda r: r.year)
    return lines.values()


def _falling(line: Sequence[Report], years: Collection[int]) -> Iterator[Check]:
    """A count of zones that is lower than an earlier one: zones are hardly ever struck off."""
    for earlier, later in pairwise(line):
        if years and later.year not in years:
            continue
        floor = Interval(earlier.interval.low, INFINITY)
        against = Computed(None, floor, earlier.unit, (earlier,), said("not below a"))
        fits = later.interval.overlaps(floor)
        yield Check(RUNNING_COUNT, later, against, FITS if fits else MISFIT)


def _neighbours(
    line: Sequence[Report], most_times: float, years: Collection[int]
) -> Iterator[Check]:
    """A value many times its neighbours, or many times less: a misread scale or definition.

    A hedge that leaves a side open does not hide it: "over 6 billion" among trillions allows for
    trillions, but nobody would print an amount so. A tiny share may well be "less than 0.4%".
    """
    for place, report in enumerate(line):
        if years and report.year not in years:
            continue
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
        is_open = report.measure == "level" and report.qualifier in _OPEN
        printed = Interval(report.value, report.value) if is_open else report.interval
        fits = printed.overlaps(against.interval)
        yield Check(YEARS_BESIDE, report, against, FITS if fits else MISFIT)


def _parts(reports: Iterable[Report]) -> Iterator[Check]:
    """The sum of the groups that make up a type, against the type."""
    figures: dict[object, dict[str, Report]] = defaultdict(dict)
    for report in reports:
        figures[report._replace(zone="").figure][report.zone] = report
    for zones in figures.values():
        whole = zones.get("all")
        parts = next((p for p in _PARTITIONS if all(group in zones for group in p)), None)
        if whole is None or parts is None:
            continue
        operands = tuple(zones[group] for group in parts)
        added = total(report.interval for report in operands)
        value = sum(report.value for report in operands)
        against = Computed(value, added, whole.unit, operands, " + ".join("abcd"[: len(parts)]))
        fits = whole.interval.overlaps(added)
        yield Check(PARTS_AGAINST_WHOLE, whole, against, FITS if fits else MISFIT)
