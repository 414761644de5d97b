"""From a user's words to the reports that answer them: names, periods, units, measures."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from zonecli.errors import UsageError
from zonecli.table import names
from zonecli.table.columns import MEASURES, PERIODS, STATUSES
from zonecli.table.registries import Registries
from zonecli.table.report import Report

Item = TypeVar("Item")

DEFAULT_PERIOD = "default"  # full years, and for a stock the year's last point
ANY_PERIOD = "any"


class Scope(NamedTuple):
    """What is asked about, in ids. No zone types: all but `national`; no measures: the level,
    or what is known where there is no level."""

    metrics: tuple[str, ...] = ()
    zone_types: tuple[str, ...] = ()
    zones: tuple[str, ...] = ("all",)
    measures: tuple[str, ...] = ()
    period: str = DEFAULT_PERIOD
    statuses: tuple[str, ...] = ()


def scope_query(scope: Scope) -> dict[str, Any]:
    """A scope as the JSON answers tell it."""
    return {
        "metrics": list(scope.metrics),
        "types": list(scope.zone_types),
        "zones": list(scope.zones),
        "measures": list(scope.measures),
        "period": scope.period,
        "status": list(scope.statuses),
    }


def scope_of(
    registries: Registries,
    metrics: Iterable[str] | None = None,
    *,
    types: Iterable[str] | None = None,
    zones: Iterable[str] | None = None,
    measures: Iterable[str] | None = None,
    period: str | None = None,
    statuses: Iterable[str] | None = None,
) -> Scope:
    """The scope that a user's words name; null: none were said. Raises UnknownNameError for a word
    that names nothing."""
    zone_types = unique(names.zone_type_id(word, registries) for word in types or ())
    zone_ids = unique(
        z for word in zones or () for z in names.zone_ids(word, registries, zone_types)
    )
    return Scope(
        metrics=unique(names.metric_id(word, registries) for word in metrics or ()),
        zone_types=zone_types,
        zones=zone_ids or ("all",),
        measures=unique(names.choice("measure", word, MEASURES) for word in measures or ()),
        period=names.choice("period", period, (*PERIODS, ANY_PERIOD)) if period else DEFAULT_PERIOD,
        statuses=unique(names.choice("status", word, STATUSES) for word in statuses or ()),
    )


def types_of(scope: Scope, registries: Registries) -> tuple[str, ...]:
    """The zone types of a scope: those named, or all but the nation as a whole."""
    return scope.zone_types or tuple(t for t in registries.zone_types if t != "national")


def unique(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(items))


def year_range(
    year: int | None, first: int | None, last: int | None, *, latest: bool = False
) -> tuple[int | None, int | None]:
    """First and last year asked for. Raises UsageError where the options contradict each other."""
    if year is not None and (first is not None or last is not None):
        raise UsageError("Give --year, or --from and --to, not both.")
    if latest and (year is not None or first is not None):
        raise UsageError("--latest goes with --to alone: it shows the last year there is.")
    if first is not None and last is not None and first > last:
        raise UsageError(f"--from {first} lies after --to {last}.")
    return (year, year) if year is not None else (first, last)


def in_scope(candidates: Sequence[Report], scope: Scope, registries: Registries) -> list[Report]:
    """Of these reports those of the measure, the period and the unit that a scope asks for."""
    reports = in_measures(candidates, scope.measures)
    return in_main_unit(in_period(reports, scope.period, registries), registries)


def in_period(reports: Iterable[Report], period: str, registries: Registries) -> list[Report]:
    """The reports of the period kind asked for.

    By default full years, and for a stock the last point of each year; never a part of a year.
    """
    if period == ANY_PERIOD:
        return list(reports)
    if period != DEFAULT_PERIOD:
        return [report for report in reports if report.period == period]
    whole = [
        (_line_of_year(report), _lateness(report, registries), report)
        for report in reports
        if report.period in ("year", "point")
    ]
    last: dict[tuple[object, ...], tuple[bool, int]] = {}
    for line, lateness, _ in whole:
        last[line] = max(lateness, last.get(line, lateness))
    return [report for line, lateness, report in whole if lateness == last[line]]


def _line_of_year(report: Report) -> tuple[object, ...]:
    """What gets one line a year: the figure without its period and month."""
    return (*report.line, report.year, report.unit)


def _lateness(report: Report, registries: Registries) -> tuple[bool, int]:
    usual = "point" if registries.metrics[report.metric].kind == "stock" else "year"
    return (report.period == usual, report.month)


def in_main_unit(reports: Sequence[Report], registries: Registries) -> list[Report]:
    """Of figures known in several units, those in the metric's main unit; others stay."""
    main = {r.figure[:-1] for r in reports if r.unit == registries.metrics[r.metric].unit}
    return [
        r
        for r in reports
        if r.measure != "level"
        or r.unit == registries.metrics[r.metric].unit
        or r.figure[:-1] not in main
    ]


def in_measures(reports: Sequence[Report], measures: tuple[str, ...]) -> list[Report]:
    """The reports of these measures; of none named, of the first that each metric has."""
    if measures:
        return [report for report in reports if report.measure in measures]
    best: dict[str, int] = {}
    for report in reports:
        rank = MEASURES.index(report.measure)
        best[report.metric] = min(best.get(report.metric, rank), rank)
    return [r for r in reports if MEASURES.index(r.measure) == best[r.metric]]
