"""`list`: what metrics, zone types, zones, sources and years there are, with their coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from zonecli.answers.catalogues import CATALOGUES, Catalogue
from zonecli.answers.coverage import Coverage, coverage_by
from zonecli.answers.naming import one_of, type_short, unit_name
from zonecli.answers.result import Column, Heading, Result, Sheet, by_columns, limited, sorted_rows
from zonecli.answers.sparkline import sparkline
from zonecli.language import in_chinese, said, to_be_said
from zonecli.table.registries import Registries
from zonecli.table.table import Filter, Table

_COVERAGE_COLUMNS = (
    Column("figures", "distinct figures in the table"),
    Column("reports", "reports that tell them"),
    Column("first_year", "first year with a figure; null: none"),
    Column("last_year", "last year with a figure; null: none"),
)
_MOST_YEARS = 20
_CHINESE = "_zh"  # ends the names of columns that hold the Chinese for another


class ListRequest(NamedTuple):
    """What `list` is asked: a subject, in which zone types (none: all)."""

    subject: str
    zone_types: tuple[str, ...] = ()
    sort: str | None = None
    limit: int | None = None


def list_entries(table: Table, request: ListRequest) -> Result:
    """The entries of a subject with their coverage; those without a figure only where they are
    facts of their own (zones with their designation, zone types)."""
    catalogue = CATALOGUES[request.subject]
    wanted = Filter(zone_types=request.zone_types, only_preferred=False)
    covered = coverage_by(table.select(wanted), catalogue.key)
    entries = catalogue.rows(table.registries) or {
        year: {"year": int(year)} for year in sorted(covered)
    }
    rows = [
        {**entry, **_coverage_cells(covered.get(key))}
        for key, entry in entries.items()
        if key in covered or _belongs(catalogue, entry, request)
    ]
    columns = (*catalogue.columns, *_COVERAGE_COLUMNS)
    rows, cut = limited(sorted_rows(rows, request.sort, columns), request.limit)
    return Result(
        query={
            "command": "list",
            "subject": request.subject,
            "types": list(request.zone_types),
        },
        columns=columns,
        rows=tuple(rows),
        sheet=_sheet(catalogue, rows, covered, table.registries),
        notes=cut,
        dataset=table.registries.dataset,
    )


def _belongs(catalogue: Catalogue, entry: Mapping[str, Any], request: ListRequest) -> bool:
    if not catalogue.empty_too:
        return False
    types = set(request.zone_types)
    return not types or entry["id"] in types or bool(types & set(entry.get("types", "").split()))


def _coverage_cells(coverage: Coverage | None) -> dict[str, Any]:
    if coverage is None:
        return {"figures": 0, "reports": 0, "first_year": None, "last_year": None}
    return {
        "figures": coverage.figures,
        "reports": coverage.reports,
        "first_year": coverage.first_year,
        "last_year": coverage.last_year,
    }


def _sheet(
    catalogue: Catalogue,
    rows: Sequence[Mapping[str, Any]],
    covered: Mapping[str, Coverage],
    registries: Registries,
) -> Sheet:
    key = catalogue.columns[0].name
    known = [covered.get(str(row[key])) for row in rows]
    window = _window(covered) if catalogue.with_course else range(0)
    shown, cell = (_shown(catalogue), _chinese_cell) if in_chinese() else (catalogue.shown, _cell)
    columns = [
        (Heading(said(text)), [cell(row, name, registries) for row in rows]) for name, text in shown
    ]
    figures = [str(row["figures"] or "") for row in rows]
    columns.append((Heading(said("Figures"), right=True), figures))
    if key != "year":
        years = [coverage.years if coverage is not None else "" for coverage in known]
        columns.append((Heading(said("Years")), years))
    if window:
        span = said("{first} to {last}", first=window[0], last=window[-1])
        columns.append(
            (Heading(span, picture=True), [_course(coverage, window) for coverage in known])
        )
    return Sheet("", *by_columns(columns))


def _window(covered: Mapping[str, Coverage]) -> range:
    """The years in which figures are counted: the last ones that any entry has."""
    last = max((coverage.last_year for coverage in covered.values()), default=0)
    return range(last - _MOST_YEARS + 1, last + 1) if last else range(0)


def _course(coverage: Coverage | None, window: range) -> str:
    """How many figures each year has, as a picture; a blank for none."""
    counts = coverage.by_year if coverage is not None else {}
    return sparkline([counts.get(year) for year in window])


def _shown(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """The columns for a reader of Chinese, where names need no second column."""
    return tuple(
        (name, to_be_said("Id") if name == "id" else heading)
        for name, heading in catalogue.shown
        if not name.endswith(_CHINESE)
    )


def _cell(row: Mapping[str, Any], name: str, _: Registries) -> str:
    return "" if row[name] is None else str(row[name])


def _chinese_cell(row: Mapping[str, Any], name: str, registries: Registries) -> str:
    """A cell in Chinese: its own Chinese text, else the word for its code."""
    value = _cell(row, name, registries)
    if name == "unit":
        return unit_name(value)
    if name == "kind":
        return said(value)
    if name == "types":
        return said(", ").join(type_short(registries.zone_types[t]) for t in value.split())
    return one_of(value, row.get(name + _CHINESE) or "")
