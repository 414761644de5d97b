"""One curated line → one report, with every fault of the line said at once."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

from zonecli.build.text import Record
from zonecli.stats.derivation import derive
from zonecli.stats.hedges import hedged_interval
from zonecli.stats.interval import Interval
from zonecli.stats.printed import PrintedNumber, read_number
from zonecli.stats.qualifiers import EXACT, QUALIFIERS
from zonecli.table import columns
from zonecli.table.registries import Registries
from zonecli.table.report import Report

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FALL = re.compile(
    r"\b(?:down|fell|fall|falling|drop|dropped|declin\w+|decreas\w+)\b|[下降减減跌]", re.I
)
_YEARS = range(1900, 2101)


class LineFaultError(ValueError):
    """A fault of one cell; its text says what to do."""


class Figure(NamedTuple):
    """What the line says of the number itself."""

    value: float
    interval: Interval
    qualifier: str


def read_report(record: Record, registries: Registries) -> tuple[Report | None, list[str]]:
    """The report of one line (not yet preferred or not), or null and the faults of the line."""
    cells = record.cells
    faults = list(_word_faults(cells, registries))
    figure = None
    try:
        figure = _figure(cells)
    except LineFaultError as fault:
        faults.append(str(fault))
    if faults or figure is None:
        return None, [f"{record.place}: {fault}" for fault in faults]
    low, high = figure.interval.ends()
    report = Report(
        id=cells["id"],
        metric=cells["metric"],
        measure=cells["measure"],
        zone_type=cells["zone_type"],
        zone=cells["zone"],
        year=int(cells["year"]),
        period=cells["period"],
        month=int(cells["month"]),
        value=figure.value,
        low=low,
        high=high,
        unit=cells["unit"],
        qualifier=figure.qualifier,
        printed=cells["printed"],
        basis=cells["basis"] or None,
        series=cells["series"] or None,
        status=cells["status"],
        derivation=cells["derivation"] or None,
        preferred=False,
        source=cells["source"],
        note=cells["note"] or None,
    )
    return report, []


def _word_faults(cells: dict[str, str], registries: Registries) -> Iterator[str]:
    if not _ID.fullmatch(cells["id"]):
        yield f"id {cells['id']!r}: use lower-case letters, digits and single hyphens"
    if cells["metric"] not in registries.metrics:
        yield f"unknown metric {cells['metric']!r}: add it to metrics.toml or mend the name"
    if cells["zone_type"] not in registries.zone_types:
        yield f"unknown zone type {cells['zone_type']!r}: add it to zone_types.toml or mend it"
    if cells["source"] not in registries.sources:
        yield f"unknown source {cells['source']!r}: add it to sources.toml or mend the name"
    if cells["series"] and cells["series"] not in registries.series:
        yield f"unknown series {cells['series']!r}: add it to series.toml or leave it empty"
    yield from _zone_faults(cells, registries)
    for name, allowed in (
        ("measure", columns.MEASURES),
        ("period", columns.PERIODS),
        ("status", columns.STATUSES),
        ("unit", columns.UNITS),
        ("qualifier", ("", *QUALIFIERS)),
        ("basis", ("", *columns.BASES)),
    ):
        if cells[name] not in allowed:
            yield f"{name} {cells[name]!r}: use one of {', '.join(filter(None, allowed))}"
    yield from _time_faults(cells, registries)
    yield from _unit_faults(cells, registries)
    if not cells["printed"]:
        yield "printed is empty: give the number (or the relation) as the source prints it"


def _zone_faults(cells: dict[str, str], registries: Registries) -> Iterator[str]:
    zone = registries.zones.get(cells["zone"])
    if zone is None:
        yield f"unknown zone {cells['zone']!r}: add it to zones.toml or mend the name"
    elif zone.id != "all" and cells["zone_type"] not in zone.types:
        yield f"zone {zone.id} is not of type {cells['zone_type']}: add the type in zones.toml"


def _time_faults(cells: dict[str, str], registries: Registries) -> Iterator[str]:
    if not _is_short_number(cells["year"]) or int(cells["year"]) not in _YEARS:
        yield f"year {cells['year']!r}: use a year from {_YEARS[0]} to {_YEARS[-1]}"
    if not _is_short_number(cells["month"]) or not 1 <= int(cells["month"]) <= 12:
        yield f"month {cells['month']!r}: use 1 to 12"
    elif cells["period"] == "year" and cells["month"] != "12":
        yield "a full year ends in month 12: use 12, or the period ytd"
    metric = registries.metrics.get(cells["metric"])
    if metric and (metric.kind == "stock") != (cells["period"] == "point"):
        right = "point" if metric.kind == "stock" else "year, ytd or month"
        yield f"{metric.id} is a {metric.kind}: its period is {right}, not {cells['period']}"


def _is_short_number(text: str) -> bool:
    """Python refuses to read thousands of digits as one whole number."""
    return text.isdecimal() and len(text) <= 4


def _unit_faults(cells: dict[str, str], registries: Registries) -> Iterator[str]:
    unit, measure = cells["unit"], cells["measure"]
    metric = registries.metrics.get(cells["metric"])
    if measure in ("share", "growth"):
        if unit != "percent":
            yield f"a {measure} is in percent, not in {unit!r}"
    elif metric and unit != metric.unit and not {unit, metric.unit} <= set(columns.CURRENCIES):
        yield f"{metric.id} is in {metric.unit}, not in {unit!r}: mend it or make another metric"
    if (measure == "growth") != bool(cells["basis"]):
        yield "basis belongs to growth and to nothing else: nominal, real or unstated"


def _figure(cells: dict[str, str]) -> Figure:
    if cells["status"] == "derived":
        figure = _derived(cells)
    elif cells["derivation"]:
        raise LineFaultError("only a derived figure has a derivation: set status to derived")
    else:
        figure = _printed(cells)
    low, high = _number(cells, "low"), _number(cells, "high")
    interval = Interval(
        figure.interval.low if low is None else low, figure.interval.high if high is None else high
    )
    if not interval.holds(figure.value):
        raise LineFaultError(
            f"{interval.low:g} … {interval.high:g} does not hold the value {figure.value:g}: "
            "mend low, high or the number"
        )
    return figure._replace(interval=interval)


def _derived(cells: dict[str, str]) -> Figure:
    if not cells["derivation"]:
        raise LineFaultError('a derived figure needs its derivation, such as "173 - 84"')
    if cells["value"]:
        raise LineFaultError("the value of a derived figure follows from its derivation: empty it")
    try:
        return Figure(*derive(cells["derivation"], cells["qualifier"] or None))
    except (ValueError, ZeroDivisionError) as error:
        raise LineFaultError(f"derivation: {error}") from error


def _printed(cells: dict[str, str]) -> Figure:
    """From the printed number; from `value`, with both ends, where no rule can read it."""
    value, low, high = (_number(cells, name) for name in ("value", "low", "high"))
    if value is not None and low is not None and high is not None:
        return Figure(value, Interval(low, high), cells["qualifier"] or EXACT)
    try:
        number = read_number(cells["printed"])
    except ValueError as error:
        if value is None:
            raise LineFaultError(f"{error}: give value, low and high") from error
        number = PrintedNumber(value, 1, 1, True, cells["qualifier"] or None, None)
    if cells["measure"] == "growth" and number.value > 0 and _FALL.search(cells["printed"]):
        raise LineFaultError(
            f"printed {cells['printed']!r} speaks of a fall: give value, low and high, with a minus"
        )
    if value is not None and not _same(value, number.value):
        raise LineFaultError(
            f"printed {cells['printed']!r} reads {number.value:g}, not {value:g}: "
            "mend one, or give low and high as well"
        )
    return _from_number(number, cells)


def _from_number(number: PrintedNumber, cells: dict[str, str]) -> Figure:
    qualifier, unit = cells["qualifier"], cells["unit"]
    if qualifier and number.qualifier and qualifier != number.qualifier:
        raise LineFaultError(
            f"printed {cells['printed']!r} says {number.qualifier}, qualifier says {qualifier}"
        )
    if (
        number.unit
        and number.unit != unit
        and {number.unit, unit} & {"percent", *columns.CURRENCIES}
    ):
        raise LineFaultError(f"printed {cells['printed']!r} is in {number.unit}, not in {unit}")
    hedge = qualifier or number.qualifier or EXACT
    interval = hedged_interval(
        hedge,
        number.value,
        step=number.step,
        significant=number.significant,
        whole=number.whole and unit in columns.COUNTED_UNITS,
        floor=None if cells["measure"] == "growth" or number.value < 0 else 0,
    )
    return Figure(number.value, interval, hedge)


def _number(cells: dict[str, str], name: str) -> float | None:
    if not cells[name]:
        return None
    try:
        number = float(cells[name])
    except ValueError:
        raise LineFaultError(f"{name} {cells[name]!r} is no number") from None
    if not math.isfinite(number):
        raise LineFaultError(f"{name} {cells[name]!r} is no finite number: leave it empty")
    return number


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b))
