"""Finds times in a sentence: years, parts of years, ends of months, and years to compare with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|"
    r"\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_TO = r"\s*(?:to|through|until|[-–—~至到])\s*"
_COUNTS = {"three": 3, "six": 6, "nine": 9, "two": 2, "four": 4, "five": 5, "seven": 7, "eight": 8}
_COUNTS |= {"ten": 10, "eleven": 11} | {str(n): n for n in range(2, 12)}
_HAN_COUNTS = dict(zip("一二三四五六七八九", range(1, 10), strict=True)) | {"十": 10, "十一": 11}


DECADE = "decade"  # compared with ten years before


@dataclass(frozen=True)
class When:
    """A time at `start`…`end` of a sentence.

    `year` is null where only the context can tell it; `shift` counts from the year of the text
    (last year: -1). `period`: null for a plain year, else year, ytd, month or point; `month` is its
    last. `since`: first year of a span that ends in `year`. `base`: it is only compared with.
    `now`: at present; `year` is null then, or what the sentence may mean by it.
    """

    start: int
    end: int
    year: int | None
    period: str | None = None
    month: int | None = None
    shift: int | None = None
    since: int | None = None
    base: bool = False
    now: bool = False


_Maker = Callable[[re.Match[str]], When | None]


def times_of(sentence: str) -> list[When]:
    """The times in order of place; longer phrases swallow the years inside them."""
    found: list[When] = []
    for pattern, make in _RULES:
        for match in pattern.finditer(sentence):
            taken = any(w.start < match.end() and match.start() < w.end for w in found)
            if not taken and (when := make(match)) is not None:
                found.append(when)
    return sorted((_compared(sentence, w) for w in found), key=lambda w: w.start)


_BASE_BEFORE = re.compile(
    r"(?:than|compared (?:to|with)|against|over|from|versus|vs\.?|relative to|that of|those of|"
    r"times|as in|since|upon)\s+(?:that |those |the level |levels |the figure |figures )?"
    r"(?:in |of |for |at )?(?:the )?(?:end of |year )?$|[比较由从自]于?$",
    re.I,
)
_BASE_AFTER = re.compile(r"^(?:年)?(?:的水平)?(?:的?[\d.,]+倍|以来|起|相比|增长|提高)")


def _compared(sentence: str, when: When) -> When:
    """Marks a time that is only compared with: "than in 2012", "since 2012", 比2012年."""
    before = _BASE_BEFORE.search(sentence[: when.start])
    since = _BASE_AFTER.match(sentence[when.end :]) and "同比" not in sentence[when.end :][:4]
    if before and before[0].strip().lower().startswith(("from", "从", "由", "自")):
        return when  # "from 5.4 in 2012": its own number stands beside it
    starts = bool(since) and sentence[when.end :].startswith(("以来", "起", "相比"))
    return replace(when, base=True) if before or starts else when


def _month_number(name: str) -> int:
    return next(i for i, m in enumerate(_MONTH_NAMES, 1) if m.startswith(name.lower()[:3]))


def _int(text: str | None) -> int | None:
    return int(text) if text else None


def _part(match: re.Match[str], month: int, year: int | None) -> When:
    period = "year" if month == 12 else "ytd"
    return When(match.start(), match.end(), year, period, month, None if year else 0)


def _months(match: re.Match[str]) -> When | None:
    year = _int(match["year"] or match["first_year"])
    if _month_number(match["from"]) != 1:
        return When(match.start(), match.end(), year, "other", None, None if year else 0)
    return _part(match, _month_number(match["to"]), year)


def _first_months(match: re.Match[str]) -> When:
    count = _COUNTS[match["count"].lower()]
    month = 3 * count if match["what"].lower().startswith("quarter") else count
    return _part(match, month, _int(match["year"]))


def _named_part(match: re.Match[str]) -> When:
    word = match["part"].lower()
    month = 6 if "half" in word or "h1" in word else 3
    return _part(match, month, _int(match["year"] or match["first_year"]))


def _point(match: re.Match[str]) -> When:
    month = _month_number(match["month"]) if match["month"] else 12
    year = _int(match["year"])
    return When(match.start(), match.end(), year, "point", month, None if year else 0)


def _month_of(match: re.Match[str]) -> When:
    month = _month_number(match["month"])
    return When(match.start(), match.end(), int(match["year"]), "month", month)


def _span(match: re.Match[str]) -> When:
    first, last = int(match["first"]), match["last"]
    final = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return When(match.start(), match.end(), final, "span", None, since=first)


def _han_months(match: re.Match[str]) -> When:
    year, last = _int(match["year"]), int(match["to"])
    if int(match["from"]) != 1:
        return When(match.start(), match.end(), year, "other", None, None if year else 0)
    return _part(match, last, year)


def _han_first(match: re.Match[str]) -> When:
    count = match["count"]
    number = _HAN_COUNTS[count] if count in _HAN_COUNTS else int(count)
    month = 3 * number if match["what"].endswith("季度") else number
    return _part(match, month, _int(match["year"]) if match["year"] else None)


def _han_part(match: re.Match[str]) -> When:
    month = 6 if match["part"] == "上半年" else 3
    return _part(match, month, _int(match["year"]) if match["year"] else None)


def _han_point(match: re.Match[str]) -> When:
    year = _int(match["year"])
    month = _int(match["month"]) or 12
    return When(match.start(), match.end(), year, "point", month, None if year else 0)


def _han_month(match: re.Match[str]) -> When:
    return When(match.start(), match.end(), int(match["year"]), "month", int(match["month"]))


def _plain_year(match: re.Match[str]) -> When:
    return When(match.start(), match.end(), int(match["year"]))


def _shifted(match: re.Match[str]) -> When:
    word = match[0].lower()
    if "before last" in word or word == "前年":
        return When(match.start(), match.end(), None, shift=-2)
    last = any(part in word for part in ("last", "previous", "去年", "上年"))
    return When(match.start(), match.end(), None, shift=-1 if last else 0)


def _now(match: re.Match[str]) -> When:
    return When(match.start(), match.end(), None, "point", shift=0, now=True)


def _rules(*rules: tuple[str, _Maker]) -> tuple[tuple[re.Pattern[str], _Maker], ...]:
    return tuple((re.compile(pattern, re.I), make) for pattern, make in rules)


# In this order: a phrase takes its characters away from the shorter ones below it.
_RULES = _rules(
    # Compared with the same time a year before: says nothing about when.
    (
        r"(?:compared (?:to|with)|from|over|than(?: in)?) the (?:same period (?:of |in )?)?"
        rf"(?:last year|the year before|a year (?:before|earlier)|previous year|{_YEAR})(?! to)"
        r"|year[- ]on[- ]year|from a year (?:earlier|before|ago)|a year earlier|上年同期|去年同期|"
        r"the same period (?:of )?(?:last year|the year before|the previous year|a year earlier)|"
        r"比上年|较上年|比去年|较去年|from last year|than last year|over the previous year|"
        r"over last year"
        r"|a year ago|than the year before|on the year before",
        lambda m: When(m.start(), m.end(), None, "ignored", base=True),
    ),
    (
        rf"(?:(?P<first_year>{_YEAR})\s)?(?:from |between |in )?(?P<from>{_MONTH})"
        rf"(?:{_TO}|\s+and\s+)(?P<to>{_MONTH})\b(?:,? (?:of |in )?(?P<year>{_YEAR}))?",
        _months,
    ),
    (
        rf"first (?P<count>{'|'.join(_COUNTS)}) (?P<what>months|quarters)"
        rf"(?:(?: of| in)? (?P<year>{_YEAR}))?",
        _first_months,
    ),
    (
        rf"(?:(?P<first_year>{_YEAR})\s)?(?P<part>first half(?: of the year)?|first quarter|"
        rf"\bH1\b|\bQ1\b)(?:,?(?: of| in)? (?P<year>{_YEAR}))?",
        _named_part,
    ),
    (
        rf"(?:third|fourth|second) quarter(?: (?:of )?{_YEAR})?|second half(?: of {_YEAR})?|"
        rf"\b(?:H2|Q[234])\b(?: {_YEAR})?",
        lambda m: When(m.start(), m.end(), None, "other", shift=0),
    ),
    (
        rf"(?:the )?(?:end[- ](?:of[- ])?|close of |year-end |late )(?:the year )?"
        rf"(?:(?P<month>{_MONTH}),? )?(?P<year>{_YEAR})",
        _point,
    ),
    (rf"(?:the )?end of (?P<month>{_MONTH})\b(?P<year>)", _point),
    (rf"(?P<month>{_MONTH}) (?:of )?(?:\d{{1,2}},? )?(?P<year>{_YEAR})", _month_of),
    (rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])(?:-[0-3]\d)?(?!\d)", _han_month),
    (rf"(?:from |between )?(?P<first>{_YEAR})年?(?:{_TO}| and )(?P<last>{_YEAR})年?", _span),
    (rf"(?P<first>{_YEAR})[-–](?P<last>\d\d(?![\d.%]))年?", _span),
    (r"1\d(?:th|st|nd) five-year plan", lambda m: When(m.start(), m.end(), None, "ignored")),
    (
        r"(?:in|over|during|within) the (?:last|past) (?:decade|ten years|10 years)|"
        r"(?:过去|近)十年",
        lambda m: When(m.start(), m.end(), None, DECADE, base=True),
    ),
    # Chinese
    (rf"(?:(?P<year>{_YEAR})年)?(?P<from>\d{{1,2}})月?[-–—~至到](?P<to>\d{{1,2}})月", _han_months),
    (
        rf"(?:(?P<year>{_YEAR})年|今年|当年)?前(?P<count>十一|[二三四五六七八九十]|\d{{1,2}})"
        r"(?P<what>个?季度|个月)",
        _han_first,
    ),
    (rf"(?:(?P<year>{_YEAR})年|今年|当年)?(?P<part>上半年|[一首1]季度)", _han_part),
    (
        rf"(?:(?P<year>{_YEAR})年)?(?:下半年|[二三四]季度)",
        lambda m: When(m.start(), m.end(), None, "other", shift=0),
    ),
    (rf"(?P<year>{_YEAR})年(?:(?P<month>\d{{1,2}})月)?(?:年?[底末]|\d{{1,2}}日)", _han_point),
    (rf"(?P<year>{_YEAR})年(?P<month>\d{{1,2}})月", _han_month),
    (rf"(?:截至|截止到?)(?P<year>{_YEAR})年(?!(?:\d{{1,2}}月))(?P<month>)", _han_point),
    (
        r"(?:last|this) year|the (?:previous|current) year|the year before last|"
        r"去年|今年|上年|前年",
        _shifted,
    ),
    (
        r"(?<!from )\bnow\b(?! that\b)|(?<!China )(?<!USA )\btoday\b|"
        r"\b(?:currently|presently|nowadays|at present|so far|to date)\b|"
        r"目前|现在|现有|现已|如今|当前|迄今|至今",
        _now,
    ),
    (
        rf"(?<![\d.,$¥])(?P<year>{_YEAR})(?:年|(?![\d,]*\d|\.\d|\s?%|\s?(?:percent|per cent|"
        r"billion|trillion|million|bn|tn|yuan|亿|万|家|个|人|所|元|倍|CNY|RMB)))",
        _plain_year,
    ),
)


def whole_years(times: Iterable[When]) -> Iterator[When]:
    """The times that a figure can be of: not those that are only compared with."""
    return (w for w in times if not w.base and w.period != "ignored")
