"""Cross-checks: does what one source prints fit what others print?

Each compares a printed figure with the same one worked out from other figures. Two that overlap
within what digits and hedges allow fit; more cannot be asked of rounded figures.
"""

from collections.abc import Iterator
from typing import NamedTuple

from zonecli.answers import computed
from zonecli.answers.computed import Computed
from zonecli.answers.surroundings import Surroundings
from zonecli.language import said, to_be_said
from zonecli.stats.interval import Interval
from zonecli.table.columns import CURRENCIES
from zonecli.table.report import Report

SHARE_AGAINST_LEVELS = to_be_said("share against levels")
GROWTH_AGAINST_LEVELS = to_be_said("growth against levels")
DOLLARS_AGAINST_YUAN = to_be_said("dollars against yuan")
FITS, MISFIT = to_be_said("fits"), to_be_said("does not fit")
UNSURE = to_be_said("cannot tell")


class Check(NamedTuple):
    """One cross-check of a figure.

    `kind`: what is compared; `printed`: the figure as printed; `against`: worked out from others;
    `verdict`: fits, does not fit, or cannot tell, with `reason` where it is not plain.
    """

    kind: str
    printed: Report
    against: Computed
    verdict: str
    reason: str = ""

    @property
    def misfit(self) -> float:
        """How far the two are apart, as `apart` measures it; where the interval of the printed
        figure reaches the other, as that of a misread "over 6 billion" does, from its number."""
        number = self.printed._replace(low=self.printed.value, high=self.printed.value)
        other = self.against.interval
        return apart(self.printed, other) or apart(number, other)


def apart(report: Report, other: Interval) -> float:
    """How far a figure and another interval are apart; 0 where they overlap.

    Of an amount as a part of its value; of a percentage in points by the hundred.
    """
    own = report.interval
    distance = max(own.low - other.high, other.low - own.high, 0.0)
    return distance / 100 if report.unit == "percent" else distance / (abs(report.value) or 1)


def checks_of(around: Surroundings, report: Report) -> Iterator[Check]:
    """The cross-checks that can be made of a level: its printed growth and share, its dollars."""
    if report.measure != "level":
        return
    if (printed := around.printed(report, "growth")) is not None:
        yield from _growth_check(around, printed, report)
    if (printed := around.printed(report, "share")) is not None:
        yield from _share_check(around, report, printed)
    if (dollars := around.in_unit(report, "USD")) is not None and report.unit == "CNY":
        against = computed.in_dollars(around, report)
        yield from _plain_check(DOLLARS_AGAINST_YUAN, dollars, against)


def fits(printed: Report | None, worked_out: Computed | None) -> bool | None:
    """Whether the two overlap; null where one is missing or they are not of one kind."""
    if printed is None or worked_out is None or printed.basis == "real":
        return None
    return printed.interval.overlaps(worked_out.interval)


def _growth_check(around: Surroundings, printed: Report, report: Report) -> Iterator[Check]:
    """Sources seldom say in which currency an amount grew: it fits if it does in one of them."""
    kind, against = GROWTH_AGAINST_LEVELS, computed.growth(around, report)
    if against is None:
        return
    if printed.basis == "real":
        reason = said("the printed growth is real, the levels are at current prices")
        yield Check(kind, printed, against, UNSURE, reason)
        return
    others = (around.in_unit(report, unit) for unit in CURRENCIES if unit != report.unit)
    for other in (report, *filter(None, others)):
        worked_out = computed.growth(around, other)
        if worked_out is not None and printed.interval.overlaps(worked_out.interval):
            yield Check(kind, printed, worked_out, FITS)
            return
    if report.unit == "USD":
        reason = said("the printed growth may be of the amounts in yuan")
        yield Check(kind, printed, against, UNSURE, reason)
        return
    reason = ""
    if printed.basis == "unstated":
        reason = said(
            "the source does not say whether its growth is real or nominal, nor of which zones"
        )
    yield Check(kind, printed, against, MISFIT, reason)


def _share_check(around: Surroundings, report: Report, printed: Report) -> Iterator[Check]:
    """National totals are revised: a share fits if it does with any vintage that is known."""
    kind, against = SHARE_AGAINST_LEVELS, computed.share(around, report)
    if against is None:
        return
    if printed.interval.overlaps(against.interval):
        yield Check(kind, printed, against, FITS)
        return
    for vintage in around.national_vintages(report):
        older = computed.share_of(report, vintage)
        if printed.interval.overlaps(older.interval):
            reason = said("with an earlier figure of the national total")
            yield Check(kind, printed, older, FITS, reason)
            return
    yield Check(kind, printed, against, MISFIT)


def _plain_check(kind: str, printed: Report, against: Computed | None) -> Iterator[Check]:
    if against is not None:
        overlap = printed.interval.overlaps(against.interval)
        yield Check(kind, printed, against, FITS if overlap else MISFIT)
