"""The registries: what a key stands for, as it rides in the table's metadata."""

from __future__ import annotations

from typing import Any

import pytest

from zonecli.errors import DataError
from zonecli.table import columns
from zonecli.table.opening import open_table
from zonecli.table.registries import Metric, Registries, Source, field_names


def test_entries_know_their_key_and_keep_their_order(registry_data: dict[str, Any]) -> None:
    registries = Registries.from_dict(registry_data)
    assert list(registries.metrics) == list(registry_data["metrics"])
    for key, metric in registries.metrics.items():
        assert metric.id == key
    assert registries.zones["east-park"].types == ("high-tech",)
    assert registries.series["torch"].precedence == 1


def test_lists_become_tuples(registries: Registries) -> None:
    """An entry cannot be changed by accident."""
    metric = registries.metrics["rd_expenditure"]
    assert metric.aliases == ("R&D", "research budget")
    with pytest.raises(AttributeError):
        metric.label = "other"  # type: ignore[misc]


def test_nothing_at_all_is_empty_registries() -> None:
    registries = Registries.from_dict({})
    assert registries == Registries()
    assert not registries.metrics
    assert not registries.by_hand


def test_explanations_of_conflicts_are_read() -> None:
    """What is not said of a figure is null: of any period, month and unit."""
    told = {"metric": "gdp", "zone_type": "economic", "year": 2023, "explanation": "two bodies"}
    (explanation,) = Registries.from_dict({"explanations": [told]}).explanations["gdp"]
    assert (explanation.metric, explanation.year, explanation.kind) == ("gdp", 2023, "reports")
    assert (explanation.period, explanation.month, explanation.unit) == (None, None, None)


def test_a_broken_entry_is_named() -> None:
    with pytest.raises(DataError, match="Metric gdp"):
        use({"metrics": {"zone_count": {"label": "Zones"}, "gdp": {"colour": "red"}}})


def use(data: dict[str, Any]) -> None:
    """Reads each entry, as a command would: an entry is made when it is asked for."""
    registries = Registries.from_dict(data)
    for registry in (registries.metrics, registries.zone_types, registries.zones):
        assert list(registry.values()) is not None
    assert list(registries.sources.values()) is not None


@pytest.mark.parametrize(
    "data",
    [
        {"metrics": []},
        {"metrics": {"gdp": "GDP"}},
        {"metrics": {"gdp": {"unit": "CNY"}}},
        {"metrics": {"gdp": {"label": "GDP", "colour": "red"}}},
        {"zones": {"all": None}},
        {"dataset": {"no": "such field"}},
        {"by_hand": "gdp"},
    ],
)
def test_another_shape_is_one_clear_error(data: dict[str, Any]) -> None:
    with pytest.raises(DataError, match=r"(?i)registr.* of the table|registries in the") as error:
        use(data)
    assert "\n" not in str(error.value)


def test_field_names_leave_the_key_out() -> None:
    assert "id" not in field_names(Metric)
    assert {"label", "definition", "unit", "kind", "aliases"} <= set(field_names(Metric))
    assert {"title", "publisher", "url", "published", "seen"} <= set(field_names(Source))


# ----------------------------------------------------------------------------- the real table


def test_every_key_in_the_table_has_an_entry_of_its_own() -> None:
    """No entry had to be made up: each has what the design asks of it."""
    table = open_table()
    registries = table.registries
    for report in table.reports:
        assert registries.metrics[report.metric].definition
        assert registries.zone_types[report.zone_type].definition
        assert registries.zones[report.zone].name
        assert registries.sources[report.source].url.startswith("http")
        assert report.series is None or report.series in registries.series


def test_words_of_the_real_table_are_in_the_closed_lists() -> None:
    for report in open_table().reports:
        assert report.measure in columns.MEASURES
        assert report.period in columns.PERIODS
        assert report.status in columns.STATUSES
        assert report.unit in columns.UNITS
        assert report.basis is None or report.basis in columns.BASES


def test_the_record_can_be_cited() -> None:
    dataset = open_table().registries.dataset
    assert dataset.name
    assert dataset.version
    assert len(dataset.date) == len("2025-01-01")
