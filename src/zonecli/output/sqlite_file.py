"""SQLite: the reports and each registry as a table, and the preferred figures as a view."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any

from zonecli.answers.report_rows import further_columns
from zonecli.table.columns import COLUMNS
from zonecli.table.registries import Dataset, Metric, Series, Source, Zone, ZoneType
from zonecli.table.report import Report
from zonecli.table.table import Table

_TYPES = {"float64": "REAL", "int8": "INTEGER", "int16": "INTEGER", "bool": "INTEGER"}
# Column of the reports → the registry that it is a key into.
_KEYS = {
    "metric": "metrics",
    "zone_type": "zone_types",
    "zone": "zones",
    "series": "series",
    "source": "sources",
}
_FIGURES = """
CREATE VIEW figures AS
SELECT r.*, m.label AS metric_label, t.label AS zone_type_label, z.name AS zone_name,
       s.title AS source_title, s.publisher AS source_publisher, s.published AS source_published,
       s.url AS source_url
FROM reports r
JOIN metrics m ON m.id = r.metric
JOIN zone_types t ON t.id = r.zone_type
JOIN zones z ON z.id = r.zone
JOIN sources s ON s.id = r.source
WHERE r.preferred
"""


def sqlite_bytes(table: Table) -> bytes:
    """The database as its file holds it. Lists and objects of the registries are JSON."""
    registries = table.registries
    series = {r.series: Series(r.series, r.series) for r in table.reports if r.series}
    entries: Mapping[str, tuple[type[Any], Iterable[Any]]] = {
        "metrics": (Metric, registries.metrics.values()),
        "zone_types": (ZoneType, registries.zone_types.values()),
        "zones": (Zone, registries.zones.values()),
        "series": (Series, {**series, **registries.series}.values()),
        "sources": (Source, registries.sources.values()),
    }
    with closing(sqlite3.connect(":memory:")) as connection:
        for name, (kind, registry) in entries.items():
            _fill(connection, name, kind, registry)
        _fill(connection, "dataset", Dataset, [registries.dataset])
        _fill_reports(connection, table)
        connection.execute(_FIGURES)
        connection.commit()
        return connection.serialize()


def _fill(
    connection: sqlite3.Connection, name: str, kind: type[Any], entries: Iterable[Any]
) -> None:
    fields = (f'"{f}" TEXT PRIMARY KEY' if f == "id" else f'"{f}"' for f in kind._fields)
    connection.execute(f"CREATE TABLE {name} ({', '.join(fields)})")
    marks = ", ".join("?" * len(kind._fields))
    rows = (tuple(map(_cell, entry)) for entry in entries)
    connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)


def _cell(value: Any) -> Any:
    if isinstance(value, Mapping):
        return json.dumps(dict(value), ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _fill_reports(connection: sqlite3.Connection, table: Table) -> None:
    own = [
        f'"{c.name}" {_TYPES.get(c.type, "TEXT")}'
        + ("" if c.nullable else " NOT NULL")
        + (" PRIMARY KEY" if c.name == "id" else "")
        + (f" REFERENCES {_KEYS[c.name]} (id)" if c.name in _KEYS else "")
        for c in COLUMNS
    ]
    further = further_columns(table)
    columns = (*own, *(_quoted(name) for name in _free_names(further)))
    connection.execute(f"CREATE TABLE reports ({', '.join(columns)})")
    marks = ", ".join("?" * len(columns))
    rows = ((*report, *_cells(table, report, further)) for report in table.reports)
    connection.executemany(f"INSERT INTO reports VALUES ({marks})", rows)
    connection.execute("CREATE INDEX reports_by_metric ON reports (metric, zone_type, year)")


def _cells(table: Table, report: Report, names: Iterable[str]) -> Iterator[Any]:
    cells = table.extra_cells(report)
    return (cells[name] for name in names)


def _free_names(names: Iterable[str]) -> Iterator[str]:
    """Names of further columns as SQLite takes them: to it "Value" is "value"."""
    taken = {column.name for column in COLUMNS}
    for name in names:
        number, free = 1, name
        while free.lower() in taken:
            number += 1
            free = f"{name}_{number}"
        taken.add(free.lower())
        yield free


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
