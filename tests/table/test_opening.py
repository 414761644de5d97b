"""Opening a table: a good one whole, a bad one with one line that says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from table_layouts import save as save_groups

from zonecli.errors import DataError
from zonecli.table import opening
from zonecli.table.columns import COLUMNS
from zonecli.table.opening import METADATA_KEY, default_path, open_table, our_path
from zonecli.table.report import Report
from zonecli.table.table import Table

ROOT = Path(__file__).parents[2]
Make = Callable[..., Report]
Save = Callable[..., Path]

ARROW = {"string": pa.string(), "bool": pa.bool_(), "float64": pa.float64()}


@pytest.fixture
def save(tmp_path: Path, make_report: Make, registry_data: dict[str, Any]) -> Save:
    """Writes a table as anyone could, without the build: `columns` replaces some of its columns."""

    def write(
        reports: list[Report] | None = None,
        metadata: bytes | None = b"",
        without: tuple[str, ...] = (),
        **columns: pa.Array,
    ) -> Path:
        rows = [make_report()] if reports is None else reports
        arrays = {}
        for index, column in enumerate(COLUMNS):
            kind = ARROW.get(column.type) or getattr(pa, column.type)()
            arrays[column.name] = pa.array([row[index] for row in rows], type=kind)
        arrays |= columns
        table = pa.table({name: a for name, a in arrays.items() if name not in without})
        if metadata is not None:
            written = metadata or json.dumps(registry_data).encode()
            table = table.replace_schema_metadata({METADATA_KEY: written})
        path = tmp_path / "table.parquet"
        pq.write_table(table, path)
        return path

    return write


def fault(path: Path) -> str:
    """The one line that opening says."""
    with pytest.raises(DataError) as error:
        open_table(path)
    text = str(error.value)
    assert "\n" not in text
    assert error.value.exit_status == 2
    return text


def test_a_table_comes_back_as_it_was(save: Save, make_report: Make) -> None:
    """Nulls, digits and Chinese alike; plain strings are as good as dictionaries."""
    reports = [
        make_report(),
        make_report(id="b", high=None, qualifier="over", basis="real", note="园区，含“一区多园”"),
        make_report(id="c", low=None, value=-3.4, preferred=False),
    ]
    path = save(reports)
    for _ in range(3):  # the first time may leave a copy that answers the next times
        table = open_table(path)
        assert list(table.reports) == reports
        assert table.path == path
        assert table.registries.metrics["gdp"].label_zh == "地区生产总值"


def test_a_table_without_rows_opens(save: Save) -> None:
    table = open_table(save([]))
    assert table.reports == ()
    assert "gdp" in table.registries.metrics


def test_the_registries_come_out_of_the_metadata(save: Save) -> None:
    registries = open_table(save()).registries
    assert registries.dataset.name == "a small record"
    assert registries.metrics["gdp"].label_zh == "地区生产总值"
    assert registries.metrics["rd_expenditure"].aliases == ("R&D", "research budget")
    assert registries.sources["bulletin"].published == "2022-09"


def test_more_columns_do_no_harm(save: Save) -> None:
    """A user's table may carry columns of its own."""
    assert len(open_table(save(checked_by=pa.array(["me"]))).reports) == 1


def test_wider_numbers_do_no_harm(save: Save) -> None:
    path = save(
        year=pa.array([2021], pa.int64()),
        month=pa.array([12], pa.uint8()),
        value=pa.array([15_300_000_000_000], pa.int64()),
        id=pa.array(["a"], pa.large_string()),
        metric=pa.array(["gdp"]).dictionary_encode(),
    )
    report = open_table(path).reports[0]
    assert (report.year, report.month, report.value) == (2021, 12, 15.3e12)


@pytest.mark.parametrize("kind", [pa.float32(), pa.uint64(), pa.int16()])
def test_other_kinds_of_numbers_do_no_harm(save: Save, kind: pa.DataType) -> None:
    """A count may be stored as whole numbers, or as short floats."""
    path = save(value=pa.array([169], kind), low=pa.array([169], kind), high=pa.array([None], kind))
    report = open_table(path).reports[0]
    assert (report.value, report.low, report.high) == (169, 169, None)


def test_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "nowhere.parquet"
    assert fault(path) == f"There is no table {path}."


def test_missing_folder(tmp_path: Path) -> None:
    assert fault(tmp_path / "no" / "where.parquet").startswith("There is no table ")


def test_folder(tmp_path: Path) -> None:
    assert fault(tmp_path) == f"Cannot read {tmp_path}: the folder holds no Parquet file."


