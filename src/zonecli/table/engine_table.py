"""A table that DuckDB reads where it lies: rows of one series out of a hundred million.

DuckDB gets the filter as SQL and reads only the columns and row groups that it needs. pyarrow, ten
bare interpreters to import, is not needed on this way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from zonecli.errors import DataError
from zonecli.table.checking import check_columns, check_names
from zonecli.table.columns import COLUMN_NAMES, COLUMNS, Column
from zonecli.table.locations import DataSet
from zonecli.table.made import Cells, Written, read_written
from zonecli.table.table import Filter, enclosing

_METADATA_KEY = "zonecli"
_FETCHED_AT_ONCE = 1_000
_DEEPEST = 20  # nodes of a nested column, ten lists in each other
_FEW = 500  # rows that are named one by one, so that DuckDB leaves out the row groups between them
_PLACE = "file_row_number || ' ' || filename"
_SQL_TYPES = {
    **{"string": "VARCHAR", "bool": "BOOLEAN", "float64": "DOUBLE"},
    **{"int8": "BIGINT", "int16": "BIGINT"},  # what is no year is refused as by any other way
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
        self._connection.execute("SET enable_progress_bar = false")  # zonecli has one for all
        self._connection.execute("SET parquet_metadata_cache = true")  # several questions follow
        # No more than that is held, and nothing is left where one happens to be.
        self._connection.execute("SET memory_limit = '2GB'")
        self._connection.execute("SET temp_directory = ''")
        if data.scheme:
            self._connection.register_filesystem(_fsspec_of(data))
        self._source = _source(data)
        self._check_names(data)
        types: dict[str, str] = dict(
            self._fetch(f"SELECT column_name, column_type FROM (DESCRIBE {self._all()})")
        )
        check_columns(
            data.name, {name: _ARROW_TYPES.get(t, t.lower()) for name, t in types.items()}
        )
        self.extra_columns = tuple(name for name in types if name not in COLUMN_NAMES)
        self._columns = ", ".join((*map(_typed, COLUMNS), *map(_quoted, self.extra_columns)))
        self.written = self._registries(data)

    def _check_names(self, data: DataSet) -> None:
        """The names as they stand in the first file: DuckDB gives others to those that are there
        twice. And what is nested deeply takes it for ever, twice as long with each level."""
        first = _place(data, data.parts[0].path)
        nodes = self._fetch(f"SELECT name, num_children FROM parquet_schema({first})")
        names = []
        for name, depth in _with_depth(nodes):
            if depth == 1:
                names.append(name)
            if depth > _DEEPEST:
                raise DataError(f"{data.name}: the column {names[-1]} is nested too deeply.")
        check_names(data.name, names)

    def rows(self, wanted: Sequence[Filter]) -> Iterator[Cells]:
        return self._select(self._columns, *_condition(wanted))

    def light_rows(self, wanted: Sequence[Filter]) -> Iterator[Cells]:
        """Ids are the longest column of all, and of scattered rows nearly all ids are unpacked to
        get at a few: so a row's place stands in for its id."""
        left_out = {"id": _PLACE, "note": "NULL"}
        columns = ", ".join(left_out.get(column.name, _typed(column)) for column in COLUMNS)
        return self._select(columns, *_condition(wanted))

    def left_out(self, stand_ins: Sequence[str]) -> dict[str, Cells]:
        places = [place.split(" ", 1) for place in stand_ins]
        numbers, files = sorted({int(row) for row, _ in places}), sorted({f for _, f in places})
        few = len(numbers) <= _FEW
        among = ", ".join(map(str, numbers)) if few else "SELECT unnest(?)"
        marks = ", ".join("?" * len(files))
        condition = f"file_row_number IN ({among}) AND filename IN ({marks})"
        values = [*([] if few else [numbers]), *files]
        others = (_quoted(name) for name in ("id", "note", *self.extra_columns))
        rows = self._select(f"{_PLACE}, {', '.join(others)}", condition, values)
        wanted = set(stand_ins)
        return {row[0]: row[1:] for row in rows if row[0] in wanted}

    def _select(self, columns: str, condition: str, values: list[Any]) -> Iterator[Cells]:
        order = "filename, file_row_number"  # threads hand rows over as they find them
        query = f"SELECT {columns} FROM {self._source} WHERE {condition} ORDER BY {order}"
        return self._fetch(query, values)

    def distinct(self, columns: tuple[str, ...], wanted: Filter) -> Iterator[Cells]:
        condition, values = wanted.as_sql()
        query = f"SELECT DISTINCT {', '.join(columns)} FROM {self._source} WHERE {condition}"
        return self._fetch(query, values)

    def _all(self) -> str:
        return f"SELECT * FROM {self._source}"

    def _fetch(self, query: str, values: Sequence[Any] | None = None) -> Iterator[Cells]:
        try:
            cursor = self._connection.execute(query, values or [])
            while rows := cursor.fetchmany(_FETCHED_AT_ONCE):
                yield from rows
        except self._error as error:
            reason = str(error).split("\n", 1)[0]
            raise DataError(f"Cannot read {self.name} as a Parquet table: {reason}") from error
        except RuntimeError as error:
            if "interrupted" in str(error):  # what DuckDB makes of Control-C
                raise KeyboardInterrupt from error
            raise

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


