"""`verify`: is one number borne out by the table?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import chain

from zonecli.answers.choosing import Scope
from zonecli.answers.judged import COLUMNS, VERDICT_WORDS, nearest_to, row_of
from zonecli.answers.judging.claim import GROWTH, LEVEL, POINTS, SHARE, Claim
from zonecli.answers.judging.judge import Judgement, judge
from zonecli.answers.result import Heading, Result, Sheet, cited_sources, numbered
from zonecli.errors import UsageError
from zonecli.language import said
from zonecli.stats.left_over import without_names
from zonecli.stats.printed import read_number
from zonecli.table.columns import CURRENCIES
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_POINTS = re.compile(r"percentage[- ]points?|\bpoints\b|百分点|\bpp\b", re.I)
_EXACT_PERIODS = ("ytd", "month", "point")


def claim_of_words(table: Table, scope: Scope, year: int, value: str, month: int | None) -> Claim:
    """The claim that the words on the command line make. Raises UsageError: no number in VALUE, a
    word beside it that may hedge it in a way that is not known; not one metric, type, zone and
    measure, a period without its month."""
    try:
        number = read_number(value)
    except ValueError:
        raise UsageError(f"No number can be read in '{value}'.") from None
    if len(scope.zone_types) > 1 or len(scope.zones) > 1 or len(scope.measures) > 1:
        raise UsageError("One claim at a time: name one type, one zone and one measure.")
    period = scope.period if scope.period in _EXACT_PERIODS else None
    if period in ("ytd", "month") and month is None:
        raise UsageError(f"--period {period} needs --month: the last month of it.")
    metric, zone = scope.metrics[0], scope.zones[0]
    entry = table.registries.metrics[metric]
    if unknown := without_names(number.unknown, (entry.id, entry.label, entry.label_zh)):
        raise UsageError(
            f"'{unknown[0]}' is no hedge that is known here: say about, nearly, over, at least, "
            "under or at most, or leave it out."
        )
    zone_type = _type(table, scope, metric)
    measure = scope.measures[0] if scope.measures else LEVEL
    if not scope.measures and number.unit == "percent" and entry.unit != "percent":
        asked = Filter(metrics=(metric,), zone_types=(zone_type,), zones=(zone,))
        measure = _measure_of_percentage(table, asked._replace(first_year=year, last_year=year))
    points = _POINTS.search(value) is not None
    measure = SHARE if points else measure  # points are the change of a share
    unit = "percentage_points" if points else number.unit
    if unit is None:
        unit = _plain_unit(entry.unit, measure)
    return Claim(
        metric=metric,
        measure=measure,
        zone_type=zone_type,
        zone=zone,
        year=year,
        number=number,
        unit=unit,
        relation=POINTS if points else None,
        base_year=year - 1 if points else None,
        period=period,
        month=month if period is not None else None,
        text=value,
    )


def _measure_of_percentage(table: Table, wanted: Filter) -> str:
    """What a percentage of an amount must be: a share, unless the table has only a growth."""
    known = {report.measure for report in table.select(wanted)}
    return GROWTH if GROWTH in known and SHARE not in known else SHARE


def _plain_unit(unit: str, measure: str) -> str | None:
    """The unit of a bare number; of money either currency may be meant."""
    if measure in (SHARE, GROWTH):
        return "percent"
    return None if unit in CURRENCIES else unit if unit == "percent" else None


def _type(table: Table, scope: Scope, metric: str) -> str:
    if scope.zone_types:
        return scope.zone_types[0]
    zone = table.registries.zones[scope.zones[0]]
    if zone.kind != "all" and zone.types:
        return zone.types[0]
    figures = table.select(Filter(metrics=(metric,)))
    counts = Counter(r.zone_type for r in figures if r.zone_type != "national")
    types = [zone_type for zone_type, _ in counts.most_common()]
    if len(types) == 1:
        return types[0]
    raise UsageError(f"Name the zone type too: --type {', --type '.join(types) or 'T'}.")


def verify(table: Table, claim: Claim) -> Result:
    """The verdict with what it rests on; its one row is what `check` gives a statement."""
    judgement = judge(table, claim)
    sources = cited_sources(chain.from_iterable(_cited(judgement).values()), table.registries)
    row = row_of(table, judgement)
    known = judgement.evidence or claim.relation is not None
    notes = () if known else nearest_to(table, claim)
    return Result(
        query={
            "command": "verify",
            "metric": claim.metric,
            "measure": claim.measure,
            "type": claim.zone_type,
            "zone": claim.zone,
            "year": claim.year,
            "value": claim.text,
        },
        columns=COLUMNS,
        rows=(row,),
        sheet=_sheet(judgement, row, numbered(sources)),
        notes=notes,
        sources=sources,
        dataset=table.registries.dataset,
    )


def _cited(judgement: Judgement) -> dict[str, tuple[Report, ...]]:
    """What the table has, in words, each once, and the reports that it is cited by."""
    cited: dict[str, tuple[Report, ...]] = {}
    for known in judgement.evidence:
        cited.setdefault(known.text, known.reports)
    return cited


def _sheet(judgement: Judgement, row: dict[str, object], number: Mapping[str, str]) -> Sheet:
    lines = [(said("Claimed"), judgement.claim.text)]
    for text, reports in _cited(judgement).items():
        cited = dict.fromkeys(number[report.source] for report in reports)
        mark = f" [{', '.join(cited)}]" if cited else ""
        lines.append((said("The table has"), f"{text}{mark}"))
    lines += [(said("Mistake"), mistake.text) for mistake in judgement.mistakes]
    lines += [(said("Note"), remark) for remark in judgement.remarks]
    if row["suggestion"]:
        lines.append((said("Better"), str(row["suggestion"])))
    verdict = said(VERDICT_WORDS[judgement.verdict])
    return Sheet("", (Heading(said("Verdict")), Heading(verdict)), tuple(lines))
