"""Text in lines that fit."""

from __future__ import annotations

from rich.cells import cell_len

from zonecli.output.cells import one_line


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of no more than `width` cells, broken at blanks; where there are none, as in
    Chinese, anywhere."""
    lines = [""]
    for word in one_line(text).split():
        joined = f"{lines[-1]} {word}".strip()
        if cell_len(joined) <= width:
            lines[-1] = joined
            continue
        if cell_len(word) <= width and cell_len(word) == len(word):
            lines.append(word)
            continue
        lines[-1] += " " if lines[-1] else ""
        for character in word:
            if cell_len(lines[-1] + character) > width:
                lines.append("")
            lines[-1] += character
    return [line for line in lines if line]
