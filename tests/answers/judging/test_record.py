"""A plain sentence about each report of the record: none may be contradicted by the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from zonecli.answers.findings import findings_of
from zonecli.answers.wording import figure_text, with_unit
from zonecli.language import speak
from zonecli.reading.documents import Document
from zonecli.table.report import Report
from zonecli.table.table import Table

_MONTHS = "January February March April May June July August September October November December"
_UNUSUAL = ("rank", "CNY_per_USD", "index", "tce_per_10000_CNY", "times")


def _english(report: Report, table: Table) -> str:
    registries = table.registries
    zone = registries.zones[report.zone]
    zone_type = registries.zone_types[report.zone_type]
    who = f"the {zone_type.label}" if zone.kind == "all" else zone.name
    metric, figure = registries.metrics[report.metric].label, figure_text(report)
    figure = with_unit(figure, report.unit).replace("−", "")
    month = _MONTHS.split()[report.month - 1]
    when = {
        "year": f"In {report.year}",
        "ytd": f"From January to {month} {report.year}",
        "month": f"In {month} {report.year}",
        "point": f"At the end of {month} {report.year}",
    }[report.period]
    if report.measure == "share":
        return f"{when}, {who} accounted for {figure} of China's {metric}."
    if report.measure == "growth":
        return (
            f"{when}, the {metric} of {who} {'fell' if report.value < 0 else 'grew'} by {figure}."
        )
    return f"{when}, the {metric} of {who} was {figure}."


def _chinese(report: Report, table: Table) -> str:
    registries = table.registries
    zone = registries.zones[report.zone]
    every = registries.zone_types[report.zone_type].label_zh
    name = every if zone.kind == "all" else zone.name_zh
    speak("zh")
    figure = with_unit(figure_text(report), report.unit).replace("−", "")
    speak("en")
    figure += "个" if report.unit == "count" else ""
    when = {
        "year": f"{report.year}年",
        "ytd": f"{report.year}年1-{report.month}月",
        "month": f"{report.year}年{report.month}月",
        "point": f"{report.year}年{report.month}月底",
    }[report.period]
    verb = {
        "level": "",
        "share": "占全国的",
        "growth": "同比下降" if report.value < 0 else "同比增长",
    }[report.measure]
    return f"{when}，{name}{registries.metrics[report.metric].label_zh}{verb}{figure}。"


def _usual(table: Table) -> Iterator[Report]:
    for report in table.reports:
        group = table.registries.zones[report.zone].kind == "group"
        january = report.period == "ytd" and report.month == 1
        unusual = report.unit in _UNUSUAL or report.status == "forecast"
        if report.zone_type != "national" and not (group or january or unusual):
            yield report


@pytest.mark.parametrize("language", ["english", "chinese"])
def test_no_report_of_the_record_is_contradicted(record: Table, language: str) -> None:
    write = _english if language == "english" else _chinese
    reports = list(_usual(record))
    documents = [Document(report.id, write(report, record)) for report in reports]
    findings = findings_of(record, documents)
    verdicts = Counter(finding.verdict for finding in findings)
    print(f"\n{language}: {len(reports)} reports,", dict(verdicts))
    contradicted = [f.statement.sentence for f in findings if f.verdict == "contradicted"]
    assert contradicted == []
    assert verdicts["supported"] >= 0.95 * len(reports)
