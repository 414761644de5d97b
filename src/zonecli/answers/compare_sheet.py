"""The sheet of `compare`, and what must be said beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from zonecli.answers.choosing import DEFAULT_PERIOD, in_period, unique
from zonecli.answers.comparison import Comparison
from zonecli.answers.result import Heading, Sheet
from zonecli.answers.wording import (
    DASH,
    figure_text,
    marked,
    month_text,
    percent_text,
    text_with_telling_unit,
)
from zonecli.stats.interval import Interval, divide, percent_change
from zonecli.table.columns import CURRENCIES
from zonecli.table.registries import Registries, Source
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table


def comparison_sheet(
    comparisons: Sequence[Comparison],
    sources: Sequence[Source],
    registries: Registries,
    from_year: int,
    to_year: int,
) -> Sheet:
    """One line a figure: both values, the change, the growth a year, and the sources."""
    number = {source.id: str(n) for n, source in enumerate(sources, start=1)}
    several_types = len({c.before.zone_type for c in comparisons}) > 1
    several_zones = len({c.before.zone for c in comparisons}) > 1
    rows, legend = [], []
    warnings = unique(w for c in comparisons for w in c.warnings)
    marks = {warning: f"!{n}" for n, warning in enumerate(warnings, start=1)}
    for c in comparisons:
        cited = unique(number[report.source] for report in (c.before, c.after))
        rows.append(
            (
                *((_short(c.before, registries),) if several_types else ()),
                *((registries.zones[c.before.zone].name,) if several_zones else ()),
                _label(c.before, registries),
                marked(text_with_telling_unit(c.before), c.before),
                marked(text_with_telling_unit(c.after), c.after),
                _change(c),
                percent_text(c.cagr, c.point_cagr) if c.cagr is not None else "",
                " ".join((",".join(cited), *(marks[w] for w in c.warnings))),
            )
        )
    headings = (
        *((Heading("Zones"),) if several_types else ()),
        *((Heading("Zone"),) if several_zones else ()),
        Heading("Figure"),
        *(Heading(str(year), right=True) for year in (from_year, to_year)),
        Heading("Change", right=True),
        Heading("A year", right=True),
        Heading("Source"),
    )
    if comparisons:
        legend.append(
            "Change and yearly growth are computed by zonecli, within what each hedge allows."
        )
    legend += [f"{mark} {warning}" for warning, mark in marks.items()]
    return Sheet(
        _title(comparisons, registries, from_year, to_year), headings, tuple(rows), tuple(legend)
    )


def zone_notes(
    table: Table, comparisons: Sequence[Comparison], from_year: int, to_year: int
) -> list[str]:
    """How many zones of each type there were, and how growth splits: more zones, more per zone."""
    notes = []
    for zone_type in unique(c.before.zone_type for c in comparisons if c.before.zone == "all"):
        before, after = (_zone_count(table, zone_type, year) for year in (from_year, to_year))
        if before is None or after is None or before.value == after.value:
            continue
        label = table.registries.zone_types[zone_type].label
        note = f"The set of zones changed: {label}, {_counted(before)}, {_counted(after)}."
        splits = (_split(c, before, after) for c in _amounts(comparisons))
        notes.append(" ".join(filter(None, (note, next(filter(None, splits), None)))))
    return notes


def _counted(report: Report) -> str:
    status = "" if report.status == "reported" else f", {report.status}"
    when = month_text(report.period, report.year, report.month)
    return f"{figure_text(report)} in {when}{status}"


def _amounts(comparisons: Sequence[Comparison]) -> list[Comparison]:
    """The comparisons of money, GDP first."""
    money = [c for c in comparisons if c.percent is not None and c.before.unit in CURRENCIES]
    return sorted(money, key=lambda c: c.before.metric != "gdp")


def _split(comparison: Comparison, before: Report, after: Report) -> str | None:
    """How one amount splits: from more zones, and per zone; null for another zone type."""
    report = comparison.before
    if (report.zone_type, report.zone) != (before.zone_type, "all") or comparison.percent is None:
        return None
    if _is_open(comparison.percent):
        return None
    earlier = divide(comparison.before.interval, before.interval)
    later = divide(comparison.after.interval, after.interval)
    zones = percent_text(percent_change(before.interval, after.interval))
    each = percent_text(percent_change(earlier, later), with_range=True)
    name = "GDP" if report.metric == "gdp" else report.metric.replace("_", " ")
    change = percent_text(comparison.percent, comparison.point_percent, with_range=True)
    return f"{name} {change}: {zones} zones, and {each} per zone."


def _is_open(interval: Interval) -> bool:
    return math.isinf(interval.low) or math.isinf(interval.high)


def _zone_count(table: Table, zone_type: str, year: int) -> Report | None:
    wanted = Filter(
        metrics=("zone_count",),
        measures=("level",),
        zone_types=(zone_type,),
        zones=("all",),
        first_year=year,
        last_year=year,
    )
    found = in_period(table.select(wanted), DEFAULT_PERIOD, table.registries)
    return found[0] if found else None


def _label(report: Report, registries: Registries) -> str:
    label = registries.metrics[report.metric].label
    if report.measure == "share":
        return f"{label}, share of China's"
    return f"{label}, growth" if report.measure == "growth" else label


def _short(report: Report, registries: Registries) -> str:
    entry = registries.zone_types[report.zone_type]
    return entry.short or entry.label


def _change(comparison: Comparison) -> str:
    if comparison.percent is not None:
        return percent_text(comparison.percent, comparison.point_percent, with_range=True)
    if comparison.before.unit == "percent":
        return percent_text(comparison.change, with_range=True, points=True)
    return _difference(comparison.change)


def _difference(change: Interval) -> str:
    if change.is_exact and not math.isinf(change.low):
        return f"{change.low:+,.0f}".replace("-", "−")
    return DASH


def _title(
    comparisons: Sequence[Comparison], registries: Registries, from_year: int, to_year: int
) -> str:
    if not comparisons:
        return ""
    types = unique(registries.zone_types[c.before.zone_type].label for c in comparisons)
    where = types[0] if len(types) == 1 else "Zones"
    return f"{where[:1].upper()}{where[1:]}, {from_year} and {to_year} · money in CNY unless marked"
