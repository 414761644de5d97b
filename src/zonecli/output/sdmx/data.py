"""SDMX-CSV 2.0: every report of the table, a line each; the key of a line is its dimensions."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from zonecli.answers.report_rows import further_columns
from zonecli.output.cells import one_line, plain_number
from zonecli.output.sdmx.components import (
    AGENCY,
    COMPONENTS,
    DATAFLOW,
    code_id,
    further_ids,
    version_of,
)
from zonecli.stats.qualifiers import EXACT
from zonecli.table.report import FigureKey, Report
from zonecli.table.table import Table

_HEAD = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
_INFORMATION = "I"  # the lines inform; they do not tell a receiver to change what it has
_NORMAL, _ESTIMATED, _FORECAST = "A", "E", "F"


def data_bytes(table: Table) -> bytes:
    """The data as its file holds it: UTF-8, the columns in the order of COMPONENTS, then a user's
    further ones."""
    reports, further = table.reports, further_columns(table)
    dataflow = f"{AGENCY}:{DATAFLOW}({version_of(table.registries.dataset)})"
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*_HEAD, *(c.id for c in COMPONENTS), *further_ids(further).values()))
    for place, report in zip(places(reports), reports, strict=True):
        extra = table.extra_cells(report)
        cells = (*_cells(report, place), *(extra.get(name) for name in further))
        writer.writerow(("dataflow", dataflow, _INFORMATION, *map(_text, cells)))
    return text.getvalue().encode()


def places(reports: Sequence[Report]) -> list[int]:
    """Which report of its figure each is: 1 the preferred one, the others from 2 on in the order
    of the table."""
    last: defaultdict[FigureKey, int] = defaultdict(lambda: 1)
    found = []
    for report in reports:
        if report.preferred:
            found.append(1)
        else:
            last[report.figure] += 1
            found.append(last[report.figure])
    return found


def _cells(report: Report, place: int) -> Iterator[Any]:
    """In the order of COMPONENTS."""
    yield from (code_id(report.metric), report.measure, code_id(report.zone_type))
    yield from (code_id(report.zone), report.period, code_id(report.unit), place)
    yield f"{report.year}" if report.period == "year" else f"{report.year}-{report.month:02}"
    yield from (report.value, _observation_status(report), report.qualifier)
    yield from (report.low, report.high, 0, report.basis and code_id(report.basis))
    yield report.series and code_id(report.series)
    yield from (report.status, code_id(report.source), report.id, _comment(report))


def _observation_status(report: Report) -> str:
    """The nearest in the SDMX cross-domain list, which knows no bounds: whoever reads nothing else
    must not take "over 60,000" for a plain 60,000."""
    if report.status == "forecast":
        return _FORECAST
    return _NORMAL if (report.qualifier, report.status) == (EXACT, "reported") else _ESTIMATED


def _comment(report: Report) -> str:
    printed = f"Printed: {report.printed}" if report.printed else ""
    derived = f"Derived: {report.derivation}" if report.derivation else ""
    return "; ".join(filter(None, (printed, derived, report.note)))


def _text(cell: Any) -> Any:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return plain_number(cell)
    return one_line(cell) if isinstance(cell, str) else cell
