"""The corpus: our own sentences, each number with what is to be found in it and the verdict.

A sentence stands on a line of its own; below it, indented, a line for each number about zones:
`> number = metric measure zone_type zone year; verdicts; mistakes`, alternatives with a slash,
`-` where it is not to be told, `none` where nothing can be placed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"


@dataclass(frozen=True)
class Expected:
    """What one number of a sentence says; `statement` null: it cannot be placed."""

    number: str
    statement: tuple[str, str, str, str, str] | None
    verdicts: tuple[str, ...]
    mistakes: tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    text: str
    expected: tuple[Expected, ...]


def sentences(name: str) -> list[Sentence]:
    """The sentences of one file of the corpus."""
    found: list[Sentence] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("  > "):
            last = found.pop()
            found.append(Sentence(last.text, (*last.expected, _expected(line[4:]))))
        elif line and not line.startswith("#"):
            found.append(Sentence(line, ()))
    return found


def _expected(line: str) -> Expected:
    said, *rest = line.split("; ")
    number, _, statement = said.rpartition(" = ")
    words = statement.split()
    placed = (words[0], words[1], words[2], words[3], words[4]) if len(words) == 5 else None
    mistakes = tuple(rest[1].split("/")) if len(rest) > 1 else ()
    return Expected(number, placed, tuple(rest[0].split("/")), mistakes)


def everything() -> Iterator[tuple[str, Sentence]]:
    for path in sorted(FOLDER.glob("*.txt")):
        for sentence in sentences(path.name):
            yield path.stem, sentence
