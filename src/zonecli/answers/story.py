"""The story of one figure: its reports, the choice among them, what follows from it, what fits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zonecli.answers import computed
from zonecli.answers.checks import MISFIT, Check, checks_of
from zonecli.answers.computed import EXCHANGE_RATE, ZONE_COUNT, Computed
from zonecli.answers.conflicts import REPORTS, explained
from zonecli.answers.surroundings import Surroundings
from zonecli.table.preference import Choice, choose, rule
from zonecli.table.registries import Registries
from zonecli.table.report import FigureKey, Report
from zonecli.table.table import Filter, Table


@dataclass(frozen=True)
class Story:
    """All that is known of one figure: its reports, the preferred first, and why that one; what
    can be worked out from it; how it fits other figures; why its reports differ, if they do."""

    reports: tuple[Report, ...]
    choice: Choice
    computations: tuple[tuple[str, Computed], ...]
    checks: tuple[Check, ...]
    disagreement: str | None

    def cited(self) -> Iterator[Report]:
        """Every report that the story speaks of, its own first."""
        yield from self.reports
        for _, computation in self.computations:
            yield from computation.operands
        for check in self.checks:
            yield check.printed
            yield from check.against.operands


def story_of(table: Table, figure: FigureKey) -> Story:
    """The story of a figure of which the table has at least one report."""
    registries = table.registries
    metric, _, zone_type, *_ = figure
    wanted = Filter(metrics=(metric,), zone_types=(zone_type,), only_preferred=False)
    reports = [r for r in table.select(wanted) if r.figure == figure]
    lines = rule(registries, registries.by_hand)
    choice = choose(reports, lines)
    keys = {r.id: [line.key(r) for line in lines] for r in reports}
    ordered = tuple(sorted(reports, key=lambda r: keys[r.id]))
    around = Surroundings(table, reports, metrics=(EXCHANGE_RATE, ZONE_COUNT))
    best = next((r for r in ordered if r.preferred), choice.winner)
    worked_out = (
        ("growth over the year before", computed.growth(around, best)),
        ("share of China's total", computed.share(around, best)),
        ("per zone", computed.per(ZONE_COUNT)(around, best) if metric != ZONE_COUNT else None),
        ("in dollars, average rate of the year", computed.in_dollars(around, best)),
    )
    return Story(
        reports=ordered,
        choice=choice,
        computations=tuple((name, c) for name, c in worked_out if c is not None),
        checks=tuple(_with_explanation(check, registries) for check in checks_of(around, best)),
        disagreement=explained(registries.explanations, REPORTS, best),
    )


def _with_explanation(check: Check, registries: Registries) -> Check:
    """A misfit with the recorded explanation, where there is one."""
    if check.verdict != MISFIT:
        return check
    why = explained(registries.explanations, check.kind, check.printed)
    return replace(check, reason=why or check.reason)
