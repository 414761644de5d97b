"""`list`: what metrics, zone types, zones, sources and years there are, with their coverage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from zonecli.answers.coverage import Coverage, coverage_by
from zonecli.answers.naming import one_of, type_short, unit_name
from zonecli.answers.result import Column, Heading, Result, Sheet, limited, sorted_rows
from zonecli.answers.sparkline import sparkline
from zonecli.language import in_chinese, said, to_be_said
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_COVERAGE_COLUMNS = (
    Column("figures", "distinct figures in the table"),
    Column("reports", "reports that tell them"),
    Column("first_year", "first year with a figure; null: none"),
    Column("last_year", "last year with a figure; null: none"),
)
_MOST_YEARS = 20
_CHINESE = "_zh"  # ends the names of columns that hold the Chinese for another


class Catalogue(NamedTuple):
    """One subject of `list`: its own columns, which of all columns people are shown, its rows.

    Of a column and its Chinese one, a reader of Chinese is shown the latter alone. `with_course`:
    people see how many figures there are of each of the last years.
    """

    columns: tuple[Column, ...]
    shown: tuple[tuple[str, str], ...]  # column, heading
    rows: Callable[[Registries], Mapping[str, Mapping[str, Any]]]
    key: Callable[[Report], str]
    empty_too: bool = False
    with_course: bool = False


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
            **{"kind": m.kind, "topic": m.topic},
            "definition": one_of(m.definition, m.definition_zh),
        }
        for m in registries.metrics.values()
    }


def _type_rows(registries: Registries) -> dict[str, dict[str, Any]]:
    return {
        t.id: {
            "id": t.id,
            "label": t.label,
            "label_zh": t.label_zh,
            "definition": one_of(t.definition, t.definition_zh),
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


_ID = Column("id", "what to type")
_LABELS = (Column("label", "in English"), Column("label_zh", "in Chinese"))

CATALOGUES: Mapping[str, Catalogue] = {
    "metrics": Catalogue(
        (
            *(_ID, *_LABELS),
            Column("unit", "main unit of a level"),
            Column("kind", "flow (of a period) or stock (at a date)"),
            Column("topic", "field it belongs to"),
            Column("definition", "what is counted"),
        ),
        (
            *(("id", to_be_said("Metric")), ("label", to_be_said("Label"))),
            *(("label_zh", "中文"), ("unit", to_be_said("Unit"))),
        ),
        _metric_rows,
        lambda report: report.metric,
        with_course=True,
    ),
    "types": Catalogue(
        (*(_ID, *_LABELS), Column("definition", "which zones these are")),
        (("id", to_be_said("Type")), ("label", to_be_said("Label")), ("label_zh", "中文")),
        _type_rows,
        lambda report: report.zone_type,
        empty_too=True,
        with_course=True,
    ),
    "zones": Catalogue(
        (
            _ID,
            Column("name", "in English"),
            Column("name_zh", "in Chinese"),
            Column("kind", "zone, group or all"),
            Column("types", "zone types that it is reported under"),
            Column("province", "where it lies; null: a group, or unknown"),
            Column(
                "designated",
                "zone type:YYYY-MM of its approval; null: not recorded",
            ),
        ),
        (
            *(("id", to_be_said("Zone")), ("name", to_be_said("Name"))),
            *(("name_zh", "中文"), ("types", to_be_said("Types"))),
        ),
        _zone_rows,
        lambda report: report.zone,
        empty_too=True,
    ),
    "sources": Catalogue(
        (
            Column("id", "key of the source"),
            Column("publisher", "who published it"),
            Column("published", "YYYY, YYYY-MM or YYYY-MM-DD; empty: undated"),
            Column(
                "kind",
                "official-statistic, ministry, state-media, press, reference or mirror",
            ),
            Column("language", "ISO 639-1"),
            Column("seen", "in full or in excerpt"),
            Column("title", "as published"),
            Column("url", "address"),
            Column("copies", "the release that it copies; null: none known"),
        ),
        (
            *(("id", to_be_said("Source")), ("published", to_be_said("Date"))),
            *(("kind", to_be_said("Kind")), ("title", to_be_said("Title"))),
        ),
        _source_rows,
        lambda report: report.source,
    ),
    "years": Catalogue(
        (Column("year", "the year that figures are for"),),
        (("year", to_be_said("Year")),),
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
    has_years = key != "year"
    window = _window(covered) if catalogue.with_course else range(0)
    shown, cell = (_shown(catalogue), _chinese_cell) if in_chinese() else (catalogue.shown, _cell)
    lines = tuple(
        (
            *(cell(row, name, registries) for name, _ in shown),
            str(row["figures"] or ""),
            *((_years(covered.get(str(row[key]))),) if has_years else ()),
            *((_course(covered.get(str(row[key])), window),) if window else ()),
        )
        for row in rows
    )
    headings = (
        *(Heading(said(text)) for _, text in shown),
        Heading(said("Figures"), right=True),
        *((Heading(said("Years")),) if has_years else ()),
        *(
            (Heading(said("{first} to {last}", first=window[0], last=window[-1])),)
            if window
            else ()
        ),
    )
    return Sheet("", headings, lines)


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


def _years(coverage: Coverage | None) -> str:
    return coverage.years if coverage is not None else ""
