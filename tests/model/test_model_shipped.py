"""On the table that comes with zonecli, the answers are those of the plain model too."""

from __future__ import annotations

import json
from pathlib import Path

import plain_model
import pyarrow.parquet as pq
import pytest
from agreement import differences, opened, pairs, shown
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_model import Question, Record, record_of
from random_records import questions

from zonecli.table.opening import open_table
from zonecli.table.table import Table

PARQUET = Path(__file__).parents[2] / "data" / "metrics.parquet"
EXAMPLES = settings.default.max_examples


def read() -> Record:
    with pq.ParquetFile(PARQUET) as file:
        reports = file.read().to_pylist()
        registries = json.loads(file.metadata.metadata[b"zonecli"])
    return record_of(reports, registries)


SHIPPED = read()


@pytest.fixture(scope="module")
def table() -> Table:
    return open_table(PARQUET)


def test_each_report_is_read_as_it_stands(table: Table) -> None:
    """The table that zonecli opens is the one that pyarrow alone reads."""
    assert list(table.reports) == list(opened(SHIPPED).reports)


def test_every_figure_of_every_type_and_zone(table: Table) -> None:
    """Each metric by itself, with growth, share and what it is a zone: no figure left out."""
    every = {
        "types": tuple(SHIPPED.registries["zone_types"]),
        "zones": tuple(SHIPPED.registries["zones"]),
    }
    for metric in SHIPPED.registries["metrics"]:
        asked = Question((metric,), **every, growth=True, share=True, per_zone=True)
        assert differences(plain_model.show(SHIPPED, asked), shown(table, asked)) == []


@settings(max_examples=EXAMPLES // 6)
@given(questions(SHIPPED))
def test_show(table: Table, asked: Question) -> None:
    """Random questions."""
    assert differences(plain_model.show(SHIPPED, asked), shown(table, asked)) == []


@settings(max_examples=EXAMPLES // 10)
@given(st.data())
def test_compare(table: Table, data: st.DataObject) -> None:
    """Random years, of all metrics or some. Of what is derived from the other year's figure
    ("2.5 times 2012") the source knows more than two figures would tell: left out."""
    asked = data.draw(questions(SHIPPED, computing=False))._replace(reports=False)
    asked = asked._replace(metrics=data.draw(st.sampled_from(((), asked.metrics))))
    year = st.integers(2005, 2025)
    years = sorted(data.draw(st.lists(year, min_size=2, max_size=2, unique=True)))
    expected = plain_model.compare(SHIPPED, asked, years[0], years[1])
    assert differences(expected, pairs(table, asked, years[0], years[1])) == []
