"""The choices that the build made, as a list to read: which report of a figure won, and why."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping

from zonecli.table.columns import FIGURE_KEY, SORT_KEY
from zonecli.table.preference import Choice
from zonecli.table.report import Report

HEADER = (
    *("metric", "measure", "zone_type", "zone", "year", "period", "month", "unit"),
    *("preferred", "preferred_source", "next", "next_source"),
    *("reports", "decided_by", "by_hand"),
)


def preferred_list(
    choices: Iterable[Choice], reports: Iterable[Report], by_hand: Mapping[str, str]
) -> bytes:
    """One line for each figure with more than one report, in the table's order, as CSV.

    `reports`: all of the table; `by_hand`: the recorded reasons by the id of the report.
    """
    told = Counter(report.figure for report in reports)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    for choice in sorted(choices, key=lambda choice: _place(choice.winner)):
        winner, second = choice.winner, choice.runner_up
        if second is None:
            continue
        writer.writerow(
            (
                *(getattr(winner, name) for name in FIGURE_KEY),
                *(winner.id, winner.source, second.id, second.source),
                *(told[winner.figure], choice.line, by_hand.get(winner.id, "")),
            )
        )
    return text.getvalue().encode()


def _place(report: Report) -> tuple[object, ...]:
    return tuple(getattr(report, name) for name in (*SORT_KEY, "period", "unit"))
