"""What pyarrow reads of a table: only what the filter needs, and never too much at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from table_layouts import save, save_partitioned

from zonecli.errors import DataError
from zonecli.table import checking, streaming
from zonecli.table.columns import COLUMN_NAMES
from zonecli.table.locations import data_set
from zonecli.table.report import Report
from zonecli.table.streaming import Condition, StreamedLayer, conditions_of
from zonecli.table.table import Filter

Make = Callable[..., Report]
ALL = Filter(only_preferred=False)


def layer_of(path: Path) -> StreamedLayer:
    return StreamedLayer(data_set(str(path)))


# ---------------------------------------------------------------------------------- conditions


def test_the_filter_column_by_column() -> None:
    wanted = Filter(
        metrics=("gdp",),
        measures=("level",),
        zone_types=("high-tech",),
        zones=("all",),
        first_year=2012,
        periods=("year",),
        statuses=("reported",),
        years=(2020,),
        ids=("a",),
    )
    assert conditions_of(wanted) == [
        Condition("metric", ("gdp",)),
        Condition("measure", ("level",)),
        Condition("zone_type", ("high-tech",)),
        Condition("zone", ("all",)),
        Condition("period", ("year",)),
        Condition("status", ("reported",)),
        Condition("year", (2020,)),
        Condition("id", ("a",)),
        Condition("year", (), 2012, None),
        Condition("preferred", (True,)),
    ]
    assert conditions_of(Filter(last_year=2012, only_preferred=False)) == [
        Condition("year", (), None, 2012)
    ]
    assert conditions_of(ALL) == []


@pytest.mark.parametrize(
    ("condition", "admitted"),
    [
        (Condition("year", (2012, 2014)), {2012, 2014}),
        (Condition("year", (), 2013), {2013, 2014}),
        (Condition("year", (), None, 2013), {2011, 2012, 2013}),
        (Condition("year", (), 2012, 2013), {2012, 2013}),
        (Condition("year", (2011, 2012), 2012), {2012}),
    ],
)
def test_a_cell_is_admitted(condition: Condition, admitted: set[int]) -> None:
    """Both ends belong to it; null is none of what is wanted."""
    assert {year for year in range(2011, 2015) if condition.admits(year)} == admitted
    assert not condition.admits(None)


@pytest.mark.parametrize(
    ("condition", "least", "most", "expected"),
    [
        (Condition("year", (2012, 2020)), 2012, 2014, True),
        (Condition("year", (2012, 2020)), 2018, 2020, True),
        (Condition("year", (2012, 2020)), 2013, 2019, False),
        (Condition("year", (), 2012), 2000, 2012, True),
        (Condition("year", (), 2012), 2000, 2011, False),
        (Condition("year", (), None, 2012), 2012, 2020, True),
        (Condition("year", (), None, 2012), 2013, 2020, False),
        (Condition("year", (), 2012, 2014), 2000, 2020, True),
        (Condition("year", (2000,), 2012), 2000, 2020, True),
        (Condition("year", (2000,), 2012), 2001, 2020, False),
    ],
)
def test_a_row_group_may_have_an_admitted_cell(
    condition: Condition, least: int, most: int, expected: bool
) -> None:
    assert condition.may_be_in(least, most) is expected


def group_of(**columns: Any) -> Any:
    """A row group's metadata; of each column its least and greatest cell, which may be unknown."""

    def about(name: str) -> Any:
        if (ends := columns[name]) is None:
            return SimpleNamespace(path_in_schema=name, statistics=None)
        least, most = ends or (None, None)
        known = SimpleNamespace(has_min_max=bool(ends), min=least, max=most)
        return SimpleNamespace(path_in_schema=name, statistics=known)

    return SimpleNamespace(
        num_columns=len(columns), column=lambda number: about(list(columns)[number])
    )


def test_statistics_leave_a_row_group_out() -> None:
    """If one of the conditions excludes it; what is not known excludes nothing."""
    conditions = [Condition("metric", ("gdp",)), Condition("year", (), 2012)]
    assert streaming._may_have(group_of(metric=("a", "z"), year=(2000, 2012)), conditions)
    assert not streaming._may_have(group_of(metric=("a", "z"), year=(2000, 2011)), conditions)
    assert not streaming._may_have(group_of(year=(2000, 2020), metric=("h", "z")), conditions)
    for unknown in (None, ()):
        assert streaming._may_have(group_of(metric=unknown, year=unknown), conditions)
        assert not streaming._may_have(group_of(metric=unknown, year=(2000, 2011)), conditions)
    assert not streaming._may_have(group_of(year=(2000, 2011)), conditions)
    assert streaming._may_have(group_of(), [])


# ------------------------------------------------------------------------------ what is read


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, tuple[str, ...]]]:
    """The row groups and columns that are read in a test, in their order."""
    done: list[tuple[int, tuple[str, ...]]] = []
    reads = streaming._read

    def recorded(file: Any, group: int, columns: Sequence[str]) -> Any:
        done.append((group, tuple(columns)))
        return reads(file, group, columns)

    monkeypatch.setattr(streaming, "_read", recorded)
    return done


