"""Titles as style guides print them: quotation marks and apostrophes, capitals of a headline."""

from __future__ import annotations

import re

_OPENING = re.compile(r"(?<![^\s(\[{—–/“])'(?=\S)")  # a quotation mark that opens
_WORD = re.compile(r"\w[\w’']*")
# Articles, conjunctions and prepositions: small within a headline, as in the Chicago style of CSL.
_SMALL = frozenset(
    (
        *("a", "about", "above", "across", "after", "against", "along", "alongside", "amid"),
        *("among", "amongst", "an", "and", "around", "as", "aside", "at", "atop", "barring"),
        *("before", "behind", "below", "beneath", "beside", "besides", "between", "beyond"),
        *("but", "by", "circa", "despite", "down", "during", "except", "for", "from", "given"),
        *("in", "inside", "into", "like", "near", "next", "nor", "of", "off", "on", "onto"),
        *("or", "out", "over", "per", "plus", "pro", "since", "so", "than", "the", "through"),
        *("throughout", "till", "to", "toward", "towards", "under", "underneath", "until", "up"),
        *("upon", "versus", "via", "vs", "with", "within", "without", "yet"),
    )
)


def curled(text: str) -> str:
    """Straight quotation marks and apostrophes as “ ” ‘ ’; a quotation mark that has no other to go
    with it stays."""
    if text.count('"') % 2 == 0:
        text = re.sub('"([^"]*)"', r"“\1”", text)
    return re.sub(_OPENING, "‘", text).replace("'", "’")


def ended(text: str) -> str:
    """A sentence with its full stop, which stands before a quotation mark that ends it; none where
    it ends in another mark."""
    last = text.rstrip("”’")
    if last.endswith((".", "?", "!", "。", "？", "！")):
        return text
    quoted = text[len(last) :]
    return f"{text}." if quoted == "’" and "‘" not in text else f"{last}.{quoted}"


def capital(text: str) -> str:
    """A text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def headline(title: str) -> str:
    """An English title with the capitals of a headline: small words stay small but at its ends and
    behind a colon; a word with a capital in it stays as it is, and so does the name zonecli."""
    words = list(_WORD.finditer(title))
    pieces, end = [], 0
    for place, found in enumerate(words):
        between, word = title[end : found.start()], found[0]
        at_an_end = place in (0, len(words) - 1) or re.search(r"[:?!]", between)
        small = (word in _SMALL or len(word) == 1) and not at_an_end
        keeps = small or word != word.lower() or word == "zonecli"
        pieces += [between, word if keeps else capital(word)]
        end = found.end()
    return "".join((*pieces, title[end:]))
