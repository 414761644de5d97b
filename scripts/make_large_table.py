"""Makes synthetic tables of zonecli's columns: as many rows as wanted, the same ones every time.

    python scripts/make_large_table.py 10_000_000 /tmp/large [--layout sorted|unsorted|partitioned]

Rows come from their number alone: the number, read in mixed radix, is a metric, a measure, a zone
type, a zone, a year and which of two reports it is. So a table is written chunk by chunk in bounded
memory, and an unsorted one holds the same rows as the sorted one, in another order.

    sorted        one file in the table's own order
    unsorted      one file, the rows scattered over it: no row group can be left out
    partitioned   metric=…/zone_type=…/part.parquet, as Hive, Spark and DuckDB lay tables out
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from zonecli.table.columns import COLUMNS
from zonecli.table.opening import METADATA_KEY

LAYOUTS = ("sorted", "unsorted", "partitioned")
METRICS = ("exports", "gdp", *(f"metric_{n:02d}" for n in range(37)), "zone_count")
MEASURES = ("growth", "level", "share")  # the order in which a sorted table has them
ZONE_TYPES = (
    *("bonded", "border", "economic", "free-trade"),
    *("high-tech", "innovation-demo", "national", "new-area"),
)
FIRST_YEAR, YEARS = 1990, 35
REPORTS = 2  # of each figure, the first one preferred
_ROWS_OF_A_ZONE = len(METRICS) * len(MEASURES) * len(ZONE_TYPES) * YEARS * REPORTS
_CHUNK = 500_000
_ROW_GROUP = 125_000
_SCATTER = 61_803_399  # a prime: multiplied by it, the numbers below any other N change places


@dataclass(frozen=True)
class Layout:
    """How many rows there are to be, and how many zones they need."""

    rows: int

    @property
    def zones(self) -> int:
        return math.ceil(self.rows / _ROWS_OF_A_ZONE)

    @property
    def radix(self) -> tuple[int, ...]:
        """Metric, measure, zone type, zone, year, report: the last one turns fastest."""
        return (len(METRICS), len(MEASURES), len(ZONE_TYPES), self.zones, YEARS, REPORTS)

    def in_order(self) -> Iterator[Any]:
        """The numbers of the rows in the table's order, chunk by chunk."""
        for start in range(0, self.rows, _CHUNK):
            yield np.arange(start, min(start + _CHUNK, self.rows), dtype=np.int64)

    def scattered(self) -> Iterator[Any]:
        """The same numbers, each once, so mixed that every chunk has some of everything."""
        for numbers in self.in_order():
            yield numbers * _SCATTER % self.rows

    def of_partition(self, metric: int, zone_type: int) -> Any:
        """The numbers of the rows of one metric and zone type, in order."""
        block = self.zones * YEARS * REPORTS
        starts = [
            ((metric * len(MEASURES) + measure) * len(ZONE_TYPES) + zone_type) * block
            for measure in range(len(MEASURES))
        ]
        numbers = np.concatenate([np.arange(s, s + block, dtype=np.int64) for s in starts])
        return numbers[numbers < self.rows]


def rows_of(numbers: Any, layout: Layout) -> pa.Table:
    """The rows with these numbers, in the table's columns."""
    metric, measure, zone_type, zone, year, report = np.unravel_index(numbers, layout.radix)
    is_level = measure == MEASURES.index("level")
    counted = metric == METRICS.index("zone_count")
    years = (year + FIRST_YEAR).astype(np.int16)
    start = 1e9 * (1 + (metric * 31 + zone_type * 17 + zone * 7) % 89)
    value, step = _values(np.where(counted, 50.0, start), year, is_level)
    texts, place = np.unique(value, return_inverse=True)
    words = {
        "metric": _picked(METRICS, metric),
        "measure": _picked(MEASURES, measure),
        "zone_type": _picked(ZONE_TYPES, zone_type),
        "zone": _picked(_zone_names(layout.zones), zone),
        "source": _picked(("yearbook", "newspaper"), report),
    }
    columns = {
        "id": _joined([*words.values(), pa.array(years).cast(pa.string())]),
        **words,
        "year": pa.array(years),
        "period": _picked(("year", "point"), counted.astype(int)),
        "month": pa.array(np.full(len(numbers), 12, dtype=np.int8)),
        "value": pa.array(value),
        "low": pa.array(value - step / 2),
        "high": pa.array(value + step / 2),
        "unit": _picked(("percent", "CNY", "count"), np.where(is_level, 1 + counted, 0)),
        "qualifier": _picked(("exact",), np.zeros(len(numbers), dtype=int)),
        "printed": _picked([f"{text:.15g}" for text in texts], place),
        "basis": _picked((None, "nominal"), (measure == MEASURES.index("growth")).astype(int)),
        "series": _picked(("yearbook", None), report),
        "status": _picked(("reported",), np.zeros(len(numbers), dtype=int)),
        "derivation": pa.nulls(len(numbers), pa.string()),
        "preferred": pa.array(report == 0),
        "note": pa.nulls(len(numbers), pa.string()),
    }
    return pa.table([columns[c.name] for c in COLUMNS], schema=_schema())


