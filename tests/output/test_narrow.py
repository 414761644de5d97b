"""A table on a page that is too narrow for it: pictures go, cells are folded, columns stacked."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import strategies as st
from rich.cells import cell_len

from zonecli.answers.result import Heading, Sheet
from zonecli.output.narrow import narrow_lines


def sheet(*rows: Sequence[str], headings: Sequence[str], picture: str = "") -> Sheet:
    """The last columns stand right, as numbers do."""
    made = [Heading(h, right=place > 1, picture=h == picture) for place, h in enumerate(headings)]
    return Sheet("", tuple(made), tuple(map(tuple, rows)))


def shown(table: Sheet, page: int) -> list[str]:
    head, body = narrow_lines(table, page)
    return [line.rstrip() for line in (*head, *body)]


def test_a_picture_goes_first() -> None:
    """And nothing need be folded then."""
    table = sheet(("ab cd", "5", "▁▂▃▄▅▆▇█"), headings=("What", "N", "Years"), picture="Years")
    assert shown(table, 12) == ["What   N", "ab cd  5"]


def test_long_cells_are_folded_at_blanks() -> None:
    """The widest column first; headings stand at the foot of their lines."""
    table = sheet(
        ("one two three", "x", "15.3 trillion"), headings=("What there is", "Id", "Amount")
    )
    assert shown(table, 22) == [
        "What",
        "there is  Id    Amount",
        "one two   x       15.3",
        "three         trillion",
    ]


def test_the_column_with_the_longest_word_is_stacked() -> None:
    """Below the line, with its heading; an empty cell leaves no line."""
    table = sheet(
        *(("yes", "gdp-high-tech-2021", "15.3"), ("no", "", "5.4")),
        headings=("Kind", "Id", "Value"),
    )
    assert shown(table, 20) == [
        "Kind  Value",
        "yes    15.3",
        "    Id",
        "      gdp-high-tech-2021",
        "no      5.4",
    ]
    assert shown(table, 26)[:3] == ["Kind  Value", "yes    15.3", "    Id  gdp-high-tech-2021"]


def test_the_first_column_stands_above_where_it_is_too_long() -> None:
    """Short ones stay on their line."""
    table = sheet(
        *(("gdp", "trillion", "7"), ("gross_industrial_output", "billion", "12")),
        headings=("Metric", "Unit", "N"),
    )
    assert shown(table, 21) == [
        "Metric   Unit       N",
        "gdp      trillion   7",
        "gross_industrial_output",
        "         billion   12",
    ]


def test_chinese_is_folded_between_characters() -> None:
    table = sheet(("国家高新技术产业开发区", "5"), headings=("园区", "数"))
    assert shown(table, 16) == ["园区          数", "国家高新技术  5", "产业开发区"]


WORDS = st.text(st.sampled_from("abc15.3高新"), min_size=1, max_size=12)
CELLS = st.lists(WORDS, max_size=4).map(" ".join)


@given(
    st.integers(1, 5).flatmap(
        lambda columns: st.lists(
            st.lists(CELLS, min_size=columns, max_size=columns), min_size=1, max_size=4
        )
    ),
    st.integers(8, 60),
)
def test_no_word_is_lost_and_no_line_is_too_long(rows: list[list[str]], page: int) -> None:
    """Where the longest word fits, all lines do; Chinese may be broken, other words are not."""
    headings = [f"H{place}" for place in range(len(rows[0]))]
    words = " ".join(cell for row in rows for cell in row).split()
    assume(max(map(cell_len, words), default=0) <= page - 6)
    lines = shown(sheet(*rows, headings=headings), page)
    assert [line for line in lines if cell_len(line) > page] == []
    found = " ".join(lines).split()
    assert [word for word in words if word.isascii() and word not in found] == []
    for sign in "高新":
        assert sum(line.count(sign) for line in lines) == "".join(words).count(sign)
