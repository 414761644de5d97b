"""`show`: the figures of one metric or several, one line a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from zonecli.answers.checks import fits
from zonecli.answers.choosing import (
    DEFAULT_PERIOD,
    Scope,
    in_main_unit,
    in_measures,
    in_period,
    types_of,
    unique,
)
from zonecli.answers.computed import Computation
from zonecli.answers.conflicts import Conflict, disputed
from zonecli.answers.nearest import missing_notes
from zonecli.answers.result import Column, Result, Sheet, limited, sorted_rows
from zonecli.answers.show_sheet import Showing, figures_sheets, reports_sheet
from zonecli.answers.surroundings import Surroundings
from zonecli.answers.wording import month_text
from zonecli.table.columns import COLUMNS
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

COLUMNS_SHOWN = (
    *(Column(column.name, column.description) for column in COLUMNS),
    Column("source_title", "title of the source"),
    Column("source_url", "address of the source"),
)


@dataclass(frozen=True)
class ShowRequest:
    """What `show` is asked. Null: no limit. `every_report`: not only the preferred ones;
    `computations`: what is worked out beside each figure."""

    scope: Scope
    first_year: int | None = None
    last_year: int | None = None
    latest: bool = False
    every_report: bool = False
    computations: tuple[Computation, ...] = ()
    sort: str | None = None
    limit: int | None = None


def show(table: Table, request: ShowRequest) -> Result:
    """The figures asked for. Rows: the table's own columns, the title and url of the source."""
    candidates = list(table.select(_filter(table, request)))
    reports = _chosen(candidates, request, table.registries)
    metrics = [metric for c in request.computations for metric in c.metrics]
    around = Surroundings(table, reports, metrics)
    rows = [
        {**_row(report, table.registries), **_computed_cells(around, report, request)}
        for report in reports
    ]
    rows, cut = limited(sorted_rows(rows, request.sort), request.limit)
    by_id = {report.id: report for report in reports}
    reports = [by_id[row["id"]] for row in rows]
    sources = unique(table.registries.sources[report.source] for report in reports)
    showing = Showing(
        reports=reports,
        registries=table.registries,
        around=around,
        number={source.id: str(n) for n, source in enumerate(sources, start=1)},
        computations=request.computations,
        disputed=(conflicts := disputed(table, _quoted(reports, around))),
        chronological=request.sort is None,
    )
    sheets = [reports_sheet(showing)] if request.every_report else figures_sheets(showing)
    notes = (
        *cut,
        *_part_year_notes(candidates, reports, request, table.registries),
        *_measure_notes(candidates, reports, request, table.registries),
        *_conflict_notes(conflicts.values(), table.registries),
        *missing_notes(table, request.scope, reports, (request.first_year, request.last_year)),
    )
    return Result(
        query=_query(request),
        columns=(*COLUMNS_SHOWN, *_computed_columns(request)),
        rows=tuple(rows),
        sheet=sheets[0] if sheets else Sheet("", (), ()),
        further=tuple(sheets[1:]),
        notes=notes,
        sources=sources,
        dataset=table.registries.dataset,
    )


def _filter(table: Table, request: ShowRequest) -> Filter:
    scope = request.scope
    return Filter(
        metrics=scope.metrics,
        zone_types=types_of(scope, table.registries),
        zones=scope.zones,
        first_year=request.first_year,
        last_year=request.last_year,
        statuses=scope.statuses,
        only_preferred=not request.every_report,
    )


def _chosen(
    candidates: Sequence[Report], request: ShowRequest, registries: Registries
) -> list[Report]:
    reports = in_measures(candidates, request.scope.measures)
    if not request.every_report:
        reports = in_main_unit(in_period(reports, request.scope.period, registries), registries)
    elif request.scope.period != DEFAULT_PERIOD:
        reports = in_period(reports, request.scope.period, registries)
    if request.latest:
        newest: dict[Any, int] = {}
        for report in reports:
            newest[_column_of(report)] = max(newest.get(_column_of(report), 0), report.year)
        reports = [report for report in reports if report.year == newest[_column_of(report)]]
    metrics = {metric: place for place, metric in enumerate(request.scope.metrics)}
    types = {zone_type: place for place, zone_type in enumerate(registries.zone_types)}
    return sorted(reports, key=lambda r: (metrics.get(r.metric, 0), types[r.zone_type]))


def _column_of(report: Report) -> tuple[str, str, str, str]:
    return (report.metric, report.measure, report.zone_type, report.zone)


def _row(report: Report, registries: Registries) -> dict[str, Any]:
    source = registries.sources[report.source]
    return {**report._asdict(), "source_title": source.title, "source_url": source.url}


