"""`list coverage`: of which years each metric is known, and three kinds of emptiness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from zonecli.answers.choosing import Scope, types_of
from zonecli.answers.result import Column, Heading, Result, Sheet, limited
from zonecli.language import said, to_be_said
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

COVERAGE = "coverage"
FULL, RATIO, PART, NONE, OUTSIDE, BEFORE = "level", "ratio", "part", "none", "uncollected", "n/a"
_ORDER = (FULL, RATIO, PART)
_SIGNS = {FULL: "#", RATIO: "%", PART: "+", NONE: ".", OUTSIDE: " ", BEFORE: "x"}
_LEGEND = (
    to_be_said(
        "# a level, of the full year or a date in it   % only a share or growth   "
        "+ only a part of the year"
    ),
    to_be_said(
        ". no figure published that we know of, between years that have one   "
        "(blank) not collected   x does not apply: no zone of the type yet"
    ),
)
_COLUMNS = (
    Column("zone_type", "key into the zone types"),
    Column("metric", "what is counted"),
    Column("year", "the year"),
    Column(
        "coverage",
        "level; ratio (share or growth alone); part (of the year); none (no figure "
        "published that we know of); uncollected; n/a (no zone of the type yet)",
    ),
)

_Line = tuple[str, str]  # zone type and metric


def coverage_matrix(
    table: Table, zone_types: tuple[str, ...] = (), limit: int | None = None
) -> Result:
    """Metric by year for each zone type (none: all but the nation), all zones of it together.

    Rows: one for each metric, zone type and year from the first figure of any to the last.
    """
    registries = table.registries
    types = types_of(Scope(zone_types=zone_types), registries)
    reports = list(table.select(Filter(zone_types=types, only_preferred=False)))
    lines = _known(r for r in reports if registries.zones[r.zone].kind == "all")
    of_any = [year for line in lines.values() for year in line]
    years = range(min(of_any, default=0), max(of_any, default=-1) + 1)
    since = {t: _first_year(t, reports, registries) for t in types}
    order = {metric: place for place, metric in enumerate(registries.metrics)}
    keys = sorted(lines, key=lambda key: (types.index(key[0]), -len(lines[key]), order[key[1]]))
    shown, cut = limited(keys, limit)
    cells = {key: {y: _cell(lines[key], y, since[key[0]]) for y in years} for key in shown}
    return Result(
        query={"command": "list", "subject": "coverage", "types": list(zone_types)},
        columns=_COLUMNS,
        rows=tuple(
            {"zone_type": zone_type, "metric": metric, "year": year, "coverage": kind}
            for (zone_type, metric), line in cells.items()
            for year, kind in line.items()
        ),
        sheet=_sheet(cells, years, len(types) > 1),
        notes=cut,
        dataset=registries.dataset,
    )


def _known(reports: Iterable[Report]) -> dict[_Line, dict[int, str]]:
    """The years of which each line has a figure, with the best kind of it."""
    lines: dict[_Line, dict[int, str]] = defaultdict(dict)
    for report in reports:
        known = lines[report.zone_type, report.metric]
        known[report.year] = min(_kind(report), known.get(report.year, PART), key=_ORDER.index)
    return lines


def _kind(report: Report) -> str:
    if report.period in ("ytd", "month"):
        return PART
    return FULL if report.measure == "level" else RATIO


def _cell(known: Mapping[int, str], year: int, since: int) -> str:
    if year in known:
        return known[year]
    if year < since:
        return BEFORE
    return NONE if min(known) < year < max(known) else OUTSIDE


def _first_year(zone_type: str, reports: Sequence[Report], registries: Registries) -> int:
    """The year of the first zone of a type: its first recorded approval, or first figure."""
    approvals = [
        int(zone.designated[zone_type][:4])
        for zone in registries.zones.values()
        if zone_type in zone.designated
    ]
    return min([*approvals, *(r.year for r in reports if r.zone_type == zone_type)], default=0)


def _sheet(cells: Mapping[_Line, Mapping[int, str]], years: range, several: bool) -> Sheet:
    """A sign a year under a ruler of decades, so that forty years fit a terminal."""
    rows = tuple(
        (
            *((zone_type,) if several else ()),
            metric,
            "".join(_SIGNS[kind] for kind in line.values()),
            str(sum(kind in _ORDER for kind in line.values())),
        )
        for (zone_type, metric), line in cells.items()
    )
    headings = (
        *((Heading(said("Type")),) if several else ()),
        *(Heading(said("Metric")), Heading(_ruler(years)), Heading(said("Years"), right=True)),
    )
    return Sheet("", headings, rows, tuple(map(said, _LEGEND)) if rows else ())


def _ruler(years: range) -> str:
    """Every fifth year that has room, dots between: "··1990·1995"; where none has, the first year
    and the last."""
    text = ""
    for year in years[:-3]:  # a year takes four signs
        if year % 5 == 0:
            text = text.ljust(year - years[0], "·") + str(year)
    return text or "-".join(dict.fromkeys(map(str, (*years[:1], *years[-1:]))))
