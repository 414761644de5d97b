"""The sheets of `show`: a line a year with change and share, or a line a report."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from zonecli.answers.change_wording import percent_text
from zonecli.answers.checks import fits
from zonecli.answers.computed import Computation, Computed
from zonecli.answers.computed import growth as computed_growth
from zonecli.answers.computed import share as computed_share
from zonecli.answers.naming import measured, place, type_short, zone_name
from zonecli.answers.result import Heading, Sheet
from zonecli.answers.sparkline import course
from zonecli.answers.surroundings import Surroundings
from zonecli.answers.time_wording import month_text, within_year_text
from zonecli.answers.wording import DASH, figure_text, interval_text, marked, unit_text, with_unit
from zonecli.language import said, to_be_said
from zonecli.table.columns import CURRENCIES
from zonecli.table.registries import Registries
from zonecli.table.report import LineKey, Report

_LEGENDS = {
    "c": to_be_said(
        "c computed by zonecli from the levels; everything else as its source prints it"
    ),
    "!": to_be_said(
        "! another source or figure excludes it, beyond all rounding: zonecli conflicts"
    ),
    "s": to_be_said("s of another series than the line above, or of none: compare with care"),
    "r": to_be_said("r growth at constant prices"),
    "d": to_be_said("d derived: not printed itself, but implied by what the source prints"),
    "f": to_be_said("f forecast, not an outcome"),
}

_MISFIT, _BREAK, _REAL = " !", " s", " r"
_MOST_COLUMNS = 5


class Showing(NamedTuple):
    """What the sheets are made from: the reports shown, in order, and what is known around them.

    `disputed`: figures that another source or a cross-check excludes, beyond all rounding.
    """

    reports: Sequence[Report]
    registries: Registries
    around: Surroundings
    number: Mapping[str, str]  # of a source, in the list below the sheets
    computations: Sequence[Computation] = ()
    disputed: Container[object] = frozenset()
    chronological: bool = True


def figures_sheets(showing: Showing) -> list[Sheet]:
    """One line a year: a single column with change and share beside it, or a column each.

    What is too wide for that gets a sheet a metric; or, with computations, a line a figure.
    """
    lines = _lines(showing.reports)
    if len(lines) == 1:
        return [_single(showing)]
    if showing.computations:
        return [_below_each_other(showing)]
    if len(lines) <= _MOST_COLUMNS:
        return [_side_by_side(showing)]
    metrics = dict.fromkeys(report.metric for report in showing.reports)
    if len(metrics) == 1:
        return [
            _side_by_side(showing)
            if len(lines) <= 2 * _MOST_COLUMNS
            else _below_each_other(showing)
        ]
    return [
        sheet
        for metric in metrics
        for sheet in figures_sheets(
            showing._replace(reports=[r for r in showing.reports if r.metric == metric])
        )
    ]


def cited_reports(
    reports: Sequence[Report], around: Surroundings, computations: Sequence[Computation] = ()
) -> Iterator[Report]:
    """What the sheets of figures print: the reports, and behind each in a single column the growth
    and the share that a source prints of it."""
    lines = _lines(reports)
    alone = {line for line in lines if len(lines) == 1}
    if len(lines) > _MOST_COLUMNS and not computations:  # a sheet a metric
        metrics = [metric for metric, *_ in lines]
        alone = {line for line in lines if metrics.count(line[0]) == 1}
    for report in reports:
        yield report
        if report.line in alone and report.measure == "level":
            yield from filter(None, (around.printed(report, m) for m in ("growth", "share")))


def reports_sheet(showing: Showing) -> Sheet:
    """One line a report: the figure, how it is printed, whether preferred, its source and note."""
    reports, registries = showing.reports, showing.registries
    several = len(_lines(reports)) > 1
    rows = tuple(
        (
            *((_line_title(r.line, reports, registries),) if several else ()),
            month_text(r.period, r.year, r.month),
            _amount(r, showing, unit=True),
            r.printed,
            "*" if r.preferred else "",
            showing.number[r.source],
            r.note or "",
        )
        for r in reports
    )
    headings = (
        *((Heading(said("Figure")),) if several else ()),
        Heading(said("When")),
        Heading(said("Amount"), right=True),
        *(Heading(said("Printed")), Heading("*")),
        *(Heading(said("Source"), right=True), Heading(said("Note"))),
    )
    amounts = [row[1 + several : 2 + several] for row in rows]
    legend = (said("* preferred among the reports of its figure"), *_legend(amounts))
    return Sheet(_title(reports, registries), headings, rows, legend if reports else ())


def _single(showing: Showing) -> Sheet:
    reports, around, computations = showing.reports, showing.around, showing.computations
    first = reports[0]
    metric, is_level = showing.registries.metrics[first.metric], first.measure == "level"
    beside = {c.measure for c in computations}  # measures that get a computed column of their own
    growth, share = (
        [_printed_or_computed(around, r, measure, measure not in beside) for r in reports]
        if is_level
        else [None] * len(reports)
        for measure in ("growth", "share")
    )
    computed = [[c.of(around, r) for c in computations] for r in reports]
    has_growth = any(growth)
    breaks = _series_breaks(reports)
    rows = tuple(
        (
            month_text(r.period, r.year, r.month),
            _amount(r, showing) + (_BREAK if r.id in breaks else ""),
            *((_ratio_text(g, showing, signed=True),) if has_growth else ()),
            *((_ratio_text(s, showing, signed=False),) if any(share) else ()),
            *(_beside(around, r, c, x) for c, x in zip(computations, extra, strict=True)),
            _source_numbers((r, g, s), showing),
        )
        for r, g, s, extra in zip(reports, growth, share, computed, strict=True)
    )
    headings = (
        Heading(said("Year")),
        Heading(measured(metric, first.measure), right=True),
        *((Heading(said("Change"), right=True),) if has_growth else ()),
        *((Heading(said("Of China's total"), right=True),) if any(share) else ()),
        *(Heading(c.heading, right=True) for c in computations),
        Heading(said("Source"), right=True),
    )
    title, course_line = _title(reports, showing.registries), course(reports)
    return Sheet(title, headings, rows, _legend(rows), sparkline=course_line)


def _source_numbers(printed: Iterable[Report | Computed | None], showing: Showing) -> str:
    """The numbers of the sources of what is printed in a line: figure, change, share."""
    numbers = [showing.number[r.source] for r in printed if isinstance(r, Report)]
    return ",".join(dict.fromkeys(numbers))


def _printed_or_computed(
    around: Surroundings, report: Report, measure: str, computed_too: bool
) -> Report | Computed | None:
    """As a source prints it, else worked out where both sides are bounded: a bound alone says
    little beside a figure (`--growth` and `--share` show it)."""
    printed = around.printed(report, measure)
    if printed is not None or not computed_too:
        return printed
    worked_out = (computed_growth if measure == "growth" else computed_share)(around, report)
    return worked_out if worked_out is not None and worked_out.value is not None else None


def _beside(
    around: Surroundings, report: Report, computation: Computation, computed: Computed | None
) -> str:
    """A computed figure; with a mark where it does not fit the one that a source prints."""
    text = computed_text(computed, signed=computation.signed)
    printed = around.printed(report, computation.measure) if computation.measure else None
    return f"{text}{_MISFIT}" if fits(printed, computed) is False else text


def _side_by_side(showing: Showing) -> Sheet:
    reports, registries = showing.reports, showing.registries
    ordered = sorted(reports, key=lambda r: (r.year, r.month)) if showing.chronological else reports
    lines = _lines(reports)
    cells: dict[str, dict[LineKey, list[str]]] = {}
    for r in ordered:
        cell = f"{_amount(r, showing)}{_within_year(r)} [{showing.number[r.source]}]"
        cells.setdefault(_row_title(r), {}).setdefault(r.line, []).append(cell)
    rows = tuple(
        (when, *(" / ".join(row.get(line, [DASH])) for line in lines))
        for when, row in cells.items()
    )
    titles = (_line_title(line, reports, registries) for line in lines)
    headings = (Heading(said("Year")), *(Heading(title, right=True) for title in titles))
    return Sheet(_title(reports, registries), headings, rows, _legend(rows))


def _below_each_other(showing: Showing) -> Sheet:
    reports, registries, around = showing.reports, showing.registries, showing.around
    rows = tuple(
        (
            _line_title(r.line, reports, registries, with_unit=False),
            month_text(r.period, r.year, r.month),
            _amount(r, showing, unit=True),
            *(_beside(around, r, c, c.of(around, r)) for c in showing.computations),
            showing.number[r.source],
        )
        for r in reports
    )
    headings = (
        *(Heading(said("Figure")), Heading(said("Year")), Heading(said("Amount"), True)),
        *(Heading(c.heading, right=True) for c in showing.computations),
        Heading(said("Source"), True),
    )
    return Sheet(_title(reports, registries), headings, rows, _legend(rows))


def _amount(report: Report, showing: Showing, *, unit: bool = False) -> str:
    """The figure with its marks; with its unit where its column has several."""
    several = len(_units(report.line, showing.reports)) > 1
    text = figure_text(report)
    text = marked(with_unit(text, report.unit) if unit or several else text, report)
    return f"{text}{_MISFIT}" if report.figure in showing.disputed else text


def _series_breaks(reports: Sequence[Report]) -> set[str]:
    """The ids of reports whose series is another than that of the report shown before."""
    return {after.id for before, after in pairwise(reports) if before.series != after.series}


def _row_title(report: Report) -> str:
    """The line of the sheet that a report stands in; points within a year stand in the year's."""
    if report.period in ("year", "point"):
        return str(report.year)
    return month_text(report.period, report.year, report.month)


