"""Opens a table: reads the Parquet file, checks its columns, takes the registries out of it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zonecli.errors import DataError
from zonecli.table.columns import COLUMNS, Column
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Table

METADATA_KEY = b"zonecli"
ENVIRONMENT_VARIABLE = "ZONECLI_DATA"
_PACKAGE = Path(__file__).parents[1]


def default_path() -> Path:
    """The table to read when none is named: ZONECLI_DATA, else the one that came with zonecli.

    A wheel carries it in the package; a checkout and an editable install have it in `data/`.
    """
    if named := os.environ.get(ENVIRONMENT_VARIABLE):
        return Path(named).expanduser()
    places = (_PACKAGE / "data" / "metrics.parquet", _PACKAGE.parents[1] / "data/metrics.parquet")
    for place in places:
        if place.is_file():
            return place
    raise DataError("The table that belongs to zonecli is missing: install zonecli again.")


def open_table(path: Path | None = None) -> Table:
    """Opens the table at `path`. Raises DataError: no such file, no Parquet, wrong columns."""
    path = default_path() if path is None else path
    if path.is_dir():
        raise DataError(f"Cannot read {path}: it is a folder, not a Parquet file.")
    try:
        columns, metadata = _read(path)
    except FileNotFoundError:
        raise DataError(f"There is no table {path}.") from None
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DataError(f"Cannot read {path} as a Parquet table: {reason}") from error
    reports = tuple(Report._make(row) for row in zip(*columns, strict=True))
    registries = _registries(metadata, path)
    return Table(path=path, reports=reports, registries=_completed(registries, reports))


def _read(path: Path) -> tuple[list[list[Any]], bytes]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            schema = file.schema_arrow
            _check_columns(path, {field.name: str(field.type) for field in schema})
            wanted = [column.name for column in COLUMNS]
            table = file.read(columns=wanted, use_threads=False)
            metadata = (file.metadata.metadata or {}).get(METADATA_KEY, b"{}")
            columns = [table.column(name).to_pylist() for name in wanted]
    except pa.ArrowException as error:
        raise ValueError(str(error)) from error
    _check_nulls(path, columns)
    return columns, metadata


def _check_columns(path: Path, types: Mapping[str, str]) -> None:
    missing = [column.name for column in COLUMNS if column.name not in types]
    if missing:
        raise DataError(f"{path} lacks the columns {', '.join(missing)}.")
    wrong = [
        f"{column.name} is {types[column.name]}, not {column.type}"
        for column in COLUMNS
        if not _fits(types[column.name], column)
    ]
    if wrong:
        raise DataError(f"{path} has columns of the wrong type: {'; '.join(wrong)}.")


def _fits(arrow_type: str, column: Column) -> bool:
    if column.type == "string":
        return "string" in arrow_type
    if column.type.startswith("int"):
        return arrow_type.startswith(("int", "uint"))
    if column.type == "float64":
        return arrow_type in ("double", "float") or arrow_type.startswith("int")
    return arrow_type == column.type


def _check_nulls(path: Path, columns: list[list[Any]]) -> None:
    holed = [
        column.name
        for column, values in zip(COLUMNS, columns, strict=True)
        if not column.nullable and None in values
    ]
    if holed:
        raise DataError(f"{path} has empty cells where none may be: {', '.join(holed)}.")


def _registries(metadata: bytes, path: Path) -> Registries:
    try:
        data = json.loads(metadata)
        return Registries.from_dict(data if isinstance(data, dict) else {})
    except (ValueError, RecursionError) as error:
        raise DataError(f"{path}: the registries in its metadata are not JSON.") from error


def _completed(registries: Registries, reports: tuple[Report, ...]) -> Registries:
    """The registries, with an entry made from the data for each key that has none."""
    from dataclasses import replace

    from zonecli.table.registries import Metric, Source, Zone, ZoneType

    metrics, types = dict(registries.metrics), dict(registries.zone_types)
    zones, sources = dict(registries.zones), dict(registries.sources)
    for report in reports:
        if report.metric not in metrics:
            kind = "stock" if report.period == "point" else "flow"
            unit = report.unit if report.measure == "level" else "count"
            label = report.metric.replace("_", " ")
            metrics[report.metric] = Metric(report.metric, label, unit=unit, kind=kind)
        if report.zone_type not in types:
            types[report.zone_type] = ZoneType(report.zone_type, report.zone_type)
        if report.zone not in zones:
            zones[report.zone] = Zone(report.zone, report.zone, types=(report.zone_type,))
        if report.source not in sources:
            sources[report.source] = Source(report.source, report.source)
    return replace(registries, metrics=metrics, zone_types=types, zones=zones, sources=sources)
