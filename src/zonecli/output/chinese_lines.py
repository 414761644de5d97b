"""Where a line of Chinese may end: between two characters, but not inside a number with its scale
and unit, nor before a closing mark, nor behind an opening one (GB/T 15834-2011, 5.1)."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells

_WIDE = "\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6"
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


def wrapped(text: str, width: int) -> str:
    """The text in lines of at most `width` cells; a longer piece is broken wherever it must."""
    lines = [""]
    for piece in _pieces(text):
        if cell_len(lines[-1]) + cell_len(piece.rstrip()) <= width:
            lines[-1] += piece
        elif piece.strip():
            lines += chop_cells(piece, width)
    return "\n".join(line.rstrip() for line in lines if line.strip())


def _pieces(text: str) -> list[str]:
    return [piece for piece in _PIECE.findall(text) if piece]
