"""What the commands write as LaTeX, through LaTeX: it stays within the margins."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from installed_command import run

ASKED = (
    ("show", "gdp", "--type", "high-tech"),
    ("show", "gdp", "exports", "--type", "high-tech", "--type", "economic"),
    ("show", "gdp", "--type", "high-tech", "--per-zone", "--real", "2020"),
    ("show", "gdp", "--reports"),
    ("compare", "2012", "2021", "--type", "high-tech"),
    ("compare", "--types", "high-tech,economic", "--year", "2021"),
    ("explain", "gdp", "--type", "high-tech", "--year", "2021"),
    ("conflicts", "gdp"),
    ("rank", "mofcom_rank", "--year", "2023"),
    ("describe", "gdp"),
    ("list",),
    ("list", "coverage"),
    ("list", "sources"),
    ("cite", "gdp", "--type", "high-tech"),
)
# The locale breaks lines between Chinese letters, as ctex does, whatever fonts there are.
PAPER = r"""\documentclass{article}
\XeTeXlinebreaklocale "zh"
\usepackage{booktabs,xurl,array,longtable,pdflscape}
\begin{document}
%s
\end{document}
"""


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Of one run over all of them, each named where it begins."""
    if shutil.which("xelatex") is None:
        pytest.skip("no LaTeX here")
    folder = tmp_path_factory.mktemp("latex")
    parts = []
    for place, words in enumerate(ASKED):
        ran = run(*words, "-o", str(folder / f"a{place}.tex"))
        assert ran.status == 0, ran.err
        parts.append(rf"\typeout{{ASKED {place}}}\input{{a{place}}}\clearpage")
    (folder / "paper.tex").write_text(PAPER % "\n".join(parts), encoding="utf-8")
    command = ["xelatex", "-halt-on-error", "-interaction=nonstopmode", "paper.tex"]
    ran_latex = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert ran_latex.returncode == 0, ran_latex.stdout.decode(errors="replace")[-2000:]
    return (folder / "paper.log").read_text("utf-8", errors="replace")


@pytest.mark.parametrize("words", ASKED, ids=" ".join)
def test_nothing_runs_over_the_margin(words: tuple[str, ...], log: str) -> None:
    place = ASKED.index(words)
    _, part = log.split(f"ASKED {place}\n", 1)
    part = part.split(f"ASKED {place + 1}\n", 1)[0]
    assert re.findall(r"Overfull \\hbox.*", part) == []
