"""Figures as Chinese sentences: grammar, hedge, unit, time and source of each kind."""

from __future__ import annotations

import pytest
from answer_tables import REGISTRIES, report, table

from zonecli.answers.choosing import scope_of
from zonecli.answers.computations import computations
from zonecli.answers.sentence import with_sentences
from zonecli.answers.sentence_chinese import in_chinese
from zonecli.answers.show import ShowRequest, show
from zonecli.table.registries import Source
from zonecli.table.report import Report

LABELS = {"firms": "企业数量", "exports": "出口额", "rank": "评价排名"}
CHINESE = REGISTRIES._replace(
    metrics={
        name: metric._replace(label_zh=LABELS.get(name, metric.label_zh))
        for name, metric in REGISTRIES.metrics.items()
    },
    sources={**REGISTRIES.sources, "day": Source("day", "T", "新华社", "", "2022-09-06")},
)
TOLD = "（The Paper，2022年）"


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        (report("15.3 trillion"), f"2021年，高新区地区生产总值为15.3万亿元{TOLD}。"),
        (report("over 1 trillion"), f"2021年，高新区地区生产总值超过1万亿元{TOLD}。"),
        (report("334 billion"), f"2021年，高新区地区生产总值为3340亿元{TOLD}。"),
        (
            report("2.36 trillion", unit="USD", source="day"),
            "2021年，高新区地区生产总值为2.36万亿美元（新华社，2022年9月6日）。",
        ),
        (report("less than 20,000", "firms"), f"截至2021年底，高新区企业数量不足2万{TOLD}。"),
        (report("60,000", "firms", month=9), f"截至2021年9月底，高新区企业数量为6万{TOLD}。"),
        (report("156,763", "firms"), f"截至2021年底，高新区企业数量为156,763{TOLD}。"),
        (report("169", "zone_count"), f"截至2021年底，全国共有169个高新区{TOLD}。"),
        (report("over 220", "zone_count"), f"截至2021年底，全国共有超过220个高新区{TOLD}。"),
        (
            report("17.5 trillion", period="ytd", month=7),
            f"2021年1–7月，高新区地区生产总值为17.5万亿元{TOLD}。",
        ),
        (
            report("about 24%", "exports", measure="share"),
            f"2021年，高新区出口额占全国出口额的比重约24%{TOLD}。",
        ),
        (
            report("7.6%", measure="growth", basis="real"),
            f"2021年，高新区地区生产总值按不变价计算同比增长7.6%{TOLD}。",
        ),
        (report("-2.5%", measure="growth"), f"2021年，高新区地区生产总值同比下降2.5%{TOLD}。"),
        (
            report("110 trillion", zone_type="national", source="blog"),
            "2021年，全国地区生产总值为110万亿元（A Blog，无日期）。",
        ),
        (report("400 billion", zone="suzhou"), f"2021年，苏州地区生产总值为4000亿元{TOLD}。"),
        (report("3", "rank", zone="suzhou"), f"2021年，苏州评价排名第3位{TOLD}。"),
        (
            report("16 trillion", status="forecast"),
            f"2021年，高新区地区生产总值预计为16万亿元{TOLD}。",
        ),
        (
            report("89", "zone_count", status="derived", derivation="173 - 84"),
            "截至2021年底，全国共有89个高新区（由The Paper，2022年推得：173 - 84）。",
        ),
    ],
)
def test_a_figure_in_chinese(figure: Report, sentence: str) -> None:
    """As its source hedges it, in the units of Chinese, with no more digits."""
    assert in_chinese(figure, CHINESE) == sentence


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("published", "when"),
    [
        ("2025-11-08", "截至2025年11月8日"),
        ("2025-11", "截至2025年11月"),
        ("2025-12-12", "截至2025年11月底"),
    ],
)
def test_a_page_knows_of_no_later_day_than_its_own(published: str, when: str) -> None:
    registries = CHINESE._replace(sources={"paper": Source("paper", "T", "X", "", published)})
    said = in_chinese(report("178", "zone_count", 2025, month=11), registries)
    assert said.startswith(f"{when}，全国共有178个高新区（")


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize(
    ("year_is", "when"),
    [
        (
            "the year is the year assessed, one before the year in the edition's name.",
            "2022年版，评价年度为2021年",
        ),
        ("the year is the year assessed.", "评价年度为2021年"),
        ("the year is the year of the edition.", "2021年版"),
        ("", "2021年"),
    ],
)
def test_what_the_year_of_a_rank_is(year_is: str, when: str) -> None:
    metric = CHINESE.metrics["rank"]._replace(definition=year_is)
    registries = CHINESE._replace(metrics={**CHINESE.metrics, "rank": metric})
    said = in_chinese(report("3", "rank", zone="suzhou"), registries)
    assert said == f"{when}，苏州评价排名第3位{TOLD}。"


@pytest.mark.usefixtures("chinese")
def test_an_answer_speaks_the_language_that_is_spoken() -> None:
    """What is computed beside a figure is said to be."""
    scope = scope_of(REGISTRIES, ["gdp"], types=["high-tech"])
    reports = [
        report(f"{n}.00 trillion", year=y, series="torch") for n, y in ((10, 2020), (11, 2021))
    ]
    wanted = computations(REGISTRIES, with_growth=True)
    answer = with_sentences(
        show(table(*reports), ShowRequest(scope, computations=wanted)), REGISTRIES
    )
    assert answer.rows[-1]["sentence"] == (
        f"2021年，高新区地区生产总值为11.00万亿元{TOLD}。比上年增长（计算）：+10%。"
    )
