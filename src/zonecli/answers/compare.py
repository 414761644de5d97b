"""`compare`: every figure known in both of two years, with change and compound growth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from zonecli.answers.choosing import Scope, in_period, scope_query, types_of
from zonecli.answers.compare_notes import zone_notes
from zonecli.answers.compare_sheet import comparison_sheet
from zonecli.answers.comparison import Comparison, compared
from zonecli.answers.disputes import disputed, looked_at
from zonecli.answers.indices import asked_metric, with_indices, without_spare_indices
from zonecli.answers.nearest import missing_notes
from zonecli.answers.pairing import pairs_of
from zonecli.answers.result import Column, Result, cited_sources, limited, numbered, sorted_rows
from zonecli.answers.surroundings import ZONE_COUNT
from zonecli.errors import UsageError
from zonecli.language import said
from zonecli.stats.interval import Interval
from zonecli.table.columns import MEASURES
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_COLUMNS = (
    Column("metric", "what is counted"),
    Column("measure", "level, share or growth"),
    Column("zone_type", "key into the zone types"),
    Column("zone", "all, a group, or one named zone"),
    Column("unit", "unit of the values, of change and its ends (points for percentages)"),
    Column("from_year", "the earlier year"),
    Column("to_year", "the later year"),
    Column("from_value", "the figure of the earlier year, unscaled"),
    Column("from_low", "least value that its digits and hedge allow; null: unbounded"),
    Column("from_high", "greatest value that they allow; null: unbounded"),
    Column("to_value", "the figure of the later year, unscaled"),
    Column("to_low", "least value that its digits and hedge allow; null: unbounded"),
    Column("to_high", "greatest value that they allow; null: unbounded"),
    Column("change", "to_value - from_value; null where a hedge leaves it open"),
    Column("change_low", "least change that both allow; null: unbounded"),
    Column("change_high", "greatest change that both allow; null: unbounded"),
    Column("percent", "change in percent of a level; null where a hedge leaves it open", "percent"),
    Column("percent_low", "least that both allow; null: unbounded or no level", "percent"),
    Column("percent_high", "greatest that both allow; null: unbounded or no level", "percent"),
    Column("cagr", "compound annual growth rate of a level; null as for percent", "percent"),
    Column("cagr_low", "least that both allow; null: unbounded or no level", "percent"),
    Column("cagr_high", "greatest that both allow; null: unbounded or no level", "percent"),
    Column("from_source", "key of the earlier figure's source"),
    Column("to_source", "key of the later figure's source"),
    Column("warning", "why the two may not be comparable; null: nothing known against it"),
)


class CompareRequest(NamedTuple):
    """What `compare` is asked: two years, and the scope (no metrics: all)."""

    from_year: int
    to_year: int
    scope: Scope
    sort: str | None = None
    limit: int | None = None


def compare(table: Table, request: CompareRequest) -> Result:
    """Every figure known in both years. Raises UsageError unless the years differ."""
    table = foreseen(table, request)
    return answer_of(table, request, comparisons(table, request))


def answer_of(table: Table, request: CompareRequest, compared: Iterable[Comparison]) -> Result:
    """The comparisons, laid out as the answer to the request."""
    registries, years = table.registries, (request.from_year, request.to_year)
    found = {c.before.line: c for c in compared}
    rows = sorted_rows([_row(c, request) for c in found.values()], request.sort, _COLUMNS)
    rows, cut = limited(rows, request.limit)
    shown = [found[row["metric"], row["measure"], row["zone_type"], row["zone"]] for row in rows]
    sources = cited_sources((r for c in shown for r in (c.before, c.after)), registries)
    notes = (
        *cut,
        *zone_notes(table, shown, *years),
        *_missing(table, request, shown),
    )
    return Result(
        query=_query(request),
        columns=_COLUMNS,
        rows=tuple(rows),
        sheet=comparison_sheet(shown, numbered(sources), registries, *years),
        notes=notes,
        sources=sources,
        dataset=registries.dataset,
    )


def comparisons(table: Table, request: CompareRequest) -> list[Comparison]:
    """The comparison of every figure known in both years."""
    pairs = _pairs(table, request)
    conflicts = disputed(table, (report for pair in pairs for report in pair))
    return [compared(before, after, conflicts) for before, after in pairs]


def foreseen(table: Table, request: CompareRequest) -> Table:
    """The table with what a comparison looks at. Raises UsageError unless the years differ."""
    if request.from_year == request.to_year:
        raise UsageError("compare takes two different years.")
    if request.from_year > request.to_year:
        raise UsageError(f"Give the earlier year first: {request.to_year} {request.from_year}.")
    if not table.is_large:  # to say what is looked at, every metric is read: a twentieth of it all
        return table
    years, registries = (request.from_year, request.to_year), table.registries
    zones = Filter(
        metrics=(ZONE_COUNT,),
        measures=("level",),
        zone_types=types_of(request.scope, registries),
        zones=("all",),
        years=years,
    )
    scope = with_indices(request.scope, registries)
    return table.foreseen([*looked_at(scope, registries, years), zones], light=True)


def _pairs(table: Table, request: CompareRequest) -> list[tuple[Report, Report]]:
    registries = table.registries
    scope = with_indices(request.scope, registries)
    ends = (request.from_year, request.to_year)
    wanted = Filter(
        metrics=scope.metrics,
        measures=scope.measures,
        zone_types=types_of(scope, registries),
        zones=scope.zones,
        statuses=scope.statuses,
        years=ends,
    )
    reports = in_period(table.select(wanted), scope.period, registries)
    both = pairs_of(reports, request.from_year, registries)
    both = without_spare_indices(both, request.scope)
    metrics = {metric: place for place, metric in enumerate(scope.metrics or registries.metrics)}
    types = {zone_type: place for place, zone_type in enumerate(registries.zone_types)}
    both.sort(
        key=lambda pair: (
            types[pair[0].zone_type],
            metrics[pair[0].metric],
            MEASURES.index(pair[0].measure),
        )
    )
    return both


def _row(comparison: Comparison, request: CompareRequest) -> dict[str, Any]:
    before, after = comparison.before, comparison.after
    return {
        "metric": before.metric,
        "measure": before.measure,
        "zone_type": before.zone_type,
        "zone": before.zone,
        "unit": before.unit,
        "from_year": request.from_year,
        "to_year": request.to_year,
        **{"from_value": before.value, "from_low": before.low, "from_high": before.high},
        **{"to_value": after.value, "to_low": after.low, "to_high": after.high},
        **_hedged("change", comparison.point_change, comparison.change),
        **_hedged("percent", comparison.point_percent, comparison.percent),
        **_hedged("cagr", comparison.point_cagr, comparison.cagr),
        "from_source": before.source,
        "to_source": after.source,
        "warning": said("; ").join(comparison.warnings) or None,
    }


def _hedged(name: str, value: float | None, interval: Interval | None) -> Mapping[str, Any]:
    low, high = interval.ends() if interval is not None else (None, None)
    return {name: value, f"{name}_low": low, f"{name}_high": high}


def _missing(table: Table, request: CompareRequest, shown: Sequence[Comparison]) -> tuple[str, ...]:
    """A line for each named metric that is not known in both years, with the nearest figures."""
    scope = request.scope
    if not scope.metrics and not shown:
        years = {"first": request.from_year, "last": request.to_year}
        return (said("No figure is known in both {first} and {last}.", **years),)
    reports = [comparison.before for comparison in shown]
    found = [r._replace(metric=asked_metric(r.metric, scope)) for r in reports]
    return missing_notes(table, scope, found, (request.from_year, request.to_year))


def _query(request: CompareRequest) -> dict[str, Any]:
    return {
        "command": "compare",
        "from_year": request.from_year,
        "to_year": request.to_year,
        **scope_query(request.scope),
    }
