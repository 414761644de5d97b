"""What a reader of `show` must know beside the figures: what is not shown, what is disputed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from zonecli.answers.choosing import DEFAULT_PERIOD, Scope, in_measures, unique
from zonecli.answers.conflicts import Conflict
from zonecli.answers.naming import measured, metric_label, type_label
from zonecli.answers.time_wording import month_text
from zonecli.language import said
from zonecli.table.registries import Registries
from zonecli.table.report import Report

_MOST_TIMES = 12


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
    candidates: Sequence[Report], known: Iterable[Report], scope: Scope, registries: Registries
) -> list[str]:
    """Years told only by a part-year, a share or a growth, with the option that shows them."""
    if scope.period != DEFAULT_PERIOD:
        return []
    full = {(*report.line, report.year) for report in known}
    with_any = {(r.metric, r.zone_type, r.zone, r.year) for r in known}
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    ratios: dict[tuple[str, str], list[str]] = defaultdict(list)
    asked = {report.id for report in in_measures(candidates, scope.measures)}
    for r in sorted(candidates, key=lambda r: (r.year, r.month)):
        when = month_text(r.period, r.year, r.month)
        if r.period in ("ytd", "month"):
            if r.id in asked and (*r.line, r.year) not in full:
                parts[r.metric, r.period].append(when)
        elif r.measure == "level" or scope.measures:
            continue
        elif (r.metric, r.zone_type, r.zone, r.year) not in with_any:
            ratios[r.metric, r.measure].append(str(r.year))
    return [
        *(
            said(
                "Not a full year: {metric} {years} (--period {period}).",
                metric=metric_label(registries.metrics[metric]),
                years=_listed(times),
                period=period,
            )
            for (metric, period), times in parts.items()
        ),
        *(
            said(
                "{figure} alone: {years} (--measure {measure}).",
                figure=measured(registries.metrics[metric], measure),
                years=_listed(times),
                measure=measure,
            )
            for (metric, measure), times in ratios.items()
        ),
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


def _listed(times: Iterable[str]) -> str:
    known = unique(times)
    comma = said(", ")
    return (
        comma.join(known) if len(known) <= _MOST_TIMES else f"… {comma.join(known[-_MOST_TIMES:])}"
    )
