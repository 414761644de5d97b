"""A claim: what somebody says a figure is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from zonecli.stats.hedges import hedged_interval
from zonecli.stats.interval import Interval
from zonecli.stats.printed import PrintedNumber
from zonecli.stats.qualifiers import ABOUT, EXACT

LEVEL, SHARE, GROWTH, AVERAGE = "level", "share", "growth", "average"
DIFFERENCE, RATIO, CHANGE, POINTS = "difference", "ratio", "change", "points"


@dataclass(frozen=True)
class Claim:
    """A number said of a metric, zones and a time.

    `number`: as printed, unscaled; `unit` null where none was said. Null `period`: the year (of a
    stock: any point of it). `relation`: the number compares `year` with `base_year` (difference,
    ratio, change in percent, change in points). `basis` of a growth where it was said. `doubts`:
    what is not sure about the reading; with any, no mismatch is held against the claim.
    `other_years`, `other_metrics`: years and metrics that may be meant as well; none where the
    claim names its own.
    """

    metric: str
    measure: str
    zone_type: str
    zone: str
    year: int
    number: PrintedNumber
    unit: str | None = None
    period: str | None = None
    month: int | None = None
    relation: str | None = None
    base_year: int | None = None
    basis: str | None = None
    text: str = ""
    other_years: tuple[int, ...] = ()
    other_metrics: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def qualifier(self) -> str:
        return self.number.qualifier or EXACT

    @property
    def interval(self) -> Interval:
        """What the claim's digits and hedge allow."""
        return self._allowed(self.qualifier)

    @property
    def rounded(self) -> Interval:
        """All that rounds to the claim's number at its last digit that is not zero: as people
        round, whatever hedge stands before it."""
        return self._allowed(ABOUT)

    def scaled(self, factor: float) -> Claim:
        """The same claim with its number, and the unit of its last digit, times a factor."""
        number = self.number
        changed = replace(
            number,
            value=float(f"{number.value * factor:.15g}"),
            step=float(f"{number.step * abs(factor):.15g}"),
            significant=float(f"{number.significant * abs(factor):.15g}"),
        )
        return replace(self, number=changed)

    def _allowed(self, qualifier: str) -> Interval:
        number = self.number
        floor = 0.0 if self.measure != GROWTH and self.relation is None else None
        low, high = hedged_interval(
            qualifier,
            number.value,
            step=number.step,
            significant=number.significant,
            whole=number.whole and self.measure == LEVEL and self.unit not in ("percent", "times"),
            floor=floor,
        )
        return Interval(low, high)
