"""References as text, by the rules of three style guides, for web pages and for the table itself.

APA: Publication Manual, 7th ed., 10.16 (webpages) and 10.9 (data sets). Chicago: Manual of Style,
18th ed., notes and bibliography. GB/T 7714-2015, 8.8 (electronic resources), numeric. The texts are
those that a CSL processor makes with the official CSL styles of these; a processor with its styles
weighs more than all of zonecli.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from zonecli.answers.reference import Date, Reference
from zonecli.answers.typography import capital, curled, ended, headline

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


_INNER = str.maketrans("“”", "‘’")  # quotation marks inside quotation marks


def apa(references: Sequence[Reference]) -> list[str]:
    """Author. (2022, September 16). Title. Site. Address; undated: (n.d.), and when retrieved;
    without an author the title comes first."""
    letters = _letters(references)
    return [_apa(reference, letters.get(reference.id, "")) for reference in references]


def _apa(ref: Reference, letter: str) -> str:
    year = f"{ref.published[0]}{letter}" if ref.published else f"n.d.{letter and '-'}{letter}"
    date = ", ".join(filter(None, (year, _month_and_day(ref.published))))
    if ref.is_dataset:
        title, date = f"{ref.title} (Version {ref.version}) [Data set]", year
    else:
        title = f"[{capital(ref.title)}]" if ref.described else ref.title
    address = ref.url
    if ref.url and not ref.published and ref.accessed:
        address = f"Retrieved {_american(ref.accessed)}, from {ref.url}"
    first = (ref.author, f"({date})", title) if ref.author else (title, f"({date})")
    return _sentences(*first, _site(ref), last=address)


def _letters(references: Sequence[Reference]) -> dict[str, str]:
    """2022a, 2022b …: what tells apart several references of one author and year, by their date
    and title. Titles tell apart what has no author."""

    def key(ref: Reference) -> tuple[str, Date]:
        return (ref.author, ref.published[:1])

    def place_in_list(ref: Reference) -> tuple[str, Date, Date, str]:
        return (*key(ref), ref.published, re.sub(r"[^\w\s]", "", ref.title).casefold())

    ordered = sorted((ref for ref in references if ref.author), key=place_in_list)
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
    """Author. “Title in Headline Style.” Site, September 16, 2022. Address; undated: when
    accessed. A description that stands for a title has no quotation marks and no such capitals."""
    return [_chicago(reference) for reference in references]


def _chicago(ref: Reference) -> str:
    title = curled(ref.title)
    if ref.described:
        title = capital(title)
    else:
        as_printed = headline(title) if ref.language == "en" else title
        title = f"“{ended(as_printed.translate(_INNER))}”"
    date = _american(ref.published)
    seen = f"Accessed {_american(ref.accessed)}" if ref.accessed and not date else ""
    undated = "" if date or seen else "n.d."
    version = f"Version {ref.version}" if ref.version else ""
    where = ", ".join(filter(None, (_site(ref), date or undated)))
    return _sentences(
        ref.author, title, version, where, seen, last=f"{ref.url}." if ref.url else ""
    )


def gbt7714(references: Sequence[Reference]) -> list[str]:
    """AUTHOR. Title[EB/OL]. (2022-09-16)[2026-11-22]. Address; undated: the second date alone; what
    has no address: AUTHOR. Title[EB]. 2022."""
    return [_gbt7714(reference) for reference in references]


def _gbt7714(ref: Reference) -> str:
    title = f"[{ref.title}]" if ref.described else ref.title
    kind = f": {ref.version}[DS" if ref.is_dataset else "[EB"
    published, accessed = _iso(ref.published), _iso(ref.accessed)
    author = ref.author.upper()
    if not ref.url:
        return _sentences(author, f"{title}{kind}]", published[:4], last="")
    dates = (f"({published})" if published else "") + (f"[{accessed}]" if accessed else "")
    return _sentences(author, f"{title}{kind}/OL]", dates, last=f"{ref.url}.")


STYLES: Mapping[str, Callable[[Sequence[Reference]], list[str]]] = {
    "apa": apa,
    "chicago": chicago,
    "gbt7714": gbt7714,
}


def _sentences(*parts: str, last: str) -> str:
    """The parts with a full stop behind each, and the last one as it is."""
    return " ".join(filter(None, (*(ended(curled(part)) for part in parts if part), last)))


def _site(ref: Reference) -> str:
    """Its name with the capitals of a title; an address that stands for a name stays."""
    return ref.site if "." in ref.site else headline(ref.site)


def _american(date: Date) -> str:
    """September 16, 2022; September 2022; 2022."""
    comma = "," if len(date) == 3 else ""
    return f"{_month_and_day(date)}{comma} {date[0]}".strip() if date else ""


def _month_and_day(date: Date) -> str:
    return " ".join((_MONTHS[date[1] - 1], *map(str, date[2:]))) if len(date) > 1 else ""


def _iso(date: Date) -> str:
    return "-".join(f"{part:02}" for part in date)
