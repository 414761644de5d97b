"""XLSX, read back by openpyxl."""

from __future__ import annotations

import builtins
import io
import re
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from output_results import NASTY, SOURCE, result

from zonecli.errors import OutputError, UsageError
from zonecli.output import render
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.output.workbook_numbers import number_format
from zonecli.table.registries import Source

FIGURE: dict[str, Any] = {
    "id": "a",
    "metric": "gdp",
    "measure": "level",
    "zone_type": "high-tech",
    "zone": "all",
    "year": 2021,
    "period": "year",
    "month": 12,
    "value": 15.3e12,
    "low": 15.25e12,
    "high": 15.35e12,
    "unit": "CNY",
    "qualifier": "exact",
    "printed": "15,3 Billionen",
    "status": "reported",
    "preferred": True,
    "source": "paper",
}


def figure(**changes: Any) -> dict[str, Any]:
    return {**FIGURE, **changes}


def content(rows: list[dict[str, Any]], *, chart: bool = False, **more: Any) -> bytes:
    written = render(result(rows, **more), "xlsx", Page(chart=chart))
    assert isinstance(written, bytes)
    return written


def opened(rows: list[dict[str, Any]], **more: Any) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content(rows, **more)))


def test_sheets_header_and_filter() -> None:
    """The header stays in sight and filters; the hedge has a column of its own."""
    book = opened([figure(), figure(year=2024)], sources=[SOURCE])
    assert book.sheetnames == ["data", "sources", "notes"]
    data = book["data"]
    assert data.freeze_panes == "A2"
    assert data.auto_filter.ref == "A1:Q3"
    heads = [cell.value for cell in data[1]]
    assert heads == list(FIGURE)
    assert data.cell(2, heads.index("qualifier") + 1).value == "exact"


def test_a_value_is_whole_and_shown_as_printed() -> None:
    """The cell holds the unscaled number; its format has the digits of the source, no more."""
    data = opened([figure()], sources=[SOURCE])["data"]
    cell = data.cell(2, list(FIGURE).index("value") + 1)
    assert cell.value == 15_300_000_000_000
    assert cell.number_format == '#,##0.0,,,," trillion"'


@pytest.mark.parametrize(
    ("row", "name", "shown"),
    [
        (figure(), "year", "0"),
        (figure(), "low", '#,##0.00,,,," trillion"'),
        (figure(value=2e12, low=1.95e12, high=2.05e12), "value", '#,##0.0,,,," trillion"'),
        (figure(value=6e4, low=6e4, high=None, unit="count", qualifier="over"), "value", "#,##0"),
        (figure(value=13.4, low=13.35, high=13.45, unit="percent"), "value", '#,##0.0"%"'),
        (figure(value=3.92e10, qualifier="under"), "value", '#,##0.0,,," billion"'),
        ({"percent": 183.333333}, "percent", "#,##0.0"),
        ({"from_value": 20000.0}, "from_value", "#,##0"),
        ({"figures": 1234}, "figures", "#,##0"),
        ({"change": 0.0}, "change", "#,##0"),
        ({"change": -2.5}, "change", "#,##0.0"),
    ],
)  # fmt: skip
def test_number_formats(row: dict[str, Any], name: str, shown: str) -> None:
    """Taken from the text that people read of the same number."""
    assert number_format(row, name) == shown


def test_a_comment_tells_the_source() -> None:
    """On each value: publisher, date, title, address, and what the page prints."""
    data = opened([figure()], sources=[SOURCE])["data"]
    comment = data.cell(2, list(FIGURE).index("value") + 1).comment
    assert comment is not None
    assert comment.text == (
        "The Paper, 2022-09\nTitle\nhttps://paper.example/a\nPrinted: 15,3 Billionen"
    )


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_is_a_formula(text: str) -> None:
    """Text is written as text, with what it says kept; the file holds no formula at all."""
    source = Source("paper", text, text, text, text)
    written = content([figure(id=text, printed=text)], sources=[source], notes=[text], title=text)
    book = openpyxl.load_workbook(io.BytesIO(written))
    assert {cell.data_type for row in book["data"].iter_rows() for cell in row} <= {"s", "n", "b"}
    assert (book["data"]["A2"].value or "") == one_line(text)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name), name


