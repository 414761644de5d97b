"""What zonecli and its table are: name, version, date, and how much the table holds."""

from __future__ import annotations

from typing import NamedTuple

from zonecli import __version__
from zonecli.answers.naming import one_of
from zonecli.language import said
from zonecli.table.registries import Dataset
from zonecli.table.table import Filter, Table

_NATIONAL = "national"  # no zone type, but China as a whole


class Holdings(NamedTuple):
    """How much a table holds: numbers of what has a figure, and the years of the figures."""

    figures: int
    reports: int
    sources: int
    metrics: int
    zone_types: int
    first_year: int
    last_year: int


def version_line(table: Table) -> str:
    """One line: the version of the program, and the name, version and date of its table."""
    return f"zonecli {__version__}; {dataset_text(table.registries.dataset)}"


def dataset_text(dataset: Dataset) -> str:
    """Name, version and date of a table; its name alone where it has no version."""
    name = one_of(dataset.name, dataset.name_zh)
    if not dataset.version:
        return name
    return said("{name} {version} ({date})", name=name, version=dataset.version, date=dataset.date)


def holdings(table: Table) -> Holdings | None:
    """What the table holds; null for an empty table, and for one too large to be counted at once.

    Each figure has one preferred report.
    """
    reports = [] if table.is_large else list(table.select(Filter(only_preferred=False)))
    if not reports:
        return None
    years = [report.year for report in reports]
    return Holdings(
        figures=sum(report.preferred for report in reports),
        reports=len(reports),
        sources=len({report.source for report in reports}),
        metrics=len({report.metric for report in reports}),
        zone_types=len({report.zone_type for report in reports} - {_NATIONAL}),
        first_year=min(years),
        last_year=max(years),
    )
