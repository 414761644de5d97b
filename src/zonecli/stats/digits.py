"""How many digits an interval allows, and rounding that never claims more than it holds."""

from __future__ import annotations

import math
import sys

from zonecli.stats.interval import Interval

_SLACK = 1e-9  # of a unit: what float64 arithmetic may have added


def power_at_least(amount: float) -> int:
    """The least exponent n with 10**n ≥ amount > 0."""
    exponent = math.ceil(math.log10(amount) - 1e-6)
    return exponent if 10.0**exponent >= amount * (1 - _SLACK) else exponent + 1


def allowed_exponent(interval: Interval, significant: int) -> int:
    """The decimal place, as a power of ten, of the last digit that a bounded interval allows.

    The whole interval lies within one unit of that digit around its middle (a tenth of it where
    the rounded middle would leave the interval); an exact one gets `significant` digits.
    """
    size = max(abs(interval.low), abs(interval.high))
    finest = magnitude(size) - significant + 1 if size else 0
    half = (interval.high - interval.low) / 2
    if half <= size * 1e-12:
        return finest
    exponent = max(finest, power_at_least(half))
    rounded = round_to((interval.low + interval.high) / 2, exponent)
    return exponent if interval.holds(rounded) else exponent - 1


def magnitude(amount: float) -> int:
    """The exponent of the leading digit: 2 for 115."""
    return math.floor(math.log10(abs(amount)) + 1e-12) if amount else 0


def own_exponent(value: float) -> int:
    """The place of the last digit that `value` itself has: 3 for 115000, -1 for 13.4."""
    digits, _, exponent = f"{value:.14e}".partition("e")
    return int(exponent) - len(digits.lstrip("-").replace(".", "").rstrip("0")) + 1


def round_to(value: float, exponent: int) -> float:
    """To the nearest multiple of 10**exponent, halves away from zero as people round."""
    units = _units(abs(value), exponent)
    return math.copysign(_multiple(math.floor(units + 0.5 + _slack(units)), exponent), value)


def round_down(value: float, exponent: int) -> float:
    """To the multiple of 10**exponent at or below."""
    units = _units(value, exponent)
    return _multiple(math.floor(units + _slack(units)), exponent)


def round_up(value: float, exponent: int) -> float:
    """To the multiple of 10**exponent at or above."""
    units = _units(value, exponent)
    return _multiple(math.ceil(units - _slack(units)), exponent)


def _units(value: float, exponent: int) -> float:
    return value * 10.0**-exponent if exponent < 0 else value / 10.0**exponent


def _slack(units: float) -> float:
    """What float64 arithmetic may have added to a number of units."""
    return max(_SLACK, 4 * sys.float_info.epsilon * abs(units))


def _multiple(units: int, exponent: int) -> float:
    return units / 10.0**-exponent if exponent < 0 else units * 10.0**exponent
