"""The number reader: every value, step, hedge and unit below was worked out by hand.

A reader that is not sure must say so (ValueError); it must never return part of a number.
"""

from __future__ import annotations

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonecli.stats.plain_words import KNOWN_WORDS
from zonecli.stats.printed import PrintedNumber, read_number

T, BN, M = 10**12, 10**9, 10**6
THIRD = 100 / 3

Row = tuple[str, float, float, str | None, str | None]

ENGLISH: list[Row] = [
    ("173", 173, 1, None, None),
    ("115,000", 115_000, 1, None, None),
    ("1,234,567", 1_234_567, 1, None, None),
    ("12,345.6", 12_345.6, 0.1, None, None),
    ("5.0", 5, 0.1, None, None),
    ("0", 0, 1, None, None),
    ("15.3 trillion", 15.3 * T, 0.1 * T, None, None),
    ("CNY15.3 trillion", 15.3 * T, 0.1 * T, None, "CNY"),
    ("RMB 9.8 trillion", 9.8 * T, 0.1 * T, None, "CNY"),
    ("9.8 trillion yuan", 9.8 * T, 0.1 * T, None, "CNY"),
    ("¥48 trillion", 48 * T, T, None, "CNY"),
    ("US$2.36 trillion", 2.36 * T, 0.01 * T, None, "USD"),
    ("$39.2 billion", 39.2 * BN, 0.1 * BN, None, "USD"),
    ("39.2 billion US dollars", 39.2 * BN, 0.1 * BN, None, "USD"),
    ("USD 5.5 bn", 5.5 * BN, 0.1 * BN, None, "USD"),
    ("720 million", 720 * M, M, None, None),
    ("3.5 mln", 3.5 * M, 0.1 * M, None, None),
    ("2 bln", 2 * BN, BN, None, None),
    ("1.2tn", 1.2 * T, 0.1 * T, None, None),
    ("1.2 trn", 1.2 * T, 0.1 * T, None, None),
    ("450k", 450_000, 1000, None, None),
    ("12 thousand", 12_000, 1000, None, None),
    ("100 million", 100 * M, M, None, None),
    ("100-billion-yuan", 100 * BN, BN, None, "CNY"),
    ("2000 100 million", 200 * BN, 0.1 * BN, None, None),
    ("33%", 33, 1, None, "percent"),
    ("13.4 percent", 13.4, 0.1, None, "percent"),
    ("8.1 per cent", 8.1, 0.1, None, "percent"),
    ("13.4 %", 13.4, 0.1, None, "percent"),
    ("-3.4%", -3.4, 0.1, None, "percent"),
    ("−3.4%", -3.4, 0.1, None, "percent"),
    ("over 60,000", 60_000, 1, "over", None),
    ("More than 47,000", 47_000, 1, "over", None),
    ("more than 18 percent", 18, 1, "over", "percent"),
    ("surpassing 1 trillion", T, T, "over", None),
    ("exceeding CNY1 trillion", T, T, "over", "CNY"),
    ("topped 10 trillion yuan", 10 * T, T, "over", "CNY"),
    ("above 77%", 77, 1, "over", "percent"),
    ("85,000+", 85_000, 1, "over", None),
    ("less than 20,000", 20_000, 1, "under", None),
    ("fewer than 500", 500, 1, "under", None),
    ("below 3.5%", 3.5, 0.1, "under", "percent"),
    ("no less than 2.5%", 2.5, 0.1, "at-least", "percent"),
    ("not less than 10", 10, 1, "at-least", None),
    ("at least ten", 10, 1, "at-least", None),
    ("10 or more", 10, 1, "at-least", None),
    ("no more than 5%", 5, 1, "at-most", "percent"),
    ("up to 30%", 30, 1, "at-most", "percent"),
    ("about 3.2%", 3.2, 0.1, "about", "percent"),
    ("around 2,000", 2000, 1, "about", None),
    ("some 4,400", 4400, 1, "about", None),
    ("~2.36 trillion", 2.36 * T, 0.01 * T, "about", None),
    ("3,000 or so", 3000, 1, "about", None),
    ("nearly 90%", 90, 1, "nearly", "percent"),
    ("close to 5,000", 5000, 1, "nearly", None),
    ("ten", 10, 1, None, None),
    ("seven", 7, 1, None, None),
    # the step of a fraction in words is the way to the next plain fraction: from 1/4 to 1/5
    ("nearly a quarter", 25, 5, "nearly", "percent"),
    ("a third", THIRD, 100 / 12, None, "percent"),
    ("two-thirds", 2 * THIRD, 100 / 12, None, "percent"),
    ("three quarters", 75, 5, None, "percent"),
    ("more than half", 50, 100 / 6, "over", "percent"),
    ("one fifth", 20, 100 / 30, None, "percent"),
    ("about a tenth", 10, 100 / 110, "about", "percent"),
    # a scale that stands in the table's heading only
    ("12957.13 [100 million]", 1_295_713_000_000, M, None, None),
    ("404.7 [100 million yuan]", 40_470_000_000, 10 * M, None, "CNY"),
    ("over 800 [100 million yuan]", 80 * BN, 100 * M, "over", "CNY"),
    ("4031871 [10,000 USD]", 40_318_710_000, 10_000, None, "USD"),
    ("7.3 [10 thousand]", 73_000, 1000, None, None),
    ("31 [thousand]", 31_000, 1000, None, None),
    ("40,258.5 [billion yuan]", 40_258.5 * BN, 0.1 * BN, None, "CNY"),
    ("25 [%]", 25, 1, None, "percent"),
    ("61 [USD billion]", 61 * BN, BN, None, "USD"),
]