def test_only_the_row_groups_and_columns_that_are_needed(
    tmp_path: Path, make_report: Make, read: list[tuple[int, tuple[str, ...]]]
) -> None:
    """Of six years, two in a row group; the cells of the filter first."""
    reports = [make_report(id=f"r{year}", year=year) for year in range(2010, 2016)]
    layer = layer_of(save(tmp_path / "a.parquet", reports, row_group=2))
    assert [row[0] for row in layer.rows([Filter(first_year=2012, last_year=2013)])] == [
        "r2012",
        "r2013",
    ]
    assert read == [(1, ("year", "preferred")), (1, COLUMN_NAMES)]
    read.clear()
    assert list(layer.rows([Filter(years=(2012,), zones=("b",))])) == []  # by the second column
    assert read == []
    assert set(layer.distinct(("metric",), Filter(years=(2010,), only_preferred=False))) == {
        ("gdp",)
    }
    assert read == [(0, ("year",)), (0, ("metric",))]


def test_rows_of_several_filters_are_those_of_one_of_them(
    tmp_path: Path, make_report: Make
) -> None:
    """Not those of what encloses them all."""
    reports = [
        make_report(id=f"{metric}{year}", metric=metric, year=year)
        for metric in ("gdp", "zinc")
        for year in (2020, 2021)
    ]
    layer = layer_of(save(tmp_path / "a.parquet", reports))
    wanted = [Filter(metrics=("gdp",), years=(2020,)), Filter(metrics=("zinc",), years=(2021,))]
    assert [row[0] for row in layer.rows(wanted)] == ["gdp2020", "zinc2021"]


def test_without_an_admitted_row_the_other_columns_are_not_read(
    tmp_path: Path, make_report: Make, read: list[tuple[int, tuple[str, ...]]]
) -> None:
    reports = [make_report(id="a", year=2010), make_report(id="b", year=2014)]
    layer = layer_of(save(tmp_path / "a.parquet", reports))
    assert list(layer.rows([Filter(years=(2012,), only_preferred=False)])) == []
    assert read == [(0, ("year",))]


