"""`show`: the figures of one metric or several, one line a year."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from zonecli.answers.choosing import (
    DEFAULT_PERIOD,
    Scope,
    in_measures,
    in_period,
    in_scope,
    scope_query,
    types_of,
)
from zonecli.answers.computations import Computation
from zonecli.answers.disputes import disputed
from zonecli.answers.naming import line_names
from zonecli.answers.nearest import missing_notes
from zonecli.answers.result import (
    Column,
    Result,
    Sheet,
    cited_sources,
    limited,
    numbered,
    sorted_rows,
)
from zonecli.answers.show_notes import (
    conflict_notes,
    only_ratio_notes,
    unshown_notes,
)
from zonecli.answers.show_rows import show_columns, show_rows
from zonecli.answers.show_sheet import Showing, cited_reports, listed, parts_of, sheets_of
from zonecli.answers.surroundings import Surroundings, neighbourhood
from zonecli.table.registries import Registries, Source
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


class Shown(NamedTuple):
    """The figures that a request asks for: `showing` for people, `columns` and `rows` for machines,
    what they are cited from and what must be said beside them."""

    showing: Showing
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Any], ...]
    sources: tuple[Source, ...]
    notes: tuple[str, ...]


def show(table: Table, request: ShowRequest) -> Result:
    """The figures asked for. Rows: the table's own columns, the title and url of the source."""
    return answer_of(shown(table, request), request)


def answer_of(found: Shown, request: ShowRequest) -> Result:
    """The figures found, laid out as the answer to the request."""
    showing = found.showing
    sheet, *further = sheets_of(showing) or [Sheet("", (), ())]
    return Result(
        query=_query(request),
        columns=found.columns,
        rows=found.rows,
        sheet=sheet,
        further=tuple(further),
        notes=found.notes,
        sources=found.sources,
        dataset=showing.registries.dataset,
        lines=line_names(showing.reports, showing.registries),
    )


def shown(table: Table, request: ShowRequest) -> Shown:
    """The figures asked for, in their order, with all that is known around them."""
    registries, computations = table.registries, request.computations
    operands = [metric for c in computations for metric in c.metrics]
    # what is worked out names its operands by their ids, a list of every report has all notes
    light = not computations and not request.every_report
    table = table.foreseen([neighbourhood(request.scope, registries, operands)], light=light)
    candidates = list(table.select(_filter(table, request)))
    known = _known(candidates, request, registries)
    picked = {r.id: r for r in table.whole(_latest(known) if request.latest else known)}
    around = Surroundings(table, picked.values(), operands)
    computed = {r.id: [c.of(around, r) for c in computations] for r in picked.values()}
    columns = show_columns(table, computations)
    rows = show_rows(table, around, picked.values(), computations, computed)
    rows, cut = limited(sorted_rows(rows, request.sort, columns), request.limit)
    reports = [picked[row["id"]] for row in rows]
    parts = listed(reports) if request.every_report else parts_of(reports, computations)
    cited = list(cited_reports(reports, parts, around))
    sources = cited_sources(cited, registries)
    showing = Showing(
        reports=reports,
        parts=parts,
        registries=registries,
        around=around,
        number=numbered(sources),
        computations=computations,
        computed=computed,
        disputed=disputed(table, cited, around),
        chronological=request.sort is None,
    )
    notes = (*cut, *_notes(table, request, showing, candidates, known))
    return Shown(showing, columns, tuple(rows), sources, notes)


def _notes(
    table: Table,
    request: ShowRequest,
    showing: Showing,
    candidates: Sequence[Report],
    known: Sequence[Report],
) -> tuple[str, ...]:
    """What must be said beside the figures, `known` among the `candidates`."""
    scope, registries = request.scope, table.registries
    unshown = unshown_notes(candidates, known, scope, registries)
    noted = [*showing.reports, *(candidates if unshown else ())]  # of these something is said
    return (
        *only_ratio_notes(known, scope, registries),
        *(() if request.every_report else unshown),
        *conflict_notes(showing.disputed.values(), registries),
        *missing_notes(table, scope, noted, (request.first_year, request.last_year)),
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
    scope = request.scope
    if not request.every_report:
        reports = in_scope(candidates, scope, registries)
    else:
        reports = in_measures(candidates, scope.measures)
        if scope.period != DEFAULT_PERIOD:
            reports = in_period(reports, scope.period, registries)
    metrics = {metric: place for place, metric in enumerate(scope.metrics)}
    types = {zone_type: place for place, zone_type in enumerate(registries.zone_types)}
    return sorted(reports, key=lambda r: (metrics.get(r.metric, 0), types[r.zone_type]))


def _latest(reports: Sequence[Report]) -> list[Report]:
    """Those of the last year that each column has."""
    newest: dict[Any, int] = {}
    for report in reports:
        newest[report.line] = max(newest.get(report.line, report.year), report.year)
    return [report for report in reports if report.year == newest[report.line]]


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
