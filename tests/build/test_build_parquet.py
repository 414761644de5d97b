"""The Parquet file: any reader opens it, small and typed, with the registries inside."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_folder import SmallFolder

from zonecli.build.curated import read_curated
from zonecli.build.parquet import table_bytes, write_table
from zonecli.errors import OutputError
from zonecli.table.columns import COLUMNS

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "data" / "metrics.parquet"
CURATED = ROOT / "data" / "curated"

Rows = list[dict[str, Any]]

# GDP of the high-tech zones as the five articles print it.
ARTICLES = [
    ("flanders-china-2022", 2012, 5.4e12),
    ("flanders-china-2022", 2021, 15.3e12),
    ("ics-2025", 2024, 19.3e12),
]
STRINGS = [column.name for column in COLUMNS if column.type == "string"]


def with_pyarrow(path: Path) -> Rows:
    rows: Rows = pq.read_table(path).to_pylist()
    return rows


def with_pandas(path: Path) -> Rows:
    pandas = pytest.importorskip("pandas")
    rows: Rows = pandas.read_parquet(path).to_dict("records")
    return rows


def with_duckdb(path: Path) -> Rows:
    duckdb = pytest.importorskip("duckdb")
    found = duckdb.sql(f"select * from '{path}'")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


READERS = pytest.mark.parametrize("read", [with_pyarrow, with_pandas, with_duckdb])


@READERS
def test_any_reader_opens_it_as_it_is(read: Callable[[Path], Rows]) -> None:
    rows = read(TABLE)
    assert len(rows) == pq.ParquetFile(TABLE).metadata.num_rows
    assert list(rows[0]) == [column.name for column in COLUMNS]


@READERS
@pytest.mark.parametrize(("source", "year", "value"), ARTICLES)
def test_any_reader_finds_the_figures_of_the_articles(
    read: Callable[[Path], Rows], source: str, year: int, value: float
) -> None:
    wanted = {
        "metric": "gdp",
        "measure": "level",
        "zone_type": "high-tech",
        "zone": "all",
        "period": "year",
        "unit": "CNY",
        "year": year,
        "source": source,
    }
    rows = [row for row in read(TABLE) if all(row[k] == v for k, v in wanted.items())]
    assert [row["value"] for row in rows] == [value]
    assert rows[0]["low"] == pytest.approx(value - 0.05e12)
    assert rows[0]["high"] == pytest.approx(value + 0.05e12)


@READERS
def test_any_reader_sees_null_where_a_figure_is_unbounded(read: Callable[[Path], Rows]) -> None:
    """ "Over 60,000" has no upper end: null, neither infinity nor zero."""
    rows = [row for row in read(TABLE) if row["qualifier"] == "over" and row["high"] is not None]
    assert all(row["high"] != row["high"] for row in rows if row["status"] != "derived")


def test_duckdb_reads_one_column_without_the_rest() -> None:
    """What an analyst types first."""
    duckdb = pytest.importorskip("duckdb")
    query = f"""
        select year, value / 1e12 from '{TABLE}'
        where metric = 'gdp' and measure = 'level' and zone_type = 'high-tech' and zone = 'all'
          and period = 'year' and unit = 'CNY' and preferred
        order by year
    """
    found = dict(duckdb.sql(query).fetchall())
    assert found[2012] == pytest.approx(5.4, rel=0.05)
    assert found[2021] == pytest.approx(15.3, rel=0.05)


def test_the_columns_have_the_types_of_the_design() -> None:
    schema = pq.ParquetFile(TABLE).schema_arrow
    assert schema.names == [column.name for column in COLUMNS]
    for column in COLUMNS:
        field = schema.field(column.name)
        if column.type == "string":
            assert "string" in str(field.type)
        else:
            assert field.type == pa.type_for_alias(column.type), column.name
        assert field.nullable is column.nullable


def test_strings_are_dictionaries_and_all_is_zstd() -> None:
    metadata = pq.ParquetFile(TABLE).metadata
    for group in range(metadata.num_row_groups):
        for index in range(metadata.num_columns):
            chunk = metadata.row_group(group).column(index)
            assert chunk.compression == "ZSTD"
            if chunk.path_in_schema in STRINGS:
                assert "RLE_DICTIONARY" in chunk.encodings


def test_the_registries_are_json_in_the_metadata() -> None:
    """One file is the whole data set."""
    registries = json.loads(pq.ParquetFile(TABLE).schema_arrow.metadata[b"zonecli"])
    assert {"dataset", "metrics", "zone_types", "zones", "sources", "series", "by_hand"} <= set(
        registries
    )
    assert registries["metrics"]["gdp"]["unit"] == "CNY"
    assert registries["sources"]["ics-2025"]["publisher"] == "Institute for China Studies"
    for row in with_pyarrow(TABLE):
        assert row["metric"] in registries["metrics"]
        assert row["zone_type"] in registries["zone_types"]
        assert row["zone"] in registries["zones"]
        assert row["source"] in registries["sources"]
        assert row["series"] is None or row["series"] in registries["series"]


def test_the_committed_table_is_what_the_curated_text_says() -> None:
    """Nobody edits the Parquet file by hand, and nobody forgets to build it.

    Tables and registries are compared, not bytes: another version of pyarrow writes other bytes
    (its name stands in the file) for the same table.
    """
    curated = read_curated(CURATED)
    rebuilt = pq.ParquetFile(pa.BufferReader(table_bytes(curated.reports, curated.registries)))
    committed = pq.ParquetFile(TABLE)
    hint = "run: python scripts/build_metrics.py"
    assert committed.schema_arrow.equals(rebuilt.schema_arrow), hint
    assert committed.read().to_pylist() == rebuilt.read().to_pylist(), hint
    said = [json.loads(file.schema_arrow.metadata[b"zonecli"]) for file in (committed, rebuilt)]
    assert said[0] == said[1], hint


def test_chinese_and_long_notes_survive(folder: SmallFolder, tmp_path: Path) -> None:
    note = "含“一区多园”口径；" * 50
    folder.cells("gdp-high-tech-2024-bulletin", note=note)
    curated = read_curated(folder.root)
    write_table(tmp_path / "table.parquet", curated.reports, curated.registries)
    notes = {row["id"]: row["note"] for row in with_pyarrow(tmp_path / "table.parquet")}
    assert notes["gdp-high-tech-2024-bulletin"] == note
    assert notes["gdp-high-tech-2024-paper"] is None


def test_a_table_without_reports_keeps_its_columns() -> None:
    file = pq.ParquetFile(pa.BufferReader(table_bytes([], {"metrics": {}})))
    assert file.metadata.num_rows == 0
    assert file.schema_arrow.names == [column.name for column in COLUMNS]


def test_a_place_that_cannot_be_written_is_one_clear_line(
    folder: SmallFolder, tmp_path: Path
) -> None:
    curated = read_curated(folder.root)
    for place in (tmp_path, tmp_path / "no" / "folder" / "table.parquet"):
        with pytest.raises(OutputError, match="Cannot write") as error:
            write_table(place, curated.reports, curated.registries)
        assert "\n" not in str(error.value)