CHINESE: list[Row] = [
    ("173家", 173, 1, None, None),
    ("1.2万亿", 1.2 * T, 0.1 * T, None, None),
    ("15.3万亿元", 15.3 * T, 0.1 * T, None, "CNY"),
    ("2.36万亿美元", 2.36 * T, 0.01 * T, None, "USD"),
    ("12,345亿元", 1_234_500_000_000, 100 * M, None, "CNY"),
    ("超过1万亿元", T, T, "over", "CNY"),
    ("突破1000亿元", 100 * BN, 100 * M, "over", "CNY"),
    ("逾4400家", 4400, 1, "over", None),
    ("6万多家", 60_000, 10_000, "over", None),
    ("60余家", 60, 1, "over", None),
    ("两千多家", 2000, 1000, "over", None),
    ("563万人", 5_630_000, 10_000, None, None),
    ("11.5万家", 115_000, 1000, None, None),
    ("3千亿元", 300 * BN, 100 * BN, None, "CNY"),
    ("三千万", 30 * M, 10 * M, None, None),
    ("1亿2345万", 123_450_000, 10_000, None, None),
    ("5万9600", 59_600, 1, None, None),
    ("十", 10, 10, None, None),
    ("十五", 15, 1, None, None),
    ("三十八", 38, 1, None, None),
    ("一百二十三", 123, 1, None, None),
    ("一千零五", 1005, 1, None, None),
    ("不到2万家", 20_000, 10_000, "under", None),
    ("不足5%", 5, 1, "under", "percent"),
    ("不低于2.5%", 2.5, 0.1, "at-least", "percent"),
    ("不少于10个", 10, 1, "at-least", None),
    ("50%以上", 50, 1, "at-least", "percent"),
    ("不超过30%", 30, 1, "at-most", "percent"),
    ("500人以下", 500, 1, "at-most", None),
    ("约3.2%", 3.2, 0.1, "about", "percent"),
    ("20%左右", 20, 1, "about", "percent"),
    ("近5000家", 5000, 1, "nearly", None),
    ("１２.３％", 12.3, 0.1, None, "percent"),
    ("百分之13.4", 13.4, 0.1, None, "percent"),
    ("百分之二十", 20, 10, None, "percent"),
    ("百分之五", 5, 1, None, "percent"),
    ("三分之一", THIRD, 100 / 12, None, "percent"),
    ("四分之三", 75, 5, None, "percent"),
    ("约三分之二", 2 * THIRD, 100 / 12, "about", "percent"),
    ("一半", 50, 100 / 6, None, "percent"),
    ("超过一半", 50, 100 / 6, "over", "percent"),
    ("过半", 50, 100 / 6, "over", "percent"),
    ("近七成", 70, 10, "nearly", "percent"),
    ("超五成", 50, 10, "over", "percent"),
    ("3成", 30, 10, None, "percent"),
    # half a tenth is the least that these words tell apart: 七成, 七成半, 八成
    ("七成半", 75, 5, None, "percent"),
    ("3.4 [亿美元]", 340 * M, 10 * M, None, "USD"),
    ("404.7 [亿元]", 40_470_000_000, 10 * M, None, "CNY"),
    ("5.03 [万人]", 50_300, 100, None, None),
]

