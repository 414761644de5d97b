"""Files in Chinese: sections, sheets, the language that a page says it is in, number formats."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from output_results import SOURCE, result

from zonecli.answers.result import Result
from zonecli.output import render
from zonecli.output.page import Page
from zonecli.output.workbook_numbers import number_format

pytestmark = pytest.mark.usefixtures("chinese")
FIGURE: dict[str, Any] = {
    **{"id": "a", "metric": "gdp", "measure": "level", "zone_type": "high-tech", "zone": "all"},
    **{"year": 2021, "period": "year", "month": 12, "value": 15.3e12, "low": 15.25e12},
    **{"high": 15.35e12, "unit": "CNY", "qualifier": "exact", "printed": "15.3万亿元"},
    **{"status": "reported", "preferred": True, "source": "paper"},
}
NAMES = {("gdp", "level", "high-tech", "all"): ("地区生产总值", "国家高新区")}


def answer() -> Result:
    made = result([FIGURE], [["a", "1"]], headings=["年份", "来源"], notes=["n"], sources=[SOURCE])
    return made._replace(lines=NAMES)


def test_html_says_that_it_is_chinese() -> None:
    """So does each section; the numbers of the sources lead to them all the same."""
    page = str(render(answer(), "html", Page()))
    assert '<html lang="zh-CN">' in page
    assert "<h2>来源</h2>" in page
    assert "<h2>说明</h2>" in page
    assert '<a href="#source-1">1</a>' in page


def test_latex_says_what_chinese_needs() -> None:
    head = str(render(answer(), "latex", Page())).split("\\begin", maxsplit=1)[0]
    assert r"\usepackage{ctex}" in head
    assert "XeLaTeX" in head


def test_a_workbook() -> None:
    """Its sheets, what is printed, the chart with its axes and lines."""
    content = render(answer(), "xlsx", Page(chart=True))
    assert isinstance(content, bytes)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["数据", "来源", "说明", "图表"]
    comment = book["数据"].cell(2, list(FIGURE).index("value") + 1).comment
    assert comment is not None
    assert comment.text.endswith("原文数字：15.3万亿元")
    heads = [cell.value for row in book["图表"].iter_rows() for cell in row if cell.value]
    assert "地区生产总值，国家高新区" in heads
    assert [cell.value for cell in book["来源"][1]][:3] == ["序号", "编号", "发布者"]


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({}, '#,##0.0,,,,"万亿"'),
        # 亿 and 万 are no thousands: the number in full
        ({"value": 3.1e11, "low": 3.095e11, "high": 3.105e11}, "#,##0"),
        ({"value": 7.4, "low": 7.35, "high": 7.45, "unit": "percent"}, '#,##0.0"%"'),
    ],
)
def test_number_formats(changes: dict[str, Any], shown: str) -> None:
    """万亿 can be shown by a number format, which counts in thousands of thousands."""
    assert number_format({**FIGURE, **changes}, "value") == shown