def _computed_columns(request: ShowRequest) -> Iterator[Column]:
    for c in request.computations:
        yield Column(c.name, f"{c.description}; null: only a bound, or not to be worked out")
        yield Column(f"{c.name}_low", "least value that the operands allow; null: unbounded")
        yield Column(f"{c.name}_high", "greatest value that they allow; null: unbounded")
        yield Column(f"{c.name}_unit", "unit of the three")
        yield Column(f"{c.name}_operands", "ids of the reports it is worked out from")
        if c.measure:
            yield Column(f"{c.name}_printed", f"the {c.measure} that a source prints; null: none")
            yield Column(f"{c.name}_fits", "whether the two fit; null: not to be compared")


def _computed_cells(around: Surroundings, report: Report, request: ShowRequest) -> dict[str, Any]:
    return dict(cell for c in request.computations for cell in _cells_of(c, around, report))


def _cells_of(
    computation: Computation, around: Surroundings, report: Report
) -> Iterator[tuple[str, Any]]:
    name, computed = computation.name, computation.of(around, report)
    low, high = computed.interval.ends() if computed else (None, None)
    yield from (
        (name, computed.value if computed else None),
        (f"{name}_low", low),
        (f"{name}_high", high),
        (f"{name}_unit", computed.unit if computed else None),
        (f"{name}_operands", " ".join(r.id for r in computed.operands) if computed else None),
    )
    if computation.measure:
        printed = around.printed(report, computation.measure)
        yield f"{name}_printed", printed.value if printed else None
        yield f"{name}_fits", fits(printed, computed)


def _part_year_notes(
    candidates: Iterable[Report],
    shown: Iterable[Report],
    request: ShowRequest,
    registries: Registries,
) -> list[str]:
    """Years of which only a part is known, when the answer shows full years."""
    if request.scope.period != DEFAULT_PERIOD or request.every_report or request.latest:
        return []
    full = {(*_column_of(report), report.year) for report in shown}
    parts: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in in_measures(list(candidates), request.scope.measures):
        if report.period in ("ytd", "month") and (*_column_of(report), report.year) not in full:
            parts[report.metric, report.period].append(report)
    return [
        f"Not a full year: {registries.metrics[metric].label} "
        f"{_listed(month_text(r.period, r.year, r.month) for r in reports)} (--period {period})."
        for (metric, period), reports in parts.items()
    ]


def _listed(times: Iterable[str], most: int = 6) -> str:
    known = unique(times)
    return ", ".join(known[-most:] if len(known) > most else known)


def _measure_notes(
    candidates: Iterable[Report],
    shown: Sequence[Report],
    request: ShowRequest,
    registries: Registries,
) -> list[str]:
    """That a share or growth is shown because no level is known; shares of years without one."""
    if request.scope.measures:
        return []
    notes = []
    for metric, measure in unique((r.metric, r.measure) for r in shown):
        if measure != "level":
            label = registries.metrics[metric].label
            notes.append(f"{label}: no level is known here, only {measure} (--measure {measure}).")
    shown_years = {(*_column_of(r)[:1], *_column_of(r)[2:], r.year) for r in shown}
    more: dict[tuple[str, str], list[int]] = defaultdict(list)
    for r in candidates:
        key = (r.metric, r.zone_type, r.zone, r.year)
        if r.measure != "level" and r.period in ("year", "point") and key not in shown_years:
            more[r.metric, r.measure].append(r.year)
    for (metric, measure), years in more.items():
        label = registries.metrics[metric].label
        spans = _listed(map(str, sorted(set(years))), most=12)
        notes.append(f"{label}, {measure} alone: {spans} (--measure {measure}).")
    return notes


def _quoted(reports: Iterable[Report], around: Surroundings) -> Iterator[Report]:
    """The reports, and the growth and shares that stand printed beside them."""
    for report in reports:
        yield report
        for measure in ("growth", "share"):
            if report.measure == "level" and (printed := around.printed(report, measure)):
                yield printed


def _conflict_notes(conflicts: Iterable[Conflict], registries: Registries) -> list[str]:
    """Which of the figures shown are disputed, a line a metric and zone type."""
    years: dict[tuple[str, str], list[str]] = defaultdict(list)
    for conflict in conflicts:
        one = conflict.one
        years[one.metric, one.zone_type].append(month_text(one.period, one.year, one.month))
    return [
        f"Sources disagree on {registries.metrics[metric].label}, {zone_type} "
        f"{', '.join(sorted(set(spans)))}: zonecli conflicts {metric} --type {zone_type}."
        for (metric, zone_type), spans in years.items()
    ]


def _query(request: ShowRequest) -> dict[str, Any]:
    scope = request.scope
    return {
        "command": "show",
        "metrics": list(scope.metrics),
        "types": list(scope.zone_types),
        "zones": list(scope.zones),
        "measures": list(scope.measures),
        "period": scope.period,
        "status": list(scope.statuses),
        "from": request.first_year,
        "to": request.last_year,
        "latest": request.latest,
        "reports": request.every_report,
        "computed": [computation.name for computation in request.computations],
    }
