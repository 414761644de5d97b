"""What people call things: a user's word → the id in a registry, or a suggestion."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from zonecli.errors import UnknownNameError
from zonecli.table.registries import Metric, Registries, Zone, ZoneType

Entry = TypeVar("Entry")

_MOST_COMPARED = 50_000  # names; a suggestion out of more would take seconds


def key_of(name: str) -> str:
    """A name without case, accents of width, spaces and punctuation: "R&D " and "r-d" are "rd"."""
    folded = name.lower() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()
    if folded.isalnum():
        return folded
    return "".join(character for character in folded if character.isalnum())


def metric_id(word: str, registries: Registries) -> str:
    """The metric that `word` names in English or Chinese. Raises UnknownNameError."""
    return _resolve("metric", word, registries.metrics, _metric_names)


def zone_type_id(word: str, registries: Registries) -> str:
    """The zone type that `word` names in English or Chinese. Raises UnknownNameError."""
    return _resolve("zone type", word, registries.zone_types, _type_names)


def zone_ids(word: str, registries: Registries, zone_types: Iterable[str] = ()) -> tuple[str, ...]:
    """The zones that `word` names among those of `zone_types` (of any type when there are none).

    More than one where zones of different types share a name. Raises UnknownNameError.
    """
    wanted = set(zone_types)
    zones = {
        key: zone
        for key, zone in registries.zones.items()
        if not wanted or key == "all" or wanted & set(zone.types)
    }
    if word in zones:
        return (word,)
    found = tuple(k for k, zone in zones.items() if key_of(word) in map(key_of, _zone_names(zone)))
    return found or (_resolve("zone", word, zones, _zone_names),)


def choice(kind: str, word: str, allowed: Iterable[str]) -> str:
    """`word` as one of `allowed`, whatever its case. Raises UnknownNameError."""
    options = {key_of(option): option for option in allowed}
    if key_of(word) not in options:
        raise _unknown(kind, word, options, f" It is one of {', '.join(options.values())}.")
    return options[key_of(word)]


def _metric_names(metric: Metric) -> Iterable[str]:
    return (metric.id, metric.label, metric.label_zh, *metric.aliases)


def _type_names(zone_type: ZoneType) -> Iterable[str]:
    short = (zone_type.short, zone_type.short_zh)
    return (zone_type.id, zone_type.label, zone_type.label_zh, *short, *zone_type.aliases)


def _zone_names(zone: Zone) -> Iterable[str]:
    return (zone.id, zone.name, zone.name_zh, *zone.aliases)


def _resolve(
    kind: str, word: str, registry: Mapping[str, Entry], names: Callable[[Entry], Iterable[str]]
) -> str:
    if word in registry:
        return word
    spellings = {key_of(name): key for key, entry in registry.items() for name in names(entry)}
    spellings.pop("", None)
    spellings |= {key_of(key): key for key in registry}
    if key_of(word) not in spellings:
        raise _unknown(kind, word, spellings)
    return spellings[key_of(word)]


def _unknown(
    kind: str, word: str, spellings: Mapping[str, str], otherwise: str = ""
) -> UnknownNameError:
    from difflib import get_close_matches

    few = len(spellings) <= _MOST_COMPARED
    near = get_close_matches(key_of(word), spellings, n=1) if few else ()
    hint = f" Did you mean '{spellings[near[0]]}'?" if near else otherwise
    return UnknownNameError(f"No {kind} '{word}'.{hint}")
