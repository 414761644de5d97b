"""What the table has to say about a claim: printed figures, or what can be worked out from them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from zonecli.answers.computed import Computed, in_dollars
from zonecli.answers.computed import growth as growth_of
from zonecli.answers.computed import share as share_of
from zonecli.answers.judging import claim as claims
from zonecli.answers.judging.claim import Claim
from zonecli.answers.surroundings import Surroundings
from zonecli.answers.time_wording import time_text
from zonecli.answers.wording import figure_text, interval_text, with_unit
from zonecli.language import said
from zonecli.stats.interval import (
    Interval,
    compound_growth,
    divide,
    percent_change,
    subtract,
)
from zonecli.stats.qualifiers import ABOUT, EXACT
from zonecli.table.columns import CURRENCIES
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table


@dataclass(frozen=True)
class Evidence:
    """One thing that the table says: `value` and `interval` in `unit`, as told by `reports`.

    `printed`: a source prints it; else it is worked out, and `margin` is what that may be off by:
    a claim outside the interval but inside the margin is not judged.
    """

    value: float
    interval: Interval
    unit: str
    qualifier: str
    reports: tuple[Report, ...]
    printed: bool = True
    margin: float = 0.0
    formula: str = ""

    @property
    def text(self) -> str:
        """With its hedge, unit and time: "over 60,000 (2024)"."""
        last = self.reports[-1]
        if not self.printed:
            amount = with_unit(worked_out_text(self.interval, self.unit, self.value), self.unit)
            return said("{amount} (worked out: {formula})", amount=amount, formula=self.formula)
        amount = with_unit(figure_text(last), last.unit)
        when = time_text(last.period, last.year, last.month)
        if last.status == "forecast":
            return said("{amount} ({when}, a forecast)", amount=amount, when=when)
        return said("{amount} ({when})", amount=amount, when=when)


def worked_out_text(interval: Interval, unit: str, value: float) -> str:
    """As precise as the interval allows; of two bounds what their numbers give, as a guess."""
    if interval.low <= 0 and math.isinf(interval.high):
        return said("about {amount}", amount=f"{value:.2g}")
    if unit == "count" and interval.is_exact:
        return f"{value:,.0f}"
    return interval_text(interval, unit, value)


def evidence_for(table: Table, claim: Claim) -> list[Evidence]:
    """All that bears on a claim, the preferred first; printed figures alone where there are any."""
    if claim.relation is not None:
        return list(_relations(table, claim))
    if claim.measure == claims.AVERAGE:
        return _average(table, claim)
    reports = reports_for(table, claim)
    stated = [r for r in reports if r.basis in ("real", "nominal")]
    if claim.basis is not None and stated:  # who says which growth it is, knows best
        reports = stated
    printed = [_of(report) for report in reports]
    return printed or _worked_out(table, claim)


def reports_for(table: Table, claim: Claim) -> list[Report]:
    """The reports of the claim's own figure, the preferred first, forecasts last."""
    found = [r for r in in_year(table, claim) if _in_unit(r, claim)]
    if not found and claim.period == "point" and claim.month is not None:
        any_point = replace(claim, period=None, month=None)  # the nearest that is known
        found = [r for r in in_year(table, any_point) if _in_unit(r, claim) and r.period == "point"]
    return sorted(found, key=lambda r: (r.status == "forecast", not r.preferred, -r.month))


def in_year(table: Table, claim: Claim) -> list[Report]:
    """The reports of the claim's metric, measure, zones and time, whatever their unit."""
    return [r for r in of_line(table, claim) if r.year == claim.year and of_time(r, claim)]


def of_line(table: Table, claim: Claim) -> list[Report]:
    """The reports of the claim's metric, measure and zones in every year."""
    measure = claims.LEVEL if claim.measure == claims.AVERAGE else claim.measure
    wanted = Filter(metrics=(claim.metric,), measures=(measure,), only_preferred=False)
    return [r for r in table.select(wanted) if of_zones(table, r, claim)]


def of_zones(table: Table, report: Report, claim: Claim) -> bool:
    """A named zone is the same under each of its types; a group or all zones are of one type."""
    zone = table.registries.zones.get(claim.zone)
    if report.zone != claim.zone:
        return False
    return report.zone_type == claim.zone_type or (zone is not None and zone.kind == "zone")


def of_time(report: Report, claim: Claim) -> bool:
    """Whether a report of the claim's year is of the part or the point of it that is claimed."""
    if claim.period in ("ytd", "month"):
        return (report.period, report.month) == (claim.period, claim.month)
    if claim.period == "point" and claim.month is not None:
        return report.month == claim.month and report.period in ("point", "year")
    if report.period == "point":
        return True
    return report.period == "year"


def _in_unit(report: Report, claim: Claim) -> bool:
    if claim.unit in CURRENCIES or report.unit in CURRENCIES:
        return report.unit == claim.unit or (claim.unit is None and report.unit in CURRENCIES)
    if claim.unit == "percent" or report.unit == "percent":
        return report.unit == (claim.unit or report.unit)
    return True


def _of(report: Report) -> Evidence:
    return Evidence(report.value, report.interval, report.unit, report.qualifier, (report,))


def _computed(worked_out: Computed, margin: float) -> Evidence:
    low, high = worked_out.interval
    middle = (low + high) / 2 if high < math.inf else low
    return Evidence(
        value=worked_out.value if worked_out.value is not None else middle,
        interval=worked_out.interval,
        unit=worked_out.unit,
        qualifier=EXACT if worked_out.value is not None else ABOUT,
        reports=worked_out.operands,
        printed=False,
        margin=margin,
        formula=worked_out.formula,
    )


