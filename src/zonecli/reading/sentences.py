"""Cuts a text into paragraphs and sentences, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

# A full stop ends an English sentence where a capital, a quote or a digit follows; not behind a
# single capital (U.S. dollars) or an abbreviation.
_END = re.compile(r"[。！？!?]+[”\"'」）)]*|(?<!\b[A-Z])\.[\"'”)]*(?=\s+[A-Z\"“‘'(\d¥$•]|\s*$)")
_ABBREVIATION = re.compile(
    r"\b(?:approx|ca|No|vs|Mr|Ms|Mrs|Dr|Prof|Co|Ltd|Inc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
    r"Dec|etc|e\.g|i\.e|U\.S|sq)$"
)
_LONGEST_ABBREVIATION = 10  # with a character before it
_BULLET = re.compile(r"\s*(?:[•*·●■◆▪-]\s|\d{1,2}[.)、]\s|#+\s|>|\||[一二三四五六七八九十]+、)")
_MARKER = re.compile(r"\s*(?:[•*·●■◆▪#>|-]+\s+|\d{1,2}[.)、]\s+)+")
_LONGEST = 1000  # characters: what is longer is no sentence, and is cut
_WRAPPED = 50  # a line shorter than this was ended by its writer, not by the page


@dataclass(frozen=True)
class Sentence:
    """One sentence at `start` of the text, in its `paragraph`, counted from 0."""

    text: str
    start: int
    paragraph: int


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences, in order. A line break inside a wrapped paragraph is a blank."""
    for number, (start, end) in enumerate(_paragraphs(text)):
        paragraph = text[start:end].replace("\n", " ").replace("\t", " ")
        begin = marker.end() if (marker := _MARKER.match(paragraph)) else 0
        for match in _END.finditer(paragraph):
            before = paragraph[max(0, match.start() - _LONGEST_ABBREVIATION) : match.start()]
            if match.end() < begin or _ABBREVIATION.search(before):
                continue
            yield from _sentence(paragraph, begin, match.end(), start, number)
            begin = match.end()
        yield from _sentence(paragraph, begin, len(paragraph), start, number)


def _sentence(paragraph: str, begin: int, end: int, start: int, number: int) -> Iterator[Sentence]:
    for first in range(begin, end, _LONGEST):
        piece = paragraph[first : min(first + _LONGEST, end)]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            yield Sentence(piece.strip(), start + first + lead, number)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Ends at a blank line, a line that its writer ended, and before a bullet or a heading."""
    start = position = 0
    lines = text.split("\n")
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        position = min(position + len(line) + 1, len(text))
        if not _goes_on(line.rstrip(), following):
            yield start, position
            start = position


def _goes_on(line: str, next_line: str) -> bool:
    if len(line) < _WRAPPED or not next_line.strip() or _BULLET.match(next_line):
        return False
    return not line.startswith("#") and not line.endswith(
        (".", "。", ":", "：", "!", "?", "”", '"')
    )
