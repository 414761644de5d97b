"""The table that people read, on a terminal: wrapped to its width and styled by rich."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.style import Style
from rich.text import Text

from zonecli.answers.result import Sheet
from zonecli.output.cells import one_line
from zonecli.output.table import GAP, natural_widths, source_text, table_lines
from zonecli.table.registries import Source

_WIDE_WORD = 8


def lines_on_terminal(
    sheets: Sequence[Sheet], sources: Sequence[Source], width: int, *, styled: bool
) -> list[str]:
    """The lines of the sheets and their sources, none longer than `width` where that can be."""
    console = _console(width, styled=styled)
    with console.capture() as capture:
        for sheet in sheets:
            _print_sheet(console, sheet)
            if len(sheets) > 1 and sheet.legend:
                console.print()
        for number, source in enumerate(sources, start=1):
            _print_source(console, number, source, styled=styled)
    return capture.get().splitlines()


def _console(width: int, *, styled: bool) -> Console:
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=styled,
        color_system="standard" if styled else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )


def _print_sheet(console: Console, sheet: Sheet) -> None:
    if sheet.title:
        console.print(_text(sheet.title, console.width, style="bold"))
        if sheet.sparkline:
            console.print(Text(sheet.sparkline, style="dim"), soft_wrap=True)
        console.print()
    for line in sheet.intro:
        console.print(_text(line, console.width))
    if sheet.intro and sheet.rows:
        console.print()
    if sheet.rows:
        _print_lines(console, sheet)
    for line in sheet.legend:
        console.print(_text(line, console.width, style="dim"))


def _text(line: str, width: int, style: str = "") -> Text:
    """A text for so many cells, broken where Chinese may be; else rich breaks it at blanks."""
    plain = one_line(line)
    if _has_wide(plain):
        from zonecli.output.wrapping import wrapped

        plain = "\n".join(wrapped(plain, width))
    return Text(plain, style=style)


def _has_wide(text: str) -> bool:
    """Whether it has characters that take two cells, and may be broken between them."""
    return cell_len(text) > len(text)


def _print_lines(console: Console, sheet: Sheet) -> None:
    """Prints the lines and an empty one, in columns that fit the page."""
    widths = natural_widths(sheet)
    if sum(widths) + GAP * (len(widths) - 1) > console.width:
        _print_folded(console, sheet, widths)
        return
    headings, *lines = table_lines(sheet, widths)
    console.print(Text(headings, style="bold"), soft_wrap=True)
    console.print(Text("\n".join(lines)), "", sep="\n", soft_wrap=True)


def _print_folded(console: Console, sheet: Sheet, natural: Sequence[int]) -> None:
    """As before, with long cells folded. Where the page is too narrow for the longest word of each
    column, they are left over-full: the terminal wraps, no number is broken."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    widths = _fitted(sheet, natural, console.width)
    for heading, width in zip(sheet.headings, widths, strict=True):
        table.add_column(
            _text(heading.text, width),
            justify="right" if heading.right else "left",
            overflow="fold",
            width=width,
        )
    for row in sheet.rows:
        table.add_row(*map(_text, row, widths))
    page, console.width = console.width, max(console.width, sum(widths) + GAP * len(widths))
    console.print(table, "", sep="\n")
    console.width = page


def _fitted(sheet: Sheet, natural: Sequence[int], page: int) -> list[int]:
    """The width of each column: less than that of its longest cell, down to its longest word, for
    the widest ones first, until all fit the page."""
    widths = list(natural)
    columns = zip([heading.text for heading in sheet.headings], *sheet.rows, strict=True)
    least = [max(map(_longest_word, column)) for column in columns]
    excess = sum(widths) + GAP * (len(widths) - 1) - page
    while excess > 0 and widths != least:
        widest = max(range(len(widths)), key=lambda i: (widths[i] > least[i], widths[i]))
        widths[widest] -= 1
        excess -= 1
    return widths


def _longest_word(cell: str) -> int:
    """Cells of the longest word; one in wide characters counts less, for it may be broken."""
    return max(map(_least, one_line(cell).split()), default=0)


def _least(word: str) -> int:
    if not _has_wide(word):
        return len(word)
    from zonecli.output.wrapping import longest_piece

    return max(min(cell_len(word), _WIDE_WORD), longest_piece(word))


def _print_source(console: Console, number: int, source: Source, *, styled: bool) -> None:
    """A source with its number; an address that does not fit goes on a line of its own, whole."""
    said, address = source_text(source), one_line(source.url)
    link = Text(address, Style(link=address, dim=True) if styled else "")
    if cell_len(f"{number} {said} {address}") <= console.width:
        console.print(Text.assemble((f"{number} {said} ", "dim"), link), soft_wrap=True)
        return
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    grid.add_row(Text(str(number), style="dim"), Text(said, style="dim"))
    console.print(grid)
    console.print(Text.assemble(" " * (len(str(number)) + 1), link), soft_wrap=True)