def _within_year(report: Report) -> str:
    within = within_year_text(report.period, report.month) if report.period == "point" else ""
    return f" ({within})" if within else ""


def _lines(reports: Sequence[Report]) -> list[LineKey]:
    return list(dict.fromkeys(report.line for report in reports))


def _units(line: LineKey, reports: Sequence[Report]) -> set[str]:
    return {r.unit for r in reports if r.line == line}


def _line_title(
    line: LineKey, reports: Sequence[Report], registries: Registries, *, with_unit: bool = True
) -> str:
    """What tells this column from the others: metric, zone type, zone, unit, if they differ."""
    metric, measure, zone_type, zone = line
    parts = []
    if len({(r.metric, r.measure) for r in reports}) > 1:
        parts.append(measured(registries.metrics[metric], measure))
    if len({r.zone_type for r in reports}) > 1:
        parts.append(type_short(registries.zone_types[zone_type]))
    if len({r.zone for r in reports}) > 1:
        parts.append(zone_name(registries.zones[zone]))
    units = _units(line, reports)
    unit = unit_text(next(iter(units))) if len(units) == 1 and with_unit else ""
    if unit and len({r.unit for r in reports}) > 1:
        return f"{said(', ').join(parts)} ({unit})"
    return said(", ").join(parts)


