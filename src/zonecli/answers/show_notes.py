"""What a reader of `show` must know beside the figures: what is not shown, what is disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from zonecli.answers.choosing import DEFAULT_PERIOD, Scope, in_measures, unique
from zonecli.answers.disputes import Conflict
from zonecli.answers.naming import metric_label, type_label
from zonecli.answers.time_wording import month_text
from zonecli.language import said
from zonecli.table.registries import Registries
from zonecli.table.report import Report

_MOST_TIMES = 12
_PARTS = ("ytd", "month")  # periods that are no full year


def only_ratio_notes(known: Iterable[Report], scope: Scope, registries: Registries) -> list[str]:
    """That a share or growth is shown where no measure was named, because no level is known."""
    if scope.measures:
        return []
    return [
        said(
            "{metric}: no level is known here, only {said_measure} (--measure {measure}).",
            metric=metric_label(registries.metrics[metric]),
            said_measure=said(measure),
            measure=measure,
        )
        for metric, measure in unique((r.metric, r.measure) for r in known)
        if measure != "level"
    ]


def unshown_notes(
    candidates: Sequence[Report], known: Sequence[Report], scope: Scope, registries: Registries
) -> list[str]:
    """Years told only by a part-year, a share or a growth, with the option that shows them."""
    if scope.period != DEFAULT_PERIOD:
        return []
    part_years = _part_year_notes(in_measures(candidates, scope.measures), known, registries)
    if scope.measures:
        return part_years
    return part_years + _ratio_notes(candidates, known, registries)


def _part_year_notes(
    candidates: Iterable[Report], known: Iterable[Report], registries: Registries
) -> list[str]:
    full = {(*report.line, report.year) for report in known}
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for r in sorted(candidates, key=_time):
        if r.period in _PARTS and (*r.line, r.year) not in full:
            parts[r.metric, r.period].append(month_text(r.period, r.year, r.month))
    return [
        said(
            "Not a full year: {metric} {years} (--period {period}).",
            metric=metric_label(registries.metrics[metric]),
            years=_listed(times),
            period=period,
        )
        for (metric, period), times in parts.items()
    ]


def _ratio_notes(
    candidates: Iterable[Report], known: Iterable[Report], registries: Registries
) -> list[str]:
    with_any = {(r.metric, r.zone_type, r.zone, r.year) for r in known}
    ratios: dict[tuple[str, str], list[str]] = defaultdict(list)
    for r in sorted(candidates, key=_time):
        whole_ratio = r.period not in _PARTS and r.measure != "level"
        if whole_ratio and (r.metric, r.zone_type, r.zone, r.year) not in with_any:
            ratios[r.metric, r.measure].append(str(r.year))
    return [
        said(
            "{metric}: only the {said_measure} is known for {years} (--measure {measure}).",
            metric=metric_label(registries.metrics[metric]),
            said_measure=said(measure),
            years=_listed(times),
            measure=measure,
        )
        for (metric, measure), times in ratios.items()
    ]


def conflict_notes(conflicts: Iterable[Conflict], registries: Registries) -> list[str]:
    """Which of the figures shown are disputed, a line a metric and zone type."""
    years: dict[tuple[str, str], list[str]] = defaultdict(list)
    for conflict in conflicts:
        one = conflict.one
        years[one.metric, one.zone_type].append(month_text(one.period, one.year, one.month))
    return [
        said(
            "Sources disagree on {metric}, {type} {years}: "
            "zonecli conflicts {metric_id} --type {type_id}.",
            metric=metric_label(registries.metrics[metric]),
            type=type_label(registries.zone_types[zone_type]),
            years=said(", ").join(sorted(set(times))),
            metric_id=metric,
            type_id=zone_type,
        )
        for (metric, zone_type), times in years.items()
    ]


def _time(report: Report) -> tuple[int, int]:
    return (report.year, report.month)


def _listed(times: Iterable[str]) -> str:
    """The last of the times; dots stand for those before."""
    known, comma = unique(times), said(", ")
    last = comma.join(known[-_MOST_TIMES:])
    return last if len(known) <= _MOST_TIMES else f"… {last}"
