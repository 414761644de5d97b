"""`search`: metrics, zone types, zones, sources and notes in which words occur."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from zonecli.answers.coverage import coverage_by
from zonecli.answers.naming import metric_label, one_of, type_label, zone_name
from zonecli.answers.result import Column, Heading, Result, Sheet, limited
from zonecli.errors import UsageError
from zonecli.language import in_chinese, said, to_be_said
from zonecli.table.names import key_of
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_COLUMNS = (
    Column("kind", "metric, type, zone, series, source or report"),
    Column("id", "what to type, or the key of it"),
    Column("name", "label, name or title"),
    Column("text", "the text in which the words were found; null: in its names"),
    Column("figures", "figures in the table; null where it is none of a kind with figures"),
    Column("first_year", "first year with a figure; null: none"),
    Column("last_year", "last year with a figure; null: none"),
)


class Entry(NamedTuple):
    """Something that can be found: by its names first, by its texts after that."""

    kind: str
    id: str
    name: str
    names: tuple[str, ...]
    texts: tuple[str, ...]


def search(table: Table, words: str, limit: int | None = None) -> Result:
    """Everything in which all the words occur, matches of a name first. Raises UsageError for
    words of punctuation alone."""
    keys = [key for word in words.split() if (key := key_of(word))]
    if not keys:
        raise UsageError("search takes at least one word.")
    reports = list(table.select(Filter(only_preferred=False)))
    found = [
        (rank, entry, text)
        for entry in _entries(table.registries, reports)
        if (match := _match(entry, keys)) is not None
        for rank, text in [match]
    ]
    found.sort(key=lambda item: item[0])
    rows, cut = limited(_rows(found, reports), limit)
    none = () if rows else (said("Nothing is found for '{words}'.", words=words),)
    return Result(
        query={"command": "search", "text": words},
        columns=_COLUMNS,
        rows=tuple(rows),
        sheet=_sheet(rows),
        notes=(*cut, *none),
        dataset=table.registries.dataset,
    )


def _entries(registries: Registries, reports: Iterable[Report]) -> Iterator[Entry]:
    for m in registries.metrics.values():
        names = (m.id, m.label, m.label_zh, *m.aliases)
        texts = _texts((m.definition, m.note), (m.definition_zh, m.note_zh))
        yield Entry(to_be_said("metric"), m.id, metric_label(m), names, (*texts, m.topic))
    for t in registries.zone_types.values():
        names = (t.id, t.label, t.label_zh, t.short, t.short_zh, *t.aliases)
        texts = _texts(
            (t.definition, t.overlaps, t.count_note),
            (t.definition_zh, t.overlaps_zh, t.count_note_zh),
        )
        yield Entry(to_be_said("type"), t.id, type_label(t), names, texts)
    for z in registries.zones.values():
        names = (z.id, z.name, z.name_zh, *z.aliases)
        texts = _texts((z.province or "", z.note), (z.note_zh,))
        yield Entry(to_be_said("zone"), z.id, zone_name(z), names, texts)
    for s in registries.series.values():
        texts = _texts((s.definition, s.note, s.publisher), (s.definition_zh, s.note_zh))
        name = one_of(s.name, s.name_zh)
        yield Entry(to_be_said("series"), s.id, name, (s.id, s.name, s.name_zh), texts)
    for source in registries.sources.values():
        names = (source.id, source.title, source.publisher, source.url)
        texts = (source.copies, source.note)
        yield Entry(to_be_said("source"), source.id, source.title, names, texts)
    for r in reports:
        if r.note:
            yield Entry(to_be_said("report"), r.id, r.printed, (), (r.note,))


def _texts(english: tuple[str, ...], chinese: tuple[str, ...]) -> tuple[str, ...]:
    """Those in the language spoken first: of several in which the words occur, it is shown."""
    return (*chinese, *english) if in_chinese() else (*english, *chinese)


def _match(entry: Entry, keys: list[str]) -> tuple[int, str | None] | None:
    """How well an entry matches (0 best), and the text that did; null: not at all."""
    names = [key_of(name) for name in entry.names]
    whole = "".join(keys)
    if whole in names:
        return 0, None
    if any(name.startswith(whole) for name in names):
        return 1, None
    if all(any(key in name for name in names) for key in keys):
        return 2, None
    for text in entry.texts:
        if all(key in key_of(text) for key in keys):
            return 3, text
    everything = [*names, *map(key_of, entry.texts)]
    if all(any(key in text for text in everything) for key in keys):
        return 4, next(filter(None, entry.texts), None)
    return None


def _rows(
    found: Iterable[tuple[int, Entry, str | None]], reports: Iterable[Report]
) -> list[dict[str, Any]]:
    every = list(reports)
    covered = {
        "metric": coverage_by(every, lambda r: r.metric),
        "type": coverage_by(every, lambda r: r.zone_type),
        "zone": coverage_by(every, lambda r: r.zone),
        "source": coverage_by(every, lambda r: r.source),
        "series": coverage_by([r for r in every if r.series], lambda r: r.series or ""),
    }
    rows = []
    for _, entry, text in found:
        coverage = covered.get(entry.kind, {}).get(entry.id)
        rows.append(
            {
                **{"kind": entry.kind, "id": entry.id, "name": entry.name, "text": text},
                "figures": coverage.figures if coverage else None,
                "first_year": coverage.first_year if coverage else None,
                "last_year": coverage.last_year if coverage else None,
            }
        )
    return rows


def _sheet(rows: Iterable[dict[str, Any]]) -> Sheet:
    lines = tuple(
        (
            said(row["kind"]),
            row["id"],
            row["name"]
            if row["text"] is None
            else said("{what}: {text}", what=row["name"], text=row["text"]),
            str(row["figures"] or ""),
            _span(row["first_year"], row["last_year"]),
        )
        for row in rows
    )
    headings = (
        *(Heading(said("Kind")), Heading(said("Id")), Heading(said("What"))),
        *(Heading(said("Figures"), right=True), Heading(said("Years"))),
    )
    return Sheet("", headings, lines)


def _span(first: int | None, last: int | None) -> str:
    if first is None:
        return ""
    return str(first) if first == last else f"{first}-{last}"
