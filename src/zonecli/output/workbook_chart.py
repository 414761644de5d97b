"""The native charts of a workbook: a line a series over the years, one chart a metric and unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from zonecli.answers.result import Result
from zonecli.answers.wording import unit_text
from zonecli.errors import UsageError
from zonecli.language import in_chinese, said, to_be_said
from zonecli.output.cells import one_line
from zonecli.output.workbook_numbers import number_format

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_SCALES = ((1e12, ",,,,", "trillion"), (1e9, ",,,", "billion"), (1e6, ",,", "million"))
_CHINESE_SCALES = ((1e12, ",,,,", "万亿"),)  # a number format cannot count in 亿 or 万
_HEIGHT = 22  # rows that a chart covers
_WIDTH, _HEAD = 24, 48  # characters of a column of numbers, points of its heading of three lines
_BOUNDS = to_be_said(
    "A figure that is only a bound (over, under) is drawn at its bound; a gap: no figure."
)

Row = Mapping[str, Any]


class Line(NamedTuple):
    """What one line of a chart is of."""

    metric: str
    measure: str
    unit: str
    zone_type: str
    zone: str


class Names(NamedTuple):
    """What a line is called: what is measured, and of which zones."""

    what: str
    where: str


class Block(NamedTuple):
    """Where the numbers stand: the line of their headings, and the years below it."""

    top: int
    years: range


def add_chart(workbook: Workbook, result: Result) -> None:
    """Adds a sheet `chart`, where the numbers stand below what is drawn from them. Raises
    UsageError for an answer that has no figures by year."""
    rows = [row for row in result.rows if _drawn(row)]
    if not rows:
        raise UsageError(said("--chart needs figures of full years or year-ends: there are none."))
    lines = list(dict.fromkeys(_line(row) for row in rows))
    names = {line: _names(line, result) for line in lines}
    years = range(min(row["year"] for row in rows), max(row["year"] for row in rows) + 1)
    groups = list(dict.fromkeys(line[:3] for line in lines))
    at = Block(_HEIGHT * len(groups) + 2, years)
    sheet = workbook.add_worksheet(said("chart"))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.write_string(at.top - 1, 0, said(_BOUNDS))
    for place, group in enumerate(groups):
        own = [row for row in rows if _line(row)[:3] == group]
        chart: Any = workbook.add_chart({"type": "line"})
        drawn = {column: line for column, line in enumerate(lines, 1) if line[:3] == group}
        what = names[_line(own[0])].what
        for column, line in drawn.items():
            chart.add_series(_series(column, at, sheet.get_name(), names[line].where))
        title = result.sheet.title if len(groups) == 1 else what
        axis, shown = _axis(own, what)
        _dress(chart, title, axis, shown, with_legend=len(drawn) > 1)
        sheet.insert_chart(place * _HEIGHT, 0, chart, {"x_scale": 1.6, "y_scale": 1.4})
        for column, line in drawn.items():
            points = (row for row in own if _line(row) == line)
            _write_line(workbook, sheet, at, column=column, names=names[line], rows=points)
    _write_years(sheet, at)


def _drawn(row: Row) -> bool:
    """Whether a row is a point of a line: no part of a year, no second report of a figure."""
    return (
        {"year", "value", "unit", "period", "preferred"} <= row.keys()
        and row["period"] in ("year", "point")
        and row["preferred"]
    )


def _line(row: Row) -> Line:
    return Line(*(str(row.get(name, "")) for name in Line._fields))


def _names(line: Line, result: Result) -> Names:
    """From the registries; where an answer has none of them, the keys."""
    key = (line.metric, line.measure, line.zone_type, line.zone)
    zone = f", {line.zone}" if line.zone != "all" else ""
    own = (line.metric.replace("_", " "), f"{line.zone_type}{zone}")
    return Names(*map(one_line, result.lines.get(key, own)))


def _series(column: int, at: Block, sheet: str, name: str) -> dict[str, Any]:
    first, last = at.top + 1, at.top + len(at.years)
    return {
        "name": name,
        "categories": [sheet, first, 0, last, 0],
        "values": [sheet, first, column, last, column],
        "marker": {"type": "circle", "size": 5},
    }


def _axis(rows: Sequence[Row], what: str) -> tuple[str, str]:
    """What the numbers are counted in, "trillion CNY", and the number format that counts so. A
    count is of `what` is counted."""
    unit, greatest = rows[0]["unit"], max(abs(row["value"]) for row in rows)
    scales, blank = (_CHINESE_SCALES, "") if in_chinese() else (_SCALES, " ")
    least, commas, word = next((s for s in scales if greatest >= s[0]), (1, "", ""))
    whole = greatest / least >= 100 or (not word and all(r["value"] % 1 == 0 for r in rows))
    name = f"{word}{blank}{unit_text(unit)}".strip() or what
    axis = said("percent") if unit == "percent" else name
    return axis, f"#,##0{'' if whole else '.0'}{commas}"


def _dress(chart: Any, title: str, axis: str, shown: str, *, with_legend: bool) -> None:
    chart.set_title({"name": one_line(title), "name_font": {"size": 12}})
    chart.set_x_axis({"name": said("Year"), "num_format": "0"})  # a year is no 2,012
    chart.set_y_axis({"name": axis, "num_format": shown})
    chart.show_blanks_as("gap")
    chart.set_legend({"position": "bottom"} if with_legend else {"none": True})


def _write_line(
    workbook: Workbook,
    sheet: Worksheet,
    at: Block,
    *,
    column: int,
    names: Names,
    rows: Iterable[Row],
) -> None:
    """The column of one line: its name, and its values beside the years, each with as many digits
    as its source has."""
    head = workbook.add_format({"text_wrap": True, "align": "right", "valign": "top"})
    text = said("{what}, {zones}", what=names.what, zones=names.where)
    sheet.write_string(at.top, column, text, head)
    sheet.set_column(column, column, _WIDTH)
    for row in rows:
        place = at.top + 1 + at.years.index(row["year"])
        shown = workbook.add_format({"num_format": number_format(row, "value")})
        sheet.write_number(place, column, row["value"], shown)


def _write_years(sheet: Worksheet, at: Block) -> None:
    sheet.set_row(at.top, _HEAD)
    sheet.write_string(at.top, 0, said("Year"))
    for place, year in enumerate(at.years, start=at.top + 1):
        sheet.write_number(place, 0, year)
