"""What people read: cases worked out by hand."""

from __future__ import annotations

import math

import pytest
from answer_tables import report

from zonecli.answers.change_wording import percent_text
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import figure_text, hedged_text, unit_text, with_unit
from zonecli.stats.interval import Interval

INF = math.inf


@pytest.mark.parametrize(
    ("printed", "metric", "text"),
    [
        ("15.3 trillion", "gdp", "15.3 trillion"),
        ("5.4 trillion", "gdp", "5.4 trillion"),
        ("15.0 trillion", "gdp", "15.0 trillion"),
        ("15 trillion", "gdp", "15 trillion"),
        ("surpassing 1 trillion", "gdp", "over 1 trillion"),
        ("nearly 10 trillion", "gdp", "nearly 10 trillion"),
        ("38.865 trillion", "gdp", "38.865 trillion"),
        ("950 billion", "gdp", "950 billion"),
        ("1.5 million", "gdp", "1.5 million"),
        ("173", "firms", "173"),
        ("115,000", "firms", "115,000"),
        ("1,234,567", "firms", "1,234,567"),
        ("over 60,000", "firms", "over 60,000"),
        ("more than 85,000", "firms", "over 85,000"),
        ("less than 20,000", "firms", "under 20,000"),
        ("at least ten", "firms", "at least 10"),
        ("no more than 300", "firms", "at most 300"),
        ("about 4,400", "firms", "about 4,400"),
        ("over 5.63 million", "firms", "over 5.63 million"),
    ],
)
def test_amounts_as_their_source_gives_them(printed: str, metric: str, text: str) -> None:
    """The hedge in a word, the digits as printed, a scale word, no currency."""
    assert figure_text(report(printed, metric)) == text


@pytest.mark.parametrize(
    ("printed", "measure", "text"),
    [
        ("13.4%", "share", "13.4%"),
        ("about 3.2%", "share", "about 3.2%"),
        ("over 18%", "share", "over 18%"),
        ("nearly a quarter", "share", "nearly 25%"),
        ("half", "share", "about 50%"),  # a fraction in words is rough
        ("about a third", "share", "about 33%"),
        ("7.0%", "growth", "7.0%"),
        ("-3.2%", "growth", "−3.2%"),
        ("8%", "growth", "8%"),
        ("12.25%", "growth", "12.25%"),
    ],
)
def test_percentages_as_their_source_gives_them(printed: str, measure: str, text: str) -> None:
    """A printed zero is a digit too; a real minus sign stands before a fall."""
    assert figure_text(report(printed, measure=measure)) == text


@pytest.mark.parametrize(
    ("value", "interval", "qualifier", "text"),
    [
        # 1 trillion / 3, an upper bound: 333.33… goes up, or it would not be true
        (1e12 / 3, Interval(0, 1e12 / 3), "under", "under 334 billion"),
        (1e12 / 3, Interval(0, 1e12 / 3), "at-most", "at most 334 billion"),
        # 5.63 million / 2.55 = 2.2078… million, a lower bound: it goes down
        (2.252e6, Interval(5.63e6 / 2.55, INF), "over", "over 2.2 million"),
        (478.26, Interval(389.38, INF), "over", "over 389"),
        (89, Interval(89, 89), "exact", "89"),
    ],
)
def test_a_derived_bound_is_rounded_so_that_it_stays_true(
    value: float, interval: Interval, qualifier: str, text: str
) -> None:
    """Three digits at most, and never on the wrong side."""
    unit = "CNY" if value > 1e9 else "count"
    assert hedged_text(value, interval, qualifier, unit, printed=False) == text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("over 1.234567 trillion", "over 1.2345 trillion"),
        ("under 1.234543 trillion", "under 1.2346 trillion"),
        ("at least 1,234,567,890", "at least 1.2345 billion"),
    ],
)
def test_a_printed_bound_of_many_digits_stays_true(printed: str, text: str) -> None:
    """Cut to five digits, "over" goes down and "under" goes up."""
    assert figure_text(report(printed)) == text


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(475, INF), "at least +475%"),
        (Interval(200, INF), "at least +200%"),
        (Interval(21.4528, INF), "over +21.4%"),
        (Interval(12.983, INF), "over +12.9%"),
        (Interval(-50.04, INF), "over −50.1%"),
        (Interval(-INF, 12.34), "under +12.4%"),
        (Interval(-INF, 12.4), "at most +12.4%"),
        (Interval(-INF, -12.34), "under −12.3%"),
        (Interval(-100, INF), "direction unknown"),
        (Interval(-INF, INF), "direction unknown"),
    ],
)
def test_an_open_change_says_so(interval: Interval, text: str) -> None:
    """Never a plain number where only one side is known; nothing at all where neither is."""
    assert percent_text(interval) == text
    assert percent_text(interval, with_range=True) == text


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        # 15.25/5.45 and 15.35/5.35; half of the way between is 3.5: whole percents
        (Interval(179.8165, 186.9159), "+183% (179 to 187)"),
        (Interval(145, 155), "+150% (145 to 155)"),
        (Interval(-5.2, -4.8), "−5.0% (−5.2 to −4.8)"),
        (Interval(-3, 5), "+1% (−3 to +5)"),
        (Interval(79.6296, 79.6296), "+79.6%"),
    ],
)
def test_a_change_with_its_range(interval: Interval, text: str) -> None:
    """The range is rounded outwards, the middle to a digit that the range leaves."""
    assert percent_text(interval, with_range=True) == text


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        (Interval(12.112, 12.425), "+12.3%"),
        (Interval(12.3, 14.1), "+13%"),
        (Interval(11.96, 12.04), "+12.0%"),
        (Interval(10, 14), "about +12%"),
        (Interval(-5.05, -4.95), "−5.0%"),
        (Interval(0, 0), "0%"),
        (Interval(7.6, 7.6), "+7.6%"),
        (Interval(100 * 43 / 54, 100 * 43 / 54), "+79.6%"),
    ],
)
def test_a_change_has_no_digit_too_many(interval: Interval, text: str) -> None:
    """±0.9 leaves whole percents, ±0.04 leaves tenths, ±2 leaves tens; but 12 would lie outside
    12.1 to 12.4, so that one digit more is shown."""
    shown = percent_text(interval)
    assert shown.replace("0.0%", "0%") == text


def test_points_are_called_points() -> None:
    """A share that rises from 3.2% to 24.4% rises by points."""
    points = percent_text(Interval(21.1, 21.3), with_range=True, points=True)
    assert points == "+21.2 points (21.1 to 21.3)"
    least = percent_text(Interval(5, INF), points=True)
    assert least.startswith("at least +5")
    assert least.endswith(" points")


@pytest.mark.parametrize(
    ("period", "month", "text"),
    [
        ("year", 12, "2022"),
        ("point", 12, "2022"),
        ("point", 9, "2022 Sep"),
        ("ytd", 7, "2022 Jan–Jul"),
        ("ytd", 1, "2022 Jan"),
        ("month", 3, "2022 Mar"),
    ],
)
def test_when(period: str, month: int, text: str) -> None:
    """A part of a year never reads like the year."""
    assert month_text(period, 2022, month) == text


@pytest.mark.parametrize(
    ("unit", "text"),
    [("CNY", "5 CNY"), ("count", "5"), ("percent", "5"), ("sq_km", "5 sq km"), ("USD", "5 USD")],
)
def test_units_in_words(unit: str, text: str) -> None:
    """A count needs no unit, money always does."""
    assert with_unit("5", unit) == text
    assert unit_text(unit) == text.removeprefix("5").strip()
