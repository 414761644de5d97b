"""`check`: which numbers about zones in a text does the table bear out?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zonecli.answers.judged import COLUMNS, row_of, sources_of
from zonecli.answers.result import Column, Heading, Result, Sheet
from zonecli.answers.wording import month_text
from zonecli.judging.claim import Claim
from zonecli.judging.judge import Judgement, judge
from zonecli.reading.documents import Document
from zonecli.reading.statements import Reader, Statement
from zonecli.table.table import Table

NOT_PLACED = "not-placed"

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


@dataclass(frozen=True)
class Finding:
    """A statement in a document with its judgement; null: it was not placed."""

    document: Document
    statement: Statement
    judgement: Judgement | None

    @property
    def verdict(self) -> str:
        return self.judgement.verdict if self.judgement else NOT_PLACED


def claim_of(statement: Statement) -> Claim:
    """The claim of a placed statement."""
    mention, meaning = statement.mention, statement.meaning
    if not statement.placed or statement.year is None:
        raise ValueError(f"not placed: {', '.join(statement.missing)}")
    number = mention.number
    claim = Claim(
        metric=statement.metric or "",
        measure=meaning.measure or "",
        zone_type=statement.zone_type or "",
        zone=statement.zone or "",
        year=statement.year,
        number=number,
        unit=mention.unit,
        period=statement.period,
        month=statement.month,
        relation=meaning.relation,
        base_year=statement.base_year,
        basis=meaning.basis,
        text=mention.text,
        other_years=statement.other_years,
        doubts=statement.doubts,
    )
    return claim.scaled(-1) if meaning.negative and number.value > 0 else claim


def findings_of(
    table: Table, documents: Iterable[Document], date: int | None = None
) -> list[Finding]:
    """Every number about zones in the documents, in order, judged where it could be placed."""
    reader = Reader(table.registries)
    found = []
    for document in documents:
        for statement in reader.statements(document, date):
            judgement = judge(table, claim_of(statement)) if statement.placed else None
            found.append(Finding(document, statement, judgement))
    return found


def check(table: Table, documents: Sequence[Document], date: int | None = None) -> Result:
    """A row for each number about zones, in order of place; those not placed too.

    `date`: the year of the texts, which tells what "last year" is.
    """
    findings = findings_of(table, documents, date)
    judgements = [f.judgement for f in findings if f.judgement is not None]
    sources = sources_of(table, judgements)
    rows = tuple(_row(table, finding) for finding in findings)
    counts = Counter(finding.verdict for finding in findings)
    return Result(
        query={"command": "check", "files": [d.name for d in documents], "date": date},
        columns=_COLUMNS,
        rows=rows,
        sheet=_sheet(rows, [source.id for source in sources]),
        notes=(_summary(counts),),
        sources=sources,
        dataset=table.registries.dataset,
    )


def contradicted(result: Result) -> bool:
    """Whether any row of the answer is contradicted."""
    return any(row["verdict"] == "contradicted" for row in result.rows)


def _summary(counts: Mapping[str, int]) -> str:
    total = sum(counts.values())
    if not total:
        return "No number about zones was found."
    parts = ", ".join(f"{counts[v]} {v.replace('-', ' ')}" for v in _ORDER if counts.get(v))
    return f"{total} {'number' if total == 1 else 'numbers'} about zones: {parts}."


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
        "remark": f"could not tell: {', '.join(statement.missing)}",
    }


def _sheet(rows: Sequence[Mapping[str, Any]], source_ids: Sequence[str]) -> Sheet:
    number = {source: str(n) for n, source in enumerate(source_ids, start=1)}
    lines = tuple(
        (
            f"{row['file']}:{row['line']}:{row['column']}",
            row["verdict"].replace("-", " "),
            row["claimed"],
            _what(row),
            row["table_says"] or "",
            "; ".join(filter(None, (row["mistake_text"], row["remark"]))),
            number.get(row["source"] or "", ""),
        )
        for row in rows
    )
    headings = (
        *(Heading("Where"), Heading("Verdict"), Heading("Written"), Heading("Read as")),
        *(Heading("The table has"), Heading("Why"), Heading("Source", right=True)),
    )
    return Sheet("", headings, lines)


def _what(row: Mapping[str, Any]) -> str:
    """gdp share, high-tech, 2021; what could not be told is left out."""
    measure = row["measure"] if row["measure"] not in (None, "level") else None
    zone = row["zone"] if row["zone"] not in (None, "all") else None
    relation = row.get("relation")
    if relation and row["base_year"] is not None:
        relation = f"{relation} from {row['base_year']}"
    words = " ".join(filter(None, (row["metric"], measure, relation)))
    when = None if row["year"] is None else str(row["year"])
    if when and row["period"] in ("ytd", "month") and row["month"]:
        when = month_text(row["period"], row["year"], row["month"])
    return ", ".join(filter(None, (words or None, row["zone_type"], zone, when)))
