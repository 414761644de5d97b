"""What the cross-checks make of the whole table, in a few lines for those who build it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zonecli.answers.checks import FITS, UNSURE, Check, checks_of
from zonecli.answers.choosing import Scope
from zonecli.answers.disputes import REPORTS, Conflict, find_conflicts
from zonecli.answers.series_checks import series_checks
from zonecli.answers.surroundings import Surroundings
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import allowed_text, with_unit
from zonecli.table.report import Report
from zonecli.table.table import Table

_HEADINGS = ("Cross-checks", "fit", "explained", "unexplained", "cannot tell")


@dataclass(frozen=True)
class Tally:
    """How many checks of one kind fit, do not fit with and without a recorded explanation, and
    how many cannot tell."""

    kind: str
    fit: int
    explained: int
    unexplained: int
    unsure: int


@dataclass(frozen=True)
class Reconciliation:
    """The tally of each kind of check, and the conflicts that nobody has explained yet."""

    tallies: tuple[Tally, ...]
    unexplained: tuple[Conflict, ...]

    def __str__(self) -> str:
        """A small table and, one a line, the unexplained conflicts."""
        counts = ((t.kind, t.fit, t.explained, t.unexplained, t.unsure) for t in self.tallies)
        lines = _aligned([_HEADINGS, *(tuple(map(str, row)) for row in counts)])
        if not self.unexplained:
            return "\n".join([*lines, "Every conflict has an explanation."])
        return "\n".join([*lines, "Unexplained:", *map(_line, self.unexplained)])


def reconcile(table: Table) -> Reconciliation:
    """Runs every cross-check over all zone types, the nation included, and all zones.

    Of the kind `reports` a check is a figure with more than one report: it fits where all of its
    reports overlap. Forecasts are left out: an outcome may well differ from them.
    """
    scope = Scope(zone_types=tuple(table.registries.zone_types), zones=())
    conflicts = list(find_conflicts(table, scope))
    reports = [report for report in table.reports if report.status != "forecast"]
    fits, unsure = Counter({REPORTS: _agreeing(reports, conflicts)}), Counter[str]()
    for check in _checks(table, reports):
        fits[check.kind] += check.verdict == FITS
        unsure[check.kind] += check.verdict == UNSURE
    known = Counter(conflict.kind for conflict in conflicts if conflict.explanation)
    open_ones = [conflict for conflict in conflicts if not conflict.explanation]
    unknown = Counter(conflict.kind for conflict in open_ones)
    others = sorted({*fits, *unsure, *known, *unknown} - {REPORTS})
    tallies = (Tally(k, fits[k], known[k], unknown[k], unsure[k]) for k in (REPORTS, *others))
    open_ones.sort(key=lambda conflict: (conflict.kind, -conflict.apart, conflict.one.id))
    return Reconciliation(tuple(tallies), tuple(open_ones))


def _agreeing(reports: Iterable[Report], conflicts: Iterable[Conflict]) -> int:
    """How many figures have several reports that all overlap."""
    told = Counter(report.figure for report in reports)
    several = sum(number > 1 for number in told.values())
    return several - sum(conflict.kind == REPORTS for conflict in conflicts)


def _checks(table: Table, reports: Sequence[Report]) -> Iterator[Check]:
    around = Surroundings(table, reports, metrics=("exchange_rate",))
    for report in reports:
        if report.preferred:
            yield from checks_of(around, report)
    yield from series_checks(reports, table.registries)


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def _line(conflict: Conflict) -> str:
    one, other = conflict.one, conflict.other
    figure = " ".join((one.metric, one.measure, one.zone_type, one.zone))
    when = month_text(one.period, one.year, one.month)
    if isinstance(other, Report):
        said = f"{other.printed!r} ({other.id})"
    else:
        worked_out = with_unit(allowed_text(other.against.interval, other.against.unit), one.unit)
        said = f"{worked_out} from {', '.join(r.id for r in other.against.operands)}"
    # Percentages are apart in points, all else as a part of the figure.
    apart = f"{100 * conflict.apart:.1f}{' points' if one.unit == 'percent' else '%'} apart"
    return f"  {conflict.kind}: {figure} {when}: {one.printed!r} ({one.id}) against {said}, {apart}"