def _values(start: Any, year: Any, is_level: Any) -> tuple[Any, Any]:
    """The figures, levels of three digits that grow by a tenth a year, and the last digit's step.

    Growth and levels fit each other, so that no answer speaks of conflicts.
    """
    amount = start * 1.1**year
    step = np.where(is_level, 10.0 ** (np.floor(np.log10(amount)) - 2), 1.0)
    return np.where(is_level, np.round(amount / step) * step, 10.0), step


def _picked(words: Any, places: Any) -> pa.Array:
    return pa.DictionaryArray.from_arrays(
        pa.array(places, pa.int32()), pa.array(words, pa.string())
    ).dictionary_decode()


def _joined(parts: list[pa.Array]) -> pa.Array:
    """Ids: safe in a shell, so with hyphens for the underscores of metrics."""
    return pc.replace_substring(pc.binary_join_element_wise(*parts, "-"), "_", "-")


def _zone_names(count: int) -> list[str]:
    return ["all", *(f"zone-{n:05d}" for n in range(1, count))]


def _schema() -> pa.Schema:
    return pa.schema(
        [pa.field(c.name, pa.type_for_alias(c.type), nullable=c.nullable) for c in COLUMNS]
    )


def registries(layout: Layout) -> dict[str, Any]:
    """What the keys stand for, as the metadata holds it."""
    return {
        "complete": True,
        "dataset": {"name": f"synthetic table of {layout.rows} rows", "version": "1"},
        "metrics": {
            m: {
                "label": m,
                "unit": "count" if m == "zone_count" else "CNY",
                "kind": "stock" if m == "zone_count" else "flow",
            }
            for m in METRICS
        },
        "zone_types": {t: {"label": f"{t} zones", "short": t} for t in ZONE_TYPES},
        "zones": {
            z: {"name": z, "kind": "all" if z == "all" else "zone", "types": list(ZONE_TYPES)}
            for z in _zone_names(layout.zones)
        },
        "sources": {s: {"title": s, "published": "2025"} for s in ("newspaper", "yearbook")},
        "series": {"yearbook": {"name": "The yearbook"}},
    }


def write_file(path: Path, chunks: Iterator[Any], layout: Layout, *, described: bool) -> None:
    """One Parquet file of the rows with these numbers; `described`: with the registries."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with pq.ParquetWriter(path, _schema(), compression="zstd", store_schema=False) as writer:
        for numbers in chunks:
            writer.write_table(rows_of(numbers, layout), row_group_size=_ROW_GROUP)
        if described:
            text = json.dumps(registries(layout), separators=(",", ":"))
            writer.add_key_value_metadata({METADATA_KEY.decode(): text})


def make(rows: int, folder: Path, layout_name: str, *, described: bool = True) -> Path:
    """Writes the table of that many rows and answers where it is."""
    layout = Layout(rows)
    place = folder / f"{layout_name}-{rows}"
    if layout_name != "partitioned":
        chunks = layout.in_order() if layout_name == "sorted" else layout.scattered()
        write_file(place.with_suffix(".parquet"), chunks, layout, described=described)
        return place.with_suffix(".parquet")
    for m, metric in enumerate(METRICS):
        for t, zone_type in enumerate(ZONE_TYPES):
            part = place / f"metric={metric}" / f"zone_type={zone_type}" / "part.parquet"
            first = described and m == t == 0
            write_file(part, iter([layout.of_partition(m, t)]), layout, described=first)
    return place


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("rows", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--layout", choices=LAYOUTS, action="append")
    options = parser.parse_args()
    for layout_name in options.layout or LAYOUTS:
        print(make(options.rows, options.folder, layout_name))


if __name__ == "__main__":
    main()