def _title(reports: Sequence[Report], registries: Registries) -> str:
    """What is shown, of which zones, in which unit: "GDP · national high-tech zones · CNY"."""
    if not reports:
        return ""
    labels = dict.fromkeys(measured(registries.metrics[r.metric], r.measure) for r in reports)
    places = dict.fromkeys(place(r, registries) for r in reports)
    units = {r.unit for r in reports}
    unit = unit_text(next(iter(units))) if len(units) == 1 else ""
    if units <= set(CURRENCIES) and unit and reports[0].measure == "level":
        unit = said("{currency}, current prices", currency=unit)
    where = (
        _enumerated(list(places)) if len(places) < 3 else said("{n} kinds of zones", n=len(places))
    )
    return " · ".join(filter(None, (_enumerated(list(labels)), where, unit)))


def _enumerated(items: Sequence[str], most: int = 3) -> str:
    if len(items) > most:
        first = said(", ").join(items[: most - 1])
        return said("{items} and {n} more", items=first, n=len(items) - most + 1)
    return said(" and ").join(filter(None, (said(", ").join(items[:-1]), items[-1])))


def _legend(rows: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The marks that stand in the cells, explained: single characters behind a blank."""
    found = {word for row in rows for cell in row for word in cell.split()[1:]}
    return tuple(said(text) for mark, text in _LEGENDS.items() if mark in found)


def _ratio_text(ratio: Report | Computed | None, showing: Showing, *, signed: bool) -> str:
    if isinstance(ratio, Report):
        text = _amount(ratio, showing) + (_REAL if signed and ratio.basis == "real" else "")
        return f"+{text}" if signed and text[:1].isdigit() else text
    return computed_text(ratio, signed=signed)


def computed_text(computed: Computed | None, *, signed: bool = False) -> str:
    """A computed figure with its mark, as many digits as it allows; a dash where there is none."""
    if computed is None:
        return DASH
    if signed:
        return f"{percent_text(computed.interval, computed.value)} c"
    return f"{interval_text(computed.interval, computed.unit, computed.value)} c"
