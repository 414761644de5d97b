"""Markdown, read back by markdown-it."""

from __future__ import annotations

from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from output_results import NASTY, SOURCE, result

from zonecli.output import render
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.table.registries import Source

READER = MarkdownIt("gfm-like", {"linkify": False})


def tokens(answer: Any) -> list[Token]:
    text = render(answer, "md", Page())
    assert isinstance(text, str)
    return READER.parse(text)


def plain(inline: Token) -> str:
    """The text of a paragraph or cell, which must be nothing but text."""
    children = inline.children or []
    assert {child.type for child in children} <= {"text", "text_special"}, inline.content
    return "".join(child.content for child in children)


def cells(found: list[Token], kind: str) -> list[str]:
    return [plain(found[i + 1]) for i, token in enumerate(found) if token.type == f"{kind}_open"]


@pytest.mark.parametrize("text", NASTY)
def test_a_cell_arrives_as_it_was(text: str) -> None:
    """Stars, pipes, brackets, tags and entities in a cell are text, and break no column."""
    found = tokens(result([], [[text, "1"], ["R&D &amp; <b> | *a* _b_ `c` ~~d~~ $e$", "2"]]))
    shown = cells(found, "td")
    assert shown[0] == " ".join(one_line(text).split(" ")).strip()
    assert shown[1:] == ["1", "R&D &amp; <b> | *a* _b_ `c` ~~d~~ $e$", "2"]


@pytest.mark.parametrize("text", ["# a", "- a", "+ a", "1. a", "12) a", "=== a", "> a", "* a"])
def test_a_line_of_the_legend_is_no_markup(text: str) -> None:
    """What would begin a heading or a list stays text."""
    found = tokens(result([], [["a", "1"]], legend=[text], title=text))
    lists = [token for token in found if token.type.endswith("_list_open")]
    assert len(lists) == 1  # the legend itself
    assert text in [plain(t) for t in found if t.type == "inline" and t.content.endswith("a")]


def test_headings_and_alignment() -> None:
    """Numbers stand right, as on the terminal."""
    found = tokens(result([], [["a", "1"]], title="GDP · zones"))
    assert cells(found, "h2") == []  # the title is one heading, checked below
    assert [t.content for t in found if t.type == "inline"][:3] == ["GDP · zones", "A", "B"]
    heads = [t for t in found if t.type == "th_open"]
    assert [t.attrs.get("style") for t in heads] == [None, "text-align:right"]


def test_sources_are_numbered_and_linked() -> None:
    """The number of the table is the number of the list; the title leads to the page."""
    odd = Source("o", "T [a](b)", "P", 'https://o.example/a b)>"<x>', "")
    bad = Source("b", "Bad", "P", "javascript:alert(1)", "2020")
    found = tokens(result([], [["a", "1"]], sources=[SOURCE, odd, bad]))
    inlines = [t for t in found if t.type == "inline" and ". " in t.content][-3:]
    links = [c.attrs["href"] for t in inlines for c in t.children or [] if c.type == "link_open"]
    assert links == ["https://paper.example/a", "https://o.example/a%20b%29%3E%22%3Cx%3E"]
    assert any(t.type == "ordered_list_open" for t in found)
    assert inlines[1].content.startswith("P, undated")


def test_an_empty_answer_is_an_empty_file() -> None:
    """No title over nothing."""
    assert render(result([], []), "md", Page()) == ""


def test_notes_and_table_stand_below() -> None:
    """A pasted table still says what must be known, and which record it is from."""
    text = render(result([], [["a", "1"]], notes=["Not a full year: 2023."]), "md", Page())
    assert "- Not a full year: 2023." in text
    assert "hand-made (version 1, 2026-01-31)" in text
