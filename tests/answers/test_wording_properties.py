"""Whatever the figure: its text claims no more than the source does."""

from __future__ import annotations

import math
import re

from hypothesis import assume, given
from hypothesis import strategies as st

from zonecli.answers.change_wording import percent_text
from zonecli.answers.wording import hedged_text
from zonecli.stats.hedges import hedged_interval
from zonecli.stats.interval import Interval
from zonecli.stats.printed import PrintedNumber, read_number

WORDS = {
    "exact": "",
    "about": "about ",
    "nearly": "nearly ",
    "over": "over ",
    "at-least": "at least ",
    "under": "under ",
    "at-most": "at most ",
}
SCALES = ("", " million", " billion", " trillion")
SLACK = 1e-9


@st.composite
def printed_numbers(draw: st.DrawFn) -> str:
    """A number as a source may print it: "nearly 1.20 billion", "at most 4,400"."""
    places = draw(st.integers(0, 3))
    digits = draw(st.integers(10**places, 9_999_999))
    scale = draw(st.sampled_from(SCALES))
    number = f"{digits / 10**places:,.{places}f}"
    return f"{WORDS[draw(st.sampled_from(tuple(WORDS)))]}{number}{scale}"


def interval_of(number: PrintedNumber) -> Interval:
    return hedged_interval(
        number.qualifier or "exact",
        number.value,
        step=number.step,
        significant=number.significant,
        whole=False,
        floor=0,
    )


@given(printed_numbers())
def test_the_text_of_a_printed_figure_keeps_hedge_and_interval(printed: str) -> None:
    """Read again, the text's number lies inside the interval, or at a bound's safe side; its last
    digit is no finer than the source's."""
    number = read_number(printed)
    interval = interval_of(number)
    qualifier = number.qualifier or "exact"
    text = hedged_text(number.value, interval, qualifier, "CNY")
    again = read_number(text)
    assert (again.qualifier or "exact") == qualifier
    assert again.step >= number.step * (1 - SLACK) or qualifier != "exact"
    slack = SLACK * number.value
    if qualifier in ("over", "at-least"):
        assert again.value <= interval.low + slack
    elif qualifier in ("under", "at-most"):
        assert again.value >= interval.high - slack
    else:
        # more than five digits are cut for people: then the fifth digit is right
        fifth = 10.0 ** (math.floor(math.log10(number.value)) - 4)
        assert abs(again.value - number.value) <= max(number.step, fifth) / 2 + slack


@given(
    st.floats(1, 1e14),
    st.floats(1e-6, 0.5),
    st.sampled_from(["over", "at-least", "under", "at-most", "exact", "about"]),
)
def test_the_text_of_a_derived_figure_is_true(middle: float, spread: float, qualifier: str) -> None:
    """A bound stays on its safe side; a middle is right to its last digit, which is no finer than
    the interval."""
    low, high = middle * (1 - spread), middle * (1 + spread)
    ends = {
        **dict.fromkeys(("over", "at-least"), Interval(low, math.inf)),
        **dict.fromkeys(("under", "at-most"), Interval(0, high)),
    }
    interval = ends.get(qualifier, Interval(low, high))
    again = read_number(hedged_text(middle, interval, qualifier, "CNY", printed=False))
    slack = SLACK * middle
    if qualifier in ("over", "at-least"):
        assert again.value <= low + slack
    elif qualifier in ("under", "at-most"):
        assert again.value >= high - slack
    else:
        slack += 0.5 * 10 ** (math.floor(math.log10(middle)) - 4)  # five digits are shown
        assert interval.low - slack <= again.value <= interval.high + slack


@given(st.floats(-99, 5000), st.just(0.0) | st.floats(1e-6, 10))
def test_the_text_of_a_change_claims_no_digit_too_many(middle: float, half: float) -> None:
    """The number lies inside the interval (tenths at best) and has no tenths where the interval
    is wider than two points."""
    interval = Interval(middle - half, middle + half)
    assume(not interval.low < 0 < interval.high)  # both ends are shown then
    assume(interval.low > -100)  # else that end says nothing, and a bound is shown
    again = read_number(percent_text(interval))
    assert again.unit == "percent"
    coarse = 0.05 + SLACK * max(1, abs(middle))
    if abs(middle) + half >= 1000:
        coarse = 5  # three digits
    elif abs(middle) + half >= 100:
        coarse = 0.5
    assert interval.low - coarse <= again.value <= interval.high + coarse
    assert again.whole or half <= 1


@given(st.floats(-99, 5000))
def test_a_least_and_a_greatest_change_stay_true(end: float) -> None:
    """ "at least" and "over" never name more than the bound, "at most" and "under" never less."""
    least = percent_text(Interval(end, math.inf))
    assert least.startswith(("at least ", "over "))
    assert read_number(least).value <= end + SLACK * max(1, abs(end))
    most = percent_text(Interval(-math.inf, end))
    assert most.startswith(("at most ", "under "))
    assert read_number(most).value >= end - SLACK * max(1, abs(end))


@given(st.floats(-99, 5000), st.floats(0.11, 1000))
def test_a_range_holds_the_interval(low: float, width: float) -> None:
    """The range beside a change is rounded outwards."""
    text = percent_text(Interval(low, low + width), with_range=True)
    span = re.fullmatch(r".*% \((\S+) to (\S+)\)", text)
    assert span is not None, text
    first, last = (float(end.replace("−", "-").replace(",", "")) for end in span.groups())
    slack = SLACK * max(1, abs(low)) + 1e-6 * width
    assert first <= low + slack
    assert last >= low + width - slack
