"""A table that is open: its reports, its registries, and the one way to pick reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from zonecli.table.registries import Registries
from zonecli.table.report import Report


@dataclass(frozen=True)
class Filter:
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
        ):
            if wanted:
                conditions.append(f"{column} IN ({', '.join('?' * len(wanted))})")
                values += wanted
        for condition, year in (("year >= ?", self.first_year), ("year <= ?", self.last_year)):
            if year is not None:
                conditions.append(condition)
                values.append(year)
        if self.only_preferred:
            conditions.append("preferred")
        return " AND ".join(conditions) or "TRUE", values


class Table:
    """The table of one file, in its order."""

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
