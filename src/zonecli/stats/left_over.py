"""What stands beside a printed number, once number and hedge are taken away.

Units, things counted and plain words of a sentence ("reached", "同比增长") say nothing of how exact
the number is. Some say that it is no outcome ("expected"), some deny it ("not 6.2 trillion").
Whatever else is left may be a hedge that nobody taught this reader: it is named, not ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from zonecli.stats.plain_words import KNOWN_HAN, KNOWN_WORDS

_EXPECTED = re.compile(
    r"\b(?:expect(?:s|ed|ation)?|forecast(?:s|ed)?|predict(?:s|ed|ion)?|anticipate[sd]?|"
    r"project(?:ed|ion)|foresee[ns]?|will)\b|"
    r"预[计期测估]|預[計期測估想定]|有望|料?将|見込み?|見通し|전망|예상",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:not|never|neither|nor|rather than|instead of)\b|n['’]t\b|"
    r"[并絕绝]非|不是|没有|沒有|而非|ではない|ではなく",
    re.I,
)
# A word, with what is joined to it ("year-on-year"), or a sign that is no punctuation.
_WORD = re.compile(
    r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s.,:;()（）[\]\"'“”‘’`%$¥￥€/·、。，：；+−–&-]"
)
_LATIN = re.compile(r"[a-zß-ÿ\u0100-\u024fа-яё]", re.I)


def is_expected(text: str) -> bool:
    """Whether words say that a number is foreseen: no outcome, which a status tells, no hedge."""
    return _EXPECTED.search(text) is not None


def denial(text: str) -> str | None:
    """The word that denies the number beside it ("not 6.2 trillion"); null where none does."""
    match = _DENIED.search(text)
    return match[0] if match else None


def unknown_words(beside: str) -> tuple[str, ...]:
    """The words and signs in `beside`, in their order, of which nothing is known."""
    words = []
    for word in _WORD.findall(_EXPECTED.sub(" ", beside)):
        if _LATIN.match(word):
            parts = re.split(r"[-'’]", word.casefold())
            if word.casefold() not in KNOWN_WORDS and not KNOWN_WORDS.issuperset(parts):
                words.append(word)
        else:
            words += KNOWN_HAN.sub(" ", word).split()
    return tuple(words)


def without_names(unknown: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """Those of the `unknown` words that are no part of `names`, what the figure itself is called:
    "6,200 widgets" hedges nothing where the metric is the number of widgets."""
    text = " ".join(names).casefold().replace("_", " ")
    words = {word.rstrip("s") for word in re.findall(r"[^\W\d_]+", text)}

    def named(word: str) -> bool:
        said = word.casefold()
        return said.rstrip("s") in words if _LATIN.match(said) else said in text

    return tuple(word for word in unknown if not named(word))
