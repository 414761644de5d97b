"""Names of files as people have them, wherever a command takes one."""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from installed_command import Ran, assert_refused, environment, run

NAMES = [
    "two words",
    "it's",
    'say "so"',
    "数据",
    "~",
    "~nobody-at-all",
    "-leading",
    "--data",
    "a*b[1]?",
    "$(touch pwned)",
    "a;b|c&d",
    "#%20{x}",
    "e\u0301",
    "new\nline",
]
on_windows = sys.platform == "win32"
pytestmark = pytest.mark.skipif(on_windows, reason="most of these are no names on Windows")


def here(folder: Path, *args: str, **env: str) -> Ran:
    """The command in that folder, which is the user's home too."""
    return run(*args, cwd=folder, env={"HOME": str(folder), **env})


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(articles_table: Path, tmp_path: Path, name: str) -> None:
    """As a table, as a file and as a folder; in a folder of that name, so that - and ~ may lead."""
    folder = tmp_path / name
    folder.mkdir()
    table = shutil.copy(articles_table, folder / f"{name}.parquet")
    expected = run("show", "gdp", "--csv", "--data", str(articles_table)).stdout
    assert here(tmp_path, "show", "gdp", "--csv", "--data", str(table)).stdout == expected
    at = folder if name.startswith("~") else "."  # a path ./~ is ~ to Python
    ran = here(folder, "show", "gdp", f"--data={at}/{name}.parquet", f"-o{at}/{name}.csv")
    assert (ran.status, ran.out) == (0, ""), ran
    assert (folder / f"{name}.csv").read_bytes() == expected
    ran = here(folder, "export", f"--data={at}/{name}.parquet", "--", f"{at}/{name}.out/deep")
    assert ran.status == 0, ran
    assert (folder / f"{name}.out").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == [name], "nothing anywhere else"


def test_the_folder_of_many_tables(articles_table: Path, tmp_path: Path) -> None:
    """With and without a slash behind it; a file with one is no folder."""
    shutil.copy(articles_table, tmp_path / "a.parquet")
    expected = run("show", "gdp", "--csv", "--data", str(articles_table)).stdout
    for place in (f"{tmp_path}", f"{tmp_path}/", f"{tmp_path}//./"):
        assert run("show", "gdp", "--csv", "--data", place).stdout == expected


def test_home_and_a_home_that_is_none(articles_table: Path, tmp_path: Path) -> None:
    shutil.copy(articles_table, tmp_path / "a.parquet")
    assert here(tmp_path, "show", "gdp", "--data", "~/a.parquet", "-o", "~/a.csv").status == 0
    assert (tmp_path / "a.csv").exists()
    for args in (("--data", "~nobody-at-all/a.parquet"), ("-o", "~nobody-at-all/a.csv")):
        assert_refused(here(tmp_path, "show", "gdp", *args), "~nobody-at-all")
    assert_refused(here(tmp_path, "export", "~nobody-at-all/x"), "~nobody-at-all")
    assert_refused(here(tmp_path, "build", "~nobody-at-all/x", "-o", "x"), "~nobody-at-all")


LONG = "x" * 300 + ".csv"


