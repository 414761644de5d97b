"""Works out a derived figure from its derivation, such as "over 5.63 million / 2.5"."""

from __future__ import annotations

import operator
import re
from typing import NamedTuple

from zonecli.stats import interval as intervals
from zonecli.stats.hedges import hedged_interval, split_hedge
from zonecli.stats.interval import Interval
from zonecli.stats.printed import read_number
from zonecli.stats.qualifiers import ABOUT, AT_LEAST, EXACT, OVER, UNDER

_OPERATION = re.compile(r"(.+?) ([-+*/]) (.+)")
_RANGE = re.compile(r"\((.+?) to (.+?)\)")
_OPERATORS = {
    "+": (operator.add, intervals.add),
    "-": (operator.sub, intervals.subtract),
    "*": (operator.mul, intervals.multiply),
    "/": (operator.truediv, intervals.divide),
}


class Derived(NamedTuple):
    """A derived figure: value, interval, and the hedge that the interval amounts to."""

    value: float
    interval: Interval
    qualifier: str


def derive(derivation: str, qualifier: str | None = None) -> Derived:
    """The figure that `derivation` gives: two hedged numbers and one of + - * / between them.

    An operand in parentheses, "(4.6 to 5.6)", stands for a source that can be read both ways: the
    first number gives the value, both give the interval. A `qualifier` given says that the value
    is only a bound. Raises ValueError where the derivation cannot be read.
    """
    match = _OPERATION.fullmatch(derivation.strip())
    if match is None:
        raise ValueError(f"{derivation!r} is not two numbers with + - * or / between them")
    left, right = _operand(match[1]), _operand(match[3])
    on_values, on_intervals = _OPERATORS[match[2]]
    value = float(on_values(left[0], right[0]))
    if qualifier is not None:
        bound = hedged_interval(
            qualifier, value, step=0, significant=0, whole=True, floor=min(0.0, value)
        )
        return Derived(value, bound, qualifier)
    result = on_intervals(left[1], right[1])
    hedges = {split_hedge(operand)[0] or EXACT for operand in (match[1], match[3])}
    return Derived(value, result, _hedge(result, hedges))


def quotient_of(derivation: str, whole: float) -> tuple[float, Interval] | None:
    """The divisor of a derivation "whole / divisor": how many times the derived figure `whole` is.

    Null where the derivation is no division of `whole`. Raises ValueError where it cannot be read.
    """
    match = _OPERATION.fullmatch(derivation.strip())
    if match is None or match[2] != "/" or _operand(match[1])[0] != whole:
        return None
    return _operand(match[3])


def _operand(text: str) -> tuple[float, Interval]:
    if span := _RANGE.fullmatch(text):
        value, first = _operand(span[1])
        _, last = _operand(span[2])
        return value, Interval(min(first.low, last.low), max(first.high, last.high))
    number = read_number(text)
    interval = hedged_interval(
        number.qualifier or EXACT,
        number.value,
        step=number.step,
        significant=number.significant,
        whole=number.whole,
        floor=0,
    )
    return number.value, interval


def _hedge(interval: Interval, hedges: set[str]) -> str:
    """The hedge of the result: of an open end its side, else exact only from exact operands."""
    low, high = interval.ends()
    if high is None:
        return AT_LEAST if AT_LEAST in hedges else OVER
    if low is None or low == 0 < high:
        return UNDER
    return EXACT if hedges == {EXACT} else ABOUT