_GROWTH_MARGIN = 8.0  # points: prices, revised bases and changing sets of zones
_PART = 0.08  # of a share or a converted amount: revised totals, another exchange rate


def _worked_out(table: Table, claim: Claim) -> list[Evidence]:
    """Growth and share from the levels, dollars from yuan at the year's average rate."""
    level = replace(claim, measure=claims.LEVEL, unit=None)
    levels = [r for r in reports_for(table, level) if r.preferred and r.status != "forecast"]
    if not levels:
        return []
    around = Surroundings(table, levels, metrics=("exchange_rate",))
    if claim.measure == claims.GROWTH:
        made = (growth_of(around, r) for r in levels)
        return [_computed(c, _GROWTH_MARGIN) for c in made if c is not None]
    if claim.measure == claims.SHARE:
        made = (share_of(around, r) for r in levels)
        return [_computed(c, _PART * c.interval.high) for c in made if c is not None]
    if claim.unit == "USD":
        made = (in_dollars(around, r) for r in levels)
        return [_computed(c, _PART * c.interval.low) for c in made if c is not None]
    return []


def _average(table: Table, claim: Claim) -> list[Evidence]:
    """Average growth a year: as printed, or from the two levels."""
    printed = f"{claim.metric}_average_growth"
    if printed in table.registries.metrics:
        own = replace(claim, metric=printed, measure=claims.LEVEL)
        if found := reports_for(table, own):
            return [_of(report) for report in found]
    if claim.base_year is None or claim.base_year >= claim.year:
        return []
    years = claim.year - claim.base_year

    def rate(after: Interval, before: Interval) -> Interval:
        return compound_growth(before, after, years)

    return list(
        _from_two(table, claim, rate, "percent", formula=f"(b / a)^(1/{years}) − 1", margin=2.0)
    )


_Work = Callable[[Interval, Interval], Interval]


def _relations(table: Table, claim: Claim) -> Iterable[Evidence]:
    """The claim's year against its base year, from each pair of reports of the two."""
    shares = claim.measure == claims.SHARE
    if claim.relation == claims.DIFFERENCE:
        return _from_two(table, claim, subtract, claim.unit or "count", formula="b − a")
    if claim.relation == claims.RATIO:
        times = list(_from_two(table, claim, divide, "times", formula="b / a"))
        # "2.5 times higher" means 2.5 times to one and 3.5 times to another: both are allowed.
        more = [
            replace(
                e,
                value=e.value - 1,
                formula="b / a − 1",
                interval=Interval(e.interval.low - 1, e.interval.high - 1),
            )
            for e in times
        ]
        return [*times, *more]
    if claim.relation == claims.POINTS:
        in_points = said("b − a, in points")
        return _from_two(table, claim, subtract, "percentage_points", formula=in_points)
    margin = 0.0 if shares else 5.0

    def change(after: Interval, before: Interval) -> Interval:
        return percent_change(before, after)

    return _from_two(table, claim, change, "percent", formula="100 × (b / a − 1)", margin=margin)


def _from_two(
    table: Table, claim: Claim, work: _Work, unit: str, *, formula: str, margin: float = 0.0
) -> Iterable[Evidence]:
    """From each level of the year and each of the base year, of one unit."""
    base_year = claim.base_year if claim.base_year is not None else claim.year - 1
    measure = claims.SHARE if claim.measure == claims.SHARE else claims.LEVEL
    here = replace(claim, relation=None, measure=measure, unit=None)
    there = replace(here, year=base_year, period=None, month=None)
    for after in _levels(table, here):
        for before in _levels(table, there):
            if before.unit != after.unit or before.value <= 0 or before.interval.low < 0:
                continue
            interval = work(after.interval, before.interval)
            exact = work(Interval(after.value, after.value), Interval(before.value, before.value))
            open_ended = not all(abs(end) < math.inf for end in interval)
            yield Evidence(
                exact.low,
                interval,
                unit,
                ABOUT if open_ended else EXACT,
                (before, after),
                printed=False,
                margin=margin,
                formula=said(
                    "{formula}, a = {before}, b = {after}",
                    formula=formula,
                    before=_operand(before),
                    after=_operand(after),
                ),
            )


def _operand(report: Report) -> str:
    return said(
        "{amount} ({when})", amount=figure_text(report), when=said("{year}", year=report.year)
    )


def _levels(table: Table, claim: Claim) -> Sequence[Report]:
    return [r for r in reports_for(table, claim) if r.status != "forecast"]


def around_in_time(table: Table, claim: Claim) -> Interval | None:
    """Of a stock: the values between the last point before the claim's year and the first after;
    what it may have been at some time in the year. Null where that is not known."""
    if table.registries.metrics[claim.metric].kind != "stock":
        return None
    if claim.month is not None and in_year(table, claim):
        return None
    line = [r for r in of_line(table, claim) if _in_unit(r, claim) and r.status != "forecast"]
    before = [r for r in line if r.year < claim.year]
    last = max((r.year * 12 + r.month for r in before), default=None)
    within = [r for r in line if r.year == claim.year]
    within += [r for r in before if r.year * 12 + r.month == last and r.year >= claim.year - 1]
    if not within:
        return None
    return Interval(min(r.interval.low for r in within), max(r.interval.high for r in within))
