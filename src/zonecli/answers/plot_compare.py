"""`plot --compare`: the figures of two years beside each other, as a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zonecli.answers.chart import PAIR, Chart, Line, Panel, Stroke
from zonecli.answers.chart_points import axis_for, joint, point_of
from zonecli.answers.chart_words import chart_title, line_name, source_line, subtitle
from zonecli.answers.choosing import in_measures, unique
from zonecli.answers.compare import CompareRequest, answer_of, comparisons, foreseen
from zonecli.answers.compare_sheet import change_text
from zonecli.answers.comparison import Comparison
from zonecli.answers.naming import measured, place
from zonecli.language import said
from zonecli.table.registries import Metric, Registries
from zonecli.table.report import Report
from zonecli.table.table import Table


def plot_comparison(table: Table, request: CompareRequest) -> Chart:
    """A panel for each metric and unit, and in it a line for each zone type and zone. Of a metric
    with several measures the first that is known, unless they are named. Raises UsageError as
    `compare` does."""
    table = foreseen(table, request)
    every = comparisons(table, request)
    firsts = in_measures([c.before for c in every], request.scope.measures)
    wanted = {report.id for report in firsts}
    shown = [c for c in every if c.before.id in wanted]
    reports = [report for c in shown for report in (c.before, c.after)]
    registries = table.registries
    answer = answer_of(table, request, every)
    panels = tuple(_panels(shown, reports, registries))
    return Chart(
        title=chart_title(unique(panel.title for panel in panels)),
        subtitle=subtitle(reports, registries),
        panels=panels,
        source=source_line(reports, registries),
        table=answer._replace(notes=(*_warnings(shown, registries), *answer.notes)),
        years=(request.from_year, request.to_year),
    )


def _panels(
    shown: Sequence[Comparison], reports: Sequence[Report], registries: Registries
) -> Iterator[Panel]:
    for key in unique(map(_panel_key, shown)):
        own = [c for c in shown if _panel_key(c) == key]
        metric = registries.metrics[key[0]]
        lines = tuple(_line(c, metric, line_name(c.before, reports, registries)) for c in own)
        points = [point for line in lines for point in line.points]
        axis = axis_for(points, key[2], from_zero=True)
        yield Panel(measured(metric, key[1]), axis.unit, PAIR, axis, lines)


def _line(comparison: Comparison, metric: Metric, name: str) -> Line:
    before, after = comparison.before, comparison.after
    points = tuple(point_of(r, is_disputed=r in comparison.disputed) for r in (before, after))
    stroke = Stroke(0, 1, joint(before, after, metric))
    return Line(name, points, (stroke,), change_text(comparison))


def _panel_key(comparison: Comparison) -> tuple[str, str, str]:
    report = comparison.before
    return (report.metric, report.measure, report.unit)


def _warnings(shown: Sequence[Comparison], registries: Registries) -> tuple[str, ...]:
    """Why the two years may not be comparable: metric, zones, and all that is known against it."""
    return tuple(
        said(
            "{figure}, {place}: {warnings}.",
            figure=measured(registries.metrics[c.before.metric], c.before.measure),
            place=place(c.before, registries),
            warnings=said("; ").join(c.warnings),
        )
        for c in shown
        if c.warnings
    )
