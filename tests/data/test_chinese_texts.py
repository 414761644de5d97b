"""The Chinese texts of the record: each is there, and has the numbers of the English one."""

from __future__ import annotations

import calendar
import re
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

CURATED = Path(__file__).parents[2] / "data" / "curated"
FILES = ("metrics", "zone_types", "zones", "series", "conflicts", "dataset")
ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
CHINESE_SCALES = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 10**3}
HEDGES = {
    r"\blikely\b|\bchiefly\b": r"很可能|有望|主要是",
    r"\bprobably\b": r"大概",
    r"\bperhaps\b": r"也许",
    r"\bnearly\b": r"几乎|近五",
    r"\babout (?:the )?\d": r"约为?\d",
    r"(?<!points )\bover \d|\babove (?:\d|one)|\bmore than (?:\d|half)": r"超过",
    r"\bunder \d": r"不足",
    r"\boften\b": r"往往",
}
HAN = re.compile(r"[\u4e00-\u9fff]")
# A scale word alone counts one: 亿元 is 100 million yuan.
ENGLISH = re.compile(rf"(\d[\d,]*(?:\.\d+)?)?(?: ?\b({'|'.join(ENGLISH_SCALES)})\b)?")
CHINESE = re.compile(rf"(\d+(?:\.\d+)?)?({'|'.join(CHINESE_SCALES)})?")


@cache
def entries(name: str) -> dict[str, dict[str, Any]]:
    content = tomllib.loads((CURATED / f"{name}.toml").read_text(encoding="utf-8"))
    if name == "dataset":
        return {"dataset": content}
    if name == "conflicts":
        return {f"conflict {n}": entry for n, entry in enumerate(content["conflict"], start=1)}
    return content


def texts(*fields: str) -> list[Any]:
    """Each English text in one of these fields, and the Chinese one or nothing."""
    return [
        pytest.param(entry[field], entry.get(f"{field}_zh", ""), id=f"{name} {key} {field}")
        for name in FILES
        for key, entry in entries(name).items()
        for field in fields
        if field in entry
    ]


Scaled = set[tuple[Decimal, int]]


def numbers(text: str, pattern: re.Pattern[str], scales: dict[str, int]) -> Scaled:
    """Each number of a text, without its scale, and the scale; 1 where none is printed."""
    found = (match.groups() for match in pattern.finditer(text) if match[0].strip())
    return {
        (Decimal((digits or "1").replace(",", "")), scales.get(scale, 1)) for digits, scale in found
    }


def english_numbers(text: str) -> list[set[Decimal]]:
    """What each number may mean: one that has no scale word may share that of another."""
    for number, month in enumerate(calendar.month_name[1:], start=1):
        text = re.sub(rf"\b{month}\b", str(number), text)
    found = numbers(text, ENGLISH, ENGLISH_SCALES)
    shared = {scale for _, scale in found}
    return [
        {number * scale for scale in (shared if own == 1 else {own})} | {number * own}
        for number, own in found
    ]


def chinese_numbers(text: str) -> set[Decimal]:
    return {number * scale for number, scale in numbers(text, CHINESE, CHINESE_SCALES)}


def agree(english: str, chinese: str) -> bool:
    """Whether no number of either text lacks in the other."""
    meant, told = english_numbers(english), chinese_numbers(chinese)
    return all(number & told for number in meant) and told <= set().union(*meant)


LONGER = texts("definition", "overlaps", "count_note", "note", "explanation")


@pytest.mark.parametrize(("english", "chinese"), texts("label", "short", "name"))
def test_every_name_is_there_in_chinese(english: str, chinese: str) -> None:
    """Its numbers may be words: 超千亿元."""
    assert english
    assert HAN.search(chinese)


@pytest.mark.parametrize(("english", "chinese"), LONGER)
def test_every_longer_text_is_there_in_chinese_with_its_numbers(english: str, chinese: str) -> None:
    assert HAN.search(chinese)
    assert agree(english, chinese), (english_numbers(english), chinese_numbers(chinese))


@pytest.mark.parametrize(("english", "chinese"), LONGER)
def test_every_hedge_is_there_in_chinese_and_no_other(english: str, chinese: str) -> None:
    for said, told in HEDGES.items():
        assert bool(re.search(said, english, re.I)) == bool(re.search(told, chinese)), (said, told)


@pytest.mark.parametrize(
    ("english", "chinese", "same"),
    [
        ("616 billion yuan in March 2018", "2018年3月为6160亿元", True),
        ("616 billion yuan in March 2018", "2018年3月为616亿元", False),
        ("9.1 trillion for 2017, 10.2 for 2018", "2017年9.1万亿元，2018年10.2万亿元", True),
        ("9.1 trillion for 2017, 10.2 for 2018", "2017年9.1万亿元，2018年10.2亿元", False),
        ("17,844 in May, under 3 million", "5月17844家，不足300万家", True),
        ("printed in thousand yuan", "以千元为单位", True),
        ("held per 10,000 persons", "每万人拥有", True),
        ("219 zones", "各园区", False),
        ("some zones", "219家园区", False),
    ],
)
def test_numbers_are_read_in_both_languages(english: str, chinese: str, same: bool) -> None:
    assert agree(english, chinese) is same
