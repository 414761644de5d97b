"""The characters and colours of charts in text."""

from __future__ import annotations

from typing import NamedTuple

_COLOURS = ("blue", "yellow", "green", "magenta", "cyan", "red", "white")


class Signs(NamedTuple):
    """`full` and `part`: the markers of the lines, for a full year and a part of one; `crowd`: of
    several at one place; `dot`: what lines are made of, null for braille; `blocks`: parts of a
    bar."""

    full: str
    part: str
    crowd: str
    over: str
    under: str
    whisker: str
    loose: str
    dot: str | None
    tick: str
    side: str
    corner: str
    floor: str
    below: str
    blocks: str
    dash: str


_FINE = Signs(
    *("●▲■◆▼★✚", "○△□◇▽☆✛", "*", "↑", "↓", "│", "··", None),
    *("┤", "│", "└", "─", "┬", " ▏▎▍▌▋▊▉█", "–"),
)
_PLAIN = Signs(
    *("OXAHVZW", "oxahvzw", "*", "^", "v", "|", "..", "."),
    *("+", "|", "+", "-", "+", " #", "-"),
)


def signs_for(*, plain: bool) -> Signs:
    """The signs of a console: ASCII alone where it has no others."""
    return _PLAIN if plain else _FINE


def needed_characters() -> str:
    """What a console must be able to show, braille included, or it gets ASCII."""
    return "".join(filter(None, _FINE)) + "⣿"


class Ink(NamedTuple):
    """How text is marked up: in colour, bold and dim where the console takes styles."""

    styled: bool
    signs: Signs

    def colour(self, place: int) -> str | None:
        """The name of a line's colour; null without colours."""
        return _COLOURS[place % len(_COLOURS)] if self.styled else None

    def coloured(self, text: str, place: int) -> str:
        if not self.styled:
            return text
        number = ("red", "green", "yellow", "blue", "magenta", "cyan", "white").index(
            _COLOURS[place % len(_COLOURS)]
        )
        return f"\x1b[{31 + number}m{text}\x1b[0m"

    def bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.styled else text

    def dim(self, text: str) -> str:
        return f"\x1b[2m{text}\x1b[0m" if self.styled else text
