"""`zonecli cite`, and the citation of the record that stands in the repository."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import bibtexparser
import pytest
import rispy
import yaml
from bibtexparser.bparser import BibTexParser
from installed_command import Run, assert_refused

ROOT = Path(__file__).parents[2]
STYLES = ("apa", "chicago", "gbt7714", "bibtex", "ris", "csl-json")
ASKED = ("gdp", "zone_count", "--type", "high-tech")


def test_the_sources_of_the_answer_in_its_order(run: Run) -> None:
    """Numbered as below the table; no source that was not used."""
    shown = json.loads(run("show", *ASKED, "--format", "json").out)["sources"]
    ran = run("cite", *ASKED)
    lines = ran.out.splitlines()
    assert (ran.status, ran.err) == (0, "")
    assert len(lines) == len(shown)
    for number, (line, source) in enumerate(zip(lines, shown, strict=True), start=1):
        assert line.startswith(f"{number}. ")
        assert line.endswith(source["url"])


@pytest.mark.parametrize("style", STYLES)
def test_every_style_has_every_source(run: Run, style: str) -> None:
    """No style loses an address."""
    urls = {s["url"] for s in json.loads(run("show", *ASKED, "--format", "json").out)["sources"]}
    out = run("cite", *ASKED, "--style", style).out
    assert {url for url in urls if url in out} == urls


def test_files_by_their_endings(run: Run, tmp_path: Path) -> None:
    """References for LaTeX, Zotero and pandoc, each readable by another program."""
    for name in ("a.bib", "a.ris", "a.csl.json", "a.txt"):
        assert run("cite", *ASKED, "-o", str(tmp_path / name)).status == 0
    read = {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()}
    entries = bibtexparser.loads(read["a.bib"], BibTexParser(common_strings=True)).entries
    keys = [entry["ID"] for entry in entries]
    assert keys == [item["id"] for item in json.loads(read["a.csl.json"])]
    assert len(keys) == len(list(rispy.loads(read["a.ris"]))) == len(read["a.txt"].splitlines())


def test_show_writes_references_too(run: Run) -> None:
    """They are formats of any answer."""
    assert run("show", *ASKED, "-f", "bibtex").out == run("cite", *ASKED, "-s", "bibtex").out


def test_csv_has_a_line_a_source(run: Run) -> None:
    """For a spreadsheet: number, key, reference, address."""
    rows = run("cite", *ASKED, "--csv").rows
    assert list(rows[0]) == ["number", "source", "citation", "url"]


@pytest.mark.parametrize("style", STYLES)
def test_the_data_set_itself(run: Run, style: str) -> None:
    """Name and version of the table that was read."""
    out = run("cite", "--dataset", "--style", style).out
    assert "five articles" in out.lower()
    assert "1" in out
    assert "http" not in out


def test_an_unknown_style(run: Run) -> None:
    """One line with a suggestion."""
    assert_refused(run("cite", "gdp", "--style", "chicagoo"), "chicago")


def test_every_source_is_not_printed_unasked(run: Run, tmp_path: Path) -> None:
    """A list of all is for --all; a program that keeps references gets all without."""
    for args in ((), ("--style", "chicago"), ("--csv",), ("-o", str(tmp_path / "a.txt"))):
        assert_refused(run("cite", *args), "zonecli cite gdp", "--all")
    assert_refused(run("cite", "--lang", "zh"), "指标", "--all")
    every = run("cite", "--all").out.splitlines()
    narrowed = [("--type", "high-tech"), ("--zone", "all"), ("--year", "2021"), ("--from", "2021")]
    for args in (*narrowed, ("--to", "2021"), ("--latest",)):
        assert 0 < len(run("cite", *args).out.splitlines()) <= len(every), args
    keys = [item["id"] for item in json.loads(run("cite", "-s", "csl-json").out)]
    assert len(keys) == len(every)
    assert run("cite", "-o", str(tmp_path / "a.bib")).status == 0
    written = (tmp_path / "a.bib").read_text(encoding="utf-8")
    entries = bibtexparser.loads(written, BibTexParser(common_strings=True)).entries
    assert [entry["ID"] for entry in entries] == keys


def test_nothing_to_cite(run: Run) -> None:
    """No figure, no source; stderr says what there is."""
    ran = run("cite", "gdp", "--type", "high-tech", "--year", "1999")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err


def test_citation_file_is_that_of_the_record() -> None:
    """CITATION.cff: the fields that version 1.2.0 of the format requires, name, version and date
    as in the curated text."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    with (ROOT / "data/curated/dataset.toml").open("rb") as file:
        record = tomllib.load(file)
    assert cited["cff-version"] == "1.2.0"
    assert {"message", "authors", "title"} <= cited.keys()
    assert all(set(author) <= {"name"} for author in cited["authors"])
    assert cited["type"] == "dataset"
    assert [cited[n] for n in ("title", "version", "date-released", "license")] == [
        record[n] for n in ("name", "version", "date", "license")
    ]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", cited["date-released"])
