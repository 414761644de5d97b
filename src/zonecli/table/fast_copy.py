"""A copy of a table that opens at once: SQLite, which Python has built in, in the user's cache.

pyarrow takes ten times as long to import as Python to start. So the first command that reads a
Parquet file leaves a copy of it, and the next ones read the copy: the same reports in the same
order, the same registries. Its name is the digest of the Parquet file's content, so a copy of
another content is never found; it is written beside its place and moved there, so a half-written
one is not found either. Whatever is wrong with a copy or its folder, the Parquet file is read: it
alone is the truth.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zonecli.table.columns import COLUMNS
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

if TYPE_CHECKING:
    import sqlite3

_LAYOUT = "1"  # raise it when what a copy holds changes
_LARGEST = 20_000_000  # bytes of Parquet; copies of more would fill the cache
_MOST_COPIES = 8
_NAMES = ", ".join(f'"{column.name}"' for column in COLUMNS)


class CopiedTable(Table):
    """A table that is read from its copy."""

    def __init__(self, path: Path, connection: sqlite3.Connection, registries: Registries) -> None:
        super().__init__(path, (), registries)
        self._connection = connection

    @property
    def reports(self) -> Sequence[Report]:
        return tuple(self.select(Filter(only_preferred=False)))

    def select(self, wanted: Filter) -> Iterator[Report]:
        condition, values = wanted.as_sql()
        query = f"SELECT {_NAMES} FROM reports WHERE {condition} ORDER BY rowid"
        for row in self._connection.execute(query, values):
            yield Report._make(row)


def open_copy(path: Path, content: bytes) -> CopiedTable | None:
    """The copy of the Parquet file `path` with this content; null where none can be read."""
    place = _place(content)
    if place is None or not place.is_file():
        return None
    import sqlite3

    sqlite3.register_converter("BOOL", lambda value: value == b"1")
    try:
        connection = sqlite3.connect(
            f"{place.as_uri()}?mode=ro&immutable=1", uri=True, detect_types=sqlite3.PARSE_DECLTYPES
        )
        (registries,) = connection.execute("SELECT registries FROM data").fetchone()
        return CopiedTable(path, connection, Registries.from_dict(json.loads(registries)))
    except (sqlite3.Error, TypeError, ValueError):
        return None


def leave_copy(content: bytes, reports: Sequence[Report], registries: Mapping[str, Any]) -> None:
    """Leaves a copy for the next time; does nothing where that is not possible."""
    place = _place(content)
    if place is None or len(content) > _LARGEST:
        return
    import sqlite3

    unfinished = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            _fill(connection, reports, registries)
        unfinished.replace(place)
        _discard_old(place.parent)
    except (sqlite3.Error, OSError):
        pass  # no cache, then: a read-only home or a full disk is no reason to fail
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _fill(
    connection: sqlite3.Connection, reports: Sequence[Report], registries: Mapping[str, Any]
) -> None:
    types = {"bool": "BOOL", "float64": "REAL", "int8": "INTEGER", "int16": "INTEGER"}
    columns = ", ".join(f'"{c.name}" {types.get(c.type, "TEXT")}' for c in COLUMNS)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    connection.execute(f"CREATE TABLE reports ({columns})")
    connection.executemany(f"INSERT INTO reports VALUES ({', '.join('?' * len(COLUMNS))})", reports)
    connection.execute("CREATE INDEX by_metric ON reports (metric, zone_type)")
    connection.execute("CREATE TABLE data (registries TEXT)")
    text = json.dumps(registries, ensure_ascii=False, separators=(",", ":"))
    connection.execute("INSERT INTO data VALUES (?)", (text,))
    connection.execute("COMMIT")


def _place(content: bytes) -> Path | None:
    """Where the copy of a Parquet file with this content is; null where there is no home."""
    from hashlib import sha256

    folder = _folder()
    digest = sha256(content).hexdigest()
    return folder / f"table-{_LAYOUT}-{digest}.sqlite" if folder is not None else None


def _folder() -> Path | None:
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
    return base / "zonecli"


def _discard_old(folder: Path) -> None:
    """Keeps the copies used last: by time of writing, the newest ones."""
    copies = sorted(folder.glob("table-*.sqlite"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in copies[_MOST_COPIES:]:
        old.unlink(missing_ok=True)
