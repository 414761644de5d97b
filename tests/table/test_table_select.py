"""Picking reports: each limit alone, all together, and the rows in the table's order."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from zonecli.stats.interval import Interval
from zonecli.table.columns import COLUMN_NAMES, FIGURE_KEY, SORT_KEY
from zonecli.table.opening import open_table
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

Make = Callable[..., Report]


@pytest.fixture
def table(make_report: Make, registries: Registries) -> Table:
    rows: list[dict[str, Any]] = [
        {"id": "gdp-2012", "year": 2012},
        {"id": "gdp-2021"},
        {"id": "gdp-2021-other", "preferred": False},
        {"id": "gdp-economic", "zone_type": "economic", "year": 2024},
        {"id": "gdp-ytd", "year": 2023, "period": "ytd", "month": 9},
        {"id": "gdp-derived", "year": 2013, "status": "derived"},
        {"id": "gdp-growth", "measure": "growth", "year": 2024},
        {"id": "count", "metric": "zone_count", "period": "point"},
        {"id": "park", "zone": "east-park"},
    ]
    reports = tuple(make_report(**row) for row in rows)
    return Table(Path("table.parquet"), reports, registries)


LIMITS: list[tuple[dict[str, Any], set[str]]] = [
    ({}, {"gdp-2021-other"}),
    ({"only_preferred": False}, set()),
    ({"metrics": ("gdp",)}, {"gdp-2021-other", "count"}),
    ({"metrics": ("gdp", "zone_count")}, {"gdp-2021-other"}),
    ({"measures": ("level",)}, {"gdp-2021-other", "gdp-growth"}),
    ({"zone_types": ("high-tech",)}, {"gdp-2021-other", "gdp-economic"}),
    ({"zones": ("all",)}, {"gdp-2021-other", "park"}),
    ({"first_year": 2013}, {"gdp-2021-other", "gdp-2012"}),
    ({"last_year": 2023}, {"gdp-2021-other", "gdp-economic", "gdp-growth"}),
    ({"periods": ("year", "point")}, {"gdp-2021-other", "gdp-ytd"}),
    ({"statuses": ("reported",)}, {"gdp-2021-other", "gdp-derived"}),
    (
        {"years": (2021, 2013, 2023)},
        {"gdp-2021-other", "gdp-2012", "gdp-economic", "gdp-growth"},
    ),
    (
        {"ids": ("gdp-2021", "gdp-2021-other", "count"), "only_preferred": False},
        {"gdp-2012", "gdp-economic", "gdp-ytd", "gdp-derived", "gdp-growth", "park"},
    ),
]


@pytest.mark.parametrize(("limits", "left_out"), LIMITS)
def test_each_limit_alone(table: Table, limits: dict[str, Any], left_out: set[str]) -> None:
    found = [report.id for report in table.select(Filter(**limits))]
    everything = [report.id for report in table.reports]
    assert found == [name for name in everything if name not in left_out]


@pytest.mark.parametrize(("limits", "left_out"), LIMITS)
def test_each_limit_alone_in_sql(table: Table, limits: dict[str, Any], left_out: set[str]) -> None:
    """An engine that filters by itself picks the same."""
    found = picked_by_sql(table, Filter(**limits))
    assert found == [report.id for report in table.reports if report.id not in left_out]


def test_limits_add_up_in_sql(table: Table) -> None:
    wanted = Filter(
        metrics=("gdp", "zone_count"),
        measures=("level",),
        zones=("all", "east-park"),
        first_year=2013,
        last_year=2023,
        statuses=("reported",),
    )
    found = picked_by_sql(table, wanted)
    assert found == [report.id for report in table.select(wanted)]
    assert found == ["gdp-2021", "gdp-ytd", "count", "park"]


def picked_by_sql(table: Table, wanted: Filter) -> list[str]:
    """The ids of what SQLite picks."""
    condition, values = wanted.as_sql()
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE t ({', '.join(COLUMN_NAMES)})")
        marks = ", ".join("?" * len(COLUMN_NAMES))
        connection.executemany(f"INSERT INTO t VALUES ({marks})", table.reports)
        query = f"SELECT id FROM t WHERE {condition} ORDER BY rowid"
        return [row[0] for row in connection.execute(query, values)]


def test_limits_add_up(table: Table) -> None:
    wanted = Filter(metrics=("gdp",), zones=("all",), first_year=2021, last_year=2021)
    assert [report.id for report in table.select(wanted)] == ["gdp-2021"]


def test_a_year_is_inside_its_own_limits(table: Table) -> None:
    """From 2012 to 2012 is 2012."""
    wanted = Filter(first_year=2012, last_year=2012)
    assert [report.id for report in table.select(wanted)] == ["gdp-2012"]


def test_nothing_fits_is_an_empty_answer(table: Table) -> None:
    assert list(table.select(Filter(metrics=("exports",)))) == []


def test_a_report_knows_its_figure_and_interval(make_report: Make) -> None:
    report = make_report()
    assert report.figure == tuple(getattr(report, name) for name in FIGURE_KEY)
    assert report.interval == Interval(15.25e12, 15.35e12)
    assert make_report(high=None).interval == Interval.of(15.25e12, None)
    assert report._fields == COLUMN_NAMES


# ----------------------------------------------------------------------------- the real table


@pytest.mark.parametrize(
    ("year", "value", "source"),
    [
        (2012, 5.4e12, "flanders-china-2022"),
        (2021, 15.3e12, "flanders-china-2022"),
        (2024, 19.3e12, "ics-2025"),
    ],
)
def test_the_gdp_of_the_articles(year: int, value: float, source: str) -> None:
    wanted = Filter(
        metrics=("gdp",),
        measures=("level",),
        zone_types=("high-tech",),
        zones=("all",),
        first_year=year,
        last_year=year,
        only_preferred=False,
    )
    found = [report for report in open_table().select(wanted) if report.source == source]
    assert [report.value for report in found] == [value]
    assert found[0].interval == pytest.approx((value - 0.05e12, value + 0.05e12))


def test_the_real_table_is_sorted() -> None:
    keys = [tuple(getattr(r, name) for name in SORT_KEY) for r in open_table().reports]
    assert keys == sorted(keys)


def test_names_of_reports_are_never_used_twice() -> None:
    names = [report.id for report in open_table().reports]
    assert len(names) == len(set(names))


def test_every_real_value_lies_in_its_interval() -> None:
    for report in open_table().reports:
        assert report.interval.holds(report.value), report.id
