"""`zonecli export`: the whole table in other tools' formats, read by them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import bibtexparser
import frictionless
import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from bibtexparser.bparser import BibTexParser
from installed_command import Run, assert_refused
from pysdmx.io import get_datasets

import zonecli
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


def test_sdmx(run: Run, tmp_path: Path, table: Table) -> None:
    """Data and structure, in a folder or each alone; a year that is whole is one."""
    folder = tmp_path / "record"
    ran = run("export", str(folder), "--format", "sdmx")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    data, structure = folder / "metrics.sdmx.csv", folder / "metrics.sdmx.xml"
    assert {path.name for path in folder.iterdir()} == {data.name, structure.name}
    for path in (data, structure):
        assert exported(run, tmp_path / path.name).read_bytes() == path.read_bytes()
    (dataset,) = get_datasets(data, structure)
    assert len(dataset.data) == len(table.reports)
    gdp = dataset.data.query("METRIC == 'gdp' and TIME_PERIOD == '2012' and REPORT == '1'")
    assert gdp["OBS_VALUE"].tolist() == [5.4e12]


def test_sdmx_without_pysdmx(tmp_path: Path, articles_table: Path) -> None:
    """One line says what to install, and nothing is written."""
    code = (
        "import sys; sys.modules['pysdmx'] = None; from zonecli.cli import main; "
        f"sys.argv = ['zonecli', 'export', {str(tmp_path / 'record')!r}, '--format', 'sdmx', "
        f"'--data', {str(articles_table)!r}]; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == ["SDMX needs pysdmx: pip install 'zonecli[sdmx]'."]
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format(run: Run, tmp_path: Path) -> None:
    assert_refused(run("export", str(tmp_path / "x"), "--format", "sdxm"), "sdmx")


@pytest.fixture(scope="module")
def with_further_columns(articles_table: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table of the articles with columns of somebody else's beside ours."""
    path = tmp_path_factory.mktemp("further") / "own.parquet"
    table = pq.read_table(articles_table)
    rows = range(table.num_rows)
    for name, cells in (
        ("reviewer", ["=anna" if row % 2 else None for row in rows]),
        ("Score 1", [row / 2 for row in rows]),
        ("checked", [row % 3 == 0 for row in rows]),
    ):
        table = table.append_column(name, pa.array(cells))
    pq.write_table(table, path)
    return path


def test_further_columns_of_a_table_are_kept(
    run: Run, tmp_path: Path, with_further_columns: Path
) -> None:
    """In every format, after ours and before the source's title; as text nothing is a formula."""
    names = ["reviewer", "Score 1", "checked"]
    made = {}
    for name in ("a.csv", "a.json", "a.parquet", "a.xlsx", "a.sqlite", "folder"):
        made[name] = tmp_path / name
        ran = run("export", str(made[name]), "--data", str(with_further_columns))
        assert (ran.status, ran.err) == (0, "")
    for path in (made["a.csv"], made["folder"] / "metrics.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert list(rows[0])[-5:] == [*names, "source_title", "source_url"]
        assert [rows[1][name] for name in names] == ["'=anna", "0.5", "false"]
    second = json.loads(made["a.json"].read_text("utf-8"))["rows"][1]
    assert [second[name] for name in names] == ["=anna", 0.5, False]
    for path in (made["a.parquet"], made["folder"] / "metrics.parquet"):
        read = pq.read_table(path).select(names)
        assert [str(t) for t in read.schema.types] == ["string", "double", "bool"]
        assert read.slice(1, 1).to_pylist() == [
            dict(zip(names, ["=anna", 0.5, False], strict=True))
        ]
    sheet = openpyxl.load_workbook(made["a.xlsx"])["data"]
    heads = [cell.value for cell in sheet[1]]
    assert [sheet[3][heads.index(name)].value for name in names] == ["=anna", 0.5, False]
    with closing(sqlite3.connect(made["a.sqlite"])) as database:
        asked = 'SELECT reviewer, "Score 1", checked FROM reports LIMIT 1 OFFSET 1'
        assert database.execute(asked).fetchall() == [("=anna", 0.5, 0)]


def test_the_folder_with_further_columns_is_a_valid_data_package_and_a_table(
    run: Run, tmp_path: Path, with_further_columns: Path
) -> None:
    """frictionless accepts it; and exported again from its own Parquet file it is the same."""
    first, second = tmp_path / "first", tmp_path / "second"
    assert run("export", str(first), "--data", str(with_further_columns)).status == 0
    report = frictionless.validate(str(first / "datapackage.json"))
    assert report.valid, report.flatten(["type", "message"])
    assert run("export", str(second), "--data", str(first / "metrics.parquet")).status == 0
    for path in first.iterdir():
        assert (second / path.name).read_bytes() == path.read_bytes()


def test_the_api_loads_further_columns(with_further_columns: Path) -> None:
    """After the table's own, as they are."""
    frame = zonecli.load(str(with_further_columns))
    assert list(frame.columns)[-3:] == ["reviewer", "Score 1", "checked"]
    assert frame["Score 1"].tolist() == [row / 2 for row in range(len(frame))]


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
