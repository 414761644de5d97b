"""Tables that are broken, or made to break something: one clear line, or a right answer.

By every way that a table is read. What must be bounded in memory is tested in
`tests/cli/test_cli_hostile_tables.py`, where a command has a process of its own.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from table_layouts import WAYS, opened, save

from zonecli.errors import DataError, TooManyError, ZonecliError
from zonecli.table import checking, layers
from zonecli.table.opening import METADATA_KEY, open_table
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

Make = Callable[..., Report]
every_way = pytest.mark.parametrize("way", ["plain", *WAYS])
INFINITY = float("inf")
ALL = Filter(only_preferred=False)


def read(way: str, *places: Path) -> tuple[Table, list[Report]]:
    """The table and its reports, whichever way it is read."""
    table = open_table(places[0]) if way == "plain" else opened(way, *places)
    return table, list(table.select(ALL))


def fault(way: str, path: Path) -> str:
    """The one line that reading the table says."""
    with pytest.raises(DataError) as error:
        read(way, path)
    text = str(error.value)
    assert len(text.splitlines()) == 1, text
    assert error.value.exit_status == 2
    return text


def with_metadata(path: Path, metadata: bytes) -> Path:
    """The table with these bytes for its registries."""
    table = pq.ParquetFile(path).read().replace_schema_metadata({METADATA_KEY: metadata})
    pq.write_table(table, path)
    return path


# ---------------------------------------------------------------------------------- odd numbers


@every_way
@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"value": float("nan")}, "value nan"),
        ({"value": INFINITY}, "value inf"),
        ({"low": float("nan")}, "low nan"),
        ({"low": -INFINITY, "high": INFINITY}, "low -inf"),  # an open end is null
        ({"high": INFINITY}, "high inf"),
        ({"value": 1e300, "high": None}, "value 1e+300"),
        ({"value": 5e-324, "low": 0.0}, "value 4.94066e-324"),
        ({"year": -1}, "year -1,"),
        ({"year": 0}, "year 0,"),
        ({"month": 0}, "month 0,"),
        ({"month": 13}, "month 13,"),
        ({"month": -5, "period": "ytd"}, "month -5,"),
    ],
)
def test_numbers_that_no_figure_has(
    way: str, tmp_path: Path, make_report: Make, cells: dict[str, Any], says: str
) -> None:
    """Named with the report that has them; nothing is ever worked out from one."""
    path = save(tmp_path / "t.parquet", [make_report(), make_report(id="odd", **cells)])
    text = fault(way, path)
    assert says in text
    assert "'odd'" in text


@every_way
@pytest.mark.parametrize("year", [99_999, 2**40])
def test_a_year_beyond_the_columns_type(
    way: str, tmp_path: Path, make_report: Make, year: int
) -> None:
    path = save(tmp_path / "t.parquet", [make_report()], year=pa.array([year], pa.int64()))
    assert f"year {year}," in fault(way, path)


@pytest.mark.parametrize("way", WAYS)
def test_a_year_of_a_folder(way: str, tmp_path: Path, make_report: Make) -> None:
    save(tmp_path / "t" / "year=99999" / "a.parquet", [make_report()], without=("year",))
    assert "year 99999" in fault(way, tmp_path / "t")


@pytest.mark.parametrize("layout", ["file", "folder"])
@pytest.mark.parametrize("way", WAYS)
def test_a_report_without_a_year(way: str, layout: str, tmp_path: Path, make_report: Make) -> None:
    """Refused where its row is read; a question about years may pass it by."""
    if layout == "file":
        path, odd = tmp_path / "t.parquet", pa.array([2021, None], pa.int16())
        save(path, [make_report(id="a"), make_report(id="odd")], year=odd)
    else:
        path = tmp_path / "t"
        for year, name in (("2021", "a"), ("__HIVE_DEFAULT_PARTITION__", "odd")):
            part = path / f"year={year}" / "part.parquet"
            save(part, [make_report(id=name)], without=("year",))
    empty = "empty cells where none may be: year"
    assert empty in fault(way, path)
    table = opened(way, path)
    for wanted in (Filter(first_year=2012), Filter(last_year=2030), Filter(years=(2021,))):
        if way == "memory":
            with pytest.raises(DataError, match=empty):
                table.select(wanted)
        else:
            assert [report.id for report in table.select(wanted)] == ["a"]
    several = [Filter(first_year=2012), Filter(last_year=2030)]
    if way == "duckdb":
        assert [report.id for report in table.foreseen(several).select(several[0])] == ["a"]
    else:
        with pytest.raises(DataError, match=empty):
            table.foreseen(several)


@pytest.mark.parametrize("way", WAYS)
def test_a_year_that_nobody_stores_finds_nothing(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    """It fits into no int16, and is no fault of the table."""
    table = opened(way, save(tmp_path / "t.parquet", [make_report()]))
    assert list(table.select(Filter(years=(99_999,)))) == []
    assert list(table.select(Filter(first_year=-(2**40), last_year=2**40))) != []


@every_way
def test_one_id_twice(way: str, tmp_path: Path, make_report: Make) -> None:
    path = save(tmp_path / "t.parquet", [make_report(id="a"), make_report(id="a", year=2020)])
    assert fault(way, path).startswith(f"{path} has 2 reports with the id 'a': ")


# ------------------------------------------------------------------------------- columns and text


@every_way
@pytest.mark.parametrize("name", ["year", "mine", "YEAR"])
def test_a_column_twice(way: str, tmp_path: Path, make_report: Make, name: str) -> None:
    """Which is meant, nobody can tell: DuckDB would take the first, others the last."""
    own = {"mine": [1]} if name == "mine" else {}  # else a plain table, of our columns alone
    path = save(tmp_path / "t.parquet", [make_report()], **own)
    table = pq.ParquetFile(path).read()
    pq.write_table(table.append_column(name, pa.array([2020], pa.int16())), path)
    assert fault(way, path) == f"{path} has several columns called {name.lower()}."


@every_way
def test_nested_columns(way: str, tmp_path: Path, make_report: Make) -> None:
    """In place of ours they are refused; beside them, two with the same parts, they do no harm."""
    inner = pa.array([{"a": [1, None]}])
    path = save(tmp_path / "a.parquet", [make_report()], source=inner)
    assert "columns of the wrong type: source is struct" in fault(way, path)
    path = save(tmp_path / "b.parquet", [make_report()], one=inner, two=inner)
    assert len(read(way, path)[1]) == 1


@every_way
def test_columns_nested_without_end(way: str, tmp_path: Path, make_report: Make) -> None:
    """Two levels more take DuckDB four times as long."""
    kind, value = pa.int32(), 1
    for _ in range(45):
        kind, value = pa.list_(kind), [value]  # type: ignore[assignment]
    path = save(tmp_path / "t.parquet", [make_report()], deep=pa.array([value], kind))
    if way == "duckdb":
        assert "the column deep is nested too deeply" in fault(way, path)
    else:
        assert len(read(way, path)[1]) == 1


@every_way
def test_text_that_is_no_utf_8(way: str, tmp_path: Path, make_report: Make) -> None:
    spoilt = pa.py_buffer(b"\xff\xfe\x80")
    places = pa.py_buffer(b"\0\0\0\0\3\0\0\0")
    note = pa.Array.from_buffers(pa.string(), 1, [None, places, spoilt])
    path = save(tmp_path / "t.parquet", [make_report()], note=note)
    assert f"Cannot read {path} as a Parquet table" in fault(way, path)


@every_way
def test_a_name_that_is_no_utf_8(way: str, tmp_path: Path, make_report: Make) -> None:
    """Of a column, wherever the footer has it."""
    path = save(tmp_path / "t.parquet", [make_report()], odd_name=[1])
    path.write_bytes(path.read_bytes().replace(b"odd_name", b"odd\x80\xffame"))
    assert str(path) in fault(way, path)


def test_a_row_group_without_a_column_of_the_schema() -> None:
    """Found by scripts/fuzz.py: nothing is known of its cells, so nothing is left out for them."""
    from types import SimpleNamespace

    from zonecli.table.streaming import Condition, _may_have

    assert _may_have(SimpleNamespace(num_columns=0), [Condition("year", (2021,))])


@pytest.mark.parametrize("way", WAYS)
def test_a_later_file_without_a_users_column(way: str, tmp_path: Path, make_report: Make) -> None:
    save(tmp_path / "t" / "a.parquet", [make_report(id="a")], mine=[1])
    save(tmp_path / "t" / "b.parquet", [make_report(id="b")])
    assert "Cannot read" in fault(way, tmp_path / "t")


# ------------------------------------------------------------------------------------- registries


@every_way
@pytest.mark.parametrize(
    ("metadata", "says"),
    [
        (b"not JSON", "not JSON"),
        (b"[" * 1_000_000, "not JSON"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "not JSON"),
        (b'{"x": ' + b"9" * 100_000 + b"}", "not JSON"),
        (b'{"metrics": {"gdp": {"label": "\\ud800"}}}', "not JSON"),  # half a character
        (b'{"x": "' + b"a" * 21_000_000 + b'"}', "larger than 20,000,000 bytes"),
        (b'{"dataset": {"name": 5}}', "name is of the wrong type"),
        (b'{"explanations": [5]}', "cannot be read"),
        (b'{"explanations": [{"metric": ["gdp"]}]}', "metric is of the wrong type"),
    ],
    ids=lambda value: value[:40] if isinstance(value, bytes) else None,
)
def test_metadata_that_is_hostile(
    way: str, tmp_path: Path, make_report: Make, metadata: bytes, says: str
) -> None:
    path = with_metadata(save(tmp_path / "t.parquet", [make_report()]), metadata)
    text = fault(way, path)
    assert says in text
    if says == "not JSON":
        assert text == f"{path}: the registries in its metadata are not JSON."


@every_way
@pytest.mark.parametrize(
    "entry",
    [
        {"label": ["GDP"]},
        {"label": {"en": "GDP"}},
        {"label": None},
        {"label": "GDP", "aliases": "gross"},
        {"label": "GDP", "aliases": [1]},
        {"label": "GDP", "share_break": {"high-tech": "2020"}},
        {"label": "GDP", "unit": 5},
        json.loads('{"label": ' + "[" * 500 + "]" * 500 + "}"),
    ],
    ids=lambda entry: str(entry)[:40],
)
def test_an_entry_of_the_wrong_type(
    way: str, tmp_path: Path, make_report: Make, entry: dict[str, Any]
) -> None:
    """It is told when it is asked for, by its key and field."""
    registries = json.dumps({"metrics": {"gdp": entry}}).encode()
    path = with_metadata(save(tmp_path / "t.parquet", [make_report()]), registries)
    with pytest.raises(DataError, match=r"broken at Metric gdp: \w+ is of the wrong type"):
        read(way, path)[0].registries.metrics["gdp"]


# ------------------------------------------------------------------------ what grows when unpacked


def repeated(reports: int, make_report: Make, note: str) -> dict[str, Any]:
    """That many reports with one long note, which the file holds once."""
    places = pa.array([0] * reports, pa.int32())
    return {
        "reports": [make_report(id=str(number)) for number in range(reports)],
        "note": pa.DictionaryArray.from_arrays(places, pa.array([note])),
        "row_group": reports,
    }


@every_way
def test_a_long_text_that_the_file_holds_once(way: str, tmp_path: Path, make_report: Make) -> None:
    """Three gigabytes of notes out of a file of 100 kB; a few of them do no harm."""
    bomb = save(tmp_path / "t.parquet", **repeated(3_000, make_report, "x" * 1_000_000))
    assert bomb.stat().st_size < 300_000
    text = fault(way, bomb)
    assert "over 200,000,000" in text or "Out of Memory" in text
    few = save(tmp_path / "f.parquet", **repeated(3, make_report, "x" * 1_000_000))
    assert [len(report.note or "") for report in read(way, few)[1]] == [1_000_000] * 3


@every_way
def test_as_much_text_as_may_be(
    way: str, tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all reports together; a character of Chinese is one."""
    reports = [make_report(id="a", note="x" * 100), make_report(id="b", note="注" * 50)]
    path = save(tmp_path / "t.parquet", reports)
    # id, note, gdp, level, high-tech, all, year, CNY, exact, 15.3 trillion, reported, bulletin
    size = 1 + 100 + 1 + 50 + 2 * (3 + 5 + 9 + 3 + 4 + 3 + 5 + 13 + 8 + 8)
    monkeypatch.setattr(checking, "MOST_TEXT", size - 1)
    assert fault(way, path).startswith(f"{path} has texts of over {size - 1} characters: ")
    monkeypatch.setattr(checking, "MOST_TEXT", size)
    assert len(read(way, path)[1]) == 2


