"""`describe`: what a metric is, where it is known, and what to beware of."""

from __future__ import annotations

from collections import defaultdict

from zonecli.answers.coverage import Coverage, coverage
from zonecli.answers.naming import metric_label, one_of, type_short, unit_name
from zonecli.answers.result import Column, Heading, Result, Sheet
from zonecli.answers.wording import DASH
from zonecli.language import in_chinese, said, to_be_said
from zonecli.table.registries import Metric, Registries
from zonecli.table.report import Report
from zonecli.table.table import Filter, Table

_COLUMNS = (
    Column("metric", "what is counted"),
    Column("zone_type", "key into the zone types"),
    Column("zones", "all, group or zone: the kind of zones that the figures are of"),
    Column("measure", "level, share or growth"),
    Column("period", "year, ytd, month or point"),
    Column("first_year", "first year with a figure"),
    Column("last_year", "last year with a figure"),
    Column("gaps", "years between them with no figure, separated by blanks; null: none"),
    Column("figures", "distinct figures"),
    Column("reports", "reports that tell them"),
)

_KINDS = {"flow": to_be_said("flow, of a period"), "stock": to_be_said("stock, at a date")}
_OF_KIND = {"group": to_be_said("{type}, groups"), "zone": to_be_said("{type}, named zones")}
_OF_PART = {
    "ytd": to_be_said("{measure} (part-years)"),
    "month": to_be_said("{measure} (single months)"),
}

Group = tuple[str, str, str, str]  # zone type, kind of zone, measure, period


def describe(table: Table, metric_id: str) -> Result:
    """Definition, names, unit, doubts, and the coverage by zone type, measure and period."""
    registries = table.registries
    metric = registries.metrics[metric_id]
    groups: dict[Group, list[Report]] = defaultdict(list)
    for r in table.select(Filter(metrics=(metric_id,), only_preferred=False)):
        groups[r.zone_type, registries.zones[r.zone].kind, r.measure, r.period].append(r)
    covered = [(group, coverage(groups[group])) for group in _ordered(groups, registries)]
    return Result(
        query={"command": "describe", "metric": metric_id},
        columns=_COLUMNS,
        rows=tuple(
            {
                **{"metric": metric_id, "zone_type": zone_type, "zones": zones},
                **{"measure": measure, "period": period},
                **{"first_year": c.first_year, "last_year": c.last_year},
                "gaps": " ".join(map(str, c.gaps)) or None,
                **{"figures": c.figures, "reports": c.reports},
            }
            for (zone_type, zones, measure, period), c in covered
        ),
        sheet=Sheet(
            title=" · ".join(filter(None, _labels(metric))),
            intro=_intro(metric, registries),
            headings=(
                *(Heading(said("Zones")), Heading(said("Measure"))),
                *(Heading(said("Years")), Heading(said("Without a figure"))),
                *(Heading(said("Figures"), right=True), Heading(said("Reports"), right=True)),
            ),
            rows=tuple(_line(group, c, registries) for group, c in covered),
        ),
        dataset=registries.dataset,
    )


def _ordered(groups: dict[Group, list[Report]], registries: Registries) -> list[Group]:
    types = list(registries.zone_types)
    kinds, measures = ("all", "group", "zone"), ("level", "share", "growth")
    periods = ("year", "point", "ytd", "month")
    return sorted(
        groups,
        key=lambda g: (
            types.index(g[0]),
            kinds.index(g[1]),
            measures.index(g[2]),
            periods.index(g[3]),
        ),
    )


def _labels(metric: Metric) -> tuple[str, str]:
    """What it is called in both languages, the one spoken first."""
    english, chinese = metric.label, metric.label_zh
    return (chinese, english) if in_chinese() else (english, chinese)


def _intro(metric: Metric, registries: Registries) -> tuple[str, ...]:
    definition = one_of(metric.definition, metric.definition_zh)
    lines = [definition] if definition else []
    lines.append(
        said(
            "Unit: {unit} ({kind}). Topic: {topic}.",
            unit=unit_name(metric.unit),
            kind=said(_KINDS[metric.kind]),
            topic=said(metric.topic) if metric.topic else DASH,
        )
    )
    if metric.aliases:
        lines.append(said("Also called: {names}.", names=said(", ").join(metric.aliases)))
    if metric.national:
        total = metric_label(registries.metrics[metric.national])
        lines.append(said("A share is of the national total of: {metric}.", metric=total))
    if metric.sdmx:
        lines.append(said("SDMX: {code}.", code=metric.sdmx))
    if note := one_of(metric.note, metric.note_zh):
        lines.append(said("Beware: {note}", note=note))
    return tuple(lines)


def _line(group: Group, covered: Coverage, registries: Registries) -> tuple[str, ...]:
    zone_type, kind, measure, period = group
    whom = type_short(registries.zone_types[zone_type])
    return (
        said(_OF_KIND[kind], type=whom) if kind in _OF_KIND else whom,
        said(_OF_PART[period], measure=said(measure)) if period in _OF_PART else said(measure),
        covered.years,
        " ".join(map(str, covered.gaps)),
        str(covered.figures),
        str(covered.reports),
    )
