"""Figures as points of a chart: where each stands, what it is marked with, what joins two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from zonecli.answers.axis import Axis, amount_axis, rank_axis
from zonecli.answers.change_wording import percent_text
from zonecli.answers.chart import (
    BREAK,
    COMPUTED,
    DERIVED,
    DISPUTED,
    FORECAST,
    LOOSE,
    OVER,
    PART,
    SAME,
    UNDER,
    Point,
    Stroke,
)
from zonecli.answers.computed import Computed
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import figure_text, interval_text
from zonecli.stats.interval import Interval
from zonecli.table.registries import Metric
from zonecli.table.report import Report

_PARTS = ("ytd", "month")
_YEAR_LEFT = 0.45  # how far from the mark of its year January may stand


def point_of(report: Report, *, is_disputed: bool) -> Point:
    """A report as a point."""
    marks = (*_bound(report.interval), *_marks(report), *((DISPUTED,) if is_disputed else ()))
    return Point(
        at=_time_of(report),
        when=month_text(report.period, report.year, report.month),
        value=report.value,
        low=report.low,
        high=report.high,
        text=figure_text(report),
        marks=marks,
    )


def computed_point(report: Report, computed: Computed, *, signed: bool) -> Point | None:
    """What is worked out from a report, as a point; null where nothing bounds it.

    `signed`: it is a change.
    """
    interval, value = computed.interval, computed.value
    low, high = interval.ends()
    if low is None and high is None:
        return None
    if signed:
        text = percent_text(interval, value)
    else:
        text = interval_text(interval, computed.unit, value)
    return Point(
        at=_time_of(report),
        when=month_text(report.period, report.year, report.month),
        value=value if value is not None else _stand_in(interval),
        low=low,
        high=high,
        text=text,
        marks=(*_bound(interval), *_marks(report), COMPUTED),
    )


def _stand_in(interval: Interval) -> float:
    """What is drawn where no value is known: the bound, or the middle of the two."""
    bound = _bound(interval)
    if bound:
        return interval.low if OVER in bound else interval.high
    return (interval.low + interval.high) / 2


def _bound(interval: Interval) -> tuple[str, ...]:
    """OVER or UNDER where an interval is no more than a bound; none where both ends are known."""
    low, high = interval.ends()
    if high is None:
        return (OVER,)
    return (UNDER,) if low is None or low == 0 < high else ()


def _marks(report: Report) -> tuple[str, ...]:
    """What else a reader must know of a report: DERIVED, FORECAST, PART."""
    return (
        *((DERIVED,) if report.status == "derived" else ()),
        *((FORECAST,) if report.status == "forecast" else ()),
        *((PART,) if report.period in _PARTS else ()),
    )


def _time_of(report: Report) -> float:
    month = 12 if report.period == "year" else report.month
    return report.year - _YEAR_LEFT * (12 - month) / 12


def strokes_of(reports: Sequence[Report], metric: Metric) -> Iterator[Stroke]:
    """Between the figures of one year and the next over the same part of it. Over a gap there is
    none, but a BREAK is told there too."""
    last: dict[object, int] = {}
    for place, report in enumerate(reports):
        part = (report.period, report.month if report.period in _PARTS else 0)
        before = last.get(part)
        if before is not None:
            kind = joint(reports[before], report, metric)
            if kind == BREAK or report.year - reports[before].year == 1:
                yield Stroke(before, place, kind)
        last[part] = place


def joint(before: Report, after: Report, metric: Metric) -> str:
    """How two neighbours may be joined: SAME, LOOSE or BREAK."""
    broken = metric.share_break.get(after.zone_type, after.year + 1)
    if (before.series, before.basis) != (after.series, after.basis):
        return BREAK
    if before.year < broken <= after.year:
        return BREAK
    return SAME if before.series or before.source == after.source else LOOSE


def axis_for(points: Iterable[Point], unit: str, *, from_zero: bool) -> Axis:
    """The axis that holds these points, whiskers included."""
    values = [v for p in points for v in (p.value, p.low, p.high) if v is not None]
    return rank_axis(values) if unit == "rank" else amount_axis(values, unit, from_zero=from_zero)
