"""Opens a table: reads the Parquet file, checks its columns, takes the registries out of it."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from zonecli.errors import DataError
from zonecli.table import fast_copy
from zonecli.table.columns import COLUMN_NAMES
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Table

METADATA_KEY = b"zonecli"
ENVIRONMENT_VARIABLE = "ZONECLI_DATA"
_PACKAGE = Path(__file__).parents[1]

# What is held in memory and copied. Measured, `show` as CSV in bare interpreters: at 50,000 rows
# the first reading takes 220 and the copy 19 from then on, DuckDB 23 every time; at 200,000 rows
# 1,100, 20 and 40. Bytes tell most large tables without opening them.
MOST_BYTES = 2_000_000
MOST_ROWS = 50_000


def default_path() -> Path:
    """The table to read when none is named: ZONECLI_DATA, else the one that came with zonecli.

    A wheel carries it in the package; a checkout and an editable install have it in `data/`.
    """
    if named := os.environ.get(ENVIRONMENT_VARIABLE):
        return Path(named).expanduser()
    return our_path()


def our_path() -> Path:
    """Where the table that came with zonecli is. Raises DataError."""
    places = (_PACKAGE / "data" / "metrics.parquet", _PACKAGE.parents[1] / "data/metrics.parquet")
    for place in places:
        if place.is_file():
            return place
    raise DataError("The table that belongs to zonecli is missing: install zonecli again.")


def open_table(data: Path | Sequence[str] | None = None) -> Table:
    """Opens the table at a path, or those at several paths and URLs laid over each other.

    A copy of a small file in the user's cache answers where there is one; else the Parquet file is
    read, and a copy left for the next time. Raises DataError: no such table, no Parquet, columns.
    """
    path = _location(data)
    if isinstance(path, Path) and not _is_folder_or_large(path):
        content = _content(path)
        copied = fast_copy.open_copy(path, content, lambda: _read(path)[0])
        if copied is not None:
            return copied
        if _is_plain(path):
            reports, registries = _read(path)
            fast_copy.leave_copy(content, reports, registries)
            return Table(path, reports, Registries.from_dict(registries))
    from zonecli.table.own_tables import open_own

    return open_own([str(path)] if isinstance(path, Path) else path)


def _location(data: Path | Sequence[str] | None) -> Path | Sequence[str]:
    """A path where one file or folder is named; of ZONECLI_DATA too, if it is no URL."""
    if data is not None:
        return data
    named = os.environ.get(ENVIRONMENT_VARIABLE, "")
    return [named] if "://" in named else default_path()


def _is_folder_or_large(path: Path) -> bool:
    try:
        found = path.stat()
    except OSError:
        return False  # reading it says what is wrong
    return stat.S_ISDIR(found.st_mode) or found.st_size > MOST_BYTES


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError(f"There is no table {path}.") from None
    except OSError as error:
        raise DataError(f"Cannot read {path}: {error.strerror or error}.") from error


def _is_plain(path: Path) -> bool:
    """Whether a file has our columns alone, and few enough rows to be held in memory."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            names = set(file.schema_arrow.names)
            return names <= set(COLUMN_NAMES) and file.metadata.num_rows <= MOST_ROWS
    except (pa.ArrowException, OSError):
        return True  # reading it says what is wrong


def _read(path: Path) -> tuple[tuple[Report, ...], dict[str, Any]]:
    """The reports and the registries, as JSON has them, of a Parquet file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from zonecli.table.checking import check_columns, checked_report, table_order
    from zonecli.table.made import complete, distinct_in, read_written

    try:
        with pq.ParquetFile(path) as file:
            check_columns(path, {field.name: str(field.type) for field in file.schema_arrow})
            table = file.read(columns=list(COLUMN_NAMES), use_threads=False)
            metadata = (file.metadata.metadata or {}).get(METADATA_KEY, b"{}")
            columns = [table.column(name).to_pylist() for name in COLUMN_NAMES]
    except (pa.ArrowException, OSError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DataError(f"Cannot read {path} as a Parquet table: {reason}") from error
    reports = [checked_report(path, row) for row in zip(*columns, strict=True)]
    reports.sort(key=table_order)
    registries = read_written(metadata, path)
    complete(registries, distinct_in(reports))
    return tuple(reports), registries
