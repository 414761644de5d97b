"""A mistake that would explain a claim that is off."""

from __future__ import annotations

from dataclasses import dataclass

from zonecli.answers.judging.claim import LEVEL
from zonecli.answers.time_wording import time_text
from zonecli.answers.wording import figure_text, with_unit
from zonecli.language import said
from zonecli.table.report import Report


@dataclass(frozen=True)
class Mistake:
    """One that fits: its `kind`, in a word, what happened, and the report it was taken from."""

    kind: str
    text: str
    report: Report | None = None


def figure_and_time(report: Report) -> str:
    """What is said of its report: "12.2 trillion CNY (2019)", "12.3% share (2019)"."""
    amount = with_unit(figure_text(report), report.unit)
    when = time_text(report.period, report.year, report.month)
    if report.measure == LEVEL:
        return said("{amount} ({when})", amount=amount, when=when)
    return said(
        "{amount} {measure} ({when})", amount=amount, measure=said(report.measure), when=when
    )
