"""The sheets of `explain`: the reports and the choice, what is worked out, the cross-checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zonecli.answers.checks import Check
from zonecli.answers.computed import Computed
from zonecli.answers.naming import metric_label, one_of, type_label, zone_name
from zonecli.answers.result import Heading, Sheet, by_columns, numbered
from zonecli.answers.story import Story
from zonecli.answers.time_wording import time_text
from zonecli.answers.wording import allowed_text, figure_text, interval_text, with_unit
from zonecli.language import said
from zonecli.table.registries import Registries, Source
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


def sources_sheet(sources: Sequence[Source]) -> Sheet:
    """Of each source, by its number: its kind, how much of it was seen, and what it copies."""
    headings, rows = by_columns(
        (
            (Heading(said("Source"), right=True), numbered(sources).values()),
            (Heading(said("Kind of source")), [said(s.kind) for s in sources]),
            (Heading(said("Seen")), [said(s.seen) for s in sources]),
            (Heading(said("Copy of")), [copied(s) for s in sources]),
        )
    )
    return Sheet(said("How the sources were seen"), headings, rows)


def copied(source: Source) -> str:
    """What a source copies, as far as that is known: a release, or a whole table of some kind."""
    if not source.original:
        return source.copies
    table = said("a whole table, {kind}", kind=said(source.original))
    return said("; ").join(filter(None, (source.copies, table)))


def _reports_sheet(story: Story, number: Mapping[str, str], registries: Registries) -> Sheet:
    rows = tuple(
        (
            "*" if r.preferred else "",
            with_unit(figure_text(r), r.unit),
            r.printed,
            allowed_text(r.interval, r.unit),
            number[r.source],
            r.id,
        )
        for r in story.reports
    )
    headings = (
        *(Heading(""), Heading(said("Amount"), right=True), Heading(said("As printed"))),
        *(Heading(said("Allows")), Heading(said("Source"), right=True), Heading(said("Id"))),
    )
    remarks = _remarks(story, number, registries)
    return Sheet(_title(story.reports[0], registries), headings, rows, tuple(remarks))


def _remarks(story: Story, number: Mapping[str, str], registries: Registries) -> list[str]:
    choice = story.choice
    if choice.runner_up is None:
        remarks = [said("* the only report of this figure")]
    else:
        by_hand = registries.by_hand.get(choice.winner.id)
        decided = said("{reason}", reason=by_hand) if by_hand else said(choice.line)
        remarks = [said("* preferred to the next by this line of the rule: {line}", line=decided)]
    if story.disagreement:
        remarks.append(said("Why they differ: {reason}", reason=story.disagreement))
    for report in story.reports:
        cited = number[report.source]
        remarks += [
            said("on [{number}]: {remark}", number=cited, remark=remark)
            for remark in _remarks_on(report, registries)
        ]
    return list(dict.fromkeys(remarks))


def _remarks_on(report: Report, registries: Registries) -> Iterator[str]:
    if report.derivation:
        yield said("derived, not printed itself: {derivation}", derivation=report.derivation)
    if report.series:
        series = registries.series.get(report.series)
        name = one_of(series.name, series.name_zh) if series else report.series
        yield said("series: {series}", series=name)
    if report.basis:
        yield said("growth: {basis}", basis=said(report.basis))
    if report.status == "forecast":
        yield said("a forecast, not an outcome")
    if original := registries.sources[report.source].original:
        yield said("a whole table, copied: counts as {kind}", kind=said(original))
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
        *(Heading(said("What")), Heading(said("Result"), right=True)),
        *(Heading(said("Allows")), Heading(said("Formula"))),
    )
    legend = tuple(
        said("{what}: {text}", what=name, text=_operands(c, number)) for name, c in computations
    )
    return Sheet(said("Worked out from it, not printed by a source"), headings, rows, legend)


def _checks_sheet(checks: Sequence[Check], number: Mapping[str, str]) -> Sheet:
    rows = tuple(
        (
            said(check.kind),
            f"{figure_text(check.printed)} [{number[check.printed.source]}]",
            allowed_text(check.against.interval, check.against.unit),
            said(check.verdict),
        )
        for check in checks
    )
    headings = (
        *(Heading(said("Check")), Heading(said("Printed"), right=True)),
        *(Heading(said("Worked out")), Heading(said("Verdict"))),
    )
    legend = []
    for check in checks:
        kind, verdict = said(check.kind), said(check.verdict)
        if check.reason:
            legend.append(
                said("{check}, {verdict}: {why}", check=kind, verdict=verdict, why=check.reason)
            )
        worked_out = said("; ").join((check.against.formula, _operands(check.against, number)))
        legend.append(said("{what}: {text}", what=kind, text=worked_out))
    return Sheet(said("Cross-checks"), headings, rows, tuple(legend))


def _operands(computation: Computed, number: Mapping[str, str]) -> str:
    """a = 15.3 trillion CNY [1] gdp-high-tech-2021-…; b = …"""
    names = "abcdefghijklmnopqrstuvwxyz"
    return said("; ").join(
        f"{name} = {with_unit(figure_text(r), r.unit)} [{number[r.source]}] {r.id}"
        for name, r in zip(names, computation.operands, strict=False)
    )


def _title(report: Report, registries: Registries) -> str:
    figure, zone = metric_label(registries.metrics[report.metric]), registries.zones[report.zone]
    where = type_label(registries.zone_types[report.zone_type])
    if zone.kind != "all":
        where = said("{zone} ({type})", zone=zone_name(zone), type=where)
    if report.measure != "level":
        figure = said("{figure}, {measure}", figure=figure, measure=said(report.measure))
    when = time_text(report.period, report.year, report.month)
    return said("{figure}: {place}, {when}", figure=figure, place=where, when=when)
