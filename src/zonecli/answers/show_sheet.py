"""The sheets of `show`: which reports share one, and how they stand in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from zonecli.answers.checks import fits
from zonecli.answers.computations import Computation
from zonecli.answers.computed import Computed
from zonecli.answers.computed import growth as computed_growth
from zonecli.answers.computed import share as computed_share
from zonecli.answers.disputes import Conflict
from zonecli.answers.naming import measured
from zonecli.answers.result import Heading, Sheet, by_columns
from zonecli.answers.show_words import (
    BREAK,
    MISFIT,
    REAL,
    computed_text,
    legend,
    line_title,
    title,
    units_of,
)
from zonecli.answers.sparkline import course
from zonecli.answers.surroundings import Surroundings
from zonecli.answers.time_wording import month_text, within_year_text
from zonecli.answers.wording import DASH, figure_text, marked, with_unit
from zonecli.language import said
from zonecli.table.registries import Registries
from zonecli.table.report import FigureKey, LineKey, Report

_MOST_COLUMNS = 5

_Column = tuple[Heading, Sequence[str]]


class Part(NamedTuple):
    """Reports that share a sheet, in order, and what lays them out."""

    reports: Sequence[Report]
    layout: "Callable[[Showing], Sheet]"


class Showing(NamedTuple):
    """What the sheets are made from: the reports shown, in order, and what is known around them.

    `number`: of a source, in the list below the sheets; `computed`: by the id of a report, what
    each of the computations makes of it; `disputed`: figures that another source or a cross-check
    excludes, beyond all rounding.
    """

    reports: Sequence[Report]
    parts: Sequence[Part]
    registries: Registries
    around: Surroundings
    number: Mapping[str, str]
    computations: Sequence[Computation]
    computed: Mapping[str, Sequence[Computed | None]]
    disputed: Mapping[FigureKey, Conflict]
    chronological: bool


def listed(reports: Sequence[Report]) -> list[Part]:
    """All reports in one sheet, a line each."""
    return [Part(reports, _list)]


def parts_of(reports: Sequence[Report], computations: Sequence[Computation] = ()) -> list[Part]:
    """One line a year: a single column with change and share beside it, or a column each.

    What is too wide for that gets a sheet a metric; or, with computations, a line a figure.
    """
    lines = _lines(reports)
    if len(lines) == 1:
        return [Part(reports, _single)]
    if computations:
        return [Part(reports, _below_each_other)]
    if len(lines) <= _MOST_COLUMNS:
        return [Part(reports, _side_by_side)]
    metrics = dict.fromkeys(report.metric for report in reports)
    if len(metrics) == 1:
        wide = len(lines) > 2 * _MOST_COLUMNS
        return [Part(reports, _below_each_other if wide else _side_by_side)]
    own = ([r for r in reports if r.metric == metric] for metric in metrics)
    return [part for some in own for part in parts_of(some)]


def cited_reports(
    reports: Iterable[Report], parts: Iterable[Part], around: Surroundings
) -> Iterator[Report]:
    """What the sheets print: the reports, and behind each in a single column the growth and the
    share that a source prints of it."""
    alone = {report.id for part in parts if part.layout is _single for report in part.reports}
    for report in reports:
        yield report
        if report.id in alone and report.measure == "level":
            yield from filter(None, (around.printed(report, m) for m in ("growth", "share")))


def sheets_of(showing: Showing) -> list[Sheet]:
    """The sheets, each with its part of the reports."""
    return [part.layout(showing._replace(reports=part.reports)) for part in showing.parts]


def _list(showing: Showing) -> Sheet:
    """One line a report: the figure, how it is printed, whether preferred, its source and note."""
    reports, registries = showing.reports, showing.registries
    several = len(_lines(reports)) > 1
    titles = [line_title(r.line, reports, registries) for r in reports] if several else []
    amounts = [_amount(r, showing, unit=True) for r in reports]
    headings, rows = by_columns(
        (
            *(((Heading(said("Figure")), titles),) if several else ()),
            (Heading(said("When")), _times(reports)),
            (Heading(said("Amount"), right=True), amounts),
            (Heading(said("Printed")), [r.printed for r in reports]),
            (Heading("*"), ["*" if r.preferred else "" for r in reports]),
            (Heading(said("Source"), right=True), [showing.number[r.source] for r in reports]),
            (Heading(said("Note")), [r.note or "" for r in reports]),
        )
    )
    marks = (said("* preferred among the reports of its figure"), *legend(amounts))
    return Sheet(title(reports, registries), headings, rows, marks if reports else ())


def _single(showing: Showing) -> Sheet:
    """One line a year of one line of figures, with change and share: printed, else worked out."""
    reports, first = showing.reports, showing.reports[0]
    label = measured(showing.registries.metrics[first.metric], first.measure)
    breaks = _series_breaks(reports)
    amounts = [_amount(r, showing) + breaks[r.id] for r in reports]
    growth, share = _ratios(showing, "growth"), _ratios(showing, "share")
    changes = [_ratio_text(one, showing, signed=True) for one in growth]
    shares = [_ratio_text(one, showing, signed=False) for one in share]
    cited = [_numbers(one, showing) for one in zip(reports, growth, share, strict=True)]
    columns: list[_Column] = [
        (Heading(said("Year")), _times(reports)),
        (Heading(label, right=True), amounts),
        *(((Heading(said("Change"), right=True), changes),) if any(growth) else ()),
        *(((Heading(said("Of China's total"), right=True), shares),) if any(share) else ()),
        *_computed_columns(showing),
        (Heading(said("Source"), right=True), cited),
    ]
    return _marked_sheet(showing, columns)._replace(sparkline=course(reports))


def _side_by_side(showing: Showing) -> Sheet:
    """One line a year, and a column for each line of figures."""
    reports, registries = showing.reports, showing.registries
    ordered = sorted(reports, key=lambda r: (r.year, r.month)) if showing.chronological else reports
    breaks = _series_breaks(ordered)
    cells: dict[str, dict[LineKey, list[str]]] = {}
    for r in ordered:
        amount = _amount(r, showing) + breaks[r.id]
        cell = f"{amount}{_within_year(r)} [{showing.number[r.source]}]"
        cells.setdefault(_row_title(r), {}).setdefault(r.line, []).append(cell)
    columns: list[_Column] = [(Heading(said("Year")), list(cells))]
    for line in _lines(reports):
        heading = Heading(line_title(line, reports, registries), right=True)
        columns.append((heading, [" / ".join(row.get(line, [DASH])) for row in cells.values()]))
    return _marked_sheet(showing, columns)


def _below_each_other(showing: Showing) -> Sheet:
    """One line a figure, with what is worked out beside it."""
    reports, registries = showing.reports, showing.registries
    titles = [line_title(r.line, reports, registries, with_unit=False) for r in reports]
    breaks = _series_breaks(reports)
    amounts = [_amount(r, showing, unit=True) + breaks[r.id] for r in reports]
    columns: list[_Column] = [
        (Heading(said("Figure")), titles),
        (Heading(said("Year")), _times(reports)),
        (Heading(said("Amount"), right=True), amounts),
        *_computed_columns(showing),
        (Heading(said("Source"), right=True), [showing.number[r.source] for r in reports]),
    ]
    return _marked_sheet(showing, columns)


def _marked_sheet(showing: Showing, columns: Iterable[_Column]) -> Sheet:
    headings, rows = by_columns(columns)
    marks = legend(cell for row in rows for cell in row)
    return Sheet(title(showing.reports, showing.registries), headings, rows, marks)


def _computed_columns(showing: Showing) -> Iterator[_Column]:
    """What is worked out; with a mark where it does not fit what a source prints."""
    for place, computation in enumerate(showing.computations):
        cells = []
        for report in showing.reports:
            computed, measure = showing.computed[report.id][place], computation.measure
            printed = showing.around.printed(report, measure) if measure else None
            mark = MISFIT if fits(printed, computed) is False else ""
            cells.append(computed_text(computed, signed=computation.signed) + mark)
        yield Heading(computation.heading, right=True), cells


def _ratios(showing: Showing, measure: str) -> list[Report | Computed | None]:
    """Growth or share of each level: as a source prints it, else worked out, unless a column of
    its own has that, where both sides are bounded: a bound alone says little beside a figure
    (`--growth` and `--share` show it)."""
    work = computed_growth if measure == "growth" else computed_share
    printed_alone = any(c.measure == measure for c in showing.computations)
    ratios: list[Report | Computed | None] = []
    for report in showing.reports:
        is_level = report.measure == "level"
        printed = showing.around.printed(report, measure) if is_level else None
        worked_out = None
        if is_level and printed is None and not printed_alone:
            worked_out = work(showing.around, report)
        bounded = worked_out is not None and worked_out.value is not None
        ratios.append(worked_out if bounded else printed)
    return ratios


def _ratio_text(ratio: Report | Computed | None, showing: Showing, *, signed: bool) -> str:
    if isinstance(ratio, Report):
        text = _amount(ratio, showing) + (REAL if signed and ratio.basis == "real" else "")
        return f"+{text}" if signed and text[:1].isdigit() else text
    return computed_text(ratio, signed=signed)


def _numbers(printed: Iterable[Report | Computed | None], showing: Showing) -> str:
    """The numbers of the sources of what is printed in a line: figure, change, share."""
    numbers = [showing.number[r.source] for r in printed if isinstance(r, Report)]
    return ",".join(dict.fromkeys(numbers))


def _amount(report: Report, showing: Showing, *, unit: bool = False) -> str:
    """The figure with its marks; with its unit where its column has several."""
    several = len(units_of(report.line, showing.reports)) > 1
    text = figure_text(report)
    text = marked(with_unit(text, report.unit) if unit or several else text, report)
    return f"{text}{MISFIT}" if report.figure in showing.disputed else text


def _series_breaks(reports: Iterable[Report]) -> dict[str, str]:
    """By the id of a report, the mark of one whose series is another than that of the report of
    its metric and zones that is shown before; empty for others."""
    shown: dict[LineKey, Report] = {}
    marks = {}
    for report in reports:
        before = shown.setdefault(report.line, report)
        marks[report.id] = BREAK if before.series != report.series else ""
        shown[report.line] = report
    return marks


def _times(reports: Iterable[Report]) -> list[str]:
    return [month_text(r.period, r.year, r.month) for r in reports]


def _row_title(report: Report) -> str:
    """The line of the sheet that a report stands in; points within a year stand in the year's."""
    if report.period in ("year", "point"):
        return str(report.year)
    return month_text(report.period, report.year, report.month)


def _within_year(report: Report) -> str:
    within = within_year_text(report.period, report.month) if report.period == "point" else ""
    return f" ({within})" if within else ""


def _lines(reports: Iterable[Report]) -> list[LineKey]:
    return list(dict.fromkeys(report.line for report in reports))
