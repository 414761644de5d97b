"""The fields of an entry: which must be there, which there are, and of which type each is.

Names and types are those of the classes in `zonecli.table.registries`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from zonecli.table.registries import (
    Dataset,
    Explanation,
    Metric,
    Series,
    Source,
    Zone,
    ZoneType,
    field_names,
)

_REQUIRED: Mapping[type[Any], tuple[str, ...]] = {
    Dataset: ("name", "version", "date", "license"),
    Metric: ("label", "definition", "unit", "kind", "topic"),
    ZoneType: ("label", "definition"),
    Zone: ("name", "kind", "types"),
    Source: ("title", "publisher", "url", "published", "language", "kind", "seen"),
    Series: ("name", "publisher", "definition"),
    Explanation: ("metric", "zone_type", "year", "explanation"),
}
_MAY_BE_EMPTY = "published"  # the page is undated, which a curator is to say
_EMPTY: tuple[Any, ...] = ("", [], {})
_WORDS: Mapping[Any, str] = {
    str: "text in quotation marks",
    int: "a whole number without quotation marks",
    tuple[str, ...]: 'a list of texts, such as ["one", "two"]',
    Mapping[str, str]: 'a table of texts, such as { high-tech = "1991-03" }',
    Mapping[str, int]: "a table of whole numbers, such as { high-tech = 2017 }",
}


def field_problems(entry: Mapping[str, Any], kind: type[Any]) -> Iterator[tuple[str, str]]:
    """Each field that is missing, empty, unknown or of the wrong type, and what to do about it."""
    types = _field_types(kind)
    for field in _REQUIRED[kind]:
        if field not in entry:
            yield field, f"{field} is missing: add it"
        elif entry[field] in _EMPTY and field != _MAY_BE_EMPTY:
            yield field, f"{field} is empty: fill it in"
    for field, value in entry.items():
        if field not in types:
            yield field, f"no field is called {field}: take it out"
        elif not _fits(value, types[field]):
            yield field, f"{field} must be {_WORDS[types[field]]}"


def sound_fields(entry: Mapping[str, Any], kind: type[Any]) -> dict[str, Any]:
    """The fields that are not empty, exist and have the right type, in their written order."""
    types = _field_types(kind)
    return {
        field: value
        for field, value in entry.items()
        if value not in _EMPTY and field in types and _fits(value, types[field])
    }


def _field_types(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: _without_null(hints[name]) for name in field_names(kind)}


def _without_null(hint: Any) -> Any:
    """`str` of `str | None`: TOML has no null, a field without a value is left out."""
    return get_args(hint)[0] if isinstance(hint, UnionType) else hint


def _fits(value: Any, kind: Any) -> bool:
    """Whether a value, as TOML gives it, is of the kind that the class of the entry names."""
    if get_origin(kind) is tuple:
        return isinstance(value, list) and all(_fits(v, get_args(kind)[0]) for v in value)
    if get_origin(kind) is Mapping:
        return isinstance(value, dict) and all(_fits(v, get_args(kind)[1]) for v in value.values())
    return type(value) is kind  # not isinstance: to Python, true is a whole number
