"""The whole table as an answer: every report, preferred or not, and every source."""

from __future__ import annotations

from zonecli.answers.report_rows import REPORT_COLUMNS
from zonecli.answers.result import Result, Sheet
from zonecli.table.table import Table


def whole_table(table: Table) -> Result:
    """Rows: the table's own columns in its order, with title and address of the source."""
    registries = table.registries
    rows = tuple(
        {
            **report._asdict(),
            "source_title": registries.sources[report.source].title,
            "source_url": registries.sources[report.source].url,
        }
        for report in table.reports
    )
    return Result(
        query={"command": "export"},
        columns=REPORT_COLUMNS,
        rows=rows,
        sheet=Sheet(registries.dataset.name, (), ()),
        sources=tuple(registries.sources.values()),
        dataset=registries.dataset,
    )
