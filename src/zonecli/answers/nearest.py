"""What there is instead, where nothing is known of what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zonecli.answers.choosing import DEFAULT_PERIOD, Scope, types_of
from zonecli.answers.wording import month_text
from zonecli.errors import TooManyError
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
    label = registries.metrics[metric].label
    where = registries.zone_types[zone_types[0]].label if len(zone_types) == 1 else "zones"
    begin = f"No figure for {label} of {where}{_asked(scope, registries, years)}"
    same_zones = Filter(metrics=(metric,), zone_types=zone_types, zones=scope.zones)
    any_zones = Filter(metrics=(metric,), zone_types=zone_types)
    for wanted in (same_zones, any_zones, Filter(metrics=(metric,))):
        try:
            near = _nearest(list(table.select(wanted)), years)
        except TooManyError:  # a large table: what is near would take too long to find
            return f"{begin}."
        if near:
            if registries.metrics[metric].unit == "rank" and scope.zones == ("all",):
                ways = f"--zone ZONE, or zonecli rank {metric} --year Y"
                return f"{begin}: only single zones have a rank: {ways}."
            return f"{begin}. Nearest: {', '.join(_name(r) for r in near)}."
    return f"{begin}, nor any other figure for it."


def _asked(scope: Scope, registries: Registries, years: Years) -> str:
    first, last = years
    parts = [*scope.measures, *scope.statuses]
    if scope.period != DEFAULT_PERIOD:
        parts.append(f"period {scope.period}")
    if scope.zones != ("all",):
        parts.append(", ".join(registries.zones[zone].name for zone in scope.zones))
    if first is not None or last is not None:
        parts.append(str(first) if first == last else f"{first or ''} to {last or ''}".strip())
    return f" ({'; '.join(parts)})" if parts else ""


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


def _name(report: Report) -> str:
    """What it is and how to ask for it: "high-tech 2021", "economic 2024 (--measure share)"."""
    options = [
        f"--zone {report.zone}" if report.zone != "all" else "",
        f"--measure {report.measure}" if report.measure != "level" else "",
        f"--period {report.period}" if report.period in ("ytd", "month") else "",
    ]
    asked = " ".join(filter(None, options))
    when = month_text(report.period, report.year, report.month)
    return f"{report.zone_type} {when}" + (f" ({asked})" if asked else "")
