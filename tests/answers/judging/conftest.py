"""The record's own table, opened once."""

from __future__ import annotations

from pathlib import Path

import pytest

from zonecli.table.opening import open_table
from zonecli.table.table import Table


@pytest.fixture(scope="session")
def record() -> Table:
    return open_table(Path(__file__).parents[3] / "data" / "metrics.parquet")
