"""References by hand, from the rules and examples of the style guides.

Our CSL-JSON through pandoc with the styles of the CSL project gives the same, but for three things:
Chicago has a comma before the date where there is no site, described titles in quotation marks and
undated ones without n.d.; GB/T 7714 has authors in capitals.
"""

from __future__ import annotations

import pytest

from zonecli.answers.citation_styles import STYLES
from zonecli.answers.cite import cite, dataset_answer
from zonecli.answers.reference import reference_of
from zonecli.answers.result import Result, Sheet
from zonecli.table.registries import Dataset, Source

RECORD = Dataset("record of zones", "2026.11", "2026-11-22", "CC-BY-4.0")
URL = "https://x.example/a"


def source(**fields: str) -> Source:
    known = {"id": "a", "title": "Zones grow", "publisher": "Xinhua", "url": URL}
    return Source(**{**known, "published": "2022-09-16", **fields})


def cited(style: str, *sources: Source) -> list[str]:
    return STYLES[style]([reference_of(s, RECORD) for s in sources])


DAY, MONTH, YEAR = "2022-09-16", "2022-09", "2022"


@pytest.mark.parametrize(
    ("style", "fields", "wanted"),
    [
        ("apa", {}, f"Xinhua. (2022, September 16). Zones grow. {URL}"),
        ("apa", {"published": MONTH}, f"Xinhua. (2022, September). Zones grow. {URL}"),
        ("apa", {"published": YEAR}, f"Xinhua. (2022). Zones grow. {URL}"),
        (
            "apa",
            {"published": ""},
            f"Xinhua. (n.d.). Zones grow. Retrieved November 22, 2026, from {URL}",
        ),
        (
            "apa",
            {"publisher": "Xinhua, on China.org.cn", "title": "(item on zones)"},
            f"Xinhua. (2022, September 16). [item on zones]. China.org.cn. {URL}",
        ),
        ("apa", {"title": "Do zones grow?"}, f"Xinhua. (2022, September 16). Do zones grow? {URL}"),
        ("chicago", {}, f"Xinhua. “Zones grow.” September 16, 2022. {URL}."),
        ("chicago", {"published": MONTH}, f"Xinhua. “Zones grow.” September 2022. {URL}."),
        (
            "chicago",
            {"published": ""},
            f"Xinhua. “Zones grow.” n.d. Accessed November 22, 2026. {URL}.",
        ),
        (
            "chicago",
            {"publisher": "Xinhua, on China.org.cn", "title": 'The "best" zones?'},
            f"Xinhua. “The 'best' zones?” China.org.cn, September 16, 2022. {URL}.",
        ),
        ("chicago", {"title": "(item)"}, f"Xinhua. item. September 16, 2022. {URL}."),
        ("gbt7714", {}, f"Xinhua. Zones grow[EB/OL]. (2022-09-16)[2026-11-22]. {URL}."),
        ("gbt7714", {"published": ""}, f"Xinhua. Zones grow[EB/OL]. [2026-11-22]. {URL}."),
        (
            "gbt7714",
            {"publisher": "新华社, on 中国网", "title": "国家高新区达178家"},
            f"新华社. 国家高新区达178家[EB/OL]//中国网. (2022-09-16)[2026-11-22]. {URL}.",
        ),
    ],
)  # fmt: skip
def test_a_web_page(style: str, fields: dict[str, str], wanted: str) -> None:
    """Author, date, title, site and address in the order and punctuation of the guide."""
    assert cited(style, source(**fields)) == [wanted]


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
            "The zonecli team. “record of zones.” Version 2026.11. November 22, 2026. Data set.",
        ),
        ("gbt7714", "The zonecli team. record of zones: 2026.11[DS]. (2026-11-22)."),
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
    assert lines[0].startswith(f"{first}Zeta")
    assert [row["number"] for row in cite(answer, style).rows] == [1, 2]
