"""Small tables in memory, made of reports written down in the test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from zonecli.stats.hedges import hedged_interval
from zonecli.stats.printed import read_number
from zonecli.table.columns import COUNTED_UNITS
from zonecli.table.registries import Metric, Registries, Series, Source, Zone, ZoneType
from zonecli.table.report import Report
from zonecli.table.table import Table

REGISTRIES = Registries(
    metrics={
        "gdp": Metric("gdp", "GDP", "地区生产总值", unit="CNY", kind="flow", national="gdp"),
        "output": Metric("output", "Output", unit="CNY", kind="flow"),
        "zone_count": Metric("zone_count", "Number of zones", unit="count", kind="stock"),
        "firms": Metric("firms", "Firms", unit="count", kind="stock", aliases=("companies",)),
        "exports": Metric("exports", "Exports", unit="CNY", kind="flow", national="exports"),
        "rank": Metric("rank", "Rank", unit="rank", kind="flow"),
    },
    zone_types={
        "high-tech": ZoneType("high-tech", "high-tech zones", "高新区", "High-tech"),
        "economic": ZoneType("economic", "economic zones", "经开区", "Economic"),
        "national": ZoneType("national", "China", "全国"),
    },
    zones={
        "all": Zone("all", "all zones", kind="all", types=("high-tech", "economic", "national")),
        "suzhou": Zone("suzhou", "Suzhou Park", "苏州", types=("economic", "high-tech")),
    },
    sources={
        "paper": Source("paper", "A newspaper", "The Paper", "https://paper.example", "2022"),
        "office": Source("office", "A yearbook", "The Office", "https://office.example", "2023"),
        "blog": Source("blog", "A page", "A Blog", "https://blog.example"),
    },
    series={"torch": Series("torch", "Torch"), "other": Series("other", "Other")},
)


def report(printed: str, metric: str = "gdp", year: int = 2021, **changes: Any) -> Report:
    """A report of the number `printed`, with the interval that its hedge and digits allow."""
    kind = REGISTRIES.metrics[metric].kind
    measure = changes.get("measure", "level")
    unit = "percent" if measure != "level" else REGISTRIES.metrics[metric].unit
    unit = changes.pop("unit", unit)
    number = read_number(printed)
    interval = hedged_interval(
        number.qualifier or "exact",
        number.value,
        step=number.step,
        significant=number.significant,
        whole=number.whole and unit in COUNTED_UNITS,
        floor=None if measure == "growth" else 0,
    )
    low, high = interval.ends()
    made = Report(
        id="",
        metric=metric,
        measure=measure,
        zone_type="high-tech",
        zone="all",
        year=year,
        period="point" if kind == "stock" else "year",
        month=12,
        value=number.value,
        low=low,
        high=high,
        unit=unit,
        qualifier=number.qualifier or "exact",
        printed=printed,
        basis="unstated" if measure == "growth" else None,
        series=None,
        status="reported",
        derivation=None,
        preferred=True,
        source="paper",
        note=None,
    )._replace(**changes)
    return made._replace(id="-".join(map(str, (*made.figure[:7], made.unit, made.source))))


def table(*reports: Report) -> Table:
    return Table(Path("memory.parquet"), reports, REGISTRIES)
