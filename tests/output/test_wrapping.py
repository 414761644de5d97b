"""Lines that fit: where they may end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from zonecli.output.wrapping import hanging, longest_piece, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("高新区总产值", 6, ["高新区", "总产值"]),
        ("高新区，经开区", 6, ["高新", "区，经", "开区"]),  # no mark begins a line
        ("总量（年初累计）", 6, ["总量", "（年初", "累计）"]),  # nor does an opening one end it
        ("达15.35万亿元，", 13, ["达", "15.35万亿元，"]),  # a number keeps its scale and unit
        ("15.25至15.35万亿", 10, ["15.25至", "15.35万亿"]),
        ("截至2021年底", 8, ["截至", "2021年底"]),
        ("+183% (179至187)", 12, ["+183%", "(179至187)"]),
        ("见 zonecli 说明", 10, ["见 zonecli", "说明"]),
        ("2021年1–9月", 6, ["2021年", "1–9月"]),
        ("1234567890123", 5, ["12345", "67890", "123"]),  # what cannot be kept whole
        ("", 5, []),
    ],
)
def test_where_a_line_ends(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


def test_chinese_breaks_anywhere_and_english_at_blanks() -> None:
    assert wrapped("来源：国家统计局", 8) == ["来源：国", "家统计局"]
    assert wrapped("记录 2026.11（2026）", 8) == ["记录", "2026.11", "（2026）"]
    assert wrapped("四个中字，好", 8) == ["四个中", "字，好"]  # no comma begins a line
    assert wrapped("unbreakable", 4) == ["unbr", "eaka", "ble"]
    assert wrapped("one two three", 8) == ["one two", "three"]


def test_the_longest_piece() -> None:
    """15.35万亿 takes nine cells: 5 for the digits, 2 for each character."""
    assert longest_piece("为15.35万亿") == 9
    assert longest_piece("高新区") == 2
    assert longest_piece("") == 0


def test_a_note_hangs_and_its_address_stays_whole() -> None:
    assert hanging("one two three four", 18) == ["one two three four"]
    assert hanging("one two three four", 10) == ["one two", "  three", "  four"]
    address = "https://example.org/a-long-one"
    assert hanging(f"see {address} there", 12) == ["see", f"  {address}", "  there"]
    assert hanging("说明：数字来自两个来源", 12) == ["说明：数字", "  来自两个来", "  源"]
    assert hanging(" " * 9, 4) == []


@given(
    st.text(st.sampled_from("高新区0123456789.,%（）()，。、“”《》万亿元年 ab–"), max_size=60),
    st.integers(min_value=2, max_value=20),
)
def test_nothing_is_lost_and_every_line_fits(text: str, width: int) -> None:
    text = " ".join(text.split())
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)
