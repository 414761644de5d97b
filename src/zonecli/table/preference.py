"""The written rule by which one report of a figure is preferred to the others.

The lines are tried in order and the first difference decides. The build applies the rule to every
figure; `explain` prints the line that decided.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from zonecli.language import to_be_said
from zonecli.table.registries import Registries
from zonecli.table.report import Report

# State media quote the ministries; a mirror, or a page without a date, cannot be held to its words.
# A mirror that holds a whole table, number for number, has no words: it speaks as its original.
_VOICE = {
    "official-statistic": 0,
    "ministry": 1,
    "state-media": 2,
    "press": 3,
    "reference": 3,
    "mirror": 4,
}
_UNDATED = 4


class Line(NamedTuple):
    """One line of the rule. `key` of a report: the lowest wins."""

    text: str
    key: Callable[[Report], Any]


class Choice(NamedTuple):
    """The preferred report of a figure, the next best (null if it is alone), and the line that
    decided between them."""

    winner: Report
    runner_up: Report | None
    line: str


def rule(registries: Registries, by_hand: Mapping[str, str]) -> tuple[Line, ...]:
    """The lines in order. `by_hand`: reports preferred by a person, with the recorded reason."""
    sources, series = registries.sources, registries.series

    def precedence(report: Report) -> int:
        entry = series.get(report.series or "")
        return entry.precedence if entry is not None else 1

    def voice(report: Report) -> int:
        source = sources[report.source]
        spoken = _VOICE.get(source.original or source.kind, _VOICE["mirror"])
        return spoken if source.published else max(_UNDATED, spoken)

    def age(report: Report) -> tuple[int, ...]:
        date = sources[report.source].published
        parts = [part for part in date.split("-") if part.isdecimal()]  # a user's may be anything
        return tuple(-int(part[:4]) for part in [*parts, "0", "0", "0"][:3])

    return (
        Line(to_be_said("preferred by hand"), lambda r: r.id not in by_hand),
        Line(to_be_said("printed by a source over derived"), lambda r: r.status == "derived"),
        Line(to_be_said("outcome over forecast"), lambda r: r.status == "forecast"),
        Line(to_be_said("the body's main series over its others"), precedence),
        Line(
            to_be_said(
                "official statistic, then a ministry's own words, then state media, "
                "then other press, then a mirror or an undated page"
            ),
            voice,
        ),
        Line(
            to_be_said("national totals are revised: the later vintage"),
            lambda r: age(r) if r.zone_type == "national" else (),
        ),
        Line(
            to_be_said("a table itself over a copy of it"),
            lambda r: bool(sources[r.source].original),
        ),
        Line(
            to_be_said("seen in full over seen in excerpt"),
            lambda r: sources[r.source].seen != "full",
        ),
        Line(to_be_said("narrower interval"), lambda r: r.interval.high - r.interval.low),
        Line(to_be_said("later publication"), age),
        Line(to_be_said("the name of the report, for want of a better difference"), lambda r: r.id),
    )


def choose(reports: Sequence[Report], lines: Sequence[Line]) -> Choice:
    """The preferred one of the reports of one figure, and by which line of the rule."""
    keys = {report.id: [line.key(report) for line in lines] for report in reports}
    winner, *others = sorted(reports, key=lambda report: keys[report.id])
    if not others:
        return Choice(winner, None, to_be_said("the only report"))
    decided = next(
        line.text
        for line, ours, theirs in zip(lines, keys[winner.id], keys[others[0].id], strict=True)
        if ours != theirs
    )
    return Choice(winner, others[0], decided)
