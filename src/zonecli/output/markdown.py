"""Markdown as GitHub, pandoc and wikis read it: a pipe table a sheet, linked sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from zonecli.answers.result import Result, Sheet
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.output.people import dataset_words, sheets_of, source_words, web_address
from zonecli.table.registries import Source

# Characters that mark something up anywhere; "_" only at the edge of a word, "&" only where an
# entity follows, so that R&D and zone_count stay readable in the file itself.
_MARKUP = re.compile(r"[\\`*\[\]<>|~$]|(?<!\w)_|_(?!\w)|&(?=#|\w+;)")
# What would begin a heading, a list or a rule at the start of a line.
_LINE_START = re.compile(r"^(#+|[-+=]|\d+(?=[.)]))")


def render(result: Result, _page: Page) -> str:
    """Title, table, legend, notes, numbered sources; nothing at all for an empty answer."""
    sheets = sheets_of(result)
    if not sheets:
        return ""
    blocks = [block for sheet in sheets for block in _sheet(sheet)]
    if result.sources:
        blocks.append("\n".join(_source(n, s) for n, s in enumerate(result.sources, start=1)))
    if result.notes:
        blocks.append(_list(result.notes))
    blocks.append(f"*{_text(dataset_words(result.dataset))}*")
    return "\n\n".join(blocks) + "\n"


def _sheet(sheet: Sheet) -> Iterator[str]:
    if sheet.title:
        yield f"## {_text(sheet.title)}"
    if sheet.intro:
        lines = (_line(line) for line in sheet.intro if line)
        yield "  \n".join(lines)  # two blanks break the line
    if sheet.rows:
        yield "\n".join(_table(sheet))
    if sheet.legend:
        yield _list(sheet.legend)


def _table(sheet: Sheet) -> Iterator[str]:
    yield _row(heading.text for heading in sheet.headings)
    yield f"|{'|'.join('---:' if heading.right else '---' for heading in sheet.headings)}|"
    yield from (_row(row) for row in sheet.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(map(_text, cells))} |"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {_line(line)}" for line in lines)


def _source(number: int, source: Source) -> str:
    title, address = _text(source.title), web_address(source.url)
    return f"{number}. {_text(source_words(source))}. " + (
        f"[{title}](<{address}>)" if address else " ".join(filter(None, (title, _text(source.url))))
    )


def _line(text: str) -> str:
    """Text at the start of a line, where a dash or a number would begin a list."""
    return _LINE_START.sub(
        lambda start: f"{start[1]}\\" if start[1].isdigit() else f"\\{start[1]}", _text(text)
    )


def _text(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", one_line(text).strip())
