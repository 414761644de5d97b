"""What the table has to say about a claim: printed figures, or what can be worked out from them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from zonecli.answers.computed import growth as growth_of
from zonecli.answers.computed import in_dollars
from zonecli.answers.computed import share as share_of
from zonecli.answers.indices import index_of
from zonecli.answers.judging import claim as claims
from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.evidence import Evidence, computed_evidence, printed_evidence
from zonecli.answers.judging.own_reports import reports_for
from zonecli.answers.surroundings import EXCHANGE_RATE, Surroundings
from zonecli.answers.wording import figure_text
from zonecli.language import said
from zonecli.stats.interval import (
    Interval,
    compound_growth,
    divide,
    percent_change,
    subtract,
)
from zonecli.stats.qualifiers import ABOUT, EXACT
from zonecli.table.report import Report
from zonecli.table.table import Table

_GROWTH_MARGIN = 8.0  # points: prices, revised bases and changing sets of zones
_PART = 0.08  # of a share or a converted amount: revised totals, another exchange rate

_Work = Callable[[Interval, Interval], Interval]


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
    printed = [printed_evidence(report) for report in reports]
    return printed or _worked_out(table, claim)


def _worked_out(table: Table, claim: Claim) -> list[Evidence]:
    """Growth and share from the levels, dollars from yuan at the year's average rate."""
    level = replace(claim, measure=claims.LEVEL, unit=None)
    levels = [r for r in reports_for(table, level) if r.preferred and r.status != "forecast"]
    if not levels:
        return []
    around = Surroundings(table, levels, metrics=(EXCHANGE_RATE,))
    if claim.measure == claims.GROWTH:
        made = (growth_of(around, r) for r in levels)
        return [computed_evidence(c, _GROWTH_MARGIN) for c in made if c is not None]
    if claim.measure == claims.SHARE:
        made = (share_of(around, r) for r in levels)
        return [computed_evidence(c, _PART * c.interval.high) for c in made if c is not None]
    if claim.unit == "USD":
        made = (in_dollars(around, r) for r in levels)
        return [computed_evidence(c, _PART * c.interval.low) for c in made if c is not None]
    return []


def _average(table: Table, claim: Claim) -> list[Evidence]:
    """Average growth a year: as printed, or from the two levels."""
    printed = f"{claim.metric}_average_growth"
    if printed in table.registries.metrics:
        own = replace(claim, metric=printed, measure=claims.LEVEL)
        if found := reports_for(table, own):
            return [printed_evidence(report) for report in found]
    if claim.base_year is None or claim.base_year >= claim.year:
        return []
    years = claim.year - claim.base_year

    def rate(after: Interval, before: Interval) -> Interval:
        return compound_growth(before, after, years)

    return list(
        _from_two(table, claim, rate, "percent", formula=f"(b / a)^(1/{years}) − 1", margin=2.0)
    )


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
    """From each level of the year and each of the base year, of one unit; without such, from the
    index of the metric."""
    index = index_of(claim.metric, table.registries)
    found = list(_of_each_two(table, claim, work, unit, formula=formula, margin=margin))
    if found or index is None:
        return found
    stands_in = replace(claim, metric=index)
    return list(_of_each_two(table, stands_in, work, unit, formula=formula, margin=margin))


def _of_each_two(
    table: Table, claim: Claim, work: _Work, unit: str, *, formula: str, margin: float
) -> Iterable[Evidence]:
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
