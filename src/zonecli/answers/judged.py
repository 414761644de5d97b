"""What `verify` and `check` share: a judgement as a row for machines and as words for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from zonecli.answers.choosing import DEFAULT_PERIOD, Scope
from zonecli.answers.judging.claim import LEVEL, Claim
from zonecli.answers.judging.judge import Judgement
from zonecli.answers.judging.suggestion import suggestion
from zonecli.answers.nearest import missing_notes
from zonecli.answers.result import Column, cited_sources
from zonecli.language import said, to_be_said
from zonecli.table.registries import Source
from zonecli.table.table import Table

VERDICT_WORDS = {
    "supported": to_be_said("supported"),
    "close": to_be_said("close"),
    "contradicted": to_be_said("contradicted"),
    "unknown": to_be_said("unknown"),
    "not-placed": to_be_said("not placed"),
}

COLUMNS = (
    Column(
        "verdict",
        "supported, close, contradicted, unknown; not-placed: nothing to judge",
    ),
    Column("claimed", "the number as it is written"),
    Column("metric", "what it was taken to be of; null: could not be told"),
    Column("measure", "level, share, growth, average"),
    Column("relation", "difference, ratio, change or points against base_year; null: none"),
    Column("zone_type", "key into the zone types"),
    Column("zone", "all, a group, or one named zone"),
    Column("year", "the year that the number is for"),
    Column("period", "year, ytd, month or point; null: the year"),
    Column("month", "last month of the period; null: of a year"),
    Column("base_year", "the year that it is compared with; null: none"),
    Column("value", "the number claimed, unscaled"),
    Column("unit", "unit of value; null: none written"),
    Column("qualifier", "the hedge claimed"),
    Column("table_value", "what the table has, unscaled; null: nothing"),
    Column("table_low", "least value that its digits and hedge allow; null: unbounded"),
    Column("table_high", "greatest value that they allow; null: unbounded"),
    Column("table_unit", "unit of the three"),
    Column("table_says", "the figure for people, with hedge, unit and time"),
    Column("reports", "ids of the reports it comes from, separated by blanks"),
    Column("source", "key of the source of the last of them"),
    Column("source_url", "its address"),
    Column("mistake", "kind of the mistake that fits best; null: none does"),
    Column("mistake_text", "the mistakes that fit, in words"),
    Column("remark", "what to know of the verdict"),
    Column("suggestion", "a wording that the table bears out, hedged as the source"),
)


def row_of(table: Table, judgement: Judgement) -> dict[str, Any]:
    """The judgement in raw values, null where there is none."""
    claim, best = judgement.claim, judgement.best
    row: dict[str, Any] = dict.fromkeys(column.name for column in COLUMNS)
    row |= _claim_cells(claim)
    row["verdict"] = judgement.verdict
    if judgement.mistakes:
        row["mistake"] = judgement.mistakes[0].kind
        row["mistake_text"] = said("; or ").join(m.text for m in judgement.mistakes)
    row["remark"] = said("; ").join(judgement.remarks) or None
    row["suggestion"] = suggestion(judgement, table.registries)
    if best is not None:
        low, high = best.interval.ends()
        source = table.registries.sources[best.reports[-1].source]
        row |= {"table_value": best.value, "table_low": low, "table_high": high}
        row |= {"table_unit": best.unit, "table_says": best.text}
        row |= {"reports": " ".join(r.id for r in best.reports)}
        row |= {"source": source.id, "source_url": source.url}
    return row


def _claim_cells(claim: Claim) -> dict[str, Any]:
    """The cells that say what is claimed."""
    same = (
        "metric",
        "measure",
        "relation",
        "zone_type",
        "zone",
        "year",
        "period",
        "month",
        "base_year",
    )
    cells = {name: getattr(claim, name) for name in same}
    return cells | {
        "claimed": claim.text,
        "value": claim.number.value,
        "unit": claim.unit,
        "qualifier": claim.qualifier,
    }


def sources_of(table: Table, judgements: Iterable[Judgement]) -> tuple[Source, ...]:
    """The sources of the best evidence of each, in order."""
    best = (judgement.best for judgement in judgements)
    reports = (r for evidence in best if evidence is not None for r in evidence.reports)
    return cited_sources(reports, table.registries)


def nearest_to(table: Table, claim: Claim) -> tuple[str, ...]:
    """A line that names the nearest figures, where there is none to judge by."""
    zone_types = (claim.zone_type,) if claim.zone_type in table.registries.zone_types else ()
    measures = (claim.measure,) if claim.measure != LEVEL else ()
    scope = Scope((claim.metric,), zone_types, (claim.zone,), measures, DEFAULT_PERIOD)
    return missing_notes(table, scope, (), (claim.year, claim.year))
