"""Cells as machines get them: raw values, and no text that a program could take for an order."""

from __future__ import annotations

from typing import Any

_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # full-width ones work in Excel


def plain_number(value: float) -> int | float:
    """A whole number without its ".0": 5400000000000, not 5400000000000.0; the rest as it is."""
    return int(value) if value.is_integer() and abs(value) < 1e18 else value


def csv_cell(value: Any) -> Any:
    """A cell of CSV or TSV: empty for null, true or false in lower case, text without formulas.

    A text that begins with = + - @ would be run by a spreadsheet; an apostrophe before it makes it
    text there, as OWASP advises against CSV injection. Control characters are dropped.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return plain_number(value)
    if not isinstance(value, str):
        return value
    text = one_line(value)
    return f"'{text}" if text.lstrip().startswith(_FORMULA_STARTS) else text


def one_line(text: str) -> str:
    """Text without line breaks, escape sequences and direction marks: safe in a terminal too."""
    if text.isprintable():
        return text
    import unicodedata

    kept = (" " if c in "\t\r\n\v\f\x85\u2028\u2029" else c for c in text)
    return "".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
