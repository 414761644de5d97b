"""What is known around the figures of an answer: the same a year before, the national total …"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from zonecli.answers.choosing import (
    DEFAULT_PERIOD,
    Scope,
    in_main_unit,
    in_period,
    types_of,
    unique,
)
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

NATIONAL, ALL = ("national",), ("all",)
EXCHANGE_RATE, ZONE_COUNT = "exchange_rate", "zone_count"

_Key = tuple[str, str, str, str, int, str, int]  # a figure without its unit


def neighbourhood(scope: Scope, registries: Registries, operands: Iterable[str] = ()) -> Filter:
    """All that an answer about metrics looks at: other years, measures and reports; and what they
    are set against of China as a whole: national totals, and the metrics that are `operands`."""
    totals = totals_of(scope.metrics, registries)
    of_china = bool(totals or list(operands))
    return Filter(
        metrics=unique((*scope.metrics, *totals, *operands)),
        zone_types=unique((*types_of(scope, registries), *(NATIONAL if of_china else ()))),
        zones=unique((*scope.zones, *(ALL if of_china else ()))) if scope.zones else (),
        only_preferred=False,
    )


def totals_of(metrics: Iterable[str], registries: Registries) -> tuple[str, ...]:
    """The metrics whose national figures are the totals of these."""
    return unique(n for metric in metrics if (n := registries.metrics[metric].national))


class Surroundings:
    """The preferred reports around the figures of an answer: by figure, to look up others."""

    def __init__(
        self,
        table: Table,
        reports: Iterable[Report],
        metrics: Sequence[str] = (),
        years: Iterable[int] = (),
    ) -> None:
        """`metrics`: others that will be looked up beside those of the reports, and beside the
        exchange rate where there are dollars; `years`: if some are named, only figures of them and
        of the years before them will be."""
        self._registries = table.registries
        self._vintages: dict[object, list[Report]] = {}
        shown = tuple(reports)
        named = unique(report.metric for report in shown)
        totals = totals_of(named, table.registries)
        own = Filter(
            metrics=unique((*named, *metrics)),
            zone_types=unique(report.zone_type for report in shown),
            zones=unique(report.zone for report in shown),
            years=unique(years),
        )
        every = list(table.select(own)) if shown else []
        rate = (EXCHANGE_RATE,) if any(map(_in_dollars, every)) else ()
        if shown and (before := {year - 1 for year in own.years} - {*own.years}):
            every += table.select(own._replace(measures=("level",), years=tuple(before)))
        if of_china := unique((*totals, *metrics, *rate)):
            every += table.select(Filter(of_china, zone_types=NATIONAL, zones=ALL, years=own.years))
        self._reports = _by_key(every, table.registries)
        self._in_units = {(_key(r, r.measure, r.year), r.unit): r for r in every}
        self._table, self._totals = table, totals

    def level(self, report: Report, year: int) -> Report | None:
        """The level of the same metric and zones in another year, over the same part of it."""
        return self._in_units.get((_key(report, "level", year), report.unit))

    def other(self, report: Report, metric: str) -> Report | None:
        """The level of another metric of the same zones in the same year (or at its end)."""
        for period in (report.period, "year", "point"):
            for month in (report.month, 12):
                key = (metric, "level", report.zone_type, report.zone, report.year, period, month)
                if found := self._reports.get(key):
                    return found
        return None

    def of_china(self, metric: str, year: int, measure: str = "level") -> Report | None:
        """A figure of the whole of China over a full year."""
        return self._reports.get((metric, measure, "national", "all", year, "year", 12))

    def printed(self, report: Report, measure: str) -> Report | None:
        """The growth or share of the same figure, as a source prints it."""
        return self._reports.get(_key(report, measure, report.year))

    def in_unit(self, report: Report, unit: str) -> Report | None:
        """The same figure in another unit."""
        return self._in_units.get((_key(report, report.measure, report.year), unit))

    def national(self, report: Report) -> Report | None:
        """The national total, in the same unit, that the figure would be a share of."""
        metric = self._registries.metrics[report.metric]
        if metric.national is None or report.zone_type == "national":
            return None
        if report.year >= metric.share_break.get(report.zone_type, report.year + 1):
            return None
        key = (
            metric.national,
            "level",
            "national",
            "all",
            report.year,
            report.period,
            report.month,
        )
        return self._in_units.get((key, report.unit))

    def national_vintages(self, report: Report) -> list[Report]:
        """Every report of the national total, older vintages included."""
        total = self.national(report)
        if total is None:
            return []
        wanted = Filter(
            metrics=self._totals,
            zone_types=("national",),
            first_year=report.year,
            last_year=report.year,
            only_preferred=False,
        )
        if total.figure not in self._vintages:  # of many reports of one figure, one question
            found = [r for r in self._table.select(wanted) if r.figure == total.figure]
            self._vintages[total.figure] = found
        return self._vintages[total.figure]


def comparable(before: Report, after: Report) -> bool:
    """Whether growth may be worked out between the two: one voice, one unit, one time of year."""
    return (
        of_one_voice(before, after)
        and before.unit == after.unit
        and (before.period, before.month) == (after.period, after.month)
    )


def of_one_voice(before: Report, after: Report) -> bool:
    """Whether two reports are of one series; of none, of one source."""
    if before.series or after.series:
        return before.series == after.series
    return before.source == after.source


def _in_dollars(report: Report) -> bool:
    return report.unit == "USD" and report.status != "forecast"


def _by_key(every: Sequence[Report], registries: Registries) -> Mapping[_Key, Report]:
    found = {_key(r, r.measure, r.year): r for r in in_main_unit(every, registries)}
    whole = in_main_unit(in_period(every, DEFAULT_PERIOD, registries), registries)
    return found | {_key(r, r.measure, r.year): r for r in whole}


def _key(report: Report, measure: str, year: int) -> _Key:
    return (
        report.metric,
        measure,
        report.zone_type,
        report.zone,
        year,
        report.period,
        report.month,
    )
