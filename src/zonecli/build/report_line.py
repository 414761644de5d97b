"""One curated line → one report, with every fault of the line said at once."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from zonecli.build.report_checks import cell_faults
from zonecli.build.text import Record
from zonecli.stats.derivation import derive
from zonecli.stats.hedges import hedged_interval
from zonecli.stats.interval import Interval
from zonecli.stats.left_over import without_names
from zonecli.stats.printed import PrintedNumber, read_number
from zonecli.stats.qualifiers import EXACT
from zonecli.table import columns
from zonecli.table.registries import Registries
from zonecli.table.report import Report

_FALL = re.compile(
    r"\b(?:down|fell|fall|falling|drop|dropped|declin\w+|decreas\w+)\b|[下降减減跌]", re.I
)


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
    faults = list(cell_faults(cells, registries))
    figure = None
    try:
        figure = _figure(cells, _names(cells, registries))
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


def _figure(cells: dict[str, str], names: tuple[str, ...]) -> Figure:
    if cells["status"] == "derived":
        figure = _derived(cells)
    elif cells["derivation"]:
        raise LineFaultError("only a derived figure has a derivation: set status to derived")
    else:
        figure = _printed(cells, names)
    low, high = _number(cells, "low"), _number(cells, "high")
    interval = Interval(
        figure.interval.low if low is None else low, figure.interval.high if high is None else high
    )
    if not interval.holds(figure.value):
        raise LineFaultError(
            f"{interval.low:g} … {interval.high:g} does not hold the value {figure.value:g}: "
            "mend low, high or the number"
        )
    ends = zip(figure.interval, interval, strict=True)
    if cells["status"] == "derived" and any(math.isinf(a) and not math.isinf(b) for a, b in ends):
        raise LineFaultError("the derivation leaves this side open: empty low and high")
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


def _names(cells: dict[str, str], registries: Registries) -> tuple[str, ...]:
    """What the line's metric, type and zone are called: words that may stand by the number."""
    names = [cells["metric"], cells["zone_type"], cells["zone"]]
    if metric := registries.metrics.get(cells["metric"]):
        names += [metric.label, metric.label_zh, *metric.aliases]
    if zone_type := registries.zone_types.get(cells["zone_type"]):
        names += [zone_type.label, zone_type.label_zh, *zone_type.aliases]
    if zone := registries.zones.get(cells["zone"]):
        names += [zone.name, zone.name_zh, *zone.aliases]
    return tuple(names)


def _printed(cells: dict[str, str], names: tuple[str, ...]) -> Figure:
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
    unknown = without_names(number.unknown, names)
    if unknown and not cells["qualifier"]:
        raise LineFaultError(
            f"printed {cells['printed']!r}: {unknown[0]!r} is no hedge that is known: "
            "give qualifier, exact if it hedges nothing"
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