@pytest.mark.parametrize("content", [b"", b"PAR1", b"metric,year\ngdp,2021\n", b"\0" * 500])
def test_not_parquet(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "table.parquet"
    path.write_bytes(content)
    assert fault(path).startswith(f"Cannot read {path} as a Parquet table: ")


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_cut_short(save: Save, part: float) -> None:
    """A download that broke off is told, not read as an empty table."""
    path = save()
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    assert fault(path).startswith(f"Cannot read {path} as a Parquet table: ")


@pytest.mark.parametrize(
    ("error", "reason"), [(OSError("one line\nand another"), "one line"), (OSError(), "OSError")]
)
def test_the_reason_is_one_line(
    save: Save, make_report: Make, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    path = save([make_report(note="a table of which there is no copy")])
    monkeypatch.setattr(pq, "ParquetFile", fail)
    assert fault(path) == f"Cannot read {path} as a Parquet table: {reason}"


@pytest.mark.parametrize(
    ("error", "reason"),
    [(OSError(5, "Input/output error"), "Input/output error"), (ValueError("no name"), "no name")],
)
def test_a_file_that_cannot_be_read(
    save: Save, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    """In the system's own words, without the number and the path that Python adds."""

    def fail(_: Path) -> None:
        raise error

    path = save()
    monkeypatch.setattr(Path, "read_bytes", fail)
    assert fault(path) == f"Cannot read {path}: {reason}."


def test_a_text_of_many_reports_is_held_once(
    make_report: Make, tmp_path: Path, registry_data: dict[str, Any]
) -> None:
    """By each row group, as the file has it; a null among them is null."""
    note = "the same note"
    reports = [make_report(id=str(n), note=None if n == 2 else note) for n in range(6)]
    path = save_groups(tmp_path / "t.parquet", reports, registry_data, row_group=3)
    read = open_table(path).reports
    assert list(read) == reports
    assert read[0].note is read[1].note
    assert read[3].note is read[5].note


def test_a_table_that_was_replaced_is_read_anew(save: Save, make_report: Make) -> None:
    """No figure of yesterday's table, whatever is kept of it to be quick."""
    assert open_table(save()).reports[0].value == 15.3e12
    assert open_table(save([make_report(value=15.4e12)])).reports[0].value == 15.4e12
    assert open_table(save()).reports[0].value == 15.3e12


def test_spoilt_in_the_middle(save: Save) -> None:
    path = save()
    content = bytearray(path.read_bytes())
    content[4:200] = b"\xff" * 196
    path.write_bytes(content)
    assert str(path) in fault(path)


def test_missing_columns_are_named(save: Save) -> None:
    path = save(without=("printed",))
    assert fault(path) == f"{path} lacks the columns printed."
    path = save(without=("metric", "low", "source"))
    assert fault(path) == f"{path} lacks the columns metric, low, source."


def test_another_table_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "other.parquet"
    pq.write_table(pa.table({"country": ["CN"], "gdp": [1.0]}), path)
    assert "lacks the columns id, metric," in fault(path)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("year", pa.array(["2021"])),
        ("value", pa.array(["15.3 trillion"])),
        ("low", pa.array(["15"])),
        ("month", pa.array([12.0])),
        ("metric", pa.array([1])),
        ("preferred", pa.array(["yes"])),
        ("preferred", pa.array([1])),
        ("printed", pa.array([15.3])),
        # Parquet calls what a list holds element, pyarrow item: the file's own word is told
        ("metric", pa.array([["gdp"]], pa.list_(pa.field("element", pa.string())))),
        ("source", pa.array([{"key": "bulletin"}])),
    ],
)
def test_mistyped_columns_are_named(save: Save, name: str, values: pa.Array) -> None:
    path = save(**{name: values})
    text = fault(path)
    assert text.startswith(f"{path} has columns of the wrong type: {name} is {values.type}, not ")


def test_several_mistyped_columns_are_told_at_once(save: Save) -> None:
    text = fault(save(year=pa.array(["2021"]), value=pa.array(["15"])))
    assert "year is string, not int16" in text
    assert "value is string, not float64" in text


@pytest.mark.parametrize("name", [c.name for c in COLUMNS if not c.nullable])
def test_holes_are_named(save: Save, name: str) -> None:
    kind = next(column.type for column in COLUMNS if column.name == name)
    arrow = ARROW.get(kind) or getattr(pa, kind)()
    path = save(**{name: pa.array([None], type=arrow)})
    assert fault(path) == f"{path} has empty cells where none may be: {name}."


@pytest.mark.parametrize("name", [c.name for c in COLUMNS if c.nullable])
def test_null_may_stand_where_it_means_something(save: Save, name: str) -> None:
    kind = next(column.type for column in COLUMNS if column.name == name)
    arrow = ARROW.get(kind) or getattr(pa, kind)()
    report = open_table(save(**{name: pa.array([None], type=arrow)})).reports[0]
    assert getattr(report, name) is None


@pytest.mark.parametrize("metadata", [b"not JSON", b"{", b"\xff\xfe", b"[" * 100_000])
def test_metadata_that_is_not_json(save: Save, metadata: bytes) -> None:
    path = save(metadata=metadata)
    assert fault(path) == f"{path}: the registries in its metadata are not JSON."


@pytest.mark.parametrize(
    "metadata",
    [
        b'{"metrics": 5}',
        b'{"metrics": {"gdp": 5}}',
        b'{"metrics": {"gdp": {}}}',
        b'{"sources": {"bulletin": {"no such field": 1}}}',
        b'{"dataset": []}',
        b'{"by_hand": 5}',
    ],
)
def test_metadata_of_another_shape(save: Save, metadata: bytes) -> None:
    path = save(metadata=metadata)
    with pytest.raises(DataError, match=r"(?i)registr") as error:
        use(open_table(path))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("metadata", [b"[]", b"null", b"5"])
def test_metadata_that_is_no_object(save: Save, metadata: bytes) -> None:
    path = save(metadata=metadata)
    assert fault(path) == f"{path}: the registries in its metadata are no JSON object."


def use(table: Table) -> None:
    """Looks up each entry of the registries that its reports need."""
    for report in table.reports:
        assert table.registries.metrics[report.metric].id == report.metric
        assert table.registries.sources[report.source].id == report.source


@pytest.mark.parametrize(
    ("name", "word"),
    [("measure", "rate"), ("period", "week"), ("status", "guess"), ("qualifier", ">")],
)
def test_words_outside_the_closed_lists_are_told(
    save: Save, make_report: Make, name: str, word: str
) -> None:
    path = save([make_report(**{name: word})])
    assert fault(path).startswith(f"{path} has {name} '{word}', which is none of ")


@pytest.mark.parametrize("metadata", [None, b"{}"])
def test_without_registries_they_are_made_from_the_data(
    save: Save, make_report: Make, metadata: bytes | None
) -> None:
    """Any table of the same columns will do; its keys are their own names."""
    stock = {"metric": "zone_count", "period": "point", "unit": "count", "value": 173.0}
    reports = [make_report(), make_report(id="b", zone="east-park", source="paper", **stock)]
    registries = open_table(save(reports, metadata=metadata)).registries
    assert set(registries.metrics) == {"gdp", "zone_count"}
    assert (registries.metrics["gdp"].kind, registries.metrics["gdp"].unit) == ("flow", "CNY")
    assert registries.metrics["zone_count"].kind == "stock"
    assert registries.metrics["zone_count"].unit == "count"
    assert set(registries.zone_types) == {"high-tech"}
    assert set(registries.zones) == {"all", "east-park"}
    assert set(registries.sources) == {"bulletin", "paper"}


def test_only_what_is_missing_is_made(save: Save, make_report: Make) -> None:
    registries = open_table(save([make_report(), make_report(id="b", source="new")])).registries
    assert registries.sources["bulletin"].title == "Bulletin"
    assert registries.sources["new"].title == "new"


def test_zonecli_data_names_the_table(
    save: Save, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = save()
    monkeypatch.setenv("ZONECLI_DATA", str(path))
    assert default_path() == path
    assert open_table().path == path
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("ZONECLI_DATA", "~/table.parquet")
    assert open_table().path == path


def test_a_path_given_comes_before_the_environment(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save()
    monkeypatch.setenv("ZONECLI_DATA", "/nowhere/at/all.parquet")
    assert open_table(path).path == path


def test_zonecli_data_that_leads_nowhere_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Never silently another table than the one that was named."""
    monkeypatch.setenv("ZONECLI_DATA", "/nowhere/at/all.parquet")
    with pytest.raises(DataError, match=r"There is no table .*nowhere"):
        open_table()


@pytest.mark.parametrize("value", [None, ""])
def test_without_zonecli_data_it_is_our_own(
    value: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ZONECLI_DATA", raising=False)
    if value is not None:
        monkeypatch.setenv("ZONECLI_DATA", value)
    assert default_path().name == "metrics.parquet"
    assert open_table().reports


def test_where_our_own_table_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the package where a wheel was installed; else in the checkout that it is a part of."""
    package = tmp_path / "src" / "zonecli"
    monkeypatch.setattr(opening, "_PACKAGE", package)
    with pytest.raises(DataError, match="is missing: install zonecli again"):
        our_path()
    for folder in (tmp_path / "data", package / "data"):
        folder.mkdir(parents=True)
        (folder / "metrics.parquet").touch()
        assert our_path() == folder / "metrics.parquet"


def test_our_own_table_opens_without_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the table must not cost the half second that pandas takes to import."""
    import subprocess
    import sys

    monkeypatch.setenv("ZONECLI_DATA", str(ROOT / "data" / "metrics.parquet"))
    code = (
        "import sys; from zonecli.table.opening import open_table; open_table();"
        "print([name for name in ('pandas', 'duckdb') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
