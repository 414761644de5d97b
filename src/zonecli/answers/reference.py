"""A source as reference lists want it: author, title, site, date, address, when it was seen."""

from __future__ import annotations

from typing import NamedTuple

from zonecli.table.registries import Dataset, Source

AUTHOR = "The zonecli team"
DATASET = "dataset"  # kind of the source that stands for the table itself

# 2022, 2022-09 or 2022-09-16 as numbers; empty: undated
Date = tuple[int, ...]


class Reference(NamedTuple):
    """What can be cited. `described`: the title is ours, as the page has none that was recorded;
    `site`: where the author's text stands, empty if it is the author's own; `accessed`: the date
    of the record, when its sources were last looked at."""

    id: str
    author: str
    title: str
    described: bool = False
    site: str = ""
    published: Date = ()
    accessed: Date = ()
    url: str = ""
    language: str = ""
    is_dataset: bool = False
    version: str = ""


def reference_of(source: Source, dataset: Dataset) -> Reference:
    """A source of the record; its publisher may read "Xinhua, on China.org.cn", and its title
    stand in parentheses where it is a description."""
    author, _, site = source.publisher.partition(", on ")
    is_dataset = source.kind == DATASET
    described = source.title.startswith("(") and source.title.endswith(")")
    return Reference(
        id=source.id,
        author=author,
        title=source.title[1:-1] if described else source.title,
        described=described,
        site=site,
        published=date_of(source.published),
        accessed=() if is_dataset else date_of(dataset.date),
        url=source.url,
        language=source.language,
        is_dataset=is_dataset,
        version=dataset.version if is_dataset else "",
    )


def source_of_dataset(dataset: Dataset) -> Source:
    """The record itself, as what a citation of it names."""
    return Source(
        id="-".join(filter(None, ("zonecli", dataset.version))),
        title=dataset.name,
        publisher=AUTHOR,
        published=dataset.date,
        language="en",
        kind=DATASET,
    )


def date_of(text: str) -> Date:
    """The parts of a date of the record; nothing of what is no date."""
    parts = text.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return ()
    date = tuple(map(int, parts))
    month, day = (*date[1:], 1, 1)[:2]
    return date if 1 <= month <= 12 and 1 <= day <= 31 else ()