OTHERS: list[Row] = [
    ("1.5兆元", 1.5 * T, 0.1 * T, None, "CNY"),
    ("6兆2千億元", 6.2 * T, 0.1 * T, None, "CNY"),
    ("15兆3000億元", 15.3 * T, 0.1 * T, None, "CNY"),
    ("約3000億米ドル", 300 * BN, 100 * M, "about", "USD"),
    ("4400社以上", 4400, 1, "at-least", None),
    ("5万社余り", 50_000, 10_000, "over", None),
    ("5万人強", 50_000, 10_000, "over", None),
    ("48 Billionen Yuan", 48 * T, T, None, "CNY"),
    ("über 3,5 Mrd. Yuan", 3.5 * BN, 0.1 * BN, "over", "CNY"),
    ("1.030 Milliarden", 1030 * BN, BN, None, None),
    ("rund 2 Millionen", 2 * M, M, "about", None),
    ("mehr als 16,9 Billionen Yuan", 16.9 * T, 0.1 * T, "over", "CNY"),
    ("plus de 1,5 milliard de yuans", 1.5 * BN, 0.1 * BN, "over", "CNY"),
    ("près de 400 milliards", 400 * BN, BN, "nearly", None),
    ("48 billones de yuanes", 48 * T, T, None, "CNY"),
    ("más de 3 millones", 3 * M, M, "over", None),
    ("450 млрд", 450 * BN, BN, None, None),
    ("более 5 трлн", 5 * T, T, "over", None),
    ("около 300 млн", 300 * M, M, "about", None),
    ("12 тыс.", 12_000, 1000, None, None),
    ("13 процентов", 13, 1, None, "percent"),
]


@pytest.mark.parametrize(
    ("text", "value", "step", "qualifier", "unit"),
    ENGLISH + CHINESE + OTHERS,
    ids=[row[0] for row in ENGLISH + CHINESE + OTHERS],
)
def test_reads_as_a_person_does(
    text: str, value: float, step: float, qualifier: str | None, unit: str | None
) -> None:
    number = read_number(text)
    assert number.value == pytest.approx(value, rel=1e-12)
    assert number.step == pytest.approx(step, rel=1e-12)
    assert (number.qualifier, number.unit) == (qualifier, unit)


