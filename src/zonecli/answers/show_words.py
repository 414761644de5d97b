"""The words of the sheets of `show`: their titles, the marks in their cells, what these mean."""

from collections.abc import Iterable, Sequence

from zonecli.answers.change_wording import percent_text
from zonecli.answers.computed import Computed
from zonecli.answers.naming import enumerated, measured, place, type_short, zone_name
from zonecli.answers.wording import DASH, interval_text, unit_text
from zonecli.language import said, to_be_said
from zonecli.table.columns import CURRENCIES
from zonecli.table.registries import Registries
from zonecli.table.report import LineKey, Report

MISFIT, BREAK, REAL, COMPUTED = " !", " s", " r", " c"

_LEGENDS = {
    "c": to_be_said(
        "c computed by zonecli from the levels; everything else as its source prints it"
    ),
    "!": to_be_said(
        "! another source or figure excludes it, beyond all rounding: zonecli conflicts"
    ),
    "s": to_be_said("s of another series than the line above, or of none: compare with care"),
    "r": to_be_said("r growth at constant prices"),
    "d": to_be_said("d derived: not printed itself, but implied by what the source prints"),
    "f": to_be_said("f forecast, not an outcome"),
}


def legend(cells: Iterable[str]) -> tuple[str, ...]:
    """The marks that stand in the cells, explained: single characters behind a blank."""
    found = {word for cell in cells for word in cell.split()[1:]}
    return tuple(said(text) for mark, text in _LEGENDS.items() if mark in found)


def computed_text(computed: Computed | None, *, signed: bool = False) -> str:
    """A computed figure with its mark, as many digits as it allows; a dash where there is none."""
    if computed is None:
        return DASH
    if signed:
        return percent_text(computed.interval, computed.value) + COMPUTED
    return interval_text(computed.interval, computed.unit, computed.value) + COMPUTED


def title(reports: Sequence[Report], registries: Registries) -> str:
    """What is shown, of which zones, in which unit: "GDP · national high-tech zones · CNY"."""
    if not reports:
        return ""
    labels = dict.fromkeys(measured(registries.metrics[r.metric], r.measure) for r in reports)
    places = dict.fromkeys(place(r, registries) for r in reports)
    units = {r.unit for r in reports}
    unit = unit_text(next(iter(units))) if len(units) == 1 else ""
    if units <= set(CURRENCIES) and unit and reports[0].measure == "level":
        unit = said("{currency}, current prices", currency=unit)
    many = said("{n} kinds of zones", n=len(places))
    where = many if len(places) > 2 else enumerated(list(places))
    return " · ".join(filter(None, (_few_of(list(labels)), where, unit)))


def line_title(
    line: LineKey, reports: Sequence[Report], registries: Registries, *, with_unit: bool = True
) -> str:
    """What tells a line from the others shown: metric, zone type, zone, unit, if they differ."""
    metric, measure, zone_type, zone = line
    parts = []
    if len({(r.metric, r.measure) for r in reports}) > 1:
        parts.append(measured(registries.metrics[metric], measure))
    if len({r.zone_type for r in reports}) > 1:
        parts.append(type_short(registries.zone_types[zone_type]))
    if len({r.zone for r in reports}) > 1:
        parts.append(zone_name(registries.zones[zone]))
    units = units_of(line, reports)
    unit = unit_text(next(iter(units))) if len(units) == 1 and with_unit else ""
    if unit and len({r.unit for r in reports}) > 1:
        return f"{said(', ').join(parts)} ({unit})"
    return said(", ").join(parts)


def units_of(line: LineKey, reports: Iterable[Report]) -> set[str]:
    """The units that the figures of a line are in."""
    return {r.unit for r in reports if r.line == line}


def _few_of(items: Sequence[str], most: int = 3) -> str:
    """The items in a row; of more than `most` the first, and how many more there are."""
    if len(items) > most:
        first = said(", ").join(items[: most - 1])
        return said("{items} and {n} more", items=first, n=len(items) - most + 1)
    return enumerated(items)
