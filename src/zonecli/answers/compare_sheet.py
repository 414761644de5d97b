"""The sheet of `compare`: one line a figure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from zonecli.answers.change_wording import percent_text
from zonecli.answers.choosing import unique
from zonecli.answers.comparison import Comparison
from zonecli.answers.naming import measured, type_label, type_short, zone_name
from zonecli.answers.result import Heading, Sheet, by_columns
from zonecli.answers.surroundings import of_one_voice
from zonecli.answers.wording import DASH, marked, text_with_telling_unit
from zonecli.language import said
from zonecli.stats.interval import Interval
from zonecli.table.registries import Registries
from zonecli.table.report import Report

BREAK = " s"
_LETTERS = "abeghijklmnopqtuvwxyz"  # without those that mark figures: c, d, f, r, s


def comparison_sheet(
    comparisons: Sequence[Comparison],
    number: Mapping[str, str],
    registries: Registries,
    from_year: int,
    to_year: int,
) -> Sheet:
    """One line a figure: both values, the change, the growth a year over more than one, and the
    sources."""
    befores, afters = [c.before for c in comparisons], [c.after for c in comparisons]
    warnings = unique(warning for c in comparisons for warning in c.warnings)
    marks = dict(zip(warnings, _footnotes(), strict=False))
    several_years = to_year - from_year > 1
    types = [_type(report, registries) for report in befores]
    zones = [zone_name(registries.zones[report.zone]) for report in befores]
    labels = [measured(registries.metrics[r.metric], r.measure) for r in befores]
    yearly = map(_yearly, comparisons)
    headings, rows = by_columns(
        (
            *(((Heading(said("Zones")), types),) if _several(befores, "zone_type") else ()),
            *(((Heading(said("Zone")), zones),) if _several(befores, "zone") else ()),
            (Heading(said("Figure")), labels),
            (Heading(str(from_year), right=True), map(_amount, befores)),
            (Heading(str(to_year), right=True), map(_amount, afters)),
            (Heading(said("Change"), right=True), map(_change, comparisons)),
            *(((Heading(said("A year"), right=True), yearly),) if several_years else ()),
            (Heading(said("Source")), [_source_numbers(c, number, marks) for c in comparisons]),
        )
    )
    title = _title(comparisons, registries, from_year, to_year)
    if not comparisons:
        return Sheet(title, headings, rows)
    return Sheet(title, headings, rows, (*_legend(comparisons, several_years), *_lines(marks)))


def _legend(comparisons: Iterable[Comparison], several_years: bool) -> Iterator[str]:
    if several_years:
        yield said(
            "Change and yearly growth are computed by zonecli, within what each hedge allows."
        )
    else:
        yield said("Change is computed by zonecli, within what each hedge allows.")
    if any(map(_break, comparisons)):
        yield said("s of another series than the earlier figure, or of none: compare with care")


def _lines(marks: Mapping[str, str]) -> Iterator[str]:
    return (f"{mark} {warning}" for warning, mark in marks.items())


def _footnotes() -> Iterator[str]:
    """a, b, e …, aa, ab …: letters, as a number is that of a source."""
    for length in range(1, 4):
        yield from map("".join, product(_LETTERS, repeat=length))


def _break(comparison: Comparison) -> str:
    """The mark of a change between figures of two series, or of none and two sources."""
    return "" if of_one_voice(comparison.before, comparison.after) else BREAK


def _change(comparison: Comparison) -> str:
    text = change_text(comparison)
    return text if text == DASH else text + _break(comparison)


def _yearly(comparison: Comparison) -> str:
    if comparison.cagr is None:
        return ""
    return percent_text(comparison.cagr, comparison.point_cagr) + _break(comparison)


def _several(reports: Iterable[Report], field: str) -> bool:
    return len({getattr(report, field) for report in reports}) > 1


def _amount(report: Report) -> str:
    return marked(text_with_telling_unit(report), report)


def _source_numbers(
    comparison: Comparison, number: Mapping[str, str], marks: Mapping[str, str]
) -> str:
    """The numbers of the sources of the two, and the marks of the warnings."""
    cited = unique(number[r.source] for r in (comparison.before, comparison.after))
    return " ".join((",".join(cited), *(marks[warning] for warning in comparison.warnings)))


def _type(report: Report, registries: Registries) -> str:
    return type_short(registries.zone_types[report.zone_type])


def change_text(comparison: Comparison) -> str:
    """The change in percent, in points, or as a number: "+183% (179 to 187)"."""
    if comparison.percent is not None:
        return percent_text(comparison.percent, comparison.point_percent, with_range=True)
    if comparison.before.unit == "percent":
        return percent_text(comparison.change, with_range=True, points=True)
    return _difference(comparison.change)


def _difference(change: Interval) -> str:
    if change.is_exact and not math.isinf(change.low):
        return f"{change.low:+,.0f}".replace("-", "−")
    return DASH


def _title(
    comparisons: Sequence[Comparison], registries: Registries, from_year: int, to_year: int
) -> str:
    if not comparisons:
        return ""
    types = unique(type_label(registries.zone_types[c.before.zone_type]) for c in comparisons)
    where = types[0] if len(types) == 1 else said("Zones")
    return said(
        "{zones}, {first} and {last} · money in CNY unless marked",
        zones=where[:1].upper() + where[1:],
        first=from_year,
        last=to_year,
    )
