"""Documents and spreadsheets as the installed command writes them, and sentences."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from installed_command import SCRIPT, Run, assert_refused, environment

from zonecli.output import FORMATS, FORMATS_OF_ANSWERS, STDOUT_FORMATS

ASKED = ("show", "gdp", "--type", "high-tech")
DOCUMENTS = {"a.md": "| 2021 |", "a.html": "<td>2021</td>", "a.tex": "2021 &"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_have_table_and_sources(run: Run, tmp_path: Path, name: str) -> None:
    """The figure with its digits, and the address of its source."""
    assert run(*ASKED, "-o", str(tmp_path / name)).status == 0
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert DOCUMENTS[name] in text
    assert "15.3 trillion" in text
    assert "https://www.flanders-china.be/" in text


@pytest.mark.parametrize("name", [name for name in STDOUT_FORMATS if name != "table"])
def test_a_document_is_utf_8_whatever_the_locale(run: Run, name: str) -> None:
    """An HTML page that says UTF-8 is no GBK."""
    plain = run(*ASKED, "-f", name)
    assert run(*ASKED, "-f", name, env={"PYTHONIOENCODING": "gbk"}).stdout == plain.stdout


@pytest.mark.parametrize("command", [("compare", "2012", "2021"), ("list",), ("conflicts",)])
@pytest.mark.parametrize(
    "name", [f"a{ending}" for name in FORMATS_OF_ANSWERS for ending in FORMATS[name].endings[:1]]
)
def test_every_answer_in_every_format(
    run: Run, tmp_path: Path, command: tuple[str, ...], name: str
) -> None:
    """Not only figures by year."""
    ran = run(*command, "-o", str(tmp_path / name))
    assert (ran.status, ran.out) == (0, "")
    assert (tmp_path / name).exists()


def test_the_same_figures_in_every_format(run: Run, tmp_path: Path) -> None:
    """One answer, whatever file it stands in."""
    for name in ("a.json", "a.xlsx", "a.parquet"):
        run(*ASKED, "-o", str(tmp_path / name))
    rows = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["rows"]
    values = [(row["year"], row["value"]) for row in rows]
    table = pq.read_table(tmp_path / "a.parquet")
    assert list(zip(*(table[n].to_pylist() for n in ("year", "value")), strict=True)) == values
    data = openpyxl.load_workbook(tmp_path / "a.xlsx")["data"]
    heads = [cell.value for cell in data[1]]
    year, value = heads.index("year"), heads.index("value")
    assert [(r[year].value, r[value].value) for r in data.iter_rows(min_row=2)] == values


def test_notes_are_said_once(run: Run, tmp_path: Path) -> None:
    """In the document on stdout; on stderr where the document went into a file."""
    asked = ("show", "gdp", "gross_industrial_output", "--type", "high-tech")
    on_stdout = run(*asked, "-f", "md")
    assert "period ytd" in on_stdout.out
    assert on_stdout.err == ""
    assert "--period ytd" in run(*asked, "-o", str(tmp_path / "a.md")).err


def test_a_chart(run: Run, tmp_path: Path) -> None:
    """--chart goes with XLSX alone."""
    run(*ASKED, "--chart", "-o", str(tmp_path / "a.xlsx"))
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames[-1] == "chart"
    assert_refused(run(*ASKED, "--chart", "-o", str(tmp_path / "a.csv")), "--chart", ".xlsx")


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if known.binary])
def test_binary_is_refused_on_a_terminal(articles_table: Path, name: str) -> None:
    """One line, and no bell or colour of chance."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [str(SCRIPT), *ASKED, "-f", name, "--data", str(articles_table)],
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environment({"TERM": "xterm"}),
        check=False,
    )
    os.set_blocking(ours, False)
    with pytest.raises(BlockingIOError):
        os.read(ours, 1)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "That format is not for a terminal: name a file with -o FILE."
    ]


def test_binary_goes_into_a_pipe(run: Run) -> None:
    """For a program that reads it there."""
    assert run(*ASKED, "-f", "parquet").stdout.startswith(b"PAR1")


def test_sentences(run: Run) -> None:
    """Ready to paste, hedged, with the source in brackets."""
    ran = run("show", "high_tech_enterprises", "--type", "high-tech", "--year", "2012",
              "--as", "sentence")  # fmt: skip
    assert ran.out.splitlines()[0] == (
        "High-tech enterprises in China's national high-tech zones stood at under 20,000 "
        "at the end of 2012 (Flanders-China Chamber of Commerce, September 2022)."
    )
    assert run(*ASKED, "--as", "sentence", "--csv").rows[0]["sentence"].startswith("GDP of ")
    assert_refused(run(*ASKED, "--as", "sentance"), "sentence")


def test_plain_answers_import_none_of_it() -> None:
    """`show` and `compare` as table or CSV stay as quick as they were."""
    heavy = ("xlsxwriter", "zonecli.output.latex", "zonecli.output.web_page",
             "zonecli.answers.reference", "zonecli.answers.sentence", "html")  # fmt: skip
    program = (
        "import sys\nfrom zonecli.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        f"print([m for m in {heavy} if m in sys.modules], file=sys.stderr)"
    )
    for question in (("show", "gdp"), ("show", "gdp", "--csv"), ("compare", "2012", "2021")):
        done = subprocess.run(
            [sys.executable, "-c", program, *question],
            capture_output=True,
            env=environment(),
            check=False,
        )
        assert done.stderr.decode().splitlines()[-1] == "[]", question
