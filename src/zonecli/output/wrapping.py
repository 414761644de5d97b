"""Text in lines that fit. A line ends at a blank or between two Chinese characters, but not inside
a number with its scale and unit, nor before a closing mark, nor behind an opening one (GB/T
15834-2011, 5.1)."""

from __future__ import annotations

import re
from collections.abc import Callable

from rich.cells import cell_len

from zonecli.output.cells import one_line

_WIDE = "\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
_INDENT = "  "
_OPENING, _CLOSING = "（《〈「『【“‘", "）》〉」』】”’，。、；：？！…"
_BEHIND_NUMBERS = "(?:万亿|亿|万)?(?:美元|元|个百分点|年|月|日|家|个|倍)?"
_PIECE = re.compile(
    rf"\s+|\([^\s()]+\)|[{_OPENING}]*"
    rf"(?:[^\s{_WIDE}{_OPENING}{_CLOSING}]+{_BEHIND_NUMBERS}|[{_WIDE}])?"
    rf"[{_CLOSING}]*"
)


def longest_piece(text: str) -> int:
    """Cells of the longest piece that should not be broken."""
    return max(map(cell_len, _pieces(text)), default=0)


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most `width` cells; a longer piece is broken wherever it must."""
    return fitted(text, width, cell_len)


def hanging(text: str, width: int) -> list[str]:
    """A note in lines of at most `width` cells, the later ones indented. A longer piece, such as an
    address, is left whole, so that it can be copied."""
    plain = one_line(text)
    if cell_len(plain) <= width:
        return [plain]
    lines = fitted(plain, width - len(_INDENT), cell_len, chop=False)
    return [*lines[:1], *(_INDENT + line for line in lines[1:])]


def fitted(
    text: str, room: float, width_of: Callable[[str], float], *, chop: bool = True
) -> list[str]:
    """The same as `wrapped`, by any measure of a line's width."""
    lines = [""]
    for piece in _pieces(one_line(text)):
        if width_of((lines[-1] + piece).rstrip()) <= room:
            lines[-1] += piece
        elif width_of(piece.rstrip()) <= room or not chop:
            lines.append(piece.lstrip())
        else:
            lines += _chopped(piece, room, width_of)
    return [line.rstrip() for line in lines if line.strip()]


def _chopped(piece: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """A piece longer than a line, in lines of at least one character."""
    lines = [""]
    for character in piece:
        if lines[-1] and width_of(lines[-1] + character) > room:
            lines.append("")
        lines[-1] += character
    return lines


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text) if piece]
