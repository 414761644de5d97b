"""The whole table as an answer: every report, preferred or not, and every source of one."""

from __future__ import annotations

from zonecli.answers.report_rows import columns_of, row_of_table
from zonecli.answers.result import Result, Sheet
from zonecli.table.table import Table


def whole_table(table: Table) -> Result:
    """Rows: the table's own columns in its order, a user's further ones, and the source's title and
    address."""
    registries, used = table.registries, {report.source for report in table.reports}
    return Result(
        query={"command": "export"},
        columns=columns_of(table),
        rows=tuple(row_of_table(table, report) for report in table.reports),
        sheet=Sheet(registries.dataset.name, (), ()),
        sources=tuple(s for key, s in registries.sources.items() if key in used),
        dataset=registries.dataset,
    )
