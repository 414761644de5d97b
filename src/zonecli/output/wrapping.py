"""Text in lines that fit."""

from __future__ import annotations

import re
from collections.abc import Callable

from rich.cells import cell_len

from zonecli.output.cells import one_line

_WIDE = "\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
_CLOSING = "、。，．；：？！）》〉」』】"
# What is not broken: blanks, a wide character, a word of others; closing marks stay with either.
_PIECES = re.compile(rf"\s+|(?:[{_WIDE}]|[^\s{_WIDE}]+)[{_CLOSING}]*")


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of no more than `width` cells, broken at blanks and between Chinese
    characters; anywhere in a word that is longer than a line."""
    return fitted(text, width, cell_len)


def fitted(text: str, room: float, width_of: Callable[[str], float]) -> list[str]:
    """The same, by any measure of a line's width."""
    lines = [""]
    for piece in _PIECES.findall(" ".join(one_line(text).split())):
        if width_of((lines[-1] + piece).rstrip()) <= room:
            lines[-1] += piece
        elif width_of(piece) <= room:
            lines.append(piece.lstrip())
        else:
            for character in piece:
                if lines[-1] and width_of(lines[-1] + character) > room:
                    lines.append("")
                lines[-1] += character
    return [line.strip() for line in lines if line.strip()]
