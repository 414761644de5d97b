"""What there is instead, where nothing is known of what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zonecli.answers.choosing import DEFAULT_PERIOD, Scope, types_of
from zonecli.answers.naming import metric_label, one_of, type_label, zone_name
from zonecli.answers.time_wording import time_text
from zonecli.errors import TooManyError
from zonecli.language import said
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

Years = tuple[int | None, int | None]


def missing_notes(
    table: Table, scope: Scope, found: Iterable[Report], years: Years
) -> tuple[str, ...]:
    """A line for each metric and named zone type that has no figure in the answer: the nearest."""
    known = {(report.metric, report.zone_type) for report in found}
    any_type = {metric for metric, _ in known}
    registries = table.registries
    notes = []
    for metric in scope.metrics:
        if not scope.zone_types:
            if metric not in any_type:
                notes.append(_note(table, scope, metric, types_of(scope, registries), years))
            continue
        for zone_type in scope.zone_types:
            if (metric, zone_type) not in known:
                notes.append(_note(table, scope, metric, (zone_type,), years))
    return tuple(notes)


def _note(
    table: Table, scope: Scope, metric: str, zone_types: tuple[str, ...], years: Years
) -> str:
    registries = table.registries
    begin = nothing_known(scope, metric, zone_types, registries, years)
    same_zones = Filter(metrics=(metric,), zone_types=zone_types, zones=scope.zones)
    any_zones = Filter(metrics=(metric,), zone_types=zone_types)
    for wanted in (same_zones, any_zones, Filter(metrics=(metric,))):
        try:
            near = _nearest(list(table.select(wanted)), years)
        except TooManyError:  # a large table: what is near would take too long to find
            return said("{none}.", none=begin)
        if near:
            if registries.metrics[metric].unit == "rank" and scope.zones == ("all",):
                return said(
                    "{none}: only single zones have a rank: "
                    "--zone ZONE, or zonecli rank {metric_id} --year Y.",
                    none=begin,
                    metric_id=metric,
                )
            names = said(", ").join(_name(r, registries) for r in near)
            return said("{none}. Nearest: {figures}.", none=begin, figures=names)
    return said("{none}, nor any other figure for it.", none=begin)


def nothing_known(
    scope: Scope, metric: str, zone_types: Sequence[str], registries: Registries, years: Years
) -> str:
    """What there is not: "No figure for GDP of zones (1950)"; the sentence goes on."""
    one_type = len(zone_types) == 1
    return said(
        "No figure for {metric} of {zones}{asked}",
        metric=metric_label(registries.metrics[metric]),
        zones=type_label(registries.zone_types[zone_types[0]]) if one_type else said("zones"),
        asked=_asked(scope, registries, years),
    )


def _asked(scope: Scope, registries: Registries, years: Years) -> str:
    first, last = years
    parts = [*map(said, scope.measures), *map(said, scope.statuses)]
    if scope.period != DEFAULT_PERIOD:
        parts.append(said("period {period}", period=scope.period))
    if scope.zones != ("all",):
        parts.append(said(", ").join(zone_name(registries.zones[zone]) for zone in scope.zones))
    if first is not None or last is not None:
        parts.append(_years(first, last))
    return said(" ({conditions})", conditions=said("; ").join(parts)) if parts else ""


def _years(first: int | None, last: int | None) -> str:
    if last is None:
        return said("{year} to", year=first)
    if first is None:
        return said("to {year}", year=last)
    if first == last:
        return said("{year}", year=first)
    return said("{year} to {last}", year=first, last=last)


def _nearest(reports: Sequence[Report], years: Years, most: int = 3) -> list[Report]:
    first, last = years
    low, high = first if first is not None else last, last if last is not None else first

    def distance(report: Report) -> int:
        if low is None or high is None:
            return 0
        return max(low - report.year, report.year - high, 0)

    near = sorted(reports, key=lambda r: (distance(r), r.measure != "level", -r.year))
    kinds: dict[tuple[str, str, str, int, str], Report] = {}
    for r in near:
        kinds.setdefault((r.measure, r.zone_type, r.zone, r.year, r.period), r)
    return list(kinds.values())[:most]


def _name(report: Report, registries: Registries) -> str:
    """What it is and how to ask for it: "high-tech 2021", "economic 2024 (--measure share)"."""
    options = [
        f"--zone {report.zone}" if report.zone != "all" else "",
        f"--measure {report.measure}" if report.measure != "level" else "",
        f"--period {report.period}" if report.period in ("ytd", "month") else "",
    ]
    asked = " ".join(filter(None, options))
    when = time_text(report.period, report.year, report.month)
    zones = one_of(report.zone_type, registries.zone_types[report.zone_type].short_zh)
    return said(" ").join((zones, when)) + (
        said(" ({conditions})", conditions=asked) if asked else ""
    )
