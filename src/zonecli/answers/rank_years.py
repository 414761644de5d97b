"""What the year of a rank is the year of: an edition, what it assesses, or both.

The definition of the metric says so, in one of the wordings below.
"""

from __future__ import annotations

from typing import NamedTuple

from zonecli.table.registries import Metric
from zonecli.table.report import Report


class RankYears(NamedTuple):
    """The year in the name of the edition and the year that it assesses; null: not known."""

    edition: int | None = None
    assessed: int | None = None


# end of the definition → how many years from that of the figure the edition and the assessed are
_WORDINGS: tuple[tuple[str, int | None, int | None], ...] = (
    ("the year is the year assessed, one before the year in the edition's name.", 1, 0),
    ("the year is the year of the edition, which rests on data of the year before.", 0, -1),
    ("the year is the year assessed.", None, 0),
    ("the year is the year of the edition.", 0, None),
)


def rank_years(metric: Metric, report: Report) -> RankYears:
    """The years of a rank over a full year; none of anything else, nor where the definition of
    the metric does not tell them."""
    if report.unit != "rank" or report.period != "year":
        return RankYears()
    for wording, edition, assessed in _WORDINGS:
        if metric.definition.endswith(wording):
            return RankYears(_from(report.year, edition), _from(report.year, assessed))
    return RankYears()


def _from(year: int, distance: int | None) -> int | None:
    return None if distance is None else year + distance
