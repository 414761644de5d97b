"""Spreadsheets in Chinese: headings and codes in words, numbers and ids as they are."""

from __future__ import annotations

import csv
import io

import pytest
from answer_tables import REGISTRIES, report, table

from zonecli.answers.choosing import scope_of
from zonecli.answers.compare import CompareRequest, compare
from zonecli.answers.computations import computations
from zonecli.answers.in_words import in_words
from zonecli.answers.result import Result
from zonecli.answers.show import ShowRequest, show
from zonecli.languages.chinese.columns import heading
from zonecli.output import render
from zonecli.output.page import Page

pytestmark = pytest.mark.usefixtures("chinese")


def lines(result: Result) -> list[dict[str, str]]:
    text = render(in_words(result, REGISTRIES), "csv", Page())
    assert isinstance(text, str)
    return list(csv.DictReader(io.StringIO(text)))


def test_codes_become_words_and_numbers_stay() -> None:
    scope = scope_of(REGISTRIES, ["gdp"], types=["high-tech"])
    (line,) = lines(show(table(report("over 15.3 trillion")), ShowRequest(scope)))
    assert (line["指标"], line["园区类型"], line["计量方式"]) == ("地区生产总值", "高新区", "总量")
    assert (line["年份"], line["时期"], line["单位"], line["表述"]) == (
        "2021",
        "全年",
        "元",
        "超过",
    )
    assert (line["数值"], line["下限"], line["上限"]) == ("15300000000000", "15300000000000", "")
    assert line["原文"] == "over 15.3 trillion"
    assert line["来源"] == "paper"


def test_a_code_without_a_word_stays_a_code() -> None:
    """No Chinese name in the registries: the English one, and a unit of the user's own."""
    scope = scope_of(REGISTRIES, ["firms"], types=["high-tech"])
    (line,) = lines(show(table(report("60,000", "firms", unit="shops")), ShowRequest(scope)))
    assert (line["指标"], line["单位"]) == ("Firms", "shops")


def test_every_column_of_show_and_compare_has_a_heading() -> None:
    scope = scope_of(REGISTRIES, ["gdp"], types=["high-tech"])
    levels = table(report("15.3 trillion"), report("17 trillion", year=2022))
    wanted = computations(REGISTRIES, with_growth=True, with_share=True, per_zone=True, usd=True)
    shown = show(levels, ShowRequest(scope, computations=wanted))
    compared = compare(levels, CompareRequest(2021, 2022, scope))
    for result in (shown, compared):
        headings = [heading(column.name) for column in result.columns]
        assert [text for text in headings if text.isascii()] == []
        assert len(set(headings)) == len(headings)


def test_programs_get_names_and_codes() -> None:
    scope = scope_of(REGISTRIES, ["gdp"], types=["high-tech"])
    answer = in_words(show(table(report("15.3 trillion")), ShowRequest(scope)), REGISTRIES)
    text = render(answer, "ndjson", Page())
    assert isinstance(text, str)
    assert '"metric": "gdp"' in text
