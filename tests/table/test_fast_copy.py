"""The copy in the user's cache: the same as the Parquet file, or not used at all."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from zonecli.build.parquet import write_table
from zonecli.errors import DataError
from zonecli.table import fast_copy
from zonecli.table.columns import BASES, MEASURES, PERIODS, STATUSES
from zonecli.table.fast_copy import CopiedTable
from zonecli.table.opening import open_table
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

Make = Callable[..., Report]
REAL = Path(__file__).parents[2] / "data" / "metrics.parquet"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where copies go in this test: a folder that does not exist yet."""
    base = tmp_path / "cache"
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(base))
    return base / "zonecli"


@pytest.fixture
def parquet(tmp_path: Path, make_report: Make, registry_data: dict[str, Any]) -> Path:
    """A table of two reports."""
    return written(tmp_path / "table.parquet", [make_report(), make_report(id="b")], registry_data)


def written(path: Path, reports: list[Report], registries: dict[str, Any]) -> Path:
    write_table(path, reports, registries)
    return path


def copy_of(cache: Path) -> Path:
    (only,) = cache.iterdir()
    return only


def content_of(table: Table) -> str:
    """All that a table says, with its types: true is not 1, and 12 is not 12.0."""
    registries = table.registries
    by_key = ("metrics", "zone_types", "zones", "sources", "series", "by_hand", "explanations")
    entries = [list(getattr(registries, name).items()) for name in by_key]
    return repr((list(table.reports), entries, registries.dataset))


def assert_still_read(parquet: Path) -> None:
    """The answer is right whatever became of the copy, twice over."""
    for _ in range(2):
        assert [report.id for report in open_table(parquet).reports] == [
            "gdp-high-tech-2021-bulletin",
            "b",
        ]


# ---------------------------------------------------------------------------- the same as the file


def test_the_copy_of_the_real_table_is_the_same(cache: Path) -> None:
    """Reports, order and registries; so is each selection from it."""
    plain, copied = open_table(REAL), open_table(REAL)
    assert not isinstance(plain, CopiedTable)
    assert isinstance(copied, CopiedTable)
    assert content_of(copied) == content_of(plain)
    assert copied.path == plain.path
    assert len(list(cache.iterdir())) == 1
    for metric in plain.registries.metrics:
        for wanted in (Filter((metric,)), Filter((metric,), only_preferred=False)):
            assert list(copied.select(wanted)) == list(plain.select(wanted))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.usefixtures("cache")
def test_the_copy_of_a_random_table_is_the_same(
    tmp_path: Path, registry_data: dict[str, Any], make_report: Make, seed: int
) -> None:
    """Nulls, odd digits, huge and tiny numbers, quotes and characters of four bytes."""
    dice = random.Random(seed)
    texts = [None, "", "' OR 1=1 --", '"', "园区，含“一区多园”", "a\x00b", "\U0001f3ed", "=1+1"]
    numbers = [0.0, -0.0, 1e-100, 1e100, 0.1 + 0.2, 2.0**53, -3.4]
    reports = [
        make_report(
            id=f"{number}",
            metric=dice.choice(["gdp", "zone_count", "x'; DROP TABLE reports"]),
            measure=dice.choice(MEASURES),
            zone_type=dice.choice(["high-tech", "national"]),
            year=dice.choice([1, 1990, 2021, 9999]),
            period=dice.choice(PERIODS),
            month=dice.randint(1, 12),
            value=dice.choice([*numbers, dice.uniform(-1e15, 1e15)]),
            low=dice.choice([None, *numbers]),
            high=dice.choice([None, *numbers]),
            basis=dice.choice([None, *BASES]),
            status=dice.choice(STATUSES),
            derivation=dice.choice(texts),
            preferred=dice.random() < 0.5,
            note=dice.choice(texts),
        )
        for number in range(200)
    ]
    path = written(tmp_path / "random.parquet", reports, registry_data)
    plain, copied = open_table(path), open_table(path)
    assert isinstance(copied, CopiedTable)
    assert content_of(copied) == content_of(plain)
    for _ in range(50):
        wanted = Filter(
            metrics=tuple(dice.sample(["gdp", "zone_count"], dice.randint(0, 2))),
            zone_types=tuple(dice.sample(["high-tech", "national"], dice.randint(0, 2))),
            first_year=dice.choice([None, 1990, 2000]),
            last_year=dice.choice([None, 2021]),
            periods=tuple(dice.sample(PERIODS, dice.randint(0, 2))),
            only_preferred=dice.random() < 0.5,
        )
        assert list(copied.select(wanted)) == list(plain.select(wanted))


