"""Constant prices by an implied deflator.

The implied deflator of GDP between two years is the change of GDP at current prices over its real
growth (System of National Accounts 2008, chapter 15 D). Its inverse brings an amount of one year
to the prices of the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from zonecli.stats.interval import Interval, divide, multiply


def price_ratio(
    nominal_base: Interval, nominal_year: Interval, real_growth: Sequence[Interval], *, later: bool
) -> Interval:
    """Prices of the base year over those of another year.

    `nominal_base` and `nominal_year`: GDP of the two years at current prices, in one unit.
    `real_growth`: real growth in percent of each year after the earlier of the two, up to the
    later one. `later`: the other year lies after the base year.
    """
    volume = Interval(1, 1)
    for rate in real_growth:
        volume = multiply(volume, Interval(1 + rate.low / 100, 1 + rate.high / 100))
    nominal = divide(nominal_base, nominal_year)
    return multiply(nominal, volume) if later else divide(nominal, volume)
