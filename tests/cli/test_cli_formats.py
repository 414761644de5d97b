"""The formats for machines, as the installed command writes them."""

from __future__ import annotations

import io
import json

import pandas as pd
import pytest
from installed_command import Run

from zonecli.table.columns import COLUMN_NAMES

SHOWN = [*COLUMN_NAMES, "source_title", "source_url"]


def test_csv_has_the_columns_of_the_table_and_the_source(run: Run) -> None:
    """A cell can be traced without a second command."""
    ran = run("show", "gdp", "--csv")
    assert ran.out.splitlines()[0] == ",".join(SHOWN)
    assert run("show", "gdp", "--format", "csv").stdout == ran.stdout
    assert run("show", "gdp", "-f", "CSV").stdout == ran.stdout


def test_csv_is_raw_and_unscaled(run: Run) -> None:
    """15300000000000, not 15.3 trillion and not 1.53e13; the open end of a hedge is empty."""
    rows = run("show", "gdp", "--type", "high-tech", "--csv").rows
    assert [row["value"] for row in rows] == [
        *("5400000000000", "15300000000000", "19300000000000"),
    ]
    (row,) = run("show", "foreign_invested_enterprises", "--csv").rows
    assert (row["value"], row["low"], row["high"], row["qualifier"]) == (
        *("60000", "60000", "", "over"),
    )


def test_pandas_reads_csv_without_a_fix(run: Run) -> None:
    """Numbers arrive as numbers, truth values as truth values, and equal those of the table."""
    frame = pd.read_csv(io.StringIO(run("show", "gdp", "exports", "--reports", "--csv").out))
    for column in ("year", "month", "value", "low", "high"):
        assert pd.api.types.is_numeric_dtype(frame[column]), column
    assert frame["preferred"].dtype == bool
    told = frame.set_index("id")["value"]
    assert told["gdp-high-tech-2021-flanders-china-2022"] == 15.3e12
    assert told["exports-share-high-tech-2021-flanders-china-2022"] == 24.4
    assert told["gdp-economic-2024-usd-mehr-2025"] == 2.36e12


def test_csv_values_round_trip_exactly(run: Run) -> None:
    """What is worked out loses no digit on the way: 43 zones on 54 is 43/54 to the last bit."""
    rows = run("compare", "2012", "2021", "zones_revenue_over_100bn", "--csv").rows
    assert float(rows[0]["percent"]) == 100 * (97 / 54 - 1)
    frame = pd.read_csv(io.StringIO(run("compare", "2012", "2021", "--csv").out))
    gdp = frame.set_index("metric").loc["gdp"]
    assert gdp["percent"] == 100 * (15.3e12 / 5.4e12 - 1)
    assert gdp["cagr_high"] == pytest.approx(100 * ((15.35 / 5.35) ** (1 / 9) - 1), rel=1e-12)
    numeric = [name for name in frame.columns if name.startswith(("change", "percent", "cagr"))]
    assert all(pd.api.types.is_numeric_dtype(frame[name]) for name in numeric)


def test_tsv_is_the_same_with_tabs(run: Run) -> None:
    """Pasted into a spreadsheet it falls into its columns."""
    args = ("show", "gdp", "--reports")
    tsv = pd.read_csv(io.StringIO(run(*args, "--format", "tsv").out), sep="\t")
    csv = pd.read_csv(io.StringIO(run(*args, "--csv").out))
    pd.testing.assert_frame_equal(tsv, csv)


def test_json_is_one_object_that_explains_itself(run: Run) -> None:
    """The query as understood, columns with unit and description, rows, notes, sources, table."""
    ran = run("show", "地区生产总值", "--type", "高新区", "--from", "2020", "--format", "json")
    answer = ran.json
    assert set(answer) == {"query", "columns", "rows", "notes", "sources", "data"}
    assert answer["query"]["metrics"] == ["gdp"]
    assert answer["query"]["types"] == ["high-tech"]
    assert answer["query"]["from"] == 2020
    assert [column["name"] for column in answer["columns"]] == SHOWN
    assert all(set(column) == {"name", "description", "unit"} for column in answer["columns"])
    assert [row["value"] for row in answer["rows"]] == [15300000000000, 19300000000000]
    assert [source["id"] for source in answer["sources"]] == ["flanders-china-2022", "ics-2025"]
    assert answer["data"]["name"] == "five articles"
    assert answer["data"]["date"] == "2026-01-31"


def test_json_keeps_types_and_writes_chinese_as_it_is(run: Run) -> None:
    """null, true and whole numbers are themselves; Chinese is readable in the file."""
    (row,) = run("show", "foreign_invested_enterprises", "--format", "json").json["rows"]
    assert row["high"] is None
    assert row["preferred"] is True
    assert (row["value"], row["year"]) == (60000, 2024)
    assert "生产总值" in run("list", "--format", "json").out


def test_json_carries_the_notes_and_leaves_stderr_empty(run: Run) -> None:
    """A program reads the part-year note where it reads the rows."""
    ran = run("show", "gross_industrial_output", "--format", "json")
    assert "--period ytd" in " ".join(ran.json["notes"])
    assert ran.err == ""


def test_ndjson_is_an_object_a_line(run: Run) -> None:
    """Each line stands alone, with the rows of the JSON."""
    args = ("show", "gdp", "--reports", "--format")
    lines = run(*args, "ndjson").out.splitlines()
    assert [json.loads(line) for line in lines] == run(*args, "json").json["rows"]


@pytest.mark.parametrize(
    "args",
    [
        ("compare", "2012", "2021"),
        ("list", "metrics"),
        ("list", "years"),
        ("search", "gdp"),
        ("describe", "gdp"),
    ],
)
def test_every_command_has_every_format(run: Run, args: tuple[str, ...]) -> None:
    """The same rows in each format, whatever the question."""
    csv = run(*args, "--csv").rows
    assert csv
    answer = run(*args, "--format", "json").json
    assert [column["name"] for column in answer["columns"]] == list(csv[0])
    assert [list(row) for row in answer["rows"]] == [list(row) for row in csv]
    assert len(run(*args, "--format", "ndjson").out.splitlines()) == len(csv)
    assert len(run(*args, "--format", "tsv").out.splitlines()) == len(csv) + 1


def test_the_table_is_the_default_even_into_a_pipe(run: Run) -> None:
    """What one sees is what the next program gets."""
    assert run("show", "gdp").stdout == run("show", "gdp", "--format", "table").stdout


def test_data_and_notes_are_kept_apart(run: Run) -> None:
    """A redirected stdout holds data alone."""
    ran = run("show", "gross_industrial_output", "gdp", "--csv")
    assert len(ran.rows) == 4
    assert ran.err.startswith("Not a full year")
    assert ran.out.count("\n") == 5
