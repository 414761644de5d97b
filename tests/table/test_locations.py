"""Where a table lies: which files of a folder are its parts, and what their folders say of them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from zonecli.errors import DataError
from zonecli.table.locations import DataSet, Part, data_set, is_url

HIVE_NULL = "__HIVE_DEFAULT_PARTITION__"


def made(folder: Path, **sizes: int) -> Path:
    """A folder with files of these names, / as __, and sizes."""
    for name, size in sizes.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * size)
    return folder


def fault(location: str) -> str:
    with pytest.raises(DataError) as error:
        data_set(location)
    return str(error.value)


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("s3://bucket/a", True),
        ("HTTPS://a.b/c", True),
        ("git+ssh://a", True),
        ("C://data", False),  # a drive
        ("a/b://c", False),
        ("1s://a", False),
        ("data.parquet", False),
        ("s3:/bucket", False),
    ],
)
def test_what_is_a_url(location: str, expected: bool) -> None:
    assert is_url(location) is expected


def test_a_file_is_its_own_only_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever its ending, and whatever the folders that it lies in are called."""
    path = made(tmp_path / "year=2020", a_csv=3) / "a.csv"
    expected = DataSet(str(path), (Part(str(path), 3, {}),))
    assert data_set(str(path)) == expected
    assert (expected.size, expected.partition_columns) == (3, ())
    assert data_set(path.as_uri()) == expected
    assert data_set(path.as_uri().replace("file:", "FILE:")) == expected
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert data_set("~/year=2020/a.csv").parts == expected.parts


def test_the_parts_of_a_folder(tmp_path: Path) -> None:
    """Parquet by any of its endings, in the order of the paths; other tools' notes are none."""
    folder = made(
        tmp_path / "_mine",  # its own name is no note
        **{"b_parquet": 1, "a_PQ": 2, "deep__c_parq": 4, "d_csv": 8, "parquet": 16},
    )
    made(folder / "_temporary", e_parquet=32)
    made(folder / ".hidden" / "deep", f_parquet=64)
    (folder / "_metadata.parquet").touch()
    (folder / "g.parquet").mkdir()
    found = data_set(str(folder))
    assert [(Path(part.path), part.size) for part in found.parts] == [
        (folder / "a.PQ", 2),
        (folder / "b.parquet", 1),
        (folder / "deep" / "c.parq", 4),
    ]
    assert (found.name, found.size, found.files, found.scheme) == (str(folder), 7, None, "")


def test_folders_say_what_is_in_a_column(tmp_path: Path) -> None:
    """Escapes are undone, the first = divides, and the name of the file says nothing."""
    inner = tmp_path / "plain" / "zone=a%2Fb" / "note=x=y" / f"low={HIVE_NULL}" / "more="
    inner.mkdir(parents=True)
    (inner / "year=2020.parquet").touch()
    found = data_set(str(tmp_path))
    assert found.parts[0].cells == {"zone": "a/b", "note": "x=y", "low": None, "more": ""}
    assert found.partition_columns == ("zone", "note", "low", "more")
    # the folder that is asked for is not inside itself
    assert data_set(str(inner)).partition_columns == ()


def test_every_file_lies_in_folders_of_the_same_columns(tmp_path: Path) -> None:
    for folder in ("year=2020/zone=a", "zone=b/year=2021", "year=2022"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in ("year=2020/zone=a", "zone=b/year=2021"):
        (tmp_path / folder / "a.parquet").touch()
    assert len(data_set(str(tmp_path)).parts) == 2  # in another order, they are the same columns
    (tmp_path / "year=2022" / "a.parquet").touch()
    first, odd = (tmp_path / name / "a.parquet" for name in ("year=2020/zone=a", "year=2022"))
    assert fault(str(tmp_path)) == (
        f"{tmp_path}: {odd.as_posix()} lies in other column=value folders than {first.as_posix()}."
    )


def test_nothing_there(tmp_path: Path) -> None:
    assert fault(str(tmp_path)) == f"Cannot read {tmp_path}: the folder holds no Parquet file."
    path = tmp_path / "none"
    assert fault(str(path)) == f"There is no table {path}."
    assert re.fullmatch("Cannot read a\0b: [a-z: ]+[.]", fault("a\0b"))
    (tmp_path / "self").symlink_to("self")
    text = fault(str(tmp_path / "self"))
    assert re.fullmatch(r"Cannot read .*self: [A-Z][\w ()]+\.", text), text


# ------------------------------------------------------------------------------------------ URLs


def test_a_url_that_fsspec_opens() -> None:
    fsspec = pytest.importorskip("fsspec")
    memory = fsspec.filesystem("memory")
    memory.pipe("/zones/year=2020/a.parquet", b"xxx")
    memory.pipe("/zones/year=2020/b.csv", b"x")
    memory.pipe("/zones/year=2021/b.parquet", b"xx")
    found = data_set("memory://zones")
    assert (found.name, found.scheme, found.size) == ("memory://zones", "memory", 5)
    assert [part.cells for part in found.parts] == [{"year": "2020"}, {"year": "2021"}]
    with found.files.open_input_file(found.parts[1].path) as file:
        assert file.read() == b"xx"
    one = data_set("memory://zones/year=2021/b.parquet")
    assert [(part.size, part.cells) for part in one.parts] == [(2, {})]
    assert one.scheme == "memory"
    assert fault("memory://none") == "There is no table memory://none."
    memory.pipe("/notes/readme.md", b"x")
    assert (
        fault("memory://notes") == "Cannot read memory://notes: the folder holds no Parquet file."
    )


def test_a_url_that_nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file system has errors of its own; one line of them is told."""
    fsspec = pytest.importorskip("fsspec")
    text = fault("nonsense://bucket/table")
    assert text.startswith("Cannot read nonsense://bucket/table: ")

    def broken(_: str) -> None:
        raise ValueError("one line\nand another")

    def silent(_: str) -> None:
        raise OSError

    monkeypatch.setattr(fsspec.core, "url_to_fs", broken)
    assert fault("nonsense://b") == "Cannot read nonsense://b: one line"
    monkeypatch.setattr(fsspec.core, "url_to_fs", silent)
    assert fault("nonsense://b") == "Cannot read nonsense://b: OSError"
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    assert fault("Nonsense://b") == (
        "Nothing here opens nonsense:// addresses: pip install 'zonecli[remote]'."
    )
