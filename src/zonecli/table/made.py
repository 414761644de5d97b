"""Registries made from the data: an entry for each key that a table uses and does not describe."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from zonecli.errors import DataError
from zonecli.table.registries import Entries, Metric, Registries, Source, Zone, ZoneType
from zonecli.table.report import Report
from zonecli.table.table import Filter

Written = dict[str, Any]  # registries as the metadata's JSON has them
Cells = tuple[Any, ...]
# The distinct cells of some columns in the reports that a filter admits.
Distinct = Callable[[tuple[str, ...], Filter], set[Cells]]

# In the metadata: true where the registries have every key of the data, so that nobody looks.
COMPLETE = "complete"
_MOST_METADATA = 20_000_000  # bytes; ten times as many when they are Python's objects
_HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "metrics": ("metric", "measure", "unit", "period"),
    "zone_types": ("zone_type",),
    "zones": ("zone", "zone_type"),
    "sources": ("source",),
}
_KINDS: Mapping[str, type[Any]] = {
    "metrics": Metric,
    "zone_types": ZoneType,
    "zones": Zone,
    "sources": Source,
}


def distinct_in(reports: Iterable[Report]) -> Distinct:
    """The distinct cells of reports that are held in memory."""
    every = list(reports)
    return lambda columns, wanted: {
        tuple(getattr(r, column) for column in columns) for r in every if wanted.admits(r)
    }


def read_written(text: bytes, name: object) -> Written:
    """The registries in a file's metadata. Raises DataError where they are no JSON object."""
    if len(text) > _MOST_METADATA:
        raise DataError(f"{name}: its metadata is larger than {_MOST_METADATA:,} bytes.")
    try:
        data = json.loads(text)
        if _HALF_CHARACTER.search(text):  # of two that make one; alone it is no text
            json.dumps(data, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise DataError(f"{name}: the registries in its metadata are not JSON.") from error
    if not isinstance(data, dict):
        raise DataError(f"{name}: the registries in its metadata are no JSON object.")
    Registries.from_dict(data)
    return data


def complete(written: Written, distinct: Distinct) -> None:
    """Adds to the written registries what the data has beyond them, in the order of the keys."""
    for name in _COLUMNS:
        entries = written.setdefault(name, {})
        for key, entry in made_entries(name, distinct).items():
            entries.setdefault(key, entry)


def made_entries(name: str, distinct: Distinct, key: str | None = None) -> dict[str, Any]:
    """The entries of one registry as the data alone would have them: of one key, or of every one.

    A metric's unit is that of its levels, the first in the alphabet of several; it is a stock if
    it is ever told of a point in time.
    """
    found: dict[str, set[Cells]] = {}
    for cells in distinct(_COLUMNS[name], _only(name, key)):
        if cells[0] is not None and key in (None, cells[0]):
            found.setdefault(cells[0], set()).add(cells[1:])
    return {key: _ENTRY[name](key, found[key]) for key in sorted(found)}


def _only(name: str, key: str | None) -> Filter:
    """The reports that tell about the key, or about any."""
    keys: dict[str, Any] = {} if key is None else {name: (key,)}
    return Filter(only_preferred=False, **keys)


def _metric(key: str, uses: set[Cells]) -> dict[str, Any]:
    units = sorted(unit for measure, unit, _ in uses if measure == "level")
    is_stock = any(period == "point" for *_, period in uses)
    label = key.replace("_", " ")
    kind = "stock" if is_stock else "flow"
    return {"label": label, "unit": units[0] if units else "count", "kind": kind}


def _zone(key: str, uses: set[Cells]) -> dict[str, Any]:
    kind = "all" if key == "all" else "zone"
    return {"name": key, "kind": kind, "types": sorted(zone_type for (zone_type,) in uses)}


_ENTRY: Mapping[str, Callable[[str, set[Cells]], dict[str, Any]]] = {
    "metrics": _metric,
    "zone_types": lambda key, _: {"label": key},
    "zones": _zone,
    "sources": lambda key, _: {"title": key},
}


class OpenEntries(Entries[Any]):
    """The written entries of a registry, and those made from the data once they are asked for.

    To go through them all, the data is asked for all keys: once, and not where `is_complete`.
    """

    def __init__(
        self, name: str, written: Mapping[str, Any], distinct: Distinct, *, is_complete: bool
    ) -> None:
        super().__init__(_KINDS[name], dict(written))
        self._name, self._written, self._distinct = name, written, distinct
        self._is_complete = is_complete

    def __getitem__(self, key: str) -> Any:
        if key not in self:
            raise KeyError(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        if key in self._data:
            return True
        if self._is_complete or not isinstance(key, str):
            return False
        if self._name == "sources":  # asked for with a report in hand, and no filter picks by it
            made = {key: _ENTRY[self._name](key, set())}
        else:
            made = made_entries(self._name, self._distinct, key)
        self._data = {**self._data, **made}
        return key in made

    def __iter__(self) -> Iterator[str]:
        self._find_all()
        return super().__iter__()

    def __len__(self) -> int:
        self._find_all()
        return super().__len__()

    def _find_all(self) -> None:
        if not self._is_complete:
            made = made_entries(self._name, self._distinct)
            self._data = {**self._written, **made, **self._written}  # what is written stands first
            self._is_complete = True


def merged(layers: Iterable[Written]) -> Written:
    """The registries of tables that are laid over each other: a later entry replaces an earlier."""
    whole: Written = {"explanations": [], COMPLETE: True}
    for written in layers:
        whole.setdefault("dataset", written.get("dataset", {}))
        for name in (*_COLUMNS, "series", "by_hand"):
            whole[name] = {**whole.get(name, {}), **written.get(name, {})}
        whole["explanations"] = [*written.get("explanations", ()), *whole["explanations"]]
        whole[COMPLETE] = whole[COMPLETE] and written.get(COMPLETE) is True
    return whole


def registries_of(written: Written, distinct: Distinct) -> Registries:
    """The registries of a table that is not held in memory."""
    entries: dict[str, Any] = {
        name: OpenEntries(
            name, written.get(name, {}), distinct, is_complete=written.get(COMPLETE) is True
        )
        for name in _COLUMNS
    }
    return Registries.from_dict(written)._replace(**entries)
