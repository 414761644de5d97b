"""Two reports of one figure in two years: what changed, within what their hedges allow."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from zonecli.answers.computed import is_bound
from zonecli.answers.time_wording import month_text
from zonecli.language import said, to_be_said
from zonecli.stats.interval import INFINITY, Interval, change_of, divide, subtract, yearly
from zonecli.stats.qualifiers import AT_MOST, UNDER
from zonecli.table.report import FigureKey, Report

_STATUSES = {
    "derived": to_be_said("{year} is derived, not printed"),
    "forecast": to_be_said("{year} is a forecast, not an outcome"),
}


class Comparison(NamedTuple):
    """One figure in two years.

    `change` is in the unit (percentage points where that is percent); `percent` and `cagr` (a year)
    are null unless it is an amount above zero. The `point_…` values are those of the two values
    themselves, null where one of the two is no more than a bound. `disputed`: which of the two
    another source or a cross-check excludes.
    """

    before: Report
    after: Report
    change: Interval
    percent: Interval | None
    cagr: Interval | None
    point_change: float | None
    point_percent: float | None
    point_cagr: float | None
    disputed: tuple[Report, ...]
    warnings: tuple[str, ...]


def compared(
    before: Report, after: Report, disputed: Container[FigureKey] = frozenset()
) -> Comparison:
    """The comparison of an earlier and a later report in the same unit.

    `disputed`: figures that another source or a cross-check excludes; a warning says so.
    """
    excluded = tuple(report for report in (before, after) if report.figure in disputed)
    years = after.year - before.year
    ratio = _ratio(before, after)
    percent = change_of(ratio[1]) if ratio is not None else None
    point = ratio[0] if ratio is not None else None
    bound = is_bound(before) or is_bound(after)
    return Comparison(
        before=before,
        after=after,
        change=subtract(after.interval, before.interval),
        percent=percent,
        cagr=change_of(yearly(ratio[1], years)) if ratio is not None else None,
        point_change=None if bound else after.value - before.value,
        point_percent=None if point is None else 100 * (point - 1),
        point_cagr=None if point is None else 100 * (point ** (1 / years) - 1),
        disputed=excluded,
        warnings=(*_warnings(before, after), *_disputes(excluded)),
    )


def _ratio(before: Report, after: Report) -> tuple[float | None, Interval] | None:
    """How many times the earlier figure the later one is: that of the two values (null where one
    is only a bound) and what both allow; null for a percentage, a rank, or one not above zero."""
    if before.measure != "level" or before.unit in ("percent", "rank"):
        return None
    if before.value <= 0 or before.interval.low < 0 or after.interval.low < 0:
        return None
    printed = _printed_ratio(before, after)
    if printed is not None:
        return printed
    bound = is_bound(before) or is_bound(after)
    value = None if bound else after.value / before.value
    return value, divide(after.interval, before.interval)


def _printed_ratio(before: Report, after: Report) -> tuple[float | None, Interval] | None:
    """The ratio where the source prints just that.

    A figure derived from the later one ("2.5 times 2012") is not independent of it: the two
    intervals divided would say less than the source does.
    """
    if before.derivation is None or before.source != after.source:
        return None
    from zonecli.stats.derivation import quotient_of

    ratio = quotient_of(before.derivation, before.value, after.value)
    if ratio is not None and before.qualifier in (UNDER, AT_MOST):
        return None, Interval(after.value / before.value, INFINITY)
    return ratio


def _disputes(excluded: Sequence[Report]) -> Iterator[str]:
    if not excluded:
        return
    years = [str(report.year) for report in excluded]
    where = f"zonecli conflicts {excluded[0].metric} --type {excluded[0].zone_type}"
    if len(years) == 1:
        yield said("{year} does not fit other figures: {where}", year=years[0], where=where)
    else:
        both = said(" and ").join(years)
        yield said("{years} do not fit other figures: {where}", years=both, where=where)


def _warnings(before: Report, after: Report) -> Iterator[str]:
    if before.series != after.series:
        first, then = (r.series or said("of none") for r in (before, after))
        yield said("two series: {first}, then {then}", first=first, then=then)
    elif before.series is None and before.source != after.source:
        yield said("two sources and no common series")
    if before.period != after.period:
        first, then = said(before.period), said(after.period)
        yield said("periods differ: {first}, then {then}", first=first, then=then)
    elif before.month != after.month:
        first, then = (month_text(r.period, r.year, r.month) for r in (before, after))
        yield said("not the same month: {first}, then {then}", first=first, then=then)
    if before.basis != after.basis:
        first, then = (said(r.basis or "unstated") for r in (before, after))
        yield said("growth {first}, then {then}", first=first, then=then)
    for report in (before, after):
        if report.status in _STATUSES:
            yield said(_STATUSES[report.status], year=report.year)
