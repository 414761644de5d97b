"""The native charts of a workbook: a line a series over the years, one chart a metric and unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from zonecli.answers.result import Result
from zonecli.answers.wording import unit_text
from zonecli.errors import UsageError
from zonecli.output.cells import one_line

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_SCALES = ((1e12, ",,,,", "trillion"), (1e9, ",,,", "billion"), (1e6, ",,", "million"))
_HEIGHT = 22  # rows that a chart covers
_BOUNDS = "A figure that is only a bound (over, under) is drawn at its bound; a gap: no figure."

Row = Mapping[str, Any]


class Line(NamedTuple):
    """What one line of a chart is of."""

    metric: str
    measure: str
    unit: str
    zone_type: str
    zone: str


class Block(NamedTuple):
    """Where the numbers stand: the line of their headings, and the years below it."""

    top: int
    years: range


def add_chart(workbook: Workbook, result: Result) -> None:
    """Adds a sheet `chart`, where the numbers stand below what is drawn from them. Raises
    UsageError for an answer that has no figures by year."""
    rows = [row for row in result.rows if _drawn(row)]
    if not rows:
        raise UsageError("--chart needs figures of full years or year-ends: there are none.")
    lines = list(dict.fromkeys(_line(row) for row in rows))
    years = range(min(row["year"] for row in rows), max(row["year"] for row in rows) + 1)
    groups = list(dict.fromkeys(line[:3] for line in lines))
    at = Block(_HEIGHT * len(groups) + 2, years)
    sheet = workbook.add_worksheet("chart")
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.write_string(at.top - 1, 0, _BOUNDS)
    for place, group in enumerate(groups):
        own = [row for row in rows if _line(row)[:3] == group]
        chart: Any = workbook.add_chart({"type": "line"})
        drawn = {column: line for column, line in enumerate(lines, 1) if line[:3] == group}
        for column in drawn:
            chart.add_series(_series(column, at))
        title = result.sheet.title if len(groups) == 1 else " ".join(group[:2])
        axis, scale, number_format = _axis(own)
        _dress(chart, title, axis, number_format, with_legend=len(drawn) > 1)
        sheet.insert_chart(place * _HEIGHT, 0, chart, {"x_scale": 1.6, "y_scale": 1.4})
        numbers = workbook.add_format({"num_format": number_format + scale})
        _write_numbers(sheet, at, drawn, own, numbers)
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


def _series(column: int, at: Block) -> dict[str, Any]:
    first, last = at.top + 1, at.top + len(at.years)
    return {
        "name": ["chart", at.top, column],
        "categories": ["chart", first, 0, last, 0],
        "values": ["chart", first, column, last, column],
        "marker": {"type": "circle", "size": 5},
    }


def _axis(rows: Sequence[Row]) -> tuple[str, str, str]:
    """What the numbers are counted in, "trillion CNY", the scale alone as cells show it, and the
    number format that counts so."""
    unit, greatest = rows[0]["unit"], max(abs(row["value"]) for row in rows)
    least, commas, word = next((s for s in _SCALES if greatest >= s[0]), (1, "", ""))
    whole = greatest / least >= 100 or (not word and all(r["value"] % 1 == 0 for r in rows))
    name = "percent" if unit == "percent" else f"{word} {unit_text(unit)}".strip()
    return name, word and f'" {word}"', f"#,##0{'' if whole else '.0'}{commas}"


def _dress(chart: Any, title: str, axis: str, number_format: str, *, with_legend: bool) -> None:
    chart.set_title({"name": one_line(title.replace("_", " ")), "name_font": {"size": 12}})
    chart.set_x_axis({"num_format": "0"})  # a year is no 2,012
    chart.set_y_axis({"name": axis, "num_format": number_format})
    chart.show_blanks_as("gap")
    chart.set_legend({"position": "bottom"} if with_legend else {"none": True})


def _write_numbers(
    sheet: Worksheet, at: Block, columns: Mapping[int, Line], rows: Sequence[Row], numbers: Any
) -> None:
    """The columns of one chart: the name of each line, and its values beside the years."""
    for column, line in columns.items():
        name = f"{line.metric}, {line.zone_type}" + (f", {line.zone}" if line.zone != "all" else "")
        sheet.write_string(at.top, column, one_line(name.replace("_", " ")))
        sheet.set_column(column, column, max(16, len(name)))
        for row in rows:
            if _line(row) == line:
                place = at.top + 1 + at.years.index(row["year"])
                sheet.write_number(place, column, row["value"], numbers)


def _write_years(sheet: Worksheet, at: Block) -> None:
    sheet.write_string(at.top, 0, "year")
    for place, year in enumerate(at.years, start=at.top + 1):
        sheet.write_number(place, 0, year)
