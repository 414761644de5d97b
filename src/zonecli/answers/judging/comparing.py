"""One claim against one piece of evidence: does it bear the claim out?"""

from __future__ import annotations

import math

from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.evidence import Evidence
from zonecli.stats.interval import Interval
from zonecli.stats.qualifiers import ABOUT, AT_LEAST, AT_MOST, EXACT, NEARLY, OVER, UNDER

SUPPORTED, CLOSE, CONTRADICTED, UNKNOWN = "supported", "close", "contradicted", "unknown"

_UP, _DOWN = (OVER, AT_LEAST), (UNDER, AT_MOST, NEARLY)
_SLACK = 1e-9  # relative: what float64 arithmetic may have added


def compare(claim: Claim, evidence: Evidence) -> str:  # noqa: PLR0911
    """The verdict of one piece of evidence alone.

    supported: all that the evidence allows is what the claim says, at the claim's precision.
    close: they overlap, or rounding or a dropped hedge explains the difference. unknown: the
    evidence is only a bound and the claim lies beyond it, or it is worked out and too rough.
    """
    said, known = claim.interval, evidence.interval
    if _other_basis(claim, evidence):
        return CONTRADICTED
    if turned_round(claim, evidence):
        return CONTRADICTED
    same = _equal(claim.number.value, evidence.value) and claim.qualifier == evidence.qualifier
    if same and evidence.printed:
        return SUPPORTED
    if _within(known, said) and not _only_touches(claim, evidence):
        return SUPPORTED
    if not evidence.printed:
        return _against_worked_out(claim, evidence)
    if math.isinf(known.high) or math.isinf(known.low):
        return _against_bound(claim, evidence)
    if said.overlaps(known) or _rounds_to(claim, evidence):
        return CLOSE
    return CONTRADICTED


def turned_round(claim: Claim, evidence: Evidence) -> bool:
    """ "Less than 60,000" where the source has more than 60,000."""
    same = _equal(claim.number.value, evidence.value)
    against = (claim.qualifier in _UP and evidence.qualifier in _DOWN) or (
        claim.qualifier in _DOWN and evidence.qualifier in _UP
    )
    return same and against and evidence.printed


def dropped_hedge(claim: Claim, evidence: Evidence) -> bool:
    """ "60,000" where the source has more than 60,000."""
    same = _equal(claim.number.value, evidence.value)
    return same and claim.qualifier == EXACT and evidence.qualifier != EXACT and evidence.printed


def rounds_alike(claim: Claim, value: float) -> bool:
    """Whether a value rounds to the claim's number at the claim's own last digit, and lies on the
    side of it that its hedge names: 15.3 is not "below 15"."""
    if claim.qualifier in _UP and value < claim.number.value * (1 - _SLACK):
        return False
    if claim.qualifier in _DOWN and value > claim.number.value * (1 + _SLACK):
        return False
    half = claim.number.step / 2 * (1 + _SLACK)
    return abs(claim.number.value - value) <= max(half, _SLACK * abs(value))


def sharper(claim: Claim, evidence: Evidence) -> bool:
    """Whether the evidence bears the claim out and says more: 15.3 where "over 1" is claimed. What
    is worked out is not sharper than a number that it rounds to."""
    said, known = claim.interval, evidence.interval
    if not evidence.printed and rounds_alike(claim, evidence.value):
        return False
    if _equal(claim.number.value, evidence.value) and claim.qualifier == evidence.qualifier:
        return False
    return _within(known, said) and not _within(said, known)


def _within(inner: Interval, outer: Interval) -> bool:
    slack = _SLACK * max(abs(v) for v in (*inner, *outer, 1.0) if not math.isinf(v))
    return outer.low - slack <= inner.low and inner.high <= outer.high + slack


def _only_touches(claim: Claim, evidence: Evidence) -> bool:
    """ "Over 60,000" is not borne out by 60,000 exactly."""
    if claim.qualifier == OVER:
        return evidence.qualifier == EXACT and evidence.interval.low <= claim.number.value
    return (
        claim.qualifier == UNDER
        and evidence.interval.high >= claim.number.value
        and evidence.qualifier == EXACT
    )


def _other_basis(claim: Claim, evidence: Evidence) -> bool:
    bases = {report.basis for report in evidence.reports}
    stated = bases & {"real", "nominal"}
    return (
        evidence.printed and claim.basis is not None and bool(stated) and claim.basis not in stated
    )


def _against_worked_out(claim: Claim, evidence: Evidence) -> str:
    """What is worked out is rough: it supports what overlaps it, and contradicts only from afar."""
    said, known = claim.interval, evidence.interval
    if said.overlaps(known):
        bounded = not any(math.isinf(end) for end in known)
        narrow = bounded and known.high - known.low <= 0.2 * max(abs(evidence.value), 1e-9)
        return SUPPORTED if narrow or claim.rounded.holds(evidence.value) else CLOSE
    if claim.rounded.overlaps(known):
        return CLOSE
    wider = Interval(known.low - evidence.margin, known.high + evidence.margin)
    return UNKNOWN if said.overlaps(wider) and evidence.margin else CONTRADICTED


def _against_bound(claim: Claim, evidence: Evidence) -> str:
    """Evidence such as "over 60,000": 60,000 is close, 65,000 may be, 59,000 is not."""
    said, known = claim.interval, evidence.interval
    if dropped_hedge(claim, evidence):
        return CLOSE
    bound = known.low if math.isinf(known.high) else known.high
    if not said.overlaps(known):
        return CLOSE if _rounds_to(claim, evidence) else CONTRADICTED
    near = abs(claim.number.value - bound) <= 0.1 * abs(bound)
    return CLOSE if near else UNKNOWN


def _rounds_to(claim: Claim, evidence: Evidence) -> bool:
    """Rounded further than the digits say, or cut off instead of rounded. A bound is not rounded:
    "less than 15 trillion" is wrong of 15.3."""
    if claim.qualifier not in (EXACT, ABOUT, NEARLY):
        return False
    if claim.rounded.overlaps(evidence.interval) and claim.number.significant <= 0.1 * abs(
        claim.number.value
    ):
        return True
    cut = evidence.value - claim.number.value
    step = claim.number.step
    small = step <= 0.05 * abs(claim.number.value)
    return 0 < cut < step and small and claim.qualifier in (EXACT, ABOUT)


def _equal(a: float, b: float) -> bool:
    return abs(a - b) <= _SLACK * max(abs(a), abs(b))
