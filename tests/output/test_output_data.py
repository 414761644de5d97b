"""CSV, TSV, JSON and NDJSON, read back by other programs' readers."""

from __future__ import annotations

import csv
import io
import json
import math
import sys
import unicodedata
from typing import Any

import pandas as pd
import pytest
from output_results import NASTY, SOURCE, result

from zonecli.errors import UsageError
from zonecli.output import FORMATS, format_of_file, render
from zonecli.output.page import Page

FLOATS = [
    *(5.4e12, 15.3e12, 0.1, 1 / 3, -2.5, 0.0, 100 * 43 / 54, 2.36e12, 123456789.123),
    *(sys.float_info.max, sys.float_info.min, 5e-324, 2.0**53, 1e18, 1e22, 1e-7),
]
SEPARATORS = {"csv": ",", "tsv": "\t"}


def written(rows: list[dict[str, Any]], name: str) -> str:
    text = render(result(rows), name, Page())
    assert isinstance(text, str)
    return text


def read_back(rows: list[dict[str, Any]], name: str) -> list[dict[str, str]]:
    text = io.StringIO(written(rows, name), newline="")
    return list(csv.DictReader(text, delimiter=SEPARATORS[name], strict=True))


@pytest.mark.parametrize("name", SEPARATORS)
def test_no_cell_is_a_formula(name: str) -> None:
    """A spreadsheet never runs what a source printed."""
    rows = [{"name": text, "other": text} for text in NASTY]
    for row in read_back(rows, name):
        for cell in row.values():
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")), cell


@pytest.mark.parametrize("name", SEPARATORS)
def test_a_row_is_a_line(name: str) -> None:
    """`wc -l`, `head` and `sort` work: no cell breaks a line."""
    text = written([{"name": text} for text in NASTY], name)
    assert text.endswith("\n")
    assert len(text.splitlines()) == len(NASTY) + 1


@pytest.mark.parametrize("name", SEPARATORS)
def test_harmless_text_is_kept(name: str) -> None:
    """Commas, quotes, Chinese, dashes and inner signs arrive as they were."""
    texts = [
        "a, b",
        'say "yes"',
        "国家高新区",
        "2022 Jan–Jul",
        "a=b",
        "R&D",
        "x + y - z",
        "84 more",
    ]
    rows = read_back([{"name": text} for text in texts], name)
    assert [row["name"] for row in rows] == texts


@pytest.mark.parametrize("name", SEPARATORS)
def test_numbers_round_trip_exactly(name: str) -> None:
    """Huge, tiny and repeating numbers come back to the last bit."""
    rows = read_back([{"value": value} for value in FLOATS], name)
    assert [float(row["value"]) for row in rows] == FLOATS


def test_pandas_reads_numbers_nulls_and_truth_values() -> None:
    """One empty cell does not turn a column into text."""
    rows = [
        {"year": 2012, "value": 5.4e12, "high": None, "preferred": True, "note": None},
        {"year": 2021, "value": 24.4, "high": 24.45, "preferred": False, "note": "x"},
    ]
    frame = pd.read_csv(io.StringIO(written(rows, "csv")))
    assert [str(frame[name].dtype) for name in ("year", "value", "high", "preferred")] == [
        *("int64", "float64", "float64", "bool"),
    ]
    assert frame["value"].tolist() == [5.4e12, 24.4]
    assert math.isnan(frame["high"][0])
    assert pd.isna(frame["note"][0])


@pytest.mark.parametrize("name", SEPARATORS)
def test_raw_cells(name: str) -> None:
    """Whole numbers have no point, null is empty, truth is in lower case."""
    text = written([{"a": 5400000000000.0, "b": None, "c": True, "d": False, "e": 13.4}], name)
    assert text.splitlines()[1] == SEPARATORS[name].join(
        ["5400000000000", "", "true", "false", "13.4"]
    )


@pytest.mark.parametrize("name", SEPARATORS)
def test_no_rows_leave_the_header(name: str) -> None:
    """An empty answer is still a valid file."""
    assert written([], name) == SEPARATORS[name].join(["name", "value"]) + "\n"


def test_json_keeps_everything() -> None:
    """Any text, null, truth and number comes back equal: JSON needs no safeguard."""
    rows: list[dict[str, Any]] = [{"name": text, "none": None, "yes": True} for text in NASTY]
    assert json.loads(written(rows, "json"))["rows"] == rows
    assert [json.loads(line) for line in written(rows, "ndjson").split("\n")[:-1]] == rows


