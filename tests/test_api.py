"""The Python API: the commands as functions, with the same columns, raising our own exceptions."""

from __future__ import annotations

import doctest
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

import zonecli
from zonecli.errors import UnknownNameError, UsageError


def test_the_examples_in_the_docstrings_run() -> None:
    outcome = doctest.testmod(zonecli)
    assert outcome.attempted >= 10
    assert outcome.failed == 0


def csv_of(*words: str) -> pd.DataFrame:
    program = str(Path(sys.executable).with_name("zonecli"))
    done = subprocess.run([program, *words, "--csv"], capture_output=True, check=True)
    return pd.read_csv(StringIO(done.stdout.decode()))


@pytest.mark.parametrize(
    ("frame", "words"),
    [
        (lambda: zonecli.show("gdp", types="high-tech"), ["show", "gdp", "--type", "high-tech"]),
        (
            lambda: zonecli.show("gdp", types="high-tech", per_zone=True, real=2020),
            ["show", "gdp", "--type", "high-tech", "--per-zone", "--real", "2020"],
        ),
        (lambda: zonecli.compare(2012, 2021), ["compare", "2012", "2021"]),
        (lambda: zonecli.rank("mofcom_rank", year=2023), ["rank", "mofcom_rank", "-y", "2023"]),
        (lambda: zonecli.conflicts("gdp"), ["conflicts", "gdp"]),
        (lambda: zonecli.conflicts(year=2022), ["conflicts", "--year", "2022"]),
        (
            lambda: zonecli.explain("gdp", types="high-tech", year=2021),
            ["explain", "gdp", "--type", "high-tech", "--year", "2021"],
        ),
    ],
    ids=["show", "show computed", "compare", "rank", "conflicts", "conflicts of a year", "explain"],
)
def test_frames_have_the_columns_and_rows_of_the_csv(
    frame: Callable[[], pd.DataFrame], words: list[str]
) -> None:
    from_api, from_csv = frame(), csv_of(*words)
    assert list(from_api.columns) == list(from_csv.columns)
    assert len(from_api) == len(from_csv) > 0
    for name in ("value", "low", "high", "percent_low", "apart"):
        if name in from_api:
            pd.testing.assert_series_equal(
                from_api[name].astype(float), from_csv[name].astype(float), check_names=False
            )


def test_sources_and_notes_travel_in_attrs() -> None:
    gdp = zonecli.show("gdp", types="high-tech")
    assert {source["id"] for source in gdp.attrs["sources"]} >= set(gdp["source"])
    assert any("Sources disagree" in note for note in gdp.attrs["notes"])
    assert gdp.attrs["title"].startswith("GDP")
    assert gdp.attrs["data"]["name"] == "zonecli record of China's development zones"


def test_an_empty_answer_has_its_columns() -> None:
    empty = zonecli.show("gdp", types="high-tech", year=1950)
    assert empty.empty
    assert "value" in empty.columns


def test_our_own_exceptions_are_raised() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'gdp'"):
        zonecli.show("gpd")
    with pytest.raises(UsageError, match="earlier year first"):
        zonecli.compare(2021, 2012)
