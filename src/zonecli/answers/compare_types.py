"""`compare --types A,B --year Y`: the figures of several zone types side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zonecli.answers.choosing import Scope, in_main_unit, in_period, unique
from zonecli.answers.naming import measured, type_short
from zonecli.answers.nearest import missing_notes
from zonecli.answers.report_rows import REPORT_COLUMNS, report_row
from zonecli.answers.result import (
    Heading,
    Result,
    Sheet,
    cited_sources,
    limited,
    numbered,
    sorted_rows,
)
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import DASH, text_with_telling_unit
from zonecli.errors import UsageError
from zonecli.language import said, to_be_said
from zonecli.table.columns import MEASURES
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_NO_SUM = to_be_said(
    "Zone types are never added together: they overlap. Suzhou Industrial Park, for one, "
    "is counted among the economic zones and ranked among the high-tech ones."
)

_Key = tuple[str, str, str]  # metric, measure, zone


class TypesRequest(NamedTuple):
    """What is asked: at least two zone types, a year, and the rest of the scope."""

    year: int
    scope: Scope
    sort: str | None = None
    limit: int | None = None


def compare_types(table: Table, request: TypesRequest) -> Result:
    """The figures that at least two of the types have. Raises UsageError for fewer than two types.

    Rows: one a figure, in the table's own columns.
    """
    scope, registries = request.scope, table.registries
    if len(scope.zone_types) < 2:
        raise UsageError("Name two zone types or more: --types high-tech,economic.")
    found = _known(table, request)
    lines = {key: group for key, group in _grouped(found).items() if len(group) > 1}
    reports = [group[t] for group in _ordered(lines, scope, registries) for t in group]
    rows = sorted_rows([report_row(r, registries) for r in reports], request.sort, REPORT_COLUMNS)
    rows, cut = limited(rows, request.limit)
    by_id = {report.id: report for report in reports}
    shown = [by_id[row["id"]] for row in rows]
    sources = cited_sources(shown, registries)
    years = (request.year, request.year)
    return Result(
        query={
            "command": "compare",
            "types": list(scope.zone_types),
            "year": request.year,
            "metrics": list(scope.metrics),
            "measures": list(scope.measures),
        },
        columns=REPORT_COLUMNS,
        rows=tuple(rows),
        sheet=_sheet(shown, request, numbered(sources), registries),
        notes=(*cut, *missing_notes(table, scope, found, years), said(_NO_SUM)),
        sources=sources,
        dataset=registries.dataset,
    )


def _known(table: Table, request: TypesRequest) -> list[Report]:
    """The figures of the types in the year, each in the metric's main unit."""
    scope = request.scope
    wanted = Filter(
        metrics=scope.metrics,
        measures=scope.measures,
        zone_types=scope.zone_types,
        zones=scope.zones,
        first_year=request.year,
        last_year=request.year,
        statuses=scope.statuses,
    )
    found = in_period(table.select(wanted), scope.period, table.registries)
    return in_main_unit(found, table.registries)


def _grouped(reports: Sequence[Report]) -> dict[_Key, dict[str, Report]]:
    groups: dict[_Key, dict[str, Report]] = {}
    for report in reports:
        key = (report.metric, report.measure, report.zone)
        groups.setdefault(key, {})[report.zone_type] = report
    return groups


def _ordered(
    lines: dict[_Key, dict[str, Report]], scope: Scope, registries: Registries
) -> list[dict[str, Report]]:
    metrics = {metric: place for place, metric in enumerate(scope.metrics or registries.metrics)}
    keys = sorted(lines, key=lambda key: (metrics[key[0]], MEASURES.index(key[1])))
    types = scope.zone_types
    return [{t: lines[key][t] for t in types if t in lines[key]} for key in keys]


def _sheet(
    reports: Sequence[Report],
    request: TypesRequest,
    number: Mapping[str, str],
    registries: Registries,
) -> Sheet:
    types = request.scope.zone_types
    rows = tuple(
        (
            _measured(next(iter(group.values())), registries),
            *(_cell(group.get(t), number) for t in types),
            _difference(list(group.values())),
        )
        for group in _grouped(reports).values()
    )
    shorts = (type_short(registries.zone_types[t]) for t in types)
    headings = (
        Heading(said("Figure")),
        *(Heading(short, right=True) for short in shorts),
        Heading(said("Beware")),
    )
    return Sheet(
        said("Zone types side by side, {year} · money in CNY unless marked", year=request.year),
        headings,
        rows,
    )


def _measured(report: Report, registries: Registries) -> str:
    return measured(registries.metrics[report.metric], report.measure)


def _cell(report: Report | None, number: Mapping[str, str]) -> str:
    if report is None:
        return DASH
    return f"{text_with_telling_unit(report)} [{number[report.source]}]"


def _difference(reports: Sequence[Report]) -> str:
    """In what the reports differ besides their figures."""
    remarks = []
    if len({report.unit for report in reports}) > 1:
        remarks.append(said("units differ"))
    times = unique(month_text(r.period, r.year, r.month) for r in reports)
    if len(times) > 1:
        remarks.append(said("not the same month: {times}", times=said(", ").join(times)))
    if len({report.basis for report in reports}) > 1:
        remarks.append(said("growth on different bases"))
    if any(report.status != "reported" for report in reports):
        remarks.append(said("not all printed"))
    return said("; ").join(remarks)
