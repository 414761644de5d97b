"""Describes the table for other tools: a Frictionless Data Package, version 2.0 of the standard.

https://datapackage.org/standard/data-package/
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from zonecli.stats.qualifiers import QUALIFIERS
from zonecli.table import columns
from zonecli.table.columns import COLUMNS, Column
from zonecli.table.report import Report

UNIT_LABELS: Mapping[str, str] = {
    "count": "things counted one by one",
    "persons": "people",
    "rank": "place in a ranking, 1 is the best",
    "CNY": "yuan, at current prices",
    "USD": "US dollars, at current prices",
    "percent": "percent",
    "percentage_points": "percentage points",
    "index": "index number; the note names its base",
    "points": "points of a score",
    "times": "times, as in 2.5 times",
    "sq_km": "square kilometres",
    "hectares": "hectares",
    "CNY_per_USD": "yuan for one US dollar",
    "CNY_per_person": "yuan a person",
    "CNY_per_sq_km": "yuan a square kilometre",
    "tonnes": "tonnes",
    "tce_per_10000_CNY": "tonnes of coal equivalent for 10,000 yuan",
    "per_10000_persons": "for each 10,000 people",
}
_LICENCES = {
    "CC-BY-4.0": {
        "name": "CC-BY-4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
        "title": "Creative Commons Attribution 4.0 International",
    }
}
_TYPES = {
    "string": "string",
    "int8": "integer",
    "int16": "integer",
    "float64": "number",
    "bool": "boolean",
}
_VOCABULARIES = {
    "measure": columns.MEASURES,
    "period": columns.PERIODS,
    "qualifier": QUALIFIERS,
    "basis": columns.BASES,
    "status": columns.STATUSES,
    "unit": columns.UNITS,
}


def descriptor_bytes(
    reports: Sequence[Report],
    registries: Mapping[str, Any],
    content: bytes,
    path: str = "metrics.parquet",
) -> bytes:
    """The descriptor as the file `datapackage.json` holds it: the same input, the same bytes."""
    described = descriptor(reports, registries, content, path)
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def descriptor(
    reports: Sequence[Report],
    registries: Mapping[str, Any],
    content: bytes,
    path: str = "metrics.parquet",
) -> dict[str, Any]:
    """The descriptor of a table of these `reports`, whose Parquet file holds `content`.

    `registries`: as they ride in the metadata; `path`: of the table, from the descriptor's folder.
    Its sources are those of the reports: the registry has others, of numbers that were left out.
    """
    dataset, used = registries["dataset"], {report.source for report in reports}
    sources = [source for key, source in registries["sources"].items() if key in used]
    described = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "china-development-zones",
        "title": dataset.get("name"),
        "description": _description(len(reports), sources),
        "version": dataset.get("version"),
        "created": _datetime(dataset.get("date", "")),
        "keywords": ["China", "statistics", "development zones", "high-tech zones"],
        "licenses": _licences(dataset.get("license", "")),
        "contributors": [{"title": "The zonecli team", "roles": ["dataCurator"]}],
        "sources": [{"title": s["title"], "path": s["url"]} for s in sources],
        "resources": [_resource(registries, content, path)],
    }
    return {name: value for name, value in described.items() if value}


def _description(reports: int, sources: Sequence[Mapping[str, Any]]) -> str:
    kinds = Counter(source["kind"] for source in sources)
    told = ", ".join(f"{kind} {kinds[kind]}" for kind in columns.SOURCE_KINDS if kinds[kind])
    return (
        f"{reports:,} reports of figures on China's development zones, and of the national totals "
        f"to set them against, from {len(sources):,} sources ({told}).\n\n"
        "One row is one figure as one source prints it, with its printed digits, its hedge and the "
        "interval that these allow. Where several reports tell one figure, one is preferred by a "
        "written rule. The registries of metrics, zone types, zones, sources and series are JSON "
        "in the Parquet file's own metadata, under the key `zonecli`.\n\n"
        "The licence covers the curation: selection, arrangement, definitions, notes. The figures "
        "themselves are facts, free for all; cite their sources."
    )


def _datetime(date: str) -> str | None:
    return f"{date}T00:00:00Z" if date else None


def _licences(name: str) -> list[dict[str, str]]:
    return [_LICENCES.get(name, {"name": name})] if name else []


def _resource(registries: Mapping[str, Any], content: bytes, path: str) -> dict[str, Any]:
    return {
        "name": "metrics",
        "type": "table",
        "title": "Reports: one row is one figure as one source prints it",
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        # No `bytes`: frictionless 5 counts none in a Parquet file and then calls the file invalid.
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {
            "fields": [_field(column, registries) for column in COLUMNS],
            "primaryKey": ["id"],
        },
    }


def _field(column: Column, registries: Mapping[str, Any]) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": column.description,
    }
    if column.name == "unit":
        field["categories"] = [{"value": u, "label": UNIT_LABELS[u]} for u in columns.UNITS]
    if constraints := _constraints(column, registries):
        field["constraints"] = constraints
    return field


def _constraints(column: Column, registries: Mapping[str, Any]) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if not column.nullable:
        constraints["required"] = True
    if column.name == "id":
        constraints["unique"] = True
    if column.name == "month":
        constraints |= {"minimum": 1, "maximum": 12}
    if column.name == "zone_type":
        constraints["enum"] = list(registries["zone_types"])
    if column.name in _VOCABULARIES:
        constraints["enum"] = list(_VOCABULARIES[column.name])
    return constraints
