"""RIS: a record a source, for EndNote, Zotero and other keepers of references."""

from __future__ import annotations

from collections.abc import Iterator

from zonecli.answers.reference import Date, Reference, reference_of
from zonecli.answers.result import Result
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.output.people import web_address


def render(result: Result, _page: Page) -> str:
    """The records in the order of the answer. Lines end in CR LF, as the format asks."""
    references = (reference_of(source, result.dataset) for source in result.sources)
    return "\r\n".join(_record(reference) for reference in references)


def _record(ref: Reference) -> str:
    known = ((tag, one_line(text)) for tag, text in _fields(ref))
    lines = [f"{tag}  - {text}" for tag, text in known if text]
    return "\r\n".join((*lines, "ER  - ", ""))


def _fields(ref: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", "DATA" if ref.is_dataset else "ELEC"
    yield "ID", ref.id
    yield "AU", ref.author and f"{ref.author},"  # the comma: all of it is the surname
    yield "TI", f"[{ref.title}]" if ref.described else ref.title
    yield "PB", ref.site
    yield "PY", str(ref.published[0]) if ref.published else "n.d."
    yield "DA", _date(ref.published)
    yield "Y2", _date(ref.accessed)
    yield "ET", ref.version
    yield "LA", ref.language
    yield "UR", web_address(ref.url)


def _date(date: Date) -> str:
    """YYYY/MM/DD/, with nothing between the strokes for what is not known."""
    parts = [f"{part:02}" for part in date]
    return "/".join((*parts, *[""] * (4 - len(parts)))) if date else ""
