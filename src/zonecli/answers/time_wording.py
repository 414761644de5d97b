"""When a figure is for, as people read it."""

from __future__ import annotations

from zonecli.language import said, to_be_said

_MONTHS = (
    *(to_be_said("Jan"), to_be_said("Feb"), to_be_said("Mar"), to_be_said("Apr")),
    *(to_be_said("May"), to_be_said("Jun"), to_be_said("Jul"), to_be_said("Aug")),
    *(to_be_said("Sep"), to_be_said("Oct"), to_be_said("Nov"), to_be_said("Dec")),
)


def month_text(period: str, year: int, month: int) -> str:
    """When: "2021", "2023 Jan–Jul", "2022 Sep" for a point within the year."""
    within = within_year_text(period, month)
    return said("{year} {months}", year=year, months=within) if within else str(year)


def time_text(period: str, year: int, month: int) -> str:
    """The same within a sentence, where Chinese has "2021年"."""
    if within_year_text(period, month):
        return month_text(period, year, month)
    return said("{year}", year=year)


def within_year_text(period: str, month: int) -> str:
    """The part of the year: "Jan–Jul", "Sep"; empty for a whole year and for its end."""
    name = _month_name(month)
    if period == "ytd":
        return said("Jan–{month}", month=name) if month > 1 else said("Jan")
    return name if period == "month" or (period == "point" and month != 12) else ""


def _month_name(month: int) -> str:
    return said(_MONTHS[month - 1]) if 1 <= month <= 12 else said("month {n}", n=month)