@pytest.mark.parametrize("name", [LONG, "/".join(["y" * 200] * 30) + "/a.csv"])
def test_names_that_are_too_long(articles_table: Path, tmp_path: Path, name: str) -> None:
    """One line, whichever option has it."""
    out, data = str(tmp_path / name), ("--data", str(articles_table))
    assert_refused(run("show", "gdp", *data, "-o", out), "Cannot write")
    assert_refused(run("show", "gdp", "--data", out), "Cannot read")
    assert_refused(run("export", out, *data), "Cannot")
    assert_refused(run("build", out, "-o", str(tmp_path / "t.parquet")), "cannot be read")
    assert_refused(run("check", out.replace(".csv", ".txt")), "Cannot read")
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_kept_and_what_it_leads_to_is_replaced(
    articles_table: Path, tmp_path: Path
) -> None:
    """As a shell's `>` has it: a link to a shared folder stays one."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.csv").write_text("old")
    (tmp_path / "a.csv").symlink_to("real/a.csv")
    (tmp_path / "folder").symlink_to("real", target_is_directory=True)
    (tmp_path / "new.csv").symlink_to("real/new.csv")
    data = ("--data", str(articles_table))
    for name in ("a.csv", "folder/b.csv", "new.csv"):
        assert run("show", "gdp", *data, "-o", str(tmp_path / name)).status == 0
    assert sorted(p.name for p in (tmp_path / "real").iterdir()) == ["a.csv", "b.csv", "new.csv"]
    assert (tmp_path / "a.csv").is_symlink()
    assert (tmp_path / "new.csv").is_symlink()
    assert run("export", str(tmp_path / "folder"), *data).status == 0
    assert (tmp_path / "real" / "metrics.parquet").exists()


def test_a_file_for_a_folder_and_a_folder_for_a_file(articles_table: Path, tmp_path: Path) -> None:
    data = ("--data", str(articles_table))
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder.csv").mkdir()
    inside = str(tmp_path / "file" / "a.csv")
    assert_refused(run("show", "gdp", *data, "-o", inside), "Cannot write")
    assert_refused(run("show", "gdp", "--data", inside), inside)
    assert_refused(run("export", str(tmp_path / "file"), *data), "Cannot make")
    assert_refused(run("export", str(tmp_path / "file" / "x"), *data), "Cannot make")
    assert_refused(run("show", "gdp", *data, "-o", str(tmp_path / "folder.csv")), "folder")
    assert (tmp_path / "file").read_text() == "mine"
    assert list((tmp_path / "folder.csv").iterdir()) == []


def test_the_config_file_anywhere(articles_table: Path, tmp_path: Path) -> None:
    """A path in it is seen from its folder; a folder or loop in its place is one line."""
    folder = tmp_path / "my 配置's"
    folder.mkdir()
    shutil.copy(articles_table, folder / "a b.parquet")
    (folder / "c.toml").write_text("data = 'a b.parquet'\n", encoding="utf-8")
    at = {"ZONECLI_CONFIG": str(folder / "c.toml")}
    expected = run("show", "gdp", "--csv", "--data", str(articles_table)).stdout
    assert run("show", "gdp", "--csv", env=at).stdout == expected
    (folder / "loop").symlink_to("loop")
    for place in (folder, folder / "loop"):
        assert_refused(run("show", "gdp", env={"ZONECLI_CONFIG": str(place)}), "Cannot read")
    (folder / "c.toml").write_text("data = " + "[" * 100_000, encoding="utf-8")
    assert_refused(run("show", "gdp", env=at), "c.toml")


@pytest.mark.parametrize("target", ["out", "out.sqlite", "out.csv", "out.json"])
def test_nothing_in_a_table_chooses_a_path(tmp_path: Path, target: str) -> None:
    """Ids, names and registries full of paths: one target, and nothing beside it."""
    import pyarrow as pa
    import pyarrow.parquet as pq
    from test_cli_hostile_tables import ROW

    from zonecli.table.columns import COLUMNS

    path = "../../pwned'; ATTACH 'pwned.db' AS x; --"
    texts = ("id", "metric", "zone_type", "zone", "source", "series", "printed", "note", "unit")
    cells = {**ROW, **dict.fromkeys(texts, path)}
    columns = {c.name: pa.array([cells[c.name]], pa.type_for_alias(c.type)) for c in COLUMNS}
    registries = {"dataset": {"name": path}, "metrics": {path: {"label": path}}}
    table = pa.table(columns).replace_schema_metadata({b"zonecli": json.dumps(registries).encode()})
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    pq.write_table(table, deep / "t.parquet")
    ran = run("export", target, "--data", "t.parquet", cwd=deep)
    assert ran.status == 0, ran
    outside = {p for p in tmp_path.rglob("*") if target not in str(p.relative_to(tmp_path))}
    assert outside == {tmp_path / "a", tmp_path / "a/b", deep, deep / "t.parquet"}
    if target.endswith(".sqlite"):
        with closing(sqlite3.connect(deep / target)) as connection:
            assert connection.execute("SELECT id FROM reports").fetchall() == [(path,)]


def test_the_environment_of_these_tests_is_the_users() -> None:
    """`HOME` reaches the command, else the tests of ~ above would test nothing."""
    assert environment({"HOME": "/nowhere"})["HOME"] == "/nowhere"
