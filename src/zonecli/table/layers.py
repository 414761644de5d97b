"""Tables that are more than one small file: folders, URLs, large ones, several over each other.

A layer is one table where it lies. It finds rows; what they mean is settled here, so that the
answers are the same whichever engine finds them: the order, what is replaced, what is checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from zonecli.errors import DataError, TooManyError
from zonecli.table.checking import check_ids, check_text, checked_report, table_order, text_size
from zonecli.table.columns import COLUMN_NAMES
from zonecli.table.foreseen import ForeseenTable
from zonecli.table.made import COMPLETE, Cells, Written, merged, registries_of
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

# An answer reads at most so many reports of a large table at once: some 100 MB as Python has them.
MOST_REPORTS = 100_000
# So many metrics, zones or sources are listed at most: what is not described has to be looked for.
MOST_KEYS = 200_000


class Layer(Protocol):
    """One table where it lies."""

    name: str
    is_large: bool
    extra_columns: tuple[str, ...]
    written: Written

    def rows(self, wanted: Sequence[Filter]) -> Iterable[Cells]:
        """The rows that any of the filters admits, in the order of the files: our columns first."""

    def distinct(self, columns: tuple[str, ...], wanted: Filter) -> Iterable[Cells]:
        """The distinct cells of these columns in those rows; some of them several times."""


@runtime_checkable
class LightLayer(Layer, Protocol):
    """A layer that reads faster without what is long and different in every row."""

    def light_rows(self, wanted: Sequence[Filter]) -> Iterable[Cells]:
        """The rows that any of the filters admits, our columns: a stand-in as id, null as note."""

    def left_out(self, stand_ins: Sequence[str]) -> Mapping[str, Cells]:
        """By its stand-in, what else is in a row: id, note, and columns of a user's own."""


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
        # By layer: a report that was replaced has left its cells to no other of its id.
        self._extra: list[dict[str, Mapping[str, Any]]] = [{} for _ in layers]

    @property
    def reports(self) -> Sequence[Report]:
        return self._read([Filter(only_preferred=False)])

    def select(self, wanted: Filter) -> Iterator[Report]:
        return iter(self._read([wanted]))

    def foreseen(self, wanted: Sequence[Filter], *, light: bool = False) -> Table:
        layer = self._layers[0] if len(self._layers) == 1 else None  # more: their ids are compared
        try:
            if light and isinstance(layer, LightLayer):
                rows = self._checked(0, layer.light_rows(wanted))
                light_reports = sorted(rows, key=table_order)
                return ForeseenTable(self, wanted, light_reports, partial(self._whole, layer))
            return ForeseenTable(self, wanted, self._read(wanted))
        except TooManyError:  # then each part of the answer reads what it needs
            return self

    def extra_cells(self, report: Report) -> Mapping[str, Any]:
        read = (cells[report.id] for cells in reversed(self._extra) if report.id in cells)
        return {**dict.fromkeys(self.extra_columns), **next(read, {})}

    def _whole(self, layer: LightLayer, light: Sequence[Report]) -> list[Report]:
        found = layer.left_out([report.id for report in light])
        rows = []
        for report in light:
            if report.id not in found:
                raise DataError(f"{layer.name} was changed while it was read: ask again.")
            own_id, note, *more = found[report.id]
            rows.append((*report._replace(id=own_id, note=note), *more))
        return self._checked(0, rows)

    def _read(self, wanted: Sequence[Filter]) -> list[Report]:
        found: list[Report] = []
        for place, layer in enumerate(self._layers):
            reports = self._checked(place, layer.rows(wanted))
            found += self._not_replaced(reports, place, wanted)
        found.sort(key=table_order)
        return found

    def _checked(self, place: int, rows: Iterable[Cells]) -> list[Report]:
        layer = self._layers[place]
        most = MOST_REPORTS if layer.is_large else None
        width = len(COLUMN_NAMES)
        reports, texts = [], 0
        for row in islice(rows, None if most is None else most + 1):
            check_text(layer.name, texts := texts + text_size(row))
            report = checked_report(layer.name, row[:width])
            if self.extra_columns and len(row) - width == len(layer.extra_columns):  # not light
                cells = map(_plain, row[width:])
                self._extra[place][report.id] = dict(zip(layer.extra_columns, cells, strict=True))
            if self._says_complete:
                self._check_keys(report)
            reports.append(report)
        if most is not None and len(reports) > most:
            raise TooManyError(
                f"More than {most:,} reports of {layer.name} would have to be read: name a metric, "
                "--type, --zone or years. Above that an engine of your own answers: docs/scale.md."
            )
        check_ids(layer.name, reports)
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

    def _not_replaced(
        self, reports: list[Report], place: int, wanted: Sequence[Filter]
    ) -> Iterable[Report]:
        """The reports of one layer that the later ones leave, as preferred as they leave them."""
        for later in range(place + 1, len(self._layers)):
            if not reports:
                break
            layer, same = self._layers[later], _same_figures(reports)
            ids = Filter(ids=tuple(report.id for report in reports), only_preferred=False)
            replaced = {row[0] for row in layer.rows([ids])}
            rows = (Report._make(row[: len(COLUMN_NAMES)]) for row in layer.rows([same]))
            figures = {report.figure for report in reports}
            rivals = [rival for rival in rows if rival.figure in figures]
            chosen = {rival.figure for rival in self._not_replaced(rivals, later, [same])}
            reports = [
                r._replace(preferred=r.preferred and r.figure not in chosen)
                for r in reports
                if r.id not in replaced
            ]
        return (r for r in reports if any(f.admits(r) for f in wanted))

    def _distinct(self, columns: tuple[str, ...], wanted: Filter) -> set[Cells]:
        found: set[Cells] = set()
        for layer in self._layers:
            for cells in layer.distinct(columns, wanted):
                found.add(cells)
                if len(found) > MOST_KEYS:
                    raise TooManyError(f"{layer.name} has over {MOST_KEYS:,} names of one kind.")
        return found


def _same_figures(reports: Iterable[Report]) -> Filter:
    """Among the reports that this admits are the preferred ones of the same figures."""
    every = list(reports)
    return Filter(
        metrics=tuple({r.metric for r in every}),
        zone_types=tuple({r.zone_type for r in every}),
        zones=tuple({r.zone for r in every}),
        years=tuple({r.year for r in every}),
    )


def _plain(cell: Any) -> Any:
    """A cell of a user's own column as every format can write it: dates and lists as text."""
    return cell if cell is None or isinstance(cell, str | int | float | bool) else str(cell)
