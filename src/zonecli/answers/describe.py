"""`describe`: what a metric is, where it is known, and what to beware of."""

from __future__ import annotations

from collections import defaultdict

from zonecli.answers.coverage import Coverage, coverage
from zonecli.answers.result import Column, Heading, Result, Sheet
from zonecli.answers.wording import DASH, unit_text
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
            title=" · ".join(filter(None, (metric.label, metric.label_zh))),
            intro=_intro(metric, registries),
            headings=(
                *map(Heading, ("Zones", "Measure", "Years", "Without a figure")),
                *(Heading(text, right=True) for text in ("Figures", "Reports")),
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


def _intro(metric: Metric, registries: Registries) -> tuple[str, ...]:
    total = registries.metrics[metric.national].label if metric.national else None
    kinds = {"flow": "flow, of a period", "stock": "stock, at a date"}
    return tuple(
        line
        for line in (
            metric.definition,
            f"Unit: {unit_text(metric.unit) or metric.unit} ({kinds[metric.kind]}). "
            f"Topic: {metric.topic or DASH}.",
            f"Also called: {', '.join(metric.aliases)}." if metric.aliases else "",
            f"A share is of the national total of: {total}." if total else "",
            f"SDMX: {metric.sdmx}." if metric.sdmx else "",
            f"Beware: {metric.note}" if metric.note else "",
        )
        if line
    )


def _line(group: Group, covered: Coverage, registries: Registries) -> tuple[str, ...]:
    zone_type, kind, measure, period = group
    entry = registries.zone_types[zone_type]
    whom = {"all": "", "group": ", groups", "zone": ", named zones"}[kind]
    parts = {"ytd": " (part-years)", "month": " (single months)"}
    return (
        f"{entry.short or entry.label}{whom}",
        f"{measure}{parts.get(period, '')}",
        covered.years,
        " ".join(map(str, covered.gaps)),
        str(covered.figures),
        str(covered.reports),
    )
