"""`plot`: the figures of `show` over the years, as a chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from zonecli.answers.axis import Axis, amount_axis, rank_axis
from zonecli.answers.change_wording import percent_text
from zonecli.answers.chart import (
    BAR,
    BREAK,
    COMPUTED,
    DERIVED,
    DISPUTED,
    FORECAST,
    LINE,
    LOOSE,
    OVER,
    PART,
    SAME,
    UNDER,
    Chart,
    Line,
    Panel,
    Point,
    Stroke,
)
from zonecli.answers.chart_words import chart_title, line_name, source_line, subtitle
from zonecli.answers.choosing import unique
from zonecli.answers.computed import Computation
from zonecli.answers.conflicts import disputed
from zonecli.answers.naming import measured
from zonecli.answers.show import ShowRequest, show
from zonecli.answers.surroundings import neighbourhood
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import figure_text, interval_text
from zonecli.errors import UsageError
from zonecli.language import said
from zonecli.stats.interval import Interval
from zonecli.table.columns import COLUMN_NAMES
from zonecli.table.registries import Metric
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

MOST_LINES = 7  # of one panel: more colours cannot be told apart
_PARTS = ("ytd", "month")
_YEAR_LEFT = 0.45  # how far from the mark of its year January may stand


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
    metrics = [metric for c in request.figures.computations for metric in c.metrics]
    table = table.foreseen([neighbourhood(request.figures.scope, table.registries, metrics)])
    answer = show(table, request.figures)
    reports = [Report(*(row[name] for name in COLUMN_NAMES)) for row in answer.rows]
    figures = list(_figures(table, reports, answer.rows, request.figures.computations))
    operands = _operands(table, answer.rows, request.figures.computations)
    drawn = [figure.report for figure in figures]
    registries = table.registries
    panels = tuple(_panels(table, figures, request.kind))
    measures = unique(measured(registries.metrics[r.metric], r.measure) for r in drawn)
    return Chart(
        title=chart_title([p.title for p in panels] if len(panels) == 1 else measures),
        subtitle=subtitle(drawn, registries, as_printed=not request.figures.computations),
        panels=panels,
        source=source_line([*drawn, *operands], registries),
        table=answer,
    )


def mark_of(report: Report) -> tuple[str, ...]:
    """What a reader must know of a report: OVER, UNDER, DERIVED, FORECAST, PART."""
    marks = bound_of(report.interval)
    marks += (DERIVED,) if report.status == "derived" else ()
    marks += (FORECAST,) if report.status == "forecast" else ()
    return marks + ((PART,) if report.period in _PARTS else ())


def bound_of(interval: Interval) -> tuple[str, ...]:
    """OVER or UNDER where an interval is no more than a bound; none where both ends are known."""
    low, high = interval.ends()
    if high is None:
        return (OVER,)
    return (UNDER,) if low is None or low == 0 < high else ()


def point_of(report: Report, *, is_disputed: bool) -> Point:
    """A report as a point."""
    return Point(
        at=_time_of(report),
        when=month_text(report.period, report.year, report.month),
        value=report.value,
        low=report.low,
        high=report.high,
        text=figure_text(report),
        marks=mark_of(report) + ((DISPUTED,) if is_disputed else ()),
    )


def joint(before: Report, after: Report, metric: Metric) -> str:
    """How two neighbours may be joined: SAME, LOOSE or BREAK."""
    broken = metric.share_break.get(after.zone_type, after.year + 1)
    if (before.series, before.basis) != (after.series, after.basis):
        return BREAK
    if before.year < broken <= after.year:
        return BREAK
    return SAME if before.series or before.source == after.source else LOOSE


def axis_for(points: Iterable[Point], unit: str, *, from_zero: bool) -> Axis:
    """The axis that holds these points, whiskers included."""
    values = [v for p in points for v in (p.value, p.low, p.high) if v is not None]
    return rank_axis(values) if unit == "rank" else amount_axis(values, unit, from_zero=from_zero)


def _time_of(report: Report) -> float:
    month = 12 if report.period == "year" else report.month
    return report.year - _YEAR_LEFT * (12 - month) / 12


def _figures(
    table: Table,
    reports: Sequence[Report],
    rows: Sequence[Mapping[str, Any]],
    computations: Sequence[Computation],
) -> Iterator[_Figure]:
    if not computations:
        conflicts = disputed(table, reports)
        for report in reports:
            told = point_of(report, is_disputed=report.figure in conflicts)
            yield _Figure(report, told, report.unit)
        return
    for computation in computations:
        for report, row in zip(reports, rows, strict=True):
            if point := _computed_point(report, row, computation):
                unit = row[f"{computation.name}_unit"]
                yield _Figure(report, point, unit, computation)


def _computed_point(
    report: Report, row: Mapping[str, Any], computation: Computation
) -> Point | None:
    """What is worked out from a report; null where nothing can be, or nothing bounds it."""
    name = computation.name
    value, low, high = (row[key] for key in (name, f"{name}_low", f"{name}_high"))
    if row[f"{name}_unit"] is None or (low is None and high is None):
        return None
    interval = Interval.of(low, high)
    bound = bound_of(interval)
    if value is None:
        value = low if bound == (OVER,) else high if bound else (low + high) / 2
    text = (
        percent_text(interval, row[name])
        if computation.signed
        else interval_text(interval, row[f"{name}_unit"], row[name])
    )
    marks = (*bound, *(m for m in mark_of(report) if m not in (OVER, UNDER)), COMPUTED)
    when = month_text(report.period, report.year, report.month)
    return Point(_time_of(report), when, value, low, high, text, marks)


def _operands(
    table: Table, rows: Sequence[Mapping[str, Any]], computations: Sequence[Computation]
) -> list[Report]:
    """What computations are worked out from, beside the reports themselves."""
    cells = (row[f"{c.name}_operands"] for c in computations for row in rows)
    ids = unique(name for cell in cells if cell for name in cell.split())
    return list(table.select(Filter(ids=ids, only_preferred=False))) if ids else []


def _panels(table: Table, figures: Sequence[_Figure], kind: str | None) -> Iterator[Panel]:
    """A panel for each metric, measure, unit and computation, in the order asked for; where it has
    too many lines to be told apart, several."""
    registries = table.registries
    for key in unique(map(_panel_key, figures)):
        own = [figure for figure in figures if _panel_key(figure) == key]
        metric = registries.metrics[own[0].report.metric]
        title = measured(metric, own[0].report.measure)
        if own[0].computation is not None:
            title = said("{metric}: {computed}", metric=title, computed=own[0].computation.heading)
        drawn = _kind(own, kind)
        axis = axis_for((f.point for f in own), own[0].unit, from_zero=drawn == BAR)
        lines = tuple(_lines(own, metric, [f.report for f in figures], table))
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
    figures: Sequence[_Figure], metric: Metric, shown: Sequence[Report], table: Table
) -> Iterator[Line]:
    for key in unique(_line_key(figure.report) for figure in figures):
        own = [figure for figure in figures if _line_key(figure.report) == key]
        own.sort(key=lambda figure: figure.point.at)
        points = tuple(figure.point for figure in own)
        reports = [figure.report for figure in own]
        name = line_name(reports[0], shown, table.registries)
        yield Line(name, points, tuple(_strokes(reports, metric)))


def _line_key(report: Report) -> tuple[str, str]:
    return (report.zone_type, report.zone)


def _strokes(reports: Sequence[Report], metric: Metric) -> Iterator[Stroke]:
    """Between the figures of one year and the next over the same part of it. Over a gap there is
    none, but a BREAK is told there too."""
    last: dict[object, int] = {}
    for place, report in enumerate(reports):
        part = (report.period, report.month if report.period in _PARTS else 0)
        before = last.get(part)
        if before is not None:
            kind = joint(reports[before], report, metric)
            if kind == BREAK or report.year - reports[before].year == 1:
                yield Stroke(before, place, kind)
        last[part] = place
