"""What every question is answered with, and every format renders."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from zonecli.errors import UsageError
from zonecli.language import said
from zonecli.table.names import choice
from zonecli.table.registries import Dataset, Registries, Source
from zonecli.table.report import Report


class Column(NamedTuple):
    """A column of the rows that machines read. `unit` is null where each row names its own;
    `heading` is what a spreadsheet has in place of the name, where it has."""

    name: str
    description: str
    unit: str | None = None
    heading: str = ""


class Heading(NamedTuple):
    """A column of the sheet that people read. `picture`: it draws what other columns tell too, and
    a page that is too narrow does without."""

    text: str
    right: bool = False
    picture: bool = False


class Sheet(NamedTuple):
    """The answer laid out for people: every cell is text, hedged and rounded as it may be.

    `intro` stands between title and lines, `legend` below explains the marks in the cells;
    `sparkline` is for screens, below the title.
    """

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: tuple[str, ...] = ()
    intro: tuple[str, ...] = ()
    sparkline: str = ""


class Result(NamedTuple):
    """An answer: for machines `columns` and `rows` (raw values, null where there is none), for
    people `sheet` and the `further` ones below it; `notes` are what a reader must know beside it;
    `sources` are numbered from 1. `words`: by column, what spreadsheets have in place of a code.
    `lines`: metric, measure, zone type and zone of each line of figures → what is measured and of
    which zones, in words."""

    query: Mapping[str, Any]
    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, Any], ...]
    sheet: Sheet
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    dataset: Dataset = Dataset()
    further: tuple[Sheet, ...] = ()
    words: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    lines: Mapping[tuple[str, str, str, str], tuple[str, str]] = MappingProxyType({})

    def cell(self, row: Mapping[str, Any], column: str) -> Any:
        """A cell as a spreadsheet has it: its raw value, or the word for its code."""
        value = row[column]
        return self.words[column].get(value, value) if column in self.words else value


def cited_sources(reports: Iterable[Report], registries: Registries) -> tuple[Source, ...]:
    """The sources of reports in the order in which they are first cited, each once."""
    return tuple(dict.fromkeys(registries.sources[report.source] for report in reports))


def numbered(sources: Iterable[Source]) -> dict[str, str]:
    """The number by which a sheet cites a source, by its key: the first is "1"."""
    return {source.id: str(n) for n, source in enumerate(sources, start=1)}


def by_columns(
    columns: Iterable[tuple[Heading, Iterable[str]]],
) -> tuple[tuple[Heading, ...], tuple[tuple[str, ...], ...]]:
    """The headings and the rows of a sheet that is written down column by column."""
    headings, cells = zip(*columns, strict=True)
    return headings, tuple(zip(*cells, strict=True))


def sorted_rows(
    rows: Sequence[Mapping[str, Any]], by: str | None, columns: Iterable[Column]
) -> list[Mapping[str, Any]]:
    """Rows by one of the columns, "-value" downwards; null last. Raises UnknownNameError."""
    if by is None:
        return list(rows)
    downwards, name = by.startswith("-"), by.removeprefix("-")
    name = choice("column", name, [column.name for column in columns])
    known = [row for row in rows if row[name] is not None]
    known.sort(key=lambda row: row[name], reverse=downwards)
    return known + [row for row in rows if row[name] is None]


def limited(rows: Sequence[Any], limit: int | None) -> tuple[list[Any], tuple[str, ...]]:
    """The first rows, and a note when some are left off. Raises UsageError below 1."""
    if limit is None:
        return list(rows), ()
    if limit < 1:
        raise UsageError("--limit takes a whole number from 1 on.")
    rest = len(rows) - limit
    if rest <= 0:
        return list(rows), ()
    if rest == 1:
        note = said("1 more row (--limit {limit}).", limit=limit)
    else:
        note = said("{n} more rows (--limit {limit}).", n=rest, limit=limit)
    return list(rows[:limit]), (note,)


def with_columns(result: Result, names: Sequence[str]) -> Result:
    """The same answer with these of its columns alone, for machines and people alike."""
    known = {column.name: column for column in result.columns}
    picked = tuple(known[choice("column", name, known)] for name in names)
    sheet = result.sheet._replace(
        headings=tuple(Heading(column.heading or column.name) for column in picked),
        rows=tuple(tuple(_plain(result.cell(row, c.name)) for c in picked) for row in result.rows),
        legend=(),
        sparkline="",
    )
    rows = tuple({c.name: row[c.name] for c in picked} for row in result.rows)
    return result._replace(columns=picked, rows=rows, sheet=sheet, further=())


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}" if value != int(value) else str(int(value))
    return str(value)
