"""Mistakes of taking another figure for the one claimed: of another time, unit, measure, zone …"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from zonecli.answers.judging import claim as claims
from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.comparing import rounds_alike
from zonecli.answers.judging.gathering import evidence_for
from zonecli.answers.judging.mistake import Mistake, figure_and_time
from zonecli.answers.judging.own_reports import in_year, of_line, of_time, of_zones, reports_for
from zonecli.answers.judging.siblings import SIBLINGS
from zonecli.answers.naming import metric_label, one_of, type_label, zone_name
from zonecli.answers.wording import unit_text
from zonecli.language import said
from zonecli.table.columns import CURRENCIES
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table


def part_year(table: Table, claim: Claim) -> Iterator[Mistake]:
    """Part of the year for all of it, or another part or point."""
    line = [r for r in of_line(table, claim) if r.year == claim.year and not of_time(r, claim)]
    for report in _fitting(line, claim):
        figure = figure_and_time(report)
        if report.period in ("ytd", "month"):
            text = said("part of the year taken for it: {figure}", figure=figure)
        elif report.period == "year":
            text = said("the full year taken for the time claimed: {figure}", figure=figure)
        else:
            text = said(
                "another point of the year taken for the time claimed: {figure}", figure=figure
            )
        yield Mistake("part-year", text, report)


def year(table: Table, claim: Claim) -> Iterator[Mistake]:
    """The figure of another year: the nearest that fits."""
    line = [r for r in of_line(table, claim) if r.year != claim.year]
    same = [
        r
        for r in line
        if of_time(r, replace(claim, period=None, month=None)) or r.period == claim.period
    ]
    fitting = list(_fitting(same, claim))
    for report in sorted(fitting, key=lambda r: abs(r.year - claim.year))[:1]:
        text = said("the figure of another year: {figure}", figure=figure_and_time(report))
        yield Mistake("year", text, report)


def currency(table: Table, claim: Claim) -> Iterator[Mistake]:
    """An amount in one currency, with the name of another."""
    if claim.unit not in CURRENCIES or claim.measure != claims.LEVEL:
        return
    for report in in_year(table, claim):
        if (
            report.unit in CURRENCIES
            and report.unit != claim.unit
            and rounds_alike(claim, report.value)
        ):
            text = said(
                "{claimed} for {printed}: {figure}",
                claimed=unit_text(claim.unit),
                printed=unit_text(report.unit),
                figure=figure_and_time(report),
            )
            yield Mistake("currency", text, report)


def points(table: Table, claim: Claim) -> Iterator[Mistake]:
    """Percent for percentage points, and the other way round."""
    if claim.relation == claims.CHANGE and claim.measure == claims.SHARE:
        for known in evidence_for(table, replace(claim, relation=claims.POINTS)):
            if known.interval.overlaps(claim.rounded):
                text = said("percent for percentage points: {figure}", figure=known.text)
                yield Mistake("points", text)
    if claim.relation == claims.POINTS:
        for measure in (claims.GROWTH, claims.SHARE):
            own = replace(claim, relation=None, measure=measure, unit="percent")
            for report in reports_for(table, own):
                if rounds_alike(claim, report.value):
                    text = said(
                        "percentage points for percent: {figure}", figure=figure_and_time(report)
                    )
                    yield Mistake("points", text, report)


def measure(table: Table, claim: Claim) -> Iterator[Mistake]:
    """A share for a growth, or the other way round."""
    if claim.measure not in (claims.SHARE, claims.GROWTH) or claim.relation is not None:
        return
    other = claims.GROWTH if claim.measure == claims.SHARE else claims.SHARE
    for report in reports_for(table, replace(claim, measure=other)):
        if rounds_alike(claim, report.value):
            text = said(
                "the {claimed} claimed is the {printed}: {figure}",
                claimed=said(claim.measure),
                printed=said(other),
                figure=figure_and_time(report),
            )
            yield Mistake("measure", text, report)


def zones(table: Table, claim: Claim) -> Iterator[Mistake]:
    """Another zone type, one zone for all of them or all for one, the nation for the zones."""
    wanted = Filter(
        metrics=(claim.metric,),
        measures=(claim.measure,),
        first_year=claim.year,
        last_year=claim.year,
        only_preferred=False,
    )
    for report in _fitting(table.select(wanted), claim):
        if not of_time(report, claim) or of_zones(table, report, claim):
            continue
        figure = figure_and_time(report)
        if report.zone_type == "national":
            text = said("the total of all China: {figure}", figure=figure)
            yield Mistake("national", text, report)
        elif report.zone == claim.zone:
            label = type_label(table.registries.zone_types[report.zone_type])
            text = said(
                "the figure of another zone type, {type}: {figure}", type=label, figure=figure
            )
            yield Mistake("type", text, report)
        else:
            name = _zones_name(report, table.registries)
            text = said("the figure of {zone}: {figure}", zone=name, figure=figure)
            yield Mistake("zone", text, report)


def metric(table: Table, claim: Claim) -> Iterator[Mistake]:
    """Another metric of the same zones and time with the very same digits; of one that is easily
    taken for it with digits that round to them."""
    if claim.relation is not None:
        return
    easily_taken = SIBLINGS.get(claim.metric, ())
    wanted = Filter(
        measures=(claim.measure,), first_year=claim.year, last_year=claim.year, only_preferred=False
    )
    for report in _fitting(table.select(wanted), claim):
        same = of_zones(table, report, claim) and of_time(report, claim)
        alike = report.value == claim.number.value or report.metric in easily_taken
        if same and report.metric != claim.metric and alike:
            label = metric_label(table.registries.metrics[report.metric])
            text = said(
                "the figure of another metric, {metric}: {figure}",
                metric=label,
                figure=figure_and_time(report),
            )
            yield Mistake("metric", text, report)


def _fitting(reports: Iterable[Report], claim: Claim) -> Iterator[Report]:
    """The reports whose value the claim's number is, in a unit that it may be in."""
    for report in reports:
        money = report.unit in CURRENCIES
        if money and claim.unit in CURRENCIES and report.unit != claim.unit:
            continue
        if money == (
            claim.unit in CURRENCIES or (claim.unit is None and report.unit in CURRENCIES)
        ) and (rounds_alike(claim, report.value)):
            yield report


def _zones_name(report: Report, registries: Registries) -> str:
    """Of a zone its name; of all zones, in Chinese, that of their type: "全部" says too little."""
    zone = registries.zones[report.zone]
    if zone.kind != "all":
        return zone_name(zone)
    return one_of(zone.name, registries.zone_types[report.zone_type].label_zh)
