"""The numbers about zones in documents, each judged by the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from zonecli.answers.judging.claim import Claim
from zonecli.answers.judging.judge import Judgement, judge
from zonecli.answers.judging.own_reports import latest_year
from zonecli.answers.judging.siblings import SIBLINGS
from zonecli.reading.documents import Document
from zonecli.reading.statements import Reader, Statement
from zonecli.table.table import Table

NOT_PLACED = "not-placed"


@dataclass(frozen=True)
class Finding:
    """A statement in a document with its judgement; null: it was not placed."""

    document: Document
    statement: Statement
    judgement: Judgement | None

    @property
    def verdict(self) -> str:
        return self.judgement.verdict if self.judgement else NOT_PLACED


def findings_of(
    table: Table, documents: Iterable[Document], date: int | None = None
) -> list[Finding]:
    """Every number about zones in the documents, in order, judged where it could be placed."""
    reader = Reader(table.registries)
    found = []
    for document in documents:
        for statement in reader.statements(document, date):
            judgement = judge(table, _claim_of(statement, table)) if statement.placed else None
            found.append(Finding(document, statement, judgement))
    return found


def _claim_of(statement: Statement, table: Table) -> Claim:
    """The claim of a placed statement."""
    mention, meaning = statement.mention, statement.meaning
    if not statement.placed:
        raise ValueError(f"not placed: {', '.join(statement.missing)}")
    number = mention.number
    claim = Claim(
        metric=statement.metric or "",
        measure=meaning.measure or "",
        zone_type=statement.zone_type or "",
        zone=statement.zone or "",
        year=statement.year or 0,
        number=number,
        unit=mention.unit,
        period=statement.period,
        month=statement.month,
        relation=meaning.relation,
        base_year=statement.base_year,
        basis=meaning.basis,
        text=mention.text,
        other_years=statement.other_years,
        other_metrics=SIBLINGS.get(statement.metric or "", ()),
        doubts=statement.doubts,
    )
    claim = _of_now(table, claim, statement.year) if statement.now else claim
    return claim.scaled(-1) if meaning.negative and number.value > 0 else claim


def _of_now(table: Table, claim: Claim, date: int | None) -> Claim:
    """What is said to be so now: of the year of the text, or the last before it that the table
    has; of a text without a date the last of all."""
    latest = latest_year(table, claim, until=date)
    if date is None:  # of what the table does not have any year will do
        year = latest or max((report.year for report in table.reports), default=claim.year)
        return replace(claim, year=year)
    return replace(claim, other_years=(latest,) if latest is not None else ())
