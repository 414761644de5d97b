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
        copied = fast_copy.open_copy(path, content, lambda: _read(path, content)[0])
        if copied is not None:
            return copied
        if _is_plain(content):
            reports, registries = _read(path, content)
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
    except (OSError, ValueError):
        return False  # reading it says what is wrong
    if not stat.S_ISDIR(found.st_mode) and not stat.S_ISREG(found.st_mode):
        raise DataError(f"Cannot read {path}: it is neither a file nor a folder.")
    return stat.S_ISDIR(found.st_mode) or found.st_size > MOST_BYTES


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DataError(f"There is no table {path}.") from None
    except (OSError, ValueError) as error:  # a name that no system takes
        reason = getattr(error, "strerror", None) or error
        raise DataError(f"Cannot read {path}: {reason}.") from error


def _is_plain(content: bytes) -> bool:
    """Whether a file has our columns alone, and few enough rows to be held in memory."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(pa.BufferReader(content)) as file:
            names = set(file.schema_arrow.names)
            return names <= set(COLUMN_NAMES) and file.metadata.num_rows <= MOST_ROWS
    except (pa.ArrowException, OSError, ValueError):
        return True  # reading it says what is wrong


def _read(path: Path, content: bytes) -> tuple[tuple[Report, ...], dict[str, Any]]:
    """The reports and the registries, as JSON has them, of a Parquet file of this content.

    The file itself may be another by now, and a copy must be of what it says it is.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    from zonecli.table import checking
    from zonecli.table.made import complete, distinct_in, read_written

    try:
        with pq.ParquetFile(pa.BufferReader(content)) as file:
            checking.check_names(path, file.schema_arrow.names)
            types = {field.name: str(field.type) for field in file.schema_arrow}
            checking.check_columns(path, types)
            checking.check_size(path, file.metadata)
            texts = checking.text_columns(file.schema_arrow)
        with pq.ParquetFile(pa.BufferReader(content), read_dictionary=texts) as file:
            table = file.read(columns=list(COLUMN_NAMES), use_threads=False)
            metadata = (file.metadata.metadata or {}).get(METADATA_KEY, b"{}")
            columns = [_cells(table.column(name)) for name in COLUMN_NAMES]
    except (pa.ArrowException, OSError, ValueError) as error:  # text may be no UTF-8
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DataError(f"Cannot read {path} as a Parquet table: {reason}") from error
    checking.check_text(path, sum(map(checking.text_size, columns)))
    reports = [checking.checked_report(path, row) for row in zip(*columns, strict=True)]
    checking.check_ids(path, reports)
    reports.sort(key=checking.table_order)
    registries = read_written(metadata, path)
    complete(registries, distinct_in(reports))
    return tuple(reports), registries


def _cells(column: Any) -> list[Any]:
    """The cells of an Arrow column; a text that a dictionary holds once is made once."""
    cells: list[Any] = []
    for chunk in column.chunks:
        if hasattr(chunk, "dictionary"):
            words, places = chunk.dictionary.to_pylist(), chunk.indices.to_pylist()
            cells += [None if place is None else words[place] for place in places]
        else:
            cells += chunk.to_pylist()
    return cells