def test_json_numbers_round_trip_exactly() -> None:
    """Whole numbers are whole, all others exact."""
    rows = [{"value": value} for value in FLOATS]
    assert [row["value"] for row in json.loads(written(rows, "json"))["rows"]] == FLOATS
    assert '"value": 5400000000000}' in written([{"value": 5.4e12}], "ndjson")


def test_json_carries_query_columns_notes_sources_and_table() -> None:
    """The file alone says what was asked, what each column is, and where the figures come from."""
    answer = result([{"value": 1.5}], notes=["a note"], sources=[SOURCE])
    read = json.loads(render(answer, "json", Page()))
    assert read["query"] == {"command": "test", "metrics": ["gdp"]}
    assert read["columns"] == [{"name": "value", "description": "what value is", "unit": None}]
    assert read["notes"] == ["a note"]
    assert read["sources"][0]["url"] == "https://paper.example/a"
    assert read["data"]["version"] == "1"


def test_json_of_nothing() -> None:
    """An empty answer is a whole object; NDJSON of it is an empty file."""
    assert json.loads(written([], "json"))["rows"] == []
    assert written([], "ndjson") == ""


def test_ndjson_is_one_line_a_row_whatever_the_text() -> None:
    """A line break in a text does not break a line of the file."""
    text = written([{"name": text} for text in NASTY], "ndjson")
    assert text.count("\n") == len(NASTY)


@pytest.mark.parametrize(
    ("name", "format_name"),
    [
        ("a.csv", "csv"),
        ("a.b.TSV", "tsv"),
        ("/x/y.json", "json"),
        ("a.jsonl", "ndjson"),
        ("a.txt", "table"),
    ],
)
def test_endings_pick_formats(name: str, format_name: str) -> None:
    """The last ending counts, in any case."""
    assert format_of_file(name) == format_name


@pytest.mark.parametrize("name", ["a", "csv", "a.doc", "a.csv.bak"])
def test_endings_that_pick_nothing(name: str) -> None:
    """A name that says nothing is refused with the endings that there are."""
    with pytest.raises(UsageError, match=r"\.csv"):
        format_of_file(name)


def test_every_format_renders() -> None:
    """No format fails on a plain answer."""
    for name in FORMATS:
        assert render(result([{"a": 1.0}], [["1", "2"]], sources=[SOURCE]), name, Page())


def test_csv_for_excel_begins_with_a_byte_order_mark() -> None:
    """Without it a Chinese Excel reads GBK; the rest is the CSV that it always is."""
    rows = [{"name": "国家高新区", "value": 1.5}]
    text = written(rows, "csv-excel")
    assert text.encode().startswith(b"\xef\xbb\xbf")
    assert text.removeprefix("\ufeff") == written(rows, "csv")
    (row,) = csv.DictReader(io.StringIO(text.encode().decode("utf-8-sig")))
    assert row == {"name": "国家高新区", "value": "1.5"}


@pytest.mark.parametrize("name", ["json", "ndjson", "csl-json"])
def test_json_cannot_steer_a_terminal(name: str) -> None:
    """Control characters and direction marks are escaped, whichever they are."""
    sources = [SOURCE._replace(title=text) for text in NASTY]
    text = render(result([{"name": text} for text in NASTY], sources=sources), name, Page())
    assert isinstance(text, str)
    assert {c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")} == {"\n"}
    for line in text.splitlines() if name == "ndjson" else [text]:
        json.loads(line)


TEXTS = [name for name, known in FORMATS.items() if not known.binary and name != "csv-excel"]


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_format_can_steer_a_terminal(name: str) -> None:
    """Whatever stands in a cell, a title, a note or a source: a text holds no control and no format
    character but its line ends. (The mark of csv-excel is one.)"""
    for text in NASTY:
        source = SOURCE._replace(
            id=text, title=text, publisher=text, url=f"https://x.example/{text}"
        )
        answer = result(
            [{"name": text}],
            [[text, text]],
            title=text,
            legend=[text],
            notes=[text],
            sources=[source],
        )
        written_text = render(answer, name, Page())
        assert isinstance(written_text, str)
        steering = {c for c in written_text if unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp")}
        steering -= {"\n", {"tsv": "\t", "ris": "\r"}.get(name, "\n")}
        assert steering == set(), f"{text!r} comes through: one_line of output/cells.py is missing"
