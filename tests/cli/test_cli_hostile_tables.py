"""Hostile tables behind `--data`, as the command meets them: bounded, one line, nothing run."""

from __future__ import annotations

import csv
import json
import os
import random
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from bounded_command import run_bounded
from installed_command import assert_refused, run, run_on_terminal

from zonecli.table.columns import COLUMNS

ROW: dict[str, Any] = {
    **{"id": "a", "metric": "gdp", "measure": "level", "zone_type": "high-tech", "zone": "all"},
    **{"year": 2021, "period": "year", "month": 12, "value": 15.3e12, "low": None, "high": None},
    **{"unit": "CNY", "qualifier": "exact", "printed": "15.3 trillion", "basis": None},
    **{"series": None, "status": "reported", "derivation": None, "preferred": True},
    **{"source": "bulletin", "note": None},
}
# Escape sequences, a link, rich's markup, marks of direction, line breaks, an end of text.
EVIL = (
    "\x1b]8;;http://evil\x1b\\\x1b[2J[bold red]x[/bold red]\u202e\u2066y\n\r\u2028z\x00\x07\x9b1m"
)
STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def save(path: Path, registries: dict[str, Any] | None = None, rows: int = 1, **cells: Any) -> Path:
    """A table of rows as `ROW`; a cell may be the array of a whole column, also of another one."""
    columns = {c.name: pa.array([ROW[c.name]] * rows, pa.type_for_alias(c.type)) for c in COLUMNS}
    for name, cell in cells.items():
        columns[name] = cell if isinstance(cell, pa.Array) else pa.array([cell] * rows)
    table = pa.table(columns)
    if registries is not None:
        table = table.replace_schema_metadata({b"zonecli": json.dumps(registries).encode()})
    pq.write_table(table, path, compression="zstd", write_statistics=False)
    return path


def padded(count: int = 1) -> pa.Array:
    """A column that makes any table a large one, which DuckDB reads."""
    noise = random.Random(1).randbytes(1_500_000).hex()
    return pa.array([noise] + [""] * (count - 1))


# ------------------------------------------------------------------------------ memory and time


def bomb_of_one_text(path: Path) -> Path:
    """250 MB in 9 kB."""
    return save(path, note="x" * 250_000_000)


def bomb_of_a_users_column(path: Path) -> Path:
    return save(path, mine="x" * 250_000_000)


def bomb_of_repeated_text(path: Path) -> Path:
    """20,000 notes of a megabyte, which the file holds once."""
    note = pa.DictionaryArray.from_arrays(
        pa.array([0] * 20_000, pa.int32()), pa.array(["x" * 1_000_000])
    )
    return save(path, rows=20_000, note=note, id=pa.array([str(n) for n in range(20_000)]))


def bomb_of_metadata(path: Path) -> Path:
    """Ten million empty objects: each takes 64 bytes as Python has it."""
    save(path)
    table = pq.ParquetFile(path).read()
    metadata = b'{"x": [' + b"{}," * 10_000_000 + b"1]}"
    pq.write_table(table.replace_schema_metadata({b"zonecli": metadata}), path)
    return path


def million_metrics(path: Path) -> Path:
    names = pa.array([f"m{number}" for number in range(1_000_000)])
    constant = {
        name: pa.DictionaryArray.from_arrays(pa.array([0] * 1_000_000, pa.int8()), pa.array([text]))
        for name, text in ROW.items()
        if isinstance(text, str)
    }
    return save(path, rows=1_000_000, **{**constant, "metric": names, "id": names})


def large_bomb(path: Path) -> Path:
    return save(path, note="x" * 250_000_000, padding=padded())


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (bomb_of_one_text, "unpacks to over"),
        (bomb_of_a_users_column, "unpacks to over"),
        (bomb_of_repeated_text, "texts of over 200,000,000 characters"),
        (bomb_of_metadata, "metadata is larger than"),
        (million_metrics, "over 200,000 names"),
        (large_bomb, ""),
    ],
)
def test_what_grows_is_refused_within_bounds(
    make: Callable[[Path], Path], says: str, tmp_path: Path
) -> None:
    """Of the real command, the memory is measured: under a gigabyte for any of them, and less
    than what DuckDB is given for a large one."""
    path = make(tmp_path / "t.parquet")
    ran = run_bounded(tmp_path, "show", "gdp", "--data", str(path))
    assert_refused(ran, says, str(path))
    assert ran.megabytes < (3_000 if make is large_bomb else 1_000)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "t.parquet")
    for path in (tmp_path / "t.parquet", Path("/dev/zero")):
        ran = run_bounded(tmp_path, "show", "gdp", "--data", str(path))
        assert_refused(ran, "neither a file nor a folder")


# --------------------------------------------------------------------------------- hostile texts


