"""Which reports are of the very figure that a claim is about, and of its line and its time."""

from __future__ import annotations

from dataclasses import replace

from zonecli.answers.judging import claim as claims
from zonecli.answers.judging.claim import Claim
from zonecli.stats.interval import Interval
from zonecli.table.columns import CURRENCIES
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table


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


def latest_year(table: Table, claim: Claim, until: int | None = None) -> int | None:
    """The last year, not after `until`, that the table has of the claim's line; null: none."""
    line = [r.year for r in of_line(table, claim) if r.status != "forecast"]
    return max((year for year in line if until is None or year <= until), default=None)


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
