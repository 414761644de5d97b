"""`list`: what metrics, zone types, zones, sources and years there are, with their coverage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from zonecli.answers.coverage import Coverage, coverage_by
from zonecli.answers.result import Column, Heading, Result, Sheet, limited, sorted_rows
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_COVERAGE_COLUMNS = (
    Column("figures", "distinct figures in the table"),
    Column("reports", "reports that tell them"),
    Column("first_year", "first year with a figure; null: none"),
    Column("last_year", "last year with a figure; null: none"),
)


class Catalogue(NamedTuple):
    """One subject of `list`: its own columns, which of all columns people are shown, its rows."""

    columns: tuple[Column, ...]
    shown: tuple[tuple[str, str], ...]  # column, heading
    rows: Callable[[Registries], Mapping[str, Mapping[str, Any]]]
    key: Callable[[Report], str]
    empty_too: bool = False


class ListRequest(NamedTuple):
    """What `list` is asked: a subject, in which zone types (none: all)."""

    subject: str
    zone_types: tuple[str, ...] = ()
    sort: str | None = None
    limit: int | None = None


def _metric_rows(registries: Registries) -> dict[str, dict[str, Any]]:
    return {
        m.id: {
            **{"id": m.id, "label": m.label, "label_zh": m.label_zh, "unit": m.unit},
            **{"kind": m.kind, "topic": m.topic, "definition": m.definition},
        }
        for m in registries.metrics.values()
    }


def _type_rows(registries: Registries) -> dict[str, dict[str, Any]]:
    return {
        t.id: {
            "id": t.id,
            "label": t.label,
            "label_zh": t.label_zh,
            "definition": t.definition,
        }
        for t in registries.zone_types.values()
    }


def _zone_rows(registries: Registries) -> dict[str, dict[str, Any]]:
    return {
        z.id: {
            **{"id": z.id, "name": z.name, "name_zh": z.name_zh, "kind": z.kind},
            "types": " ".join(z.types),
            "province": z.province,
            "designated": " ".join(f"{t}:{date}" for t, date in z.designated.items()) or None,
        }
        for z in registries.zones.values()
    }


def _source_rows(registries: Registries) -> dict[str, dict[str, Any]]:
    return {
        s.id: {
            **{"id": s.id, "publisher": s.publisher, "published": s.published, "kind": s.kind},
            **{"language": s.language, "seen": s.seen, "title": s.title, "url": s.url},
            "copies": s.copies or None,
        }
        for s in registries.sources.values()
    }


def _columns(*described: str) -> tuple[Column, ...]:
    pairs = (text.split(": ", 1) for text in described)
    return tuple(Column(name, description) for name, description in pairs)


CATALOGUES: Mapping[str, Catalogue] = {
    "metrics": Catalogue(
        _columns(
            "id: what to type",
            "label: in English",
            "label_zh: in Chinese",
            "unit: main unit of a level",
            "kind: flow (of a period) or stock (at a date)",
            "topic: field it belongs to",
            "definition: what is counted",
        ),
        (("id", "Metric"), ("label", "Label"), ("label_zh", "中文"), ("unit", "Unit")),
        _metric_rows,
        lambda report: report.metric,
    ),
    "types": Catalogue(
        _columns(
            "id: what to type",
            "label: in English",
            "label_zh: in Chinese",
            "definition: which zones these are",
        ),
        (("id", "Type"), ("label", "Label"), ("label_zh", "中文")),
        _type_rows,
        lambda report: report.zone_type,
        empty_too=True,
    ),
    "zones": Catalogue(
        _columns(
            "id: what to type",
            "name: in English",
            "name_zh: in Chinese",
            "kind: zone, group or all",
            "types: zone types that it is reported under",
            "province: where it lies; null: a group, or unknown",
            "designated: zone type:YYYY-MM of its approval; null: not recorded",
        ),
        (("id", "Zone"), ("name", "Name"), ("name_zh", "中文"), ("types", "Types")),
        _zone_rows,
        lambda report: report.zone,
        empty_too=True,
    ),
    "sources": Catalogue(
        _columns(
            "id: key of the source",
            "publisher: who published it",
            "published: YYYY, YYYY-MM or YYYY-MM-DD; empty: undated",
            "kind: official-statistic, ministry, state-media, press, reference or mirror",
            "language: ISO 639-1",
            "seen: in full or in excerpt",
            "title: as published",
            "url: address",
            "copies: the release that it copies; null: none known",
        ),
        (("id", "Source"), ("published", "Date"), ("kind", "Kind"), ("title", "Title")),
        _source_rows,
        lambda report: report.source,
    ),
    "years": Catalogue(
        _columns("year: the year that figures are for"),
        (("year", "Year"),),
        lambda _registries: {},
        lambda report: str(report.year),
    ),
}


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
        sheet=_sheet(catalogue, rows, covered),
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
    catalogue: Catalogue, rows: Sequence[Mapping[str, Any]], covered: Mapping[str, Coverage]
) -> Sheet:
    key = catalogue.columns[0].name
    has_years = key != "year"
    lines = tuple(
        (
            *(str(row[name] if row[name] is not None else "") for name, _ in catalogue.shown),
            str(row["figures"] or ""),
            *((_years(covered.get(str(row[key]))),) if has_years else ()),
        )
        for row in rows
    )
    headings = (
        *(Heading(text) for _, text in catalogue.shown),
        Heading("Figures", right=True),
        *((Heading("Years"),) if has_years else ()),
    )
    return Sheet("", headings, lines)


def _years(coverage: Coverage | None) -> str:
    return coverage.years if coverage is not None else ""
