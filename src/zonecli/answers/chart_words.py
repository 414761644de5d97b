"""The words of a chart: its title, the names of its lines, the line that says where it is from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zonecli.answers.about import dataset_text
from zonecli.answers.choosing import unique
from zonecli.answers.naming import enumerated, place, type_short, zone_name
from zonecli.language import said
from zonecli.table.columns import CURRENCIES
from zonecli.table.registries import Registries
from zonecli.table.report import Report

_MOST_TITLES, _MOST_NAMES, _MOST_PUBLISHERS = 3, 2, 4


def chart_title(titles: Sequence[str]) -> str:
    """What is drawn: "GDP", "GDP, Exports and Imports", "5 figures"."""
    if len(titles) > _MOST_TITLES:
        return said("{n} figures", n=len(titles))
    return enumerated(titles)


def subtitle(reports: Sequence[Report], registries: Registries, *, as_printed: bool = True) -> str:
    """Of which zones, and if the figures are not worked out at which prices: money at current
    ones, growth at constant ones where all of it is."""
    places = unique(place(report, registries) for report in reports)
    where = said(" and ").join(places)
    if len(places) > _MOST_NAMES:
        types = {report.zone_type for report in reports}
        kinds = said("{n} kinds of zones", n=len(places))
        where = kinds if len(types) > 1 else said("{n} zones and groups", n=len(places))
    if not as_printed:
        return where
    if any(r.unit in CURRENCIES and r.measure == "level" for r in reports):
        return said("{place} · {prices}", place=where, prices=said("current prices"))
    is_real = bool(reports) and all(r.basis == "real" for r in reports)
    if not is_real:
        return where
    return said("{place} · {prices}", place=where, prices=said("at constant prices"))


def line_name(report: Report, shown: Sequence[Report], registries: Registries) -> str:
    """What tells a line from the others shown: zone type, zone, or both; empty if it is the only
    one, as the subtitle says where."""
    several_types = len({r.zone_type for r in shown}) > 1
    several_zones = len({r.zone for r in shown}) > 1
    if not (several_types or several_zones):
        return ""
    zone = registries.zones[report.zone]
    type_name = type_short(registries.zone_types[report.zone_type])
    if not several_zones:
        return type_name
    name = said("all") if zone.kind == "all" else zone_name(zone)
    return said(", ").join((type_name, name)) if several_types else name


def source_line(reports: Sequence[Report], registries: Registries) -> str:
    """Who published the figures and when, and which record they are taken from."""
    sources = [registries.sources[r.source] for r in reports]
    names = Counter(s.publisher or s.title for s in sources)
    first = [name for name, _ in names.most_common(_MOST_PUBLISHERS)]
    listed = said("; ").join(first)
    if len(names) > len(first):
        listed = said("{publishers} and {n} more", publishers=listed, n=len(names) - len(first))
    years = sorted(s.published[:4] for s in sources if s.published)
    when = ""
    if years:
        when = said(" ({first}–{last})", first=years[0], last=years[-1])
        when = said(" ({year})", year=years[0]) if years[0] == years[-1] else when
    record = dataset_text(registries.dataset)
    if not listed:
        return record
    return said(
        "Source: {publishers}{years}. {record}", publishers=listed, years=when, record=record
    )
