"""The statements of docs/scale.md answer as zonecli does: on DuckDB, and on Spark where it runs.

No Trino can be had from a package registry: DuckDB makes the table that the page makes there.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from zonecli.answers.choosing import scope_of
from zonecli.answers.compare import CompareRequest, compare
from zonecli.answers.show import ShowRequest, show
from zonecli.table.opening import open_table, our_path

DOCUMENT = Path(__file__).parents[2] / "docs" / "scale.md"
Ask = Callable[[str], list[tuple[Any, ...]]]


HEADINGS = {
    "show": "`show` as a statement",
    "compare": "`compare` as a statement",
    "trino": "The table for Trino",
}


def statement(name: str) -> str:
    """The one statement below its heading in the document."""
    text = DOCUMENT.read_text(encoding="utf-8")
    (section,) = re.findall(rf"^## {re.escape(HEADINGS[name])}\n(.*?)(?=^## )", text, re.M | re.S)
    (found,) = re.findall(r"^```sql\n(.*?)^```$", section, re.M | re.S)
    assert isinstance(found, str)
    return found


def ours() -> str:
    return f"read_parquet('{our_path()}')"


def trino_in_duckdb() -> Any:
    """A connection with the table for Trino in it, by its name there; without what `WITH` says."""
    connection = pytest.importorskip("duckdb").connect()
    connection.execute("ATTACH ':memory:' AS hive; CREATE SCHEMA hive.zones")
    connection.execute(statement("trino").partition("WITH")[0])
    connection.execute(f"INSERT INTO hive.zones.reports BY NAME FROM {ours()}")
    return connection


@pytest.fixture(params=["duckdb", "trino in duckdb", "spark"])
def ask(request: pytest.FixtureRequest) -> Iterator[Ask]:
    """Asks an engine for the rows of a statement on our own table."""
    if request.param == "duckdb":
        duckdb = pytest.importorskip("duckdb")
        yield lambda sql: duckdb.sql(sql.replace("{table}", ours())).fetchall()
        return
    if request.param == "trino in duckdb":
        with trino_in_duckdb() as connection:
            table = "hive.zones.reports"
            yield lambda sql: connection.sql(sql.replace("{table}", table)).fetchall()
        return
    sql_of_spark = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs a Java, and there is none on PATH")
    session = (
        sql_of_spark.SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .getOrCreate()
    )
    session.read.parquet(str(our_path())).createOrReplaceTempView("zones")
    yield lambda sql: [tuple(row) for row in session.sql(sql.replace("{table}", "zones")).collect()]
    session.stop()


def test_show(ask: Ask) -> None:
    table = open_table(our_path())
    scope = scope_of(table.registries, ["gdp"], types=["high-tech"])
    columns = ("year", "value", "low", "high", "unit", "qualifier", "printed", "source")
    expected = [tuple(row[c] for c in columns) for row in show(table, ShowRequest(scope)).rows]
    assert len(expected) > 5
    flow = statement("show").replace("WHEN period = 'point'", "WHEN period = 'year'")
    assert ask(flow) == expected


def test_show_of_a_stock(ask: Ask) -> None:
    table = open_table(our_path())
    scope = scope_of(table.registries, ["zone_count"], types=["high-tech"])
    rows = show(table, ShowRequest(scope)).rows
    stock = statement("show").replace("'gdp'", "'zone_count'").replace("'CNY'", "'count'")
    assert [row[:2] for row in ask(stock)] == [(row["year"], row["value"]) for row in rows]


def test_the_table_for_trino_has_our_columns() -> None:
    """With the types of the files, and the columns of the path last."""
    with trino_in_duckdb() as connection:
        theirs = [row[:2] for row in connection.sql("DESCRIBE hive.zones.reports").fetchall()]
        files = [row[:2] for row in connection.sql(f"DESCRIBE FROM {ours()}").fetchall()]
    path = [("metric", "VARCHAR"), ("zone_type", "VARCHAR")]
    assert theirs == [column for column in files if column not in path] + path


def test_compare(ask: Ask) -> None:
    table = open_table(our_path())
    scope = scope_of(table.registries, types=["high-tech"], measures=["level"])
    names = ("metric", "measure", "zone_type", "zone", "unit")
    names = (*names, "from_value", "to_value", "change_low", "change_high")
    expected = {
        (row["metric"], row["unit"]): tuple(row[name] for name in names)
        for row in compare(table, CompareRequest(2012, 2021, scope)).rows
        if "not the same month" not in (row["warning"] or "")
    }
    theirs = {(row[0], row[4]): row for row in ask(statement("compare"))}
    assert len(expected) > 3
    assert {key: theirs.get(key) for key in expected} == expected
