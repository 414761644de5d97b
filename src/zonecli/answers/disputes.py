"""Where what sources say cannot all be true: the statements that exclude each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from zonecli.answers.checks import MISFIT, Check, apart, checks_of
from zonecli.answers.choosing import Scope, types_of, unique
from zonecli.answers.naming import one_of
from zonecli.answers.series_checks import counts_before, lines_around, series_checks
from zonecli.answers.surroundings import ALL, NATIONAL, Surroundings, totals_of
from zonecli.language import to_be_said
from zonecli.table.registries import Explanation, Registries
from zonecli.table.report import FigureKey, Report
from zonecli.table.table import Filter, Table

# Two reports of one figure; the other kinds of conflicts are those of the cross-checks.
REPORTS = to_be_said("reports")
_Explained = Mapping[str, Sequence[Explanation]]  # by metric
_SLIGHT = 0.01  # of the figure; what is explained and no further apart needs no mark beside it


class Conflict(NamedTuple):
    """Two statements that exclude each other. `apart`: their distance relative to the first."""

    kind: str
    one: Report
    other: Report | Check
    apart: float
    explanation: str | None


def find_conflicts(
    table: Table,
    scope: Scope,
    years: Collection[int] = (),
    around: Surroundings | None = None,
) -> Iterator[Conflict]:
    """Figures whose reports do not overlap, and levels that a printed ratio does not fit.

    `years`: where some are named, conflicts of figures in others may be left out. `around`: what is
    known around all these figures, if that is at hand. Forecasts are no party to a conflict: an
    outcome may well differ.
    """
    wanted = _reports_of(scope, table.registries)
    of_years = table.select(wanted._replace(years=unique(years)))
    asked = [report for report in of_years if report.status != "forecast"]
    explanations = table.registries.explanations
    yield from _between_reports(asked, explanations)
    known = around or Surroundings(table, asked, years=years)
    preferred = (report for report in asked if report.preferred)
    of_figures = chain.from_iterable(checks_of(known, report) for report in preferred)
    lines = _with_lines(table, wanted, asked, years) if years else asked
    for check in chain(of_figures, series_checks(lines, table.registries, years)):
        if check.verdict == MISFIT:
            why = explained(explanations, check.kind, check.printed)
            yield Conflict(check.kind, check.printed, check, check.misfit, why)


def _with_lines(
    table: Table, wanted: Filter, asked: list[Report], years: Collection[int]
) -> list[Report]:
    """The figures asked about, and what `series_checks` sets them against."""
    around = lines_around(wanted, years)
    known = [*asked, *chain.from_iterable(map(table.select, around))]
    told = {*years, *(year for near in around for year in near.years)}
    before = counts_before(wanted, years, known, table.registries)
    earlier = chain.from_iterable(map(table.select, before))
    return [*known, *(report for report in earlier if report.year not in told)]


def looked_at(scope: Scope, registries: Registries, years: Collection[int]) -> tuple[Filter, ...]:
    """Nearly all that `disputed` selects for figures of these years in a scope."""
    wanted = _reports_of(scope._replace(measures=()), registries)
    of_years = wanted._replace(years=unique(years))
    totals = totals_of(scope.metrics or registries.metrics, registries)
    of_china = of_years._replace(metrics=totals, zone_types=NATIONAL, zones=ALL)
    return (of_years, *lines_around(wanted, years), *((of_china,) if totals else ()))


def _reports_of(scope: Scope, registries: Registries) -> Filter:
    return Filter(
        metrics=scope.metrics,
        measures=scope.measures,
        zone_types=types_of(scope, registries),
        zones=scope.zones,
        only_preferred=False,
    )


def _between_reports(reports: Iterable[Report], explanations: _Explained) -> Iterator[Conflict]:
    figures: dict[object, list[Report]] = defaultdict(list)
    for report in reports:
        figures[report.figure].append(report)
    for group in figures.values():
        lower = min(group, key=lambda r: r.interval.high)
        higher = max(group, key=lambda r: r.interval.low)
        one, other = (lower, higher) if lower.preferred else (higher, lower)
        distance = apart(one, other.interval)
        if distance > 0:
            yield Conflict(REPORTS, one, other, distance, explained(explanations, REPORTS, one))


def disputed(
    table: Table, reports: Iterable[Report], around: Surroundings | None = None
) -> dict[FigureKey, Conflict]:
    """Of these figures, those that another source or a cross-check excludes, by figure; but none
    that is explained and slight, such as a later vintage of the national total.

    `around`: what is known around them, if that is at hand.
    """
    shown = list(reports)
    if not shown:
        return {}
    scope = Scope(
        metrics=unique(report.metric for report in shown),
        zone_types=unique(report.zone_type for report in shown),
        zones=unique(report.zone for report in shown),
    )
    figures = {report.figure for report in shown}
    found: dict[FigureKey, Conflict] = {}
    years = {report.year for report in shown}
    for conflict in find_conflicts(table, scope, years, around):
        if conflict.one.figure in figures and not _explained_and_slight(conflict):
            found.setdefault(conflict.one.figure, conflict)
    return found


def _explained_and_slight(conflict: Conflict) -> bool:
    """Half a point is little of a growth of 50 percent, and much of a share of 5."""
    distance = conflict.apart
    if conflict.one.unit == "percent":
        distance *= 100 / (abs(conflict.one.value) or 1)
    return conflict.explanation is not None and distance < _SLIGHT


def explained(explanations: _Explained, kind: str, report: Report) -> str | None:
    """The recorded explanation for a conflict of this kind about this figure, or null."""
    for e in explanations.get(report.metric, ()):
        if (e.kind, e.metric, e.measure, e.zone_type, e.zone, e.year) == (
            *(kind, report.metric, report.measure),
            *(report.zone_type, report.zone, report.year),
        ) and all(
            wanted in (None, actual)
            for wanted, actual in (
                (e.period, report.period),
                (e.month, report.month),
                (e.unit, report.unit),
            )
        ):
            return one_of(e.explanation, e.explanation_zh)
    return None
