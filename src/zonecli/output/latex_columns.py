"""LaTeX: columns that fit the page, a long cell broken into lines rather than run over the margin.

Widths are in ems, from what letters of the usual fonts measure. The page is that of the class
article; on a wider one the broken columns widen too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from zonecli.answers.result import Heading, Sheet
from zonecli.output.cells import one_line

_LINE, _LYING = 345.0, 550.0  # points of a line of the class article, upright and lying
_USED = 0.985  # of it; the rest is for what is not measured
# Points of an em; the letters of small fonts are wider than those of 8 and 7 points would be.
_SIZES = (("", 10.0), (r"\footnotesize", 8.5), (r"\scriptsize", 8.0))
_GAP = 12.0  # points between two columns
_HEADING = 16  # characters of a line of a heading
_SAFE = 1.05  # on top of what letters measure
_ASIAN = "\u2e80"  # from here on, letters as wide as they are high
_PIECES = re.compile(r"[\u2e80-\uffef]|[^\s\-_/\u2e80-\uffef]+[-_/]*|[-_/]+")


class Layout(NamedTuple):
    """`size`: the command for a smaller font, or empty; `columns`: what stands behind
    `\\begin{tabular}`; `broken`: which columns are broken into lines; `lies`: turned sideways."""

    size: str
    columns: str
    broken: tuple[bool, ...]
    lies: bool = False


def layout_of(sheet: Sheet) -> Layout:
    """The largest font in which the table fits as it is; else with broken columns, ever smaller,
    and broken numbers where nothing else helps; else lying."""
    columns = [_Widths.of(*column) for column in zip(sheet.headings, *sheet.rows, strict=True)]
    gaps = _GAP * (len(columns) - 1)
    whole = sum(column.whole for column in columns)
    for size, em in _SIZES[:2]:
        if whole * em + gaps <= _USED * _LINE:
            return Layout(size, _spec(sheet.headings), (False,) * len(columns))
    pairs = zip(sheet.headings, columns, strict=True)
    firm = [c._replace(least=c.whole) if heading.right else c for heading, c in pairs]
    for line in (_LINE, _LYING):
        for tried in (firm, columns):
            for size, em in _SIZES[1:]:
                if (room := (_USED * line - gaps) / em) >= sum(column.least for column in tried):
                    return _broken(sheet, tried, _given(tried, room), (size, em, line))
    return _broken(sheet, columns, [c.least for c in columns], (*_SIZES[-1], _LYING))


def _broken(
    sheet: Sheet,
    columns: Sequence[_Widths],
    given: Sequence[float],
    on: tuple[str, float, float],
) -> Layout:
    """With these widths, in a font on a line of so many points."""
    size, em, line = on
    widths = [
        None if width >= column.whole else (width * em + _GAP) / line
        for width, column in zip(given, columns, strict=True)
    ]
    broken = tuple(width is not None for width in widths)
    return Layout(size, _spec(sheet.headings, widths), broken, lies=line > _LINE)


class _Widths(NamedTuple):
    """Of a column, in ems: in one line, and broken wherever it may be."""

    whole: float
    least: float

    @classmethod
    def of(cls, heading: Heading, *cells: str) -> _Widths:
        texts = [*heading_lines(heading.text), *map(one_line, cells)]
        whole = max(map(_ems, texts))
        pieces = (piece for text in (heading.text, *cells) for piece in _PIECES.findall(text))
        return cls(whole, max(map(_ems, pieces), default=0.0))


def _given(columns: Sequence[_Widths], room: float) -> list[float]:
    """What each column gets of the room: its longest word at least, and more the longer its cells
    are, by their square root: a long note gets more lines, not all of the page."""
    given = [column.least for column in columns]
    open_ = {place for place, column in enumerate(columns) if column.whole > column.least}
    while open_ and (rest := room - sum(given)) > 0:
        wishes = {p: math.sqrt(columns[p].whole - columns[p].least) for p in open_}
        shares = {p: rest * wish / sum(wishes.values()) for p, wish in wishes.items()}
        full = {p for p in open_ if given[p] + shares[p] >= columns[p].whole}
        for place in full or open_:
            given[place] = columns[place].whole if full else given[place] + shares[place]
        open_ = open_ - full if full else set()
    return given


def _ems(text: str) -> float:
    return _SAFE * sum(map(_em, text))


def _em(letter: str) -> float:
    if letter >= _ASIAN:
        return 1.0
    if letter.isupper() or letter in "mw%+#&@–−→≈":
        return 0.83 if letter in "MW#%&@" else 0.78
    return 0.3 if letter in " .,;:!'|()[]ijlt" else 0.52


def _spec(headings: Sequence[Heading], widths: Sequence[float | None] = ()) -> str:
    """The columns; a width is a part of the line, the gap to its neighbour included."""
    pairs = zip(headings, widths or [None] * len(headings), strict=True)
    return f"@{{}}{''.join(_column(heading, width) for heading, width in pairs)}@{{}}"


def _column(heading: Heading, width: float | None) -> str:
    if width is None:
        return "r" if heading.right else "l"
    side = "left" if heading.right else "right"
    measure = rf"\dimexpr {width:.4f}\linewidth-2\tabcolsep\relax"
    return rf">{{\ragged{side}\arraybackslash\hspace{{0pt}}}}p{{{measure}}}"


def heading_lines(text: str) -> list[str]:
    """The lines of a heading that would make its column wider than need be."""
    return wrap(one_line(text), _HEADING) or [""]
