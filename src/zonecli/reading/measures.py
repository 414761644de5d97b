"""Whether a percentage in a sentence is a share, a growth or a level, and against what."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zonecli.reading.numbers import POINTS, TIMES, Mention

LEVEL, SHARE, GROWTH = "level", "share", "growth"
AVERAGE = "average"  # growth a year over several years
OF_ANOTHER = "of-another"  # a share of something that is not the nation's total
DIFFERENCE, RATIO, CHANGE, POINT_CHANGE = "difference", "ratio", "change", "points"

_NATION = (
    r"(?:(?:all (?:of )?)?(?:China's|Chinese|the country's|the nation's|the entire country's|"
    r"the whole country's|"
    r"the national|national|nationwide|the nationwide|the country|China|the nation))"
)
_SHARE_LEFT = re.compile(
    r"account(?:s|ed|ing)? for|contribut\w*|represent\w*|ma(?:de|kes?|king) up|made\s+(?:about |"
    r"over |nearly )?$|compris\w*|constitut\w*|"
    r"share|proportion|home to|hous(?:e|es|ed|ing)\b|hosts?|hosted|hosting|using|"
    r"占比|比重|份额|贡献|占",
    re.I,
)
_GROWTH_LEFT = re.compile(
    r"\bup\b|\brose\b|\bris(?:e|es|en|ing)\b|\bgrew\b|\bgrow(?:s|n|ing|th)?\b|increas\w*|"
    r"expan\w*|climb\w*|"
    r"jump\w*|surg\w*|gain\w*|advanc\w*|\bdown\b|\bfell\b|\bfall\w*|declin\w*|drop\w*|decreas\w*|"
    r"shr[aiu]nk\w*|contracted by|slid\b|同比|增长|增速|增幅|增加|"
    r"下降|减少|回落|下滑|提高|上升|提升",
    re.I,
)
_GROWTH_RIGHT = re.compile(
    r"^[\s-]*(?:year[- ]on[- ]year |annual |real |nominal |yearly |y/y )?"
    r"(?:growth|increase|rise|gain|jump|surge|expansion|decline|drop|decrease|fall|higher|lower|"
    r"more than|less than|year[- ]on[- ]year|from a year|的?增长|的?增速|的?增幅|的?降幅)",
    re.I,
)
_SHARE_RIGHT = re.compile(rf"^\s*(?:\w+\s)?(?:of|to|in)\s+(?:total\s+|all\s+)?{_NATION}\b", re.I)
_OF_TOTAL = re.compile(r"^\s*of\s+(?:the\s+)?(?:total|whole|all)\b", re.I)
_OF_GDP = re.compile(r"^\s*of\s+(?:the\s+)?(?:GDP|gross domestic product)\b", re.I)
_OTHER_WHOLE = re.compile(
    r"^\s*(?:of|to|in)\s+(?:the |its |their |[A-Z]\w+'s )?(?:host |entire |whole )?"
    r"(?:city|cities|province|provincial|municipality|municipal|district|world|global|all zones|"
    r"zones|"
    r"[A-Z][a-z]+(?:'s)?\s(?:GDP|total|output|economy|exports))",
)
_OTHER_WHOLE_HAN = re.compile(
    r"占(?!全国|中国|我国)(?:全|所在|该)?(?:市|省|城市|区|世界|全球|地级市|[一-鿿]{2,3}[市省])"
)
_NATION_HAN = re.compile(r"(?:占|贡献)(?:到)?(?:了)?(?:全国|中国|我国|国家)")
_TO_A_LEVEL = re.compile(
    r"(?:\bto|\bfrom|\bat|\breach\w*|至|到|为|达|从|由)\s*(?:about |over |nearly )?$", re.I
)
_DOWN = re.compile(
    r"\bdown\b|\bfell\b|\bfall|declin|drop|decreas|shr[aiu]nk|contracted by|slid|lower|"
    r"下降|减少|回落|下滑|降幅",
    re.I,
)
_AVERAGE = re.compile(
    r"average annual|annual average|on average|average yearly|a year on average|annually|年均", re.I
)
_REAL = re.compile(
    r"\breal\b|in real terms|comparable prices|constant prices|实际增长|可比价|不变价", re.I
)
_NOMINAL = re.compile(r"\bnominal|in nominal terms|current prices|名义", re.I)
_INCREASE_OF = re.compile(
    r"(?:increase|rise|growth|gain|addition|decrease|drop) of\s*$|by\s*$|"
    r"(?:增加|新增|多|减少)了?\s*$",
    re.I,
)
_SHARE_NOUN = re.compile(r"\bshare\b|proportion|percentage of|占比|比重|份额", re.I)


@dataclass(frozen=True)
class Meaning:
    """What a number is: its measure; the `relation` to another year, if any; negative where it is
    a fall; the basis of a growth; `sure` is false where no word says which whole a share is of."""

    measure: str | None
    relation: str | None = None
    negative: bool = False
    basis: str | None = None
    sure: bool = True


def meaning_of(
    sentence: str, mention: Mention, before: int, after: int, *, has_base: bool
) -> Meaning:
    """Reads the words around a number: between `before` (the end of the number before it) and
    `after` (the start of the next). `has_base`: the sentence names a year to compare with."""
    left, right = sentence[before : mention.start], sentence[mention.end : after]
    clause = re.split(r"[;；。]", left)[-1]
    if mention.unit == TIMES:
        return Meaning(LEVEL, RATIO)
    if mention.unit == POINTS:
        return Meaning(SHARE, POINT_CHANGE, negative=bool(_DOWN.search(clause)))
    if mention.unit != "percent":
        return Meaning(LEVEL, DIFFERENCE if has_base and _is_difference(clause, right) else None)
    return _percentage(sentence, clause, right, has_base=has_base)


def of_gdp(right: str, mention: Mention) -> Meaning:
    """Of a percentage behind an amount of GDP: "15.3 trillion yuan, 13.4 percent of GDP"."""
    if mention.unit == "percent" and _OF_GDP.match(right):
        return Meaning(SHARE, sure=False)
    return Meaning(None)


def _is_difference(left: str, right: str) -> bool:
    more = re.search(r"^[\s\w-]{0,40}?\b(?:more|fewer|less|higher) than\b", right, re.I)
    return bool(
        more or (_INCREASE_OF.search(left) and not re.search(r"(?:增加|增长)(?:到|至)", left))
    )


def _percentage(sentence: str, left: str, right: str, *, has_base: bool) -> Meaning:  # noqa: PLR0911
    if _SHARE_RIGHT.match(right):
        return Meaning(SHARE)
    if _OTHER_WHOLE.match(right) or _OTHER_WHOLE_HAN.search(left):
        return Meaning(OF_ANOTHER)
    growth = _last(_GROWTH_LEFT, left)
    share = _last(_SHARE_LEFT, left)
    if _NATION_HAN.search(left) and share > growth:
        return Meaning(SHARE)
    if behind := _GROWTH_RIGHT.match(right):
        fall = behind[0] if re.search(r"\w", behind[0]) else left
        return _growth(sentence, left, has_base, negative=bool(_DOWN.search(fall)))
    if (
        _TO_A_LEVEL.search(left)
        and growth >= 0
        and not re.search(r"(?:rate|pace|speed|增速|增幅|growth)\D*$", left, re.I)
    ):
        return Meaning(SHARE if share >= 0 or _SHARE_NOUN.search(sentence) else None, sure=False)
    if growth > share:
        if _SHARE_NOUN.search(left) and re.search(r"(?:by|了)\s*$", left):
            return Meaning(SHARE, CHANGE, negative=bool(_DOWN.search(left[growth:])))
        return _growth(sentence, left, has_base, negative=bool(_DOWN.search(left[growth:])))
    if share >= 0 or _OF_TOTAL.match(right):
        return Meaning(SHARE, sure=bool(re.match(r"\s*of the national|\s*of the total", right)))
    return Meaning(None)


def _growth(sentence: str, near: str, has_base: bool, *, negative: bool) -> Meaning:
    basis = "real" if _REAL.search(sentence) else "nominal" if _NOMINAL.search(sentence) else None
    if _AVERAGE.search(near):
        return Meaning(AVERAGE, negative=negative, basis=basis)
    return Meaning(GROWTH, CHANGE if has_base else None, negative, basis)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)
