"""Registries made from the data: which questions they ask of it, and how often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from zonecli.errors import DataError
from zonecli.table import made
from zonecli.table.made import (
    Cells,
    OpenEntries,
    distinct_in,
    merged,
    read_written,
    registries_of,
)
from zonecli.table.report import Report
from zonecli.table.table import Filter

Make = Callable[..., Report]


class Data:
    """Reports whose distinct cells are asked for, and what was asked."""

    def __init__(self, *reports: Report) -> None:
        self.asked: list[tuple[tuple[str, ...], Filter]] = []
        self._distinct = distinct_in(reports)

    def distinct(self, columns: tuple[str, ...], wanted: Filter) -> set[Cells]:
        self.asked.append((columns, wanted))
        return self._distinct(columns, wanted)


def test_distinct_cells_are_of_the_reports_that_the_filter_admits(make_report: Make) -> None:
    reports = [
        make_report(id="a", year=2020),
        make_report(id="b", year=2020, zone="east-park"),
        make_report(id="c", year=2021),
        make_report(id="d", year=2022, preferred=False),
    ]
    distinct = distinct_in(iter(reports))
    columns = ("year", "metric")
    assert distinct(columns, Filter()) == {(2020, "gdp"), (2021, "gdp")}
    assert distinct(columns, Filter(only_preferred=False, first_year=2021)) == {
        (2021, "gdp"),
        (2022, "gdp"),
    }


def test_the_entries_that_the_data_alone_has(make_report: Make) -> None:
    """Units are of levels, the first of several; a stock is told of a point in time once at least;
    a zone has each type that it is told under."""
    point = {"metric": "zone_count", "period": "point", "zone": "east-park"}
    reports = [
        make_report(metric="rd_spending_total", unit="USD", zone_type="new-area"),
        make_report(metric="rd_spending_total", unit="CNY", zone="east-park"),
        make_report(metric="zone_count", measure="growth", unit="percent"),
        make_report(**point, measure="share", unit="percent", zone_type="economic"),
        make_report(metric="speed", measure="growth", unit="percent", source="other"),
    ]
    found = registries_of({}, distinct_in(reports))
    assert {m.id: (m.label, m.unit, m.kind) for m in found.metrics.values()} == {
        "rd_spending_total": ("rd spending total", "CNY", "flow"),
        "speed": ("speed", "count", "flow"),  # no level is known
        "zone_count": ("zone count", "count", "stock"),
    }
    assert {t.id: t.label for t in found.zone_types.values()} == {
        **{"economic": "economic", "high-tech": "high-tech", "new-area": "new-area"}
    }
    assert {z.id: (z.name, z.kind, z.types) for z in found.zones.values()} == {
        "all": ("all", "all", ("high-tech", "new-area")),
        "east-park": ("east-park", "zone", ("economic", "high-tech")),
    }
    assert {s.id: s.title for s in found.sources.values()} == {
        **{"bulletin": "bulletin", "other": "other"}
    }


def test_written_registries_are_completed_unless_they_are_complete(make_report: Make) -> None:
    """Only true says so, not what is as good as true elsewhere."""
    written: dict[str, Any] = {"zones": {"west-park": {"name": "West Park"}}, "by_hand": {"a": "b"}}
    distinct = distinct_in([make_report()])
    for complete in (None, False, 1, "yes"):
        registries = registries_of({**written, "complete": complete}, distinct)
        assert list(registries.zones) == ["west-park", "all"]
        assert (list(registries.metrics), registries.by_hand) == (["gdp"], {"a": "b"})
    registries = registries_of({**written, "complete": True}, distinct)
    assert (list(registries.zones), list(registries.metrics)) == (["west-park"], [])


def test_one_key_is_asked_for_alone(make_report: Make) -> None:
    data = Data(make_report(), make_report(id="b", metric="exports"))
    metrics = OpenEntries("metrics", {}, data.distinct, is_complete=False)
    assert metrics["gdp"].unit == "CNY"
    assert "lamps" not in metrics
    columns = ("metric", "measure", "unit", "period")
    assert data.asked == [
        (columns, Filter(only_preferred=False, metrics=("gdp",))),
        (columns, Filter(only_preferred=False, metrics=("lamps",))),
    ]
    assert "gdp" in metrics
    assert len(data.asked) == 2


def test_a_source_is_asked_for_with_a_report_in_hand(make_report: Make) -> None:
    """No filter picks by source, so that looking for one would go through the whole table."""
    data = Data(make_report())
    sources = OpenEntries("sources", {}, data.distinct, is_complete=False)
    assert sources["bulletin"].title == "bulletin"
    assert data.asked == []


def test_all_keys_are_asked_for_once_and_written_ones_stand_first(make_report: Make) -> None:
    data = Data(make_report(), make_report(id="b", metric="exports"), make_report(metric="zinc"))
    written = {"zinc": {"label": "Zinc"}, "lamps": {"label": "Lamps"}}
    metrics = OpenEntries("metrics", written, data.distinct, is_complete=False)
    assert (list(metrics), len(metrics)) == (["zinc", "lamps", "exports", "gdp"], 4)
    assert metrics["zinc"].label == "Zinc"
    assert "iron" not in metrics
    assert data.asked == [
        (("metric", "measure", "unit", "period"), Filter(only_preferred=False)),
    ]


def test_complete_registries_ask_nothing(make_report: Make) -> None:
    data = Data(make_report())
    metrics = OpenEntries("metrics", {"zinc": {"label": "Zinc"}}, data.distinct, is_complete=True)
    assert list(metrics) == ["zinc"]
    assert "gdp" not in metrics
    assert data.asked == []


def test_a_cell_that_is_null_is_no_key(make_report: Make) -> None:
    """The check of the rows refuses it, and it is no name to list until then."""
    reports = [make_report(zone="b"), make_report(zone=None), make_report(zone="a")]
    zones = OpenEntries("zones", {}, distinct_in(reports), is_complete=False)
    assert list(zones) == ["a", "b"]


def test_what_is_no_key_is_in_no_registry(make_report: Make) -> None:
    metrics = OpenEntries("metrics", {}, Data(make_report()).distinct, is_complete=False)
    assert None not in metrics
    assert 5 not in metrics


def test_metadata_is_text_of_a_certain_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two halves of a character are one; a half alone is no text that anyone could write."""
    written = b'{"a": "\\ud83c\\udfed"}'
    monkeypatch.setattr(made, "_MOST_METADATA", len(written))
    assert read_written(written, "t") == {"a": "\U0001f3ed"}
    for half in (b'{"a": "\\ud83c"}', b'{"a": "\\uDFED"}'):
        with pytest.raises(DataError, match=r"^t: the registries in its metadata are not JSON"):
            read_written(half, "t")
    with pytest.raises(DataError, match=r"^t: its metadata is larger than 21 bytes"):
        read_written(written + b" ", "t")


def test_registries_of_several_tables() -> None:
    """The first names the whole; of one key the last says what it is; later reasons come first."""
    first: dict[str, Any] = {
        "dataset": {"name": "the record"},
        "metrics": {"gdp": {"label": "GDP"}, "zinc": {"label": "Zinc"}},
        "explanations": ["first"],
        "by_hand": {"a": "seen by eye"},
        "complete": True,
    }
    second: dict[str, Any] = {
        "dataset": {"name": "mine"},
        "metrics": {"gdp": {"label": "My GDP"}},
        "series": {"torch": {"name": "Torch"}},
        "explanations": ["second", "third"],
        "complete": True,
    }
    assert merged([first, second]) == {
        "dataset": {"name": "the record"},
        "metrics": {"gdp": {"label": "My GDP"}, "zinc": {"label": "Zinc"}},
        **{"zone_types": {}, "zones": {}, "sources": {}},
        "series": {"torch": {"name": "Torch"}},
        "by_hand": {"a": "seen by eye"},
        "explanations": ["second", "third", "first"],
        "complete": True,
    }
    assert merged([{}, first])["dataset"] == {}  # not that of figures laid over it
    assert merged([first, {}])["complete"] is False
    assert merged([first, {"complete": 1}])["complete"] is False
