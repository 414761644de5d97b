"""The whole build: a folder of curated text → reports, registries, and the choices made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zonecli.build.dropped_hedges import dropped_hedges
from zonecli.build.registry_files import read_registries
from zonecli.build.report_ids import id_faults
from zonecli.build.report_line import read_report
from zonecli.build.text import LEFT_OUT_COLUMNS, REPORT_COLUMNS, Record, read_csv, read_toml
from zonecli.errors import CurationError
from zonecli.table.columns import SORT_KEY
from zonecli.table.preference import Choice, choose, rule
from zonecli.table.registries import Registries
from zonecli.table.report import Report


@dataclass(frozen=True)
class Curated:
    """What the text amounts to: the reports, sorted; the registries as they ride in the metadata;
    for each figure with more than one report, the choice that was made."""

    reports: tuple[Report, ...]
    registries: Mapping[str, Any]
    choices: tuple[Choice, ...]


def read_curated(folder: Path) -> Curated:
    """Reads and checks a folder such as `data/curated`.

    Raises CurationError with every fault found, one a line: file, line, what to do. Those of the
    registries come first and alone: the reports are checked against sound ones.
    """
    data = read_registries(folder)
    registries = Registries.from_dict(data)
    paths = sorted((folder / "reports").glob("*.csv"))
    if not paths:
        raise CurationError([f"{folder / 'reports'}: no CSV file of reports is there"])
    files = [read_csv(path, REPORT_COLUMNS) for path in paths]
    left_out = read_csv(folder / "left-out.csv", LEFT_OUT_COLUMNS)
    unreadable = [fault for file in (*files, left_out) for fault in file.faults]
    records = [record for file in files for record in file.records]
    reports, by_hand, faults = read_reports(records, registries)
    faults += _left_out_faults(left_out.records, registries)
    faults += id_faults(records, reports)
    faults += row_faults((*records, *left_out.records))
    if not unreadable:  # else a line that nobody could read may use the source
        faults += _unused_sources(folder, (*records, *left_out.records), registries)
    if faults := unreadable + faults:
        raise CurationError(faults)
    chosen, choices = prefer(reports, registries, by_hand)
    return Curated(chosen, {**data, "by_hand": by_hand}, choices)


def prefer(
    reports: Iterable[Report], registries: Registries, by_hand: Mapping[str, str]
) -> tuple[tuple[Report, ...], tuple[Choice, ...]]:
    """The reports in the table's order, one of each figure marked as preferred; and the choices."""
    lines = rule(registries, by_hand)
    figures: dict[Any, list[Report]] = defaultdict(list)
    for report in reports:
        figures[report.figure].append(report)
    choices = [choose(group, lines) for group in figures.values()]
    winners = {choice.winner.id for choice in choices}
    marked = [r._replace(preferred=r.id in winners) for group in figures.values() for r in group]
    marked.sort(key=lambda r: (*(getattr(r, name) for name in SORT_KEY), r.period, r.unit, r.id))
    return tuple(marked), tuple(choice for choice in choices if choice.runner_up is not None)


def read_reports(
    records: Sequence[Record], registries: Registries
) -> tuple[list[Report], dict[str, str], list[str]]:
    """The reports, the reasons of those preferred by hand, and the faults."""
    reports, by_hand, faults = [], {}, []
    places: dict[object, str] = {}
    for record in records:
        report, line_faults = read_report(record, registries)
        faults += line_faults
        if report is None:
            continue
        told = (report.figure, report.source, report.value, report.status)
        faults += _taken(places, report.id, record, f"id {report.id} is taken: never use one twice")
        again = "the same source tells this figure already: take one of the two lines out"
        faults += _taken(places, told, record, again)
        if reason := record.cells["prefer"]:
            by_hand[report.id] = reason
            again = "another report of the figure is preferred by hand: keep one"
            faults += _taken(places, (report.figure, "by hand"), record, again)
        reports.append(report)
    faults += dropped_hedges(reports, {r.cells["id"]: r.place for r in records})
    return reports, by_hand, faults


def _taken(places: dict[object, str], key: object, record: Record, fault: str) -> Iterator[str]:
    """The fault, if an earlier line has the key; else the line takes it."""
    if key in places:
        yield f"{record.place}: {fault} (see {places[key]})"
    else:
        places[key] = record.place


def _left_out_faults(records: Iterable[Record], registries: Registries) -> Iterator[str]:
    for record in records:
        source = record.cells["source"]
        if source and source not in registries.sources:
            yield f"{record.place}: unknown source {source!r}: add it to sources.toml or mend it"
        if not record.cells["reason"]:
            yield f"{record.place}: reason is empty: say why the number is left out"


def row_faults(records: Iterable[Record]) -> Iterator[str]:
    """A row of the collection that two lines stand for, be it in a report or left out."""
    owners: dict[str, str] = {}
    for record in records:
        for row in record.cells["rows"].split():
            if row in owners:
                yield f"{record.place}: row {row} belongs to {owners[row]} already: keep it in one"
            owners.setdefault(row, record.place)


def _unused_sources(
    folder: Path, records: Iterable[Record], registries: Registries
) -> Iterator[str]:
    """A source that no line names, not even a faulty one: that is there to be mended."""
    used = {record.cells["source"] for record in records}
    unused = [source for source in registries.sources if source not in used]
    if unused:
        file = read_toml(folder / "sources.toml")
        for source in unused:
            yield f"{file.place(source)}: {source} is used by no report: take it out"
