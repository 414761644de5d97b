"""`show`: the figures of one metric or several, one line a year."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from zonecli.answers.checks import fits
from zonecli.answers.choosing import (
    DEFAULT_PERIOD,
    Scope,
    in_main_unit,
    in_measures,
    in_period,
    scope_query,
    types_of,
    unique,
)
from zonecli.answers.computed import Computation
from zonecli.answers.conflicts import disputed
from zonecli.answers.naming import line_names
from zonecli.answers.nearest import missing_notes
from zonecli.answers.report_rows import REPORT_COLUMNS, SOURCE_COLUMNS, report_row
from zonecli.answers.result import Column, Result, Sheet, limited, sorted_rows
from zonecli.answers.show_notes import (
    conflict_notes,
    only_ratio_notes,
    unshown_notes,
)
from zonecli.answers.show_sheet import Showing, cited_reports, figures_sheets, reports_sheet
from zonecli.answers.surroundings import Surroundings, neighbourhood
from zonecli.language import said
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table


class ShowRequest(NamedTuple):
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
    registries = table.registries
    operands = [metric for c in request.computations for metric in c.metrics]
    # what is worked out names its operands by their ids, a list of every report has all notes
    light = not request.computations and not request.every_report
    table = table.foreseen([neighbourhood(request.scope, registries, operands)], light=light)
    candidates = list(table.select(_filter(table, request)))
    known = _known(candidates, request, registries)
    reports = table.whole(_latest(known) if request.latest else known)
    around = Surroundings(table, reports, operands)
    columns = _columns(table, request)
    rows = [
        {
            **table.extra_cells(report),
            **report_row(report, registries),
            **_computed_cells(around, report, request),
        }
        for report in reports
    ]
    rows, cut = limited(sorted_rows(rows, request.sort, columns), request.limit)
    by_id = {report.id: report for report in reports}
    reports = [by_id[row["id"]] for row in rows]
    plain = request.every_report
    cited = reports if plain else list(cited_reports(reports, around, request.computations))
    sources = unique(registries.sources[report.source] for report in cited)
    conflicts = disputed(table, cited)
    showing = Showing(
        reports=reports,
        registries=registries,
        around=around,
        number={source.id: str(n) for n, source in enumerate(sources, start=1)},
        computations=request.computations,
        disputed=conflicts,
        chronological=request.sort is None,
    )
    sheets = [reports_sheet(showing)] if plain else figures_sheets(showing)
    unshown = unshown_notes(candidates, known, request.scope, registries)
    noted = [*reports, *(candidates if unshown else ())]  # of these something is said already
    notes = (
        *cut,
        *only_ratio_notes(known, request.scope, registries),
        *(() if plain else unshown),
        *conflict_notes(conflicts.values(), registries),
        *missing_notes(table, request.scope, noted, (request.first_year, request.last_year)),
    )
    return Result(
        query=_query(request),
        columns=columns,
        rows=tuple(rows),
        sheet=sheets[0] if sheets else Sheet("", (), ()),
        further=tuple(sheets[1:]),
        notes=notes,
        sources=sources,
        dataset=table.registries.dataset,
        lines=line_names(reports, registries),
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


def _known(
    candidates: Sequence[Report], request: ShowRequest, registries: Registries
) -> list[Report]:
    """The candidates of the measure, period and unit asked for, in the order of the columns."""
    reports = in_measures(candidates, request.scope.measures)
    if not request.every_report:
        reports = in_main_unit(in_period(reports, request.scope.period, registries), registries)
    elif request.scope.period != DEFAULT_PERIOD:
        reports = in_period(reports, request.scope.period, registries)
    metrics = {metric: place for place, metric in enumerate(request.scope.metrics)}
    types = {zone_type: place for place, zone_type in enumerate(registries.zone_types)}
    return sorted(reports, key=lambda r: (metrics.get(r.metric, 0), types[r.zone_type]))


def _latest(reports: Sequence[Report]) -> list[Report]:
    """Those of the last year that each column has."""
    newest: dict[Any, int] = {}
    for report in reports:
        newest[report.line] = max(newest.get(report.line, report.year), report.year)
    return [report for report in reports if report.year == newest[report.line]]


def _columns(table: Table, request: ShowRequest) -> tuple[Column, ...]:
    """The table's own, what else a user's table has, those of the source, what is worked out."""
    if not table.extra_columns:
        return (*REPORT_COLUMNS, *_computed_columns(request))
    after = (*SOURCE_COLUMNS, *_computed_columns(request))
    taken = {column.name for column in (*REPORT_COLUMNS, *after)}
    extra = (Column(n, "of the table itself") for n in table.extra_columns if n not in taken)
    return (*REPORT_COLUMNS[: -len(SOURCE_COLUMNS)], *extra, *after)


def _computed_columns(request: ShowRequest) -> Iterator[Column]:
    for c in request.computations:
        what = said("{what}; null: only a bound, or not to be worked out", what=c.description)
        yield Column(c.name, what)
        yield Column(f"{c.name}_low", "least value that the operands allow; null: unbounded")
        yield Column(f"{c.name}_high", "greatest value that they allow; null: unbounded")
        yield Column(f"{c.name}_unit", "unit of the three")
        yield Column(f"{c.name}_operands", "ids of the reports it is worked out from")
        if c.measure:
            what = said("the {measure} that a source prints; null: none", measure=said(c.measure))
            yield Column(f"{c.name}_printed", what)
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


def _query(request: ShowRequest) -> dict[str, Any]:
    return {
        "command": "show",
        **scope_query(request.scope),
        "from": request.first_year,
        "to": request.last_year,
        "latest": request.latest,
        "reports": request.every_report,
        "computed": [computation.name for computation in request.computations],
    }
