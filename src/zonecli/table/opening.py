"""Opens a table: reads the Parquet file, checks its columns, takes the registries out of it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from zonecli.errors import DataError
from zonecli.table import fast_copy
from zonecli.table.columns import COLUMNS, VOCABULARIES, Column
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Table

METADATA_KEY = b"zonecli"
ENVIRONMENT_VARIABLE = "ZONECLI_DATA"
_PACKAGE = Path(__file__).parents[1]
_STRINGS = ("string", "large_string", "string_view")  # Arrow's types of text


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
    """Opens the table at `path`. Raises DataError: no such file, no Parquet, wrong columns.

    A copy of it in the user's cache answers where there is one; else the Parquet file is read,
    and a copy left for the next time.
    """
    path = default_path() if path is None else path
    if path.is_dir():
        raise DataError(f"Cannot read {path}: it is a folder, not a Parquet file.")
    content = _content(path)
    copied = fast_copy.open_copy(path, content)
    if copied is not None:
        return copied
    reports, registries = _read(path)
    fast_copy.leave_copy(content, reports, registries)
    return Table(path, reports, Registries.from_dict(registries))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError(f"There is no table {path}.") from None
    except OSError as error:
        raise DataError(f"Cannot read {path}: {error.strerror or error}.") from error


def _read(path: Path) -> tuple[tuple[Report, ...], dict[str, Any]]:
    """The reports and the registries, as JSON has them, of a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            _check_columns(path, {field.name: str(field.type) for field in file.schema_arrow})
            names = [column.name for column in COLUMNS]
            table = file.read(columns=names, use_threads=False)
            metadata = (file.metadata.metadata or {}).get(METADATA_KEY, b"{}")
            columns = [table.column(name).to_pylist() for name in names]
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DataError(f"Cannot read {path} as a Parquet table: {reason}") from error
    _check_cells(path, columns)
    reports = tuple(Report._make(row) for row in zip(*columns, strict=True))
    registries = _registries(metadata, path)
    _complete(registries, reports)
    return reports, registries


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
        # dictionary<values=string, indices=int32, ordered=0>; but no list<string>
        return arrow_type.removeprefix("dictionary<values=").split(",")[0] in _STRINGS
    if column.type.startswith("int"):
        return arrow_type.startswith(("int", "uint"))
    if column.type == "float64":
        return arrow_type in ("double", "float") or arrow_type.startswith("int")
    return arrow_type == column.type


def _check_cells(path: Path, columns: Sequence[list[Any]]) -> None:
    """No empty cell where none may be, and only known words in the closed vocabularies."""
    cells = dict(zip((column.name for column in COLUMNS), columns, strict=True))
    holed = [c.name for c in COLUMNS if not c.nullable and None in cells[c.name]]
    if holed:
        raise DataError(f"{path} has empty cells where none may be: {', '.join(holed)}.")
    for name, allowed in VOCABULARIES.items():
        if strange := sorted(set(cells[name]) - {*allowed, None}):
            raise DataError(
                f"{path} has {name} {strange[0]!r}, which is none of {', '.join(allowed)}."
            )


def _registries(metadata: bytes, path: Path) -> dict[str, Any]:
    try:
        data = json.loads(metadata)
    except (ValueError, RecursionError) as error:
        raise DataError(f"{path}: the registries in its metadata are not JSON.") from error
    if not isinstance(data, dict):
        raise DataError(f"{path}: the registries in its metadata are no JSON object.")
    Registries.from_dict(data)
    return data


def _complete(registries: dict[str, Any], reports: Iterable[Report]) -> None:
    """Adds an entry made from the data for each key of a report that has none."""
    metrics, types, zones, sources = (
        registries.setdefault(name, {}) for name in ("metrics", "zone_types", "zones", "sources")
    )
    for report in reports:
        if report.metric not in metrics:
            metrics[report.metric] = {
                "label": report.metric.replace("_", " "),
                "unit": report.unit if report.measure == "level" else "count",
                "kind": "stock" if report.period == "point" else "flow",
            }
        types.setdefault(report.zone_type, {"label": report.zone_type})
        sources.setdefault(report.source, {"title": report.source})
        if report.zone not in zones:
            kind = "all" if report.zone == "all" else "zone"
            zones[report.zone] = {"name": report.zone, "kind": kind, "types": [report.zone_type]}
