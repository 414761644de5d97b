"""`check`: which numbers about zones in a text does the table bear out?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from zonecli.answers.findings import NOT_PLACED, Finding, findings_of
from zonecli.answers.judged import COLUMNS, VERDICT_WORDS, row_of, sources_of
from zonecli.answers.judging.claim import CHANGE, DIFFERENCE, POINTS, RATIO
from zonecli.answers.naming import metric_label, type_short, zone_name
from zonecli.answers.result import Column, Heading, Result, Sheet, numbered
from zonecli.answers.time_wording import time_text
from zonecli.language import in_chinese, said, to_be_said
from zonecli.reading.documents import Document
from zonecli.reading.statements import Statement
from zonecli.table.registries import Registries
from zonecli.table.table import Table

_MISSING = {
    "metric": to_be_said("the metric"),
    "zones": to_be_said("the zones"),
    "year": to_be_said("the year"),
    "measure": to_be_said("the measure"),
    "period": to_be_said("the period"),
}
_RELATIONS = {
    DIFFERENCE: to_be_said("difference"),
    RATIO: to_be_said("ratio"),
    CHANGE: to_be_said("change"),
    POINTS: to_be_said("percentage points"),
}
_COLUMNS = (
    Column("file", "name of the file"),
    Column("line", "line of the number, from 1; in a Word document its paragraph"),
    Column("column", "column of the number, from 1"),
    Column("end_line", "line of its last character"),
    Column("end_column", "column behind its last character"),
    *COLUMNS,
    Column("missing", "of a number that was not placed: what could not be told"),
    Column("sentence", "the sentence that it stands in"),
)
_ORDER = ("contradicted", "close", "unknown", "supported", NOT_PLACED)


def check(table: Table, documents: Iterable[Document], date: int | None = None) -> Result:
    """A row for each number about zones, in order of place; those not placed too.

    `date`: the year of the texts, which tells what "last year" is.
    """
    names: list[str] = []
    findings = findings_of(table, _named(documents, names), date)
    judgements = [f.judgement for f in findings if f.judgement is not None]
    sources = sources_of(table, judgements)
    rows = tuple(_row(table, finding) for finding in findings)
    counts = Counter(finding.verdict for finding in findings)
    return Result(
        query={"command": "check", "files": names, "date": date},
        columns=_COLUMNS,
        rows=rows,
        sheet=_sheet(rows, numbered(sources), table.registries),
        notes=(_summary(counts),),
        sources=sources,
        dataset=table.registries.dataset,
    )


def _named(documents: Iterable[Document], names: list[str]) -> Iterator[Document]:
    """The documents as they are read one by one, their names noted."""
    for document in documents:
        names.append(document.name)
        yield document


def contradicted(result: Result) -> bool:
    """Whether any row of the answer is contradicted."""
    return any(row["verdict"] == "contradicted" for row in result.rows)


def _summary(counts: Mapping[str, int]) -> str:
    total = sum(counts.values())
    if not total:
        return said("No number about zones was found.")
    parts = said(", ").join(
        said("{n} {verdict}", n=counts[v], verdict=said(VERDICT_WORDS[v]))
        for v in _ORDER
        if counts.get(v)
    )
    if total == 1:
        return said("1 number about zones: {parts}.", parts=parts)
    return said("{n} numbers about zones: {parts}.", n=total, parts=parts)


def _row(table: Table, finding: Finding) -> dict[str, Any]:
    statement, document = finding.statement, finding.document
    line, column = document.place(statement.start)
    last_line, last_column = document.place(max(statement.end - 1, statement.start))
    row: dict[str, Any] = dict.fromkeys(c.name for c in _COLUMNS)
    if finding.judgement is not None:
        row |= row_of(table, finding.judgement)
    else:
        row |= _read_so_far(statement)
    return row | {
        "file": document.name,
        "line": line,
        "column": column,
        "end_line": last_line,
        "end_column": last_column + 1,
        "missing": ", ".join(statement.missing) or None,
        "sentence": statement.sentence,
    }


def _read_so_far(statement: Statement) -> dict[str, Any]:
    """What could be told of a number that was not placed."""
    return {
        "verdict": NOT_PLACED,
        "claimed": statement.mention.text,
        "metric": statement.metric,
        "measure": statement.meaning.measure,
        "zone_type": statement.zone_type,
        "zone": statement.zone,
        "year": statement.year,
        "period": statement.period,
        "month": statement.month,
        "value": statement.mention.number.value,
        "unit": statement.mention.unit,
        "qualifier": statement.mention.number.qualifier or "exact",
        "remark": said(
            "could not tell {what}",
            what=said(", ").join(said(_MISSING[name]) for name in statement.missing),
        ),
    }


def _sheet(
    rows: Sequence[Mapping[str, Any]], number: Mapping[str, str], registries: Registries
) -> Sheet:
    lines = tuple(
        (
            f"{row['file']}:{row['line']}:{row['column']}",
            said(VERDICT_WORDS[row["verdict"]]),
            row["claimed"],
            _what(row, registries),
            row["table_says"] or "",
            said("; ").join(filter(None, (row["mistake_text"], row["remark"]))),
            number.get(row["source"] or "", ""),
        )
        for row in rows
    )
    headings = (
        *(Heading(said("Where")), Heading(said("Verdict")), Heading(said("Written"))),
        *(Heading(said("Read as")), Heading(said("The table has")), Heading(said("Why"))),
        Heading(said("Source"), right=True),
    )
    return Sheet("", headings, lines)


def _what(row: Mapping[str, Any], registries: Registries) -> str:
    """gdp share, high-tech, 2021; what could not be told is left out. Ids, or Chinese names."""
    metric, zone_type = row["metric"], row["zone_type"]
    zone = row["zone"] if row["zone"] != "all" else None
    if in_chinese():
        metric = metric_label(registries.metrics[metric]) if metric else None
        zone_type = type_short(registries.zone_types[zone_type]) if zone_type else None
        zone = zone_name(registries.zones[zone]) if zone else None
    measure = said(row["measure"]) if row["measure"] not in (None, "level") else None
    words = said(" ").join(filter(None, (metric, measure, _relation(row))))
    when = None
    if row["year"] is not None:
        part = row["period"] in ("ytd", "month") and row["month"]
        when = time_text(row["period"] if part else "year", row["year"], row["month"] or 12)
    return said(", ").join(filter(None, (words or None, zone_type, zone, when)))


def _relation(row: Mapping[str, Any]) -> str | None:
    if not row["relation"]:
        return None
    relation = said(_RELATIONS[row["relation"]])
    if row["base_year"] is None:
        return relation
    return said("{relation} from {year}", relation=relation, year=row["base_year"])
