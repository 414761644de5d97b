"""Reports as rows for machines: the table's own columns, and the source's title and address."""

from __future__ import annotations

from typing import Any

from zonecli.answers.result import Column
from zonecli.table.columns import COLUMNS
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Table

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


def columns_of(table: Table, *beside: Column) -> tuple[Column, ...]:
    """The table's own columns, what else a user's table has, those of the source; and `beside`."""
    if not table.extra_columns:
        return (*REPORT_COLUMNS, *beside)
    taken = {column.name for column in beside}
    further = (name for name in further_columns(table) if name not in taken)
    extra = (Column(name, "of the table itself") for name in further)
    return (*REPORT_COLUMNS[: -len(SOURCE_COLUMNS)], *extra, *SOURCE_COLUMNS, *beside)


def row_of_table(table: Table, report: Report) -> dict[str, Any]:
    """The cells of a report and of the source, with those of the columns that only this table has;
    where both name one, ours."""
    return {**table.extra_cells(report), **report_row(report, table.registries)}


def further_columns(table: Table) -> tuple[str, ...]:
    """What a user's table has beside ours; not what an export of zonecli's added to it before."""
    taken = {column.name for column in REPORT_COLUMNS}
    return tuple(name for name in table.extra_columns if name not in taken)
