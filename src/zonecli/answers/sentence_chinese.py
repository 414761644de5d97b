"""A figure as a Chinese sentence: "2021年，国家高新技术产业开发区地区生产总值为15.3万亿元
（Xinhua，2022年9月16日）。"
"""

from __future__ import annotations

from zonecli.answers.change_wording import percent_text
from zonecli.answers.naming import metric_label, place, type_label
from zonecli.answers.rank_years import rank_years
from zonecli.answers.reference import Date, date_of
from zonecli.answers.stock_day import as_of
from zonecli.answers.time_wording import within_year_text
from zonecli.answers.wording import MINUS, figure_text, interval_text, with_unit
from zonecli.stats.interval import Interval
from zonecli.stats.qualifiers import ABOUT, EXACT, NEARLY
from zonecli.table.registries import Metric, Registries, Source
from zonecli.table.report import Report

_GROWTH = {"real": "按不变价计算同比", "nominal": "名义同比"}
_COMPUTED = {
    **{"growth": "比上年增长", "share": "占全国比重", "per_zone": "每个园区平均"},
    **{"usd": "折合美元", "real": "按不变价", "index": "指数"},
}


def in_chinese(report: Report, registries: Registries) -> str:
    """The sentence, with its source in brackets; of a derived figure also the derivation."""
    source = _source_words(registries.sources[report.source])
    if report.status == "derived":
        source = f"由{source}推得：{report.derivation}"
    return f"{_when(report, registries)}，{_statement(report, registries)}（{source}）。"


def computed_in_chinese(name: str, value: float | None, interval: Interval, unit: str) -> str:
    """What zonecli worked out beside a figure: "每个园区平均（计算）：905亿元。"."""
    if name == "growth":
        amount = percent_text(interval, value)
    else:
        amount = with_unit(interval_text(interval, unit, value), unit)
    return f"{_COMPUTED.get(name, name)}（计算）：{amount}。"


def _statement(report: Report, registries: Registries) -> str:
    metric, where = registries.metrics[report.metric], place(report, registries)
    amount = with_unit(figure_text(report), report.unit)
    subject = f"{where}{metric_label(metric)}"
    if report.measure == "share":
        total = metric_label(registries.metrics.get(metric.national or "", metric))
        return f"{subject}占全国{total}的比重{_being(report, amount)}"
    if report.measure == "growth":
        return f"{subject}{_growing(report, amount)}"
    if report.metric == "zone_count" and report.zone == "all":
        zones = type_label(registries.zone_types[report.zone_type])
        return f"全国{_expected(report)}共有{amount}个{zones}"
    if report.unit == "rank" and report.qualifier == EXACT:
        return f"{subject}{_expected(report)}第{amount}位"
    return f"{subject}{_being(report, amount)}"


def _being(report: Report, amount: str) -> str:
    """为15.3万亿元, but 超过1万亿元: a hedge stands in place of the verb."""
    return _expected(report) + (f"为{amount}" if amount[:1].isdigit() else amount)


def _growing(report: Report, amount: str) -> str:
    """同比增长7.6%; a bound on a fall keeps its sign, for 下降超过 would turn it round."""
    compared = _expected(report) + _GROWTH.get(report.basis or "", "同比")
    if report.value >= 0:
        return f"{compared}增长{amount}"
    if report.qualifier in (EXACT, ABOUT, NEARLY):
        return f"{compared}下降{amount.replace(MINUS, '')}"
    return f"{compared}增速{amount}"


def _expected(report: Report) -> str:
    return "预计" if report.status == "forecast" else ""


def _when(report: Report, registries: Registries) -> str:
    if edition := _edition(registries.metrics[report.metric], report):
        return edition
    if day := as_of(report, registries.sources[report.source]):
        return f"截至{_date(day)}"
    within = within_year_text(report.period, report.month)
    if report.period == "point":
        return f"截至{report.year}年{within}底"
    return f"{report.year}年{within}"


def _edition(metric: Metric, report: Report) -> str:
    """Of a rank, what its year is the year of: 2024年版，评价年度为2023年; else empty."""
    edition, assessed = rank_years(metric, report)
    words = [f"{edition}年版"] if edition else []
    return "，".join([*words, f"评价年度为{assessed}年"] if assessed else words)


def _source_words(source: Source) -> str:
    """The publisher and the day: "Xinhua，2022年9月16日"; 无日期 where there is none."""
    publisher = source.publisher.replace(", on ", "，载 ")
    return f"{publisher or source.title}，{_date(date_of(source.published)) or '无日期'}"


def _date(date: Date) -> str:
    """A day, a month or a year: "2022年9月16日"; empty for no date."""
    return "".join(f"{number}{unit}" for number, unit in zip(date, "年月日", strict=False))
