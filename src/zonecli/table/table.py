"""A table that is open: its reports, its registries, and the one way to pick reports."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from zonecli.table.registries import Registries
from zonecli.table.report import Report


class Filter(NamedTuple):
    """Which reports are wanted. Null or empty: no limit on that."""

    metrics: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    zone_types: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    periods: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    only_preferred: bool = True
    years: tuple[int, ...] = ()
    ids: tuple[str, ...] = ()

    def admits(self, report: Report) -> bool:
        return (
            (not self.metrics or report.metric in self.metrics)
            and (not self.only_preferred or report.preferred)
            and (not self.measures or report.measure in self.measures)
            and (not self.zone_types or report.zone_type in self.zone_types)
            and (not self.zones or report.zone in self.zones)
            and (self.first_year is None or report.year >= self.first_year)
            and (self.last_year is None or report.year <= self.last_year)
            and (not self.periods or report.period in self.periods)
            and (not self.statuses or report.status in self.statuses)
            and (not self.years or report.year in self.years)
            and (not self.ids or report.id in self.ids)
        )

    def as_sql(self) -> tuple[str, list[str | int]]:
        """The same condition in SQL, with its parameters: what an engine is to filter by."""
        conditions: list[str] = []
        values: list[str | int] = []
        for column, wanted in (
            ("metric", self.metrics),
            ("measure", self.measures),
            ("zone_type", self.zone_types),
            ("zone", self.zones),
            ("period", self.periods),
            ("status", self.statuses),
            ("year", self.years),
            ("id", self.ids),
        ):
            if len(wanted) == 1:  # DuckDB skips the other columns' cells by = and not by IN
                conditions.append(f"{column} = ?")
            elif wanted:
                conditions.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values += wanted
        for condition, year in (("year >= ?", self.first_year), ("year <= ?", self.last_year)):
            if year is not None:
                conditions.append(condition)
                values.append(year)
        if self.only_preferred:
            conditions.append("preferred")
        return " AND ".join(conditions) or "TRUE", values


def enclosing(filters: Sequence[Filter]) -> Filter:
    """One filter that admits all that any of these does, and more where they differ in several
    columns."""
    if len(filters) == 1:
        return filters[0]
    lists: dict[str, Any] = {
        field: tuple(dict.fromkeys(word for f in filters for word in getattr(f, field)))
        for field in ("metrics", "measures", "zone_types", "zones", "periods", "statuses", "ids")
        if all(getattr(f, field) for f in filters)
    }
    first = [min(f.years) if f.years else f.first_year for f in filters]
    last = [max(f.years) if f.years else f.last_year for f in filters]
    return Filter(
        first_year=None if None in first else min(year for year in first if year is not None),
        last_year=None if None in last else max(year for year in last if year is not None),
        only_preferred=all(f.only_preferred for f in filters),
    )._replace(**lists)


class Table:
    """The table of one file, in its order.

    `extra_columns`: what a user's table has beside ours; `is_large`: not held in memory, so that
    an answer can read a part of it only (`zonecli.table.layers` says how much).
    """

    extra_columns: tuple[str, ...] = ()
    is_large = False

    def __init__(self, path: Path, reports: Sequence[Report], registries: Registries) -> None:
        self.path = path
        self.registries = registries
        self._reports = reports

    @property
    def reports(self) -> Sequence[Report]:
        """Every report, preferred or not."""
        return self._reports

    def select(self, wanted: Filter) -> Iterator[Report]:
        """The reports that the filter admits, in the table's order."""
        return filter(wanted.admits, self.reports)

    def foreseen(self, wanted: Sequence[Filter], *, light: bool = False) -> "Table":  # noqa: ARG002
        """This table for one answer, which will select within these filters and little else: what
        is slow to read may read all that at once.

        `light`: the answer looks at no id, note or column of a user's own, but in reports that
        went through `whole`; until then an id may stand in for the report's own.
        """
        return self

    def whole(self, reports: Sequence[Report]) -> Sequence[Report]:
        """The same selected reports with all that the table says of them."""
        return reports

    def extra_cells(self, _report: Report) -> Mapping[str, Any]:
        """The cells of a selected report in the extra columns, as text, number or null."""
        return {}
