"""SDMX: the code lists, from the registries of the table and from its closed vocabularies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from zonecli.build.datapackage import UNIT_LABELS
from zonecli.output.sdmx.components import code_id
from zonecli.output.sdmx.data import places
from zonecli.table.registries import Metric, Series, Source, Zone, ZoneType
from zonecli.table.table import Table


class Code(NamedTuple):
    """`sdmx`: what SDMX's own code lists, such as that of the national accounts, call it."""

    id: str
    name: str
    description: str = ""
    sdmx: str = ""


class CodeList(NamedTuple):
    id: str
    name: str
    codes: tuple[Code, ...]


_MEASURES = {
    "level": "The amount itself",
    "share": "Percent of the national total of the same metric",
    "growth": "Percent over the same period a year before",
}
_PERIODS = {
    "year": "Full year",
    "ytd": "January to the month",
    "month": "The month alone",
    "point": "A day of the month, as a rule its last",
}
_QUALIFIERS = {
    "exact": "As printed, without a hedge",
    "about": "About",
    "nearly": "Nearly: somewhat less",
    "over": "More than",
    "at-least": "At least",
    "under": "Less than",
    "at-most": "At most",
}
_STATUSES = {
    "reported": "Printed by the source",
    "derived": "Implied by what the source prints",
    "forecast": "Foreseen by the source",
}
_BASES = {"nominal": "At current prices", "real": "At constant prices", "unstated": "Not stated"}
# As the SDMX cross-domain code list CL_OBS_STATUS has them; the others are not used here.
_OBSERVATION_STATUSES = {"A": "Normal value", "E": "Estimated value", "F": "Forecast value"}
_MULTIPLIERS = {"0": "Units"}


def code_lists(table: Table) -> list[CodeList]:
    """Each code that the data has is in its list; the registries are in theirs whole."""
    registries, reports = table.registries, table.reports
    units = {**UNIT_LABELS, **{r.unit: r.unit for r in reports if r.unit not in UNIT_LABELS}}
    bases = {**_BASES, **{r.basis: r.basis for r in reports if r.basis and r.basis not in _BASES}}
    series = {r.series: Series(r.series, r.series) for r in reports if r.series}
    every_series = {**series, **registries.series}.values()
    types = registries.zone_types.values()
    most = max(places(reports), default=1)
    numbers = {f"{n}": "Preferred report" if n == 1 else f"Report {n}" for n in range(1, most + 1)}
    return [
        CodeList("CL_METRIC", "Metrics", tuple(map(_of_metric, registries.metrics.values()))),
        _fixed("CL_MEASURE", "Measures", _MEASURES),
        CodeList("CL_ZONE_TYPE", "Zone types", tuple(map(_of_type, types))),
        CodeList("CL_AREA", "Zones", tuple(map(_of_zone, registries.zones.values()))),
        _fixed("CL_PERIOD", "Kinds of period", _PERIODS),
        _fixed("CL_UNIT", "Units", units),
        _fixed("CL_REPORT", "Reports of one figure", numbers),
        _fixed("CL_OBS_STATUS", "Observation status", _OBSERVATION_STATUSES),
        _fixed("CL_QUALIFIER", "Qualifiers", _QUALIFIERS),
        _fixed("CL_UNIT_MULT", "Unit multiplier", _MULTIPLIERS),
        _fixed("CL_BASIS", "Basis of growth", bases),
        CodeList("CL_SERIES", "Series", tuple(map(_of_series, every_series))),
        _fixed("CL_STATUS", "Statuses", _STATUSES),
        CodeList("CL_SOURCE", "Sources", tuple(map(_of_source, registries.sources.values()))),
    ]


def _fixed(list_id: str, name: str, names: Mapping[str, str]) -> CodeList:
    return CodeList(list_id, name, tuple(Code(code_id(key), text) for key, text in names.items()))


def _of_metric(metric: Metric) -> Code:
    texts = _sentences((metric.label_zh, metric.definition, metric.note))
    return Code(code_id(metric.id), metric.label, texts, metric.sdmx or "")


def _of_type(zone_type: ZoneType) -> Code:
    texts = _sentences((zone_type.label_zh, zone_type.definition, zone_type.overlaps))
    return Code(code_id(zone_type.id), zone_type.label, texts)


def _of_zone(zone: Zone) -> Code:
    return Code(code_id(zone.id), zone.name, _sentences((zone.name_zh, zone.province, zone.note)))


def _of_series(series: Series) -> Code:
    texts = _sentences((series.publisher, series.definition, series.note))
    return Code(code_id(series.id), series.name, texts)


def _of_source(source: Source) -> Code:
    return Code(
        code_id(source.id),
        source.title,
        _sentences((source.publisher, source.published or "Undated", source.url)),
    )


def _sentences(texts: Iterable[str | None]) -> str:
    ended = (text if text.endswith((".", "。")) else f"{text}." for text in texts if text)
    return " ".join(ended)
