"""The table that people read, drawn by rich: title, lines, legend, numbered sources."""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.measure import Measurement
from rich.style import Style
from rich.table import Table
from rich.text import Text

from zonecli.answers.result import Result, Sheet
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.table.registries import Source

_UNLIMITED = 10_000  # columns: a page without a width never wraps


def render(result: Result, page: Page) -> str:
    """The sheet; nothing at all where the answer is empty. No cell is ever cut."""
    sheet = result.sheet
    if not sheet.rows and not sheet.intro:
        return ""
    parts: list[RenderableType] = []
    if sheet.title:
        parts += [Text(one_line(sheet.title), style="bold"), ""]
    if sheet.intro:
        parts += [*(Text(one_line(line)) for line in sheet.intro), ""]
    if sheet.rows:
        parts += [_lines(sheet), ""]
    parts += [Text(one_line(line), style="dim") for line in sheet.legend]
    if result.sources:
        parts.append(_sources(result.sources, page))
    return _drawn(parts, page)


def _lines(sheet: Sheet) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in sheet.headings:
        table.add_column(
            Text(one_line(heading.text)),
            justify="right" if heading.right else "left",
            overflow="fold",
        )
    for row in sheet.rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    return table


def _sources(sources: Iterable[Source], page: Page) -> Table:
    table = Table.grid(padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column(justify="right", style="dim")
    table.add_column(style="dim", overflow="fold")
    for number, source in enumerate(sources, start=1):
        by = ", ".join(filter(None, (source.publisher, source.published or "undated")))
        address = one_line(source.url)
        text = Text(one_line(f"{by}. {source.title}. "))
        text.append(address, Style(link=address) if page.styled else None)
        table.add_row(str(number), text)
    return table


def _drawn(parts: Iterable[RenderableType], page: Page) -> str:
    """As text. A page that is too narrow for the longest word of each column is left over-full:
    its lines wrap, and no number is broken."""
    console = Console(
        file=io.StringIO(),
        width=page.width or _UNLIMITED,
        force_terminal=page.styled,
        color_system="standard" if page.styled else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    parts = list(parts)
    least = max(_least_width(console, console.options, part) for part in parts)
    console.width = max(console.width, least)
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    text = "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())
    return text.rstrip("\n") + "\n"


def _least_width(console: Console, options: ConsoleOptions, part: RenderableType) -> int:
    return Measurement.get(console, options.update(width=_UNLIMITED), part).minimum
