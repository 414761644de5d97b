"""The registries that ride in the table's metadata: what its keys stand for."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from zonecli.errors import DataError

# Named tuples here and all over: a frozen dataclass takes ten times as long to make at import.
# Their modules do not postpone annotations: each would be compiled from text, in twice the time.
_EMPTY: Mapping[str, Any] = MappingProxyType({})


class Metric(NamedTuple):
    """What is counted. `national` is the national metric that a share is a share of, or null.

    `share_break`: zone type → first year whose level is of another scope than the national total,
    so that no share is worked out from the two.
    """

    id: str
    label: str
    label_zh: str = ""
    definition: str = ""
    definition_zh: str = ""
    unit: str = "count"
    kind: str = "flow"
    topic: str = ""
    aliases: tuple[str, ...] = ()
    national: str | None = None
    share_break: Mapping[str, int] = _EMPTY
    sdmx: str | None = None
    note: str = ""
    note_zh: str = ""


class ZoneType(NamedTuple):
    """A kind of zone; `national` is none, but China as a whole, kept as the denominator."""

    id: str
    label: str
    label_zh: str = ""
    short: str = ""
    short_zh: str = ""
    aliases: tuple[str, ...] = ()
    definition: str = ""
    definition_zh: str = ""
    overlaps: str = ""
    overlaps_zh: str = ""
    count_note: str = ""
    count_note_zh: str = ""


class Zone(NamedTuple):
    """`all` zones of a type, a group of them, or one. `designated`: zone type → YYYY or YYYY-MM."""

    id: str
    name: str
    name_zh: str = ""
    kind: str = "zone"
    types: tuple[str, ...] = ()
    province: str | None = None
    designated: Mapping[str, str] = _EMPTY
    aliases: tuple[str, ...] = ()
    note: str = ""
    note_zh: str = ""


class Source(NamedTuple):
    """A page or publication. `published` is YYYY, YYYY-MM, YYYY-MM-DD or empty: undated.

    `copies`: the release that it copies; `original`: the kind of that, only where a mirror holds a
    whole table of it, number for number.
    """

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    published: str = ""
    language: str = ""
    kind: str = "press"
    seen: str = "full"
    copies: str = ""
    note: str = ""
    original: str = ""


class Series(NamedTuple):
    """Figures that one body publishes by one definition; growth is worked out only inside one.

    `precedence`: among the series of one body, the lower one is quoted first.
    """

    id: str
    name: str
    name_zh: str = ""
    publisher: str = ""
    definition: str = ""
    definition_zh: str = ""
    note: str = ""
    note_zh: str = ""
    precedence: int = 1


class Dataset(NamedTuple):
    """The table as a whole: what to cite."""

    name: str = "table without a name"
    name_zh: str = ""
    version: str = ""
    date: str = ""
    license: str = ""


class Explanation(NamedTuple):
    """Why figures that should agree do not, as far as the curators know.

    `kind` is "reports" where two reports of one figure differ, else that of the cross-check.
    Null period, month or unit: of any.
    """

    metric: str
    zone_type: str
    year: int
    explanation: str
    explanation_zh: str = ""
    kind: str = "reports"
    measure: str = "level"
    zone: str = "all"
    period: str | None = None
    month: int | None = None
    unit: str | None = None


Entry = TypeVar("Entry")


_NUMBERS = ("precedence", "year", "month")
_LISTS = ("aliases", "types")
_OBJECTS: Mapping[str, type[Any]] = {"share_break": int, "designated": str}


def _checked(kind: Any, values: Mapping[str, Any]) -> Any:
    """The entry of these fields. Raises TypeError for one of another type than its class says."""
    for field, value in values.items():
        if field in _LISTS:
            fits = isinstance(value, tuple) and all(isinstance(v, str) for v in value)
        elif field in _OBJECTS:
            fits = isinstance(value, Mapping) and all(
                isinstance(v, _OBJECTS[field]) for v in value.values()
            )
        else:
            wanted = int if field in _NUMBERS else str
            may_be_null = kind._field_defaults.get(field, "") is None
            fits = isinstance(value, wanted) or (value is None and may_be_null)
        if not fits:
            raise TypeError(f"{field} is of the wrong type")
    return kind(**values)


class Entries(Mapping[str, Entry]):
    """The entries of one registry by key, in their written order, each made when it is asked for.

    Raises DataError for an entry that is not of the expected shape.
    """

    def __init__(self, kind: type[Any], data: Mapping[str, Any]) -> None:
        self._kind = kind
        self._data = data
        self._made: dict[str, Entry] = {}

    def __getitem__(self, key: str) -> Entry:
        if key not in self._made:
            self._made[key] = self._make(key, self._data[key])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def _make(self, key: str, written: Any) -> Entry:
        try:
            return self._entry(key, written)
        except (TypeError, AttributeError, ValueError) as error:
            what = f"{self._kind.__name__} {key}"
            raise DataError(f"A registry of the table is broken at {what}: {error}") from error

    def _entry(self, key: str, written: Any) -> Entry:
        fields = {n: tuple(v) if isinstance(v, list) else v for n, v in written.items()}
        entry: Entry = _checked(self._kind, {**fields, "id": key})
        return entry


class Explanations(Entries[tuple[Explanation, ...]]):
    """The explanations by metric, in their written order."""

    def _entry(self, key: str, written: Any) -> tuple[Explanation, ...]:  # noqa: ARG002
        return tuple(_checked(Explanation, fields) for fields in written)


class Registries(NamedTuple):
    """Every registry by key, in its written order.

    `by_hand`: reports that a person preferred against the rule, with the recorded reason.
    """

    dataset: Dataset = Dataset()
    metrics: Mapping[str, Metric] = _EMPTY
    zone_types: Mapping[str, ZoneType] = _EMPTY
    zones: Mapping[str, Zone] = _EMPTY
    sources: Mapping[str, Source] = _EMPTY
    series: Mapping[str, Series] = _EMPTY
    by_hand: Mapping[str, str] = _EMPTY
    explanations: Mapping[str, tuple[Explanation, ...]] = _EMPTY

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Registries":
        """From the JSON of the metadata. Raises DataError where it is not of the expected shape; of
        a single entry, where that is asked for."""
        return cls.from_objects(objects_of(data))

    @classmethod
    def from_objects(cls, data: Mapping[str, Any]) -> "Registries":
        """From `objects_of` that JSON. Raises as `from_dict` does."""
        try:
            return cls(
                dataset=_checked(Dataset, data.get("dataset", {})),
                metrics=Entries(Metric, _object(data, "metrics")),
                zone_types=Entries(ZoneType, _object(data, "zone_types")),
                zones=Entries(Zone, _object(data, "zones")),
                sources=Entries(Source, _object(data, "sources")),
                series=Entries(Series, _object(data, "series")),
                by_hand=_object(data, "by_hand"),
                explanations=Explanations(Explanation, _object(data, "explanations")),
            )
        except (TypeError, AttributeError, ValueError) as error:
            raise DataError(f"The registries in the table cannot be read: {error}") from error


def objects_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """The JSON of the metadata with its list of explanations by metric, as all else is by key.

    Raises DataError where the list is not of the expected shape.
    """
    by_metric: dict[str, list[Any]] = {}
    try:
        for fields in data.get("explanations", ()):
            if not isinstance(metric := fields.get("metric"), str):
                raise TypeError("metric is of the wrong type")
            by_metric.setdefault(metric, []).append(fields)
    except (TypeError, AttributeError) as error:
        raise DataError(f"The explanations in the table cannot be read: {error}") from error
    return {**data, "explanations": by_metric}


def _object(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    registry = data.get(name, {})
    if not isinstance(registry, Mapping):
        raise TypeError(f"{name} is no object")
    return registry


def field_names(kind: type[Any]) -> tuple[str, ...]:
    """The fields that an entry of a registry may have, its key left out."""
    return tuple(name for name in kind._fields if name != "id")
