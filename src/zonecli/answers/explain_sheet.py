"""The sheets of `explain`: the reports and the choice, what is worked out, the cross-checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zonecli.answers.checks import Check
from zonecli.answers.computed import Computed
from zonecli.answers.result import Heading, Sheet
from zonecli.answers.story import Story
from zonecli.answers.wording import (
    allowed_text,
    figure_text,
    interval_text,
    month_text,
    with_unit,
)
from zonecli.table.registries import Registries
from zonecli.table.report import Report


def explanation_sheets(
    story: Story, number: Mapping[str, str], registries: Registries
) -> list[Sheet]:
    """The story of one figure; sources are cited by their number."""
    sheets = [_reports_sheet(story, number, registries)]
    if story.computations:
        sheets.append(_computations_sheet(story.computations, number))
    if story.checks:
        sheets.append(_checks_sheet(story.checks, number))
    return sheets


def _reports_sheet(story: Story, number: Mapping[str, str], registries: Registries) -> Sheet:
    rows = tuple(
        (
            "*" if r.preferred else "",
            with_unit(figure_text(r), r.unit),
            r.printed,
            allowed_text(r.interval, r.unit),
            registries.sources[r.source].kind,
            number[r.source],
            r.id,
        )
        for r in story.reports
    )
    headings = (
        *(Heading(""), Heading("Figure", right=True), Heading("As printed")),
        *(Heading("Allows"), Heading("Kind of source"), Heading("Source", True), Heading("Id")),
    )
    remarks = _remarks(story, number, registries)
    return Sheet(_title(story.reports[0], registries), headings, rows, tuple(remarks))


def _remarks(story: Story, number: Mapping[str, str], registries: Registries) -> list[str]:
    choice = story.choice
    if choice.runner_up is None:
        remarks = ["* the only report of this figure"]
    else:
        decided = registries.by_hand.get(choice.winner.id, choice.line)
        remarks = [f"* preferred to the next by this line of the rule: {decided}"]
    if story.disagreement:
        remarks.append(f"Why they differ: {story.disagreement}")
    for report in story.reports:
        said = list(_remarks_on(report, registries))
        remarks += [f"{number[report.source]} {remark}" for remark in said]
    return list(dict.fromkeys(remarks))


def _remarks_on(report: Report, registries: Registries) -> Iterator[str]:
    if report.derivation:
        yield f"derived, not printed itself: {report.derivation}"
    if report.series:
        series = registries.series.get(report.series)
        yield f"series: {series.name if series else report.series}"
    if report.basis:
        yield f"growth: {report.basis}"
    if report.status == "forecast":
        yield "a forecast, not an outcome"
    if report.note:
        yield report.note


def _computations_sheet(
    computations: Sequence[tuple[str, Computed]], number: Mapping[str, str]
) -> Sheet:
    rows = tuple(
        (
            name,
            with_unit(interval_text(c.interval, c.unit, c.value), c.unit),
            allowed_text(c.interval, c.unit),
            c.formula,
        )
        for name, c in computations
    )
    headings = (
        *(Heading("What"), Heading("Result", right=True)),
        *(Heading("Allows"), Heading("Formula")),
    )
    legend = tuple(f"{name}: {_operands(c, number)}" for name, c in computations)
    return Sheet("Worked out from it, not printed by a source", headings, rows, legend)


def _checks_sheet(checks: Sequence[Check], number: Mapping[str, str]) -> Sheet:
    rows = tuple(
        (
            check.kind,
            f"{figure_text(check.printed)} [{number[check.printed.source]}]",
            allowed_text(check.against.interval, check.against.unit),
            check.verdict,
        )
        for check in checks
    )
    headings = (
        *(Heading("Check"), Heading("Printed", right=True)),
        *(Heading("Worked out"), Heading("Verdict")),
    )
    legend = []
    for check in checks:
        if check.reason:
            legend.append(f"{check.kind}, {check.verdict}: {check.reason}")
        legend.append(f"{check.kind}: {check.against.formula}; {_operands(check.against, number)}")
    return Sheet("Cross-checks", headings, rows, tuple(legend))


def _operands(computation: Computed, number: Mapping[str, str]) -> str:
    """a = 15.3 trillion CNY [1] gdp-high-tech-2021-…; b = …"""
    names = "abcdefghijklmnopqrstuvwxyz"
    return "; ".join(
        f"{name} = {with_unit(figure_text(r), r.unit)} [{number[r.source]}] {r.id}"
        for name, r in zip(names, computation.operands, strict=False)
    )


def _title(report: Report, registries: Registries) -> str:
    metric = registries.metrics[report.metric].label
    zone, zone_type = registries.zones[report.zone], registries.zone_types[report.zone_type]
    where = zone_type.label if zone.kind == "all" else f"{zone.name} ({zone_type.label})"
    measure = "" if report.measure == "level" else f", {report.measure}"
    when = month_text(report.period, report.year, report.month)
    return f"{metric}{measure}: {where}, {when}"