# Part of such a number would be a wrong figure in a table that people quote. The first block
# stands in the collected sources as it is here.
WHOLE_OR_REFUSED = [
    ("13,4 Prozent", 13.4),
    ("14,3%", 14.3),
    ("8,1 %", 8.1),
    ("über 20 000", 20_000),
    ("plus de 136 000", 136_000),
    ("1 539", 1539),
    ("622\u00a0000", 622_000),
    ("9 517 milliards de yuans", 9_517 * BN),
    ("nearly 17 000 billion", 17 * T),
    ("27,9 trilhões", 27.9 * T),
    ("12,33 trn", 12.33 * T),
    ("48.000 miliardi di yuan", 48 * T),
    ("более 5 триллионов долларов", 5 * T),
    ("450 миллиардов долларов", 450 * BN),
    ("12조3천300억 위안", 12.33 * T),
    ("8조7천억 위안", 8.7 * T),
    ("1만7천 개", 17_000),
    ("3分の1", THIRD),
    ("168+1家", 169),
    ("146+1", 147),
    ("1/10", 10),
    ("349 (100 million yuan)", 34.9 * BN),
    ("US$ 61 (billion)", 61 * BN),
    ("850 x100 million", 85 * BN),
    ("1.2 x10 thousand", 12_000),
    ("¥48 trln", 48 * T),
    # and their like
    ("1,5 трлн юаней", 1.5 * T),
    ("1,5 million d'euros", 1.5 * M),
    ("1.234.567", 1_234_567),
    ("12，345", 12_345),
    ("15．3万亿", 15.3 * T),
    ("3조 5000억", 3.5 * T),
    ("two million", 2 * M),
    ("ten thousand", 10_000),
    ("one hundred", 100),
    ("five hundred million", 500 * M),
    ("12.3 hundred million", 1.23 * BN),
    ("twenty-three", 23),
    ("thirty-five", 35),
    ("half a million", 500_000),
    ("half a trillion yuan", T / 2),
    ("one and a half trillion", 1.5 * T),
    ("12.5% in the third quarter", 12.5),
    ("8.1% in the first half", 8.1),
    ("minus 3.4%", -3.4),
    ("二〇二一", 2021),
    ("12.5 [unit: 100 million yuan]", 1.25 * BN),
    ("12.5 [in 100 million yuan]", 1.25 * BN),
    ("12.5 [CNY 100 million]", 1.25 * BN),
    ("850 100\u00a0million", 85 * BN),
    ("5,6,7 Millionen", None),  # no number at all
]


@pytest.mark.parametrize(
    ("text", "value"), WHOLE_OR_REFUSED, ids=[text for text, _ in WHOLE_OR_REFUSED]
)
def test_reads_the_whole_number_or_refuses(text: str, value: float | None) -> None:
    """A curator who is told "no number in …" mends the line; one who is told nothing does not."""
    with contextlib.suppress(ValueError):
        assert read_number(text).value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        # all but the last four stand in the collected sources
        ("80%近く", "nearly"),
        ("1兆元を超えた", "over"),
        ("5万社を上回り", "over"),
        ("首次超过1万亿元", "over"),
        ("146+1", None),
        ("3 x10 thousand plus", "over"),
        ("CNY over 1 trillion", "over"),
        ("up more than 20%", "over"),
        ("增长超过20%", "over"),
        ("$1 trillion+", "over"),
    ],
)
def test_a_hedge_is_kept_or_the_text_refused(text: str, qualifier: str | None) -> None:
    """A lost hedge turns "over 1 trillion" into "0.5 to 1.5 trillion": a wrong interval."""
    with contextlib.suppress(ValueError):
        assert read_number(text).qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "over",
            "about",
            "at the top",
            "first",
            "亿",
            "万亿元",
            "亿元",
            "家",
            "%",
            "CNY",
        ),
        *("million", "over trillion yuan", "[100 million]", "more than", "–", "n/a", "首个"),
        *("12.5 [", "12.5 []"),
    ],
)
def test_nothing_readable_raises(text: str) -> None:
    if text.startswith("12.5"):  # an empty heading names no scale: itself or refused, no other
        with contextlib.suppress(ValueError):
            assert read_number(text).value == 12.5
        return
    with pytest.raises(ValueError, match="no "):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "significant", "whole"),
    [
        ("60,000", 10_000, True),
        ("85,000", 1000, True),
        ("173", 1, True),
        ("100", 100, True),
        ("15.0", 0.1, False),
        ("15.3 trillion", 0.1 * T, False),
        ("100 billion", 100 * BN, False),
        ("6万", 10_000, False),
        ("5万9600", 100, True),
        ("12957.13 [100 million]", M, False),
    ],
)
def test_last_digit_that_counts(text: str, significant: float, whole: bool) -> None:
    """What "about" is about: the unit of the last digit that is not zero."""
    number = read_number(text)
    assert number.significant == pytest.approx(significant, rel=1e-12)
    assert number.whole is whole


