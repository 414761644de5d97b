"""What a reader of `rank` must know beside the places: which zones have none, and other years."""

from __future__ import annotations

from collections.abc import Sequence

from zonecli.answers.choosing import Scope, in_period, unique
from zonecli.answers.nearest import nothing_known
from zonecli.errors import TooManyError
from zonecli.language import said
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_MOST_YEARS = 12


def rank_notes(table: Table, scope: Scope, reports: Sequence[Report], year: int) -> list[str]:
    """Beside the ranked `reports`; where there is none, the years that have some."""
    if not reports:
        return [_other_years(table, scope, year)]
    registries = table.registries
    types = scope.zone_types or unique(report.zone_type for report in reports)
    zones = [z for z in registries.zones.values() if z.kind == "zone" and set(types) & set(z.types)]
    without = len(zones) - len({report.zone for report in reports})
    notes = []
    if without > 0:
        numbers = {"year": year, "without": without, "all": len(zones)}
        if len(reports) == 1:
            notes.append(
                said(
                    "Only zones with a figure are placed: 1 has one for {year}; "
                    "{without} of the {all} zones that the record names have none.",
                    **numbers,
                )
            )
        else:
            notes.append(
                said(
                    "Only zones with a figure are placed: {n} have one for {year}; "
                    "{without} of the {all} zones that the record names have none.",
                    n=len(reports),
                    **numbers,
                )
            )
    if len({report.source for report in reports}) > 1:
        notes.append(said("The figures come from several sources and may not count alike."))
    return notes


def _other_years(table: Table, scope: Scope, year: int) -> str:
    """That no zone has a figure for the year, and the years nearest to it that have one."""
    registries, (metric,) = table.registries, scope.metrics
    none = nothing_known(scope, metric, scope.zone_types, registries, (year, year))
    wanted = Filter(
        metrics=scope.metrics,
        zone_types=scope.zone_types,
        measures=scope.measures,
        statuses=scope.statuses,
    )
    try:
        every = in_period(table.select(wanted), scope.period, registries)
    except TooManyError:  # a large table: its years would take too long to find
        return said("{none}.", none=none)
    years = {r.year for r in every if is_of_one_zone(r, registries)}
    near = sorted(sorted(years, key=lambda other: abs(other - year))[:_MOST_YEARS])
    if not near:
        return said("{none}, nor any other figure of a single zone.", none=none)
    listed = said(", ").join(map(str, near))
    if registries.metrics[metric].unit == "rank":
        return said("{none}. Years with ranks: {years}.", none=none, years=listed)
    return said("{none}. Years with figures of single zones: {years}.", none=none, years=listed)


def is_of_one_zone(report: Report, registries: Registries) -> bool:
    """Whether a figure is of a named zone, not of all or of a group."""
    return registries.zones[report.zone].kind == "zone"
