"""The language that people read: English, or Chinese where it is asked for.

A text stands in English where it is used and goes through `said`, as with gettext; what it is in
Chinese stands in `languages/chinese`, which is loaded only when somebody asks for it. One command
speaks one language, so that it is set once, where the command line is read.
"""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH, CHINESE = "en", "zh"
LANGUAGES = (ENGLISH, CHINESE)

_EMPTY: Mapping[str, str] = {}
_spoken = ENGLISH
_texts = _EMPTY


def speak(language: str) -> None:
    """From here on texts are in this language, one of LANGUAGES."""
    global _spoken, _texts
    if language == CHINESE:
        from zonecli.languages.chinese import TEXTS

        _spoken, _texts = CHINESE, TEXTS
    else:
        _spoken, _texts = ENGLISH, _EMPTY


def spoken() -> str:
    """The language spoken, one of LANGUAGES."""
    return _spoken


def in_chinese() -> bool:
    """Whether Chinese is spoken."""
    return _spoken == CHINESE


def said(text: str, /, **values: object) -> str:
    """A text in the language spoken, its {names} filled in; in English where there is no other."""
    template = _texts.get(text, text)
    return template.format_map(values) if values else template


def in_a_row(*sentences: str | None) -> str:
    """Sentences one after another, those that are null or empty left out; Chinese has no blank
    between them."""
    return ("" if in_chinese() else " ").join(filter(None, sentences))


def to_be_said(text: str) -> str:
    """Marks a text that goes through `said` later, so that its translation can be looked for."""
    return text
