"""A table that DuckDB reads where it lies: rows of one series out of a hundred million.

DuckDB gets the filter as SQL and reads only the columns and row groups that it needs. pyarrow, ten
bare interpreters to import, is not needed on this way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from zonecli.errors import DataError
from zonecli.table.checking import check_columns
from zonecli.table.columns import COLUMN_NAMES, COLUMNS
from zonecli.table.locations import DataSet
from zonecli.table.made import Cells, Written, read_written
from zonecli.table.table import Filter

_METADATA_KEY = "zonecli"
_FETCHED_AT_ONCE = 10_000
_SQL_TYPES = {
    **{"string": "VARCHAR", "bool": "BOOLEAN", "float64": "DOUBLE"},
    **{"int8": "TINYINT", "int16": "SMALLINT"},
}
# DuckDB's names of types as Arrow has them, so that faults read the same by either way.
_ARROW_TYPES = {
    **{"VARCHAR": "string", "BOOLEAN": "bool", "DOUBLE": "double", "FLOAT": "float"},
    **{"TINYINT": "int8", "SMALLINT": "int16", "INTEGER": "int32", "BIGINT": "int64"},
    **{"UTINYINT": "uint8", "USMALLINT": "uint16", "UINTEGER": "uint32", "UBIGINT": "uint64"},
}


class EngineLayer:
    """A data set that DuckDB reads. Raises DataError: columns, or a file that is no Parquet."""

    is_large = True

    def __init__(self, data: DataSet) -> None:
        import duckdb

        self.name = data.name
        self._error = duckdb.Error
        self._connection = duckdb.connect()
        # One table at a time is asked for one series: fewer threads hold fewer row groups at once.
        self._connection.execute("SET threads = least(4, current_setting('threads'))")
        if data.scheme:
            self._connection.register_filesystem(_fsspec_of(data))
        self._source = _source(data)
        types: dict[str, str] = dict(
            self._fetch(f"SELECT column_name, column_type FROM (DESCRIBE {self._all()})")
        )
        check_columns(
            data.name, {name: _ARROW_TYPES.get(t, t.lower()) for name, t in types.items()}
        )
        self.extra_columns = tuple(name for name in types if name not in COLUMN_NAMES)
        self._columns = ", ".join(
            (
                *(f'CAST("{c.name}" AS {_SQL_TYPES[c.type]})' for c in COLUMNS),
                *(_quoted(name) for name in self.extra_columns),
            )
        )
        self.written = self._registries(data)

    def rows(self, wanted: Filter) -> Iterator[Cells]:
        condition, values = wanted.as_sql()
        order = "filename, file_row_number"  # threads hand rows over as they find them
        query = f"SELECT {self._columns} FROM {self._source} WHERE {condition} ORDER BY {order}"
        yield from self._fetch(query, values)

    def distinct(self, columns: tuple[str, ...], wanted: Filter) -> set[Cells]:
        condition, values = wanted.as_sql()
        query = f"SELECT DISTINCT {', '.join(columns)} FROM {self._source} WHERE {condition}"
        return set(self._fetch(query, values))

    def _all(self) -> str:
        return f"SELECT * FROM {self._source}"

    def _fetch(self, query: str, values: list[str | int] | None = None) -> Iterator[Cells]:
        try:
            cursor = self._connection.execute(query, values or [])
            while rows := cursor.fetchmany(_FETCHED_AT_ONCE):
                yield from rows
        except self._error as error:
            reason = str(error).split("\n", 1)[0]
            raise DataError(f"Cannot read {self.name} as a Parquet table: {reason}") from error

    def _registries(self, data: DataSet) -> Written:
        """Those of the first file: the others of a data set need not repeat them."""
        first = _place(data, data.parts[0].path)
        query = f"SELECT value FROM parquet_kv_metadata({first}) WHERE key = '{_METADATA_KEY}'"
        texts = [value for (value,) in self._fetch(query)]
        return read_written(texts[0] if texts else b"{}", data.name)


def _source(data: DataSet) -> str:
    """The files as a table of DuckDB's; folders such as `year=2021` are columns of our types."""
    places = ", ".join(_place(data, part.path) for part in data.parts)
    ours = {column.name: _SQL_TYPES[column.type] for column in COLUMNS}
    types = (f"{_quoted(c)}: {ours.get(c, 'VARCHAR')}" for c in data.partition_columns)
    hive = f"true, hive_types = {{{', '.join(types)}}}" if data.partition_columns else "false"
    return f"read_parquet([{places}], hive_partitioning = {hive})"


def _place(data: DataSet, path: str) -> str:
    """A path as SQL text that stands for itself: no character of it is a wildcard."""
    escaped = re.sub(r"[\[*?]", lambda found: f"[{found[0]}]", path).replace("'", "''")
    return f"'{data.scheme}://{escaped}'" if data.scheme else f"'{escaped}'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _fsspec_of(data: DataSet) -> Any:
    """The file system of a URL as DuckDB takes it. Raises DataError without fsspec."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise DataError(
            f"{data.name} is large: pip install 'zonecli[remote]' to read it through DuckDB."
        ) from None
    return url_to_fs(data.name)[0]
