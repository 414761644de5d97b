"""Mistakes in quoting the very figure: its hedge, its scale, its basis, which report of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.comparing import dropped_hedge, rounds_alike, turned_round
from zonecli.answers.judging.evidence import Evidence
from zonecli.answers.judging.mistake import Mistake, figure_and_time
from zonecli.language import said


def hedge(claim: Claim, evidence: Iterable[Evidence]) -> Iterator[Mistake]:
    """The hedge is turned round, or dropped."""
    for known in evidence:
        if known.reports[-1].status == "forecast":
            continue
        if turned_round(claim, known):
            text = said("the hedge is turned round: the source has {figure}", figure=known.text)
            yield Mistake("hedge-turned", text)
        elif dropped_hedge(claim, known):
            text = said("the hedge is dropped: the source has {figure}", figure=known.text)
            yield Mistake("hedge-dropped", text)


def scale(claim: Claim, evidence: Iterable[Evidence]) -> Iterator[Mistake]:
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


def basis(claim: Claim, evidence: Iterable[Evidence]) -> Iterator[Mistake]:
    """Real growth for nominal, or the other way round."""
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


def forecast(claim: Claim, evidence: Iterable[Evidence]) -> Iterator[Mistake]:
    """A forecast for the outcome."""
    for known in evidence:
        report = known.reports[-1]
        if report.status == "forecast" and rounds_alike(claim, report.value):
            text = said("a forecast, not the outcome: {figure}", figure=figure_and_time(report))
            yield Mistake("vintage", text, report)


def other_source(claim: Claim, evidence: Iterable[Evidence]) -> Iterator[Mistake]:
    """The figure of a report that is not the preferred one."""
    evidence = tuple(evidence)
    preferred = {known.value for known in evidence if known.reports[-1].preferred}
    for known in evidence:
        report = known.reports[-1]
        other = known.printed and not report.preferred and known.value not in preferred
        if other and rounds_alike(claim, report.value):
            text = said(
                "an older or another source's figure: {figure}", figure=figure_and_time(report)
            )
            yield Mistake("vintage", text, report)
