"""Tables that are more than one small file: the same answers whichever way they are read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from table_layouts import (
    WAYS,
    csv_of_compare,
    csv_of_show,
    opened,
    random_reports,
    save,
    save_partitioned,
)

from zonecli.errors import DataError, TooManyError
from zonecli.table import layers, opening, own_tables
from zonecli.table.fast_copy import CopiedTable
from zonecli.table.layers import LayeredTable
from zonecli.table.opening import open_table
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

Make = Callable[..., Report]
METRICS = ("gdp", "exports", "firms")
every_way = pytest.mark.parametrize("way", WAYS)
EVERY = Filter(only_preferred=False)


def answers(table: Table) -> list[str]:
    """What the table answers to many questions."""
    known = [metric for metric in METRICS if metric in table.registries.metrics]
    return [
        *(csv_of_show(table, [metric]) for metric in known),
        csv_of_show(table, known, "high-tech", every_report=True),
        csv_of_show(table, known, "national", first_year=2011, last_year=2013),
        csv_of_show(table, known, latest=True),
        csv_of_compare(table, 2010, 2014),
        csv_of_compare(table, 2011, 2013, "high-tech"),
    ]


# -------------------------------------------------------------------------- the same by any way


@pytest.mark.parametrize("seed", range(12))
def test_random_tables_answer_the_same_by_every_way(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In memory, from the SQLite copy, by DuckDB, by pyarrow; in one file or partitioned."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    reports = random_reports(seed)
    file = save(tmp_path / "table.parquet", reports)
    plain, copied = open_table(file), open_table(file)
    assert not isinstance(plain, CopiedTable | LayeredTable)
    assert isinstance(copied, CopiedTable)
    expected = answers(plain)
    assert any(answer.count("\n") > 1 for answer in expected)
    assert answers(copied) == expected
    for way in WAYS:
        assert answers(opened(way, file)) == expected, way


@pytest.mark.parametrize("by", [["year"], ["metric", "zone_type"], ["zone"], ["preferred"]])
@every_way
def test_partitioned_tables_answer_as_one_file(way: str, by: list[str], tmp_path: Path) -> None:
    reports = sorted(random_reports(5), key=lambda r: r.id)
    whole = opened(way, save(tmp_path / "table.parquet", reports))
    parts = opened(way, save_partitioned(tmp_path / "parts", reports, by))
    key = {r.id: r for r in whole.select(EVERY)}
    assert {r.id: r for r in parts.select(EVERY)} == key
    assert parts.registries.metrics["gdp"] == whole.registries.metrics["gdp"]
    assert sorted(answers(parts)[3].splitlines()) == sorted(answers(whole)[3].splitlines())


@every_way
def test_filters_are_those_of_the_table_in_memory(way: str, tmp_path: Path) -> None:
    reports = random_reports(3)
    table = opened(way, save(tmp_path / "table.parquet", reports))
    for wanted in (
        EVERY,
        Filter(),
        Filter(metrics=("gdp",), years=(2010, 2014), only_preferred=False),
        Filter(zones=("it's-a-park", "东园"), statuses=("derived",), only_preferred=False),
        Filter(first_year=2012, measures=("level", "share")),
        Filter(last_year=2011, periods=("ytd",), only_preferred=False),
        Filter(ids=("r001", "r007", "none"), only_preferred=False),
        Filter(metrics=("nothing",)),
    ):
        expected = {r for r in reports if wanted.admits(r)}
        assert set(table.select(wanted)) == expected, wanted
        table = table.foreseen([wanted])
        assert set(table.select(wanted)) == expected
        assert set(table.select(wanted._replace(metrics=("firms",)))) == {
            r for r in reports if wanted._replace(metrics=("firms",)).admits(r)
        }


# --------------------------------------------------------------------------------------- layers


@every_way
def test_a_later_table_replaces_reports_of_the_same_id(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    base = save(
        tmp_path / "base.parquet",
        [make_report(id="a"), make_report(id="b", year=2022), make_report(id="c", year=2023)],
    )
    mended = save(tmp_path / "mended.parquet", [make_report(id="b", year=2022, value=7.0)])
    moved = save(tmp_path / "moved.parquet", [make_report(id="c", metric="exports", year=2020)])
    table = opened(way, base, mended, moved)
    assert [(r.id, r.value) for r in table.select(Filter(metrics=("gdp",)))] == [
        ("a", 15.3e12),
        ("b", 7.0),
    ]
    assert [r.id for r in table.reports] == ["c", "a", "b"]


@every_way
def test_the_later_table_s_report_of_a_figure_is_preferred(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    base = save(tmp_path / "base.parquet", [make_report(id="a"), make_report(id="b", year=2022)])
    mine = save(tmp_path / "mine.parquet", [make_report(id="mine", value=16e12)])
    table = opened(way, base, mine)
    assert [r.id for r in table.select(Filter())] == ["mine", "b"]
    assert {r.id: r.preferred for r in table.reports} == {"a": False, "mine": True, "b": True}


def test_of_a_later_table_only_the_same_figures_are_read(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be a large one."""
    base = save(tmp_path / "base.parquet", [make_report(id="a"), make_report(id="b", year=2022)])
    mine = save(tmp_path / "mine.parquet", [make_report(id="mine")])
    table = opened("memory", base, mine)
    later, asked = table._layers[1], []
    rows = later.rows
    monkeypatch.setattr(later, "rows", lambda wanted: asked.extend(wanted) or rows(wanted))
    list(table.select(Filter(first_year=2022)))
    assert asked == [
        Filter(ids=("b",), only_preferred=False),
        Filter(metrics=("gdp",), zone_types=("high-tech",), zones=("all",), years=(2022,)),
        Filter(first_year=2022),
    ]