def test_a_year_that_sqlite_has_no_room_for(cache: Path, parquet: Path) -> None:  # noqa: ARG001
    """The Parquet file answers, with its reports."""
    plain, copied = open_table(parquet), open_table(parquet)
    assert isinstance(copied, CopiedTable)
    wanted = Filter(last_year=2**70, only_preferred=False)
    assert list(copied.select(wanted)) == list(plain.reports)
    assert not list(copied.select(wanted._replace(metrics=("nothing",))))


def test_the_copy_alone_answers(cache: Path, parquet: Path) -> None:  # noqa: ARG001
    """The Parquet file is not read again where the copy is sound."""
    plain, copied = open_table(parquet), open_table(parquet)
    assert isinstance(copied, CopiedTable)
    copied._read_parquet = lambda: pytest.fail("the Parquet file was read")
    metric = plain.reports[0].metric
    for wanted in (
        Filter(),
        Filter(metrics=(metric,)),
        Filter(metrics=("nothing",), years=(2021,)),
    ):
        assert list(copied.select(wanted)) == list(plain.select(wanted))


def test_another_content_is_another_table(
    cache: Path, tmp_path: Path, make_report: Make, registry_data: dict[str, Any]
) -> None:
    """Same path, size and time of writing: what counts is each byte."""
    path = tmp_path / "table.parquet"
    for value in (15.3e12, 15.4e12, 15.3e12):
        written(path, [make_report(value=value)], registry_data)
        os.utime(path, (1_000_000_000, 1_000_000_000))
        for _ in range(2):
            assert open_table(path).reports[0].value == value
    assert len(list(cache.iterdir())) == 2