@pytest.mark.parametrize("way", ["plain", "memory"])
def test_a_small_file_that_unpacks_to_a_large_one(
    way: str, tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its footer, before anything is unpacked."""
    monkeypatch.setattr(checking, "_MOST_UNPACKED", 1_000_000)
    path = save(tmp_path / "t.parquet", [make_report(note="x" * 2_000_000)])
    with pytest.raises(DataError) as error:
        open_table(path if way == "plain" else [str(path), str(path)])
    assert str(error.value).startswith(f"{path} is small and unpacks to over 1,000,000 bytes")


@every_way
def test_a_note_of_ten_million_characters(way: str, tmp_path: Path, make_report: Make) -> None:
    path = save(tmp_path / "t.parquet", [make_report(note="注" * 10_000_000)])
    assert read(way, path)[1][0].note == "注" * 10_000_000


@pytest.mark.parametrize("way", ["pyarrow", "duckdb"])
def test_more_metrics_than_anyone_lists(
    way: str, tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is named is still found; only the list of all is refused."""
    monkeypatch.setattr(layers, "MOST_KEYS", 50)
    reports = [make_report(id=f"r{n}", metric=f"m{n}") for n in range(60)]
    table = opened(way, save(tmp_path / "t.parquet", reports))
    assert table.registries.metrics["m7"].id == "m7"
    assert [r.id for r in table.select(Filter(metrics=("m7",)))] == ["r7"]
    with pytest.raises(TooManyError, match="over 50 names"):
        list(table.registries.metrics)
    table = opened(way, save(tmp_path / "most.parquet", reports[:50]))
    assert len(table.registries.metrics) == 50


# ----------------------------------------------------------------------------- files that are none


@every_way
@pytest.mark.parametrize("plaintext_footer", [False, True])
def test_an_encrypted_table(
    way: str, tmp_path: Path, make_report: Make, plaintext_footer: bool
) -> None:
    """With a footer that can be read, the statistics of pyarrow would end the process."""
    encryption = pytest.importorskip("pyarrow.parquet.encryption")

    class Keys(encryption.KmsClient):  # type: ignore[misc,name-defined]
        def wrap_key(self, key: bytes, _name: str) -> bytes:
            return key

        unwrap_key = wrap_key

    table = pq.ParquetFile(save(tmp_path / "plain.parquet", [make_report()])).read()
    how = encryption.EncryptionConfiguration(
        footer_key="a", column_keys={"b": table.column_names}, plaintext_footer=plaintext_footer
    )
    factory = encryption.CryptoFactory(lambda _: Keys())
    properties = factory.file_encryption_properties(encryption.KmsConnectionConfig(), how)
    path = tmp_path / "t.parquet"
    with pq.ParquetWriter(path, table.schema, encryption_properties=properties) as writer:
        writer.write_table(table)
    assert f"Cannot read {path} as a Parquet table" in fault(way, path)
    if way != "plain":  # a filter asks for statistics, without one they are left alone
        with pytest.raises(DataError, match="as a Parquet table"):
            opened(way, path).select(Filter(metrics=("gdp",)))


@every_way
def test_a_codec_that_nobody_knows(way: str, tmp_path: Path, make_report: Make) -> None:
    """In the footer's Thrift the codec is `15 0c`, an i32 of 6 for zstd, and an i64 follows."""
    path = save(tmp_path / "t.parquet", [make_report()])
    pq.write_table(pq.ParquetFile(path).read(), path, compression="zstd")
    content = path.read_bytes()
    codec = content.rindex(b"\x15\x0c\x16") + 1
    path.write_bytes(content[:codec] + b"\x7e" + content[codec + 1 :])
    assert str(path) in fault(way, path)


@pytest.mark.parametrize("way", WAYS)
def test_a_folder_with_loops_dead_links_and_pipes(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    """Links to folders are not followed, and what is no file is no part of the table."""
    import os

    folder = tmp_path / "t"
    save(folder / "deep" / "a.parquet", [make_report(id="a")])
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "deep" / "up.parquet").symlink_to(folder, target_is_directory=True)
    (folder / "dead.parquet").symlink_to("nowhere")
    (folder / "self.parquet").symlink_to("self.parquet")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.parquet")
    assert [report.id for report in read(way, folder)[1]] == ["a"]


@every_way
def test_what_is_neither_file_nor_folder(way: str, tmp_path: Path) -> None:
    """Reading a pipe would wait for ever, and /dev/zero never ends."""
    import os

    (tmp_path / "self.parquet").symlink_to("self.parquet")
    assert "Cannot read" in fault(way, tmp_path / "self.parquet")
    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo(tmp_path / "pipe.parquet")
    for path in (tmp_path / "pipe.parquet", Path("/dev/zero")):
        assert "neither a file nor a folder" in fault(way, path)


@every_way
@pytest.mark.parametrize("name", ["a\0b.parquet", "x" * 5_000 + ".parquet"])
def test_names_that_no_system_takes(way: str, name: str) -> None:
    assert "Cannot read" in fault(way, Path(name))


def test_a_table_replaced_while_it_is_read(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rebuild between the two looks at the file: the copy is of what was looked at first."""
    from zonecli.table import opening

    path, new = tmp_path / "t.parquet", tmp_path / "new.parquet"
    save(path, [make_report(value=1.0, low=1.0, high=1.0)], {"metrics": {}})
    save(new, [make_report(value=2.0, low=2.0, high=2.0)], {"metrics": {}})
    old_content, is_plain = path.read_bytes(), opening._is_plain

    def rebuilt(content: bytes) -> bool:
        path.write_bytes(new.read_bytes())
        return is_plain(content)

    with monkeypatch.context() as patch:
        patch.setattr(opening, "_is_plain", rebuilt)
        assert [r.value for r in open_table(path).reports] == [1.0]
    assert [r.value for r in open_table(path).reports] == [2.0]
    path.write_bytes(old_content)
    assert [r.value for r in open_table(path).reports] == [1.0]


# ------------------------------------------------------------------------------------ any bytes


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A table of all that a table has."""
    from table_layouts import random_reports

    path = tmp_path_factory.mktemp("sound") / "t.parquet"
    return save(path, random_reports(1, 30), {"metrics": {"gdp": {"label": "GDP"}}}).read_bytes()


@pytest.mark.parametrize("part", ["anywhere", "footer"])
@settings(
    max_examples=max(1, settings.default.max_examples // 10),  # type: ignore[union-attr]
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    seed=st.integers(0, 2**32),
    changes=st.integers(1, 6),
    cut=st.sampled_from((1.0, 1.0, 0.999, 0.7, 0.1)),
)
def test_any_bytes_are_a_table_or_refused(  # noqa: PLR0917
    sound: bytes, part: str, tmp_path: Path, seed: int, changes: int, cut: float
) -> None:
    """A sound table with some bytes changed: reports, or one line, by all ways."""
    dice = random.Random(seed)
    content = bytearray(sound)
    footer = len(sound) - 8 - int.from_bytes(sound[-8:-4], "little")
    for _ in range(changes):
        content[dice.randrange(footer if part == "footer" else 0, len(content))] = dice.choice(
            (0, 1, 255, 128, dice.randrange(256))
        )
    path = tmp_path / "t.parquet"
    path.write_bytes(content[: int(cut * len(content))])
    for way in ("plain", *WAYS):
        lines, reports = 1, []
        try:
            reports = read(way, path)[1]
        except ZonecliError as error:
            lines = len(str(error).splitlines())
        assert lines == 1
        assert all(1 <= report.year <= 9999 for report in reports)
