"""The whole table as an answer: every report, preferred or not, and every source."""

from __future__ import annotations

from zonecli.answers.report_rows import REPORT_COLUMNS, SOURCE_COLUMNS, report_row
from zonecli.answers.result import Column, Result, Sheet
from zonecli.table.table import Table


def whole_table(table: Table) -> Result:
    """Rows: the table's own columns in its order, a user's further ones, and the source's title and
    address."""
    registries = table.registries
    rows = tuple(
        {**table.extra_cells(report), **report_row(report, registries)} for report in table.reports
    )
    return Result(
        query={"command": "export"},
        columns=_columns(table),
        rows=rows,
        sheet=Sheet(registries.dataset.name, (), ()),
        sources=tuple(registries.sources.values()),
        dataset=registries.dataset,
    )


def further_columns(table: Table) -> tuple[str, ...]:
    """What a user's table has beside ours; not what an export of zonecli's added to it before."""
    taken = {column.name for column in REPORT_COLUMNS}
    return tuple(name for name in table.extra_columns if name not in taken)


def _columns(table: Table) -> tuple[Column, ...]:
    own = REPORT_COLUMNS[: -len(SOURCE_COLUMNS)]
    further = (Column(name, "of the table itself") for name in further_columns(table))
    return (*own, *further, *SOURCE_COLUMNS)