def _with_depth(nodes: Iterator[Cells]) -> Iterator[tuple[str, int]]:
    """The nodes of a schema, each of which stands before its children; columns have depth 1."""
    to_come: list[int] = []  # children of each node that this one is inside
    for name, children in nodes:
        yield name, len(to_come)
        if to_come:
            to_come[-1] -= 1
        if children:
            to_come.append(children)
        while to_come and to_come[-1] <= 0:
            to_come.pop()


def _place(data: DataSet, path: str) -> str:
    """A path as SQL text that stands for itself: no character of it is a wildcard."""
    escaped = re.sub(r"[\[*?]", lambda found: f"[{found[0]}]", path).replace("'", "''")
    return f"'{data.scheme}://{escaped}'" if data.scheme else f"'{escaped}'"


def _condition(wanted: Sequence[Filter]) -> tuple[str, list[Any]]:
    """What any of the filters admits, in SQL, with its parameters.

    What all of them have in common stands first: by that row groups are left out.
    """
    common = enclosing(wanted)
    condition, values = common.as_sql()
    if len(wanted) == 1:
        return condition, [*values]
    parts = [_beyond(one, common).as_sql() for one in wanted]
    either = " OR ".join(f"({part})" for part, _ in parts)
    return f"{condition} AND ({either})", [*values, *(v for _, more in parts for v in more)]


def _beyond(one: Filter, common: Filter) -> Filter:
    """What a filter asks for beyond the one that encloses it."""
    lists = ("metrics", "measures", "zone_types", "zones", "periods", "statuses")
    same: dict[str, Any] = {f: () for f in lists if set(getattr(one, f)) == set(getattr(common, f))}
    return one._replace(**same)


def _typed(column: Column) -> str:
    return f'CAST("{column.name}" AS {_SQL_TYPES[column.type]})'


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _fsspec_of(data: DataSet) -> Any:
    """The file system that opens a data set, as DuckDB takes it. Raises DataError without
    fsspec."""
    try:
        from fsspec.implementations.arrow import ArrowFSWrapper
    except ImportError:
        raise DataError(
            f"{data.name} is large: pip install 'zonecli[remote]' to read it through DuckDB."
        ) from None
    handler = getattr(data.files, "handler", None)
    if handler is not None:  # pyarrow has it from fsspec
        return handler.fs

    class Wrapped(ArrowFSWrapper):  # type: ignore[misc]
        protocol = data.scheme  # pyarrow's own name may be another: gcs for gs://

        @classmethod
        def _strip_protocol(cls, path: str) -> str:
            return path.removeprefix(f"{data.scheme}://")

    return Wrapped(data.files)