@pytest.fixture(scope="module", params=["small", "large"])
def evil_table(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Evil in each text that a table may have, in a small one and in one that DuckDB reads."""
    texts = ("zone", "unit", "printed", "series", "derivation", "source", "note")
    entry = {"label": EVIL, "label_zh": EVIL, "definition": EVIL, "note": EVIL, "aliases": [EVIL]}
    registries = {
        "dataset": {"name": EVIL, "version": EVIL, "date": EVIL, "license": EVIL},
        "metrics": {"gdp": entry},
        "zone_types": {"high-tech": {k: v for k, v in entry.items() if k != "note"}},
        "zones": {EVIL: {"name": EVIL, "kind": "all", "types": ["high-tech"]}},
        "sources": {EVIL: dict.fromkeys(("title", "publisher", "url", "published", "note"), EVIL)},
        "series": {EVIL: {"name": EVIL}},
    }
    more = {"mine": EVIL, f"{EVIL} of mine": 1} | (
        {"padding": padded()} if request.param == "large" else {}
    )
    path = tmp_path_factory.mktemp("evil") / "t.parquet"
    return str(save(path, registries, **{**dict.fromkeys(texts, EVIL), **more}))


QUESTIONS = [
    ("show", "gdp", "--zone", EVIL.replace("\0", "")),
    ("show", "gdp", "--reports"),
    ("rank", "gdp", "--year", "2021"),
    ("list", "metrics"),
    ("list", "zones"),
    ("list", "sources"),
    ("describe", "gdp"),
    ("search", "bold"),
    ("conflicts",),
    ("verify", "gdp", "1bn", "--type", "high-tech", "--year", "2021"),
    ("cite", "--dataset"),
    ("cite", "gdp", "--zone", EVIL.replace("\0", "")),
    ("cite", "gdp", "--zone", EVIL.replace("\0", ""), "-s", "bibtex"),
    ("explain", "gdp", "--zone", EVIL.replace("\0", ""), "--year", "2021"),
    ("explain", "a"),
    ("plot", "gdp", "--zone", EVIL.replace("\0", "")),
    ("compare", "2021", "2021"),
    ("list", "coverage"),
    ("show", "gdp", "--zone", EVIL.replace("\0", ""), "--csv"),
    ("show", "gdp", "--zone", EVIL.replace("\0", ""), "--format", "html"),
    ("show", "gdp", "--zone", EVIL.replace("\0", ""), "--as", "sentence"),
    ("config",),
    ("--version",),
    (),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda words: " ".join(words[::3]) or "none")
def test_no_order_reaches_the_terminal(evil_table: str, question: tuple[str, ...]) -> None:
    """Neither from the answer nor from the notes, in a pipe."""
    ran = run(*question, env={"ZONECLI_DATA": evil_table})
    assert ran.status in (0, 2), ran.err
    assert "Traceback" not in ran.err
    assert STRANGE.findall((ran.out + ran.err).replace("\n", "")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no terminals of this kind")
def test_markup_is_text_on_a_terminal(evil_table: str) -> None:
    """zonecli's own styles alone; the link is that of no table; nothing clears the screen."""
    out = run_on_terminal(100, "rank", "gdp", "--year", "2021", env={"ZONECLI_DATA": evil_table})
    assert "[bold red]x" in out
    assert "\x1b[2J" not in out
    assert "\x1b]8;;http://evil" not in out
    assert "\u202e" not in out


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1+1", "＝1+1"])
def test_a_formula_is_text(tmp_path: Path, formula: str) -> None:
    """In CSV, on the first look of a spreadsheet, and in XLSX."""
    path = save(tmp_path / "t.parquet", note=formula, printed=formula, mine=formula)
    (row,) = run("show", "gdp", "--csv", "--data", str(path)).rows
    for cell in (row["note"], row["printed"], row["mine"]):
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝")), cell
    out = tmp_path / "a.xlsx"
    assert run("show", "gdp", "-o", str(out), "--data", str(path)).status == 0
    cells = [cell for line in openpyxl.load_workbook(out)["data"] for cell in line]
    assert [cell for cell in cells if cell.data_type == "f"] == []


@pytest.mark.parametrize("name", ["=1+1", "@SUM(A1)", "\t=1+1", EVIL])
def test_a_columns_name_is_text(tmp_path: Path, name: str) -> None:
    """A header line is read by spreadsheets and terminals as all others are."""
    path = save(tmp_path / "t.parquet", **{name: "mine"})
    for format_name in ("csv", "tsv", "csv-excel"):
        ran = run("show", "gdp", "--format", format_name, "--data", str(path))
        assert len(ran.out.splitlines()) == 2
        header = ran.out.lstrip("\ufeff").splitlines()[0]
        cells = header.split("\t" if format_name == "tsv" else ",")
        assert [cell for cell in cells if cell.lstrip().startswith(("=", "@"))] == []
        assert STRANGE.findall(header.replace("\t", " ")) == []
    out = tmp_path / "a.xlsx"
    assert run("show", "gdp", "-o", str(out), "--data", str(path)).status == 0
    cells = [cell for sheet in openpyxl.load_workbook(out) for line in sheet for cell in line]
    assert [cell for cell in cells if cell.data_type == "f"] == []


def test_many_preferred_reports_of_one_figure(tmp_path: Path) -> None:
    """Four hundred shares of one total: the total is asked for once, not by each of them."""
    count = 400
    ids = pa.array([str(number) for number in range(count)])
    kinds = pa.array(["level", "share"] * (count // 2))
    types = pa.array(["national", "high-tech"] * (count // 2))
    path = save(tmp_path / "t.parquet", rows=count, id=ids, measure=kinds, zone_type=types,
                padding=padded(count))  # fmt: skip
    ran = run("show", "gdp", "--data", str(path))
    assert ran.status == 0, ran.err


def test_texts_survive_in_every_format_of_machines(evil_table: str) -> None:
    """One line a row, whatever is in the cells, and JSON that any reader takes."""
    ask = ("show", "gdp", "--zone", EVIL.replace("\0", ""), "--reports")
    env = {"ZONECLI_DATA": evil_table}
    header, row = csv.reader(
        run(*ask, "--columns", "id,note,mine", "--csv", env=env).out.splitlines()
    )
    assert (header, row[0]) == (["id", "note", "mine"], "a")
    json.loads(run(*ask, "--format", "json", env=env).out)
    page = run(*ask, "--format", "html", env=env).out
    assert "<script" not in page.lower()
