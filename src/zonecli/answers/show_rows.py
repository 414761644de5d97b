"""The answer of `show` for machines: the table's own columns, and what is worked out beside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from zonecli.answers.checks import fits
from zonecli.answers.computations import Computation
from zonecli.answers.computed import Computed
from zonecli.answers.report_rows import columns_of, row_of_table
from zonecli.answers.result import Column
from zonecli.answers.surroundings import Surroundings
from zonecli.language import said
from zonecli.table.report import Report
from zonecli.table.table import Table


def show_columns(table: Table, computations: Sequence[Computation]) -> tuple[Column, ...]:
    """The columns of the table and the source; and of each computation value, ends, unit, operands,
    and what a source prints of the same thing."""
    return columns_of(table, *(column for c in computations for column in _computed_columns(c)))


def show_rows(
    table: Table,
    around: Surroundings,
    reports: Iterable[Report],
    computations: Sequence[Computation],
    computed: Mapping[str, Sequence[Computed | None]],
) -> list[dict[str, Any]]:
    """A row for each report, null where something cannot be worked out.

    `computed`: by the id of a report, what each of the computations makes of it.
    """
    rows = []
    for report in reports:
        row = row_of_table(table, report)
        for computation, one in zip(computations, computed[report.id], strict=True):
            row.update(_computed_cells(around, report, computation, one))
        rows.append(row)
    return rows


def _computed_columns(computation: Computation) -> Iterator[Column]:
    name, measure = computation.name, computation.measure
    what = said("{what}; null: only a bound, or not to be worked out", what=computation.description)
    yield Column(name, what)
    yield Column(f"{name}_low", "least value that the operands allow; null: unbounded")
    yield Column(f"{name}_high", "greatest value that they allow; null: unbounded")
    yield Column(f"{name}_unit", "unit of the three")
    yield Column(f"{name}_operands", "ids of the reports it is worked out from")
    if measure:
        what = said("the {measure} that a source prints; null: none", measure=said(measure))
        yield Column(f"{name}_printed", what)
        yield Column(f"{name}_fits", "whether the two fit; null: not to be compared")


def _computed_cells(
    around: Surroundings, report: Report, computation: Computation, computed: Computed | None
) -> Iterator[tuple[str, Any]]:
    name = computation.name
    low, high = computed.interval.ends() if computed else (None, None)
    yield from (
        (name, computed.value if computed else None),
        (f"{name}_low", low),
        (f"{name}_high", high),
        (f"{name}_unit", computed.unit if computed else None),
        (f"{name}_operands", " ".join(r.id for r in computed.operands) if computed else None),
    )
    if computation.measure:
        printed = around.printed(report, computation.measure)
        yield f"{name}_printed", printed.value if printed else None
        yield f"{name}_fits", fits(printed, computed)
