"""A wording that says what the table can bear: with the source's own hedge and digits."""

from __future__ import annotations

import re

from zonecli.answers.wording import with_unit
from zonecli.judging.evidence import Evidence, worked_out_text
from zonecli.judging.judge import Judgement
from zonecli.table.registries import Registries
from zonecli.table.report import Report

_HAN = re.compile(r"[一-鿿]")
_HEDGES_HAN = {
    "exact": "",
    "about": "约",
    "nearly": "近",
    "over": "超过",
    "at-least": "至少",
    "under": "不到",
    "at-most": "至多",
}
_SCALES_HAN = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
_MOST_DECIMALS = 4
_UNITS_HAN = {"CNY": "元", "USD": "美元", "percent": "%", "sq_km": "平方公里"}
_MEASURES = {"level": "", "share": ", share of the national total", "growth": ", growth"}
_MEASURES_HAN = {"level": "", "share": "占全国比重", "growth": "增速"}


def suggestion(judgement: Judgement, registries: Registries) -> str | None:
    """The statement as the best evidence has it, in the language of the claim; null where there is
    nothing to say it by, or nothing to better."""
    best = judgement.best
    if best is None or judgement.verdict == "supported":
        return None
    if not best.printed:
        return f"{_what(best.reports[-1], registries)}: {_worked_out(best)}"
    report = best.reports[-1]
    if _HAN.search(judgement.claim.text):
        return _in_chinese(report, registries)
    return f"{_what(report, registries)}: {best.text}"


def _worked_out(evidence: Evidence) -> str:
    amount = worked_out_text(evidence.interval, evidence.unit, evidence.value)
    return with_unit(amount, evidence.unit)


def _what(report: Report, registries: Registries) -> str:
    metric = registries.metrics[report.metric].label
    zone, zone_type = registries.zones[report.zone], registries.zone_types[report.zone_type]
    where = zone_type.label if zone.kind == "all" else zone.name
    return f"{metric} of {where}{_MEASURES[report.measure]}"


def _in_chinese(report: Report, registries: Registries) -> str:
    metric = registries.metrics[report.metric]
    zone, zone_type = registries.zones[report.zone], registries.zone_types[report.zone_type]
    where = zone_type.label_zh if zone.kind == "all" else zone.name_zh or zone.name
    when = f"{report.year}年" if report.period != "ytd" else f"{report.year}年1—{report.month}月"
    label = metric.label_zh or metric.label
    amount = amount_in_chinese(report)
    return f"{when}{where}{label}{_MEASURES_HAN[report.measure]}：{amount}"


def amount_in_chinese(report: Report) -> str:
    """超过6万, 15.3万亿元, 13.4%: the digits that the source has, and no more."""
    digits, scale = f"{report.value:,.12g}", ""
    if report.unit != "percent":
        for size, word in _SCALES_HAN:
            scaled = f"{report.value / size:.12g}"
            if abs(report.value) >= size and len(scaled.partition(".")[2]) <= _MOST_DECIMALS:
                digits, scale = scaled, word
                break
        else:
            digits = f"{report.value:,.12f}".rstrip("0").rstrip(".")
    unit = _UNITS_HAN.get(report.unit, "")
    return f"{_HEDGES_HAN[report.qualifier]}{digits}{scale}{unit}"
