"""Small tables of random reports, as untidy as real ones, and random questions about them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from plain_model import FIGURE, Question, Record, Row, record_of

YEARS = (2019, 2020, 2021, 2022)
REGISTRIES: dict[str, Any] = {
    "dataset": {"name": "random reports", "version": "1", "date": "2025-01-01"},
    "metrics": {
        "gdp": {"label": "GDP", "unit": "CNY", "kind": "flow", "national": "gdp"},
        "exports": {
            "label": "Exports",
            "unit": "CNY",
            "kind": "flow",
            "national": "exports",
            "share_break": {"high-tech": 2021},
        },
        "exchange_rate": {"label": "Exchange rate", "unit": "CNY_per_USD", "kind": "flow"},
        "zone_count": {"label": "Number of zones", "unit": "count", "kind": "stock"},
        "firms": {"label": "Firms", "unit": "count", "kind": "stock", "national": "firms"},
        "place": {"label": "Place", "unit": "rank", "kind": "flow"},
    },
    "zone_types": {
        "high-tech": {"label": "high-tech zones"},
        "economic": {"label": "economic zones"},
        "national": {"label": "China"},
    },
    "zones": {
        "all": {"name": "all", "kind": "all", "types": ["high-tech", "economic", "national"]},
        "suzhou": {"name": "Suzhou", "kind": "zone", "types": ["high-tech", "economic"]},
    },
    "sources": {
        "office": {
            "title": "Yearbook",
            "url": "https://office.example",
            "published": "2023",
            "kind": "official-statistic",
        },
        "paper": {
            "title": "Paper",
            "url": "https://paper.example",
            "published": "2022-05",
            "kind": "press",
        },
    },
    "series": {"torch": {"name": "Torch"}, "ministry": {"name": "Ministry"}},
    "complete": True,
}
ZONE_METRICS = ("gdp", "gdp", "gdp", "exports", "exports", "zone_count", "firms", "firms", "place")
NATIONAL_METRICS = ("gdp", "gdp", "exports", "exchange_rate", "exchange_rate", "firms")
QUALIFIERS = ("exact",) * 6 + ("about", "nearly", "over", "at-least", "under", "at-most")
BASES = ("nominal", "real", "real", "unstated")
DIVISORS = ("gdp", "firms", "high_tech_enterprises", "exports")


def random_record(seed: int, size: int) -> Record:
    """A table of up to `size` reports, and one preferred report of each figure."""
    dice = random.Random(seed)
    reports = [_report(dice, number) for number in range(size)]
    chosen: set[tuple[Any, ...]] = set()
    for report in reports:
        figure = tuple(report[key] for key in FIGURE)
        report["preferred"] = figure not in chosen
        chosen.add(figure)
    return record_of(reports, REGISTRIES)


def _report(dice: random.Random, number: int) -> Row:
    zone_type = dice.choice(("high-tech", "high-tech", "economic", "national"))
    metric = dice.choice(NATIONAL_METRICS if zone_type == "national" else ZONE_METRICS)
    entry = REGISTRIES["metrics"][metric]
    measure = _measure(dice, zone_type, entry)
    other = "USD" if entry["unit"] == "CNY" and dice.random() < 0.15 else entry["unit"]
    unit = other if measure == "level" else "percent"
    period, month = _time(dice, entry["kind"])
    return {
        "id": f"report-{number}",
        "metric": metric,
        "measure": measure,
        "zone_type": zone_type,
        "zone": "all" if zone_type == "national" else dice.choice(("all", "all", "suzhou")),
        "year": dice.choice(YEARS),
        "period": period,
        "month": month,
        **_amount(dice, measure, unit),
        "unit": unit,
        "basis": dice.choice(("nominal", "real", "real", "unstated"))
        if measure == "growth"
        else None,
        "series": dice.choice((None, None, "ministry", *("torch",) * 5)),
        "status": dice.choice(("reported",) * 4 + ("derived", "forecast")),
        "derivation": None,
        "preferred": False,
        "source": dice.choice(("office", "office", "paper")),
        "note": None,
    }


def _measure(dice: random.Random, zone_type: str, entry: Row) -> str:
    if zone_type == "national":
        return dice.choice(("level", "growth")) if entry["unit"] == "CNY" else "level"
    if "national" not in entry:
        return "level"
    return dice.choice(("level", "level", "level", "level", "share", "growth"))


def _time(dice: random.Random, kind: str) -> tuple[str, int]:
    """Mostly full years and year-ends."""
    if kind == "stock":
        return "point", dice.choice((12, 12, 12, 6, 9))
    period = dice.choice(("year",) * 5 + ("ytd", "month"))
    return (period, 12) if period == "year" else (period, dice.choice((6, 9)))


def _amount(dice: random.Random, measure: str, unit: str) -> Row:
    """A value and the ends that its hedge leaves, as data/README.md has them; of growth bounded."""
    qualifier = dice.choice(QUALIFIERS)
    if measure == "growth":
        value, step = dice.randrange(-90, 200) / 10, 0.1
        qualifier = dice.choice(("exact", "about"))
    elif measure == "share" or unit == "CNY_per_USD":
        value, step = dice.randrange(10, 400) / 10, 0.1
    elif unit in ("count", "rank"):
        value, step = float(dice.randrange(0 if unit == "count" else 1, 40)), 1.0
    else:
        value, step = dice.randrange(1, 300) * 1e11, 1e11
    whole = unit in ("count", "rank")
    low, high = {
        "exact": (value, value) if whole else (value - step / 2, value + step / 2),
        "about": (value - step / 2, value + step / 2),
        "nearly": (value - step, value),
        "over": (value, None),
        "at-least": (value, None),
        "under": (0.0, value),
        "at-most": (0.0, value),
    }[qualifier]
    if measure != "growth":
        low = max(low, 0.0)
    return {
        "value": value,
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "printed": f"{qualifier} {value:g}",
    }


def write_parquet(record: Record, path: Path) -> None:
    """The table as a file that any Parquet writer could have made."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = record.reports.to_dict("records")
    table = pa.Table.from_pylist(rows, _schema(pa))
    metadata = {b"zonecli": json.dumps(record.registries).encode()}
    pq.write_table(table.replace_schema_metadata(metadata), path)


