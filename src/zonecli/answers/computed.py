"""Figures that are worked out from others: never stored, always marked, with their operands."""

import math
from collections.abc import Callable
from typing import NamedTuple

from zonecli.answers.surroundings import EXCHANGE_RATE, Surroundings, comparable
from zonecli.language import said
from zonecli.stats.deflation import price_ratio
from zonecli.stats.interval import (
    Interval,
    divide,
    multiply,
    percent_change,
    percent_of,
    scaled,
)
from zonecli.stats.qualifiers import AT_MOST, UNDER
from zonecli.table.columns import CURRENCIES
from zonecli.table.report import Report

GDP = "gdp"
_YUAN_PER_DOLLAR = "CNY_per_USD"


class Computed(NamedTuple):
    """A figure worked out from `operands` by `formula`.

    `value` comes from the operands' values and is null where one of them is no more than a bound;
    `interval` is what their hedges and digits allow.
    """

    value: float | None
    interval: Interval
    unit: str
    operands: tuple[Report, ...]
    formula: str


Work = Callable[[Surroundings, Report], Computed | None]


def is_bound(report: Report) -> bool:
    """Whether a report is no more than a bound, so that its value alone gives no other."""
    return report.low is None or report.high is None or report.qualifier in (UNDER, AT_MOST)


def growth(around: Surroundings, report: Report) -> Computed | None:
    """Growth over the year before, from the two levels; only inside one series and unit."""
    before = around.level(report, report.year - 1)
    if not _is_amount(report) or before is None or not comparable(before, report):
        return None
    if before.value <= 0 or before.interval.low < 0 or report.interval.low < 0:
        return None
    return Computed(
        value=_of_values(lambda a, b: 100 * (b / a - 1), before, report),
        interval=percent_change(before.interval, report.interval),
        unit="percent",
        operands=(before, report),
        formula="100 × (b / a − 1)",
    )


def share(around: Surroundings, report: Report) -> Computed | None:
    """Share of the national total of the same metric and unit."""
    total = around.national(report)
    if not _is_amount(report) or total is None or total.value <= 0:
        return None
    if total.status == "forecast" and report.status != "forecast":
        return None
    return share_of(report, total)


def share_of(report: Report, total: Report) -> Computed:
    """The level in percent of a total above zero in the same unit."""
    return Computed(
        value=_of_values(lambda a, b: 100 * a / b, report, total),
        interval=percent_of(report.interval, total.interval),
        unit="percent",
        operands=(report, total),
        formula="100 × a / b",
    )


def per(metric: str) -> Work:
    """The level for each unit of another metric of the same zones and year."""

    def quotient(around: Surroundings, report: Report) -> Computed | None:
        other = _in_currency_of(report, around, around.other(report, metric))
        if not _is_amount(report) or other is None or other.value <= 0:
            return None
        if not _over_one_time(report, other):
            return None
        # Money by money (R&D by GDP) is a percentage, the usual form of an intensity.
        as_percent = report.unit == other.unit and report.unit in CURRENCIES
        factor = 100 if as_percent else 1
        return Computed(
            value=_of_values(lambda a, b: factor * a / b, report, other),
            interval=scaled(divide(report.interval, other.interval), factor),
            unit="percent" if as_percent else report.unit,
            operands=(report, other),
            formula="100 × a / b" if as_percent else "a / b",
        )

    return quotient


def index(base: int) -> Work:
    """The level where that of the year `base` is 100; only inside one series and unit."""

    def ratio(around: Surroundings, report: Report) -> Computed | None:
        start = around.level(report, base)
        if not _is_amount(report) or start is None or start.value <= 0:
            return None
        if not comparable(start, report):
            return None
        if start.id == report.id:
            return Computed(100.0, Interval(100, 100), "index", (start,), "100")
        return Computed(
            value=_of_values(lambda a, b: 100 * b / a, start, report),
            interval=percent_of(report.interval, start.interval),
            unit="index",
            operands=(start, report),
            formula="100 × b / a",
        )

    return ratio


def in_dollars(around: Surroundings, report: Report) -> Computed | None:
    """A flow in yuan at the average exchange rate of its year; dollars as they are."""
    rate = around.of_china(EXCHANGE_RATE, report.year)
    if report.unit == "USD" and report.measure == "level":
        return _as_it_is(report)
    if report.unit != "CNY" or report.measure != "level" or report.period != "year":
        return None
    if rate is None or rate.unit != _YUAN_PER_DOLLAR or rate.value <= 0:
        return None
    return Computed(
        value=_of_values(lambda a, b: a / b, report, rate),
        interval=divide(report.interval, rate.interval),
        unit="USD",
        operands=(report, rate),
        formula="a / b",
    )


def constant_prices(base: int) -> Work:
    """A flow in yuan at the prices of `base`, by the implied deflator of national GDP."""

    def deflated(around: Surroundings, report: Report) -> Computed | None:
        if report.unit != "CNY" or report.measure != "level" or report.period != "year":
            return None
        if report.year == base:
            return _as_it_is(report)
        prices = _price_ratio(around, base, report.year)
        if prices is None:
            return None
        value, interval, operands = prices
        return Computed(
            value=None if any(map(is_bound, (report, *operands))) else report.value * value,
            interval=multiply(report.interval, interval),
            unit="CNY",
            operands=(report, *operands),
            formula=said("a × (GDP of base / GDP of year) × real growth between them"),
        )

    return deflated


def _price_ratio(
    around: Surroundings, base: int, year: int
) -> tuple[float, Interval, tuple[Report, ...]] | None:
    """Prices of `base` over those of `year`; null unless GDP and every real growth are known."""
    nominal = around.of_china(GDP, base), around.of_china(GDP, year)
    in_yuan = [total for total in nominal if total is not None and total.unit == "CNY"]
    if len(in_yuan) < 2:  # as with a base in the year 10^400, to which no one should count
        return None
    first, last = min(base, year) + 1, max(base, year)
    rates = [around.of_china(GDP, y, "growth") for y in range(first, last + 1)]
    known = [rate for rate in rates if rate is not None and rate.basis == "real"]
    if len(known) < len(rates):
        return None
    (base_gdp, gdp), later = in_yuan, year > base
    exact = [Interval(r.value, r.value) for r in (base_gdp, gdp, *known)]
    value = price_ratio(exact[0], exact[1], exact[2:], later=later).low
    rates_allowed = [rate.interval for rate in known]
    interval = price_ratio(base_gdp.interval, gdp.interval, rates_allowed, later=later)
    return value, interval, (base_gdp, gdp, *known)


def _as_it_is(report: Report) -> Computed:
    value = None if is_bound(report) else report.value
    return Computed(value, report.interval, report.unit, (report,), "a")


def _in_currency_of(report: Report, around: Surroundings, other: Report | None) -> Report | None:
    """Money is divided by money of one currency alone."""
    if other is None or report.unit == other.unit:
        return other
    both_are_money = report.unit in CURRENCIES and other.unit in CURRENCIES
    return around.in_unit(other, report.unit) if both_are_money else other


def _over_one_time(report: Report, other: Report) -> bool:
    """A flow over part of a year is not divided by one over another part, or the whole."""
    if "point" in (report.period, other.period):
        return other.period in ("point", "year")
    return (report.period, report.month) == (other.period, other.month)


def _is_amount(report: Report) -> bool:
    return report.measure == "level" and report.unit not in ("percent", "rank", "index")


def _of_values(work: Callable[[float, float], float], a: Report, b: Report) -> float | None:
    if is_bound(a) or is_bound(b):
        return None
    value = work(a.value, b.value)
    return value if math.isfinite(value) else None
