"""References as text, by the rules of three style guides, for web pages and for the table itself.

APA: Publication Manual, 7th ed., 10.16 (webpages) and 10.9 (data sets). Chicago: Manual of Style,
17th ed., 14.207 (bibliography entry of a web page). GB/T 7714-2015, 8.8 (electronic resources).
A CSL processor would need its styles and an XML parser along, which weigh more than all of zonecli.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from zonecli.answers.reference import Date, Reference

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


_INNER = str.maketrans('“”"', "‘’'")  # quotation marks inside quotation marks


def apa(references: Sequence[Reference]) -> list[str]:
    """Author. (2022, September 16). Title. Site. Address; undated: (n.d.), and when retrieved."""
    letters = _letters(references)
    return [_apa(reference, letters.get(reference.id, "")) for reference in references]


def _apa(ref: Reference, letter: str) -> str:
    year = f"{ref.published[0]}{letter}" if ref.published else f"n.d.{letter and '-'}{letter}"
    date = ", ".join(filter(None, (year, _month_and_day(ref.published))))
    if ref.is_dataset:
        title, date = f"{ref.title} (Version {ref.version}) [Data set]", year
    else:
        title = f"[{ref.title}]" if ref.described else ref.title
    address = ref.url
    if ref.url and not ref.published and ref.accessed:
        address = f"Retrieved {_american(ref.accessed)}, from {ref.url}"
    return _sentences(ref.author, f"({date})", title, ref.site, last=address)


def _letters(references: Sequence[Reference]) -> dict[str, str]:
    """2022a, 2022b …: what tells apart several references of one author and year, by their date
    and title."""

    def key(ref: Reference) -> tuple[str, Date]:
        return (ref.author, ref.published[:1])

    ordered = sorted(references, key=lambda ref: (*key(ref), ref.published, ref.title))
    groups = (list(group) for _, group in groupby(ordered, key))
    return {
        ref.id: _letter(place)
        for group in groups
        if len(group) > 1
        for place, ref in enumerate(group)
    }


def _letter(place: int) -> str:
    """a … z, aa, ab …"""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + last)


def chicago(references: Sequence[Reference]) -> list[str]:
    """Author. “Title.” Site, September 16, 2022. Address; undated: n.d., and when accessed."""
    return [_chicago(reference) for reference in references]


def _chicago(ref: Reference) -> str:
    date = _american(ref.published) or "n.d."
    title = _ended(ref.title) if ref.described else f"“{_ended(ref.title.translate(_INNER))}”"
    if ref.is_dataset:
        return f"{_ended(ref.author)} {title} Version {ref.version}. {date}. Data set."
    where = ", ".join(filter(None, (ref.site, date)))
    seen = f"Accessed {_american(ref.accessed)}" if ref.accessed and not ref.published else ""
    return _sentences(ref.author, title, where, seen, last=f"{ref.url}." if ref.url else "")


def gbt7714(references: Sequence[Reference]) -> list[str]:
    """Author. Title[EB/OL]//Site. (2022-09-16)[2026-11-22]. Address; undated: the second alone."""
    return [_gbt7714(reference) for reference in references]


def _gbt7714(ref: Reference) -> str:
    title = f"[{ref.title}]" if ref.described else ref.title
    kind = f": {ref.version}[DS]" if ref.is_dataset else "[EB/OL]"
    site = f"//{ref.site}" if ref.site else ""
    published, accessed = _iso(ref.published), _iso(ref.accessed)
    dates = (f"({published})" if published else "") + (f"[{accessed}]" if accessed else "")
    return _sentences(ref.author, title + kind + site, dates, last=f"{ref.url}." if ref.url else "")


STYLES: Mapping[str, Callable[[Sequence[Reference]], list[str]]] = {
    "apa": apa,
    "chicago": chicago,
    "gbt7714": gbt7714,
}


def _sentences(*parts: str, last: str) -> str:
    """The parts with a full stop behind each, and the last one as it is."""
    return " ".join(filter(None, (*(_ended(part) for part in parts if part), last)))


def _ended(text: str) -> str:
    return (
        text if text.endswith((".", "?", "!", "。", "？", "！", ".”", "?”", "!”")) else f"{text}."
    )


def _american(date: Date) -> str:
    """September 16, 2022; September 2022; 2022."""
    comma = "," if len(date) == 3 else ""
    return f"{_month_and_day(date)}{comma} {date[0]}".strip() if date else ""


def _month_and_day(date: Date) -> str:
    return " ".join((_MONTHS[date[1] - 1], *map(str, date[2:]))) if len(date) > 1 else ""


def _iso(date: Date) -> str:
    return "-".join(f"{part:02}" for part in date)
