"""Answers made by hand, with the worst that a cell can hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zonecli.answers.result import Column, Heading, Result, Sheet
from zonecli.table.registries import Dataset, Source

ESCAPE = "\x1b"
NASTY = [
    "=1+1",
    '=HYPERLINK("http://evil.example","click")',
    "+1-800",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\u200b=1+1",
    "two\nlines",
    "two\r\nlines",
    "line\u2028separator",
    f"{ESCAPE}[31mred{ESCAPE}[0m",
    f"{ESCAPE}]8;;http://evil.example{ESCAPE}\\link{ESCAPE}]8;;{ESCAPE}\\",
    "bell\x07 null\x00 back\x08",
    "[red]markup[/red] [link=http://evil.example]x[/link] :smile:",
    "right\u202eto left\u202c \u2066isolate\u2069 \ufeffbom",
    "c1 \x9b31m",
    'quotes " and , commas; and \ttabs',
    "国家高新技术产业开发区",
    "",
]
SOURCE = Source("paper", "Title", "The Paper", "https://paper.example/a", "2022-09")


def result(
    rows: Sequence[dict[str, Any]],
    cells: Sequence[Sequence[str]] = (),
    *,
    headings: Sequence[str] = ("A", "B"),
    title: str = "Title",
    legend: Sequence[str] = (),
    notes: Sequence[str] = (),
    sources: Sequence[Source] = (),
) -> Result:
    """An answer with these rows for machines and these cells for people."""
    names = list(rows[0]) if rows else ["name", "value"]
    return Result(
        query={"command": "test", "metrics": ["gdp"]},
        columns=tuple(Column(name, f"what {name} is") for name in names),
        rows=tuple(rows),
        sheet=Sheet(
            title,
            tuple(Heading(text, right=place > 0) for place, text in enumerate(headings)),
            tuple(tuple(row) for row in cells),
            tuple(legend),
        ),
        notes=tuple(notes),
        sources=tuple(sources),
        dataset=Dataset("hand-made", version="1", date="2026-01-31"),
    )
