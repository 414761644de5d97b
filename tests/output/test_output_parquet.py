"""Parquet, read back by pyarrow, DuckDB and pandas."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest
from output_results import NASTY, SOURCE, result

from zonecli.output import render
from zonecli.output.page import Page

ROWS: list[dict[str, Any]] = [
    {"id": "a", "year": 2021, "value": 15.3e12, "high": None, "preferred": True, "x": None},
    {"id": "=1+1", "year": 2024, "value": 1.0, "high": 2, "preferred": False, "x": None},
]


def content(rows: list[dict[str, Any]], **more: Any) -> bytes:
    written = render(result(rows, **more), "parquet", Page())
    assert isinstance(written, bytes)
    return written


def test_pyarrow_reads_types_of_the_table() -> None:
    """A column of the table has the table's type, so that files can be joined."""
    table = pq.read_table(io.BytesIO(content(ROWS)))
    assert [str(t) for t in table.schema.types] == [
        *("string", "int16", "double", "double", "bool", "null"),
    ]
    assert table.to_pylist() == ROWS


def test_duckdb_and_pandas_read_it(tmp_path: Path) -> None:
    """Values arrive unscaled, nulls as nulls, text as it was."""
    path = tmp_path / "a.parquet"
    path.write_bytes(content(ROWS))
    got = duckdb.sql(f"SELECT id, value, high FROM '{path}' ORDER BY year").fetchall()
    assert got == [("a", 15.3e12, None), ("=1+1", 1.0, 2.0)]
    frame = pd.read_parquet(path)
    assert frame["preferred"].tolist() == [True, False]


def test_what_was_asked_and_the_sources_travel_along() -> None:
    """The file alone says where its figures come from."""
    schema = pq.read_schema(io.BytesIO(content(ROWS, notes=["a note"], sources=[SOURCE])))
    read = {name.decode(): value for name, value in (schema.metadata or {}).items()}
    assert json.loads(read["query"])["metrics"] == ["gdp"]
    assert json.loads(read["notes"]) == ["a note"]
    assert json.loads(read["sources"])[0]["url"] == "https://paper.example/a"
    assert json.loads(read["data"])["version"] == "1"
    assert schema.field("value").metadata[b"description"] == b"what value is"


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([1, 2], "int64"),
        ([1, 2.5], "double"),
        ([True, None], "bool"),
        (NASTY, "string"),
        ([("a", "b"), ()], "list<element: string>"),
        ([None], "null"),
    ],
)
def test_other_columns_by_what_is_in_them(values: list[Any], kind: str) -> None:
    """Any answer can be written, not only rows of the table."""
    table = pq.read_table(io.BytesIO(content([{"other": value} for value in values])))
    assert str(table.schema.field("other").type) == kind
    wanted = [list(v) if isinstance(v, tuple) else v for v in values]
    assert table["other"].to_pylist() == wanted


def test_no_rows() -> None:
    """An empty answer is a file with its columns."""
    assert pq.read_table(io.BytesIO(content([]))).column_names == ["name", "value"]


def test_the_same_answer_gives_the_same_bytes() -> None:
    """A file under version control changes only with the figures."""
    assert content(ROWS) == content(ROWS)
