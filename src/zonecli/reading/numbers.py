"""Finds the numbers in a sentence, with their hedges and units, and reads each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from zonecli.stats.printed import PrintedNumber, read_number

POINTS, TIMES, SQ_KM, RANK = "percentage_points", "times", "sq_km", "rank"

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_HAN = "一二两三四五六七八九十百千万亿兆"
_CURRENCY = r"(?:US\s?\$|U\.S\.\s?\$|USD|RMB|CNY|[¥￥$])\s?"
_SCALE = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|bn|tn|trn|bln|mln|mn)\b|[kKmM]\b)"
_HAN_SCALE = r"(?:\s?[十百千万亿兆]+)"
_UNIT = (
    r"(?:\s?%|\s?个百分点|[\s-]?percentage[\s-]points?|[\s-]?per\s?cent(?:age points?)?\b|\s?pct\b|"
    r"\s?(?:yuan|RMB|CNY|USD|renminbi)\b|\s?(?:U\.?S\.? ?)?dollars?\b|"
    r"\s?[多余]?(?:美元|元人民币|元|人民币)|"
    r"[\s-]?(?:times|fold)\b|\s?[多余]?倍|\s?(?:sq\.? ?km|square kilomet(?:er|re)s)\b|\s?平方公里)"
)
_MEASURE_WORD = r"(?:\s?[多余]?[家个所人件项户名位条座只笔])"
_HEDGE_BEFORE = (
    r"(?:at least|no(?:t)? (?:less|fewer|more) than|at most|up to|"
    r"as (?:much|many|high|large|few|little|low) as|in excess of|upwards? of|north of|"
    r"(?:a (?:little|bit) |slightly |just |well |far )?"
    r"(?:(?:more|greater|higher|less|fewer|lower) than|over|above|under|below|short of)|"
    r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?(?: the)?|topp?(?:s|ed|ing)|pass(?:es|ed|ing)|"
    r"nearly|almost|not quite|virtually|close to|approaching|about|around|roughly|some|"
    r"approximately|approx\.?|circa|ca\.|(?:an )?estimated(?: at)?|"
    r"in the (?:region|neighbou?rhood|vicinity) of|(?:in|on|of) the order of)\s+(?:the )?|"
    # A sentence that begins with > is a quotation in Markdown.
    r"(?:[~≈]|(?<!^)(?:[<>]=?|[≤≥≦≧]))\s?|"
    r"(?:不低于|不少于|不高于|至少|不超过|不多于|至多|最多|"
    r"[略稍](?:高于|低于|多于|少于|超过?)|超过|超出|突破|逾|超|不到|不足|不及|未达到?|高于|低于|多于|少于|几乎|接近|将近|约近|近|据?估[计算]为?|大约|约为|约|大概|"
    r"大致|差不多)\s?"
)
_HEDGE_AFTER = r"(?:\s?(?:以上|以下|左右|上下)|\s(?:or (?:more|above|higher|less|fewer|so)\b)|\+)"

_NUMBER = re.compile(
    rf"(?P<hedge>{_HEDGE_BEFORE})?(?P<currency>{_CURRENCY})?"
    rf"(?P<core>(?<![\w.,/=-])(?<![eE]\+){_DIGITS}|(?<=[^\W\d_a-zA-Z]){_DIGITS}|(?<=[$¥￥(（~≈-]){_DIGITS}"
    rf"|(?<=RMB){_DIGITS}|(?<=CNY){_DIGITS}|(?<=USD){_DIGITS})"
    rf"(?P<scale>{_SCALE}|{_HAN_SCALE})?"
    rf"(?P<unit>{_UNIT})?(?P<word>{_MEASURE_WORD})?(?P<after>{_HEDGE_AFTER})?",
    re.I,
)
_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
_WORD_NUMBER = re.compile(
    rf"(?P<hedge>{_HEDGE_BEFORE})?\b(?P<core>{_WORDS})\b(?P<times> times|-fold)?", re.I
)
_FRACTION = re.compile(
    rf"(?P<hedge>{_HEDGE_BEFORE})?\b(?P<core>(?:(?:an?|one|two|three|four)[\s-])?"
    r"(?:half|thirds?|quarters?|fourths?|fifths?|sixths?|tenths?))\b(?=\s+(?:of|the)\b|[,.;)]|"
    r"\s*$)",
    re.I,
)
_HAN_FRACTION = re.compile(
    rf"(?P<hedge>{_HEDGE_BEFORE})?(?P<core>[{_HAN}]分之[{_HAN}]|一半|半数|[一二三四五六七八九](?:成半|成)(?![为立功]))"
    rf"(?P<after>{_HEDGE_AFTER})?"
)
_PERCENT_WORDS = re.compile(
    rf"(?P<hedge>{_HEDGE_BEFORE})?(?P<core>百分之(?:{_DIGITS}|[{_HAN}点]+))"
)
_HAN_NUMBER = re.compile(
    rf"(?P<hedge>{_HEDGE_BEFORE})?(?P<core>[{_HAN}〇零]+)(?P<word>[多余]?[家个所])(?!月|季度)"
)
_MULTIPLE = re.compile(
    r"(?P<hedge>more than |over |nearly |almost |about |roughly )?\b(?P<core>doubl(?:e|ed|ing)|"
    r"tripl(?:e|ed|ing)|"
    r"quadrupl(?:e|ed|ing))\b|(?P<han>翻了?一番|翻番)",
    re.I,
)
_MULTIPLES = {"doubl": 2, "tripl": 3, "quadrupl": 4}
_ORDINAL = re.compile(
    r"(?:(?:rank(?:s|ed|ing)?|plac(?:es|ed)|came|stood|list(?:s|ed)?|"
    r"position(?:ed)?)\b[^.;]{0,40}?)"
    r"(?P<core>\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b|at the top|"
    r"\b\d{1,3}(?:st|nd|rd|th)\b|(?:No\.?|number) ?\d{1,3}\b)|"
    rf"(?:排名?|位居|位列|名列|居)[^，。；]{{0,12}}?(?P<han>第(?:\d{{1,3}}|[{_HAN}]{{1,3}})位?|首位|榜首)",
    re.I,
)
_ORDINALS = {
    w: n
    for n, w in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        ],
        start=1,
    )
}
# What looks like a number and counts nothing: names, versions, ordinals, durations, thresholds.
_NOT_COUNTED = re.compile(
    r"^[\s-]?(?:inch|nm|nanomet|th\b|st\b|nd\b|rd\b|years?\b|decades?\b|months?\b|days?\b|weeks?\b|"
    r"hours?\b|minutes?\b|consecutive|年(?!均|产)|天|小时|届|号|条规|G\b|D\b|\.0\b|:\d)",
    re.I,
)
_NAME_BEFORE = re.compile(
    r"(?:Covid|Fortune(?: Global)?|top|No\.|Article|Chapter|Table|Figure|Section|phase|page|"
    r"Industry|Global|World|世界|财富|全球|前|第|图|表|十)\s?-?$",
    re.I,
)


# "Not 15.3 trillion" claims no number.
_DENIED_BEFORE = re.compile(
    r"(?:\bnot|n['’]t|\bnever|\brather than|\binstead of|[并绝]非|不是|而非)\s*$", re.I
)


@dataclass(frozen=True)
class Mention:
    """A number at `start`…`end` of a sentence, from its hedge to its unit.

    `number` is as read; `unit`: percent, CNY, USD, percentage_points, times, sq_km, rank; null for
    a bare number. `counted`: a Chinese measure word says that things are counted.
    """

    start: int
    end: int
    text: str
    number: PrintedNumber
    unit: str | None
    counted: bool = False


def numbers_of(sentence: str, taken: Iterable[tuple[int, int]] = ()) -> list[Mention]:
    """The numbers in order of place, but none inside the `taken` spans: times, names of metrics."""
    found: list[Mention] = []
    spans = list(taken)
    for mention in _candidates(sentence, spans):
        if not any(m.start < mention.end and mention.start < m.end for m in found):
            found.append(mention)
    return list(_shared_scale(sentence, sorted(found, key=lambda m: m.start)))


def _candidates(sentence: str, taken: list[tuple[int, int]]) -> Iterator[Mention]:
    finders = (_ordinals, _fractions, _digits, _han_numbers, _multiples, _words)
    for find in finders:
        for mention, core in find(sentence):
            if not any(start < core[1] and core[0] < end for start, end in taken):
                yield mention


def _read(text: str) -> PrintedNumber | None:
    """The number; null where a text only looks like one."""
    try:
        return read_number(text)
    except (ValueError, ArithmeticError):
        return None


_Found = Iterator[tuple[Mention, tuple[int, int]]]


def _digits(sentence: str) -> _Found:
    for match in _NUMBER.finditer(sentence):
        before, after = sentence[: match.start("core")], sentence[match.end() :]
        named = not match["currency"] and _NAME_BEFORE.search(before)
        if (named or _NOT_COUNTED.match(after)) and not match["unit"]:
            continue
        if _DENIED_BEFORE.search(sentence[: match.start()]):
            continue
        if re.match(r"[A-Za-z]", after) and not match["unit"] and not match["scale"]:
            continue  # 5G, 12nm
        text = match[0].strip()
        number = _read(text)
        if number is None:
            continue
        unit = _unit(match["unit"], text, number)
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        counted = bool(match["word"])
        yield Mention(start, start + len(text), text, number, unit, counted), match.span("core")


def _unit(word: str | None, text: str, number: PrintedNumber) -> str | None:
    said = (word or "").lower()
    if "point" in said or "百分点" in said:
        return POINTS
    if "times" in said or "fold" in said or "倍" in said:
        return TIMES
    if "sq" in said or "平方" in said:
        return SQ_KM
    return "USD" if re.search(r"U\.S\.", text) else number.unit


def _fractions(sentence: str) -> _Found:
    for pattern in (_FRACTION, _HAN_FRACTION, _PERCENT_WORDS):
        for match in pattern.finditer(sentence):
            number = _read(match[0].strip())
            if number is None:
                continue
            mention = Mention(match.start(), match.end(), match[0].strip(), number, "percent")
            yield mention, match.span("core")


def _han_numbers(sentence: str) -> _Found:
    for match in _HAN_NUMBER.finditer(sentence):
        if match["core"] in ("一", "十", "百", "千", "万", "亿") or sentence[
            : match.start()
        ].endswith("第"):
            continue  # "one" is an article in Chinese
        number = _read(match[0])
        if number is None:
            continue
        yield Mention(*match.span(), match[0], number, None, True), match.span("core")


def _words(sentence: str) -> _Found:
    """Number words from two on: "one" is a pronoun as often as a number."""
    for match in _WORD_NUMBER.finditer(sentence):
        if match["core"].lower() == "one" or _NOT_COUNTED.match(sentence[match.end() :]):
            continue
        number = _read(match[0])
        if number is None:
            continue
        unit = TIMES if match["times"] else None
        yield Mention(*match.span(), match[0], number, unit), match.span("core")


def _multiples(sentence: str) -> _Found:
    for match in _MULTIPLE.finditer(sentence):
        word = (match["core"] or "doubl").lower()
        times = next(n for start, n in _MULTIPLES.items() if word.startswith(start))
        hedge = (match["hedge"] or ("" if match["han"] else "about ")).strip()
        number = _read(f"{hedge} {times}".strip())
        if number is None:
            continue
        yield Mention(*match.span(), match[0], number, TIMES), match.span()


def _ordinals(sentence: str) -> _Found:
    for match in _ORDINAL.finditer(sentence):
        group = "core" if match["core"] else "han"
        word = match[group].lower()
        if "首" in word or "top" in word:
            place = 1.0
        elif word in _ORDINALS:
            place = float(_ORDINALS[word])
        else:
            ordinal = _read(re.sub(r"^(?:no\.?|number|第)|(?:st|nd|rd|th|位)$", "", word))
            if ordinal is None:
                continue
            place = ordinal.value
        number = PrintedNumber(place, 1.0, 1.0, True, None, None)
        yield Mention(*match.span(group), match[group], number, RANK), match.span(group)


_RANGE = re.compile(r"^\s*(?:to|and|[-–—至到])\s*(?:CNY|RMB|US\$|[$¥])?$", re.I)


def _shared_scale(sentence: str, found: list[Mention]) -> Iterator[Mention]:
    """ "From 5.4 to 15.3 trillion yuan": the first of two takes scale and unit of the second."""
    for mention, following in zip_longest(found, found[1:]):
        bare = mention.unit in (None, "CNY", "USD") and not re.search(
            r"[a-zA-Z一-鿿]$", mention.text
        )
        between = sentence[mention.end : following.start] if following else ""
        if following is None or not bare or not _RANGE.match(between):
            yield mention
            continue
        tail = re.search(rf"{_DIGITS}(.*)$", following.text)
        if tail is None or not tail[1].strip():
            yield mention
            continue
        number = _read(mention.text + tail[1])
        unit = mention.unit or following.unit
        yield replace(mention, number=number or mention.number, unit=unit)
