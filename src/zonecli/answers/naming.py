"""What metrics, zone types and zones are called in the language spoken, from the registries.

An entry that has no Chinese name, as in a user's own table, is called by its English one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zonecli.answers.wording import unit_text
from zonecli.language import in_chinese, said
from zonecli.table.registries import Metric, Registries, Zone, ZoneType
from zonecli.table.report import LineKey, Report


def one_of(english: str, chinese: str) -> str:
    """The text of an entry in the language spoken; in the other one where it has only that."""
    return (chinese or english) if in_chinese() else (english or chinese)


def metric_label(metric: Metric) -> str:
    """What a metric is called: "GDP", "地区生产总值"."""
    return one_of(metric.label, metric.label_zh)


def measured(metric: Metric, measure: str) -> str:
    """A metric as it is measured: "Exports", "Exports, share of China's total"."""
    label = metric_label(metric)
    if measure == "share":
        return said("{metric}, share of China's total", metric=label)
    return said("{metric}, growth", metric=label) if measure == "growth" else label


def enumerated(names: Sequence[str]) -> str:
    """Names in a row: "GDP, Exports and Imports"."""
    return said(" and ").join(filter(None, (said(", ").join(names[:-1]), *names[-1:])))


def unit_name(unit: str) -> str:
    """What a unit is called where it stands alone: "CNY", "count"."""
    return unit_text(unit) or said(unit)


def type_label(zone_type: ZoneType) -> str:
    """What a zone type is called: "national high-tech zones"."""
    return one_of(zone_type.label, zone_type.label_zh)


def type_short(zone_type: ZoneType) -> str:
    """The same for a column: "High-tech"."""
    short, short_zh = zone_type.short or zone_type.label, zone_type.short_zh or zone_type.label_zh
    return one_of(short, short_zh)


def zone_name(zone: Zone) -> str:
    """What a zone is called: "Zhongguancun", "中关村"."""
    return one_of(zone.name, zone.name_zh)


def place(report: Report, registries: Registries) -> str:
    """Of which zones a figure is: "national high-tech zones", "Zhongguancun"."""
    zone = registries.zones[report.zone]
    zone_type = type_label(registries.zone_types[report.zone_type])
    if zone.kind == "all":
        return zone_type
    name = zone_name(zone)
    return name if zone.kind == "zone" else said("{type}, {group}", type=zone_type, group=name)


def line_names(reports: Iterable[Report], registries: Registries) -> dict[LineKey, tuple[str, str]]:
    """Of each line of figures, what is measured and where."""
    lines = {report.line: report for report in reports}
    return {
        line: (measured(registries.metrics[r.metric], r.measure), place(r, registries))
        for line, r in lines.items()
    }
