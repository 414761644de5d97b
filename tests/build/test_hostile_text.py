"""Curated text made to break the build: faults, one a line, and never another crash."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_folder import HEADER, ORIGINAL

from zonecli.build.curated import read_curated
from zonecli.build.own_table import read_own
from zonecli.build.text import read_csv, read_toml
from zonecli.errors import CurationError
from zonecli.table.own_tables import our_registries

COLUMNS = tuple(HEADER.split(","))
LINE = "mine,gdp,level,high-tech,all,2021,year,12,15.4 trillion,,,,,CNY,,,reported,,me,,,"


def faults_of(path: Path) -> list[str]:
    """Of a user's own CSV."""
    try:
        read_own(path, our_registries(), None, "mine")
    except CurationError as error:
        return error.faults
    return []


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 100_000,
        "a = " + "{b=" * 5_000,
        "a" + ".a" * 1_000 + " = 1",
        "a = " + "9" * 10_000,
        "a = 9999-99-99",
        "\0",
    ],
    ids=lambda text: text[:8],
)
def test_toml_that_is_hostile(tmp_path: Path, text: str) -> None:
    path = tmp_path / "metrics.toml"
    path.write_text(text, encoding="utf-8")
    try:
        read_toml(path)
    except CurationError as error:
        assert len(error.faults) == 1  # noqa: PT017
        assert error.faults[0].startswith(f"{path}: ")  # noqa: PT017
        assert "\n" not in error.faults[0]  # noqa: PT017


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        *(("year", cell) for cell in ("9" * 10_000, "-1", "99999", "²⁰²¹", "nan", "1e3")),
        *(("month", cell) for cell in ("9" * 10_000, "0", "13")),
        *(("value", cell) for cell in ("nan", "inf", "1e999", "-1e999", "0x10", "1_0")),
        *(("printed", cell) for cell in ("9" * 10_000, "九" * 5_000, "over " * 5_000, "[" * 999)),
        ("id", "../../etc/passwd"),
        ("id", "$(touch x)"),
        ("metric", "../x"),
        ("unit", "\x1b[2J"),
    ],
    ids=lambda text: text[:12],
)
def test_a_cell_that_is_hostile(tmp_path: Path, column: str, cell: str) -> None:
    """Each is a fault of its line."""
    cells = dict(zip(COLUMNS, LINE.split(","), strict=True)) | {column: cell}
    path = tmp_path / "reports.csv"
    path.write_text(f"{HEADER}\n{','.join(cells.values())}\n", encoding="utf-8")
    faults = faults_of(path)
    assert faults
    assert [fault for fault in faults if not fault.startswith(f"{path}:2: ")] == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 1_000,
        b"\xff\xfe" + "id".encode("utf-16-le"),
        b"PK\x03\x04",
        HEADER.encode() + b'\n"' + b"x" * 10_000_000,
        HEADER.encode() + b"\n" + b"," * 100_000,
        b"\xef\xbb\xbf\xef\xbb\xbf" + HEADER.encode(),
    ],
    ids=range(7),
)
def test_a_csv_that_is_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "reports.csv"
    path.write_bytes(content)
    faults = faults_of(path)
    assert len(faults) == 1
    assert faults[0].startswith(f"{path}:")
    assert len(faults[0]) < 1_000


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="Windows has none")
def test_a_file_without_end() -> None:
    """Only so much of it is read."""
    assert read_csv(Path("/dev/zero"), COLUMNS).faults == [
        "/dev/zero: over 50,000,000 bytes: split it"
    ]


@settings(
    max_examples=max(1, settings.default.max_examples // 6),  # type: ignore[union-attr]
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    name=st.sampled_from(sorted(str(p.relative_to(ORIGINAL)) for p in ORIGINAL.rglob("*.*"))),
    seed=st.integers(0, 2**32),
    changes=st.integers(1, 5),
)
def test_any_bytes_are_read_or_faults(
    tmp_path_factory: pytest.TempPathFactory, name: str, seed: int, changes: int
) -> None:
    """A sound folder with some bytes of one file changed, left out or doubled."""
    import shutil

    folder = tmp_path_factory.getbasetemp() / "any-curated"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ORIGINAL, folder)
    dice, path = random.Random(seed), folder / name
    content = bytearray(path.read_bytes())
    for _ in range(changes):
        place = dice.randrange(len(content))
        piece = dice.choice((b"", b"\0", b'"', b"[", b",", b"=", b"9", b"\n", b"\xff", b"\xe4"))
        content[place : place + dice.randrange(4)] = piece
    path.write_bytes(content)
    faults: list[str] = []
    try:
        read_curated(folder)
    except CurationError as error:
        faults = error.faults
    assert [fault for fault in faults if not fault or "\n" in fault] == []


_CELLS = st.one_of(
    st.sampled_from(
        [*LINE.split(","), "over 60,000", "约1.2万亿元", "growth", "percent", "derived", "173 - 84"]
    ),
    st.text(max_size=8),
    st.integers().map(str),
)


@given(st.lists(_CELLS, min_size=len(COLUMNS), max_size=len(COLUMNS)))
def test_any_cells_are_a_report_or_faults(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    import csv

    path = tmp_path_factory.getbasetemp() / "any-cells.csv"
    with path.open("w", encoding="utf-8", errors="ignore", newline="") as file:
        csv.writer(file).writerows([COLUMNS, cells])
    for fault in faults_of(path):
        assert fault.startswith(f"{path}:")