def test_two_tables_whose_copies_have_one_name(
    cache: Path,
    tmp_path: Path,
    make_report: Make,
    registry_data: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The name is only a place to look; the copy knows what it is a copy of."""
    monkeypatch.setattr(fast_copy, "crc32", lambda *_: 7)
    paths = {
        value: written(tmp_path / f"{value}.parquet", [make_report(value=value)], registry_data)
        for value in (1.0, 2.0)
    }
    for _ in range(3):
        for value, path in paths.items():
            assert open_table(path).reports[0].value == value
    assert copy_of(cache).name.endswith("-00000007.sqlite")


# ------------------------------------------------------------------------ several processes at once

OPEN = "import sys; from zonecli.table.opening import open_table as o; print(len(o().reports))"


@pytest.mark.parametrize("processes", [2, 20])
def test_processes_at_once_with_a_cold_cache(cache: Path, parquet: Path, processes: int) -> None:
    """Each answers; one copy is left, nothing beside it, and it is whole."""
    environment = {**os.environ, "ZONECLI_DATA": str(parquet)}
    started = [
        subprocess.Popen([sys.executable, "-c", OPEN], env=environment, stdout=subprocess.PIPE)
        for _ in range(processes)
    ]
    assert [process.communicate(timeout=120)[0] for process in started] == [b"2\n"] * processes
    copy_of(cache)
    assert isinstance(open_table(parquet), CopiedTable)


def test_a_copy_that_is_replaced_while_it_is_read(cache: Path, parquet: Path) -> None:
    table = open_table(parquet) and open_table(parquet)
    assert isinstance(table, CopiedTable)
    copy = copy_of(cache)
    (cache / "other").write_bytes(b"another")
    (cache / "other").replace(copy)
    assert len(table.reports) == 2


# --------------------------------------------------------------------- where no copy can be written


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KiB; an error of the system's where none can be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("only root may mount a disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer all the same, and nothing half-written left in the way."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(small_disk))
    for _ in range(2):
        table = open_table(REAL)
        assert not isinstance(table, CopiedTable)
        assert table.reports
    assert list((small_disk / "zonecli").iterdir()) == []


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ("tempfile.mkstemp", OSError(errno.ENOSPC, "No space left on device")),
        ("tempfile.mkstemp", PermissionError(errno.EACCES, "Permission denied")),
        ("pathlib.Path.mkdir", OSError(errno.EROFS, "Read-only file system")),
        ("pathlib.Path.replace", PermissionError(errno.EACCES, "in use, as Windows has it")),
        ("sqlite3.connect", sqlite3.OperationalError("unable to open database file")),
        ("zonecli.table.fast_copy._fill", sqlite3.OperationalError("database or disk is full")),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_errors_of_the_system(
    cache: Path, parquet: Path, monkeypatch: pytest.MonkeyPatch, what: str, error: Exception
) -> None:
    def fail(*_args: object, **_named: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(what, fail)
        assert_still_read(parquet)
    assert not cache.exists() or list(cache.iterdir()) == []


def test_a_copy_that_may_not_be_looked_at(
    cache: Path, parquet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may look everywhere, so the system's refusal is played."""
    open_table(parquet)
    is_file = Path.is_file

    def refused(path: Path) -> bool:
        if path == copy_of(cache):
            raise PermissionError(errno.EACCES, "Permission denied")
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refused)
    assert_still_read(parquet)


