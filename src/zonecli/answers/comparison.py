"""Two reports of one figure in two years: what changed, within what their hedges allow."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from zonecli.answers.wording import month_text
from zonecli.stats.interval import INFINITY, Interval, divide, percent_change, root_of, subtract
from zonecli.stats.qualifiers import AT_MOST, UNDER
from zonecli.table.report import Report


@dataclass(frozen=True)
class Comparison:
    """One figure in two years.

    `change` is in the unit (percentage points where that is percent); `percent` and `cagr` (a year)
    are null unless it is an amount above zero. The `point_…` values are those of the two values
    themselves, null where one of the two is no more than a bound.
    """

    before: Report
    after: Report
    change: Interval
    percent: Interval | None
    cagr: Interval | None
    point_change: float | None
    point_percent: float | None
    point_cagr: float | None
    warnings: tuple[str, ...]


def compared(
    before: Report, after: Report, disputed: Container[object] = frozenset()
) -> Comparison:
    """The comparison of an earlier and a later report in the same unit.

    `disputed`: figures that another source or a cross-check excludes; a warning says so.
    """
    years = after.year - before.year
    percent = _percent(before, after)
    cagr = root_of(percent, years) if percent is not None else None
    points = not (_is_bound(before) or _is_bound(after))
    ratio = after.value / before.value if points and percent is not None else None
    return Comparison(
        before=before,
        after=after,
        change=subtract(after.interval, before.interval),
        percent=percent,
        cagr=cagr,
        point_change=after.value - before.value if points else None,
        point_percent=None if ratio is None else 100 * (ratio - 1),
        point_cagr=None if ratio is None else 100 * (ratio ** (1 / years) - 1),
        warnings=(*_warnings(before, after), *_disputes(before, after, disputed)),
    )


def _percent(before: Report, after: Report) -> Interval | None:
    """Change in percent of an amount; null for a percentage, a rank, or one not above zero."""
    if before.measure != "level" or before.unit in ("percent", "rank"):
        return None
    if before.value <= 0 or before.interval.low < 0 or after.interval.low < 0:
        return None
    ratio = _printed_ratio(before, after)
    if ratio is None:
        return percent_change(before.interval, after.interval)
    return percent_change(Interval(1, 1), ratio)


def _printed_ratio(before: Report, after: Report) -> Interval | None:
    """How many times the earlier figure the later one is, where the source prints just that.

    A figure derived from the later one ("2.5 times 2012") is not independent of it: the two
    intervals divided would say less than the source does.
    """
    if before.derivation is None or before.source != after.source:
        return None
    from zonecli.stats.derivation import quotient_of

    ratio = quotient_of(before.derivation, after.value)
    if ratio is not None and before.qualifier in (UNDER, AT_MOST):
        return divide(Interval(after.value, INFINITY), Interval(before.value, before.value))
    return ratio


def _is_bound(report: Report) -> bool:
    return report.low is None or report.high is None or report.qualifier in (UNDER, AT_MOST)


def _disputes(before: Report, after: Report, disputed: Container[object]) -> Iterator[str]:
    years = [str(report.year) for report in (before, after) if report.figure in disputed]
    if years:
        where = f"zonecli conflicts {before.metric} --type {before.zone_type}"
        yield f"{' and '.join(years)} does not fit other figures: {where}"


def _warnings(before: Report, after: Report) -> Iterator[str]:
    if before.series and after.series and before.series != after.series:
        yield f"two series: {before.series}, then {after.series}"
    if before.period != after.period:
        yield f"periods differ: {before.period}, then {after.period}"
    elif before.month != after.month:
        times = (month_text(r.period, r.year, r.month) for r in (before, after))
        yield f"not the same month: {', then '.join(times)}"
    if before.basis != after.basis:
        yield f"growth {before.basis}, then {after.basis}"
    for report in (before, after):
        if report.status != "reported":
            yield f"{report.year} is {report.status}, not printed"
