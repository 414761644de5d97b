"""Derived figures: "84 more than in 2012" becomes 173 - 84, with what the source leaves open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonecli.stats.derivation import derive, quotient_of
from zonecli.stats.interval import INFINITY, Interval

T = 10**12


@pytest.mark.parametrize(
    ("derivation", "value", "low", "high", "qualifier"),
    [
        ("173 - 84", 89, 89, 89, "exact"),
        ("23 - 20", 3, 3, 3, "exact"),
        ("230 + 2", 232, 232, 232, "exact"),
        ("12 * 12", 144, 144, 144, "exact"),
        ("2,200 - 1,100", 1100, 1100, 1100, "exact"),
        ("100 / 8", 12.5, 12.5, 12.5, "exact"),
        # 5.63 million is a bound; 2.5 times is 2.45 to 2.55
        ("over 5.63 million / 2.5", 2_252_000, 5_630_000 / 2.55, INFINITY, "over"),
        ("at least 10 + 5", 15, 15, INFINITY, "at-least"),
        # no hedge on either side: none on the result, whose interval says what the digits leave
        # 1.2 trillion is 1.15 to 1.25; 4.3 percent 4.25 to 4.35
        ("1.2 trillion - 0.2 trillion", T, 0.9 * T, 1.1 * T, "exact"),
        ("15.3 trillion * 2", 30.6 * T, 30.5 * T, 30.7 * T, "exact"),
        # "a 4.6-fold increase": 4.6 times as many, or 4.6 times more
        ("over 2200 / (4.6 to 5.6)", 2200 / 4.6, 2200 / 5.65, INFINITY, "over"),
        ("2200 / (4.6 to 5.6)", 2200 / 4.6, 2200 / 5.65, 2200 / 4.55, "exact"),
        ("about 100 - 5", 95, 90, 145, "about"),
        ("less than 20,000 / 2", 10_000, 0, 10_000, "under"),
        ("100 - over 80", 20, -INFINITY, 20, "under"),
        ("100 / over 80", 1.25, 0, 1.25, "under"),
        ("100 / less than 80", 1.25, 1.25, INFINITY, "over"),
        ("1.2万亿 / 3", 0.4 * T, 1.15 * T / 3, 1.25 * T / 3, "exact"),
    ],
)
def test_by_hand(derivation: str, value: float, low: float, high: float, qualifier: str) -> None:
    result = derive(derivation)
    assert result.value == pytest.approx(value, rel=1e-12)
    assert result.interval == pytest.approx((low, high), rel=1e-12)
    assert result.qualifier == qualifier


@pytest.mark.parametrize(
    ("derivation", "qualifier"),
    [
        ("5 + at least 10", "at-least"),
        ("20 - at most 5", "at-least"),
        ("100 - at least 20", "at-most"),
        ("100 / at most 5", "at-least"),
        ("at most 20 / 4", "at-most"),
    ],
)
def test_a_bound_that_may_be_met_stays_one(derivation: str, qualifier: str) -> None:
    """ "20 less at most 5" may be 15 itself: "over 15" would claim more than the source."""
    assert derive(derivation).qualifier == qualifier


def test_a_qualifier_given_makes_the_value_a_bound() -> None:
    """ "More than tripled", to 1.0 trillion: 1.05 at most, and a third of that before."""
    result = derive("1.0 trillion / 3", "under")
    assert result.value == pytest.approx(T / 3, rel=1e-12)
    assert result.interval == pytest.approx((0, 1.05 * T / 3), rel=1e-12)
    assert result.qualifier == "under"
    assert derive("173 - 84", "over").interval == Interval(89, INFINITY)
    assert derive("over 5 + under 6", "over").interval == Interval(5, INFINITY)


@pytest.mark.parametrize(
    ("derivation", "qualifier", "end"),
    [
        # "more than tripled" to "over 1 trillion": before, it can have been anything
        ("over 1 trillion / 3", "under", "upper"),
        ("over 1 trillion / 3", "at-most", "upper"),
        ("over 1 trillion / over 3", None, "upper"),
        ("over 1 trillion / over 3", "under", "upper"),
        ("over 1 trillion / 3", "about", "upper"),
        ("over 1 trillion / 3", "exact", "upper"),
        ("over 5 + under 6", None, "upper"),
        ("100 - over 80", "over", "lower"),
        ("100 - over 80", "nearly", "lower"),
    ],
)
def test_no_bound_from_an_operand_that_is_open_there(
    derivation: str, qualifier: str | None, end: str
) -> None:
    with pytest.raises(ValueError, match=f"has no {end} end"):
        derive(derivation, qualifier)


@pytest.mark.parametrize("qualifier", ["about", "nearly", "exact"])
def test_a_qualifier_given_never_narrows(qualifier: str) -> None:
    """1.5 trillion is 1.45 to 1.55: a third of it is not known to the last digit."""
    plain = derive("1.5 trillion / 3").interval
    hedged = derive("1.5 trillion / 3", qualifier).interval
    assert hedged.low < hedged.high
    assert qualifier == "nearly" or (hedged.low <= plain.low and plain.high <= hedged.high)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_counts_are_worked_out_exactly(a: int, b: int) -> None:
    for sign, result in (("+", a + b), ("-", a - b), ("*", a * b)):
        derived = derive(f"{a} {sign} {b}")
        assert derived.value == result
        assert derived.interval == (result, result)
        assert derived.qualifier == "exact"


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from("+-*/"))
def test_the_value_is_inside_the_interval(a: int, b: int, sign: str) -> None:
    result = derive(f"{a / 10:.1f} billion {sign} {b / 10:.1f}")
    slack = 1e-12 * abs(result.value)
    assert result.interval.low - slack <= result.value <= result.interval.high + slack


@pytest.mark.parametrize(
    "derivation", ["", "173", "173 -", "- 84", "173-84", "173 - many", "a few + 5", "173 ^ 2"]
)
def test_what_cannot_be_read_raises(derivation: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        derive(derivation)


def test_division_by_zero_raises() -> None:
    with pytest.raises(ZeroDivisionError):
        derive("5 / 0")


def test_how_many_times_the_base_is() -> None:
    """`explain` says "2.5 times": the divisor, with what its digits allow."""
    divisor = quotient_of("over 5.63 million / 2.5", 2_252_000, 5_630_000)
    assert divisor is not None
    assert divisor[0] == 2.5
    assert divisor[1] == pytest.approx((2.45, 2.55), rel=1e-12)
    both = quotient_of("over 2200 / (4.6 to 5.6)", 2200 / 4.6, 2200)
    assert both is not None
    assert both[1] == pytest.approx((4.55, 5.65), rel=1e-12)
    assert quotient_of("173 - 84", 89, 173) is None
    assert quotient_of("over 5.63 million / 2.5", 2_252_000, 5_000_000) is None
    assert quotient_of("no figures here", 1, 5) is None


@pytest.mark.parametrize(
    "text", ["3", "100", "2.5", "2.50", "1.076", "0.3", "1234567.89", "0.0005"]
)
def test_plain_numbers_are_read_as_any_other(text: str) -> None:
    """The quick way to read a divisor gives what the reader of all languages gives."""
    from zonecli.stats.hedges import hedged_interval
    from zonecli.stats.printed import read_number

    number = read_number(text)
    interval = hedged_interval(
        "exact",
        number.value,
        step=number.step,
        significant=number.significant,
        whole=number.whole,
        floor=0,
    )
    assert quotient_of(f"1 / {text}", 1 / number.value, 1) == (number.value, interval)


@pytest.mark.parametrize(
    ("derivation", "value", "low", "high"),
    [
        ("109.8 - 100", 9.8, 9.75, 9.85),
        ("100.1 - 100", 0.1, 0.05, 0.15),
        ("0.1 + 0.2", 0.3, 0.2, 0.4),
        ("15.3 trillion - 9.9 trillion", 5.4e12, 5.3e12, 5.5e12),
    ],
)
def test_sums_have_no_noise(derivation: str, value: float, low: float, high: float) -> None:
    """As on paper, to the last bit."""
    derived = derive(derivation)
    assert (derived.value, *derived.interval) == (value, low, high)
