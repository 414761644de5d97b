"""`explain`: where a number comes from, down to the addresses of its sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zonecli.answers.choosing import Scope, in_scope, types_of, unique
from zonecli.answers.computations import Computation
from zonecli.answers.computed import Computed
from zonecli.answers.explain_sheet import copied, explanation_sheets, sources_sheet
from zonecli.answers.nearest import missing_notes
from zonecli.answers.result import Column, Result, Sheet, cited_sources, numbered
from zonecli.answers.story import Story, story_of
from zonecli.errors import UnknownNameError, UsageError
from zonecli.language import said
from zonecli.stats.interval import Interval
from zonecli.table import names
from zonecli.table.preference import Choice
from zonecli.table.registries import Source
from zonecli.table.report import FigureKey, Report
from zonecli.table.table import Filter, Table

_COLUMNS = (
    Column("step", "report, derivation, computation or check"),
    Column("what", "id of the report; what is worked out; what is checked"),
    Column("value", "value in the unit, unscaled; null: only a bound"),
    Column("low", "least value that digits and hedges allow; null: unbounded"),
    Column("high", "greatest value that they allow; null: unbounded"),
    Column("unit", "unit of the three"),
    Column("qualifier", "hedge of a report; null otherwise"),
    Column("printed", "the number as the source prints it; null: worked out"),
    Column("formula", "how it is worked out; null for a printed one"),
    Column("operands", "ids of the reports that go in, separated by blanks; null: none"),
    Column(
        "verdict",
        "of a check: fits, does not fit, cannot tell; preferred for that report",
    ),
    Column(
        "reason",
        "why: the line of the rule that decided, a doubt, the note of the report",
    ),
    Column("source", "key into the sources; null: worked out"),
    Column("source_url", "address of the source; null: worked out"),
    Column("source_seen", "full or excerpt: how much of the source was read; null: worked out"),
    Column("source_copies", "what the source copies; null: nothing known, or worked out"),
)


def explain_id(table: Table, report_id: str) -> Result:
    """Explains the figure that a report tells. Raises UnknownNameError for no such report."""
    report = next(table.select(Filter(ids=(report_id,), only_preferred=False)), None)
    if report is None:
        from difflib import get_close_matches

        every = () if table.is_large else table.reports
        near = get_close_matches(report_id, [r.id for r in every], n=1, cutoff=0.8)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        raise UnknownNameError(f"No report '{report_id}'.{hint}")
    query = {"command": "explain", "id": report_id}
    return _told(table, [report.figure], query, ())


def refuse_metric_without_year(table: Table, word: str) -> None:
    """Raises UsageError where `word` is a metric's name: its figures need a year."""
    try:
        metric = names.metric_id(word, table.registries)
    except UnknownNameError:
        return
    raise UsageError(f"Name the year too: zonecli explain {metric} --type T --year Y.")


def explain(table: Table, scope: Scope, year: int, wanted: Sequence[Computation] = ()) -> Result:
    """Explains the figures of a metric, zone type and year that `show` would print.

    `wanted`: what else is to be worked out from each.
    """
    query = {
        "command": "explain",
        "metric": scope.metrics[0],
        "types": list(scope.zone_types),
        "zones": list(scope.zones),
        "measures": list(scope.measures),
        "period": scope.period,
        "year": year,
    }
    asked = Filter(
        metrics=scope.metrics,
        zone_types=types_of(scope, table.registries),
        zones=scope.zones,
        first_year=year,
        last_year=year,
    )
    shown = in_scope(list(table.select(asked)), scope, table.registries)
    notes = missing_notes(table, scope, shown, (year, year))
    return _told(table, [report.figure for report in shown], query, notes, wanted)


def _told(
    table: Table,
    figures: Sequence[FigureKey],
    query: dict[str, Any],
    notes: tuple[str, ...],
    wanted: Sequence[Computation] = (),
) -> Result:
    registries = table.registries
    stories = [story_of(table, figure, wanted) for figure in unique(figures)]
    sources = cited_sources((r for story in stories for r in story.cited()), registries)
    rows = [row for story in stories for row in _rows(story)]
    for row in rows:
        row.update(_source_cells(registries.sources[row["source"]]) if row["source"] else {})
    number = numbered(sources)
    sheets = [sheet for story in stories for sheet in explanation_sheets(story, number, registries)]
    first, *further = [*sheets, sources_sheet(sources)] if sheets else [Sheet("", (), ())]
    return Result(
        query=query,
        columns=_COLUMNS,
        rows=tuple(rows),
        sheet=first,
        further=tuple(further),
        notes=notes,
        sources=sources,
        dataset=registries.dataset,
    )


def _source_cells(source: Source) -> dict[str, Any]:
    return {
        "source_url": source.url,
        "source_seen": source.seen,
        "source_copies": copied(source) or None,
    }


def _rows(story: Story) -> Iterator[dict[str, Any]]:
    for report in story.reports:
        yield _report_row(report, story.choice)
        if report.derivation:
            yield {
                **_empty("derivation", report.id),
                **_amount(report.value, report.interval, report.unit),
                "formula": report.derivation,
                "source": report.source,
            }
    for name, computation in story.computations:
        yield _computed_row("computation", name, computation)
    for check in story.checks:
        yield {
            **_computed_row("check", check.kind, check.against),
            "printed": check.printed.printed,
            "verdict": check.verdict,
            "reason": check.reason or None,
            "source": check.printed.source,
        }


def _report_row(report: Report, choice: Choice) -> dict[str, Any]:
    chosen = said("preferred: {line}", line=said(choice.line)) if report.preferred else None
    return {
        **_empty("report", report.id),
        **_amount(report.value, report.interval, report.unit),
        "qualifier": report.qualifier,
        "printed": report.printed,
        "verdict": "preferred" if report.preferred else None,
        "reason": said("; ").join(filter(None, (chosen, report.note))) or None,
        "source": report.source,
    }


def _computed_row(step: str, what: str, computation: Computed) -> dict[str, Any]:
    return {
        **_empty(step, what),
        **_amount(computation.value, computation.interval, computation.unit),
        "formula": computation.formula,
        "operands": " ".join(report.id for report in computation.operands),
    }


def _amount(value: float | None, interval: Interval, unit: str) -> dict[str, Any]:
    low, high = interval.ends()
    return {"value": value, "low": low, "high": high, "unit": unit}


def _empty(step: str, what: str) -> dict[str, Any]:
    return {**dict.fromkeys(column.name for column in _COLUMNS), "step": step, "what": what}
