"""CSV (RFC 4180, but lines end in LF): raw values of the columns, a header line first."""

from __future__ import annotations

import csv
import io

from zonecli.answers.result import Result
from zonecli.output.cells import csv_cell
from zonecli.output.page import Page


def render(result: Result, _page: Page, delimiter: str = ",") -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(csv_cell(column.heading or column.name) for column in result.columns)
    for row in result.rows:
        writer.writerow(csv_cell(result.cell(row, column.name)) for column in result.columns)
    return text.getvalue()
