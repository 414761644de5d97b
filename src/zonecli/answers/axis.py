"""Axes of charts: round numbers to mark, and which years get a name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zonecli.answers.wording import amount_text, counted_in, with_unit
from zonecli.stats import digits

_STEPS = (1, 2, 5, 10)
_MOST_TICKS = 5
_FLAT = 0.9  # least over greatest: from here on a line from zero would hide what changes


class Tick(NamedTuple):
    """A mark of an axis: where, in the unit, and what stands there."""

    value: float
    text: str


class Axis(NamedTuple):
    """An axis of amounts from `low` to `high`, in the unit, unscaled.

    `unit` is what the ticks are counted in, "trillion CNY"; `word` how amounts of that scale end,
    " trillion"; `upside_down`: the least stands on top, as first places do.
    """

    low: float
    high: float
    ticks: tuple[Tick, ...]
    unit: str = ""
    word: str = ""
    upside_down: bool = False

    @property
    def begins_at_zero(self) -> bool:
        return self.low <= 0 <= self.high


def amount_axis(values: Iterable[float], unit: str, *, from_zero: bool) -> Axis:
    """The axis for these amounts. Unless it must begin at zero it does where that costs nothing."""
    known = sorted(values)
    low, high = known[0], known[-1]
    if from_zero or low < _FLAT * high:
        low, high = min(low, 0.0), max(high, 0.0)
    if math.isclose(low, high, rel_tol=1e-12):  # no closer: doubles cannot tell the marks apart
        low, high = (min(low, 0.0), high) if high > 0 else (low - 1, high + 1)
    step = _step((high - low) / _MOST_TICKS, whole=unit in ("count", "persons"))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    scale, word = counted_in(max(abs(low), abs(high)), unit)
    ticks = _ticks([n * step for n in range(first, last + 1)], step, scale, unit)
    counted = with_unit(word.strip(), unit).strip()
    return Axis(first * step, last * step, ticks, counted, word)


def rank_axis(values: Iterable[float]) -> Axis:
    """The axis of places: the first on top, whole numbers alone."""
    last = max(5.0, *values)
    step = max(1, math.ceil(_step(last / _MOST_TICKS)))
    places = [1, *range(step, math.ceil(last / step) * step + 1, step)]
    unique = sorted(set(places))
    return Axis(1, unique[-1], _ticks(unique, 1, 0, "rank"), upside_down=True)


def year_ticks(first: int, last: int, most: int) -> Sequence[int]:
    """The years to name: round ones, and the first and last where there is room; no more than
    about `most` ≥ 1."""
    span = last - first + 1
    step = next((s for s in (1, 2, 5, 10, 20, 50, 100) if span / s <= most), span)
    named = list(range(math.ceil(first / step) * step, last + 1, step)) or [first]
    room = span / most
    if named[0] - first >= room:
        named.insert(0, first)
    if last - named[-1] >= room:
        named.append(last)
    return named


def _step(least: float, *, whole: bool = False) -> float:
    size = 10.0 ** digits.magnitude(least)
    step = next(s * size for s in _STEPS if s * size >= least * (1 - 1e-9))
    return max(1.0, math.ceil(step)) if whole else step


def _ticks(values: Sequence[float], step: float, scale: int, unit: str) -> tuple[Tick, ...]:
    exponent = digits.own_exponent(step) - scale
    said_unit = unit if unit == "percent" else "count"
    return tuple(
        Tick(value, amount_text(value / 10**scale, exponent, said_unit)) for value in values
    )
