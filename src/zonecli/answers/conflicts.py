"""`conflicts`: where what sources say cannot all be true, beyond their rounding."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

from zonecli.answers.checks import MISFIT, Check, apart, checks_of
from zonecli.answers.choosing import Scope, types_of, unique
from zonecli.answers.naming import measured, one_of, type_short, zone_name
from zonecli.answers.result import Column, Heading, Result, Sheet, limited
from zonecli.answers.series_checks import counts_before, lines_around, series_checks
from zonecli.answers.surroundings import ALL, NATIONAL, Surroundings, totals_of
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import figure_text, interval_text, with_unit
from zonecli.language import said, to_be_said
from zonecli.table.registries import Explanation, Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

REPORTS = to_be_said(
    "reports"
)  # two reports of one figure; the other kinds are those of the cross-checks

_COLUMNS = (
    Column("kind", "reports: of one figure; else which cross-check does not fit"),
    Column("metric", "what is counted"),
    Column("measure", "level, share or growth"),
    Column("zone_type", "key into the zone types"),
    Column("zone", "all, a group, or one named zone"),
    Column("year", "the year that the figure is for"),
    Column("period", "year, ytd, month or point"),
    Column("month", "last month of the period"),
    Column("unit", "unit of the figure"),
    Column("value", "one report's value, unscaled"),
    Column("id", "id of that report"),
    Column("other_value", "the other's, or the one worked out; null: only a bound"),
    Column("other_id", "id of the other report, or ids of the operands"),
    Column(
        "apart",
        "distance of the two intervals: in percent of the one value; of a percentage, in points",
    ),
    Column("explanation", "why they differ, as far as the curators know; null: not known"),
)


_SLIGHT = 0.01  # what is explained and no further apart needs no mark beside the figure


class Conflict(NamedTuple):
    """Two statements that exclude each other. `apart`: their distance relative to the first."""

    kind: str
    one: Report
    other: Report | Check
    apart: float
    explanation: str | None


def conflicts(table: Table, scope: Scope, limit: int | None = None) -> Result:
    """All conflicts in a scope (no metrics: all; zone all: every zone), the widest first."""
    scope = scope if scope.zones != ("all",) else scope._replace(zones=())
    found = sorted(find_conflicts(table, scope), key=lambda c: (-c.apart, c.one.id))
    shown, cut = limited(found, limit)
    registries = table.registries
    cited = [r for c in shown for r in _reports(c)]
    sources = unique(registries.sources[report.source] for report in cited)
    none = () if found else (said("No conflict is known here."),)
    return Result(
        query={
            "command": "conflicts",
            "metrics": list(scope.metrics),
            "types": list(scope.zone_types),
            "zones": list(scope.zones),
        },
        columns=_COLUMNS,
        rows=tuple(map(_row, shown)),
        sheet=_sheet(shown, [source.id for source in sources], registries),
        notes=(*cut, *none),
        sources=sources,
        dataset=registries.dataset,
    )


def find_conflicts(table: Table, scope: Scope, years: Collection[int] = ()) -> Iterator[Conflict]:
    """Figures whose reports do not overlap, and levels that a printed ratio does not fit.

    `years`: where some are named, conflicts of figures in others may be left out. Forecasts are no
    party to a conflict: an outcome may well differ.
    """
    wanted = _reports_of(scope, table.registries)
    of_years = table.select(wanted._replace(years=unique(years)))
    asked = [report for report in of_years if report.status != "forecast"]
    explanations = table.registries.explanations
    yield from _between_reports(asked, explanations)
    rate = ("exchange_rate",) if any(r.unit == "USD" for r in asked) else ()
    around = Surroundings(table, asked, rate, years)
    for report in asked:
        if not report.preferred:
            continue
        for check in checks_of(around, report):
            if check.verdict == MISFIT:
                yield _misfit(check, explanations)
    lines = _with_lines(table, wanted, asked, years) if years else asked
    for check in series_checks(lines, table.registries, years):
        if check.verdict == MISFIT:
            yield _misfit(check, explanations)


def _with_lines(
    table: Table, wanted: Filter, asked: list[Report], years: Collection[int]
) -> list[Report]:
    """The figures asked about, and what `series_checks` sets them against."""
    around = lines_around(wanted, years)
    known = [*asked, *chain.from_iterable(map(table.select, around))]
    told = {*years, *(year for near in around for year in near.years)}
    before = counts_before(wanted, years, known, table.registries)
    earlier = chain.from_iterable(map(table.select, before))
    return [*known, *(report for report in earlier if report.year not in told)]


def looked_at(scope: Scope, registries: Registries, years: Collection[int]) -> tuple[Filter, ...]:
    """Nearly all that `disputed` selects for figures of these years in a scope."""
    wanted = _reports_of(scope._replace(measures=()), registries)
    of_years = wanted._replace(years=unique(years))
    totals = totals_of(scope.metrics or registries.metrics, registries)
    of_china = of_years._replace(metrics=totals, zone_types=NATIONAL, zones=ALL)
    return (of_years, *lines_around(wanted, years), *((of_china,) if totals else ()))


def _reports_of(scope: Scope, registries: Registries) -> Filter:
    return Filter(
        metrics=scope.metrics,
        measures=scope.measures,
        zone_types=types_of(scope, registries),
        zones=scope.zones,
        only_preferred=False,
    )


def _misfit(check: Check, explanations: Sequence[Explanation]) -> Conflict:
    why = explained(explanations, check.kind, check.printed)
    return Conflict(check.kind, check.printed, check, check.misfit, why)


def _between_reports(
    reports: Iterable[Report], explanations: Sequence[Explanation]
) -> Iterator[Conflict]:
    figures: dict[object, list[Report]] = defaultdict(list)
    for report in reports:
        figures[report.figure].append(report)
    for group in figures.values():
        lower = min(group, key=lambda r: r.interval.high)
        higher = max(group, key=lambda r: r.interval.low)
        one, other = (lower, higher) if lower.preferred else (higher, lower)
        distance = apart(one, other.interval)
        if distance > 0:
            yield Conflict(REPORTS, one, other, distance, explained(explanations, REPORTS, one))


def disputed(table: Table, reports: Iterable[Report]) -> dict[object, Conflict]:
    """Of these figures, those that another source or a cross-check excludes, by figure; but none
    that is explained and slight, such as a later vintage of the national total."""
    shown = list(reports)
    if not shown:
        return {}
    scope = Scope(
        metrics=unique(report.metric for report in shown),
        zone_types=unique(report.zone_type for report in shown),
        zones=unique(report.zone for report in shown),
    )
    figures = {report.figure for report in shown}
    found: dict[object, Conflict] = {}
    for conflict in find_conflicts(table, scope, {report.year for report in shown}):
        slight = conflict.explanation is not None and conflict.apart < _SLIGHT
        if conflict.one.figure in figures and not slight:
            found.setdefault(conflict.one.figure, conflict)
    return found


def explained(explanations: Sequence[Explanation], kind: str, report: Report) -> str | None:
    """The recorded explanation for a conflict of this kind about this figure, or null."""
    for e in explanations:
        if (e.kind, e.metric, e.measure, e.zone_type, e.zone, e.year) == (
            *(kind, report.metric, report.measure),
            *(report.zone_type, report.zone, report.year),
        ) and all(
            wanted in (None, actual)
            for wanted, actual in (
                (e.period, report.period),
                (e.month, report.month),
                (e.unit, report.unit),
            )
        ):
            return one_of(e.explanation, e.explanation_zh)
    return None


def _reports(conflict: Conflict) -> tuple[Report, ...]:
    if isinstance(conflict.other, Report):
        return (conflict.one, conflict.other)
    return (conflict.one, *conflict.other.against.operands)


def _row(conflict: Conflict) -> dict[str, Any]:
    one, other = conflict.one, conflict.other
    return {
        "kind": conflict.kind,
        **{n: getattr(one, n) for n in ("metric", "measure", "zone_type", "zone", "year")},
        **{n: getattr(one, n) for n in ("period", "month", "unit", "value", "id")},
        "other_value": other.value if isinstance(other, Report) else other.against.value,
        "other_id": " ".join(report.id for report in _reports(conflict)[1:]),
        "apart": 100 * conflict.apart,
        "explanation": conflict.explanation,
    }


def _sheet(shown: Sequence[Conflict], source_ids: Sequence[str], registries: Registries) -> Sheet:
    number = {source: str(n) for n, source in enumerate(source_ids, start=1)}
    rows = tuple(_line(conflict, number, registries) for conflict in shown)
    headings = (
        *(Heading(said("Figure")), Heading(said("When"))),
        *(Heading(said("One says"), right=True), Heading(said("Another says"), right=True)),
        *(Heading(said("Apart"), right=True), Heading(said("Why"))),
    )
    legend = [
        said("Apart: the distance left when both are read as widely as digits and hedges allow.")
    ]
    if any(isinstance(c.other, Check) for c in shown):
        legend.append(said("c worked out from the levels that are quoted"))
    return Sheet("", headings, rows, tuple(legend) if shown else ())


def _line(conflict: Conflict, number: dict[str, str], registries: Registries) -> tuple[str, ...]:
    one, other = conflict.one, conflict.other
    if isinstance(other, Report):
        another = f"{with_unit(figure_text(other), other.unit)} [{number[other.source]}]"
    else:
        cited = ",".join(unique(number[r.source] for r in other.against.operands))
        another = f"{interval_text(other.against.interval, other.against.unit)} c [{cited}]"
    why = conflict.explanation or (other.reason if isinstance(other, Check) else "")
    return (
        _name(one, registries),
        month_text(one.period, one.year, one.month),
        f"{with_unit(figure_text(one), one.unit)} [{number[one.source]}]",
        another,
        f"{100 * conflict.apart:.1f}{said(' points') if one.unit == 'percent' else '%'}",
        why if conflict.kind == REPORTS else _with_kind(conflict.kind, why),
    )


def _name(report: Report, registries: Registries) -> str:
    zone = registries.zones[report.zone]
    place = type_short(registries.zone_types[report.zone_type])
    if zone.kind != "all":
        place += said(", ") + zone_name(zone)
    label = measured(registries.metrics[report.metric], report.measure)
    return said("{figure} ({place})", figure=label, place=place)


def _with_kind(kind: str, why: str) -> str:
    return said("{kind}. {why}", kind=said(kind), why=why) if why else said(kind)