def test_sources_are_linked_and_notes_are_there() -> None:
    """Numbered as everywhere; other schemes than the web's are text."""
    bad = Source("b", "Bad", "P", "javascript:alert(1)", "2020")
    book = opened([figure()], sources=[SOURCE, bad], notes=["a note"])
    rows = list(book["sources"].iter_rows(min_row=2))
    assert [row[0].value for row in rows] == [1, 2]
    links = [cell.hyperlink.target for row in rows for cell in row if cell.hyperlink]
    assert links == ["https://paper.example/a"]
    texts = [row[0].value for row in book["notes"].iter_rows()]
    assert "a note" in texts
    assert "hand-made (version 1, 2026-01-31)" in texts


def test_a_chart_with_years_as_years() -> None:
    """One chart a metric; its numbers stand on its sheet, a gap is an empty cell."""
    rows = [
        figure(),
        figure(year=2023, value=17.9e12),
        figure(year=2023, value=18e12, preferred=False),
        figure(metric="zone_count", year=2022, value=177, unit="count"),
        figure(year=2024, period="ytd", month=6),
    ]
    written = content(rows, chart=True)
    book = openpyxl.load_workbook(io.BytesIO(written))
    sheet = book["chart"]
    numbers = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=48, max_row=50)]
    assert numbers == [[2021, 15.3e12, None], [2022, None, 177], [2023, 17.9e12, None]]
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        charts = [archive.read(n) for n in archive.namelist() if "charts/chart" in n]
    assert len(charts) == 2
    assert b"dispBlanksAs" not in charts[0]  # neither zero nor bridged: a gap
    assert b"trillion CNY" in charts[0]


def test_a_chart_is_in_words() -> None:
    """Lines, axes and titles are called as in the registries, not by keys; a number in the sheet
    has the digits of its source."""
    rows = [
        figure(zone_type="high-tech", zone="all"),
        figure(zone_type="economic", zone="all", value=12.82e12, low=12.815e12, high=12.825e12),
        figure(metric="zone_count", zone_type="high-tech", zone="all", value=169, unit="count"),
    ]
    lines = {
        ("gdp", "level", "high-tech", "all"): ("GDP", "national high-tech zones"),
        ("gdp", "level", "economic", "all"): ("GDP", "national economic zones"),
        ("zone_count", "level", "high-tech", "all"): (
            "Number of zones",
            "national high-tech zones",
        ),
    }
    rows = [{**row, "measure": "level"} for row in rows]
    written = render(result(rows)._replace(lines=lines), "xlsx", Page(chart=True))
    assert isinstance(written, bytes)
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        gdp, count = (archive.read(f"xl/charts/chart{n}.xml").decode() for n in (1, 2))
    assert re.findall("<c:tx><c:v>(.*?)</c:v>", gdp) == [
        *("national high-tech zones", "national economic zones"),
    ]
    assert re.findall("<a:t>(.*?)</a:t>", gdp) == ["GDP", "Year", "trillion CNY"]
    assert re.findall("<a:t>(.*?)</a:t>", count) == ["Number of zones", "Year", "Number of zones"]
    sheet = openpyxl.load_workbook(io.BytesIO(written))["chart"]
    heads, numbers = (next(sheet.iter_rows(min_row=row, max_row=row)) for row in (47, 48))
    assert [cell.value for cell in heads] == [
        "Year",
        "GDP, national high-tech zones",
        "GDP, national economic zones",
        "Number of zones, national high-tech zones",
    ]
    assert [cell.number_format for cell in numbers][1:3] == [
        *('#,##0.0,,,," trillion"', '#,##0.00,,,," trillion"'),
    ]


def test_a_chart_of_nothing_is_refused() -> None:
    """An answer without years has no lines."""
    with pytest.raises(UsageError, match="--chart"):
        content([{"name": "x"}], chart=True)


def test_without_xlsxwriter_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra: the message names it."""
    real = builtins.__import__

    def without(name: str, *args: Any, **kwargs: Any) -> Any:
        if name == "xlsxwriter":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(OutputError, match=r"pip install 'zonecli\[xlsx\]'"):
        content([figure()])


def test_no_rows() -> None:
    """An empty answer is a workbook with its header."""
    assert [cell.value for cell in opened([])["data"][1]] == ["name", "value"]


def test_the_same_answer_gives_the_same_bytes() -> None:
    """Dated by the record, not by the clock."""
    assert content([figure()], sources=[SOURCE]) == content([figure()], sources=[SOURCE])