def test_a_python_without_sqlite(
    cache: Path, parquet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    assert_still_read(parquet)
    assert not cache.exists()


def test_a_read_only_home(parquet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere; /proc holds no folders even for root."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/proc")
    assert_still_read(parquet)
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    assert_still_read(parquet)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_no_home_at_all(parquet: Path, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    def no_home() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", no_home)
    assert_still_read(parquet)


@pytest.mark.parametrize("home", ["", "some/where", "."])
def test_a_home_that_is_no_place(
    parquet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    """Nothing is left in the folder that one happens to be in."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", home)
    assert_still_read(parquet)
    assert list(folder.iterdir()) == []


def test_a_cache_folder_that_is_a_file(cache: Path, parquet: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("mine")
    assert_still_read(parquet)
    assert cache.read_text() == "mine"


def test_a_large_table_gets_no_copy(
    cache: Path, parquet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fast_copy, "_LARGEST", parquet.stat().st_size - 1)
    assert_still_read(parquet)
    assert not cache.exists()


# -------------------------------------------------------------------------------- copies gone wrong


@pytest.mark.parametrize("part", [0.0, 0.001, 0.1, 0.5, 0.9, 0.999])
def test_a_truncated_copy(cache: Path, parquet: Path, part: float) -> None:
    """Half-written, as after a power cut; it is made anew."""
    open_table(parquet)
    content = copy_of(cache).read_bytes()
    copy_of(cache).write_bytes(content[: int(len(content) * part)])
    assert_still_read(parquet)


@pytest.mark.parametrize("seed", range(40))
def test_a_spoilt_copy_never_breaks_off(cache: Path, seed: int) -> None:
    """Pages of zeros or noise anywhere: right or wrong data, but an answer."""
    open_table(REAL)
    dice = random.Random(seed)
    content = bytearray(copy_of(cache).read_bytes())
    page = 4096 * dice.randrange(len(content) // 4096)
    content[page : page + 4096] = bytes(4096) if seed % 2 else dice.randbytes(4096)
    copy_of(cache).write_bytes(content)
    assert len(open_table(REAL).reports) > 0


@pytest.mark.parametrize("content", [b"", b"not SQLite", b"SQLite format 3\x00", b"\0" * 9999])
def test_a_copy_that_is_not_sqlite(cache: Path, parquet: Path, content: bytes) -> None:
    open_table(parquet)
    copy_of(cache).write_bytes(content)
    assert_still_read(parquet)
    assert isinstance(open_table(parquet), CopiedTable), "it is made anew"


def test_a_copy_that_is_a_folder_or_a_dead_link(cache: Path, parquet: Path) -> None:
    open_table(parquet)
    copy = copy_of(cache)
    copy.unlink()
    copy.mkdir()
    assert_still_read(parquet)
    copy.rmdir()
    copy.symlink_to("nowhere")
    assert_still_read(parquet)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE reports",
        "DROP TABLE registries",
        "DROP TABLE data",
        "DROP INDEX by_metric",
        "DELETE FROM data",
        "UPDATE registries SET entry = NULL",
        "UPDATE registries SET entry = 'not JSON'",
        "UPDATE registries SET entry = '[]'",
        "UPDATE registries SET entry = '5'",
        "UPDATE registries SET key = 'gpd' WHERE key = 'gdp'",
        "DELETE FROM registries WHERE registry = 'zones'",
        "UPDATE data SET checksum = NULL",
        "UPDATE data SET parquet = x'00'",
        "UPDATE data SET parquet = NULL",
        "ALTER TABLE reports RENAME COLUMN value TO amount",
        "ALTER TABLE reports DROP COLUMN note",
        "ALTER TABLE reports ADD COLUMN more TEXT",
    ],
)
def test_a_copy_with_other_tables_columns_or_registries(
    cache: Path, parquet: Path, statement: str
) -> None:
    """It is not read, and made anew."""
    open_table(parquet)
    with sqlite3.connect(copy_of(cache)) as connection:
        connection.execute(statement)
    assert not isinstance(open_table(parquet), CopiedTable)
    assert isinstance(open_table(parquet), CopiedTable)
    assert_still_read(parquet)


def test_registries_nested_without_end(cache: Path, parquet: Path) -> None:
    """Damage, by its checksum; of somebody's making, with the right one: one clear error."""
    open_table(parquet)
    with sqlite3.connect(copy_of(cache)) as connection:
        nested = "UPDATE registries SET entry = ? WHERE registry = 'metrics'"
        connection.execute(nested, (b"[" * 100_000,))
        rows = connection.execute("SELECT * FROM registries").fetchall()
    shutil.copy(copy_of(cache), damaged := cache.parent / "copy")
    assert_still_read(parquet)
    with sqlite3.connect(damaged) as connection:
        connection.execute("UPDATE data SET checksum = ?", (fast_copy._checksum(rows),))
    damaged.replace(copy_of(cache))
    with pytest.raises(DataError, match=r"The copy of the table in .* is broken"):
        content_of(open_table(parquet))


# ----------------------------------------------------------------------------------- hostile copies


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW v AS SELECT load_extension('evil')",
        "CREATE TRIGGER t AFTER INSERT ON reports BEGIN SELECT 1; END",
        "CREATE TABLE more (a)",
        "CREATE INDEX i ON reports (abs(value))",
        "CREATE VIRTUAL TABLE f USING fts5(a)",
    ],
)
def test_a_copy_with_anything_more_is_not_read(cache: Path, parquet: Path, statement: str) -> None:
    """Whatever could make SQLite run a stranger's words is none of ours."""
    open_table(parquet)
    with sqlite3.connect(copy_of(cache)) as connection:
        try:
            connection.execute(statement)
        except sqlite3.OperationalError as error:  # no fts5 in this SQLite
            pytest.skip(str(error))
    assert not isinstance(open_table(parquet), CopiedTable)


def test_a_view_in_the_place_of_our_table(cache: Path, parquet: Path) -> None:
    open_table(parquet)
    with sqlite3.connect(copy_of(cache)) as connection:
        connection.execute("ALTER TABLE reports RENAME TO hidden")
        connection.execute("CREATE VIEW reports AS SELECT * FROM hidden")
    assert not isinstance(open_table(parquet), CopiedTable)


def test_a_hostile_copy_runs_no_code(cache: Path, parquet: Path, tmp_path: Path) -> None:
    """Pickles, marshalled code and file names stay the text that they are."""
    import pickle

    trap = tmp_path / "trap"

    class Bomb:
        def __reduce__(self) -> tuple[Callable[..., Any], tuple[str]]:
            return os.system, (f"touch {trap}",)

    open_table(parquet)
    with sqlite3.connect(copy_of(cache)) as connection:
        connection.execute("UPDATE reports SET note = ?", (pickle.dumps(Bomb()),))
        connection.execute("UPDATE reports SET preferred = ?", (f"__import__('os').{trap}",))
        connection.execute("UPDATE reports SET printed = ?", (f"$(touch {trap})",))
    reports = open_table(parquet).reports
    assert [report.value for report in reports] == [15.3e12, 15.3e12]
    assert not trap.exists()


def test_a_copy_is_never_written_to(cache: Path, parquet: Path) -> None:
    open_table(parquet)
    before = copy_of(cache).read_bytes()
    table = open_table(parquet)
    assert isinstance(table, CopiedTable)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        table._connection.execute("DELETE FROM reports")
    assert copy_of(cache).read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has its own rights")
def test_nobody_else_may_read_the_cache(cache: Path, parquet: Path) -> None:
    open_table(parquet)
    assert cache.stat().st_mode & 0o077 == 0
    assert copy_of(cache).stat().st_mode & 0o077 == 0


# ------------------------------------------------------------------------------- the cache is small


def test_old_copies_are_discarded(
    cache: Path, tmp_path: Path, make_report: Make, registry_data: dict[str, Any]
) -> None:
    """Of many tables the last eight stay; a stranger's file is left alone."""
    cache.mkdir(parents=True)
    (cache / "notes.txt").write_text("mine")
    (cache / "table-1-of-an-older-layout.sqlite").write_text("old")
    os.utime(cache / "table-1-of-an-older-layout.sqlite", (1, 1))
    for number in range(12):
        path = written(
            tmp_path / "table.parquet", [make_report(value=float(number))], registry_data
        )
        open_table(path)
    names = {path.name for path in cache.iterdir()}
    assert len(names) == 8 + 1
    assert "notes.txt" in names
    assert not any("older-layout" in name for name in names)
    assert isinstance(open_table(path), CopiedTable), "the newest is among them"


def test_what_was_left_unfinished_is_discarded(cache: Path, parquet: Path) -> None:
    """By a process that was killed; but not what one may be writing right now."""
    cache.mkdir(parents=True)
    for name, age in (("given-up.unfinished", 7200), ("at-work.unfinished", 5)):
        (cache / name).touch()
        then = (cache / name).stat().st_mtime - age
        os.utime(cache / name, (then, then))
    open_table(parquet)
    names = {path.name for path in cache.iterdir()}
    assert "given-up.unfinished" not in names
    assert "at-work.unfinished" in names


def test_memory_stays_small(cache: Path) -> None:
    """Opening takes the Parquet file's bytes and the registries, not the reports."""
    open_table(REAL)
    assert copy_of(cache).stat().st_size < 8 * REAL.stat().st_size
    tracemalloc.start()
    try:
        table = open_table(REAL)
        list(table.select(Filter(metrics=("gdp",), zone_types=("high-tech",))))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10 * REAL.stat().st_size
    assert json.dumps(table.registries.dataset._asdict())
