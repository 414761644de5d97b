"""`rank`: the named zones that have a figure for a year, in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zonecli.answers.choosing import Scope, in_main_unit, in_measures, in_period
from zonecli.answers.naming import zone_name
from zonecli.answers.places import Placed, places_of
from zonecli.answers.rank_notes import is_of_one_zone, rank_notes
from zonecli.answers.rank_sheet import rank_sheet
from zonecli.answers.report_rows import REPORT_COLUMNS, report_row
from zonecli.answers.result import Column, Result, cited_sources, limited, numbered
from zonecli.table.registries import Registries
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
    named = [r for r in table.select(wanted) if is_of_one_zone(r, registries)]
    named = in_measures(in_period(named, scope.period, registries), scope.measures)
    reports = _comparable(in_main_unit(named, registries))
    placed, cut = limited(places_of(reports), limit)
    sources = cited_sources((p.report for p in placed), registries)
    notes = (*cut, *rank_notes(table, scope, reports, year))
    return Result(
        query={
            "command": "rank",
            "metric": scope.metrics[0],
            "types": list(scope.zone_types),
            "year": year,
        },
        columns=_COLUMNS,
        rows=tuple(_row(p, registries) for p in placed),
        sheet=rank_sheet(placed, numbered(sources), registries),
        notes=notes,
        sources=sources,
        dataset=registries.dataset,
    )


def _comparable(reports: Sequence[Report]) -> list[Report]:
    """One report a zone, all of the unit that most of them have."""
    units = [report.unit for report in reports]
    main = max(units, key=units.count, default=None)
    return list({report.zone: report for report in reports if report.unit == main}.values())


def _row(placed: Placed, registries: Registries) -> dict[str, Any]:
    return {
        "place": placed.first,
        "place_last": placed.last,
        "name": zone_name(registries.zones[placed.report.zone]),
        **report_row(placed.report, registries),
    }
