"""The table that people read, drawn by rich: title, lines, legend, numbered sources."""

from __future__ import annotations

import io

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from zonecli.answers.result import Result, Sheet
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.table.registries import Source

_GAP = 2  # columns of blank between two columns of a table
_WIDE_WORD = 8
_UNLIMITED = 10_000  # columns: a page without a width never wraps


def render(result: Result, page: Page) -> str:
    """The sheet; nothing at all where the answer is empty. No cell is ever cut."""
    sheets = [s for s in (result.sheet, *result.further) if s.rows or s.intro]
    if not sheets:
        return ""
    console = _console(page)
    with console.capture() as capture:
        for sheet in sheets:
            _print_sheet(console, sheet)
            if len(sheets) > 1 and sheet.legend:
                console.print()
        for number, source in enumerate(result.sources, start=1):
            _print_source(console, number, source, page)
    text = "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())
    return text.rstrip("\n") + "\n"


def _print_sheet(console: Console, sheet: Sheet) -> None:
    if sheet.title:
        console.print(Text(one_line(sheet.title), style="bold"), "", sep="\n")
    for line in sheet.intro:
        console.print(Text(one_line(line)))
    if sheet.intro and sheet.rows:
        console.print()
    if sheet.rows:
        _print_lines(console, sheet)
    for line in sheet.legend:
        console.print(Text(one_line(line), style="dim"))


def _console(page: Page) -> Console:
    return Console(
        file=io.StringIO(),
        width=page.width or _UNLIMITED,
        force_terminal=page.styled,
        color_system="standard" if page.styled else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _print_lines(console: Console, sheet: Sheet) -> None:
    """Prints the lines and an empty one, in columns that fit the page; where it is too narrow for
    the longest word of each, they are left over-full: the terminal wraps, no number is broken."""
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
    widths = _widths(sheet, console.width)
    for heading, width in zip(sheet.headings, widths, strict=True):
        table.add_column(
            Text(one_line(heading.text)),
            justify="right" if heading.right else "left",
            overflow="fold",
            width=width,
        )
    for row in sheet.rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    page, console.width = console.width, max(console.width, sum(widths) + _GAP * len(widths))
    console.print(table, "", sep="\n")
    console.width = page


def _widths(sheet: Sheet, page: int) -> list[int]:
    """The width of each column: of its longest cell; less, down to its longest word, for the
    widest ones first, until all fit the page."""
    columns = list(zip([heading.text for heading in sheet.headings], *sheet.rows, strict=True))
    widths = [max(cell_len(one_line(cell)) for cell in column) for column in columns]
    least = [max(map(_longest_word, column)) for column in columns]
    excess = sum(widths) + _GAP * (len(widths) - 1) - page
    while excess > 0 and widths != least:
        widest = max(range(len(widths)), key=lambda i: (widths[i] > least[i], widths[i]))
        widths[widest] -= 1
        excess -= 1
    return widths


def _longest_word(cell: str) -> int:
    """Cells of the longest word; one in wide characters may break anywhere, so it counts less."""
    words = one_line(cell).split() or [""]
    return max(min(cell_len(w), _WIDE_WORD) if cell_len(w) > len(w) else len(w) for w in words)


def _print_source(console: Console, number: int, source: Source, page: Page) -> None:
    """A source with its number; an address that does not fit goes on a line of its own, whole."""
    by = ", ".join(filter(None, (source.publisher, source.published or "undated")))
    said, address = one_line(f"{by}. {source.title}."), one_line(source.url)
    link = Text(address, Style(link=address, dim=True) if page.styled else "")
    if cell_len(f"{number} {said} {address}") <= console.width:
        console.print(Text.assemble((f"{number} {said} ", "dim"), link), soft_wrap=True)
        return
    grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    grid.add_row(Text(str(number), style="dim"), Text(said, style="dim"))
    console.print(grid)
    console.print(Text.assemble(" " * (len(str(number)) + 1), link), soft_wrap=True)
