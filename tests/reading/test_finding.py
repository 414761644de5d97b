"""Sentences, numbers, times and names, each found by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from zonecli.reading.lexicon import UNKNOWN_ZONE, Lexicon
from zonecli.reading.numbers import numbers_of
from zonecli.reading.periods import times_of
from zonecli.reading.sentences import sentences_of
from zonecli.table.opening import open_table


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    table = open_table(Path(__file__).parents[2] / "data" / "metrics.parquet")
    return Lexicon(table.registries)


def test_sentences_keep_their_place_and_numbers_do_not_end_them() -> None:
    text = "It was 15.3 trillion U.S. dollars. Then\nmore.\n\n• One。第二句。"
    found = list(sentences_of(text))
    assert [s.text for s in found] == [
        "It was 15.3 trillion U.S. dollars.",
        "Then",
        "more.",
        "One。",
        "第二句。",
    ]
    assert all(text[s.start :].startswith(s.text) for s in found)


@pytest.mark.parametrize(
    ("text", "number", "value", "unit"),
    [
        ("GDP of CNY15.3 trillion in it", "CNY15.3 trillion", 15.3e12, "CNY"),
        ("with over 60,000 firms", "over 60,000", 60000, None),
        ("about 2.36 trillion U.S. dollars", "about 2.36 trillion U.S. dollars", 2.36e12, "USD"),
        ("nearly a quarter of trade", "nearly a quarter", 25, "percent"),
        ("up 21.2 percentage points", "21.2 percentage points", 21.2, "percentage_points"),
        ("a 4.6-fold increase", "4.6-fold", 4.6, "times"),
        ("共有超过6万家企业", "超过6万家", 60000, None),
        ("达15.3万亿元，", "15.3万亿元", 15.3e12, "CNY"),
        ("占三分之一", "三分之一", 100 / 3, "percent"),
        ("ranked second in", "second", 2, "rank"),
    ],
)
def test_numbers_with_hedge_and_unit(
    text: str, number: str, value: float, unit: str | None
) -> None:
    (found,) = numbers_of(text)
    assert (found.text, found.unit) == (number, unit)
    assert found.number.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("it was in the region of 15 trillion yuan", "about"),
        ("an estimated 60,000 firms", "about"),
        ("it was just under 15.4 trillion yuan", "nearly"),
        ("slightly over 15 trillion yuan", "over"),
        ("as many as 60,000 firms", "at-most"),
        ("a share of < 14%", "under"),
        ("a share of ≥14%", "at-least"),
        ("产值几乎16万亿元", "nearly"),
        ("产值略低于16万亿元", "nearly"),
        ("产值估计为15.3万亿元", "about"),
        ("> 15 zones, as the letter has it", None),  # a quotation in Markdown
    ],
)
def test_hedges_in_running_text(text: str, qualifier: str | None) -> None:
    (found,) = numbers_of(text)
    assert found.number.qualifier == qualifier


@pytest.mark.parametrize(
    "text", ["it was not 15.3 trillion yuan", "it wasn't 60,000", "产值并非15.3万亿元", "不是6万家"]
)
def test_what_is_denied_is_no_number(text: str) -> None:
    assert numbers_of(text) == []


def test_a_negated_hedge_denies_nothing() -> None:
    (found,) = numbers_of("it was not more than 15.3 trillion yuan")
    assert found.number.qualifier == "at-most"


@pytest.mark.parametrize("text", ["5G", "Covid-19", "C919", "Fortune 500", "8-inch", "3 years"])
def test_names_and_durations_are_no_numbers(text: str) -> None:
    assert numbers_of(f"It is {text} that they use.") == []


def test_the_first_of_two_takes_the_scale_of_the_second() -> None:
    first, second = numbers_of("grew from 5.4 to 15.3 trillion yuan")
    assert (first.number.value, second.number.value) == (5.4e12, 15.3e12)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2021", (2021, None, None)),
        ("by the end of 2021", (2021, "point", 12)),
        ("From January to July 2022", (2022, "ytd", 7)),
        ("in the first three quarters of 2023", (2023, "ytd", 9)),
        ("in the first half of 2020", (2020, "ytd", 6)),
        ("in September 2022", (2022, "month", 9)),
        ("2023年1-9月", (2023, "ytd", 9)),
        ("2023年前三季度", (2023, "ytd", 9)),
        ("截至2024年底", (2024, "point", 12)),
        ("2021年", (2021, None, None)),
    ],
)
def test_times(text: str, expected: tuple[int, str | None, int | None]) -> None:
    (when,) = times_of(text)
    assert (when.year, when.period, when.month) == expected
    assert not when.base


@pytest.mark.parametrize("text", ["84 more than in 2012", "比2012年增加84家", "since 2012"])
def test_times_that_are_only_compared_with(text: str) -> None:
    (when,) = times_of(text)
    assert (when.year, when.base) == (2012, True)


@pytest.mark.parametrize("text", ["by now", "currently", "today", "目前", "现在", "现有178家"])
def test_now_is_of_no_year_of_its_own(text: str) -> None:
    (when,) = times_of(text)
    assert (when.year, when.now) == (None, True)


@pytest.mark.parametrize("text", ["from now on", "now that it is known", "China Today", "known"])
def test_words_that_do_not_say_now(text: str) -> None:
    assert times_of(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("national high-tech industrial development zones", "type", "high-tech"),
        ("economic and technological development zones", "type", "economic"),
        ("the econ zones", "type", "economic"),
        ("国家级经开区", "type", "economic"),
        ("Suzhou Industrial Park", "zone", "suzhou-industrial-park"),
        ("苏州工业园区", "zone", "suzhou-industrial-park"),
        ("the high-tech zone in Chengdu", "zone", "chengdu-high-tech"),
        ("provincial high-tech zones", "zone", UNKNOWN_ZONE),
        ("Guangdong's high-tech zones", "zone", UNKNOWN_ZONE),
        ("广东高新区", "zone", UNKNOWN_ZONE),
        ("high-tech companies", "metric", "high_tech_enterprises"),
        ("research and development budget", "metric", "rd_expenditure"),
        ("实际使用外资", "metric", "fdi"),
    ],
)
def test_names(lexicon: Lexicon, text: str, kind: str, key: str) -> None:
    assert (kind, key) in {(name.kind, name.key) for name in lexicon.names_of(text)}