@every_way
def test_a_report_that_was_replaced_prefers_nothing(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    """The second table's report of 2021 takes the place of the first's, until the third moves it
    to 2019: then the first's is preferred again, else 2021 would have no figure at all."""
    base = save(tmp_path / "base.parquet", [make_report(id="a")])
    mine = save(tmp_path / "mine.parquet", [make_report(id="mine", value=16e12)])
    moved = save(tmp_path / "moved.parquet", [make_report(id="mine", value=16e12, year=2019)])
    assert [r.id for r in opened(way, base, mine).select(Filter())] == ["mine"]
    table = opened(way, base, mine, moved)
    assert [(r.id, r.year) for r in table.select(Filter())] == [("mine", 2019), ("a", 2021)]


@every_way
def test_registries_of_layers_a_written_entry_stands_before_a_made_one(
    way: str, tmp_path: Path, make_report: Make, registry_data: dict[str, Any]
) -> None:
    base = save(tmp_path / "base.parquet", [make_report(id="a")], registry_data)
    plain = save(tmp_path / "plain.parquet", [make_report(id="z", metric="lamps", year=2020)])
    named = save(
        tmp_path / "named.parquet", [], {"metrics": {"gdp": {"label": "Domestic product"}}}
    )
    metrics = opened(way, base, plain).registries.metrics
    assert (metrics["gdp"].label, metrics["lamps"].label) == ("GDP", "lamps")
    assert list(metrics)[-1] == "lamps"
    assert opened(way, base, named).registries.metrics["gdp"].label == "Domestic product"


@every_way
def test_made_registries(way: str, tmp_path: Path, make_report: Make) -> None:
    """Units are of levels; a zone has each type that it is told under."""
    reports = [
        make_report(id="a", metric="firms", measure="growth", unit="percent", period="point"),
        make_report(id="b", metric="firms", unit="count", period="point", zone="park"),
        make_report(id="c", metric="firms", unit="count", zone="park", zone_type="economic"),
        make_report(id="d", metric="speed", measure="share", unit="percent", source="office"),
    ]
    registries = opened(way, save(tmp_path / "table.parquet", reports)).registries
    assert "none" not in registries.metrics
    assert (registries.metrics["firms"].unit, registries.metrics["firms"].kind) == (
        "count",
        "stock",
    )
    assert (registries.metrics["speed"].unit, registries.metrics["speed"].kind) == (
        "count",
        "flow",
    )
    assert list(registries.zone_types) == ["economic", "high-tech"]
    assert registries.zones["park"].types == ("economic", "high-tech")
    assert registries.zones["all"].kind == "all"
    assert sorted(registries.sources) == ["bulletin", "office"]


@every_way
def test_registries_that_call_themselves_complete_are_held_to_it(
    way: str, tmp_path: Path, make_report: Make, registry_data: dict[str, Any]
) -> None:
    complete = {**registry_data, "complete": True}
    table = opened(way, save(tmp_path / "a.parquet", [make_report()], complete))
    assert len(list(table.select(Filter()))) == 1


@every_way
@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"metric": "lamps"}, "metric 'lamps'"),
        ({"zone_type": "harbours"}, "zone type 'harbours'"),
        ({"zone": "south-park"}, "zone 'south-park'"),
        ({"source": "hearsay"}, "source 'hearsay'"),
    ],
)
def test_a_key_that_complete_registries_lack_is_named(  # noqa: PLR0917
    way: str,
    cells: dict[str, str],
    says: str,
    tmp_path: Path,
    make_report: Make,
    registry_data: dict[str, Any],
) -> None:
    complete = {**registry_data, "complete": True}
    path = save(tmp_path / "a.parquet", [make_report(**cells)], complete)
    with pytest.raises(DataError) as error:
        opened(way, path).select(Filter())
    assert str(error.value) == f"{path} calls its registries complete, but {says} is in none."


