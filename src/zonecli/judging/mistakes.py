"""The usual mistakes, each tried on a claim that is off: which of them would explain it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zonecli.answers.wording import figure_text, month_text, with_unit
from zonecli.judging import claim as claims
from zonecli.judging.claim import Claim
from zonecli.judging.comparing import dropped_hedge, rounds_alike, turned_round
from zonecli.judging.evidence import (
    Evidence,
    evidence_for,
    in_year,
    of_line,
    of_time,
    of_zones,
    reports_for,
)
from zonecli.table.columns import CURRENCIES
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
            yield Mistake("hedge-turned", f"the hedge is turned round: the source has {known.text}")
        elif dropped_hedge(claim, known):
            yield Mistake("hedge-dropped", f"the hedge is dropped: the source has {known.text}")


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
                yield Mistake(kind, f"{text}: the source has {known.text}")


def _misread(claim: Claim, power: int) -> tuple[str, str]:
    """What a factor of 10**power between claim and figure likely comes from."""
    words = claim.text.lower()
    times = f"{10 ** abs(power):,} times too {'large' if power > 0 else 'small'}"
    if power == 1 and ("billion" in words or "bn" in words):
        return "yi-billion", f"{times}; 亿 (100 million) read as billion"
    if power == -3 and ("billion" in words or "bn" in words):
        return "wanyi-billion", f"{times}; 万亿 (trillion) read as billion"
    if power == -1 and ("thousand" in words or not claim.unit):
        return "wan-thousand", f"{times}; 万 (10,000) read as thousand"
    if power in (4, -4):
        return "wan", f"{times}; a 万 too many or too few"
    return "power-of-ten", f"{times}; a misprint by a power of ten"


def _basis(_table: Table, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[Mistake]:
    if claim.basis is None:
        return
    for known in evidence:
        for report in known.reports:
            if known.printed and report.basis not in (None, "unstated", claim.basis):
                yield Mistake(
                    "basis",
                    f"{claim.basis} growth is claimed, the source's is {report.basis}",
                    report,
                )


def _part_year(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
    line = [r for r in of_line(table, claim) if r.year == claim.year and not of_time(r, claim)]
    for report in _fitting(line, claim):
        if report.period in ("ytd", "month"):
            yield Mistake("part-year", f"part of the year taken for it: {_said(report)}", report)
        else:
            text = "the full year" if report.period == "year" else "another point of the year"
            yield Mistake(
                "part-year", f"{text} taken for the time claimed: {_said(report)}", report
            )


def _year(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
    line = [r for r in of_line(table, claim) if r.year != claim.year]
    same = [
        r
        for r in line
        if of_time(r, replace(claim, period=None, month=None)) or r.period == claim.period
    ]
    fitting = list(_fitting(same, claim))
    for report in sorted(fitting, key=lambda r: abs(r.year - claim.year))[:1]:
        yield Mistake("year", f"the figure of another year: {_said(report)}", report)


def _currency(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
    if claim.unit not in CURRENCIES or claim.measure != claims.LEVEL:
        return
    for report in in_year(table, claim):
        if (
            report.unit in CURRENCIES
            and report.unit != claim.unit
            and rounds_alike(claim, report.value)
        ):
            yield Mistake("currency", f"{claim.unit} for {report.unit}: {_said(report)}", report)


def _points(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
    """Percent for percentage points, and the other way round."""
    if claim.relation == claims.CHANGE and claim.measure == claims.SHARE:
        for known in evidence_for(table, replace(claim, relation=claims.POINTS)):
            if known.interval.overlaps(claim.rounded):
                yield Mistake("points", f"percent for percentage points: {known.text}")
    if claim.relation == claims.POINTS:
        for measure in (claims.GROWTH, claims.SHARE):
            own = replace(claim, relation=None, measure=measure, unit="percent")
            for report in reports_for(table, own):
                if rounds_alike(claim, report.value):
                    yield Mistake(
                        "points", f"percentage points for percent: {_said(report)}", report
                    )


def _measure(table: Table, claim: Claim, _: Sequence[Evidence]) -> Iterator[Mistake]:
    if claim.measure not in (claims.SHARE, claims.GROWTH) or claim.relation is not None:
        return
    other = claims.GROWTH if claim.measure == claims.SHARE else claims.SHARE
    for report in reports_for(table, replace(claim, measure=other)):
        if rounds_alike(claim, report.value):
            yield Mistake(
                "measure", f"the {claim.measure} claimed is the {other}: {_said(report)}", report
            )


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
        if report.zone_type == "national":
            yield Mistake("national", f"the total of all China: {_said(report)}", report)
        elif report.zone == claim.zone:
            label = table.registries.zone_types[report.zone_type].label
            yield Mistake(
                "type", f"the figure of another zone type, {label}: {_said(report)}", report
            )
        else:
            name = table.registries.zones[report.zone].name
            yield Mistake("zone", f"the figure of {name}: {_said(report)}", report)


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
            label = table.registries.metrics[report.metric].label
            yield Mistake(
                "metric", f"the figure of another metric, {label}: {_said(report)}", report
            )


def _forecast(_table: Table, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[Mistake]:
    for known in evidence:
        report = known.reports[-1]
        if report.status == "forecast" and rounds_alike(claim, report.value):
            yield Mistake("vintage", f"a forecast, not the outcome: {_said(report)}", report)


def _other_source(_table: Table, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[Mistake]:
    for known in evidence:
        report = known.reports[-1]
        if known.printed and not report.preferred and rounds_alike(claim, report.value):
            yield Mistake(
                "vintage", f"an older or another source's figure: {_said(report)}", report
            )


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


def _said(report: Report) -> str:
    when = month_text(report.period, report.year, report.month)
    measure = "" if report.measure == claims.LEVEL else f" {report.measure}"
    return f"{with_unit(figure_text(report), report.unit)}{measure} ({when})"
