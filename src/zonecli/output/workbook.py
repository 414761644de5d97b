"""XLSX by xlsxwriter: a sheet of data, one of sources, one of notes, and a chart if wanted.

The numbers are unscaled; their formats show as many digits as the source has. Text is always
written as text: nothing in a cell is run.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from zonecli.answers.result import Result
from zonecli.errors import OutputError
from zonecli.language import in_chinese, said
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.output.people import dataset_words, source_words, web_address
from zonecli.output.workbook_numbers import number_format
from zonecli.table.registries import Source

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_MOST_ROWS, _MOST_TEXT, _MOST_ADDRESS = 1_048_575, 32_767, 2_079  # of Excel
_WIDEST = 45
# Columns whose cells get a comment with the source, and the column that names it.
_SOURCED = {"value": "source", "from_value": "from_source", "to_value": "to_source"}


def render(result: Result, page: Page) -> bytes:
    """The workbook. Raises OutputError without xlsxwriter and for more rows than Excel takes."""
    try:
        import xlsxwriter
    except ImportError:
        raise OutputError(said("XLSX needs xlsxwriter: pip install 'zonecli[xlsx]'.")) from None
    if len(result.rows) > _MOST_ROWS:
        raise OutputError(
            said(
                "XLSX holds no more than {most} rows: take CSV or Parquet.", most=f"{_MOST_ROWS:,}"
            )
        )
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.set_properties(_properties(result))
        formats = _Formats(workbook)
        _data_sheet(workbook.add_worksheet(said("data")), result, formats)
        _sources_sheet(workbook.add_worksheet(said("sources")), result.sources, formats)
        _notes_sheet(workbook.add_worksheet(said("notes")), result, formats)
        if page.chart:
            from zonecli.output.workbook_chart import add_chart

            add_chart(workbook, result)
    return content.getvalue()


class _Formats:
    """The cell formats of a workbook by number format, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._known: dict[str, Any] = {}
        self.head = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})

    def of(self, row: Mapping[str, Any], name: str) -> Any:
        """The format of a number; null where the cell holds none."""
        value = row[name]
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        wanted = number_format(row, name)
        if wanted not in self._known:
            self._known[wanted] = self._workbook.add_format({"num_format": wanted})
        return self._known[wanted]


def _properties(result: Result) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "title": one_line(result.sheet.title),
        "comments": f"zonecli; {dataset_words(result.dataset)}",
    }
    try:  # the date of the record, so that the same question gives the same bytes
        properties["created"] = datetime.fromisoformat(result.dataset.date)
    except ValueError:
        properties["created"] = datetime(2000, 1, 1)
    return properties


def _data_sheet(sheet: Worksheet, result: Result, formats: _Formats) -> None:
    sources = {source.id: source for source in result.sources}
    names = [column.name for column in result.columns]
    headings = [column.heading or column.name for column in result.columns]
    _head(sheet, headings, formats)
    if result.rows:
        sheet.autofilter(0, 0, len(result.rows), len(names) - 1)
    for line, row in enumerate(result.rows, start=1):
        for place, name in enumerate(names):
            _write(sheet, line, place, result.cell(row, name), formats.of(row, name))
            source = sources.get(row.get(_SOURCED.get(name, ""), ""))
            if source and row[name] is not None:
                sheet.write_comment(line, place, _comment(source, row), {"x_scale": 2.5})
    for place, (name, heading) in enumerate(zip(names, headings, strict=True)):
        cells = (result.cell(row, name) for row in result.rows)
        longest = max((cell_len(c) if isinstance(c, str) else 12 for c in cells), default=0)
        sheet.set_column(place, place, min(max(longest, cell_len(heading) + 3) + 1, _WIDEST))


def _head(sheet: Worksheet, names: Sequence[str], formats: _Formats) -> None:
    """The line that stays in sight, and on every page that is printed."""
    for place, name in enumerate(names):  # write_row would make a formula of "=1+1"
        sheet.write_string(0, place, one_line(name)[:_MOST_TEXT], formats.head)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_landscape()


def _write(sheet: Worksheet, line: int, place: int, value: Any, number: Any) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(line, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(line, place, value, number)
    elif value is not None:
        text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
        sheet.write_string(line, place, one_line(text)[:_MOST_TEXT])


def _comment(source: Source, row: Mapping[str, Any]) -> str:
    printed = said("Printed: {number}", number=row["printed"]) if row.get("printed") else ""
    lines = (source_words(source), source.title, source.url, printed)
    return "\n".join(one_line(line) for line in lines if line)[:_MOST_TEXT]


def _heading(name: str) -> str:
    if not in_chinese():
        return name
    from zonecli.languages.chinese.columns import heading

    return heading(name)


def _sources_sheet(sheet: Worksheet, sources: Sequence[Source], formats: _Formats) -> None:
    fields = ("id", "publisher", "published", "title", "url", "language", "kind", "seen", "copies")
    _head(sheet, [_heading(name) for name in ("number", *fields)], formats)
    for line, source in enumerate(sources, start=1):
        sheet.write_number(line, 0, line)
        for place, field in enumerate(fields, start=1):
            text, address = one_line(str(getattr(source, field))), web_address(source.url)
            if field == "url" and address and len(address) <= _MOST_ADDRESS:
                sheet.write_url(line, place, address, string=text[:255])
            else:
                sheet.write_string(line, place, text[:_MOST_TEXT])
    for place, width in enumerate((8, 24, 30, 12, 45, 45, 9, 16, 9, 24)):
        sheet.set_column(place, place, width)


def _notes_sheet(sheet: Worksheet, result: Result, formats: _Formats) -> None:
    columns = (f"{c.heading or c.name}: {said(c.description)}" for c in result.columns)
    blocks = (
        (said("Answer"), (result.sheet.title, dataset_words(result.dataset))),
        (said("Notes"), result.notes),
        (said("Columns"), tuple(columns)),
    )
    sheet.set_column(0, 0, 110)
    line = 0
    for title, texts in blocks:
        sheet.write_string(line, 0, title, formats.head)
        for text in filter(None, texts):
            line += 1
            sheet.write_string(line, 0, one_line(text)[:_MOST_TEXT], formats.wrapped)
        line += 2
