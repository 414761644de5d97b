"""What the cells of a report may hold: known words and keys, and a time that fits the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from zonecli.build.page_dates import is_older
from zonecli.stats.left_over import is_expected
from zonecli.stats.qualifiers import QUALIFIERS
from zonecli.table import columns
from zonecli.table.registries import Registries

Cells = Mapping[str, str]

# Column of the CSV → the registry that its words are keys of.
REGISTRIES: Mapping[str, str] = {
    "metric": "metrics",
    "zone_type": "zone_types",
    "zone": "zones",
    "source": "sources",
    "series": "series",
}

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YEARS = range(1900, 2101)


def cell_faults(cells: Cells, registries: Registries) -> Iterator[str]:
    """What is wrong with the cells of a report, the number itself apart, and what to do."""
    if not _ID.fullmatch(cells["id"]):
        yield f"id {cells['id']!r}: use lower-case letters, digits and single hyphens"
    for name, allowed in (
        ("measure", columns.MEASURES),
        ("period", columns.PERIODS),
        ("status", columns.STATUSES),
        ("unit", columns.UNITS),
        ("qualifier", ("", *QUALIFIERS)),
        ("basis", ("", *columns.BASES)),
    ):
        if cells[name] not in allowed:
            yield f"{_told(name, cells)}: use one of {', '.join(filter(None, allowed))}"
    yield from _key_faults(cells, registries)
    yield from _zone_faults(cells, registries)
    yield from _time_faults(cells, registries)
    yield from _unit_faults(cells, registries)
    yield from _basis_faults(cells)
    yield from _outcome_faults(cells, registries)
    if not cells["printed"]:
        yield "printed is empty: give the number (or the relation) as the source prints it"


def _told(name: str, cells: Cells) -> str:
    """What a faulty cell holds, as a message begins."""
    return f"{name} {cells[name]!r}" if cells[name] else f"{name} is empty"


def _key_faults(cells: Cells, registries: Registries) -> Iterator[str]:
    """Keys that their registry does not have; only a report of no series may leave one empty."""
    for column, registry in REGISTRIES.items():
        key, file = cells[column], f"{registry}.toml"
        if key and key not in getattr(registries, registry):
            or_else = "leave it empty" if column == "series" else "mend the name"
            yield f"unknown {column.replace('_', ' ')} {key!r}: add it to {file} or {or_else}"
        elif not key and column != "series":
            yield f"{column} is empty: give a key of {file}"


def _zone_faults(cells: Cells, registries: Registries) -> Iterator[str]:
    zone = registries.zones.get(cells["zone"])
    if zone is not None and zone.id != "all" and cells["zone_type"] not in zone.types:
        yield f"zone {zone.id} is not of type {cells['zone_type']}: add the type in zones.toml"


def _time_faults(cells: Cells, registries: Registries) -> Iterator[str]:
    if not _is_short_number(cells["year"]) or int(cells["year"]) not in _YEARS:
        yield f"year {cells['year']!r}: use a year from {_YEARS[0]} to {_YEARS[-1]}"
    if not _is_short_number(cells["month"]) or not 1 <= int(cells["month"]) <= 12:
        yield f"month {cells['month']!r}: use 1 to 12"
    elif cells["period"] == "year" and cells["month"] != "12":
        yield "a full year ends in month 12: use 12, or the period ytd"
    metric = registries.metrics.get(cells["metric"])
    if metric and (metric.kind == "stock") != (cells["period"] == "point"):
        right = "point" if metric.kind == "stock" else "year, ytd or month"
        yield f"{metric.id} is a {metric.kind}: its period is {right}, not {cells['period']}"


def _is_short_number(text: str) -> bool:
    """Python refuses to read thousands of digits as one whole number."""
    return text.isdecimal() and len(text) <= 4


def _unit_faults(cells: Cells, registries: Registries) -> Iterator[str]:
    unit, measure = cells["unit"], cells["measure"]
    metric = registries.metrics.get(cells["metric"])
    if measure in ("share", "growth"):
        if unit != "percent":
            yield f"a {measure} is in percent, not in {unit!r}"
    elif metric and unit != metric.unit and not {unit, metric.unit} <= set(columns.CURRENCIES):
        yield f"{metric.id} is in {metric.unit}, not in {unit!r}: mend it or make another metric"


def _basis_faults(cells: Cells) -> Iterator[str]:
    if cells["measure"] == "growth" and not cells["basis"]:
        yield "basis is empty: nominal, real or unstated"
    if cells["measure"] in ("level", "share") and cells["basis"]:
        yield f"basis {cells['basis']!r}: it belongs to growth and to nothing else: empty it"


def _outcome_faults(cells: Cells, registries: Registries) -> Iterator[str]:
    """What was foreseen, by its own words or by the day of its page, is no outcome."""
    if cells["status"] != "reported":
        return
    if is_expected(cells["printed"]):
        yield f"printed {cells['printed']!r} is expected, no outcome: set status to forecast"
    metric = registries.metrics.get(cells["metric"])
    source = registries.sources.get(cells["source"])
    if metric is None or source is None or any(_time_faults(cells, registries)):
        return
    if metric.kind != "flow" or metric.unit == "rank":  # a rank stands when its edition is out
        return
    year, month = int(cells["year"]), int(cells["month"])
    if is_older(source.published, year, cells["period"], month):
        yield (
            f"{source.id} is of {source.published}, before the period had ended: set status to "
            "forecast, or period to ytd and month to the last one that the page knows"
        )
