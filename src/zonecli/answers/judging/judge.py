"""The verdict on a claim, with what the table says, the mistake that fits and a better wording."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zonecli.answers.judging import comparing
from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.comparing import CLOSE, CONTRADICTED, SUPPORTED, UNKNOWN
from zonecli.answers.judging.evidence import Evidence
from zonecli.answers.judging.gathering import evidence_for
from zonecli.answers.judging.mistake import Mistake
from zonecli.answers.judging.mistakes import mistakes_of
from zonecli.answers.judging.own_reports import around_in_time
from zonecli.answers.naming import metric_label
from zonecli.language import said
from zonecli.table.table import Table

_ORDER = (SUPPORTED, CLOSE, UNKNOWN, CONTRADICTED)


@dataclass(frozen=True)
class Judgement:
    """`evidence` bears the verdict, the best first; `remarks` are what a reader must know of it."""

    claim: Claim
    verdict: str
    evidence: tuple[Evidence, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def best(self) -> Evidence | None:
        return self.evidence[0] if self.evidence else None


def judge(table: Table, claim: Claim) -> Judgement:
    """Judges a claim by every report of its figure: any of them may support it.

    Nothing is called contradicted while a doubt is left: about the reading, about the time of
    a stock, or because the table has no more than a bound.
    """
    own = _by_metric(table, claim)
    for year in claim.other_years:
        if own.verdict != SUPPORTED and year != claim.year:
            other = _by_metric(table, replace(claim, year=year))
            if other.verdict == SUPPORTED or own.verdict == UNKNOWN:
                own = other if other.evidence else own
    return own


def _by_metric(table: Table, claim: Claim) -> Judgement:
    """By the metric named. Another that the same words can mean and whose figure it is stands in
    where the table has none of the named; where that contradicts, it only casts a doubt."""
    own = _by_evidence(table, claim)
    if own.evidence and own.verdict != CONTRADICTED:
        return own
    for metric in claim.other_metrics:
        if metric not in table.registries.metrics:
            continue
        other = _by_evidence(table, replace(claim, metric=metric))
        if other.verdict not in (SUPPORTED, CLOSE) or not _fits(claim, other):
            continue
        label = metric_label(table.registries.metrics[metric])
        if not own.evidence:
            remark = said("it is the figure of: {metric}", metric=label)
            return replace(other, remarks=(*other.remarks, remark))
        remark = said("the words can mean: {metric}", metric=label)
        return replace(own, verdict=UNKNOWN, remarks=(*own.remarks, remark))
    return own


def _fits(claim: Claim, other: Judgement) -> bool:
    """Whether the number is the very figure, at the claim's digits: a bound fits many."""
    best = other.best
    return best is not None and comparing.rounds_alike(claim, best.value)


def _by_evidence(table: Table, claim: Claim) -> Judgement:
    evidence = evidence_for(table, claim)
    if not evidence:
        mistakes = mistakes_of(table, claim, ())
        return Judgement(
            claim, UNKNOWN, (), mistakes, (said("the table has no figure to judge by"),)
        )
    judged = sorted(((_rank(claim, e), i, e) for i, e in enumerate(evidence)), key=lambda j: j[:2])
    verdict = _ORDER[judged[0][0]]
    ordered = tuple(e for _, _, e in judged)
    firm = [e for e in evidence if comparing.compare(claim, e) == CONTRADICTED]
    if verdict == UNKNOWN and firm:
        verdict, ordered = CONTRADICTED, (*firm, *(e for e in ordered if e not in firm))
    if verdict == SUPPORTED:
        return _supported(claim, ordered)
    mistakes = mistakes_of(table, claim, evidence)
    verdict, remarks = _held_back(table, claim, verdict, ordered, mistakes)
    return Judgement(claim, verdict, ordered, mistakes, remarks)


def _rank(claim: Claim, evidence: Evidence) -> int:
    rank = _ORDER.index(comparing.compare(claim, evidence))
    forecast = evidence.reports[-1].status == "forecast"
    return max(rank, 1) if forecast and rank < 2 else min(rank, 2) if forecast else rank


def _supported(claim: Claim, ordered: Sequence[Evidence]) -> Judgement:
    """Supported; with a word where another report of the figure says otherwise."""
    others = [e for e in ordered[1:] if comparing.compare(claim, e) == CONTRADICTED and e.printed]
    remarks = tuple(
        dict.fromkeys(said("another source has {figure}", figure=e.text) for e in others)
    )
    return Judgement(claim, SUPPORTED, tuple(ordered), (), remarks)


def _held_back(
    table: Table,
    claim: Claim,
    verdict: str,
    ordered: Sequence[Evidence],
    mistakes: Sequence[Mistake],
) -> tuple[str, tuple[str, ...]]:
    """Takes back a verdict that the reading or the table does not carry."""
    best = ordered[0]
    if verdict == UNKNOWN:
        if best.printed and any(m.kind in _SCALES for m in mistakes):
            return CONTRADICTED, ()
        bound = said("the table has only a bound")
        return UNKNOWN, (bound if best.printed else said("what is worked out is too rough"),)
    if verdict != CONTRADICTED:
        return verdict, ()
    if claim.doubts:
        return UNKNOWN, tuple(
            said("not sure: {doubt}", doubt=said(doubt)) for doubt in claim.doubts
        )
    between = around_in_time(table, claim)
    if (
        claim.relation is None
        and between is not None
        and claim.interval.overlaps(between)
        and _no_hedge_fault(mistakes)
    ):
        return CLOSE, (
            said("so it was at another time of the year, or between two that are known"),
        )
    return verdict, ()


_SCALES = ("yi-billion", "wanyi-billion", "wan-thousand", "wan", "power-of-ten")


def _no_hedge_fault(mistakes: Sequence[Mistake]) -> bool:
    return not any(m.kind in ("hedge-turned", *_SCALES) for m in mistakes)
