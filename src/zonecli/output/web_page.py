"""HTML: one page that needs nothing else, light or dark as the reader's system is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from zonecli.answers.result import Heading, Result, Sheet
from zonecli.language import in_chinese, said
from zonecli.output.cells import one_line
from zonecli.output.page import Page
from zonecli.output.people import dataset_words, sheets_of, source_words, web_address
from zonecli.table.registries import Source

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2329; --quiet: #5b6570; --line: #d5dae0;
  --paper: #ffffff; --link: #0b5cad; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e7ea; --quiet: #9aa4ae; --line: #3a424a; --paper: #14181c; --link: #7db8f2; }
}
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; margin-bottom: .5rem; font-variant-numeric: tabular-nums; }
h1 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; } h2 { font-size: 1rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem 1.2rem .3rem 0; }
th { border-bottom: 2px solid var(--line); } td { border-bottom: 1px solid var(--line); }
.right { text-align: right; white-space: nowrap; }
.quiet, footer { color: var(--quiet); font-size: .9rem; }
ul.quiet { list-style: none; padding: 0; margin-top: 0; }
""".strip()
# Nothing is loaded and nothing runs, whatever a table holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_LANGUAGE = {False: "en", True: "zh-CN"}
_IN_BRACKETS = re.compile(r"\[(\d+)\]")
_BY_ITSELF = re.compile(r"(\d+)")


def render(result: Result, _page: Page) -> str:
    """The whole page; one without a table where the answer is empty."""
    return whole_page(result)


def whole_page(result: Result, figure: str = "") -> str:
    """The page, with a figure in HTML above its tables."""
    sheets = sheets_of(result)
    title = next((one_line(s.title) for s in sheets if s.title), "zonecli")
    lines = [
        *("<!DOCTYPE html>", f'<html lang="{_LANGUAGE[in_chinese()]}">'),
        *("<head>", '<meta charset="utf-8">'),
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        *(f"<title>{_text(title)}</title>", "<style>", _STYLE, "</style>", "</head>", "<body>"),
        *([figure] if figure else []),
        *(line for sheet in sheets for line in _sheet(sheet, len(result.sources))),
        *_section(said("Sources"), "ol", [_source(n, s) for n, s in enumerate(result.sources, 1)]),
        *_section(said("Notes"), "ul", [f"<li>{_text(note)}</li>" for note in result.notes]),
        f"<footer><p>{_text(dataset_words(result.dataset))}</p></footer>",
        *("</body>", "</html>"),
    ]
    return "\n".join(lines) + "\n"


def _sheet(sheet: Sheet, sources: int) -> Iterator[str]:
    if sheet.title:
        yield f"<h1>{_text(sheet.title)}</h1>"
    if sheet.intro:
        lines = (_text(line) for line in sheet.intro if line)
        yield f"<p>{'<br>'.join(lines)}</p>"
    if sheet.rows:
        yield '<div class="wide"><table>'
        heads = (f'<th scope="col"{_side(h)}>{_text(h.text)}</th>' for h in sheet.headings)
        yield f"<thead><tr>{''.join(heads)}</tr></thead>"
        yield "<tbody>"
        for row in sheet.rows:
            pairs = zip(sheet.headings, row, strict=True)
            cells = (f"<td{_side(h)}>{_linked(cell, h, sources)}</td>" for h, cell in pairs)
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</tbody></table></div>"
    if sheet.legend:
        yield f'<ul class="quiet">{"".join(f"<li>{_text(x)}</li>" for x in sheet.legend)}</ul>'


def _linked(cell: str, heading: Heading, sources: int) -> str:
    """A cell; the numbers of sources in it lead to the list below."""

    def link(found: re.Match[str]) -> str:
        known = 1 <= int(found[1]) <= sources
        return f'<a href="#source-{found[1]}">{found[0]}</a>' if known else found[0]

    pattern = _BY_ITSELF if heading.text == said("Source") else _IN_BRACKETS
    return pattern.sub(link, _text(cell))


def _section(title: str, kind: str, items: Iterable[str]) -> Iterator[str]:
    if found := list(items):
        yield f'<section class="quiet"><h2>{title}</h2><{kind}>'
        yield from found
        yield f"</{kind}></section>"


def _source(number: int, source: Source) -> str:
    title, address = _text(source.title), web_address(source.url)
    said = f'<a href="{escape(address)}">{title}</a>' if address else title
    return f'<li id="source-{number}">{_text(source_words(source))}. {said}</li>'


def _side(heading: Heading) -> str:
    return ' class="right"' if heading.right else ""


def _text(text: str) -> str:
    return escape(one_line(text), quote=False)
