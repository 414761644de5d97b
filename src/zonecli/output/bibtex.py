"""BibTeX: an entry a source, for LaTeX; UTF-8, as biber and today's BibTeX styles read it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zonecli.answers.reference import Reference, reference_of
from zonecli.answers.result import Result
from zonecli.output.latex import latex_text
from zonecli.output.page import Page
from zonecli.output.people import web_address

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_LANGUAGES = {
    **{"en": "english", "zh": "chinese", "ja": "japanese", "de": "german", "fr": "french"},
    **{"ru": "russian", "ko": "korean", "es": "spanish", "pt": "portuguese"},
}


def render(result: Result, _page: Page) -> str:
    """The entries in the order of the answer; @misc, which every style knows."""
    references = (reference_of(source, result.dataset) for source in result.sources)
    return "\n".join(_entry(reference) for reference in references)


def _entry(ref: Reference) -> str:
    fields = "".join(f",\n  {name} = {value}" for name, value in _fields(ref))
    return f"@misc{{{re.sub(r'[^A-Za-z0-9.:+-]', '-', ref.id)}{fields}\n}}\n"


def _fields(ref: Reference) -> Iterator[tuple[str, str]]:
    """The fields that are known. Two pairs of braces: an institution is no given name and surname,
    and a title keeps its capitals."""
    if ref.author:
        yield "author", f"{{{{{latex_text(ref.author)}}}}}"
    title = latex_text(ref.title)
    yield "title", f"{{{{[{title}]}}}}" if ref.described else f"{{{{{title}}}}}"
    if ref.site:
        yield "howpublished", f"{{{latex_text(ref.site)}}}"
    yield "year", f"{{{ref.published[0] if ref.published else 'n.d.'}}}"
    if len(ref.published) > 1:
        yield "month", _MONTHS[ref.published[1] - 1]
    if len(ref.published) > 2:
        yield "day", f"{{{ref.published[2]}}}"
    if address := web_address(ref.url):
        yield "url", f"{{{address}}}"
    if ref.accessed:
        yield "urldate", f"{{{'-'.join(f'{part:02}' for part in ref.accessed)}}}"
    language = "en" if ref.described else ref.language
    if language in _LANGUAGES:
        yield "langid", f"{{{_LANGUAGES[language]}}}"
    if ref.is_dataset:
        yield from (("version", f"{{{latex_text(ref.version)}}}"), ("note", "{Data set}"))
