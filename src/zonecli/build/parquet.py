"""Writes the table as Parquet: the same reports and registries give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from zonecli.files import write_whole
from zonecli.table.columns import COLUMNS
from zonecli.table.opening import METADATA_KEY
from zonecli.table.report import Report


def write_table(path: Path, reports: Sequence[Report], registries: Mapping[str, Any]) -> None:
    """Writes `path` whole or not at all. Raises OutputError."""
    write_whole(path, table_bytes(reports, registries))


def table_bytes(
    reports: Sequence[Report],
    registries: Mapping[str, Any],
    further: Mapping[str, Any] = MappingProxyType({}),
) -> bytes:
    """The Parquet file: dictionary-encoded strings, zstd, the registries as JSON in metadata.

    `further`: the columns that a user's table has beside ours, by name, as Arrow arrays.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    own = [pa.field(c.name, pa.type_for_alias(c.type), nullable=c.nullable) for c in COLUMNS]
    columns = list(zip(*reports, strict=True)) or [()] * len(COLUMNS)
    arrays = [pa.array(values, type=f.type) for values, f in zip(columns, own, strict=True)]
    arrays += further.values()
    schema = pa.schema([*own, *(pa.field(name, array.type) for name, array in further.items())])
    sink = pa.BufferOutputStream()
    # Arrow's own copy of the schema is left out: it would hold the registries a second time.
    with pq.ParquetWriter(sink, schema, compression="zstd", store_schema=False) as writer:
        writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
        text = json.dumps(registries, ensure_ascii=False, separators=(",", ":"))
        writer.add_key_value_metadata({METADATA_KEY.decode(): text})
    content: bytes = sink.getvalue().to_pybytes()
    return content
