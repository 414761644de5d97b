"""LaTeX: a table to be read into a paper with `\\input`, ruled by booktabs, its sources below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zonecli.answers.result import Heading, Result, Sheet
from zonecli.language import said, to_be_said
from zonecli.output.cells import one_line
from zonecli.output.latex_columns import Layout, heading_lines, layout_of
from zonecli.output.page import Page
from zonecli.output.people import dataset_words, sheets_of, source_words, web_address
from zonecli.table.registries import Source

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # not \{: BibTeX counts braces
        "}": r"\textbraceright{}",
        **{c: f"\\{c}" for c in "$&#_%"},
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': "{''}",  # babel gives it a meaning in German
        "`": r"\textasciigrave{}",
        "[": "{[}",  # after \\ it would be an option
        "]": "{]}",
        "*": "{*}",
        "−": r"\ensuremath{-}",  # pdfLaTeX has no such letter
        "≥": r"\ensuremath{\ge}",
        "≤": r"\ensuremath{\le}",
        "≈": r"\ensuremath{\approx}",
        "×": r"\ensuremath{\times}",
        "→": r"\ensuremath{\to}",
        "·": r"\ensuremath{\cdot}",
        "…": r"\dots{}",
        "\u00a0": "~",
    }
)
_MOST_ROWS = 40  # that surely fit a page
_ASIAN = "\u2e80"  # from here on, letters that need a font of their own
_ADDRESS = re.compile(r"(https?://\S+?)(?=[.,;)]?(?:\s|$))")
_CHINESE = to_be_said(
    r"XeLaTeX or LuaLaTeX, with \usepackage{ctex} for the Chinese and Japanese titles"
)
_WESTERN = to_be_said(r"With pdfLaTeX also \usepackage[T1]{fontenc}")


def render(result: Result, _page: Page) -> str:
    """A float a sheet (a longtable where it is too long), then the sources; empty: nothing."""
    sheets = sheets_of(result)
    if not sheets:
        return ""
    parts = [line for sheet in sheets for line in _sheet(sheet)]
    if result.sources:
        items = (rf"\item {_source(source)}" for source in result.sources)
        parts += [r"{\footnotesize\raggedright", r"\begin{enumerate}", *items]
        parts += [r"\end{enumerate}", r"\par}"]
    text = "\n".join(parts)
    return "\n".join(_head(result, text)) + f"\n{text}\n"


def _head(result: Result, text: str) -> Iterator[str]:
    optional = (
        ("array", r"\arraybackslash"),
        ("longtable", "{longtable}"),
        ("pdflscape", "{landscape}"),
    )
    packages = ("booktabs", "xurl", *(name for name, used in optional if used in text))
    yield f"% {dataset_words(result.dataset)}"
    yield from (f"% {one_line(note)}" for note in result.notes)
    yield f"% \\usepackage{{{','.join(packages)}}}"
    if max(text) >= _ASIAN:
        yield f"% {said(_CHINESE)}"
    else:
        yield f"% {said(_WESTERN)}"


def _sheet(sheet: Sheet) -> Iterator[str]:
    if any(sheet.intro):
        lines = (_with_links(line) for line in sheet.intro if line)
        yield from (r"{\raggedright", *(f"{line}\n" for line in lines), r"\par}")
    if sheet.rows:
        layout = layout_of(sheet)
        long = len(sheet.rows) > _MOST_ROWS
        table = _long_table(sheet, layout) if long else _float(sheet, layout)
        yield from (r"\begin{landscape}", *table, r"\end{landscape}") if layout.lies else table


def _float(sheet: Sheet, layout: Layout) -> Iterator[str]:
    yield from (r"\begin{table}[htbp]", r"\centering")
    if sheet.title:
        yield rf"\caption{{{latex_text(sheet.title)}}}"
    if layout.size:
        yield layout.size
    yield rf"\begin{{tabular}}{{{layout.columns}}}"
    yield from (r"\toprule", _headings(sheet, layout), r"\midrule", *_rows(sheet, layout))
    yield from (r"\bottomrule", r"\end{tabular}", *_legend(sheet), r"\end{table}")


def _long_table(sheet: Sheet, layout: Layout) -> Iterator[str]:
    yield rf"\begingroup{layout.size}"
    yield rf"\begin{{longtable}}{{{layout.columns}}}"
    if sheet.title:
        yield rf"\caption{{{latex_text(sheet.title)}}}\\"
    yield from (r"\toprule", _headings(sheet, layout), r"\midrule", r"\endhead")
    yield from (*_rows(sheet, layout), r"\bottomrule", r"\end{longtable}")
    yield from (*_legend(sheet), r"\par\endgroup")


def _headings(sheet: Sheet, layout: Layout) -> str:
    pairs = zip(sheet.headings, layout.broken, strict=True)
    return " & ".join(_heading(heading, broken) for heading, broken in pairs) + r" \\"


def _heading(heading: Heading, broken: bool) -> str:
    """A heading, in several lines where it is long and its column not broken anyway."""
    if broken:
        return _breakable(heading.text)
    lines = [latex_text(line) for line in heading_lines(heading.text)]
    if len(lines) < 2:
        return "".join(lines)
    side = "r" if heading.right else "l"
    stacked = r"\\".join(lines)
    return rf"\begin{{tabular}}[b]{{@{{}}{side}@{{}}}}{stacked}\end{{tabular}}"


def _rows(sheet: Sheet, layout: Layout) -> Iterator[str]:
    for row in sheet.rows:
        cells = zip(row, layout.broken, strict=True)
        yield " & ".join(_breakable(c) if broken else latex_text(c) for c, broken in cells) + r" \\"


def _breakable(text: str) -> str:
    """A cell that may be broken at the joints of its words too."""
    return latex_text(text).replace(r"\_", r"\_\allowbreak{}").replace("/", r"/\allowbreak{}")


def _legend(sheet: Sheet) -> Iterator[str]:
    if sheet.legend:
        lines = r"\\".join(map(latex_text, sheet.legend))
        yield rf"\par\medskip{{\footnotesize\raggedright {lines}\par}}"


def _with_links(line: str) -> str:
    """A line of text; an address in it may be broken."""
    pieces = _ADDRESS.split(f"{line} ")
    texts = [f"x{piece}x" for piece in pieces[::2]]  # the blanks at the ends are to stay
    addresses = (*map(_link, pieces[1::2]), "")
    pairs = zip(texts, addresses, strict=True)
    return "".join(latex_text(text)[1:-1] + address for text, address in pairs).strip()


def _link(address: str) -> str:
    known = web_address(address)
    return rf"\url{{{known}}}" if known else latex_text(address)


def _source(source: Source) -> str:
    address = web_address(source.url)
    said = f"{latex_text(source_words(source))}. {latex_text(source.title)}."
    return said + (rf" \url{{{address}}}" if address else "")


def latex_text(text: str) -> str:
    """Text with nothing in it that LaTeX would take for an order; "--" stays two hyphens."""
    return one_line(text).strip().translate(_SPECIAL).replace("--", "-{}-")
