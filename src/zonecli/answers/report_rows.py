"""Reports as rows for machines: the table's own columns, and the source's title and address."""

from __future__ import annotations

from typing import Any

from zonecli.answers.result import Column
from zonecli.table.columns import COLUMNS
from zonecli.table.registries import Registries
from zonecli.table.report import Report

SOURCE_COLUMNS = (
    Column("source_title", "title of the source"),
    Column("source_url", "address of the source"),
)
REPORT_COLUMNS = (
    *(Column(column.name, column.description) for column in COLUMNS),
    *SOURCE_COLUMNS,
)


def report_row(report: Report, registries: Registries) -> dict[str, Any]:
    """The cells of a report by column."""
    source = registries.sources[report.source]
    return {**report._asdict(), "source_title": source.title, "source_url": source.url}
