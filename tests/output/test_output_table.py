"""The table for people: whatever a cell holds, on whatever page."""

from __future__ import annotations

import re
import unicodedata

import pytest
from output_results import ESCAPE, NASTY, SOURCE, result

from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.output.table import render
from zonecli.table.registries import Source

PLAIN = Page()


def width(text: str) -> int:
    """Columns that a terminal gives to a text: two for a wide character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def controls(text: str) -> set[str]:
    """Characters that steer a terminal, line feeds apart."""
    return {c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl")}


def test_no_control_character_reaches_a_plain_page() -> None:
    """Not from a cell, a title, a legend, nor from a source."""
    for text in NASTY:
        source = Source("s", text, text, text, text)
        answer = result(
            *([], [[text, text]]),
            headings=(text, text),
            title=text,
            legend=[text],
            sources=[source],
        )
        assert controls(render(answer, PLAIN)) == set(), repr(text)


def test_no_foreign_escape_sequence_reaches_a_styled_page() -> None:
    """On a terminal nothing of a source's text colours, links, or rings."""
    for text in NASTY:
        source = Source("s", text, text, f"https://paper.example/{text}", "2022")
        answer = result([], [[text, text]], title=text, legend=[text], sources=[source])
        out = render(answer, Page(width=100, styled=True))
        assert f"{ESCAPE}[31m" not in out
        assert "\x07" not in out
        assert "\x9b" not in out
        assert "\u202e" not in out
        assert f"{ESCAPE}]8;;http://evil" not in out


def test_markup_is_shown_as_it_is() -> None:
    """Brackets and colons in a note are text."""
    text = "[red]markup[/red] [link=http://evil.example]x[/link] :smile:"
    assert text in render(result([], [[text, "1"]]), PLAIN)


def test_a_cell_is_one_line() -> None:
    """Line breaks in a note do not break the table."""
    out = render(result([], [["two\nlines", "1"], ["two\r\nlines", "2"]]), PLAIN)
    assert [line.split()[-1] for line in out.splitlines()[3:5]] == ["1", "2"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a b c"),
        (f"{ESCAPE}[31mred", "[31mred"),
        ("zero\u200bwidth", "zerowidth"),
        ("国家", "国家"),
        ("5–6 · −3", "5–6 · −3"),
    ],
)
def test_one_line(text: str, kept: str) -> None:
    """What is harmless stays; what steers goes."""
    assert one_line(text) == kept


def test_columns_line_up_under_wide_characters() -> None:
    """A Chinese cell is as wide as it looks: numbers end in the same column."""
    out = render(
        result([], [["国家高新技术产业开发区", "173"], ["abc", "5.4"], ["全国", "1"]]), PLAIN
    )
    lines = out.splitlines()[3:6]
    assert len({width(line) for line in lines}) == 1


def test_a_page_without_a_width_cuts_nothing() -> None:
    """A pipe gets cells of any length whole, in one line."""
    long = "word " * 400 + "end"
    out = render(result([], [[long, "1"]], sources=[SOURCE]), PLAIN)
    assert long in out
    assert "https://paper.example/a" in out


NUMBERS = ["15,300,000,000,000", "115,000", "+183%", "13.4%", "(180", "trillion", "20,000", "2,200"]


@pytest.mark.parametrize("columns", [20, 30, 40, 60, 80])
def test_no_word_of_a_number_is_broken_on_a_narrow_page(columns: int) -> None:
    """However narrow: a number stays in one piece, even if its line runs over the edge."""
    cells = [
        [
            "Gross domestic product of the zones",
            "15,300,000,000,000",
            "115,000",
            "+183% (180 to 187)",
        ],
        ["High-tech enterprises", "15.3 trillion", "under 20,000", "13.4%"],
        ["Overseas institutions", "over 2,200", "about 5 trillion", "1"],
    ]
    headings = ("Figure", "2012", "2021", "Change")
    out = render(result([], cells, headings=headings), Page(width=columns))
    words = out.split()
    assert [number for number in NUMBERS if number not in words] == []


def test_what_fits_stays_within_the_page() -> None:
    """Words are wrapped before numbers are: nothing runs over where it need not."""
    cells = [["Gross domestic product of all the zones of the country", "15.3 trillion"]]
    out = render(result([], cells, headings=("Figure", "2021")), Page(width=40))
    assert max(map(width, out.splitlines())) <= 40


def test_nothing_for_an_empty_answer() -> None:
    """No title over an empty table."""
    assert render(result([], []), PLAIN) == ""


def test_sources_are_numbered_from_one() -> None:
    """Publisher, date, title, address; "undated" where there is no date."""
    undated = Source("s", "Page", "Blog", "https://blog.example")
    lines = render(result([], [["a", "1"]], sources=[SOURCE, undated]), PLAIN).splitlines()
    assert lines[-2:] == [
        "1 The Paper, 2022-09. Title. https://paper.example/a",
        "2 Blog, undated. Page. https://blog.example",
    ]


def test_a_long_address_stays_in_one_piece_on_a_narrow_page() -> None:
    """It can be copied, though it runs over the edge."""
    address = "https://paper.example/" + "a" * 120
    source = Source("s", "A long title that is wrapped on a narrow page", "Paper", address, "2022")
    out = render(result([], [["a", "1"]], sources=[source]), Page(width=40))
    assert address in out.split()


def test_styles_on_a_terminal_alone() -> None:
    """A styled page has links and bold headings; without its styles it reads the same."""
    answer = result([], [["a", "1"]], sources=[SOURCE])
    styled = render(answer, Page(width=80, styled=True))
    assert f"{ESCAPE}]8;" in styled
    bare = re.sub(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", styled)
    assert bare.split() == render(answer, Page(width=80)).split()


def test_no_line_ends_in_blanks() -> None:
    """A saved table is clean to diff."""
    out = render(result([], [["a", "1"], ["abc", "22"]], sources=[SOURCE]), Page(width=80))
    assert [line for line in out.splitlines() if line != line.rstrip()] == []
