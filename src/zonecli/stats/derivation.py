"""Works out a derived figure from its derivation, such as "over 5.63 million / 2.5"."""

from __future__ import annotations

import math
import operator
import re
from typing import NamedTuple

from zonecli.stats import interval as intervals
from zonecli.stats.digits import magnitude
from zonecli.stats.interval import Interval
from zonecli.stats.qualifiers import ABOUT, AT_LEAST, AT_MOST, EXACT, OVER, UNDER

_OPERATION = re.compile(r"(.+?) ([-+*/]) (.+)")
_RANGE = re.compile(r"\((.+?) to (.+?)\)")
_PLAIN = re.compile(r"\d+(?:\.(\d+))?")
_OPERATORS = {
    "+": (operator.add, intervals.add),
    "-": (operator.sub, intervals.subtract),
    "*": (operator.mul, intervals.multiply),
    "/": (operator.truediv, intervals.divide),
}

# On which side of its number a hedge leaves a figure.
_SIDES = {OVER: 1, AT_LEAST: 1, UNDER: -1, AT_MOST: -1}


class Derived(NamedTuple):
    """A derived figure: value, interval, and the hedge that the interval amounts to."""

    value: float
    interval: Interval
    qualifier: str


def derive(derivation: str, qualifier: str | None = None) -> Derived:
    """The figure that `derivation` gives: two hedged numbers and one of + - * / between them.

    An operand in parentheses, "(4.6 to 5.6)", stands for a source that can be read both ways: the
    first number gives the value, both give the interval. A `qualifier` given says that the result
    is only a bound: the end of what the operands leave. Raises ValueError where the derivation
    cannot be read, and where the operands leave open what the hedge would bound.
    """
    match = _matched(derivation)
    left, right = _operand(match[1]), _operand(match[3])
    on_values, on_intervals = _OPERATORS[match[2]]
    value = float(on_values(left[0], right[0]))
    result = on_intervals(left[1], right[1])
    if match[2] in "+-":
        size = max(abs(left[0]), abs(right[0]))
        value = _without_noise(value, size)
        result = Interval(*(_without_noise(end, size) for end in result))
    hedges = (_own_hedge(match[1]), _own_hedge(match[3]))
    hedge = qualifier or _hedge(*hedges, flipped=match[2] in "-/")
    _refuse_what_is_open(derivation, hedge, result)
    return Derived(value, _one_sided(qualifier, result, min(0.0, value)), hedge)


def operands(derivation: str) -> tuple[tuple[float, str], ...]:
    """The two numbers of a derivation, each with its hedge. Raises ValueError as `derive` does."""
    match = _matched(derivation)
    return tuple((_operand(text)[0], _own_hedge(text)) for text in (match[1], match[3]))


def _matched(derivation: str) -> re.Match[str]:
    match = _OPERATION.fullmatch(derivation.strip())
    if match is None:
        raise ValueError(f"{derivation!r} is not two numbers with + - * or / between them")
    return match


def _own_hedge(operand: str) -> str:
    from zonecli.stats.hedges import split_hedge

    return split_hedge(operand)[0] or EXACT


def _refuse_what_is_open(derivation: str, hedge: str, result: Interval) -> None:
    """A third of "over 1 trillion" has no upper end: no hedge may give it one."""
    side = _SIDES.get(hedge, 0)
    if side != 1 and math.isinf(result.high):
        raise ValueError(f"{derivation!r} has no upper end, which {hedge!r} would give it")
    if side != -1 and math.isinf(result.low):
        raise ValueError(f"{derivation!r} has no lower end, which {hedge!r} would give it")


def _one_sided(qualifier: str | None, result: Interval, floor: float) -> Interval:
    """What is left of the result if the hedge that was given opens one side of it."""
    side = _SIDES.get(qualifier or EXACT, 0)
    if side == 1:
        return Interval(result.low, math.inf)
    return Interval(floor, result.high) if side == -1 else result


def _without_noise(number: float, size: float) -> float:
    """What numbers of this size add up to, without what float64 leaves behind: 109.8 - 100 is 9.8,
    not 9.799999999999997."""
    return number if math.isinf(number) or size == 0 else round(number, 14 - magnitude(size))


def quotient_of(derivation: str, part: float, whole: float) -> tuple[float, Interval] | None:
    """The divisor of a derivation "whole / divisor" of `part`: how many times that `whole` is.

    Null where the derivation is no division of `whole`. Raises ValueError where it cannot be read.
    """
    match = _OPERATION.fullmatch(derivation.strip())
    if match is None or match[2] != "/":
        return None
    divisor = _operand(match[3])
    return divisor if math.isclose(part * divisor[0], whole) else None


def _operand(text: str) -> tuple[float, Interval]:
    if span := _RANGE.fullmatch(text):
        value, first = _operand(span[1])
        _, last = _operand(span[2])
        return value, Interval(min(first.low, last.low), max(first.high, last.high))
    if plain := _PLAIN.fullmatch(text):
        return _plain_operand(float(text), len(plain[1] or ""))
    from zonecli.stats.hedges import hedged_interval
    from zonecli.stats.printed import read_number

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


def _plain_operand(value: float, decimals: int) -> tuple[float, Interval]:
    """A number in nothing but digits, as `hedged_interval` would have it, without the patterns of
    all the languages that `read_number` knows: those take twice Python's own start to make."""
    if not decimals:
        return value, Interval(value, value)
    half = 10.0**-decimals / 2
    return value, Interval(float(f"{value - half:.15g}"), float(f"{value + half:.15g}"))


def _hedge(left: str, right: str, *, flipped: bool) -> str:
    """The hedge of a result: the side on which both operands leave it open, if they agree on one.

    `flipped`: the operation turns the second one's side round, as less than 80 under a hundred.
    """
    sides = {_SIDES.get(left, 0), _SIDES.get(right, 0) * (-1 if flipped else 1)} - {0}
    if len(sides) != 1:
        return EXACT if left == right == EXACT else ABOUT
    may_be_met = not {OVER, UNDER} & {left, right}
    if sides == {1}:
        return AT_LEAST if may_be_met else OVER
    return AT_MOST if may_be_met else UNDER
