"""What the formats for people share: which sheets there are, how a source reads, which links."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from zonecli.answers.naming import one_of
from zonecli.answers.result import Result, Sheet
from zonecli.language import said
from zonecli.output.cells import one_line
from zonecli.table.registries import Dataset, Source

# What may stand in an address unescaped; brackets, quotes and braces would end it in some format.
_IN_ADDRESS = ":/?#@!$&*+,;=%~"


def sheets_of(result: Result) -> list[Sheet]:
    """The sheets that say something."""
    return [sheet for sheet in (result.sheet, *result.further) if sheet.rows or sheet.intro]


def source_words(source: Source) -> str:
    """Who published it and when: "Xinhua, 2022-09-16"; the title comes after it."""
    published = source.published or said("undated")
    return one_line(", ".join(filter(None, (source.publisher, published))))


def web_address(url: str) -> str:
    """An address that may become a link, with everything odd in it percent-encoded; empty for what
    is none: a table of somebody else's may hold `javascript:` or anything."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        return ""
    return quote(one_line(url.strip()), safe=_IN_ADDRESS)


def dataset_words(dataset: Dataset) -> str:
    """The table that the answer comes from: name, version, date, licence."""
    about = ", ".join(
        filter(
            None,
            (
                dataset.version and said("version {version}", version=dataset.version),
                dataset.date,
                dataset.license,
            ),
        )
    )
    name = one_of(dataset.name, dataset.name_zh)
    return one_line(said("{name} ({about})", name=name, about=about) if about else name)
