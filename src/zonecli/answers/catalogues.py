"""What there is to list: metrics, zone types, zones, sources and years, and how each is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from zonecli.answers.naming import one_of
from zonecli.answers.result import Column
from zonecli.language import to_be_said
from zonecli.table.registries import Registries
from zonecli.table.report import Report


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
            Column("designated", "zone type:YYYY-MM of its approval; null: not recorded"),
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
