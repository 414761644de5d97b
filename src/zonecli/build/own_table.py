"""A user's own table: one CSV in the curated format → reports and registries.

The checks are those of the record. But what the registries do not have is no fault here: it gets
an entry made from the data, and the caller is told, so that a slip does not pass unseen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zonecli.build.curated import prefer, read_reports, row_faults
from zonecli.build.registry_checks import id_problems
from zonecli.build.registry_files import read_registries
from zonecli.build.report_checks import REGISTRIES
from zonecli.build.text import REPORT_COLUMNS, Record, read_csv
from zonecli.errors import CurationError
from zonecli.table.made import COMPLETE, Written
from zonecli.table.registries import Registries
from zonecli.table.report import Report


@dataclass(frozen=True)
class OwnTable:
    """What the CSV amounts to. `added`: the keys that no registry had, a line for each registry."""

    reports: tuple[Report, ...]
    registries: Written
    added: tuple[str, ...]


def read_own(csv_file: Path, written: Written, folder: Path | None, name: str) -> OwnTable:
    """Reads and checks a CSV in the curated format.

    With a `folder` of TOML files its registries are the only ones, and a word beyond them is a
    fault; else the `written` ones are, and the data adds to them. `name`: that of the table.
    Raises CurationError with every fault found, one a line: file, line, what to do.
    """
    file = read_csv(csv_file, REPORT_COLUMNS)
    faults = list(file.faults)
    added: dict[str, list[str]] = {}
    if folder is not None:
        data = read_registries(folder)
    else:
        faults += _id_faults(file.records, written)
        data, added = _with_new_entries(file.records, written)
        data["dataset"] = {"name": name}
    registries = Registries.from_dict(data)
    reports, by_hand, found = read_reports(file.records, registries)
    if faults := [*faults, *found, *row_faults(file.records)]:
        raise CurationError(faults)
    chosen, _ = prefer(reports, registries, by_hand)
    kept = _used(data, chosen) if folder is None else data
    told = tuple(f"New {what}: {', '.join(keys)}." for what, keys in added.items() if keys)
    return OwnTable(chosen, {**kept, "by_hand": by_hand, COMPLETE: True}, told)


def _id_faults(records: Sequence[Record], written: Written) -> Iterator[str]:
    """New keys that cannot be typed as the others are."""
    for record in records:
        for column, registry in REGISTRIES.items():
            key = record.cells[column]
            if key and key not in written.get(registry, {}):
                for problem in id_problems(key, registry):
                    yield f"{record.place}: {column} {key!r}: {problem}"


def _with_new_entries(
    records: Sequence[Record], written: Written
) -> tuple[Written, dict[str, list[str]]]:
    """The registries with an entry for each key of the data; and which ones are new."""
    data = {name: dict(written.get(name, {})) for name in REGISTRIES.values()}
    added: dict[str, list[str]] = {name.replace("_", " "): [] for name in data}
    for record in records:
        for column, registry in REGISTRIES.items():
            key = record.cells[column]
            if key and key not in data[registry]:
                data[registry][key] = _entry(column, record, records)
                added[registry.replace("_", " ")].append(key)
        _let_zone_have_type(data["zones"], record)
    return data, added


def _entry(column: str, record: Record, records: Sequence[Record]) -> dict[str, Any]:
    """The entry of a new key, as far as its lines tell it."""
    key = record.cells[column]
    if column == "metric":
        lines = [r.cells for r in records if r.cells["metric"] == key]
        units = [cells["unit"] for cells in lines if cells["measure"] == "level"]
        kind = "stock" if record.cells["period"] == "point" else "flow"
        unit = units[0] if units else "count"
        return {"label": key.replace("_", " "), "unit": unit, "kind": kind}
    if column == "zone":
        return {"name": key, "kind": "all" if key == "all" else "zone", "types": []}
    return {{"zone_type": "label", "source": "title", "series": "name"}[column]: key}


def _let_zone_have_type(zones: dict[str, dict[str, Any]], record: Record) -> None:
    """A zone that the data tells under another type has that type too."""
    zone, zone_type = zones.get(record.cells["zone"]), record.cells["zone_type"]
    if zone is not None and zone_type not in zone.get("types", ()):
        zones[record.cells["zone"]] = {**zone, "types": [*zone.get("types", ()), zone_type]}


def _used(data: Written, reports: Sequence[Report]) -> Written:
    """The registries without what the reports have no use for."""
    metrics = {r.metric for r in reports}
    metrics |= {data["metrics"][m].get("national", m) for m in metrics}
    keys: dict[str, set[Any]] = {
        "metrics": metrics,
        "zone_types": {r.zone_type for r in reports},
        "zones": {r.zone for r in reports},
        "sources": {r.source for r in reports},
        "series": {r.series for r in reports},
    }
    kept = {
        name: {key: entry for key, entry in data[name].items() if key in used}
        for name, used in keys.items()
    }
    return {"dataset": data["dataset"], **kept}
