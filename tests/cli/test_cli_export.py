"""`zonecli export`: the whole table in other tools' formats, read by them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import bibtexparser
import frictionless
import openpyxl
import pyarrow.parquet as pq
import pytest
from bibtexparser.bparser import BibTexParser
from installed_command import Run, assert_refused

from zonecli.table.opening import open_table
from zonecli.table.table import Table


@pytest.fixture(scope="module")
def table(articles_table: Path) -> Table:
    return open_table(articles_table)


def exported(run: Run, target: Path) -> Path:
    ran = run("export", str(target))
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    return target


def test_a_folder(run: Run, tmp_path: Path, table: Table) -> None:
    """CSV, Parquet, their description, the sources, and a page that says what is what."""
    folder = exported(run, tmp_path / "new" / "record")
    names = {path.name for path in folder.iterdir()}
    assert names == {
        *("metrics.csv", "metrics.parquet", "datapackage.json", "sources.bib", "README.md"),
    }
    assert [name for name in names if name not in (folder / "README.md").read_text("utf-8")] == [
        "README.md"
    ]
    text = io.StringIO((folder / "metrics.csv").read_text("utf-8"), newline="")
    rows = list(csv.DictReader(text))
    assert [row["id"] for row in rows] == [report.id for report in table.reports]
    copy = open_table(folder / "metrics.parquet")
    assert list(copy.reports) == list(table.reports)
    for name in ("metrics", "zone_types", "zones", "sources", "series"):
        assert dict(getattr(copy.registries, name)) == dict(getattr(table.registries, name))
    assert copy.registries.dataset == table.registries.dataset
    entries = bibtexparser.loads(
        (folder / "sources.bib").read_text("utf-8"), BibTexParser(common_strings=True)
    ).entries
    assert {row["source"] for row in rows} <= {entry["ID"] for entry in entries}


def test_the_folder_is_a_valid_data_package(run: Run, tmp_path: Path) -> None:
    """frictionless checks each cell of both files against the description."""
    folder = exported(run, tmp_path / "record")
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    assert len(report.tasks) == 2


def test_sqlite(run: Run, tmp_path: Path, table: Table) -> None:
    """Whole, with every key resolved, and with a view that needs no join."""
    path = exported(run, tmp_path / "record.sqlite")
    with closing(sqlite3.connect(path)) as database:
        ask = database.execute
        assert ask("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert ask("PRAGMA foreign_key_check").fetchall() == []
        got = ask("SELECT id, value, low, high, preferred FROM reports ORDER BY rowid").fetchall()
        assert got == [(r.id, r.value, r.low, r.high, r.preferred) for r in table.reports]
        shown = ask(
            "SELECT metric_label, value, source_url FROM figures WHERE metric = 'gdp' "
            "AND year = 2012"
        ).fetchone()
        assert shown[:2] == ("GDP", 5.4e12)
        assert shown[2].startswith("https://www.flanders-china.be/")
        (aliases,) = ask("SELECT aliases FROM metrics WHERE id = 'gdp'").fetchone()
        assert isinstance(json.loads(aliases), list)


def test_one_workbook(run: Run, tmp_path: Path, table: Table) -> None:
    """Every report and every source."""
    book = openpyxl.load_workbook(exported(run, tmp_path / "record.xlsx"))
    assert book["data"].max_row == len(table.reports) + 1
    assert book["sources"].max_row == len(table.registries.sources) + 1


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "a.json", "a.ndjson", "a.bib", "a.ris"])
def test_other_files(run: Run, tmp_path: Path, name: str) -> None:
    """Whatever holds data."""
    assert exported(run, tmp_path / name).stat().st_size > 1000


def test_parquet_keeps_the_columns(run: Run, tmp_path: Path, table: Table) -> None:
    """With the source's title and address at the end."""
    read = pq.read_table(exported(run, tmp_path / "a.parquet"))
    assert read.num_rows == len(table.reports)
    assert read.column_names[-2:] == ["source_title", "source_url"]


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.tex", "a.txt", "a.doc"])
def test_what_holds_no_data_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    """Nothing is written."""
    assert_refused(run("export", str(tmp_path / name)), name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be(run: Run, tmp_path: Path) -> None:
    """It is left as it was."""
    (tmp_path / "record").write_text("precious", encoding="utf-8")
    assert_refused(run("export", str(tmp_path / "record")), "record")
    assert (tmp_path / "record").read_text(encoding="utf-8") == "precious"


def test_other_files_of_the_folder_are_left_alone(run: Run, tmp_path: Path) -> None:
    """An export into a folder with other things replaces its own files only."""
    (tmp_path / "notes.txt").write_text("precious", encoding="utf-8")
    (tmp_path / "metrics.csv").write_text("old", encoding="utf-8")
    exported(run, tmp_path)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "precious"
    assert (tmp_path / "metrics.csv").read_text(encoding="utf-8") != "old"


def test_tables_laid_over_each_other(run: Run, tmp_path: Path, articles_table: Path) -> None:
    """What is exported is what is shown: all layers together, in one table."""
    exported(run, tmp_path / "one")
    twice = ("--data", str(articles_table), "--data", str(tmp_path / "one" / "metrics.parquet"))
    assert run("export", str(tmp_path / "two"), *twice).status == 0
    one, two = (open_table(tmp_path / name / "metrics.parquet") for name in ("one", "two"))
    assert sorted(two.reports) == sorted(one.reports)
