"""The usual mistakes, each tried on a claim that is off: which of them would explain it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zonecli.answers.judging import misquoting, mixing_up
from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.evidence import Evidence
from zonecli.answers.judging.mistake import Mistake
from zonecli.table.table import Table

_MOST = 3


def mistakes_of(table: Table, claim: Claim, evidence: Sequence[Evidence]) -> tuple[Mistake, ...]:
    """Those that fit, the likeliest first: one that gives the very digits before one that only
    rounds to them."""

    def only_rounds(mistake: Mistake) -> bool:
        return mistake.report is not None and mistake.report.value != claim.number.value

    kinds: dict[str, Mistake] = {}
    for mistake in sorted(_tried(table, claim, evidence), key=only_rounds):
        kinds.setdefault(mistake.kind, mistake)
    return tuple(kinds.values())[:_MOST]


def _tried(table: Table, claim: Claim, evidence: Sequence[Evidence]) -> Iterator[Mistake]:
    """All that fit, kind by kind, the likeliest kind first."""
    yield from misquoting.hedge(claim, evidence)
    yield from misquoting.basis(claim, evidence)
    yield from mixing_up.points(table, claim)
    yield from mixing_up.currency(table, claim)
    yield from misquoting.scale(claim, evidence)
    yield from mixing_up.part_year(table, claim)
    yield from mixing_up.measure(table, claim)
    yield from mixing_up.year(table, claim)
    yield from misquoting.forecast(claim, evidence)
    yield from misquoting.other_source(claim, evidence)
    yield from mixing_up.zones(table, claim)
    yield from mixing_up.metric(table, claim)
