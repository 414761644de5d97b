"""Whether a page is older than the end of what it tells of: it cannot print the outcome then."""

from __future__ import annotations

from calendar import monthrange


def is_older(published: str, year: int, period: str, month: int) -> bool:
    """Whether a page, `published` on YYYY, YYYY-MM or YYYY-MM-DD, was out before the period ended.

    A full year ends with its last day. A part of a year may be told in its last month: it goes as
    far as the page knows. What the date leaves open is no proof, so a page of 2024 tells of 2024.
    """
    if not published:
        return False
    parts = [int(part) for part in published.split("-")]
    page_year, page_month = parts[0], parts[1] if len(parts) > 1 else 12
    if period != "year":
        return (page_year, page_month) < (year, month)
    page_day = parts[2] if len(parts) > 2 else monthrange(page_year, page_month)[1]
    return (page_year, page_month, page_day) < (year, 12, 31)
