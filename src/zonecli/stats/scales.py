"""Numbers with the scale words of western languages: "15.3 trillion", "3,5 Mrd.", "two million"."""

from __future__ import annotations

import re
from decimal import Decimal

from zonecli.stats.amounts import DIGITS, SPACED_DIGITS, Amount, Found, read_digits

_ENGLISH_SCALES = {
    **dict.fromkeys(("thousand", "k"), 3),
    **dict.fromkeys(("million", "millions", "mln", "mn", "m"), 6),
    **dict.fromkeys(("billion", "billions", "bln", "bn"), 9),
    **dict.fromkeys(("trillion", "trillions", "trln", "trn", "tn"), 12),
}
_CONTINENTAL_SCALES = {
    **dict.fromkeys(("tausend", "mille", "тыс", "тысяча", "тысячи", "тысяч"), 3),
    **dict.fromkeys(("millionen", "mio", "millones", "milioni", "milhão", "milhões"), 6),
    **dict.fromkeys(("millió", "млн", "миллион", "миллиона", "миллионов"), 6),
    **dict.fromkeys(("milliarde", "milliarden", "mrd", "milliard", "milliards", "milliárd"), 9),
    **dict.fromkeys(("miliardo", "miliardi", "bilhão", "bilhões"), 9),
    **dict.fromkeys(("млрд", "миллиард", "миллиарда", "миллиардов"), 9),
    **dict.fromkeys(("billionen", "billones", "bilioni", "biliões", "trilhão", "trilhões"), 12),
    **dict.fromkeys(("трлн", "триллион", "триллиона", "триллионов"), 12),
}
# "hundred million", "mil millones", "mila miliardi": the powers of both words add up.
_POWERS = {
    **_ENGLISH_SCALES,
    **_CONTINENTAL_SCALES,
    **{"10": 1, "100": 2, "hundred": 2, "mil": 3, "mila": 3},
}
_SCALE = "|".join(sorted({**_ENGLISH_SCALES, **_CONTINENTAL_SCALES}, key=len, reverse=True))
# Without k and m, which stand for other things too: "sq m".
SCALE_WORDS = "|".join(word for word in _POWERS if len(word) > 1 and not word.isdigit())
# No \b: a letter of Chinese may stand right by a word of English.
LETTER = "[a-zß-ÿ\u0100-\u024fа-яё]"

_SMALL_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_SMALL_WORDS)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
}
WORDS = (
    rf"(?:(?:{'|'.join(_TENS)})[\s-](?:{'|'.join(_SMALL_WORDS[1:10])})|{'|'.join(NUMBER_WORDS)})"
)

_NUMBER = re.compile(
    rf"(?:(?P<digits>{SPACED_DIGITS}|{DIGITS})|\b(?P<words>{WORDS})\b)"
    # The scales that Chinese tables have in their headings may stand behind a number as they are.
    rf"(?:(?:\s+|\s*[x×]\s*)(?P<heading>10[\s-]+thousand|100[\s-]+million)(?!{LETTER})"
    rf"|[\s-]*(?P<scale>(?:(?:hundred|mila?)[\s-]+)?(?:{_SCALE})|hundred)(?!{LETTER}))?",
    re.I,
)
_CONTINENTAL_TEXT = re.compile(
    rf"\b(?:{'|'.join(_CONTINENTAL_SCALES)}|prozent|por ?ciento|por cento|pour ?cent|"
    r"über|mehr als|weniger als|rund|etwa|plus de|moins de|près de|presque|environ|"
    r"más de|menos de|mais de|cerca de|casi|unos|oltre)\b|[а-яё]{2}",
    re.I,
)
# In German and French these are a thousand times what they are in English, or a million times.
_LONG_SCALES = re.compile(r"(?:b|tr)illions?", re.I)
_SCALE_WORD = re.compile(rf"(?<!{LETTER})(?:hundred|{_SCALE})(?!{LETTER})", re.I)


def is_continental(text: str) -> bool:
    """Whether a word of `text` is of a language whose decimal point is a comma."""
    return bool(_CONTINENTAL_TEXT.search(text))


def find_scale_word(text: str) -> int | None:
    """Where the first scale word in `text` begins."""
    match = _SCALE_WORD.search(text)
    return match.start() if match else None


def find_western(text: str, continental: bool) -> Found | None:
    """The first number in `text`. Raises ValueError where it can be read in more ways than one."""
    match = _NUMBER.search(text)
    if match is None:
        return None
    if match["words"]:
        parts = re.split(r"[\s-]", match["words"].lower())
        amount = Amount(Decimal(sum(NUMBER_WORDS[part] for part in parts)), Decimal(1), False)
    else:
        _refuse_ambiguous(match, continental)
        amount = read_digits(match["digits"], continental)
    scale = match["heading"] or match["scale"] or ""
    power = sum(_POWERS[word] for word in re.split(r"[\s-]+", scale.lower()) if word)
    return Found(amount.scaled(Decimal(10) ** power), match.start(), match.end())


def _refuse_ambiguous(match: re.Match[str], continental: bool) -> None:
    digits, scale = match["digits"], match["scale"] or ""
    ambiguous = (
        # .5 without its zero, but not the 17 of "No.17"
        re.search(r"(?<![A-Za-z])[.,]$", match.string[: match.start()])
        # 850 [100 million], or 850,100 million
        or (re.search(r"\s100$", digits) and scale.lower() in _ENGLISH_SCALES)
        # "plus de 1,234": French writes no thousands so, and few figures with three decimals
        or (continental and not scale and re.fullmatch(r"[1-9]\d{0,2},\d{3}", digits))
        # "1.234 млрд": Russian writes neither thousands nor decimals so
        or (re.search(r"[а-яё]", match.string, re.I) and re.search(r"\.\d{3}$", digits))
        or (continental and _LONG_SCALES.fullmatch(scale))
    )
    if ambiguous:
        raise ValueError(f"no single way to read {match[0].strip()!r}")
