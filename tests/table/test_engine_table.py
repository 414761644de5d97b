"""What DuckDB is asked: its SQL names nothing but what was meant, and asks for no more."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import duckdb
import pytest
from table_layouts import save

from zonecli.errors import DataError
from zonecli.table import engine_table
from zonecli.table.engine_table import (
    EngineLayer,
    _beyond,
    _condition,
    _fsspec_of,
    _place,
    _quoted,
    _source,
    _with_depth,
)
from zonecli.table.locations import DataSet, Part, data_set
from zonecli.table.report import Report
from zonecli.table.table import Filter

Make = Callable[..., Report]
ALL = Filter(only_preferred=False)


def layer_of(path: Path) -> EngineLayer:
    return EngineLayer(data_set(str(path)))


@pytest.mark.parametrize(
    ("scheme", "path", "expected"),
    [
        ("", "a/b.parquet", "'a/b.parquet'"),
        ("", "a[1]?*.parquet", "'a[[]1][?][*].parquet'"),
        ("", "it's.parquet", "'it''s.parquet'"),
        ("s3", "zones/it's.parquet", "'s3://zones/it''s.parquet'"),
    ],
)
def test_a_path_stands_for_itself(scheme: str, path: str, expected: str) -> None:
    assert _place(DataSet("", (), None, scheme), path) == expected


def test_a_name_in_quotes() -> None:
    assert _quoted('a "b"') == '"a ""b"""'


def test_the_files_as_a_table() -> None:
    """Folders' columns are of our types, numbers wide enough for any; a user's own are text."""
    cells = {"year": "2021", "value": "1", "mine": "a"}
    parts = tuple(Part(f"{name}.parquet", 1, cells) for name in "ab")
    assert _source(DataSet("t", parts)) == (
        "read_parquet(['a.parquet', 'b.parquet'], hive_partitioning = true, "
        'hive_types = {"year": BIGINT, "value": DOUBLE, "mine": VARCHAR})'
    )
    assert _source(DataSet("t", (Part("a.parquet", 1, {}),))) == (
        "read_parquet(['a.parquet'], hive_partitioning = false)"
    )


def test_the_depth_of_each_node_of_a_schema() -> None:
    """A list is a node of one child, which is a node of one child."""
    nodes = [
        *[("schema", 4), ("a", None), ("b", 1), ("list", 1), ("element", None)],
        *[("c", 2), ("x", None), ("y", 0), ("d", 0)],
    ]
    assert list(_with_depth(iter(nodes))) == [
        *[("schema", 0), ("a", 1), ("b", 1), ("list", 2), ("element", 3)],
        *[("c", 1), ("x", 2), ("y", 2), ("d", 1)],
    ]


