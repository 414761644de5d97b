"""Tables that are more than one small file: folders, URLs, large ones, several over each other.

A layer is one table where it lies. It finds rows; what they mean is settled here, so that the
answers are the same whichever engine finds them: the order, what is replaced, what is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, Protocol

from zonecli.errors import DataError, TooManyError
from zonecli.table.checking import checked_report, table_order
from zonecli.table.columns import COLUMN_NAMES
from zonecli.table.made import COMPLETE, Cells, Written, merged, registries_of
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

# An answer reads at most so many reports of a large table at once: some 100 MB as Python has them.
MOST_REPORTS = 100_000


class Layer(Protocol):
    """One table where it lies."""

    name: str
    is_large: bool
    extra_columns: tuple[str, ...]
    written: Written

    def rows(self, wanted: Filter) -> Iterable[Cells]:
        """The rows that the filter admits, in the order of the files: our columns, then others."""

    def distinct(self, columns: tuple[str, ...], wanted: Filter) -> set[Cells]:
        """The distinct cells of these columns in those rows."""


class LayeredTable(Table):
    """Tables laid over each other, in the table's order.

    A later one's report replaces an earlier one's of the same id; and where both prefer a report
    of one figure, the later one's is preferred. Raises TooManyError for more than MOST_REPORTS
    where a layer is large.
    """

    def __init__(self, layers: Sequence[Layer]) -> None:
        written = merged(layer.written for layer in layers)
        super().__init__(Path(layers[0].name), (), registries_of(written, self._distinct))
        self._layers = layers
        self._says_complete: bool = written[COMPLETE]
        self.is_large = any(layer.is_large for layer in layers)
        extra = dict.fromkeys(name for layer in layers for name in layer.extra_columns)
        self.extra_columns = tuple(extra)
        self._extra: dict[str, Mapping[str, Any]] = {}
        self._foreseen: tuple[Filter, dict[str, list[Report]]] | None = None

    @property
    def reports(self) -> Sequence[Report]:
        return self._read(Filter(only_preferred=False))

    def select(self, wanted: Filter) -> Iterator[Report]:
        if self._foreseen is None or not _covers(self._foreseen[0], wanted):
            return iter(self._read(wanted))
        by_metric = self._foreseen[1]
        metrics = sorted(set(wanted.metrics)) if wanted.metrics else by_metric
        known = chain.from_iterable(by_metric.get(metric, ()) for metric in metrics)
        return filter(wanted.admits, known)

    def foresee(self, wanted: Filter) -> None:
        by_metric: dict[str, list[Report]] = {}
        try:
            for report in self._read(wanted):
                by_metric.setdefault(report.metric, []).append(report)
        except TooManyError:  # then each part of the answer reads what it needs
            return
        self._foreseen = (wanted, by_metric)

    def extra_cells(self, report: Report) -> Mapping[str, Any]:
        return {**dict.fromkeys(self.extra_columns), **self._extra.get(report.id, {})}

    def _read(self, wanted: Filter) -> list[Report]:
        found: list[Report] = []
        for place, layer in enumerate(self._layers):
            found += self._not_replaced(self._of(layer, wanted), place, wanted)
        found.sort(key=table_order)
        return found

    def _of(self, layer: Layer, wanted: Filter) -> list[Report]:
        most = MOST_REPORTS if layer.is_large else None
        width = len(COLUMN_NAMES)
        reports = []
        for row in islice(layer.rows(wanted), None if most is None else most + 1):
            report = checked_report(layer.name, row[:width])
            if layer.extra_columns:
                cells = map(_plain, row[width:])
                self._extra[report.id] = dict(zip(layer.extra_columns, cells, strict=True))
            if self._says_complete:
                self._check_keys(report)
            reports.append(report)
        if most is not None and len(reports) > most:
            raise TooManyError(
                f"More than {most:,} reports of {layer.name} would have to be read: name a metric, "
                "--type, --zone or years. Above that an engine of your own answers: docs/scale.md."
            )
        return reports

    def _check_keys(self, report: Report) -> None:
        """Raises DataError where registries that call themselves complete lack a key."""
        registries = self.registries
        for kind, key, entries in (
            ("metric", report.metric, registries.metrics),
            ("zone type", report.zone_type, registries.zone_types),
            ("zone", report.zone, registries.zones),
            ("source", report.source, registries.sources),
        ):
            if key not in entries:
                raise DataError(
                    f"{self.path} calls its registries complete, but {kind} {key!r} is in none."
                )

    def _not_replaced(self, reports: list[Report], place: int, wanted: Filter) -> Iterable[Report]:
        """The reports of one layer that the later ones leave, as preferred as they leave them."""
        for layer in self._layers[place + 1 :]:
            if not reports:
                break
            ids = Filter(ids=tuple(report.id for report in reports), only_preferred=False)
            replaced = {row[0] for row in layer.rows(ids)}
            rows = layer.rows(_same_figures(reports))
            chosen = {Report._make(row[: len(COLUMN_NAMES)]).figure for row in rows}
            reports = [
                r._replace(preferred=r.preferred and r.figure not in chosen)
                for r in reports
                if r.id not in replaced
            ]
        return (r for r in reports if r.preferred or not wanted.only_preferred)

    def _distinct(self, columns: tuple[str, ...], wanted: Filter) -> set[Cells]:
        return {cells for layer in self._layers for cells in layer.distinct(columns, wanted)}


def _same_figures(reports: Iterable[Report]) -> Filter:
    """Among the reports that this admits are the preferred ones of the same figures."""
    every = list(reports)
    return Filter(
        metrics=tuple({r.metric for r in every}),
        zone_types=tuple({r.zone_type for r in every}),
        zones=tuple({r.zone for r in every}),
        years=tuple({r.year for r in every}),
    )


def _covers(wide: Filter, narrow: Filter) -> bool:
    """Whether all that `narrow` admits is among what `wide` admits."""
    for field in ("metrics", "measures", "zone_types", "zones", "periods", "statuses", "years"):
        limits, wanted = getattr(wide, field), getattr(narrow, field)
        if limits and not (wanted and set(wanted) <= set(limits)):
            return False
    bounds = (wide.first_year, wide.last_year)
    return (
        bounds in ((None, None), (narrow.first_year, narrow.last_year))
        and not wide.ids
        and not (wide.only_preferred and not narrow.only_preferred)
    )


def _plain(cell: Any) -> Any:
    """A cell of a user's own column as every format can write it: dates and lists as text."""
    return cell if cell is None or isinstance(cell, str | int | float | bool) else str(cell)
