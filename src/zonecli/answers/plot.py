"""`plot`: the figures of `show` over the years, as a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zonecli.answers.chart import BAR, LINE, Chart, Line, Panel, Point
from zonecli.answers.chart_points import axis_for, computed_point, point_of, strokes_of
from zonecli.answers.chart_words import chart_title, line_name, source_line, subtitle
from zonecli.answers.choosing import unique
from zonecli.answers.computations import Computation
from zonecli.answers.naming import measured
from zonecli.answers.show import ShowRequest, answer_of, shown
from zonecli.answers.show_sheet import Showing
from zonecli.errors import UsageError
from zonecli.language import said
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Table

MOST_LINES = 7  # of one panel: more colours cannot be told apart


class PlotRequest(NamedTuple):
    """What `plot` is asked: the figures, as `show` is, and LINE or BAR; null: as it fits them."""

    figures: ShowRequest
    kind: str | None = None


class _Figure(NamedTuple):
    """A report and what is drawn of it: itself, or one thing that is worked out from it."""

    report: Report
    point: Point
    unit: str
    computation: Computation | None = None


def plot(table: Table, request: PlotRequest) -> Chart:
    """The chart of the figures that `show` answers with. Computations are drawn in place of what
    they are worked out from. Without figures it has no panels."""
    if request.figures.every_report:
        raise UsageError(said("A chart draws one report of each figure: --reports goes with show."))
    found = shown(table, request.figures)
    showing, registries = found.showing, table.registries
    figures = list(_figures(showing))
    drawn = [figure.report for figure in figures]
    panels = tuple(_panels(figures, request.kind, registries))
    measures = unique(measured(registries.metrics[r.metric], r.measure) for r in drawn)
    return Chart(
        title=chart_title([p.title for p in panels] if len(panels) == 1 else measures),
        subtitle=subtitle(drawn, registries, as_printed=not showing.computations),
        panels=panels,
        source=source_line([*drawn, *_operands(showing)], registries),
        table=answer_of(found, request.figures),
    )


def _figures(showing: Showing) -> Iterator[_Figure]:
    if not showing.computations:
        for report in showing.reports:
            plain = point_of(report, is_disputed=report.figure in showing.disputed)
            yield _Figure(report, plain, report.unit)
        return
    for place, computation in enumerate(showing.computations):
        for report in showing.reports:
            computed = showing.computed[report.id][place]
            if computed and (point := computed_point(report, computed, signed=computation.signed)):
                yield _Figure(report, point, computed.unit, computation)


def _operands(showing: Showing) -> list[Report]:
    """What computations are worked out from, each once, in the order of the table."""
    every = (showing.computed[report.id] for report in showing.reports)
    operands = {r.id: r for of_one in every for c in of_one if c for r in c.operands}
    return sorted(operands.values(), key=lambda r: (r.line, r.year, r.month))


def _panels(
    figures: Sequence[_Figure], kind: str | None, registries: Registries
) -> Iterator[Panel]:
    """A panel for each metric, measure, unit and computation, in the order asked for; where it has
    too many lines to be told apart, several."""
    for key in unique(map(_panel_key, figures)):
        own = [figure for figure in figures if _panel_key(figure) == key]
        metric = registries.metrics[own[0].report.metric]
        title = measured(metric, own[0].report.measure)
        if own[0].computation is not None:
            title = said("{metric}: {computed}", metric=title, computed=own[0].computation.heading)
        drawn = _kind(own, kind)
        axis = axis_for((f.point for f in own), own[0].unit, from_zero=drawn == BAR)
        lines = tuple(_lines(own, [f.report for f in figures], registries))
        for first in range(0, len(lines), MOST_LINES):
            yield Panel(title, axis.unit, drawn, axis, lines[first : first + MOST_LINES])


def _panel_key(figure: _Figure) -> tuple[str, str, str, str]:
    name = figure.computation.name if figure.computation else ""
    return (figure.report.metric, figure.report.measure, figure.unit, name)


def _kind(figures: Sequence[_Figure], wanted: str | None) -> str:
    """Ranks are never bars: the best would be the shortest. Changes of a line are; so is what is
    known of one year alone."""
    first = figures[0]
    if first.unit == "rank":
        return LINE
    if wanted is not None:
        return wanted
    is_change = first.report.measure == "growth" or (
        first.computation is not None and first.computation.signed
    )
    one_line = len({_line_key(f.report) for f in figures}) == 1
    one_year = len({f.report.year for f in figures}) == 1
    return BAR if (is_change and one_line) or one_year else LINE


def _lines(
    figures: Sequence[_Figure], drawn: Sequence[Report], registries: Registries
) -> Iterator[Line]:
    """The lines of a panel; `drawn` are all reports of the chart, from which each is told apart."""
    for key in unique(_line_key(figure.report) for figure in figures):
        own = [figure for figure in figures if _line_key(figure.report) == key]
        own.sort(key=lambda figure: figure.point.at)
        points = tuple(figure.point for figure in own)
        reports = [figure.report for figure in own]
        name = line_name(reports[0], drawn, registries)
        yield Line(name, points, tuple(strokes_of(reports, registries.metrics[reports[0].metric])))


def _line_key(report: Report) -> tuple[str, str]:
    return (report.zone_type, report.zone)
