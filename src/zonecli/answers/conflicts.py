"""`conflicts`: where what sources say cannot all be true, beyond their rounding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from zonecli.answers.checks import Check
from zonecli.answers.choosing import Scope, unique
from zonecli.answers.disputes import REPORTS, Conflict, find_conflicts
from zonecli.answers.naming import measured, type_short, zone_name
from zonecli.answers.result import (
    Column,
    Heading,
    Result,
    Sheet,
    cited_sources,
    limited,
    numbered,
)
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import figure_text, interval_text, with_unit
from zonecli.language import said
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Table

_COLUMNS = (
    Column("kind", "reports: of one figure; else which cross-check does not fit"),
    Column("metric", "what is counted"),
    Column("measure", "level, share or growth"),
    Column("zone_type", "key into the zone types"),
    Column("zone", "all, a group, or one named zone"),
    Column("year", "the year that the figure is for"),
    Column("period", "year, ytd, month or point"),
    Column("month", "last month of the period"),
    Column("unit", "unit of the figure"),
    Column("value", "one report's value, unscaled"),
    Column("id", "id of that report"),
    Column("other_value", "the other's, or the one worked out; null: only a bound"),
    Column("other_id", "id of the other report, or ids of the operands"),
    Column(
        "apart",
        "distance of the two intervals: in percent of the one value; of a percentage, in points",
    ),
    Column("explanation", "why they differ, as far as the curators know; null: not known"),
)


def conflicts(
    table: Table, scope: Scope, limit: int | None = None, year: int | None = None
) -> Result:
    """All conflicts in a scope (no metrics: all; zone all: every zone), or those over the figures
    of one year; the widest first."""
    scope = scope if scope.zones != ("all",) else scope._replace(zones=())
    every = find_conflicts(table, scope, () if year is None else (year,))
    asked = (c for c in every if year in (None, c.one.year))
    found = sorted(asked, key=lambda c: (-c.apart, c.one.id))
    shown, cut = limited(found, limit)
    registries = table.registries
    sources = cited_sources((r for c in shown for r in _reports(c)), registries)
    none = () if found else (said("No conflict is known here."),)
    return Result(
        query={
            "command": "conflicts",
            "metrics": list(scope.metrics),
            "types": list(scope.zone_types),
            "zones": list(scope.zones),
            "year": year,
        },
        columns=_COLUMNS,
        rows=tuple(map(_row, shown)),
        sheet=_sheet(shown, numbered(sources), registries),
        notes=(*cut, *none),
        sources=sources,
        dataset=registries.dataset,
    )


def _reports(conflict: Conflict) -> tuple[Report, ...]:
    if isinstance(conflict.other, Report):
        return (conflict.one, conflict.other)
    return (conflict.one, *conflict.other.against.operands)


def _row(conflict: Conflict) -> dict[str, Any]:
    one, other = conflict.one, conflict.other
    return {
        "kind": conflict.kind,
        **{n: getattr(one, n) for n in ("metric", "measure", "zone_type", "zone", "year")},
        **{n: getattr(one, n) for n in ("period", "month", "unit", "value", "id")},
        "other_value": other.value if isinstance(other, Report) else other.against.value,
        "other_id": " ".join(report.id for report in _reports(conflict)[1:]),
        "apart": 100 * conflict.apart,
        "explanation": conflict.explanation,
    }


def _sheet(shown: Sequence[Conflict], number: Mapping[str, str], registries: Registries) -> Sheet:
    rows = tuple(_line(conflict, number, registries) for conflict in shown)
    headings = (
        *(Heading(said("Figure")), Heading(said("When"))),
        *(Heading(said("One says"), right=True), Heading(said("Another says"), right=True)),
        *(Heading(said("Apart"), right=True), Heading(said("Why"))),
    )
    legend = [
        said("Apart: the distance left when both are read as widely as digits and hedges allow.")
    ]
    if any(isinstance(c.other, Check) for c in shown):
        legend.append(said("c worked out from the levels that are quoted"))
    return Sheet("", headings, rows, tuple(legend) if shown else ())


def _line(conflict: Conflict, number: Mapping[str, str], registries: Registries) -> tuple[str, ...]:
    one, other = conflict.one, conflict.other
    if isinstance(other, Report):
        another = f"{with_unit(figure_text(other), other.unit)} [{number[other.source]}]"
    else:
        cited = ",".join(unique(number[r.source] for r in other.against.operands))
        another = f"{interval_text(other.against.interval, other.against.unit)} c [{cited}]"
    why = conflict.explanation or (other.reason if isinstance(other, Check) else "")
    return (
        _name(one, registries),
        month_text(one.period, one.year, one.month),
        f"{with_unit(figure_text(one), one.unit)} [{number[one.source]}]",
        another,
        f"{100 * conflict.apart:.1f}{said(' points') if one.unit == 'percent' else '%'}",
        why if conflict.kind == REPORTS else _with_kind(conflict.kind, why),
    )


def _name(report: Report, registries: Registries) -> str:
    zone = registries.zones[report.zone]
    place = type_short(registries.zone_types[report.zone_type])
    if zone.kind != "all":
        place += said(", ") + zone_name(zone)
    label = measured(registries.metrics[report.metric], report.measure)
    return said("{figure} ({place})", figure=label, place=place)


def _with_kind(kind: str, why: str) -> str:
    return said("{kind}. {why}", kind=said(kind), why=why) if why else said(kind)