# ------------------------------------------------------------- what is left beside the number


@pytest.mark.parametrize(
    ("text", "qualifier", "value"),
    [
        ("＜15万亿元", "under", 15 * T),
        ("＞15万亿元", "over", 15 * T),
        ("≤５％", "at-most", 5),
        ("约20%左右", "about", 20),  # the same hedge twice
        ("6.2 trillion (est.)", "about", 6.2 * T),
    ],
)
def test_a_hedge_is_read_in_whatever_form(text: str, qualifier: str, value: float) -> None:
    number = read_number(text)
    assert (number.qualifier, number.value) == (qualifier, pytest.approx(value))
    assert number.unknown == ()


@pytest.mark.parametrize(
    "text",
    [
        *("not 6.2 trillion", "isn't 6.2 trillion", "never 700", "6.2 trillion was not reached"),
        *("并非6.2万亿元", "不是6.2万亿元", "rather than 6.2 trillion", "not half"),
    ],
)
def test_a_number_that_is_denied_is_none(text: str) -> None:
    with pytest.raises(ValueError, match="denies it"):
        read_number(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("expected 6.2 trillion", True),
        ("is forecast to exceed 6.2 trillion", True),
        ("will reach 6.2 trillion", True),
        ("预计6.2万亿元", True),
        ("预计将超过6.2万亿元", True),
        ("有望突破6.2万亿元", True),
        ("6.2 trillion", False),
        ("an estimated 6.2 trillion", False),
        ("将近6.2万亿元", False),  # nearly; 将 alone is "will"
        ("6.2 projects", False),
    ],
)
def test_what_is_foreseen_is_said(text: str, expected: bool) -> None:
    """No hedge of precision: the number is read as it stands, and the caller is told."""
    number = read_number(text)
    assert number.expected is expected
    assert number.unknown == ()


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("perhaps 6.2 trillion", ("perhaps",)),
        ("6.2 trillion, perhaps", ("perhaps",)),
        ("maybe half", ("maybe",)),
        ("或许6.2万亿元", ("或许",)),
        ("6.2 trillion?", ("?",)),
        ("±5%", ("±",)),
        ("at least about 5,000", ("about",)),  # two hedges that are not one
        ("down 5%", ("down",)),
        ("12.5 [perhaps 100 million yuan]", ("perhaps",)),
        # units, things counted, words that only carry the number
        ("a record 6.2 trillion yuan", ()),
        ("reached US$6.2 trillion", ()),
        ("38,000 square kilometers", ()),
        ("up 12.5% year-on-year", ()),
        ("同比增长6.1%", ()),
        ("共有173家国家高新区", ()),
        ("0.44トン標準炭", ()),
        ("+5%", ()),
        ("No.21", ()),
        ("12.5 [unit: 100 million yuan]", ()),
    ],
)
def test_words_that_are_not_known_are_named(text: str, unknown: tuple[str, ...]) -> None:
    assert read_number(text).unknown == unknown


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=12), st.integers(2, 9999))
def test_no_word_beside_a_number_is_passed_over(word: str, number: int) -> None:
    """It is a hedge, a known word, a fault or named: never nothing."""
    try:
        found = read_number(f"{word} {number}")
    except ValueError:
        return
    explained = found.qualifier is not None or found.expected or word in KNOWN_WORDS
    assert explained or found.unknown == (word,)


