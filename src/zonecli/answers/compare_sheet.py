"""The sheet of `compare`, and what must be said beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from zonecli.answers.change_wording import percent_text
from zonecli.answers.choosing import DEFAULT_PERIOD, in_period, unique
from zonecli.answers.comparison import Comparison
from zonecli.answers.naming import measured, metric_label, type_label, type_short, zone_name
from zonecli.answers.result import Heading, Sheet
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import DASH, figure_text, marked, text_with_telling_unit
from zonecli.language import in_a_row, said
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
                *((_type(c.before, registries),) if several_types else ()),
                *((zone_name(registries.zones[c.before.zone]),) if several_zones else ()),
                measured(registries.metrics[c.before.metric], c.before.measure),
                marked(text_with_telling_unit(c.before), c.before),
                marked(text_with_telling_unit(c.after), c.after),
                change_text(c),
                percent_text(c.cagr, c.point_cagr) if c.cagr is not None else "",
                " ".join((",".join(cited), *(marks[w] for w in c.warnings))),
            )
        )
    headings = (
        *((Heading(said("Zones")),) if several_types else ()),
        *((Heading(said("Zone")),) if several_zones else ()),
        Heading(said("Figure")),
        *(Heading(str(year), right=True) for year in (from_year, to_year)),
        Heading(said("Change"), right=True),
        Heading(said("A year"), right=True),
        Heading(said("Source")),
    )
    if comparisons:
        legend.append(
            said("Change and yearly growth are computed by zonecli, within what each hedge allows.")
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
        note = said(
            "The set of zones changed: {type}, {before}, {after}.",
            type=type_label(table.registries.zone_types[zone_type]),
            before=_counted(before),
            after=_counted(after),
        )
        splits = (_split(c, before, after, table.registries) for c in _amounts(comparisons))
        notes.append(in_a_row(note, next(filter(None, splits), None)))
    return notes


def _counted(report: Report) -> str:
    text = said(
        "{count} in {time}",
        count=figure_text(report),
        time=month_text(report.period, report.year, report.month),
    )
    if report.status == "reported":
        return text
    return said("{count}, {status}", count=text, status=said(report.status))


def _amounts(comparisons: Sequence[Comparison]) -> list[Comparison]:
    """The comparisons of money, GDP first."""
    money = [c for c in comparisons if c.percent is not None and c.before.unit in CURRENCIES]
    return sorted(money, key=lambda c: c.before.metric != "gdp")


def _split(
    comparison: Comparison, before: Report, after: Report, registries: Registries
) -> str | None:
    """How one amount splits: from more zones, and per zone; null for another zone type,
    and where a year has no zone."""
    report = comparison.before
    if (report.zone_type, report.zone) != (before.zone_type, "all") or comparison.percent is None:
        return None
    if _is_open(comparison.percent) or not (before.value > 0 and after.value > 0):
        return None
    earlier = divide(comparison.before.interval, before.interval)
    later = divide(comparison.after.interval, after.interval)
    zones = percent_text(percent_change(before.interval, after.interval))
    each = percent_text(percent_change(earlier, later), with_range=True)
    change = percent_text(comparison.percent, comparison.point_percent, with_range=True)
    return said(
        "{metric} {change}: {zones} zones, and {each} per zone.",
        metric=metric_label(registries.metrics[report.metric]),
        change=change,
        zones=zones,
        each=each,
    )


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


def _type(report: Report, registries: Registries) -> str:
    return type_short(registries.zone_types[report.zone_type])


def change_text(comparison: Comparison) -> str:
    """The change in percent, in points, or as a number: "+183% (179 to 187)"."""
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
    types = unique(type_label(registries.zone_types[c.before.zone_type]) for c in comparisons)
    where = types[0] if len(types) == 1 else said("Zones")
    return said(
        "{zones}, {first} and {last} · money in CNY unless marked",
        zones=where[:1].upper() + where[1:],
        first=from_year,
        last=to_year,
    )
