"""Digits as people print them → exact decimals: "1,234.5", "1 539", "13,4", "1.234.567"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

# Points and commas between digits, whatever they mean: `read_digits` says which forms are numbers.
DIGITS = r"\d+(?:[.,]\d+)*"
# Thousands apart by a space of any width, but not by a tab, which parts the cells of a table.
SPACED_DIGITS = r"[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?"

_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_CONTINENTAL = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
# What no English number looks like: 1.234.567; 1.234,5; 0,563; one or two digits behind a comma.
_NOT_ENGLISH = re.compile(
    r"[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d+)?|[1-9]\d{0,2}(?:\.\d{3})+,\d+|0,\d+|\d+,\d{1,2}"
)
_MOST_DIGITS = 16  # a float64 holds no more; longer ones are two cells run together


class Amount(NamedTuple):
    """An exact number, the unit of its last printed digit, and whether it has decimals."""

    number: Decimal
    step: Decimal
    has_point: bool

    def scaled(self, scale: Decimal) -> Amount:
        return Amount(self.number * scale, self.step * scale, self.has_point)

    def significant(self) -> Decimal:
        """The unit of the last digit that is not zero; behind a point every digit counts."""
        unit = self.step
        while not self.has_point and self.number and self.number % (unit * 10) == 0:
            unit *= 10
        return unit


class Found(NamedTuple):
    """An amount, and where in the text it stands."""

    amount: Amount
    start: int
    end: int


def read_digits(digits: str, continental: bool = False) -> Amount:
    """The amount that `digits` are. Raises ValueError where they are not one number.

    In a continental text (German, French, Spanish …) the comma is the decimal point and the point
    parts thousands. Elsewhere that is so only for forms that cannot be English: "14,3" is 14.3, but
    "1,234" is 1234 and "1.234" is less than two.
    """
    closed = re.sub(r"\s", "", digits)
    if continental and _CONTINENTAL.fullmatch(closed):
        plain = closed.replace(".", "").replace(",", ".")
    elif _ENGLISH.fullmatch(closed):
        plain = closed.replace(",", "")
    elif _NOT_ENGLISH.fullmatch(closed):
        plain = closed.replace(".", "").replace(",", ".")
    else:
        raise ValueError(f"no single number in {digits!r}")
    if len(plain.replace(".", "")) > _MOST_DIGITS:
        raise ValueError(f"no number has as many digits as {digits!r}")
    number = Decimal(plain)
    exponent = int(number.as_tuple().exponent)
    return Amount(number, Decimal(1).scaleb(exponent), exponent < 0)
