"""HTML, read back by html.parser."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from output_results import NASTY, SOURCE, result

from zonecli.answers.result import Result
from zonecli.output import render
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.table.registries import Source

VOID = {"meta"}


class Reader(HTMLParser):
    """Cells, links and every tag of a page; fails where tags do not close in order."""

    def __init__(self, answer: Result) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.page = str(render(answer, "html", Page()))
        self.feed(self.page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        for tag in self.open:
            self.texts[tag][-1] += data

    def links(self) -> list[str | None]:
        return [attrs["href"] for tag, attrs in self.tags if tag == "a"]


@pytest.mark.parametrize("text", NASTY)
def test_a_cell_arrives_as_it_was(text: str) -> None:
    """Tags, entities and quotes in any text are text."""
    source = Source("s", text, text, f"https://paper.example/{text}", text)
    answer = result([], [[text, "<b>1</b> & 'x'"]], title=text, legend=[text], notes=[text])
    read = Reader(answer._replace(sources=(source,)))
    assert read.texts["td"] == [one_line(text), "<b>1</b> & 'x'"]
    assert {tag for tag, _ in read.tags}.isdisjoint({"b", "script", "img", "iframe", "link"})


def test_the_page_needs_nothing_else() -> None:
    """No style sheet, script, picture or font from elsewhere; nothing may run."""
    read = Reader(result([], [["a", "1"]], sources=[SOURCE]))
    assert not re.search(r"\ssrc=|@import|url\(", read.page)
    policy = next(a for t, a in read.tags if t == "meta" and "http-equiv" in a)
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert "prefers-color-scheme: dark" in read.page
    assert ("html", {"lang": "en"}) in read.tags


def test_sources_are_linked_both_ways() -> None:
    """The number in the table leads to the source, the source to its page; no other scheme."""
    bad = Source("b", "Bad", "P", "javascript:alert(1)", "2020")
    headings = ("A", "Source")
    answer = result([], [["5 [1] [7]", "1,2 a"]], headings=headings, sources=[SOURCE, bad])
    read = Reader(answer)
    assert read.links() == ["#source-1", "#source-1", "#source-2", "https://paper.example/a"]
    assert [a.get("id") for t, a in read.tags if t == "li"] == ["source-1", "source-2"]


def test_an_address_cannot_leave_its_attribute() -> None:
    """Quotes and angle brackets in an address are percent-encoded."""
    odd = Source("o", "T", "P", 'https://o.example/"><script>alert(1)</script>', "")
    read = Reader(result([], [["a", "1"]], sources=[odd]))
    assert read.links() == ["https://o.example/%22%3E%3Cscript%3Ealert%281%29%3C/script%3E"]


def test_an_empty_answer_is_a_page_without_a_table() -> None:
    """Valid, and it says from which record nothing was found."""
    read = Reader(result([], []))
    assert "table" not in read.texts
    assert "hand-made" in read.texts["footer"][0]
