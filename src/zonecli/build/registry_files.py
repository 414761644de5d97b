"""The registries as people edit them: TOML files, checked entry by entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from zonecli.build.text import read_toml
from zonecli.errors import CurationError
from zonecli.table import columns
from zonecli.table.names import key_of
from zonecli.table.registries import (
    Explanation,
    Metric,
    Series,
    Source,
    Zone,
    ZoneType,
    field_names,
)

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_SNAKE = re.compile(r"[a-z][a-z0-9_]*"), "rd_expenditure"
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), "suzhou-industrial-park"
_KINDS: Mapping[str, type[Any]] = {
    "metrics": Metric,
    "zone_types": ZoneType,
    "zones": Zone,
    "sources": Source,
    "series": Series,
}
_REQUIRED: Mapping[str, tuple[str, ...]] = {
    "metrics": ("label", "definition", "unit", "kind", "topic"),
    "zone_types": ("label", "definition"),
    "zones": ("name", "kind", "types"),
    "sources": ("title", "publisher", "url", "published", "language", "kind", "seen"),
    "series": ("name", "publisher", "definition"),
}


def read_registries(folder: Path) -> dict[str, Any]:
    """The registries of a folder of TOML files, as the JSON of the table's metadata holds them.

    Empty values are left out. Raises CurationError with every fault found.
    """
    data: dict[str, Any] = {"dataset": read_toml(folder / "dataset.toml")}
    for name in _KINDS:
        data[name] = {
            key: {field: value for field, value in entry.items() if value not in ("", [], {})}
            for key, entry in read_toml(folder / f"{name}.toml").items()
        }
    faults = [fault for name in _KINDS for fault in _registry_faults(folder, name, data)]
    conflicts = folder / "conflicts.toml"  # may be absent: nothing is explained then
    data["explanations"] = read_toml(conflicts).get("conflict", []) if conflicts.exists() else []
    faults += _explanation_faults(conflicts, data)
    if faults:
        raise CurationError(faults)
    return data


def _registry_faults(folder: Path, name: str, data: Mapping[str, Any]) -> Iterator[str]:
    path = folder / f"{name}.toml"
    lines = _lines_of_keys(path)
    written = read_toml(path)
    for key, entry in data[name].items():
        place = f"{path}:{lines.get(key, 1)}: {key}"
        pattern, example = _SNAKE if name == "metrics" else _KEBAB
        if not pattern.fullmatch(key):
            yield f"{place}: write the id in lower case, like {example}"
        for field in _REQUIRED[name]:
            if field not in written[key]:
                yield f"{place}: {field} is missing: add it"
        for field in set(entry) - set(field_names(_KINDS[name])):
            yield f"{place}: no field is called {field}: take it out"
        for problem in _ENTRY_CHECKS[name](entry, data):
            yield f"{place}: {problem}"
    yield from _shared_names(path, lines, name, data)


def _explanation_faults(path: Path, data: Mapping[str, Any]) -> Iterator[str]:
    fields = set(field_names(Explanation))
    required = {"metric", "zone_type", "year", "explanation"}
    for number, entry in enumerate(data["explanations"], start=1):
        place = f"{path}: conflict {number}"
        for field in sorted(required - set(entry)):
            yield f"{place}: {field} is missing: add it"
        for field in sorted(set(entry) - fields):
            yield f"{place}: no field is called {field}: take it out"
        keys = (("metric", "metrics"), ("zone_type", "zone_types"), ("zone", "zones"))
        for field, registry in keys:
            if field in entry and entry[field] not in data[registry]:
                yield f"{place}: {field} {entry[field]!r} is not in {registry}.toml"


def _metric_problems(entry: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[str]:
    yield from _not_in(entry, "unit", columns.UNITS)
    yield from _not_in(entry, "kind", columns.METRIC_KINDS)
    if entry.get("national") and entry["national"] not in data["metrics"]:
        yield f"national names no metric: {entry['national']!r}"


def _zone_problems(entry: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[str]:
    yield from _not_in(entry, "kind", columns.ZONE_KINDS)
    designated = entry.get("designated", {})
    for zone_type in [*entry.get("types", ()), *designated]:
        if zone_type not in data["zone_types"]:
            yield f"no zone type is called {zone_type!r}"
    for date in designated.values():
        if not _DATE.fullmatch(str(date)):
            yield f"designated must be YYYY or YYYY-MM, not {date!r}"


def _source_problems(entry: Mapping[str, Any], _data: Mapping[str, Any]) -> Iterator[str]:
    yield from _not_in(entry, "kind", columns.SOURCE_KINDS)
    yield from _not_in(entry, "seen", columns.SEEN)
    if not entry.get("url", "").startswith(("http://", "https://")):
        yield "url must begin with http:// or https://"
    if entry.get("published") and not _DATE.fullmatch(entry["published"]):
        yield f"published must be YYYY, YYYY-MM or YYYY-MM-DD, not {entry['published']!r}"
    if not re.fullmatch(r"[a-z]{2}", entry.get("language", "")):
        yield "language must be a two-letter code such as en or zh"


def _no_problems(_entry: Mapping[str, Any], _data: Mapping[str, Any]) -> Iterator[str]:
    return iter(())


_ENTRY_CHECKS: Mapping[str, Callable[[Mapping[str, Any], Mapping[str, Any]], Iterator[str]]] = {
    "metrics": _metric_problems,
    "zone_types": _no_problems,
    "zones": _zone_problems,
    "sources": _source_problems,
    "series": _no_problems,
}


def _not_in(entry: Mapping[str, Any], field: str, allowed: tuple[str, ...]) -> Iterator[str]:
    if field in entry and entry[field] not in allowed:
        yield f"{field} {entry[field]!r} is none of {', '.join(allowed)}"


def _shared_names(
    path: Path, lines: Mapping[str, int], name: str, data: Mapping[str, Any]
) -> Iterator[str]:
    """A name that two entries answer to: a user who types it could mean either."""
    if name in ("sources", "series"):
        return
    owners: dict[tuple[str, str], str] = {}
    for key, entry in data[name].items():
        names = {key, entry.get("label", ""), entry.get("label_zh", ""), entry.get("name", "")}
        names |= {entry.get("name_zh", ""), *entry.get("aliases", ())}
        scopes = entry.get("types", [""]) if name == "zones" else [""]
        for scope, spelled in {(scope, key_of(n)) for scope in scopes for n in names if n}:
            owner = owners.setdefault((scope, spelled), key)
            if owner != key:
                yield (
                    f"{path}:{lines.get(key, 1)}: {key}: {owner} answers to {spelled!r} as well: "
                    "give the name to one of them"
                )


def _lines_of_keys(path: Path) -> dict[str, int]:
    text = path.read_text(encoding="utf-8-sig")
    return {
        match[1]: number
        for number, line in enumerate(text.splitlines(), start=1)
        if (match := re.match(r'\["?([^\]"]+)"?\]', line.strip()))
    }
