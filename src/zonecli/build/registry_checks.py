"""What the values in the registries may be: known words, dates, keys that exist, names told apart.

Every check is of fields that are there and of the right type; the others have their fault already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from zonecli.table import columns
from zonecli.table.names import key_of

Entry = Mapping[str, Any]
Data = Mapping[str, Any]

_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")
_SNAKE = re.compile(r"[a-z][a-z0-9_]*"), "rd_expenditure"
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"), "suzhou-industrial-park"
_NAMES = ("label", "label_zh", "short", "short_zh", "name", "name_zh")


def id_problems(key: str, registry: str) -> Iterator[str]:
    pattern, example = _SNAKE if registry == "metrics" else _KEBAB
    if not pattern.fullmatch(key):
        yield f"write the id in lower case, like {example}"


def dataset_problems(dataset: Entry) -> Iterator[str]:
    yield from _no_date(dataset, "date", _DAY, "YYYY-MM-DD")


def entry_problems(entry: Entry, registry: str, data: Data) -> Iterator[str]:
    """What is wrong with the values of one entry. `data`: all registries, to look its keys up."""
    if registry in _ENTRY_CHECKS:
        yield from _ENTRY_CHECKS[registry](entry, data)


def explanation_problems(entry: Entry, data: Data) -> Iterator[str]:
    for field, registry in (("metric", "metrics"), ("zone_type", "zone_types"), ("zone", "zones")):
        if field in entry and entry[field] not in data[registry]:
            yield f"{field} {entry[field]!r} is not in {registry}.toml"
    yield from _not_in(entry, "measure", columns.MEASURES)
    yield from _not_in(entry, "period", columns.PERIODS)
    yield from _not_in(entry, "unit", columns.UNITS)
    if not 1 <= entry.get("month", 1) <= 12:
        yield f"month {entry['month']}: use 1 to 12"


def shared_names(registry: str, data: Data) -> Iterator[tuple[str, str]]:
    """Each entry that answers to a name of an earlier one: a user could mean either.

    Zones of different types may share a name.
    """
    if registry in ("sources", "series"):  # nobody types their names
        return
    owners: dict[tuple[str, str], str] = {}
    for key, entry in data[registry].items():
        names = {key, *(entry.get(field, "") for field in _NAMES), *entry.get("aliases", ())}
        scopes = entry.get("types", ()) if registry == "zones" else ("",)
        clashes = {
            (owner, spelled)
            for spelled in filter(None, map(key_of, names))
            for scope in scopes
            if (owner := owners.setdefault((scope, spelled), key)) != key
        }
        for owner, spelled in sorted(clashes):  # sets have another order in each run
            yield key, f"{owner} answers to {spelled!r} as well: give the name to one of them"


def _metric_problems(entry: Entry, data: Data) -> Iterator[str]:
    yield from _not_in(entry, "unit", columns.UNITS)
    yield from _not_in(entry, "kind", columns.METRIC_KINDS)
    if "national" in entry and entry["national"] not in data["metrics"]:
        yield f"national names no metric: {entry['national']!r}"
    yield from _no_zone_types(entry.get("share_break", ()), data)


def _zone_problems(entry: Entry, data: Data) -> Iterator[str]:
    yield from _not_in(entry, "kind", columns.ZONE_KINDS)
    designated = entry.get("designated", {})
    yield from _no_zone_types([*entry.get("types", ()), *designated], data)
    for month in designated.values():
        yield from _no_date({"designated": month}, "designated", _MONTH, "YYYY or YYYY-MM")


def _source_problems(entry: Entry, _data: Data) -> Iterator[str]:
    yield from _not_in(entry, "kind", columns.SOURCE_KINDS)
    yield from _not_in(entry, "seen", columns.SEEN)
    yield from _not_in(entry, "original", columns.SOURCE_KINDS)
    if "original" in entry and (entry.get("kind") != "mirror" or "copies" not in entry):
        yield "original belongs to a mirror that names what it copies: mend kind, or give copies"
    if "url" in entry and not entry["url"].startswith(("http://", "https://")):
        yield "url must begin with http:// or https://"
    yield from _no_date(entry, "published", _DATE, "YYYY, YYYY-MM or YYYY-MM-DD")
    if "language" in entry and not re.fullmatch(r"[a-z]{2}", entry["language"]):
        yield "language must be a two-letter code such as en or zh"


_ENTRY_CHECKS: Mapping[str, Callable[[Entry, Data], Iterator[str]]] = {
    "metrics": _metric_problems,
    "zones": _zone_problems,
    "sources": _source_problems,
}


def _not_in(entry: Entry, field: str, allowed: tuple[str, ...]) -> Iterator[str]:
    if field in entry and entry[field] not in allowed:
        yield f"{field} {entry[field]!r} is none of {', '.join(allowed)}"


def _no_date(entry: Entry, field: str, pattern: re.Pattern[str], form: str) -> Iterator[str]:
    if field in entry and not pattern.fullmatch(entry[field]):
        yield f"{field} must be {form}, not {entry[field]!r}"


def _no_zone_types(words: Iterable[str], data: Data) -> Iterator[str]:
    for word in words:
        if word not in data["zone_types"]:
            yield f"no zone type is called {word!r}"
