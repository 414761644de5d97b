"""Growth and share of a figure: as a source prints them, else worked out from the levels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zonecli.answers.choosing import DEFAULT_PERIOD, in_main_unit, in_period
from zonecli.stats.interval import Interval, percent_change, percent_of
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

Key = tuple[str, str, str, str, int, str, int]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A growth or share: the report that prints it, or the interval worked out from operands."""

    interval: Interval
    printed: Report | None = None
    operands: tuple[Report, ...] = ()


class Surroundings:
    """The preferred reports around the figures of an answer: by figure, to look up others."""

    def __init__(self, table: Table, reports: Iterable[Report]) -> None:
        shown = list(reports)
        self._registries = table.registries
        metrics = {report.metric for report in shown}
        totals = {n for m in metrics if (n := table.registries.metrics[m].national)}
        wanted = Filter(metrics=tuple(metrics | totals))
        self._reports = _by_key(table.select(wanted), table.registries)

    def level(self, report: Report, year: int) -> Report | None:
        """The level of the same metric and zones in another year, over the same part of it."""
        return self._reports.get(_key(report, "level", year))

    def growth(self, report: Report) -> Ratio | None:
        """Growth over the year before: printed, or computed inside one series."""
        if printed := self._reports.get(_key(report, "growth", report.year)):
            return Ratio(printed.interval, printed=printed)
        before = self.level(report, report.year - 1)
        if before is None or not comparable(before, report) or before.value <= 0:
            return None
        change = percent_change(before.interval, report.interval)
        return Ratio(change, operands=(before, report))

    def share(self, report: Report) -> Ratio | None:
        """Share of the national total: printed, or computed from the total in the same unit."""
        if printed := self._reports.get(_key(report, "share", report.year)):
            return Ratio(printed.interval, printed=printed)
        total = self.national(report)
        if total is None or total.unit != report.unit or total.value <= 0:
            return None
        return Ratio(percent_of(report.interval, total.interval), operands=(report, total))

    def national(self, report: Report) -> Report | None:
        """The national total that the figure would be a share of."""
        metric = self._registries.metrics[report.metric].national
        if metric is None or report.zone_type == "national":
            return None
        key = (metric, "level", "national", "all", report.year, report.period, report.month)
        return self._reports.get(key)


def comparable(before: Report, after: Report) -> bool:
    """Whether growth may be worked out between the two: one unit, one series, one time of year."""
    return (
        before.unit == after.unit
        and before.series == after.series
        and (before.period, before.month) == (after.period, after.month)
    )


def _by_key(reports: Iterable[Report], registries: Registries) -> Mapping[Key, Report]:
    every = list(reports)
    found = {_key(r, r.measure, r.year): r for r in in_main_unit(every, registries)}
    whole = in_main_unit(in_period(every, DEFAULT_PERIOD, registries), registries)
    return found | {_key(r, r.measure, r.year): r for r in whole}


def _key(report: Report, measure: str, year: int) -> Key:
    return (
        report.metric,
        measure,
        report.zone_type,
        report.zone,
        year,
        report.period,
        report.month,
    )
