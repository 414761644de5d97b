"""The same reports in every layout that --data takes, and the layers that read them."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from zonecli.answers.choosing import scope_of
from zonecli.answers.compare import CompareRequest, compare
from zonecli.answers.show import ShowRequest, show
from zonecli.output import render
from zonecli.output.page import Page
from zonecli.table.columns import COLUMNS
from zonecli.table.engine_table import EngineLayer
from zonecli.table.layers import Layer, LayeredTable
from zonecli.table.locations import DataSet, data_set
from zonecli.table.opening import METADATA_KEY
from zonecli.table.own_tables import MemoryLayer
from zonecli.table.report import Report
from zonecli.table.streaming import StreamedLayer
from zonecli.table.table import Table

WAYS: dict[str, Callable[[DataSet], Layer]] = {
    "memory": lambda data: MemoryLayer(StreamedLayer(data)),
    "pyarrow": StreamedLayer,
    "duckdb": EngineLayer,
}


def opened(way: str, *locations: str | Path) -> LayeredTable:
    """The table, each layer of it read in this way."""
    return LayeredTable([WAYS[way](data_set(str(location))) for location in locations])


def save(
    path: Path,
    reports: Sequence[Report],
    registries: dict[str, Any] | None = None,
    *,
    without: Iterable[str] = (),
    row_group: int = 7,
    **more: Sequence[Any],
) -> Path:
    """A Parquet file of reports; `more`: columns of a user's own, or in place of ours."""
    arrays = {
        c.name: pa.array([getattr(r, c.name) for r in reports], pa.type_for_alias(c.type))
        for c in COLUMNS
    }
    arrays |= {
        name: cells if isinstance(cells, pa.Array) else pa.array(cells)
        for name, cells in more.items()
    }
    table = pa.table({name: cells for name, cells in arrays.items() if name not in set(without)})
    if registries is not None:
        table = table.replace_schema_metadata({METADATA_KEY: json.dumps(registries).encode()})
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path, row_group_size=row_group)
    return path


def save_partitioned(folder: Path, reports: Sequence[Report], by: Sequence[str]) -> Path:
    """One file for each value of these columns, in folders such as `year=2021`."""
    for key in {tuple(getattr(r, name) for name in by) for r in reports}:
        part = [r for r in reports if tuple(getattr(r, name) for name in by) == key]
        place = folder.joinpath(*(f"{n}={v}" for n, v in zip(by, key, strict=True)))
        save(place / "part.parquet", part, without=by)
    return folder


def csv_of_show(table: Table, metrics: Sequence[str], *types: str, **more: Any) -> str:
    scope = scope_of(table.registries, metrics, types=types)
    return str(render(show(table, ShowRequest(scope, **more)), "csv", Page()))


def csv_of_compare(table: Table, first: int, last: int, *types: str) -> str:
    scope = scope_of(table.registries, types=types)
    return str(render(compare(table, CompareRequest(first, last, scope)), "csv", Page()))


def random_reports(seed: int, count: int = 60) -> list[Report]:
    """Reports of few metrics, types, zones and years, so that many tell the same figure."""
    dice = random.Random(seed)
    made: dict[object, Report] = {}
    for number in range(count):
        metric = dice.choice(("gdp", "exports", "firms"))
        measure = dice.choice(("level", "level", "growth", "share"))
        value = float(dice.randrange(1, 500))
        unit = "count" if metric == "firms" else dice.choice(("CNY", "USD"))
        is_bound = dice.random() < 0.3
        report = Report(
            id=f"r{number:03d}",
            metric=metric,
            measure=measure,
            zone_type=dice.choice(("high-tech", "economic", "national")),
            zone=dice.choice(("all", "all", "it's-a-park", "东园")),
            year=dice.randrange(2010, 2015),
            period="point" if metric == "firms" else dice.choice(("year", "ytd")),
            month=12,
            value=value,
            low=value if is_bound else value - 0.5,
            high=None if is_bound else value + 0.5,
            unit=unit if measure == "level" else "percent",
            qualifier="over" if is_bound else dice.choice(("exact", "about")),
            printed=f"{value:g}",
            basis="nominal" if measure == "growth" else None,
            series=dice.choice((None, "torch")),
            status=dice.choice(("reported", "reported", "derived", "forecast")),
            derivation=None,
            preferred=False,
            source=dice.choice(("paper", "office")),
            note=dice.choice((None, "“quoted”, with a comma")),
        )
        if report.period == "ytd":
            report = report._replace(month=9)
        first = report.figure not in made
        made[report.figure if first else number] = report._replace(preferred=first)
    reports = list(made.values())
    dice.shuffle(reports)
    return reports
