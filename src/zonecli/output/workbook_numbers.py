"""How the numbers of a workbook are shown: as many digits as their source has, 15.3e12 as "15.3
trillion"; the cell holds all of the number either way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from zonecli.answers.wording import amount_text, hedged_text
from zonecli.stats import digits
from zonecli.stats.interval import Interval

_SIGNIFICANT = 4  # digits of a number that no source prints, such as a computed one
_NUMBER = re.compile(r"[\d,]+(?:\.(\d+))?(%?)( trillion| billion| million|万亿|亿|万)?")
_SCALES = {" trillion": ",,,,", " billion": ",,,", " million": ",,", "万亿": ",,,,"}
_IN_FULL = ("亿", "万")  # a number format cannot count in them
_PLAIN = {"year", "from_year", "to_year", "first_year", "last_year", "month"}


def number_format(row: Mapping[str, Any], name: str) -> str:
    """The number format of one number of a row: taken from the text that people read of it."""
    if name in _PLAIN:
        return "0"
    text = _text(row, name)
    found = _NUMBER.search(text)
    decimals, percent, scale = found.groups() if found else (None, "", None)
    if scale in _IN_FULL:
        return "#,##0"
    shown = "#,##0" + (f".{'0' * len(decimals)}" if decimals else "") + _SCALES.get(scale or "", "")
    return shown + (f'"{scale}"' if scale else '"%"' if percent else "")


def _text(row: Mapping[str, Any], name: str) -> str:
    """A figure as its source prints it, an end of its interval in full, another number with four
    digits."""
    value = row[name]
    if name == "value" and {"low", "high", "qualifier", "unit", "status"} <= row.keys():
        interval = Interval.of(row["low"], row["high"])
        printed = row["status"] != "derived"
        return hedged_text(value, interval, row["qualifier"], row["unit"], printed=printed)
    if isinstance(value, int) or value == 0:
        return f"{value:,.0f}"
    own = digits.own_exponent(value)
    if name in ("low", "high") and "unit" in row:
        return amount_text(value, own, row["unit"])
    return amount_text(value, max(own, digits.magnitude(value) - _SIGNIFICANT + 1), "")
