"""SDMX, read back by pysdmx, which checks the structure against the XML schemas of SDMX 3.0."""

from __future__ import annotations

import math
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from pysdmx.io import get_datasets, read_sdmx
from pysdmx.model import Schema

from zonecli.output.sdmx.components import COMPONENTS, code_id, further_ids, version_of
from zonecli.output.sdmx.data import data_bytes
from zonecli.output.sdmx.structure import structure_bytes
from zonecli.table.opening import open_table, our_path
from zonecli.table.registries import Dataset, Metric, Registries, Series, Source, Zone, ZoneType
from zonecli.table.report import Report
from zonecli.table.table import Table

FIRST = Report(
    id="a",
    metric="gdp",
    measure="level",
    zone_type="high-tech",
    zone="all",
    year=2021,
    period="year",
    month=12,
    value=15.3e12,
    low=15.25e12,
    high=15.35e12,
    unit="CNY",
    qualifier="exact",
    printed="15.3 trillion yuan",
    basis=None,
    series="s",
    status="reported",
    derivation=None,
    preferred=True,
    source="paper",
    note=None,
)
SECOND = FIRST._replace(id="b", preferred=False, value=15.4e12)
THIRD = FIRST._replace(id="c", preferred=False, note="a note")
HEDGED = FIRST._replace(
    id="d", metric="staff", period="ytd", month=9, qualifier="over", unit="persons", high=None
)
DERIVED = FIRST._replace(id="e", year=2012, status="derived", derivation="173 - 84", series=None)
FORECAST = FIRST._replace(id="f", year=2030, status="forecast", qualifier="about")
ODD = FIRST._replace(id="g", metric="g.d.p", zone="苏州", source="a b$", unit="CNY/km²", year=1999)


class OwnTable(Table):
    """A user's, with columns beside ours."""

    extra_columns = ("Reviewer", "obs value", "报告")

    def extra_cells(self, report: Report) -> Mapping[str, Any]:
        return {"Reviewer": "=anna", "obs value": report.month / 2, "报告": report.id == "a"}


def table_of(*reports: Report) -> OwnTable:
    registries = Registries(
        dataset=Dataset(name="<own> & table", version="2026.09", date="2026-09-30"),
        metrics={
            "gdp": Metric("gdp", "GDP", definition="All\x07 goods & services.", sdmx="B1GQ"),
            "staff": Metric("staff", "Staff"),
            "g.d.p": Metric("g.d.p", ""),
        },
        zone_types={"high-tech": ZoneType("high-tech", "high-tech zones")},
        zones={"all": Zone("all", "all zones"), "苏州": Zone("苏州", "Suzhou")},
        sources={
            "paper": Source("paper", "Title", "The Paper", "https://paper.example/a?b&c"),
            "a b$": Source("a b$", "Title"),
        },
        series={"s": Series("s", "A series")},
    )
    return OwnTable(Path("own.parquet"), reports, registries)


def read(table: Table, tmp_path: Path) -> tuple[Schema, pd.DataFrame]:
    """The structure and the data, as pysdmx has them."""
    data, structure = tmp_path / "data.csv", tmp_path / "structure.xml"
    data.write_bytes(data_bytes(table))
    structure.write_bytes(structure_bytes(table))
    (dataset,) = get_datasets(data, structure, validate=True)
    assert isinstance(dataset.structure, Schema)
    return dataset.structure, dataset.data


def read_rows(tmp_path: Path, *reports: Report) -> list[dict[str, Any]]:
    return read(table_of(*reports), tmp_path)[1].to_dict("records")


def assert_codes_are_known(schema: Schema, frame: pd.DataFrame) -> None:
    """Each coded cell is in its code list; those that must be there are."""
    for component in schema.components:
        cells = {cell for cell in frame[component.id] if not pd.isna(cell) and cell != ""}
        codes = component.enumeration
        assert codes is None or cells <= {code.id for code in codes}, component.id
        if component.required:
            assert not (frame[component.id].isna() | (frame[component.id] == "")).any()


def test_the_whole_record(tmp_path: Path) -> None:
    """Every report is a line, with the value, ends, source and period that it has in the table."""
    reports = {report.id: report for report in open_table(our_path()).reports}
    schema, frame = read(open_table(our_path()), tmp_path)
    assert_codes_are_known(schema, frame)
    keys = [component.id for component in schema.components.dimensions]
    assert not frame.duplicated(keys).any()
    assert len(frame) == len(reports)
    for row in frame.to_dict("records"):
        report = reports[row["REPORT_ID"]]
        # the CSV reader of pandas 2 is off by the last bit here and there
        assert row["OBS_VALUE"] == pytest.approx(report.value, rel=1e-14)
        for name, end in (("LOW", report.low), ("HIGH", report.high)):
            is_open = end is None and pd.isna(row[name])
            assert is_open or row[name] == pytest.approx(end, rel=1e-14)
        assert row["TIME_PERIOD"][:4] == str(report.year)
        assert (row["METRIC"], row["REF_AREA"], row["SOURCE"]) == (
            *(report.metric, report.zone, report.source),
        )
        assert (row["REPORT"] == "1") == report.preferred
        assert report.printed in row["COMMENT_OBS"]


def test_the_reports_of_one_figure_are_told_apart(tmp_path: Path) -> None:
    """The preferred one is 1, wherever it stands."""
    rows = read_rows(tmp_path, SECOND, FIRST, THIRD)
    assert {row["REPORT_ID"]: row["REPORT"] for row in rows} == {"b": "2", "a": "1", "c": "3"}


@pytest.mark.parametrize(
    ("report", "wanted"),
    [
        (FIRST, "2021"),
        (FIRST._replace(period="ytd", month=9), "2021-09"),
        (FIRST._replace(period="month", month=5), "2021-05"),
        (FIRST._replace(period="point"), "2021-12"),
    ],
)
def test_time_periods(report: Report, wanted: str, tmp_path: Path) -> None:
    """A year where it is a full one, else the month that the period ends with."""
    (row,) = read_rows(tmp_path, report)
    assert (row["TIME_PERIOD"], row["PERIOD"]) == (wanted, report.period)


@pytest.mark.parametrize(
    ("report", "status"), [(FIRST, "A"), (HEDGED, "E"), (DERIVED, "E"), (FORECAST, "F")]
)
def test_observation_status(report: Report, status: str, tmp_path: Path) -> None:
    """A of the SDMX list CL_OBS_STATUS only where nothing is hedged, derived or foreseen; the
    table's own words beside it."""
    (row,) = read_rows(tmp_path, report)
    assert row["OBS_STATUS"] == status
    assert (row["QUALIFIER"], row["STATUS"]) == (report.qualifier, report.status)


def test_an_open_end_is_absent(tmp_path: Path) -> None:
    (row,) = read_rows(tmp_path, HEDGED)
    assert row["LOW"] == 15.25e12
    assert math.isnan(row["HIGH"]) if isinstance(row["HIGH"], float) else row["HIGH"] in (None, "")


def test_the_comment(tmp_path: Path) -> None:
    """The printed number, the derivation, the note."""
    (row,) = read_rows(tmp_path, DERIVED._replace(note="a note"))
    assert row["COMMENT_OBS"] == "Printed: 15.3 trillion yuan; Derived: 173 - 84; a note"


def test_any_key_is_a_code(tmp_path: Path) -> None:
    """SDMX ids have letters, digits, _ - @ $ alone; 2026.09 is no version, 2026.9 is one."""
    table = table_of(ODD, FIRST)
    schema, frame = read(table, tmp_path)
    assert_codes_are_known(schema, frame)
    assert frame["METRIC"].tolist() == ["g$2E$d$2E$p", "gdp"]
    assert (schema.agency, schema.version) == ("ZONECLI", "2026.9")
    assert len({code_id(key) for key in ("a.b", "a$2E$b", "a b", "ab")}) == 4


@pytest.mark.parametrize(
    ("version", "wanted"), [("2026.11", "2026.11"), ("1.2.3", "1.2.3"), ("", "1.0"), ("x", "1.0")]
)
def test_versions(version: str, wanted: str) -> None:
    assert version_of(Dataset(name="", version=version)) == wanted


def test_what_sdmx_calls_a_metric() -> None:
    """As an annotation of its code."""
    message = read_sdmx(BytesIO(structure_bytes(table_of(FIRST))), validate=True)
    (metrics,) = (found for found in message.get_codelists() if found.id == "CL_METRIC")
    gdp = metrics["gdp"]
    assert gdp is not None
    assert [note.title for note in gdp.annotations] == ["B1GQ"]
    assert gdp.description == "All goods & services."
    (flow,) = message.get_dataflows()
    assert flow.name == "<own> & table (2026.09, 2026-09-30)"


def test_the_columns_of_a_user_are_attributes(tmp_path: Path) -> None:
    """None of them takes the id of ours, and each cell is as it was: no apostrophe before =."""
    names = further_ids(OwnTable.extra_columns)
    assert list(names.values()) == ["REVIEWER", "OBS_VALUE_2", "X"]
    schema, frame = read(table_of(FIRST), tmp_path)
    assert [c.id for c in schema.components][-3:] == list(names.values())
    assert frame[["REVIEWER", "OBS_VALUE_2", "X"]].astype(str).to_numpy().tolist() == [
        ["=anna", "6", "True"]
    ]


def test_a_table_without_reports(tmp_path: Path) -> None:
    """A heading and a structure, both valid."""
    (tmp_path / "data.csv").write_bytes(data_bytes(table_of()))
    assert len(pd.read_csv(tmp_path / "data.csv")) == 0
    read_sdmx(BytesIO(structure_bytes(table_of())), validate=True)


def test_the_same_table_gives_the_same_bytes() -> None:
    assert structure_bytes(table_of(FIRST)) == structure_bytes(table_of(FIRST))


def test_every_cross_domain_id_is_as_sdmx_has_it() -> None:
    """SDMX Glossary: the concepts that other programs look for by their ids."""
    assert {
        *("REF_AREA", "TIME_PERIOD", "UNIT_MEASURE", "OBS_VALUE", "OBS_STATUS", "UNIT_MULT"),
        "COMMENT_OBS",
    } <= {component.id for component in COMPONENTS}
