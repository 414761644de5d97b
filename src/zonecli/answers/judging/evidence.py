"""One thing that the table says about a claim: a printed figure, or one that is worked out."""

from __future__ import annotations

import math
from dataclasses import dataclass

from zonecli.answers.computed import Computed
from zonecli.answers.time_wording import time_text
from zonecli.answers.wording import figure_text, interval_text, with_unit
from zonecli.language import said
from zonecli.stats.interval import Interval
from zonecli.stats.qualifiers import ABOUT, EXACT
from zonecli.table.report import Report


@dataclass(frozen=True)
class Evidence:
    """One thing that the table says: `value` and `interval` in `unit`, as told by `reports`.

    `printed`: a source prints it; else it is worked out, and `margin` is what that may be off by:
    a claim outside the interval but inside the margin is not judged.
    """

    value: float
    interval: Interval
    unit: str
    qualifier: str
    reports: tuple[Report, ...]
    printed: bool = True
    margin: float = 0.0
    formula: str = ""

    @property
    def text(self) -> str:
        """With its hedge, unit and time: "over 60,000 (2024)"."""
        last = self.reports[-1]
        if not self.printed:
            amount = with_unit(worked_out_text(self.interval, self.unit, self.value), self.unit)
            return said("{amount} (worked out: {formula})", amount=amount, formula=self.formula)
        amount = with_unit(figure_text(last), last.unit)
        when = time_text(last.period, last.year, last.month)
        if last.status == "forecast":
            return said("{amount} ({when}, a forecast)", amount=amount, when=when)
        return said("{amount} ({when})", amount=amount, when=when)


def worked_out_text(interval: Interval, unit: str, value: float) -> str:
    """As precise as the interval allows; of two bounds what their numbers give, as a guess."""
    if interval.low <= 0 and math.isinf(interval.high):
        return said("about {amount}", amount=f"{value:.2g}")
    if unit == "count" and interval.is_exact:
        return f"{value:,.0f}"
    return interval_text(interval, unit, value)


def printed_evidence(report: Report) -> Evidence:
    """What a source prints."""
    return Evidence(report.value, report.interval, report.unit, report.qualifier, (report,))


def computed_evidence(worked_out: Computed, margin: float) -> Evidence:
    """What other figures give; it may be off by `margin`."""
    low, high = worked_out.interval
    middle = (low + high) / 2 if high < math.inf else low
    return Evidence(
        value=worked_out.value if worked_out.value is not None else middle,
        interval=worked_out.interval,
        unit=worked_out.unit,
        qualifier=EXACT if worked_out.value is not None else ABOUT,
        reports=worked_out.operands,
        printed=False,
        margin=margin,
        formula=worked_out.formula,
    )
