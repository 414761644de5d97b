"""A derivation keeps the hedge that its source gives an operand.

A third of "over 1 trillion" is no bound; a third of "1 trillion" would be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from zonecli.stats.derivation import operands
from zonecli.stats.qualifiers import EXACT
from zonecli.table.report import Report


def dropped_hedges(reports: Iterable[Report], places: Mapping[str, str]) -> Iterator[str]:
    """A fault for each operand that stands without the hedge that its source prints.

    `places`: file and line of each report by its id.
    """
    reports = tuple(reports)
    hedged = {
        _number(report, report.value): report
        for report in reports
        if report.status == "reported" and report.qualifier != EXACT
    }
    for report in reports:
        for value, hedge in operands(report.derivation) if report.derivation else ():
            printed = hedged.get(_number(report, value))
            if printed is not None and printed.qualifier != hedge:
                yield (
                    f"{places[report.id]}: derivation: the source prints "
                    f"{printed.printed!r} ({printed.id}): keep its hedge, {printed.qualifier}"
                )


def _number(report: Report, value: float) -> tuple[Any, ...]:
    """A number that a source prints of one thing in one place, in whatever year."""
    kept = ("source", "metric", "measure", "zone_type", "zone", "unit")
    return (*(getattr(report, name) for name in kept), value)
