"""What a reader of `compare` must know beside the figures: that the set of zones changed."""

from __future__ import annotations

import math
from collections.abc import Sequence

from zonecli.answers.change_wording import percent_text
from zonecli.answers.choosing import DEFAULT_PERIOD, in_period, unique
from zonecli.answers.comparison import Comparison
from zonecli.answers.naming import enumerated, metric_label, type_label
from zonecli.answers.surroundings import ALL, ZONE_COUNT, of_one_voice
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import figure_text
from zonecli.language import in_a_row, said
from zonecli.stats.interval import Interval, divide, percent_change
from zonecli.table.columns import CURRENCIES
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table


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
    split = said(
        "{metric} {change}: {zones} zones, and {each} per zone.",
        metric=metric_label(registries.metrics[report.metric]),
        change=change,
        zones=zones,
        each=each,
    )
    pairs = ((report, comparison.after), (before, after))
    return in_a_row(split, _caution(pairs, registries))


def _caution(pairs: Sequence[tuple[Report, Report]], registries: Registries) -> str | None:
    """That a pair of figures is of two series, or of none and two sources."""
    apart = [first.metric for first, then in pairs if not of_one_voice(first, then)]
    if not apart:
        return None
    names = enumerated([metric_label(registries.metrics[metric]) for metric in apart])
    return said("{figures}: not of one series, compare with care.", figures=names)


def _is_open(interval: Interval) -> bool:
    return math.isinf(interval.low) or math.isinf(interval.high)


def _zone_count(table: Table, zone_type: str, year: int) -> Report | None:
    wanted = Filter(
        metrics=(ZONE_COUNT,),
        measures=("level",),
        zone_types=(zone_type,),
        zones=ALL,
        first_year=year,
        last_year=year,
    )
    found = in_period(table.select(wanted), DEFAULT_PERIOD, table.registries)
    return found[0] if found else None
