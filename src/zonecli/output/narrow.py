"""A sheet on a page that is too narrow for it.

Pictures are left out first. Then long cells are folded, down to their longest word, so that no
number and no name is broken. What still does not fit is stacked: the column with the longest word
leaves the line for one of its own, below it and with its heading. The first column stands above,
as far as its cells are too long for what is left of the line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from zonecli.answers.result import Heading, Sheet
from zonecli.output.cells import one_line
from zonecli.output.table import GAP, line_of, natural_widths
from zonecli.output.wrapping import hanging, longest_piece, wrapped

_WIDE_WORD = 8  # cells of a Chinese word that are kept together: it may be broken anywhere
_INDENT = 2


class Layout(NamedTuple):
    """Where the columns of a sheet go, by their place: side by side in these widths, the rest on
    lines of their own. `indent`: what is left before those side by side where the first column
    stands above; else nothing."""

    beside: tuple[int, ...]
    widths: tuple[int, ...]
    below: tuple[int, ...]
    indent: int
    page: int


def narrow_lines(sheet: Sheet, page: int) -> tuple[list[str], list[str]]:
    """The lines of the headings and those of the rows. A word that is longer than the page is left
    whole."""
    headings, layout = sheet.headings, _layout(sheet, page)
    texts = [heading.text for heading in headings]
    lines = _beside(texts, headings, layout, to_the_bottom=True)
    head = _behind_first(texts, lines, layout, len(lines) - 1)
    return head, [line for row in sheet.rows for line in _record(row, headings, layout)]


def _layout(sheet: Sheet, page: int) -> Layout:
    shown = [i for i, heading in enumerate(sheet.headings) if not heading.picture]
    columns = list(zip([heading.text for heading in sheet.headings], *sheet.rows, strict=True))
    least = {i: max(map(_longest_word, columns[i])) for i in shown}
    beside, room = list(shown), page
    while len(beside) > 1 and _together(least[i] for i in beside) > room:
        widest = max(reversed(beside), key=least.__getitem__)
        beside.remove(widest)
        room -= _INDENT * (widest == shown[0])
    natural = natural_widths(sheet)
    widths = _shrunk({i: natural[i] for i in beside}, least, room)
    return Layout(
        beside=tuple(beside),
        widths=widths,
        below=tuple(i for i in shown[1:] if i not in beside),
        indent=0 if shown[0] in beside else max(page - _together(widths), _INDENT),
        page=page,
    )


def _together(widths: Iterable[int]) -> int:
    """Of columns with the gaps between them."""
    widths = list(widths)
    return sum(widths) + GAP * (len(widths) - 1)


def _shrunk(natural: Mapping[int, int], least: Mapping[int, int], room: int) -> tuple[int, ...]:
    """The width of each column: less than that of its longest cell, down to its longest word, for
    the widest ones first, until all fit."""
    widths = dict(natural)
    excess = _together(widths.values()) - room
    while excess > 0 and any(widths[i] > least[i] for i in widths):
        widest = max(widths, key=lambda i: (widths[i] > least[i], widths[i]))
        widths[widest] -= 1
        excess -= 1
    return tuple(widths.values())


def _record(row: Sequence[str], headings: Sequence[Heading], layout: Layout) -> list[str]:
    lines = _behind_first(row, _beside(row, headings, layout), layout, 0)
    for i in layout.below:
        if row[i]:
            text = f"{headings[i].text}{' ' * GAP}{row[i]}"
            room = layout.page - 2 * _INDENT
            lines += (" " * 2 * _INDENT + line for line in hanging(text, room))
    return lines


def _behind_first(row: Sequence[str], lines: list[str], layout: Layout, at: int) -> list[str]:
    """The lines with the first column's cell before one of them; above all where it is too long."""
    if not layout.indent:
        return lines
    first, blank = one_line(row[0]), " " * layout.indent
    if cell_len(first) > layout.indent - GAP:
        return [*hanging(first, layout.page), *(blank + line for line in lines)]
    before = [blank] * len(lines)
    before[at] = first + blank[cell_len(first) :]
    return [start + line for start, line in zip(before, lines, strict=True)]


def _beside(
    cells: Sequence[str],
    headings: Sequence[Heading],
    layout: Layout,
    *,
    to_the_bottom: bool = False,
) -> list[str]:
    """The cells that stand side by side, each in as many lines as it takes."""
    places = zip(layout.beside, layout.widths, strict=True)
    folded = [_folded(cells[i], width) for i, width in places]
    if to_the_bottom:
        highest = max(map(len, folded))
        folded = [[""] * (highest - len(lines)) + lines for lines in folded]
    shown = [headings[i] for i in layout.beside]
    rows = zip_longest(*folded, fillvalue="")
    return [line_of(pieces, shown, layout.widths) for pieces in rows]


def _folded(cell: str, width: int) -> list[str]:
    text = one_line(cell)
    return [text] if cell_len(text) <= width else wrapped(text, width)


def _longest_word(cell: str) -> int:
    """Cells of the longest word; one in wide characters counts less, for it may be broken."""
    return max(map(_least, one_line(cell).split()), default=0)


def _least(word: str) -> int:
    if cell_len(word) == len(word):
        return len(word)
    return max(min(cell_len(word), _WIDE_WORD), longest_piece(word))
