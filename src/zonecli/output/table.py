"""The table that people read: title, lines, legend, numbered sources.

In a file or a pipe no line is ever wrapped or styled, so it is drawn right here: rich takes twice
as long to import as Python to start. A terminal gets the same from rich, in `terminal`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from zonecli.answers.result import Heading, Result, Sheet
from zonecli.language import said
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.table.registries import Source

GAP = 2  # columns of blank between two columns of a table


def render(result: Result, page: Page) -> str:
    """The sheet; nothing at all where the answer is empty. No cell is ever cut."""
    sheets = [s for s in (result.sheet, *result.further) if s.rows or s.intro]
    if not sheets:
        return ""
    if page.width is None:
        lines = list(_lines(sheets, result.sources))
    else:
        from zonecli.output.terminal import lines_on_terminal

        lines = lines_on_terminal(sheets, result.sources, page.width, styled=page.styled)
    text = "".join(f"{line.rstrip()}\n" for line in lines)
    return text.rstrip("\n") + "\n"


def _lines(sheets: Sequence[Sheet], sources: Sequence[Source]) -> Iterator[str]:
    for sheet in sheets:
        if sheet.title:
            yield from filter(None, (one_line(sheet.title), sheet.sparkline))
            yield ""
        yield from map(one_line, sheet.intro)
        if sheet.intro and sheet.rows:
            yield ""
        if sheet.rows:
            yield from (*table_lines(sheet, natural_widths(sheet)), "")
        yield from map(one_line, sheet.legend)
        if len(sheets) > 1 and sheet.legend:
            yield ""
    for number, source in enumerate(sources, start=1):
        yield f"{number} {source_text(source)} {one_line(source.url)}"


def natural_widths(sheet: Sheet) -> list[int]:
    """Of each column, the width of its longest cell."""
    columns = zip([heading.text for heading in sheet.headings], *sheet.rows, strict=True)
    return [max(cell_len(one_line(cell)) for cell in column) for column in columns]


def table_lines(sheet: Sheet, widths: Sequence[int]) -> Iterator[str]:
    """The headings and the lines below them, in columns of these widths."""
    for row in ([heading.text for heading in sheet.headings], *sheet.rows):
        yield line_of(row, sheet.headings, widths)


def line_of(row: Sequence[str], headings: Sequence[Heading], widths: Sequence[int]) -> str:
    """Cells side by side, to the left or the right of their column."""
    cells = []
    for cell, heading, width in zip(row, headings, widths, strict=True):
        text = one_line(cell)
        blank = " " * (width - cell_len(text))
        cells.append(blank + text if heading.right else text + blank)
    return (" " * GAP).join(cells)


def source_text(source: Source) -> str:
    """A source in one line, without its address."""
    by = ", ".join(filter(None, (source.publisher, source.published or said("undated"))))
    return one_line(f"{by}. {source.title}.")
