"""A copy of a table that opens at once: SQLite, which Python has built in, in the user's cache.

pyarrow takes ten times as long to import as Python to start. So the first command that reads a
Parquet file leaves a copy of it, and the next ones read the copy: the same reports in the same
order, the same registries.

- A copy never stands for another table: it holds the Parquet file that it was made from, and
  answers only where that is, byte for byte, the one to be read.
- A copy is whole: it is written beside its place, read back and compared, flushed to the disk,
  and moved there.
- A copy runs nothing: it must have our two tables and no more, no view and no trigger.
- A copy is never needed: whatever is wrong with it or its folder, the Parquet file is read.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zonecli.errors import DataError
from zonecli.table.columns import COLUMNS
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

if TYPE_CHECKING:
    import sqlite3

_LAYOUT = "3"  # raise it when what a copy holds changes
_LARGEST = 20_000_000  # bytes of Parquet; copies of more would fill the cache
_LARGEST_COPY = 100_000_000  # bytes; of texts that Parquet has as good as once
_MOST_COPIES = 8
_UNFINISHED = ".unfinished"
_HOUR = 3600

_NAMES = ", ".join(f'"{column.name}"' for column in COLUMNS)
_TYPES = {"bool": "BOOL", "float64": "", "int8": "INTEGER", "int16": "INTEGER"}  # REAL loses -0.0
_CELLS = ", ".join(f'"{column.name}" {_TYPES.get(column.type, "TEXT")}' for column in COLUMNS)
_SCHEMA = (
    f"CREATE TABLE reports ({_CELLS})",
    "CREATE INDEX by_metric ON reports (metric, zone_type)",
    "CREATE TABLE data (registries TEXT, parquet BLOB)",
)


class CopiedTable(Table):
    """A table that is read from its copy; from the Parquet file if the copy turns out damaged."""

    def __init__(
        self,
        path: Path,
        registries: Registries,
        connection: sqlite3.Connection,
        read_parquet: Callable[[], Sequence[Report]],
    ) -> None:
        super().__init__(path, (), registries)
        self._connection = connection
        self._read_parquet = read_parquet

    @property
    def reports(self) -> Sequence[Report]:
        return tuple(self.select(Filter(only_preferred=False)))

    def select(self, wanted: Filter) -> Iterator[Report]:
        import sqlite3

        condition, values = wanted.as_sql()
        query = f"SELECT {_NAMES} FROM reports WHERE {condition} ORDER BY rowid"
        try:
            rows = self._connection.execute(query, values).fetchall()
        except (sqlite3.Error, OverflowError):  # a year that SQLite has no room for
            return filter(wanted.admits, self._read_parquet())
        return map(Report._make, rows)


def open_copy(
    path: Path, content: bytes, read_parquet: Callable[[], Sequence[Report]]
) -> CopiedTable | None:
    """The copy of the Parquet file `path`, which has this content; null where none can be read."""
    try:
        import sqlite3

        place = _place(content)
        if place is None or not place.is_file():
            return None
    except (ImportError, OSError):
        return None
    sqlite3.register_converter("BOOL", lambda value: value == b"1")
    try:
        connection = sqlite3.connect(
            f"{place.as_uri()}?mode=ro&immutable=1", uri=True, detect_types=sqlite3.PARSE_DECLTYPES
        )
        schema = connection.execute("SELECT sql FROM sqlite_schema").fetchall()
        if schema != [(statement,) for statement in _SCHEMA]:
            return None
        found = connection.execute("SELECT registries FROM data WHERE parquet = ?", (content,))
        registries = Registries.from_dict(json.loads(found.fetchone()[0]))
    except (sqlite3.Error, DataError, TypeError, ValueError, RecursionError):
        return None
    return CopiedTable(path, registries, connection, read_parquet)


def leave_copy(content: bytes, reports: Sequence[Report], registries: Mapping[str, Any]) -> None:
    """Leaves a copy for the next time; does nothing where that is not possible, as on a full disk
    or in a home that cannot be written."""
    try:
        import sqlite3
    except ImportError:
        return
    place = _place(content)
    if place is None or len(content) > _LARGEST:
        return
    with suppress(sqlite3.Error, OSError, OverflowError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = _new_file(place.parent)
        try:
            with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
                _fill(connection, content, reports, registries)
                written = connection.execute(f"SELECT {_NAMES} FROM reports ORDER BY rowid")
                same = written.fetchall() == list(reports)  # not so with NaN, which SQLite lacks
            if same and unfinished.stat().st_size <= _LARGEST_COPY:
                unfinished.replace(place)
        finally:
            unfinished.unlink(missing_ok=True)
        _discard_old(place.parent)


def _new_file(folder: Path) -> Path:
    """An empty file that no other process has, on this machine or another with the same home."""
    from tempfile import mkstemp

    handle, name = mkstemp(dir=folder, suffix=_UNFINISHED)
    os.close(handle)
    return Path(name)


def _fill(
    connection: sqlite3.Connection,
    content: bytes,
    reports: Sequence[Report],
    registries: Mapping[str, Any],
) -> None:
    connection.execute("PRAGMA page_size = 65536")  # reads the half megabyte of Parquet at a third
    connection.execute("PRAGMA journal_mode = OFF")  # a file that is not yet in its place
    connection.execute("PRAGMA synchronous = FULL")  # flushes it, before it is moved there
    connection.execute("BEGIN")
    for statement in _SCHEMA:
        connection.execute(statement)
    connection.executemany(f"INSERT INTO reports VALUES ({', '.join('?' * len(COLUMNS))})", reports)
    text = json.dumps(registries, ensure_ascii=False, separators=(",", ":"))
    connection.execute("INSERT INTO data VALUES (?, ?)", (text, content))
    connection.execute("COMMIT")


def _place(content: bytes) -> Path | None:
    """Where the copy of a Parquet file with this content is; null where there is no home.

    Two contents may share a place, then one of them has no copy.
    """
    from zlib import crc32

    folder = cache_folder()
    return folder / f"table-{_LAYOUT}-{crc32(content):08x}.sqlite" if folder is not None else None


def cache_folder() -> Path | None:
    """The cache folder of the system's own custom: XDG, macOS, Windows."""
    try:
        if sys.platform == "win32":
            base = Path(os.environ["LOCALAPPDATA"])
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            named = Path(os.environ.get("XDG_CACHE_HOME", ""))
            base = named if named.is_absolute() else Path.home() / ".cache"
    except (KeyError, RuntimeError):
        return None
    return base / "zonecli" if base.is_absolute() else None


def _discard_old(folder: Path) -> None:
    """Keeps the copies written last, and nothing that a process left unfinished an hour ago."""
    copies = sorted(folder.glob("table-*.sqlite"), key=_age)
    given_up = [path for path in folder.glob(f"*{_UNFINISHED}") if _age(path) > _HOUR]
    for old in (*copies[_MOST_COPIES:], *given_up):
        old.unlink(missing_ok=True)


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime
