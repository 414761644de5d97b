"""data/datapackage.json: what it says of the table is true, and other tools can check that."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import frictionless
import pyarrow.parquet as pq
import pytest

from zonecli.build.datapackage import UNIT_LABELS, descriptor, descriptor_bytes
from zonecli.build.parquet import table_bytes
from zonecli.table.columns import COLUMN_NAMES, COLUMNS, UNITS
from zonecli.table.opening import open_table
from zonecli.table.report import Report

DATA = Path(__file__).parents[2] / "data"
VOCABULARIES = ("measure", "zone_type", "period", "unit", "qualifier", "basis", "status")


@cache
def reports() -> tuple[Report, ...]:
    return open_table(DATA / "metrics.parquet").reports


@cache
def registries() -> dict[str, Any]:
    metadata = pq.ParquetFile(DATA / "metrics.parquet").metadata.metadata
    found: dict[str, Any] = json.loads(metadata[b"zonecli"])
    return found


def written(folder: Path, **changes: Any) -> Path:
    """A package of some of the record's reports in `folder`, one of which is changed."""
    some = [*reports()[:20]]
    some[5] = some[5]._replace(**changes)
    content = table_bytes(some, registries())
    (folder / "metrics.parquet").write_bytes(content)
    path = folder / "datapackage.json"
    path.write_bytes(descriptor_bytes(some, registries(), content))
    return path


@pytest.fixture(scope="module")
def committed() -> dict[str, Any]:
    described: dict[str, Any] = json.loads((DATA / "datapackage.json").read_bytes())
    return described


def fields(described: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in described["resources"][0]["schema"]["fields"]}


def test_frictionless_validates_the_committed_package() -> None:
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    done = subprocess.run(command, cwd=DATA, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (task,) = json.loads(done.stdout)["tasks"]
    assert task["valid"]
    assert task["labels"] == list(COLUMN_NAMES)
    assert task["stats"]["rows"] == len(reports())


def test_the_committed_package_is_of_the_committed_table(committed: dict[str, Any]) -> None:
    """Frictionless does not look at the hash of a Parquet file: this does."""
    (resource,) = committed["resources"]
    content = (DATA / resource["path"]).read_bytes()
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    described = descriptor_bytes(reports(), registries(), content)
    assert (DATA / "datapackage.json").read_bytes() == described


def test_what_it_says_of_the_record(committed: dict[str, Any]) -> None:
    dataset = registries()["dataset"]
    assert committed["title"] == dataset["name"]
    assert committed["version"] == dataset["version"]
    assert committed["created"] == f"{dataset['date']}T00:00:00Z"
    assert [licence["name"] for licence in committed["licenses"]] == ["CC-BY-4.0"]
    assert "facts" in committed["description"]
    assert f"{len(committed['sources']):,} sources" in committed["description"]
    assert len(committed["sources"]) == len({report.source for report in reports()})
    assert all(set(source) == {"title", "path"} for source in committed["sources"])
    assert all(s["path"].startswith(("http://", "https://")) for s in committed["sources"])


def test_every_column_is_described(committed: dict[str, Any]) -> None:
    described = fields(committed)
    assert tuple(described) == COLUMN_NAMES
    for column in COLUMNS:
        field = described[column.name]
        assert field["description"] == column.description
        assert field.get("constraints", {}).get("required", False) is not column.nullable
    assert described["id"]["constraints"]["unique"]
    assert committed["resources"][0]["schema"]["primaryKey"] == ["id"]
    assert {name for name, f in described.items() if "enum" in f.get("constraints", {})} == {
        *VOCABULARIES
    }


def test_every_unit_is_explained(committed: dict[str, Any]) -> None:
    assert tuple(UNIT_LABELS) == UNITS
    told = {entry["value"]: entry["label"] for entry in fields(committed)["unit"]["categories"]}
    assert told == UNIT_LABELS


def test_a_valid_package_passes(tmp_path: Path) -> None:
    assert frictionless.validate(str(written(tmp_path))).valid


@pytest.mark.parametrize(
    ("column", "value"),
    [("unit", "furlongs"), ("month", 13), ("basis", "guessed"), ("zone_type", "lunar")],
)
def test_a_spoilt_table_fails(tmp_path: Path, column: str, value: str | int) -> None:
    """The schema is no ornament: frictionless finds a row that breaks it."""
    report = frictionless.validate(str(written(tmp_path, **{column: value})))
    assert ["constraint-error", column] in report.flatten(["type", "fieldName"])


def test_an_id_that_stands_twice_fails(tmp_path: Path) -> None:
    report = frictionless.validate(str(written(tmp_path, id=reports()[6].id)))
    assert ["unique-error", "id"] in report.flatten(["type", "fieldName"])


def test_the_same_table_gives_the_same_bytes() -> None:
    first = descriptor_bytes(reports()[:3], registries(), b"the table")
    again = json.loads(json.dumps(registries()))
    assert descriptor_bytes(reports()[:3], again, b"the table") == first
    assert descriptor_bytes(reports()[:3], registries(), b"another") != first
    assert first.endswith(b"}\n")


def test_a_record_without_date_and_licence_leaves_them_out() -> None:
    bare = {"dataset": {"name": "a small record"}, "sources": {}, "zone_types": {}}
    described = descriptor((), bare, b"", "table.parquet")
    assert {"created", "version", "licenses", "sources"}.isdisjoint(described)
    assert described["resources"][0]["path"] == "table.parquet"


def test_an_unknown_licence_is_named() -> None:
    bare = {"dataset": {"license": "ODbL-1.0"}, "sources": {}, "zone_types": {}}
    assert descriptor((), bare, b"")["licenses"] == [{"name": "ODbL-1.0"}]
