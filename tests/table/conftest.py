"""A report to vary, and registries to put it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from zonecli.table.registries import Registries
from zonecli.table.report import Report

REPORT: dict[str, Any] = {
    "id": "gdp-high-tech-2021-bulletin",
    "metric": "gdp",
    "measure": "level",
    "zone_type": "high-tech",
    "zone": "all",
    "year": 2021,
    "period": "year",
    "month": 12,
    "value": 15.3e12,
    "low": 15.25e12,
    "high": 15.35e12,
    "unit": "CNY",
    "qualifier": "exact",
    "printed": "15.3 trillion",
    "basis": None,
    "series": None,
    "status": "reported",
    "derivation": None,
    "preferred": True,
    "source": "bulletin",
    "note": None,
}

REGISTRIES: dict[str, Any] = {
    "dataset": {"name": "a small record", "version": "1", "date": "2025-01-01"},
    "metrics": {
        "gdp": {
            "label": "GDP",
            "label_zh": "地区生产总值",
            "unit": "CNY",
            "kind": "flow",
            "aliases": ["gross domestic product", "园区生产总值"],
        },
        "rd_expenditure": {
            "label": "R&D spending",
            "label_zh": "研发经费",
            "unit": "CNY",
            "kind": "flow",
            "aliases": ["R&D", "research budget"],
        },
        "industrial_value_added": {"label": "Industrial value added", "label_zh": "工业增加值"},
        "zone_count": {"label": "Number of zones", "unit": "count", "kind": "stock"},
    },
    "zone_types": {
        "high-tech": {
            "label": "national high-tech zones",
            "label_zh": "国家高新技术产业开发区",
            "short": "High-tech",
            "short_zh": "高新区",
            "aliases": ["hi-tech", "hntz"],
        },
        "economic": {
            "label": "national economic and technological development zones",
            "label_zh": "国家级经济技术开发区",
            "aliases": ["经开区", "etdz"],
        },
        "national": {"label": "China"},
    },
    "zones": {
        "all": {"name": "all zones", "name_zh": "全部", "kind": "all", "aliases": ["total"]},
        "east-park": {"name": "East Park", "name_zh": "东园", "types": ["high-tech"]},
        "east-harbour": {
            "name": "East Harbour",
            "types": ["economic"],
            "aliases": ["Xinqu"],
        },
        "west-park": {"name": "West Park", "types": ["high-tech"], "aliases": ["Xinqu"]},
    },
    "sources": {"bulletin": {"title": "Bulletin", "published": "2022-09", "kind": "ministry"}},
    "series": {"torch": {"name": "Torch statistics"}},
}


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """A report with some cells changed."""
    return lambda **changes: Report(**{**REPORT, **changes})


@pytest.fixture
def registry_data() -> dict[str, Any]:
    """The registries as the metadata of a table holds them."""
    return REGISTRIES


@pytest.fixture
def registries() -> Registries:
    return Registries.from_dict(REGISTRIES)
