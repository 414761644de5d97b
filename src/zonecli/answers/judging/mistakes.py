"""The usual mistakes, each tried on a claim that is off: which of them would explain it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zonecli.answers.judging import claim as claims
from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.comparing import dropped_hedge, rounds_alike, turned_round
from zonecli.answers.judging.evidence import (
    Evidence,
    evidence_for,
    in_year,
    of_line,
    of_time,
    of_zones,
    reports_for,
)
from zonecli.answers.naming import metric_label, one_of, type_label, zone_name
from zonecli.answers.time_wording import time_text
from zonecli.answers.wording import figure_text, unit_text, with_unit
from zonecli.language import said
from zonecli.table.columns import CURRENCIES
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_MOST = 3


@dataclass(frozen=True)
class Mistake:
    """One that fits: its `kind`, in a word, what happened, and the report it was taken from."""

    kind: str
    text: str
    report: Report | None = None


_Try = Callable[[Table, Claim, Sequence[Evidence]], Iterator[Mistake]]


def mistakes_of(table: Table, claim: Claim, evidence: Sequence[Evidence]) -> tuple[Mistake, ...]:
    """Those that fit, the likeliest first: one that gives the very digits before one that only
    rounds to them."""
    found: list[tuple[bool, int, Mistake]] = []
    for place, attempt in enumerate(_TRIES):
        for mistake in attempt(table, claim, evidence):
            exact = mistake.report is None or mistake.report.value == claim.number.value
            scaled = attempt is _scale
            found.append((not (exact or scaled), place, mistake))
    found.sort(key=lambda f: f[:2])
    kinds: dict[str, Mistake] = {}
    for _, _, mistake in found:
        kinds.setdefault(mistake.kind, mistake)
    return tuple(kinds.values())[:_MOST]


def _hedge(_table: Table, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[Mistake]:
    for known in evidence:
        if known.reports[-1].status == "forecast":
            continue
        if turned_round(claim, known):
            text = said("the hedge is turned round: the source has {figure}", figure=known.text)
            yield Mistake("hedge-turned", text)
        elif dropped_hedge(claim, known):
            text = said("the hedge is dropped: the source has {figure}", figure=known.text)
            yield Mistake("hedge-dropped", text)


def _scale(_table: Table, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[Mistake]:
    """A power of ten between the claim and a figure: a unit misread, or a misprint."""
    if (
        claim.relation is not None
        or claim.unit in ("percent", "rank", "times")
        or not claim.number.value
    ):
        return
    for known in evidence:
        for power in (1, -1, 2, -2, 3, -3, 4, -4):
            if rounds_alike(claim.scaled(10.0**-power), known.value):
                kind, text = _misread(claim, power)
                text = said("{mistake}: the source has {figure}", mistake=text, figure=known.text)
                yield Mistake(kind, text)


def _misread(claim: Claim, power: int) -> tuple[str, str]:
    """What a factor of 10**power between claim and figure likely comes from."""
    words = claim.text.lower()
    factor = f"{10 ** abs(power):,}"
    if power > 0:
        times = said("{n} times too large", n=factor)
    else:
        times = said("{n} times too small", n=factor)
    if power == 1 and ("billion" in words or "bn" in words):
        return "yi-billion", said("{times}; 亿 (100 million) read as billion", times=times)
    if power == -3 and ("billion" in words or "bn" in words):
        return "wanyi-billion", said("{times}; 万亿 (trillion) read as billion", times=times)
    if power == -1 and ("thousand" in words or not claim.unit):
        return "wan-thousand", said("{times}; 万 (10,000) read as thousand", times=times)
    if power in (4, -4):
        return "wan", said("{times}; a 万 too many or too few", times=times)
    return "power-of-ten", said("{times}; a misprint by a power of ten", times=times)


def _basis(_table: Table, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[Mistake]:
    if claim.basis is None:
        return
    for known in evidence:
        for report in known.reports:
            printed = report.basis
            if known.printed and printed and printed not in ("unstated", claim.basis):
                text = said(
                    "{claimed} growth is claimed, the source's is {printed}",
                    claimed=said(claim.basis),
                    printed=said(printed),
                )
                yield Mistake("basis", text, report)


def _part_year(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
    line = [r for r in of_line(table, claim) if r.year == claim.year and not of_time(r, claim)]
    for report in _fitting(line, claim):
        figure = _figure(report)
        if report.period in ("ytd", "month"):
            text = said("part of the year taken for it: {figure}", figure=figure)
        elif report.period == "year":
            text = said("the full year taken for the time claimed: {figure}", figure=figure)
        else:
            text = said(
                "another point of the year taken for the time claimed: {figure}", figure=figure
            )
        yield Mistake("part-year", text, report)


def _year(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
    line = [r for r in of_line(table, claim) if r.year != claim.year]
    same = [
        r
        for r in line
        if of_time(r, replace(claim, period=None, month=None)) or r.period == claim.period
    ]
    fitting = list(_fitting(same, claim))
    for report in sorted(fitting, key=lambda r: abs(r.year - claim.year))[:1]:
        text = said("the figure of another year: {figure}", figure=_figure(report))
        yield Mistake("year", text, report)


def _currency(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
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
                figure=_figure(report),
            )
            yield Mistake("currency", text, report)


def _points(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
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
                    text = said("percentage points for percent: {figure}", figure=_figure(report))
                    yield Mistake("points", text, report)


def _measure(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
    if claim.measure not in (claims.SHARE, claims.GROWTH) or claim.relation is not None:
        return
    other = claims.GROWTH if claim.measure == claims.SHARE else claims.SHARE
    for report in reports_for(table, replace(claim, measure=other)):
        if rounds_alike(claim, report.value):
            text = said(
                "the {claimed} claimed is the {printed}: {figure}",
                claimed=said(claim.measure),
                printed=said(other),
                figure=_figure(report),
            )
            yield Mistake("measure", text, report)


def _zones(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
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
        figure = _figure(report)
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


def _metric(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
    """Another metric of the same zones and time with the very same digits."""
    if claim.relation is not None:
        return
    wanted = Filter(
        measures=(claim.measure,), first_year=claim.year, last_year=claim.year, only_preferred=False
    )
    for report in _fitting(table.select(wanted), claim):
        same = of_zones(table, report, claim) and of_time(report, claim)
        if same and report.metric != claim.metric and report.value == claim.number.value:
            label = metric_label(table.registries.metrics[report.metric])
            text = said(
                "the figure of another metric, {metric}: {figure}",
                metric=label,
                figure=_figure(report),
            )
            yield Mistake("metric", text, report)


def _forecast(_table: Table, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[Mistake]:
    for known in evidence:
        report = known.reports[-1]
        if report.status == "forecast" and rounds_alike(claim, report.value):
            text = said("a forecast, not the outcome: {figure}", figure=_figure(report))
            yield Mistake("vintage", text, report)


def _other_source(_table: Table, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[Mistake]:
    for known in evidence:
        report = known.reports[-1]
        if known.printed and not report.preferred and rounds_alike(claim, report.value):
            text = said("an older or another source's figure: {figure}", figure=_figure(report))
            yield Mistake("vintage", text, report)


# The likeliest first.
_TRIES: tuple[_Try, ...] = (
    *(_hedge, _basis, _points, _currency, _scale, _part_year, _measure, _year),
    *(_forecast, _other_source, _zones, _metric),
)


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


def _figure(report: Report) -> str:
    """12.2 trillion CNY (2019), 12.3% share (2019)"""
    amount = with_unit(figure_text(report), report.unit)
    when = time_text(report.period, report.year, report.month)
    if report.measure == claims.LEVEL:
        return said("{amount} ({when})", amount=amount, when=when)
    return said(
        "{amount} {measure} ({when})", amount=amount, measure=said(report.measure), when=when
    )
