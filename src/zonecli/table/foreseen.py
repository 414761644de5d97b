"""What one answer needs of a large table, read at once and held for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

Wholes = Callable[[Sequence[Report]], Sequence[Report]]


class ForeseenTable(Table):
    """A table as one answer sees it: what was foreseen is held, all else is read when asked for."""

    def __init__(
        self,
        table: Table,
        foreseen: Sequence[Filter],
        reports: Sequence[Report],
        wholes: Wholes | None = None,
    ) -> None:
        """`reports`: all that the filters admit; `wholes`: where their ids only stand in for
        their own, what finds the whole reports."""
        super().__init__(table.path, reports, table.registries)
        self.extra_columns, self.is_large = table.extra_columns, table.is_large
        self._table, self._foreseen, self._wholes = table, foreseen, wholes
        self._stand_ins = {report.id for report in reports} if wholes is not None else set()
        self._by_metric: dict[str, list[Report]] = {}
        for report in reports:
            self._by_metric.setdefault(report.metric, []).append(report)

    @property
    def reports(self) -> Sequence[Report]:
        return self._table.reports

    def select(self, wanted: Filter) -> Iterator[Report]:
        if not any(_covers(wide, wanted) for wide in self._foreseen):
            return self._table.select(wanted)
        metrics = sorted(set(wanted.metrics)) if wanted.metrics else self._by_metric
        known = chain.from_iterable(self._by_metric.get(metric, ()) for metric in metrics)
        return filter(wanted.admits, known)

    def whole(self, reports: Sequence[Report]) -> Sequence[Report]:
        light = [report for report in reports if report.id in self._stand_ins]
        if self._wholes is None or not light:
            return reports
        wholes = zip(light, self._wholes(light), strict=True)
        whole = {report.id: found for report, found in wholes}
        return [whole.get(report.id, report) for report in reports]

    def extra_cells(self, report: Report) -> Mapping[str, Any]:
        return self._table.extra_cells(report)


def _covers(wide: Filter, narrow: Filter) -> bool:
    """Whether all that `narrow` admits is among what `wide` admits."""
    for field in ("metrics", "measures", "zone_types", "zones", "periods", "statuses"):
        limits, wanted = getattr(wide, field), getattr(narrow, field)
        if limits and not (wanted and set(wanted) <= set(limits)):
            return False
    return (
        _covers_years(wide, narrow)
        and not wide.ids
        and not (wide.only_preferred and not narrow.only_preferred)
    )


def _covers_years(wide: Filter, narrow: Filter) -> bool:
    """As `_covers`, of the years. A limit of both kinds in one filter is left to the table."""
    first, last = narrow.first_year, narrow.last_year
    if narrow.years:
        first, last = min(narrow.years), max(narrow.years)
    if wide.years:
        if first is None or last is None or wide.first_year or wide.last_year:
            return False
        return set(narrow.years or range(first, last + 1)) <= set(wide.years)
    return (wide.first_year is None or (first is not None and first >= wide.first_year)) and (
        wide.last_year is None or (last is not None and last <= wide.last_year)
    )
