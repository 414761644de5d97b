"""The columns of an answer where a user's table has some of its own."""

from __future__ import annotations

from answer_tables import report, table

from zonecli.answers.report_rows import columns_of, further_columns, row_of_table
from zonecli.answers.result import Column
from zonecli.table.columns import COLUMN_NAMES
from zonecli.table.report import Report
from zonecli.table.table import Table

SOURCE = ("source_title", "source_url")


class WithNotes(Table):
    """A table with three columns of a user's own, one of them from an export of ours."""

    extra_columns = ("weight", "source_title", "growth")

    def extra_cells(self, _report: Report) -> dict[str, object]:
        return {"weight": 3, "source_title": "theirs", "growth": 7}


GDP = report("10.00 trillion")
OWN = WithNotes(table().path, [GDP], table().registries)


def names(*beside: Column) -> tuple[str, ...]:
    return tuple(column.name for column in columns_of(OWN, *beside))


def test_a_users_columns_stand_before_those_of_the_source() -> None:
    assert names() == (*COLUMN_NAMES, "weight", "growth", *SOURCE)
    assert further_columns(OWN) == ("weight", "growth")


def test_what_is_worked_out_goes_before_a_users_column_of_its_name() -> None:
    growth = Column("growth", "worked out")
    assert names(growth) == (*COLUMN_NAMES, "weight", *SOURCE, "growth")


def test_a_cell_that_both_have_is_ours() -> None:
    row = row_of_table(OWN, GDP)
    assert (row["weight"], row["growth"]) == (3, 7)
    assert row["source_title"] == "A newspaper"