@pytest.mark.parametrize(("deepest", "fits"), [(3, True), (2, False)])
def test_how_deep_a_column_may_be(
    deepest: int, fits: bool, tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A list of numbers is three nodes deep."""
    monkeypatch.setattr(engine_table, "_DEEPEST", deepest)
    path = save(tmp_path / "a.parquet", [make_report()], first=[1], deep=[[1]], last=[2])
    if fits:
        assert layer_of(path).extra_columns == ("first", "deep", "last")
        return
    with pytest.raises(DataError) as error:
        layer_of(path)
    assert str(error.value) == f"{path}: the column deep is nested too deeply."


# ------------------------------------------------------------------------------------ the filter


def test_a_condition_of_one_filter() -> None:
    wanted = Filter(metrics=("gdp",), years=(2020, 2021))
    assert _condition([wanted]) == (
        "metric = ? AND year IN (?, ?) AND preferred",
        ["gdp", 2020, 2021],
    )


def test_a_condition_of_several_filters() -> None:
    """What they have in common once, before what they do not."""
    one = Filter(metrics=("gdp",), zones=("all",), first_year=2012, last_year=2014)
    other = Filter(metrics=("gdp",), zones=("b",), first_year=2013, only_preferred=False)
    assert _condition([one, other]) == (
        "metric = ? AND zone IN (?, ?) AND year >= ?"
        " AND ((zone = ? AND year >= ? AND year <= ? AND preferred) OR (zone = ? AND year >= ?))",
        ["gdp", "all", "b", 2012, "all", 2012, 2014, "b", 2013],
    )


def test_what_a_filter_asks_for_beyond_a_wider_one() -> None:
    """The words in another order are the same words."""
    one = Filter(
        metrics=("a", "b"),
        measures=("level",),
        zone_types=("high-tech",),
        zones=("all",),
        periods=("year",),
        statuses=("reported",),
        years=(2020,),
    )
    assert _beyond(one, one._replace(metrics=("b", "a"))) == Filter(years=(2020,))
    for field in ("metrics", "measures", "zone_types", "zones", "periods", "statuses"):
        wider = one._replace(**{field: (*getattr(one, field), "more")})
        assert _beyond(one, wider) == Filter(years=(2020,), **{field: getattr(one, field)})


# ------------------------------------------------------------------------------------- the rows


def test_rows_stand_in_the_order_of_the_files(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many are fetched at once."""
    for name, ids in (("b", "12"), ("a", "543")):
        save(tmp_path / "t" / f"{name}.parquet", [make_report(id=i) for i in ids], row_group=1)
    monkeypatch.setattr(engine_table, "_FETCHED_AT_ONCE", 2)
    rows = layer_of(tmp_path / "t").rows([ALL])
    assert [row[0] for row in rows] == ["5", "4", "3", "1", "2"]


def test_light_rows_have_their_place_for_an_id_and_no_note(
    tmp_path: Path, make_report: Make
) -> None:
    reports = [make_report(id="a", note="n"), make_report(id="b", year=2020, note="m")]
    path = save(tmp_path / "a b.parquet", reports, mine=[7, 8])
    layer = layer_of(path)
    (light,) = layer.light_rows([Filter(years=(2020,))])
    assert light == reports[1]._replace(id=f"1 {path}", note=None)
    assert layer.left_out([light[0]]) == {light[0]: ("b", "m", 8)}


def test_a_file_whose_name_begins_with_a_space(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    layer = layer_of(save(Path(" a.parquet"), [make_report(id="a")]))
    assert layer.left_out(["0  a.parquet"]) == {"0  a.parquet": ("a", None)}


@pytest.mark.parametrize("few", [1, 2])
def test_what_was_left_out_is_of_those_rows_alone(
    few: int, tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second row of one file and the first of the other, each of which the other has too."""
    monkeypatch.setattr(engine_table, "_FEW", few)
    for name in "xy":
        reports = [make_report(id=f"{name}{row}") for row in range(3)]
        save(tmp_path / "t" / f"{name}.parquet", reports)
    layer = layer_of(tmp_path / "t")
    places = [f"1 {tmp_path / 't' / 'x.parquet'}", f"0 {tmp_path / 't' / 'y.parquet'}"]
    assert layer.left_out(places) == {places[0]: ("x1", None), places[1]: ("y0", None)}


def test_distinct_cells(tmp_path: Path, make_report: Make) -> None:
    reports = [make_report(id=i, year=y) for i, y in (("a", 2020), ("b", 2020), ("c", 2021))]
    layer = layer_of(save(tmp_path / "a.parquet", [*reports, make_report(id="d", year=2022)]))
    found = list(layer.distinct(("metric", "year"), Filter(last_year=2021)))
    assert sorted(found) == [("gdp", 2020), ("gdp", 2021)]


def test_registries_are_those_of_the_first_file(tmp_path: Path, make_report: Make) -> None:
    for name in "ab":
        registries = {"metrics": {"gdp": {"label": name}}}
        save(tmp_path / "t" / f"{name}.parquet", [make_report(id=name)], registries)
    assert layer_of(tmp_path / "t").written == {"metrics": {"gdp": {"label": "a"}}}


def test_an_error_of_duckdb_s_is_told_in_one_line(
    tmp_path: Path, make_report: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its first: those after it tell of SQL that the user did not write."""

    def fail(*_: object) -> None:
        raise duckdb.IOException("the disk is gone\n\nLINE 1: SELECT")

    path = save(tmp_path / "a.parquet", [make_report()])
    layer = layer_of(path)
    monkeypatch.setattr(layer, "_connection", SimpleNamespace(execute=fail))
    with pytest.raises(DataError) as error:
        list(layer.rows([ALL]))
    assert str(error.value) == f"Cannot read {path} as a Parquet table: the disk is gone"


# ---------------------------------------------------------------------------------- file systems


def test_a_file_system_of_arrow_s_is_wrapped_and_fsspec_s_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wrapped one answers to the scheme of the URL, not to Arrow's own name of it."""
    pytest.importorskip("fsspec")
    from pyarrow import fs

    (tmp_path / "a").write_bytes(b"hello")
    wrapped = _fsspec_of(DataSet("t", (), fs.LocalFileSystem(), "zones"))
    assert wrapped.protocol == "zones"
    assert wrapped.cat_file(f"zones://{tmp_path}/a") == b"hello"
    own = SimpleNamespace(handler=SimpleNamespace(fs="its own"))
    assert _fsspec_of(DataSet("t", (), own, "memory")) == "its own"
    monkeypatch.setitem(sys.modules, "fsspec.implementations.arrow", None)
    with pytest.raises(DataError, match=r"t is large: pip install 'zonecli\[remote\]'"):
        _fsspec_of(DataSet("t", (), own, "memory"))
