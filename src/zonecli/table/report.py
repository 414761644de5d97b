"""One report: one figure as one source prints it, one row of the table."""

from typing import NamedTuple

from zonecli.stats.interval import Interval

FigureKey = tuple[str, str, str, str, int, str, int, str]
LineKey = tuple[str, str, str, str]


class Report(NamedTuple):
    """A row of the table, in the order of `columns.COLUMNS` (a named tuple: made by the thousand).

    `low` and `high` are null where nothing bounds the figure.
    """

    id: str
    metric: str
    measure: str
    zone_type: str
    zone: str
    year: int
    period: str
    month: int
    value: float
    low: float | None
    high: float | None
    unit: str
    qualifier: str
    printed: str
    basis: str | None
    series: str | None
    status: str
    derivation: str | None
    preferred: bool
    source: str
    note: str | None

    @property
    def interval(self) -> Interval:
        return Interval.of(self.low, self.high)

    @property
    def line(self) -> LineKey:
        """Metric, measure, zone type and zone: what figures of several years have in common."""
        return (self.metric, self.measure, self.zone_type, self.zone)

    @property
    def figure(self) -> FigureKey:
        """What the report is of; reports with the same key tell one figure."""
        return (*self.line, self.year, self.period, self.month, self.unit)