@pytest.mark.parametrize(
    ("text", "left_over"),
    [
        ("6.2 trillion yuan (860 billion dollars)", "860 billion dollars"),
        ("6.2 trillion yuan, up 12.5 percent", "up 12.5 percent"),
        ("1,200 zones (of 12,345 parks)", "of 12,345 parks"),
        ("6.2万亿元（8600亿美元）", "8600亿美元"),
    ],
)
def test_what_is_left_over_is_quoted_whole(text: str, left_over: str) -> None:
    with pytest.raises(ValueError, match=f"{left_over!r} is left over"):
        read_number(text)


# ------------------------------------------------------------------------------- round trips

_WESTERN_SCALES = {"": 0, " thousand": 3, " million": 6, " billion": 9, " trillion": 12}
_HAN_SCALES = {"": 0, "千": 3, "万": 4, "亿": 8, "千亿": 11, "万亿": 12, "兆": 12, "億": 8}


def read(text: str) -> tuple[float, float]:
    number = read_number(text)
    return number.value, number.step


def expected(digits: int, places: int, scale: int) -> tuple[float, float]:
    unit = Decimal(1).scaleb(scale - places)
    return float(digits * unit), float(unit)


@given(st.integers(0, 10**12), st.integers(0, 6), st.sampled_from(sorted(_WESTERN_SCALES)))
def test_western_round_trip(digits: int, places: int, scale: str) -> None:
    """ "12,345.6" and "1.2 trillion" come back as they were written, to the last bit."""
    number = Decimal(digits).scaleb(-places)
    for text in (f"{number:,.{places}f}", f"{number:.{places}f}"):
        assert read(text + scale) == expected(digits, places, _WESTERN_SCALES[scale])


@given(st.integers(0, 10**9), st.integers(0, 4), st.sampled_from(sorted(_HAN_SCALES)))
def test_han_round_trip(digits: int, places: int, scale: str) -> None:
    """ "1.2万亿" comes back as it was written."""
    text = f"{Decimal(digits).scaleb(-places):.{places}f}{scale}"
    assert read(text) == expected(digits, places, _HAN_SCALES[scale])


@given(st.integers(1, 9999), st.integers(1, 9999), st.integers(0, 9999))
def test_han_groups_add_up(trillions: int, hundred_millions: int, ten_thousands: int) -> None:
    """15兆3000億 is 15.3 trillion: each group of four digits counts in its own unit."""
    total = trillions * T + hundred_millions * 10**8 + ten_thousands * 10**4
    assert read_number(f"{trillions}兆{hundred_millions}億{ten_thousands}万").value == total


_HAN_DIGITS = "零一二三四五六七八九"


def in_han(number: int) -> str:
    """1 to 9999 in Chinese numerals, as schools teach it."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += ("零" if gap else "") + _HAN_DIGITS[digit] + name
        gap = False
    return text.removeprefix("一") if text.startswith("一十") else text


@given(st.integers(1, 9999))
def test_han_numerals_round_trip(number: int) -> None:
    assert read_number(in_han(number)).value == number
    assert read_number(in_han(number) + "万").value == number * 10_000


@given(
    st.sampled_from(["over ", "about ", "nearly ", "no less than ", "less than ", ""]),
    st.integers(1, 10**6),
    st.sampled_from(["", "%", " yuan", " people"]),
)
def test_words_around_a_number_leave_it_alone(before: str, number: int, behind: str) -> None:
    assert read_number(f"{before}{number:,}{behind}").value == number


_TOKENS = (
    *"0123456789.,-+/% []()零一二十百千万亿兆成半多余约近",
    *("分之", "一半", "million", "100 million", "Mrd", "milliards", "half", "a third", "twenty"),
    *("over ", "less than ", "$", "元", "\u00a0", "\t", "１", "조", "億"),
)


@given(st.lists(st.sampled_from(_TOKENS), max_size=10).map("".join))
def test_any_text_is_read_or_refused_with_a_word(text: str) -> None:
    """Whatever a curator types, the answer is a number or a ValueError, never another crash."""
    try:
        number = read_number(text)
    except ValueError:
        return
    assert isinstance(number, PrintedNumber)
    assert number.step > 0
    assert number.significant >= number.step or number.value == 0
