"""What people call things: a user's word → the id in a registry, or a suggestion."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from zonecli.errors import UnknownNameError
from zonecli.table.registries import Metric, Registries, Zone, ZoneType

Entry = TypeVar("Entry")

_MOST_COMPARED = 50_000  # names; a suggestion out of more would take seconds
_MOST_OFFERED = 3


def key_of(name: str) -> str:
    """A name without case, accents of width, spaces and punctuation: "R&D " and "r-d" are "rd"."""
    folded = name.lower() if name.isascii() else unicodedata.normalize("NFKC", name).casefold()
    if folded.isalnum():
        return folded
    return "".join(character for character in folded if character.isalnum())


def metric_id(word: str, registries: Registries) -> str:
    """The metric that `word` names in English or Chinese. Raises UnknownNameError; of a zone, that
    it is one."""
    try:
        return _resolve("metric", word, registries.metrics, _metric_names)
    except UnknownNameError:
        if zone := _zone_called(word, registries):
            how = f"zonecli show METRIC --zone {zone}"
            raise UnknownNameError(f"'{word}' is a zone: {how}") from None
        raise


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
    key = key_of(word)
    found = tuple(k for k, zone in zones.items() if key in map(key_of, _zone_names(zone)))
    if key and found:  # a zone without a Chinese name has an empty key
        return found
    if containing := _containing(key, zones):
        raise UnknownNameError(f"No zone '{word}'. Did you mean {containing}?")
    return (_resolve("zone", word, zones, _zone_names),)


def choice(kind: str, word: str, allowed: Iterable[str]) -> str:
    """`word` as one of `allowed`, whatever its case. Raises UnknownNameError."""
    options = {key_of(option): option for option in allowed}
    if key_of(word) not in options:
        raise _unknown(kind, word, options, f" It is one of {', '.join(options.values())}.")
    return options[key_of(word)]


def _zone_called(word: str, registries: Registries) -> str | None:
    """The first named zone or group of that name."""
    key = key_of(word)
    zones = (zone for zone in registries.zones.values() if key and zone.kind != "all")
    return next((zone.id for zone in zones if key in map(key_of, _zone_names(zone))), None)


def _containing(key: str, zones: Mapping[str, Zone]) -> str:
    """The first zones with that part in a name, those that begin with it before others: "'a', 'b'
    or 'c'"; empty for none, or for a part of one character."""
    where: dict[str, int] = {}
    for zone in zones.values():
        places = [place for name in _zone_names(zone) if (place := key_of(name).find(key)) >= 0]
        if places and len(key) > 1:
            where[zone.id] = min(places)
    offered = [f"'{zone}'" for zone in sorted(where, key=where.__getitem__)[:_MOST_OFFERED]]
    return " or ".join(filter(None, (", ".join(offered[:-1]), *offered[-1:])))


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