def test_folders_leave_files_out(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the cells that they give to all rows, without opening a file."""
    reports = [make_report(id=f"r{year}", year=year) for year in (2010, 2011, 2012)]
    layer = layer_of(save_partitioned(tmp_path / "t", reports, ["year", "metric"]))
    opened, places = streaming._opened, []

    def recorded(data: Any, part: Any) -> Any:
        places.append(part.path)
        return opened(data, part)

    monkeypatch.setattr(streaming, "_opened", recorded)
    wanted = Filter(metrics=("gdp",), first_year=2011, last_year=2011)
    assert [row[0] for row in layer.rows([wanted])] == ["r2011"]
    assert [Path(place).parent.parent.name for place in places] == ["year=2011"]
    columns = ("metric", "year")  # cells of folders alone
    assert set(layer.distinct(columns, ALL)) == {("gdp", 2010), ("gdp", 2011), ("gdp", 2012)}


def test_rows_are_read_a_batch_at_once(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So many rows, fewer where they are long, and one at least."""
    path = save(tmp_path / "a.parquet", [make_report(id=str(n)) for n in range(4)])
    with pq.ParquetFile(path) as file:
        size = file.metadata.row_group(0).total_byte_size
        for rows, unpacked, expected in (
            (3, 64_000_000, [3, 1]),
            (3, size / 2, [2, 2]),
            (3, 0, [1, 1, 1, 1]),
            (65_536, 64_000_000, [4]),
        ):
            monkeypatch.setattr(streaming, "_BATCH", rows)
            monkeypatch.setattr(streaming, "_BATCH_BYTES", unpacked)
            tables = list(streaming._read(file, 0, ["id", "year", "id"]))
            assert [table.num_rows for table in tables] == expected
            assert tables[0].column_names == ["id", "year"]
        asked = []
        recorded = SimpleNamespace(
            metadata=file.metadata,
            iter_batches=lambda *wanted, **_: asked.append(wanted) or iter(()),
        )
        assert list(streaming._read(recorded, 0, ["id", "year"])) == []
        assert asked == [(65_536, [0], ["id", "year"])]
    monkeypatch.setattr(streaming, "_BATCH", 1)
    assert [row[0] for row in layer_of(path).rows([Filter()])] == ["0", "1", "2", "3"]
    wanted = [Filter(ids=("1", "3"), only_preferred=False)]
    assert [row[0] for row in layer_of(path).rows(wanted)] == ["1", "3"]


def test_texts_that_the_file_holds_once_are_counted_in_each_row(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two bytes of é in three of four rows, and the four zeros and ones of the ids: ten."""
    notes = pa.array(["é", "é", None, "é"])
    reports = [make_report(id=str(n)) for n in range(4)]
    layer = layer_of(save(tmp_path / "a.parquet", reports, note=notes))
    columns = ("id", "note", "year")
    assert streaming._decoded_size(notes.dictionary_encode()) == 6
    assert streaming._decoded_size(notes) == 0
    assert streaming._decoded_size(pa.array([None], pa.string()).dictionary_encode()) == 0
    assert streaming._decoded_size(pa.array([7]).dictionary_encode()) == 0
    monkeypatch.setattr(streaming, "MOST_TEXT", 10)
    assert len(list(layer.distinct(columns, ALL))) == 4
    monkeypatch.setattr(streaming, "MOST_TEXT", 9)
    with pytest.raises(DataError, match="texts of over 9 characters in one part of it"):
        list(layer.distinct(columns, ALL))


# ------------------------------------------------------------------------------ several files


def test_rows_are_those_of_all_files(tmp_path: Path, make_report: Make) -> None:
    save(tmp_path / "t" / "a.parquet", [make_report(id="a"), make_report(id="b")])
    save(tmp_path / "t" / "b.parquet", [make_report(id="c")])
    assert layer_of(tmp_path / "t").row_count() == 3


def test_each_file_may_unpack_to_a_small_table(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told with the file that does not."""
    save(tmp_path / "t" / "a.parquet", [make_report(id="a")])
    save(tmp_path / "t" / "b.parquet", [make_report(id="b", note="x" * 50_000)])
    layer = layer_of(tmp_path / "t")
    layer.check_size()
    monkeypatch.setattr(checking, "_MOST_UNPACKED", 40_000)
    with pytest.raises(DataError, match=r"b\.parquet is small and unpacks to over 40,000 bytes"):
        layer.check_size()


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("preferred=true", True),
        ("preferred=False", False),
        ("value=15.5", 15.5),
        ("year=2021", 2021),
        ("zone=2021", "2021"),
        ("low=__HIVE_DEFAULT_PARTITION__", None),
        ("mine=7", "7"),
    ],
)
def test_cells_of_folders_are_of_our_types(
    tmp_path: Path, make_report: Make, folder: str, expected: object
) -> None:
    """Text where the column is none of ours."""
    name = folder.split("=", maxsplit=1)[0]
    save(tmp_path / "t" / folder / "a.parquet", [make_report()], without=(name,))
    layer = layer_of(tmp_path / "t")
    (row,) = layer.rows([ALL])
    cell = dict(zip((*COLUMN_NAMES, *layer.extra_columns), row, strict=True))[name]
    assert (cell, type(cell)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("folder", "says"),
    [
        ("preferred=yes", "preferred=yes is no bool."),
        ("value=much", "value=much is no float64."),
        ("year=2021.5", "year=2021.5 is no int16."),
    ],
)
def test_a_cell_of_a_folder_that_is_of_no_such_type(
    tmp_path: Path, make_report: Make, folder: str, says: str
) -> None:
    name = folder.split("=", maxsplit=1)[0]
    path = save(tmp_path / "t" / folder / "a.parquet", [make_report()], without=(name,))
    with pytest.raises(DataError) as error:
        layer_of(tmp_path / "t")
    assert str(error.value) == f"{path}: {says}"


def test_a_folder_s_cell_stands_before_the_file_s(tmp_path: Path, make_report: Make) -> None:
    """Also where the file's own column is of another type."""
    path = tmp_path / "t" / "year=2021" / "a.parquet"
    save(path, [make_report()], year=["long ago"])
    (row,) = layer_of(tmp_path / "t").rows([Filter(years=(2021,))])
    assert row[COLUMN_NAMES.index("year")] == 2021


def test_a_later_file_is_checked_as_the_first(tmp_path: Path, make_report: Make) -> None:
    """It is the one that is named."""
    save(tmp_path / "t" / "a.parquet", [make_report(id="a")])
    later = save(tmp_path / "t" / "b.parquet", [make_report(id="b")], year=["2021"])
    with pytest.raises(DataError) as error:
        list(layer_of(tmp_path / "t").rows([Filter()]))
    assert str(error.value) == (
        f"{later} has columns of the wrong type: year is string, not int16."
    )
    save(later, [make_report(id="b")], YEAR=[1])
    with pytest.raises(DataError) as error:
        list(layer_of(tmp_path / "t").rows([Filter()]))
    assert str(error.value) == f"{later} has several columns called year."


def test_columns_that_a_later_file_lacks_are_named(tmp_path: Path, make_report: Make) -> None:
    save(tmp_path / "t" / "a.parquet", [make_report(id="a")], mine=[1], more=[2], kept=[3])
    later = save(tmp_path / "t" / "b.parquet", [make_report(id="b")], kept=[3])
    with pytest.raises(DataError) as error:
        list(layer_of(tmp_path / "t").rows([Filter()]))
    assert str(error.value) == (
        f"Cannot read {later} as a Parquet table: it lacks the columns mine, more of the first file"
    )
