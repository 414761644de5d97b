"""LaTeX: a table to be read into a paper with `\\input`, ruled by booktabs, its sources below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from zonecli.answers.result import Heading, Result, Sheet
from zonecli.output.cells import one_line
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
_PROSE = 40  # characters of a cell that is wrapped
_WIDE = 80  # characters that fit a line in the usual size
_HEADING = 16  # characters of a line of a heading
_MOST_ROWS = 40  # that surely fit a page
_ASIAN = "\u2e80"  # from here on, letters that need a font of their own


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
    packages = "booktabs,url" + (",longtable" if "{longtable}" in text else "")
    yield f"% {dataset_words(result.dataset)}"
    yield from (f"% {one_line(note)}" for note in result.notes)
    yield f"% \\usepackage{{{packages}}}"
    if max(text) >= _ASIAN:
        yield r"% XeLaTeX or LuaLaTeX, with \usepackage{ctex} for the Chinese and Japanese titles"
    else:
        yield r"% With pdfLaTeX also \usepackage[T1]{fontenc}"


def _sheet(sheet: Sheet) -> Iterator[str]:
    for line in filter(None, sheet.intro):
        yield f"{latex_text(line)}\n"
    if sheet.rows:
        long = len(sheet.rows) > _MOST_ROWS
        yield from _long_table(sheet) if long else _float(sheet)


def _float(sheet: Sheet) -> Iterator[str]:
    yield from (r"\begin{table}[htbp]", r"\centering")
    if sheet.title:
        yield rf"\caption{{{latex_text(sheet.title)}}}"
    if sum(_widths(sheet)) > _WIDE:
        yield r"\footnotesize"
    yield rf"\begin{{tabular}}{{{_columns(sheet)}}}"
    yield from (r"\toprule", _headings(sheet), r"\midrule", *map(_row, sheet.rows))
    yield from (r"\bottomrule", r"\end{tabular}", *_legend(sheet), r"\end{table}")


def _long_table(sheet: Sheet) -> Iterator[str]:
    yield r"\begingroup\footnotesize" if sum(_widths(sheet)) > _WIDE else r"\begingroup"
    yield rf"\begin{{longtable}}{{{_columns(sheet)}}}"
    if sheet.title:
        yield rf"\caption{{{latex_text(sheet.title)}}}\\"
    yield from (r"\toprule", _headings(sheet), r"\midrule", r"\endhead", *map(_row, sheet.rows))
    yield from (r"\bottomrule", r"\end{longtable}", *_legend(sheet), r"\par\endgroup")


def _widths(sheet: Sheet) -> list[int]:
    """Characters of the longest cell of each column; a heading is broken into lines."""
    return [max(len(cell) for cell in column) + 2 for column in zip(*sheet.rows, strict=True)]


def _columns(sheet: Sheet) -> str:
    pairs = zip(sheet.headings, _widths(sheet), strict=True)
    return "".join(_column(heading, longest) for heading, longest in pairs)


def _column(heading: Heading, longest: int) -> str:
    if heading.right:
        return "r"
    return r"p{0.3\linewidth}" if longest > _PROSE else "l"


def _headings(sheet: Sheet) -> str:
    return " & ".join(_heading(heading) for heading in sheet.headings) + r" \\"


def _heading(heading: Heading) -> str:
    """A heading, in several lines where it is long: it would make its column wider than need be."""
    lines = [latex_text(line) for line in wrap(one_line(heading.text), _HEADING)]
    if len(lines) < 2:
        return "".join(lines)
    side = "r" if heading.right else "l"
    stacked = r"\\".join(lines)
    return rf"\begin{{tabular}}[b]{{@{{}}{side}@{{}}}}{stacked}\end{{tabular}}"


def _row(cells: Iterable[str]) -> str:
    return " & ".join(map(latex_text, cells)) + r" \\"


def _legend(sheet: Sheet) -> Iterator[str]:
    if sheet.legend:
        lines = r"\\".join(map(latex_text, sheet.legend))
        yield rf"\par\medskip{{\footnotesize\raggedright {lines}\par}}"


def _source(source: Source) -> str:
    address = web_address(source.url)
    said = f"{latex_text(source_words(source))}. {latex_text(source.title)}."
    return said + (rf" \url{{{address}}}" if address else "")


def latex_text(text: str) -> str:
    """Text with nothing in it that LaTeX would take for an order; "--" stays two hyphens."""
    return one_line(text).strip().translate(_SPECIAL).replace("--", "-{}-")
