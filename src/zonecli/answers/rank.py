"""`rank`: the named zones that have a figure for a year, in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from zonecli.answers.choosing import Scope, in_main_unit, in_measures, in_period, unique
from zonecli.answers.naming import metric_label, zone_name
from zonecli.answers.nearest import missing_notes
from zonecli.answers.report_rows import REPORT_COLUMNS, report_row
from zonecli.answers.result import Column, Heading, Result, Sheet, limited
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import figure_text, unit_text, with_unit
from zonecli.language import in_chinese, said
from zonecli.table.registries import Registries, Zone
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_COLUMNS = (
    Column("place", "best place that digits and hedges leave open, 1 is first"),
    Column(
        "place_last",
        "worst place that they leave open; equal to place where it is certain",
    ),
    Column("name", "name of the zone"),
    *REPORT_COLUMNS,
)


class Placed(NamedTuple):
    """A zone's report with the places that are possible for it."""

    report: Report
    first: int
    last: int


def rank(table: Table, scope: Scope, year: int, limit: int | None = None) -> Result:
    """The named zones of a metric and year in order, the greatest first (a rank: the least first).

    Zones are placed among those with a figure alone; ties that rounding leaves undecided share a
    span of places. A zone under two types is counted once, by its preferred figure.
    """
    registries = table.registries
    wanted = Filter(
        metrics=scope.metrics,
        zone_types=scope.zone_types,
        measures=scope.measures,
        first_year=year,
        last_year=year,
        statuses=scope.statuses,
    )
    named = [r for r in table.select(wanted) if registries.zones[r.zone].kind == "zone"]
    named = in_measures(in_period(named, scope.period, registries), scope.measures)
    reports = _comparable(in_main_unit(named, registries))
    placed, cut = limited(_placed(reports), limit)
    sources = unique(registries.sources[p.report.source] for p in placed)
    notes = (*cut, *_notes(table, scope, reports, year))
    return Result(
        query={
            "command": "rank",
            "metric": scope.metrics[0],
            "types": list(scope.zone_types),
            "year": year,
        },
        columns=_COLUMNS,
        rows=tuple(_row(p, registries) for p in placed),
        sheet=_sheet(placed, [source.id for source in sources], registries),
        notes=notes,
        sources=sources,
        dataset=registries.dataset,
    )


def _comparable(reports: Sequence[Report]) -> list[Report]:
    """One report a zone, all of the unit that most of them have."""
    units = [report.unit for report in reports]
    main = max(units, key=units.count, default=None)
    return list({report.zone: report for report in reports if report.unit == main}.values())


def _placed(reports: Sequence[Report]) -> list[Placed]:
    """Each with its possible places: behind all that are surely ahead, before all surely behind."""
    sign = 1 if reports and reports[0].unit == "rank" else -1
    ordered = sorted(reports, key=lambda r: (sign * r.value, r.zone))
    placed = []
    if sign == 1:  # a rank is a place already, also where the zones beside it are not known
        return [Placed(report, int(report.value), int(report.value)) for report in ordered]
    for report in ordered:
        mine = report.interval
        ahead = sum(1 for r in ordered if r.interval.low > mine.high)
        behind = sum(1 for r in ordered if r.interval.high < mine.low)
        placed.append(Placed(report, ahead + 1, len(ordered) - behind))
    return placed


def _notes(table: Table, scope: Scope, reports: Sequence[Report], year: int) -> list[str]:
    if not reports:
        return list(missing_notes(table, scope, reports, (year, year)))
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


def _row(placed: Placed, registries: Registries) -> dict[str, Any]:
    return {
        "place": placed.first,
        "place_last": placed.last,
        "name": zone_name(registries.zones[placed.report.zone]),
        **report_row(placed.report, registries),
    }


def _sheet(placed: Sequence[Placed], source_ids: Sequence[str], registries: Registries) -> Sheet:
    if not placed:
        return Sheet("", (), ())
    number = {source: str(n) for n, source in enumerate(source_ids, start=1)}
    first = placed[0].report
    label = metric_label(registries.metrics[first.metric])
    rows = tuple(
        (
            str(p.first) if p.first == p.last else f"{p.first}–{p.last}",
            *_names(registries.zones[p.report.zone]),
            with_unit(figure_text(p.report), p.report.unit),
            month_text(p.report.period, p.report.year, p.report.month),
            number[p.report.source],
        )
        for p in placed
    )
    headings = (
        *(Heading(said("Place"), right=True), Heading(said("Zone"))),
        *(() if in_chinese() else (Heading("中文"),)),
        *(Heading(label, right=True), Heading(said("When"))),
        Heading(said("Source"), right=True),
    )
    unsure = any(p.first != p.last for p in placed)
    legend = (said("A span of places: digits or hedges leave the order open."),) if unsure else ()
    unit = unit_text(first.unit)
    title = said("{metric}, {year}", metric=label, year=first.year) + (f" · {unit}" if unit else "")
    return Sheet(title, headings, rows, legend)


def _names(zone: Zone) -> tuple[str, ...]:
    """Its name; in English the Chinese one too, which is the one to look it up by."""
    return (zone_name(zone),) if in_chinese() else (zone.name, zone.name_zh)
