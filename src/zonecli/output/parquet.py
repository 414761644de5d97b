"""Parquet: the rows that machines read; query, notes and sources travel in the file's metadata.

Each of `query`, `columns`, `notes`, `sources` and `data` is JSON under its own key, as in the JSON
format; a column's description is in the metadata of its field.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from zonecli.answers.result import Result
from zonecli.language import said
from zonecli.output.json_object import surroundings_of
from zonecli.output.page import Page
from zonecli.table.columns import COLUMNS

_KINDS: Mapping[str, set[type[Any]]] = {
    "string": {str},
    "float64": {int, float},
    "int8": {int},
    "int16": {int},
    "bool": {bool},
}
_TABLE_TYPES = {column.name: column.type for column in COLUMNS}


def render(result: Result, _page: Page) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    arrays, fields = [], []
    for column in result.columns:
        arrays.append(arrow_array(column.name, [row[column.name] for row in result.rows]))
        about = {"description": said(column.description), "unit": column.unit or ""}
        fields.append(pa.field(column.name, arrays[-1].type, metadata=about))
    around = surroundings_of(result)
    metadata = {name: json.dumps(value, ensure_ascii=False) for name, value in around.items()}
    table = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=metadata))
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    content: bytes = sink.getvalue().to_pybytes()
    return content


def arrow_array(name: str, values: Sequence[Any]) -> Any:
    """A column as Arrow has it; where it holds several kinds of cells, all of them as text."""
    import pyarrow as pa

    known = {type(value) for value in values if value is not None}
    wanted = _type(name, known)
    if wanted == pa.string() and not known <= {str}:
        values = [value if value is None else str(value) for value in values]
    return pa.array(values, type=wanted)


def _type(name: str, known: set[type[Any]]) -> Any:
    """The Arrow type of a column: as in the table where it is one of its columns, else by what is
    in it; of nothing but nulls it is null, which joins with any other file."""
    import pyarrow as pa

    if name in _TABLE_TYPES and (not known or known <= _KINDS[_TABLE_TYPES[name]]):
        return pa.type_for_alias(_TABLE_TYPES[name])
    if not known:
        return pa.null()
    if known <= {int, float}:
        return pa.int64() if known == {int} else pa.float64()
    if known == {bool}:
        return pa.bool_()
    return pa.list_(pa.string()) if known <= {list, tuple} else pa.string()
