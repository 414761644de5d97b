"""The story of one figure: its reports, the choice among them, what follows from it, what fits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zonecli.answers.checks import MISFIT, Check, checks_of
from zonecli.answers.choosing import Scope
from zonecli.answers.computations import Computation, computations
from zonecli.answers.computed import Computed
from zonecli.answers.disputes import REPORTS, explained, find_conflicts
from zonecli.answers.surroundings import ZONE_COUNT, Surroundings
from zonecli.table.preference import Choice, choose, rule
from zonecli.table.registries import Registries
from zonecli.table.report import FigureKey, Report
from zonecli.table.table import Filter, Table


class Story(NamedTuple):
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


def story_of(table: Table, figure: FigureKey, wanted: Sequence[Computation] = ()) -> Story:
    """The story of a figure of which the table has at least one report.

    `wanted`: what else is to be worked out from it, as the options of `show` name it.
    """
    registries = table.registries
    metric, measure, zone_type, zone, year, *_ = figure
    near = Filter((metric,), (measure,), (zone_type,), (zone,), years=(year,), only_preferred=False)
    reports = [r for r in table.select(near) if r.figure == figure]
    lines = rule(registries, registries.by_hand)
    choice = choose(reports, lines)
    keys = {r.id: [line.key(r) for line in lines] for r in reports}
    ordered = tuple(sorted(reports, key=lambda r: keys[r.id]))
    best = next((r for r in ordered if r.preferred), choice.winner)
    working_out = (*_usual(metric, registries), *wanted)
    around = Surroundings(table, reports, [m for c in working_out for m in c.metrics])
    worked_out = ((c.heading, c.of(around, best)) for c in working_out)
    return Story(
        reports=ordered,
        choice=choice,
        computations=tuple((name, c) for name, c in worked_out if c is not None),
        checks=tuple(_checks(table, around, best)),
        disagreement=explained(registries.explanations, REPORTS, best),
    )


def _usual(metric: str, registries: Registries) -> tuple[Computation, ...]:
    """What is always worked out: growth, share, dollars, and the figure per zone."""
    return computations(
        registries,
        with_growth=True,
        with_share=True,
        per_zone=metric != ZONE_COUNT,
        usd=True,
    )


def _checks(table: Table, around: Surroundings, report: Report) -> Iterator[Check]:
    """Its cross-checks, and those in which it is itself what does not fit; with the recorded
    explanation where there is one."""
    explanations = table.registries.explanations
    checks = {check.kind: check for check in checks_of(around, report)}
    scope = Scope((report.metric,), (report.zone_type,), (report.zone,))
    for conflict in find_conflicts(table, scope):
        if isinstance(conflict.other, Check) and conflict.one.figure == report.figure:
            checks.setdefault(conflict.kind, conflict.other)
    for check in checks.values():
        why = explained(explanations, check.kind, check.printed)
        yield check._replace(reason=why) if why and check.verdict == MISFIT else check
