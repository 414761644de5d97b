"""LaTeX: its structure by a small reader of braces and environments; a real run if there is one."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from output_results import NASTY, SOURCE, result

from zonecli.answers.result import Result
from zonecli.output import render
from zonecli.output.latex import latex_text
from zonecli.output.page import Page
from zonecli.table.registries import Source

# An escaped character, a command, an environment's edge, a brace, or one character.
TOKENS = re.compile(r"\\(?:begin|end)\{\w+\}|\\[A-Za-z]+|\\.|.", re.DOTALL)
LONG = [[f"line {place}", "1"] for place in range(60)]


def written(answer: Result) -> str:
    return str(render(answer, "latex", Page()))


def assert_well_formed(text: str) -> None:
    """Braces and environments close in order; nothing but columns and rows is special."""
    open_: list[str] = []
    for line in text.splitlines():
        if line.startswith("%"):
            continue
        for token in TOKENS.findall(re.sub(r"\\url\{[^}]*\}", "", line)):
            if token == "{" or token.startswith(r"\begin{"):
                open_.append(token.replace("begin", "end"))
            elif token == "}":
                assert open_.pop() == "{"
            elif token.startswith(r"\end{"):
                assert open_.pop() == token
            assert token not in "#$^_%", line
    assert open_ == []


@pytest.mark.parametrize("text", NASTY)
def test_no_text_is_an_order(text: str) -> None:
    """Whatever stands in a cell, a title or a source."""
    source = Source("s", text, text, f"https://paper.example/{text}%#{{}}\\", text)
    assert_well_formed(
        written(result([], [[text, "1"]], title=text, legend=[text], sources=[source]))
    )


def test_escapes() -> None:
    """Each special character as itself."""
    assert latex_text("R&D 5% $1 #2 a_b {c} ~ ^ \\") == (
        r"R\&D 5\% \$1 \#2 a\_b \textbraceleft{}c\textbraceright{} \textasciitilde{} "
        r"\textasciicircum{} \textbackslash{}"
    )
    assert latex_text("−5 · --x [1] *") == (r"\ensuremath{-}5 \ensuremath{\cdot} -{}-x {[}1{]} {*}")


def test_booktabs_and_alignment() -> None:
    """One rule above, one below the heading, one at the end; numbers to the right."""
    text = written(result([], [["a", "1"], ["b", "2"]]))
    assert re.findall(r"\\(?:top|mid|bottom)rule", text) == [
        r"\toprule",
        r"\midrule",
        r"\bottomrule",
    ]
    assert r"\begin{tabular}{@{}lr@{}}" in text
    assert r"a & 1 \\" in text


def test_a_long_table_breaks_over_pages() -> None:
    """More lines than a page holds are no float, which LaTeX would never place."""
    text = written(result([], LONG))
    assert r"\begin{longtable}{@{}lr@{}}" in text
    assert r"\begin{table}" not in text
    assert "longtable" in text.splitlines()[1]
    assert_well_formed(text)


LONG_CELL = "a definition that goes on and on " * 6


def test_a_cell_that_is_too_long_is_broken_and_a_number_is_not() -> None:
    """Its column takes what the line leaves; the packages are named at the head."""
    text = written(result([], [[LONG_CELL, "15.3 trillion"]]))
    spec = text.split(r"\begin{tabular}{@{}", 1)[1].split("@{}}", 1)[0]
    assert spec.startswith(r">{\raggedright\arraybackslash")
    assert spec.endswith("r")
    assert "array" in text.splitlines()[1]
    assert "landscape" not in text


def test_what_fits_no_upright_page_lies() -> None:
    """Eight columns of words that cannot be broken."""
    cells = [["internationalisation"] * 8]
    text = written(result([], cells, headings=list("ABCDEFGH")))
    assert r"\begin{landscape}" in text
    assert "pdflscape" in text.splitlines()[1]
    assert_well_formed(text)


def test_addresses_in_the_text_can_be_broken() -> None:
    """As those of a reference list are; the full stop behind one is none of it."""
    answer = result([], title="")
    line = "Xinhua. Zones & co. https://paper.example/a_b."
    text = written(answer._replace(sheet=answer.sheet._replace(intro=(line,))))
    assert r"Xinhua. Zones \& co. \url{https://paper.example/a_b}." in text


def test_notes_are_comments() -> None:
    """They speak of options of zonecli: not in a paper, but in sight of who edits it."""
    text = written(result([], [["a", "1"]], notes=["Not a full year\nx"]))
    assert "% Not a full year x\n" in text


@pytest.mark.skipif(shutil.which("xelatex") is None, reason="no LaTeX here")
def test_latex_takes_it(tmp_path: Path) -> None:
    """A run without an error, with every nasty text in it."""
    source = Source("s", "".join(NASTY), "P", "https://paper.example/a_b%20c#d&e", "2022")
    cells = [[text, text] for text in NASTY]
    short = written(result([], cells, title="".join(NASTY), legend=NASTY, sources=[source, SOURCE]))
    (tmp_path / "answer.tex").write_text(short + written(result([], LONG)), encoding="utf-8")
    (tmp_path / "paper.tex").write_text(
        r"\documentclass{article}\usepackage{booktabs,xurl,array,longtable,pdflscape}"
        r"\begin{document}\input{answer.tex}\end{document}",
        encoding="utf-8",
    )
    ran = subprocess.run(
        ["xelatex", "-halt-on-error", "-interaction=nonstopmode", "paper.tex"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout.decode(errors="replace")[-2000:]
