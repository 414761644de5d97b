"""How much the table holds of each metric, type, zone, source and year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from zonecli.table.report import Report


class Coverage(NamedTuple):
    """`figures`: distinct ones, told by `reports`; first and last year; years with none between;
    how many figures each year has."""

    figures: int
    reports: int
    first_year: int
    last_year: int
    gaps: tuple[int, ...]
    zone_types: tuple[str, ...]
    by_year: Mapping[int, int]

    @property
    def years(self) -> str:
        """The span: "2012-2024", or the one year."""
        if self.first_year == self.last_year:
            return str(self.first_year)
        return f"{self.first_year}-{self.last_year}"


def coverage_by(reports: Iterable[Report], key: Callable[[Report], str]) -> Mapping[str, Coverage]:
    """The coverage of each key that occurs."""
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        groups[key(report)].append(report)
    return {name: coverage(group) for name, group in groups.items()}


def coverage(reports: Sequence[Report]) -> Coverage:
    """The coverage of reports, of which there is at least one."""
    figures = {report.figure: report.year for report in reports}
    years = Counter(figures.values())
    first, last = min(years), max(years)
    return Coverage(
        figures=len(figures),
        reports=len(reports),
        first_year=first,
        last_year=last,
        gaps=tuple(year for year in range(first, last) if year not in years),
        zone_types=tuple(dict.fromkeys(report.zone_type for report in reports)),
        by_year=years,
    )
