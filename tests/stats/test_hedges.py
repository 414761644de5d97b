"""Hedges: which word says what, and how far from the printed number it lets the figure be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonecli.stats.hedges import hedged_interval, split_hedge
from zonecli.stats.interval import INFINITY
from zonecli.stats.printed import read_number
from zonecli.stats.qualifiers import QUALIFIERS

TRILLION = 1e12


@pytest.mark.parametrize(
    ("text", "qualifier", "rest"),
    [
        ("over 60,000", "over", "60,000"),
        ("Over 60,000", "over", "60,000"),
        ("more than 47,000", "over", "47,000"),
        ("a little more than 47,000", "over", "47,000"),
        ("well over 700", "over", "700"),
        ("surpassing 1 trillion", "over", "1 trillion"),
        ("surpassed 1 trillion", "over", "1 trillion"),
        ("exceeding 1 trillion", "over", "1 trillion"),
        ("topped 10 trillion", "over", "10 trillion"),
        ("above 77%", "over", "77%"),
        ("超过1万亿元", "over", "1万亿元"),
        ("超1万亿元", "over", "1万亿元"),
        ("突破1万亿元", "over", "1万亿元"),
        ("逾4400家", "over", "4400家"),
        ("über 20", "over", "20"),
        ("mehr als 20", "over", "20"),
        ("plus de 20", "over", "20"),
        ("más de 20", "over", "20"),
        ("более 20", "over", "20"),
        ("свыше 20", "over", "20"),
        ("85,000+", "over", "85,000"),
        ("6万多家", "over", "6万家"),
        ("60余家", "over", "60家"),
        ("less than 20,000", "under", "20,000"),
        ("fewer than 500", "under", "500"),
        ("just under 5%", "nearly", "5%"),
        ("below 3%", "under", "3%"),
        ("不到2万家", "under", "2万家"),
        ("不足5%", "under", "5%"),
        ("weniger als 5", "under", "5"),
        ("менее 5", "under", "5"),
        # negated: the opposite of what the words inside say
        ("no less than 10", "at-least", "10"),
        ("not less than 10", "at-least", "10"),
        ("no fewer than 10", "at-least", "10"),
        ("at least ten", "at-least", "ten"),
        ("不低于2.5%", "at-least", "2.5%"),
        ("不少于10个", "at-least", "10个"),
        ("至少10个", "at-least", "10个"),
        ("10 or more", "at-least", "10 "),
        ("50%以上", "at-least", "50%"),
        ("no more than 5%", "at-most", "5%"),
        ("not more than 5%", "at-most", "5%"),
        ("at most 12", "at-most", "12"),
        ("up to 30%", "at-most", "30%"),
        ("不超过30%", "at-most", "30%"),
        ("500人以下", "at-most", "500人"),
        ("5 or less", "at-most", "5 "),
        ("about 3.2%", "about", "3.2%"),
        ("around 2,000", "about", "2,000"),
        ("roughly 2,000", "about", "2,000"),
        ("some 4,400", "about", "4,400"),
        ("approximately 25%", "about", "25%"),
        ("approx. 25%", "about", "25%"),
        ("ca. 300", "about", "300"),
        ("~2.36 trillion", "about", "2.36 trillion"),
        ("≈40", "about", "40"),
        ("约3.2%", "about", "3.2%"),
        ("大约3.2%", "about", "3.2%"),
        ("20%左右", "about", "20%"),
        ("rund 2", "about", "2"),
        ("около 2", "about", "2"),
        ("nearly a quarter", "nearly", "a quarter"),
        ("almost 90%", "nearly", "90%"),
        ("close to 5,000", "nearly", "5,000"),
        ("近5000家", "nearly", "5000家"),
        ("接近5000家", "nearly", "5000家"),
        ("将近5000家", "nearly", "5000家"),
        ("почти 5", "nearly", "5"),
        ("presque 5", "nearly", "5"),
        # signs, also of full width before they are read (`read_number` makes them narrow)
        (">15 trillion", "over", "15 trillion"),
        ("> 15 trillion", "over", "15 trillion"),
        ("≥15 trillion", "at-least", "15 trillion"),
        (">= 15 trillion", "at-least", "15 trillion"),
        ("<15 trillion", "under", "15 trillion"),
        ("<CNY15 trillion", "under", "CNY15 trillion"),
        ("≤5%", "at-most", "5%"),
        ("<=5%", "at-most", "5%"),
        ("~CNY2.36 trillion", "about", "CNY2.36 trillion"),
        # a little more has no upper end; a little less is nearly
        ("slightly over 700", "over", "700"),
        ("a bit more than 700", "over", "700"),
        ("in excess of 700", "over", "700"),
        ("略高于5%", "over", "5%"),
        ("just below 700", "nearly", "700"),
        ("slightly less than 700", "nearly", "700"),
        ("just short of 700", "nearly", "700"),
        ("not quite 700", "nearly", "700"),
        ("virtually 700", "nearly", "700"),
        ("略低于5%", "nearly", "5%"),
        ("几乎6.2万亿元", "nearly", "6.2万亿元"),
        ("short of 700", "under", "700"),
        ("未达到700家", "under", "700家"),
        ("不及700家", "under", "700家"),
        ("as much as 30%", "at-most", "30%"),
        ("as many as 700", "at-most", "700"),
        ("as high as 30%", "at-most", "30%"),
        ("a maximum of 700", "at-most", "700"),
        ("no higher than 5%", "at-most", "5%"),
        ("700 at most", "at-most", "700 "),
        ("不高于30%", "at-most", "30%"),
        ("as few as 700", "at-least", "700"),
        ("upwards of 700", "at-least", "700"),
        ("a minimum of 700", "at-least", "700"),
        ("no lower than 5%", "at-least", "5%"),
        ("700 at least", "at-least", "700 "),
        ("an estimated 700", "about", "700"),
        ("estimated at 700", "about", "700"),
        ("est. 700", "about", "700"),
        ("in the region of 700", "about", "700"),
        ("in the neighbourhood of 700", "about", "700"),
        ("on the order of 700", "about", "700"),
        ("700 or thereabouts", "about", "700 "),
        ("c. 300", "about", "300"),
        ("估计6.2万亿元", "about", "6.2万亿元"),
        ("据估计6.2万亿元", "about", "6.2万亿元"),
        ("差不多700家", "about", "700家"),
        ("GDP约15.3万亿元", "about", "GDP15.3万亿元"),
        # no hedges: expected, which a status tells; reached, which says nothing
        ("expected 700", None, "expected 700"),
        ("预计700家", None, "预计700家"),
        ("高达700家", None, "高达700家"),
        # none
        ("60,000", None, "60,000"),
        ("15.3 trillion", None, "15.3 trillion"),
        ("173家", None, "173家"),
    ],
)
def test_words_to_qualifier(text: str, qualifier: str | None, rest: str) -> None:
    assert split_hedge(text) == (qualifier, rest)


@pytest.mark.parametrize(
    "text", ["overall 5", "something 5", "underway 5", "aboutness 5", "overseas 2,200"]
)
def test_a_hedge_is_a_whole_word(text: str) -> None:
    """ "overseas 2,200" is not over 2,200."""
    assert split_hedge(text)[0] is None


@pytest.mark.parametrize("negation", ["no", "not"])
@pytest.mark.parametrize(
    ("words", "negated", "plain"),
    [("less than", "at-least", "under"), ("more than", "at-most", "over")],
)
def test_negation_turns_the_hedge_round(
    negation: str, words: str, negated: str, plain: str
) -> None:
    assert split_hedge(f"{negation} {words} 5")[0] == negated
    assert split_hedge(f"{words} 5")[0] == plain


# ------------------------------------------------------ SPEC: the docstring of hedged_interval


@pytest.mark.parametrize(
    ("printed", "counted", "low", "high"),
    [
        # exact: a count printed in full is itself; all else is half its last digit either way
        ("173", True, 173, 173),
        ("115,000", True, 115_000, 115_000),
        ("15.3 trillion", False, 15.25 * TRILLION, 15.35 * TRILLION),
        ("5.63 million", True, 5_625_000, 5_635_000),
        ("33%", False, 32.5, 33.5),
        ("13.4%", False, 13.35, 13.45),
        ("2.36 trillion", False, 2.355 * TRILLION, 2.365 * TRILLION),
        ("12957.13 [100 million]", False, 1_295_712_500_000, 1_295_713_500_000),
        ("1.2万亿元", False, 1.15 * TRILLION, 1.25 * TRILLION),
        # over and at least: from the value on; under and at most: from nothing up to the value
        ("over 60,000", True, 60_000, INFINITY),
        ("at least ten", True, 10, INFINITY),
        ("no less than 2.5%", False, 2.5, INFINITY),
        ("less than 20,000", True, 0, 20_000),
        ("no more than 5%", False, 0, 5),
        # about: all that rounds to it at its last digit that is not zero
        ("about 3.2%", False, 3.15, 3.25),
        ("about 60,000", True, 55_000, 65_000),
        ("about 2.36 trillion", False, 2.355 * TRILLION, 2.365 * TRILLION),
        ("about 250", True, 245, 255),
        ("about 3.0%", False, 2.95, 3.05),
        # nearly: from one such unit below
        ("nearly 60,000", True, 50_000, 60_000),
        ("nearly 5,200", True, 5_100, 5_200),
        ("nearly 90%", False, 80, 90),
        ("nearly a quarter", False, 20, 25),
        ("nearly half", False, 100 / 3, 50),
        # below a power of ten the unit is a tenth
        ("nearly 100", True, 90, 100),
        ("about 100", True, 95, 150),
        ("nearly 10,000", True, 9_000, 10_000),
        ("about 10,000", True, 9_500, 15_000),
        ("nearly 1 trillion", False, 0.9 * TRILLION, TRILLION),
        ("nearly 100 billion", False, 90e9, 100e9),
        ("近1万家", True, 9_000, 10_000),
    ],
)
def test_what_a_hedged_number_may_be(printed: str, counted: bool, low: float, high: float) -> None:
    """`counted`: the unit is one of things that are counted one by one."""
    number = read_number(printed)
    result = hedged_interval(
        number.qualifier or "exact",
        number.value,
        step=number.step,
        significant=number.significant,
        whole=number.whole and counted,
        floor=0,
    )
    assert result == pytest.approx((low, high), rel=1e-12)


def test_growth_has_no_floor() -> None:
    """ "Growth of under 5%" may be a fall."""
    for qualifier in ("under", "at-most"):
        result = hedged_interval(qualifier, 5, step=1, significant=1, whole=False)
        assert result == (-INFINITY, 5)


def test_ends_are_the_decimals_people_expect() -> None:
    """13.4 ± 0.05 is 13.45, not 13.450000000000001: the ends stand in the table."""
    result = hedged_interval("exact", 13.4, step=0.1, significant=0.1, whole=False)
    assert result == (13.35, 13.45)


@given(st.sampled_from(QUALIFIERS), st.integers(0, 99_999), st.integers(-3, 12), st.booleans())
def test_the_value_is_never_outside(
    qualifier: str, digits: int, exponent: int, whole: bool
) -> None:
    """Whatever the hedge, the number as printed is possible, and the ends are in order."""
    step = 10.0**exponent
    value = digits * step
    significant = step
    while digits and digits % 10 == 0:
        digits, significant = digits // 10, significant * 10
    result = hedged_interval(
        qualifier, value, step=step, significant=significant, whole=whole, floor=0
    )
    slack = 1e-12 * value
    assert result.low - slack <= value <= result.high + slack
    assert result.low <= result.high


@given(st.integers(1, 9999), st.integers(0, 12))
def test_a_hedge_never_narrows(digits: int, exponent: int) -> None:
    """ "About 15.3 trillion" allows at least what "15.3 trillion" does."""
    step = 10.0**exponent
    value, significant = digits * step, step
    while digits % 10 == 0:
        digits, significant = digits // 10, significant * 10

    def of(qualifier: str) -> tuple[float, float]:
        return hedged_interval(
            qualifier, value, step=step, significant=significant, whole=False, floor=0
        )

    exact, about = of("exact"), of("about")
    assert about[0] <= exact[0] * (1 + 1e-12)
    assert about[1] >= exact[1] * (1 - 1e-12)
