"""A copy of a table that opens at once: SQLite, which Python has built in, in the user's cache.

pyarrow takes ten times as long to import as Python to start. So the first command that reads a
Parquet file leaves a copy of it, and the next ones read the copy: the same reports in the same
order, the same registries.

- A copy never stands for another table: it holds the Parquet file that it was made from, and
  answers only where that is, byte for byte, the one to be read.
- A copy is whole: it is written beside its place, read back and compared, flushed to the disk,
  and moved there.
- A copy runs nothing: it must have our three tables and no more, no view and no trigger.
- A copy's registries are read by the entry: all at once take half as long as Python to start.
- A copy is never needed: whatever is wrong with it or its folder, the Parquet file is read.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

from zonecli.errors import DataError
from zonecli.table.columns import COLUMNS
from zonecli.table.registries import Registries, objects_of
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

if TYPE_CHECKING:
    import sqlite3

# Registry, key, and the entry as JSON: in bytes, for as text it takes twice as long to be read.
Row = tuple[str, str, bytes]

_LAYOUT = "4"  # raise it when what a copy holds changes
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
    "CREATE TABLE registries (registry TEXT, key TEXT, entry BLOB)",
    "CREATE TABLE data (parquet BLOB, checksum INTEGER)",
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
        found = connection.execute("SELECT checksum FROM data WHERE parquet = ?", (content,))
        rows = connection.execute("SELECT * FROM registries ORDER BY rowid").fetchall()
        if found.fetchone() != (_checksum(rows),):
            return None
        registries = _registries(rows)
    except (sqlite3.Error, DataError, TypeError, ValueError):
        return None
    return CopiedTable(path, registries, connection, read_parquet)


class _Texts(Mapping[str, Any]):
    """What is written of each key, read from its JSON when it is asked for."""

    def __init__(self) -> None:
        self.by_key: dict[str, bytes] = {}

    def __getitem__(self, key: str) -> Any:
        text = self.by_key[key]
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            raise DataError(f"The copy of the table in {cache_folder()} is broken.") from error

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_key)

    def __len__(self) -> int:
        return len(self.by_key)


def _registries(rows: Sequence[Row]) -> Registries:
    registries: dict[str, _Texts] = defaultdict(_Texts)
    for registry, key, text in rows:
        registries[registry].by_key[key] = text
    return Registries.from_objects(registries)


def _registry_rows(registries: Mapping[str, Any]) -> list[Row]:
    """A row an entry, whose text is JSON. Marks that are no registries are left out."""
    return [
        (name, key, json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())
        for name, entries in objects_of(registries).items()
        if isinstance(entries, Mapping)
        for key, entry in entries.items()
    ]


def _checksum(rows: Sequence[Row]) -> int:
    """Of the registries: what a disk has damaged would else show only where it is read."""
    keys = "\n".join(f"{registry} {key}" for registry, key, _ in rows)
    return crc32(b"\n".join(text for *_, text in rows), crc32(keys.encode()))


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
    rows = _registry_rows(registries)
    connection.executemany("INSERT INTO registries VALUES (?, ?, ?)", rows)
    connection.execute("INSERT INTO data VALUES (?, ?)", (content, _checksum(rows)))
    connection.execute("COMMIT")


def _place(content: bytes) -> Path | None:
    """Where the copy of a Parquet file with this content is; null where there is no home.

    Two contents may share a place, then one of them has no copy.
    """
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
