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
        if sheet.sparkline and cell_len(sheet.sparkline) <= console.width:
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
    if cell_len(plain) > len(plain):  # characters that take two cells
        from zonecli.output.wrapping import wrapped

        plain = "\n".join(wrapped(plain, width))
    return Text(plain, style=style)


def _print_lines(console: Console, sheet: Sheet) -> None:
    """Prints the headings, the lines below them and an empty one, in columns that fit the page."""
    widths = natural_widths(sheet)
    if sum(widths) + GAP * (len(widths) - 1) <= console.width:
        heading, *lines = table_lines(sheet, widths)
        headings = [heading]
    else:
        from zonecli.output.narrow import narrow_lines

        headings, lines = narrow_lines(sheet, console.width)
    console.print(Text("\n".join(headings), style="bold"), soft_wrap=True)
    console.print(Text("\n".join(lines)), "", sep="\n", soft_wrap=True)


def _print_source(console: Console, number: int, source: Source, *, styled: bool) -> None:
    """A source with its number; an address that does not fit goes on a line of its own, whole."""
    said, address = source_text(source), one_line(source.url)
    link = Text(address, Style(link=address, dim=True) if styled else "")
    if cell_len(f"{number} {said} {address}") <= console.width:
        console.print(Text.assemble((f"{number} {said} ", "dim"), link), soft_wrap=True)
        return
    from zonecli.output.wrapping import wrapped

    indent = " " * (len(str(number)) + 1)
    lines = f"\n{indent}".join(wrapped(said, console.width - len(indent)))
    console.print(Text(f"{number} {lines}", style="dim"), soft_wrap=True)
    console.print(Text.assemble(indent, link), soft_wrap=True)