def _schema(pa: Any) -> Any:
    """The types that data/README.md gives the columns, in its order."""
    types = {"year": pa.int16(), "month": pa.int8(), "preferred": pa.bool_()}
    types |= dict.fromkeys(("value", "low", "high"), pa.float64())
    columns = (
        "id metric measure zone_type zone year period month value low high unit qualifier printed "
        "basis series status derivation preferred source note"
    )
    return pa.schema([(name, types.get(name, pa.string())) for name in columns.split()])


records = st.builds(random_record, st.integers(0, 2**32), st.integers(1, 150))


def some(words: tuple[str, ...], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    """Some of the words, in any order, each once."""
    return st.lists(st.sampled_from(words), min_size=least, max_size=3, unique=True).map(tuple)


def questions(record: Record, *, computing: bool = True) -> st.SearchStrategy[Question]:
    """Questions in the words of a record. Years: one, some, all, or the latest."""
    years = tuple(sorted(set(record.reports["year"])))
    year = st.sampled_from(years)
    metrics = tuple(record.registries["metrics"])
    spans = st.one_of(
        st.just({}),
        year.map(lambda y: {"first": y, "last": y}),
        st.tuples(year, year).map(lambda ys: {"first": min(ys), "last": max(ys)}),
        year.map(lambda y: {"first": y}),
        year.map(lambda y: {"last": y, "latest": True}),
        st.just({"latest": True}),
    )
    flag = st.booleans() if computing else st.just(False)
    base = st.one_of(st.none(), year) if computing else st.none()
    asked = st.builds(
        Question,
        metrics=some(metrics, least=1),
        types=st.one_of(st.just(()), some(tuple(record.registries["zone_types"]))),
        zones=st.one_of(st.just(()), some(tuple(record.registries["zones"]))),
        measures=st.one_of(st.just(()), some(("level", "share", "growth"))),
        statuses=st.one_of(st.just(()), some(("reported", "derived", "forecast"))),
        period=st.sampled_from((None, None, None, "year", "point", "ytd", "month", "any")),
        reports=st.booleans(),
        growth=flag,
        share=flag,
        per_zone=flag,
        per=some(tuple(m for m in DIVISORS if m in metrics)) if computing else st.just(()),
        index=base,
        usd=flag,
        real=base,
    )
    return st.tuples(asked, spans).map(lambda pair: pair[0]._replace(**pair[1]))
