"""The sheet of `rank`: one line a zone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from zonecli.answers.naming import metric_label, type_short, zone_name
from zonecli.answers.places import Placed
from zonecli.answers.rank_years import rank_years
from zonecli.answers.result import Heading, Sheet, by_columns
from zonecli.answers.time_wording import month_text
from zonecli.answers.wording import figure_text, unit_text, with_unit
from zonecli.language import in_chinese, said
from zonecli.table.registries import Registries
from zonecli.table.report import Report


def rank_sheet(
    placed: Sequence[Placed], number: Mapping[str, str], registries: Registries
) -> Sheet:
    """Place, zone, figure and source; the zone type too where there are several."""
    if not placed:
        return Sheet("", (), ())
    reports = [p.report for p in placed]
    first, zones = reports[0], [registries.zones[r.zone] for r in reports]
    types = [type_short(registries.zone_types[r.zone_type]) for r in reports]
    times = [month_text(r.period, r.year, r.month) for r in reports]
    amount = said("Rank") if first.unit == "rank" else said("Amount")
    headings, rows = by_columns(
        (
            (Heading(said("Place"), right=True), map(_place, placed)),
            (Heading(said("Zone")), map(zone_name, zones)),
            # the Chinese name is the one to look it up by
            *(() if in_chinese() else ((Heading("中文"), [zone.name_zh for zone in zones]),)),
            *(((Heading(said("Type")), types),) if len(set(types)) > 1 else ()),
            (Heading(amount, right=True), [with_unit(figure_text(r), r.unit) for r in reports]),
            (Heading(said("When")), times),
            (Heading(said("Source"), right=True), [number[r.source] for r in reports]),
        )
    )
    label, unit = metric_label(registries.metrics[first.metric]), unit_text(first.unit)
    title = said("{metric}, {year}", metric=label, year=first.year) + (f" · {unit}" if unit else "")
    return Sheet(title, headings, rows, tuple(_legend(placed, registries)))


def _place(placed: Placed) -> str:
    """Its place, or the span of those that are possible."""
    first, last = placed.first, placed.last
    return str(first) if first == last else f"{first}–{last}"


def _legend(placed: Sequence[Placed], registries: Registries) -> Iterator[str]:
    if any(p.first != p.last for p in placed):
        yield said("A span of places: digits or hedges leave the order open.")
    yield from _years_text(placed[0].report, registries)


def _years_text(report: Report, registries: Registries) -> Iterator[str]:
    """Of ranks, what their year is the year of."""
    years = rank_years(registries.metrics[report.metric], report)
    edition, assessed = years
    if edition and assessed:
        yield said("The {edition} edition, which assesses {assessed}.", **years._asdict())
    elif assessed:
        yield said("{assessed} is the year assessed.", assessed=assessed)
    elif edition:
        yield said("{edition} is the year of the edition.", edition=edition)
