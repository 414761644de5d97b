"""Figures that may have been left without their series."""

from __future__ import annotations

import pytest

from zonecli.build.series_gaps import series_gaps
from zonecli.table.registries import Registries
from zonecli.table.report import Report

REGISTRIES = Registries.from_dict(
    {
        "sources": {
            "bulletin": {"title": "Bulletin", "publisher": "Ministry"},
            "paper": {"title": "Article", "publisher": "Paper"},
        },
        "series": {"yearly": {"name": "Yearly", "publisher": "Ministry"}},
    }
)
FIRST = Report(
    *("gdp-2021", "gdp", "level", "high-tech", "all", 2021, "year", 12),
    *(15.3e12, 15.25e12, 15.35e12, "CNY", "exact", "15.3 trillion", None, "yearly"),
    *("reported", None, True, "bulletin", None),
)


def test_a_figure_without_the_series_of_its_publisher() -> None:
    later = FIRST._replace(id="gdp-2022", year=2022, series=None)
    assert series_gaps([FIRST, later], REGISTRIES) == [
        "gdp-2022 is in no series, but Ministry has yearly"
    ]


@pytest.mark.parametrize(
    "changes",
    [{"series": "yearly"}, {"source": "paper"}, {"metric": "exports"}, {"measure": "share"}],
)
def test_what_is_no_gap(changes: dict[str, str]) -> None:
    """In the series; of another publisher; of a line that no series has."""
    later = FIRST._replace(**{"id": "gdp-2022", "year": 2022, "series": None, **changes})
    assert series_gaps([FIRST, later], REGISTRIES) == []