# ---------------------------------------------------------------------------------------- faults


@every_way
def test_a_table_without_rows_has_no_reports(way: str, tmp_path: Path) -> None:
    """Whatever is asked for; registries may be all that a user wants to lay over others."""
    path = save(tmp_path / "a.parquet", [], {"metrics": {"gdp": {"label": "My GDP"}}})
    without_groups = tmp_path / "b.parquet"
    pq.ParquetWriter(without_groups, pq.ParquetFile(path).schema_arrow).close()
    assert pq.ParquetFile(without_groups).num_row_groups == 0
    for table in (opened(way, without_groups), opened(way, path)):
        for wanted in (EVERY, Filter(metrics=("gdp",), first_year=2012)):
            assert list(table.select(wanted)) == []
    assert [metric.label for metric in table.registries.metrics.values()] == ["My GDP"]


@every_way
def test_missing_and_mistyped_columns_are_named(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    path = save(tmp_path / "a.parquet", [make_report()], without=("low", "source"))
    with pytest.raises(DataError) as error:
        opened(way, path)
    assert str(error.value) == f"{path} lacks the columns low, source."
    path = save(tmp_path / "b.parquet", [make_report()], year=["2021"], preferred=[1])
    with pytest.raises(DataError) as error:
        opened(way, path)
    assert str(error.value) == (
        f"{path} has columns of the wrong type: year is string, not int16; "
        "preferred is int64, not bool."
    )


@every_way
def test_cells_are_checked_as_they_are_read(way: str, tmp_path: Path, make_report: Make) -> None:
    holed = save(tmp_path / "a.parquet", [make_report()], source=pa.array([None], pa.string()))
    with pytest.raises(DataError) as error:
        list(opened(way, holed).select(Filter()))
    assert str(error.value) == f"{holed} has empty cells where none may be: source."
    strange = save(tmp_path / "b.parquet", [make_report(measure="rate")])
    with pytest.raises(DataError, match="measure 'rate', which is none of level, share"):
        list(opened(way, strange).select(Filter()))


@every_way
@pytest.mark.parametrize("content", [b"", b"PAR1", b"metric,year\n", b"\0" * 500])
def test_no_parquet(way: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "table.parquet"
    path.write_bytes(content)
    with pytest.raises(DataError, match="Cannot read") as error:
        opened(way, path)
    assert "\n" not in str(error.value)


def test_names_with_wildcards_and_quotes_are_names(tmp_path: Path, make_report: Make) -> None:
    for name in ("a[1].parquet", "what?.parquet", "it's.parquet", "数据.parquet"):
        path = save(tmp_path / name, [make_report(id=name)])
        for way in WAYS:
            assert [r.id for r in opened(way, path).reports] == [name], way


def test_folders_hold_more_than_tables(tmp_path: Path, make_report: Make) -> None:
    save(tmp_path / "t" / "a.parquet", [make_report(id="a")])
    save(tmp_path / "t" / "deep" / "b.pq", [make_report(id="b")])
    save(tmp_path / "t" / "_temporary" / "c.parquet", [make_report(id="c")])
    save(tmp_path / "t" / ".hidden.parquet", [make_report(id="d")])
    (tmp_path / "t" / "_SUCCESS").touch()
    (tmp_path / "t" / "README.md").write_text("hello", encoding="utf-8")
    assert sorted(r.id for r in open_table(tmp_path / "t").reports) == ["a", "b"]


def test_folders_of_unequal_partitions_are_refused(tmp_path: Path, make_report: Make) -> None:
    save(tmp_path / "t" / "year=2021" / "a.parquet", [make_report()], without=("year",))
    save(tmp_path / "t" / "b.parquet", [make_report(id="b")])
    with pytest.raises(DataError, match="other column=value folders"):
        open_table(tmp_path / "t")


@every_way
def test_cells_of_folders(way: str, tmp_path: Path, make_report: Make) -> None:
    """Escapes are undone, null is null, digits stay text where text belongs, ours override."""
    folder = tmp_path / "t" / "zone=01%2F2" / "note=__HIVE_DEFAULT_PARTITION__" / "month=9"
    save(folder / "a.parquet", [make_report()], without=("zone", "note", "month"))
    (report,) = opened(way, tmp_path / "t").reports
    assert (report.zone, report.note, report.month) == ("01/2", None, 9)


# ------------------------------------------------------------------------------ columns of others


@every_way
def test_extra_columns_stand_after_ours(way: str, tmp_path: Path, make_report: Make) -> None:
    path = save(
        tmp_path / "a.parquet", [make_report()], checked_by=["me"], weight=[0.5], source_url=["no"]
    )
    table = opened(way, path)
    header, row = (line.split(",") for line in csv_of_show(table, ["gdp"]).splitlines())
    assert header[20:] == ["note", "checked_by", "weight", "source_title", "source_url"]
    assert row[20:] == ["", "me", "0.5", "bulletin", ""]  # the url is the source's, not theirs


@every_way
def test_extra_columns_of_one_layer_are_empty_in_another(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    base = save(tmp_path / "a.parquet", [make_report(id="a")])
    more = save(tmp_path / "b.parquet", [make_report(id="b", year=2022)], checked=[True])
    table = opened(way, base, more)
    cells = [table.extra_cells(report) for report in table.select(Filter())]
    assert cells == [{"checked": None}, {"checked": True}]
    table = opened(way, base)
    assert [table.extra_cells(report) for report in table.select(Filter())] == [{}]


@every_way
def test_extra_cells_are_as_every_format_can_write_them(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    """Text, numbers, truth and null as they are; a date and a list as text."""
    path = save(
        tmp_path / "a.parquet",
        [make_report()],
        **{"text": ["a"], "number": [0.5], "whole": [7], "truth": [False]},
        **{"none": pa.array([None], pa.string()), "list": [[1, 2]]},
        day=[date(2024, 5, 1)],
    )
    table = opened(way, path)
    (report,) = table.select(Filter())
    assert table.extra_cells(report) == {
        **{"text": "a", "number": 0.5, "whole": 7, "truth": False, "none": None, "list": "[1, 2]"},
        "day": "2024-05-01",
    }


@every_way
def test_a_report_that_replaces_another_has_not_its_extra_cells(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    """Who checked the old figure has not checked the new one, in whatever order they are read."""
    old = [make_report(id="a"), make_report(id="b", year=2020)]
    base = save(tmp_path / "a.parquet", old, checked_by=["me", "me"])
    plain = save(tmp_path / "b.parquet", [make_report(id="a", value=16e12)])
    moved = save(tmp_path / "c.parquet", [make_report(id="b", year=2010)], checked_by=["you"])
    table = opened(way, base, plain)
    cells = {r.id: dict(table.extra_cells(r)) for r in table.select(Filter())}
    assert cells == {"a": {"checked_by": None}, "b": {"checked_by": "me"}}
    table = opened(way, base, moved)
    (report,) = table.select(Filter(last_year=2010))
    list(table.select(Filter(years=(2020,))))
    assert table.extra_cells(report) == {"checked_by": "you"}


# -------------------------------------------------------------------------------- large, and URLs


def test_a_large_table_refuses_to_be_read_whole(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers, "MOST_REPORTS", 3)
    path = save(tmp_path / "a.parquet", [make_report(id=str(n), year=2000 + n) for n in range(4)])
    for way in ("duckdb", "pyarrow"):
        table = opened(way, path)
        with pytest.raises(TooManyError, match="More than 3 reports"):
            list(table.select(Filter()))
        assert len(list(table.select(Filter(first_year=2001)))) == 3
        table = table.foreseen([EVERY])  # cannot: each part reads what it needs
        assert len(list(table.select(Filter(years=(2000,))))) == 1
    assert len(list(opened("memory", path).select(Filter()))) == 4


def test_of_too_many_reports_no_more_are_read_than_it_takes_to_know(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layers, "MOST_REPORTS", 3)
    path = save(tmp_path / "a.parquet", [make_report(id=str(n)) for n in range(9)])
    table = opened("pyarrow", path)
    rows = iter(list(table._layers[0].rows([EVERY])))
    monkeypatch.setattr(table._layers[0], "rows", lambda _: rows)
    with pytest.raises(TooManyError):
        table.select(EVERY)
    assert len(list(rows)) == 9 - 4


def test_which_way_a_table_goes(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    path = save(tmp_path / "a.parquet", [make_report()])
    assert not open_table(path).is_large
    assert not open_table(tmp_path).is_large
    monkeypatch.setattr(opening, "MOST_BYTES", 10)
    monkeypatch.setattr(own_tables, "MOST_BYTES", 10)
    assert open_table(path).is_large
    assert caplog.text == ""
    monkeypatch.setattr(own_tables, "find_spec", lambda _: None)
    table = open_table(path)
    assert table.is_large
    assert [r.id for r in table.reports] == ["gdp-high-tech-2021-bulletin"]
    ((logger, _, hint),) = caplog.record_tuples
    assert logger == "zonecli"  # whose warnings the command shows
    assert hint.startswith(f"{path} is large: pip install 'zonecli[large]'")


def test_a_table_as_large_as_may_be_is_small(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Just so many bytes and rows are held in memory, with our columns alone as one table."""
    reports = [make_report(id="a"), make_report(id="b", year=2022)]
    plain = save(tmp_path / "plain.parquet", reports)
    more = save(tmp_path / "more.parquet", reports, mine=[1, 2])
    for path in (plain, more):
        for module in (opening, own_tables):
            monkeypatch.setattr(module, "MOST_BYTES", path.stat().st_size)
            monkeypatch.setattr(module, "MOST_ROWS", 2)
        assert not open_table(path).is_large
        assert isinstance(open_table(path), LayeredTable) == (path == more)


def test_our_registries_are_those_of_our_table() -> None:
    """The same entries as in the open table: what `build` checks new figures against."""
    ours, opened_registries = own_tables.our_registries(), open_table(opening.our_path()).registries
    assert ours["dataset"]["version"] == opened_registries.dataset.version
    assert list(ours["metrics"]) == list(opened_registries.metrics)
    assert ours["sources"].keys() == opened_registries.sources.keys()


def test_many_rows_in_few_bytes_are_large_too(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "MOST_ROWS", 1)
    monkeypatch.setattr(own_tables, "MOST_ROWS", 1)
    path = save(tmp_path / "a.parquet", [make_report(id="a"), make_report(id="b")])
    assert open_table(path).is_large


def test_file_and_fsspec_urls(tmp_path: Path, make_report: Make) -> None:
    fsspec = pytest.importorskip("fsspec")
    path = save(tmp_path / "a b.parquet", [make_report(id="a")])
    assert [r.id for r in open_table([path.as_uri()]).reports] == ["a"]
    memory = fsspec.filesystem("memory")
    memory.makedirs("/own/year=2021", exist_ok=True)
    part = save(tmp_path / "part.parquet", [make_report(id="b")], without=("year",))
    memory.pipe("/own/year=2021/part.parquet", part.read_bytes())
    memory.pipe("/one.parquet", path.read_bytes())
    assert [(r.id, r.year) for r in open_table(["memory://own"]).reports] == [("b", 2021)]
    assert [r.id for r in open_table(["memory://one.parquet", "memory://own"]).reports] == [
        "a",
        "b",
    ]
    for way in WAYS:
        assert [(r.id, r.year) for r in opened(way, "memory://own").reports] == [("b", 2021)], way
    with pytest.raises(DataError, match=r"There is no table memory://none"):
        open_table(["memory://none"])


def test_a_url_that_nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataError, match="Cannot read nonsense://bucket/table"):
        open_table(["nonsense://bucket/table"])
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(DataError, match=r"pip install 'zonecli\[remote\]'"):
        open_table(["nonsense://bucket/table"])


def test_zonecli_data_may_be_a_url(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZONECLI_DATA", save(tmp_path / "a.parquet", [make_report()]).as_uri())
    assert len(open_table().reports) == 1
