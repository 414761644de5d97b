"""On which day a stock was counted, as far as the page that tells of it can know."""

from __future__ import annotations

from calendar import monthrange

from zonecli.answers.reference import Date, date_of
from zonecli.table.registries import Source
from zonecli.table.report import Report


def as_of(report: Report, source: Source) -> Date:
    """What a stock is said to be "as of": the date of its page, if that was or may have been out
    before the month ended. Empty: the end of the month, and for all that is no stock or a forecast.

    Where only the year of the page is known, a stock of another month than December is as of that
    month.
    """
    published = date_of(source.published)
    if report.period != "point" or report.status == "forecast" or not published:
        return ()
    _, last_day = monthrange(report.year, report.month)
    if (*published, 1, 1)[:3] >= (report.year, report.month, last_day):
        return ()
    if published == (report.year,) and report.month != 12:
        return (report.year, report.month)
    return published
