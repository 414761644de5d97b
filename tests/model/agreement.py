"""Asks the real thing what the model is asked, and says where the two differ."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from plain_model import Question, Record, Row

from zonecli.answers.choosing import Scope
from zonecli.answers.compare import CompareRequest, compare
from zonecli.answers.computations import computations
from zonecli.answers.show import ShowRequest, show
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Table

DERIVED_FROM_EACH_OTHER = "/"  # a printed multiple: the two figures are not independent


def opened(record: Record) -> Table:
    """The record as zonecli holds it in memory."""
    rows = record.reports[list(Report._fields)].itertuples(index=False, name=None)
    reports = tuple(Report._make(row) for row in rows)
    return Table(Path("memory.parquet"), reports, Registries.from_dict(record.registries))


def shown(table: Table, asked: Question) -> list[Row]:
    """The rows that zonecli shows."""
    wanted = computations(
        table.registries,
        with_growth=asked.growth,
        with_share=asked.share,
        per_zone=asked.per_zone,
        per_metrics=asked.per,
        index_year=asked.index,
        usd=asked.usd,
        real_year=asked.real,
    )
    request = ShowRequest(
        scope_of(asked), asked.first, asked.last, asked.latest, asked.reports, wanted
    )
    return [dict(row) for row in show(table, request).rows]


def pairs(table: Table, asked: Question, from_year: int, to_year: int) -> list[Row]:
    """The rows that zonecli compares; of warnings, how many that are no conflict."""
    result = compare(table, CompareRequest(from_year, to_year, scope_of(asked)))
    return [with_counted_warnings(dict(row)) for row in result.rows]


def with_counted_warnings(row: Row) -> Row:
    warnings = (row.pop("warning") or "").split("; ")
    return {**row, "warnings": sum(bool(w) and "zonecli conflicts" not in w for w in warnings)}


def scope_of(asked: Question) -> Scope:
    return Scope(
        metrics=asked.metrics,
        zone_types=asked.types,
        zones=asked.zones or ("all",),
        measures=asked.measures,
        period=asked.period or "default",
        statuses=asked.statuses,
    )


def differences(expected: Sequence[Row], found: Sequence[Mapping[str, Any]]) -> list[str]:
    """Where two answers differ, a line a cell; numbers may differ by what float64 arithmetic may
    have added."""
    if len(expected) != len(found):
        return [f"{len(expected)} rows expected, {len(found)} found:", *map(_name, expected), "/"]
    lines = []
    for ours, theirs in zip(expected, found, strict=True):
        if set(ours) != set(theirs):
            lines.append(f"{_name(ours)}: columns {set(ours) ^ set(theirs)}")
        for column in ours.keys() & theirs.keys():
            if not same(ours[column], theirs[column]):
                lines.append(f"{_name(ours)}: {column} {ours[column]!r}, not {theirs[column]!r}")
    return lines


def same(expected: Any, found: Any) -> bool:
    if isinstance(expected, float) and isinstance(found, int | float):
        return math.isclose(expected, found, rel_tol=1e-9, abs_tol=1e-9)
    return bool(expected == found)


def _name(row: Mapping[str, Any]) -> str:
    keys = ("id", "metric", "measure", "zone_type", "zone", "year", "period", "month", "unit")
    return " ".join(str(row[key]) for key in keys if key in row)


def read_csv(text: str) -> list[Row]:
    """CSV as a program reads it that knows nothing but that an empty cell is null."""
    import csv
    import io

    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [{column: _value(cell) for column, cell in row.items()} for row in rows]


def _value(cell: str) -> Any:
    if cell in ("", "true", "false", "True", "False"):
        return {"": None, "t": True, "f": False}[cell[:1].lower()]
    try:
        return float(cell)
    except ValueError:
        return cell


def read_json(text: str) -> list[Row]:
    rows: list[Row] = json.loads(text)["rows"]
    return rows
