"""A figure as an English sentence: "GDP of China's national high-tech zones came to 15.3 trillion
yuan in 2021 (Xinhua, 16 September 2022)."
"""

from __future__ import annotations

from zonecli.answers.change_wording import percent_text
from zonecli.answers.rank_years import rank_years
from zonecli.answers.reference import Date, date_of
from zonecli.answers.stock_day import as_of
from zonecli.answers.wording import MINUS, figure_text, interval_text
from zonecli.stats.interval import Interval
from zonecli.stats.qualifiers import ABOUT, EXACT, NEARLY
from zonecli.table.registries import Metric, Registries, Source
from zonecli.table.report import Report

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_UNITS = {
    **{"CNY": "yuan", "USD": "US dollars", "sq_km": "square kilometres"},
    **{"percentage_points": "percentage points", "hectares": "hectares", "tonnes": "tonnes"},
    **{"CNY_per_USD": "yuan to the US dollar", "CNY_per_person": "yuan a person"},
    **{"CNY_per_sq_km": "yuan a square kilometre", "per_10000_persons": "per 10,000 people"},
    **{"tce_per_10000_CNY": "tonnes of coal equivalent per 10,000 yuan", "points": "points"},
}  # those left out are said by the label: 115,000 high-tech enterprises, 12.6 times
_RATIOS = ("percent", "index", "times", "points", "rank", "CNY_per_USD", "per_10000_persons")
_NAMES = ("Fortune", "Zhongguancun")  # first words of labels that keep their capital


def in_english(report: Report, registries: Registries) -> str:
    """The sentence, with its source in brackets; of a derived figure also the derivation."""
    source = _source_words(registries.sources[report.source])
    if report.status == "derived":
        source = f"derived from {source}: {report.derivation}"
    return f"{_statement(report, registries)} ({source})."


def computed_in_english(name: str, value: float | None, interval: Interval, unit: str) -> str:
    """What zonecli worked out beside a figure: "Per zone, computed: 90.5 billion yuan."."""
    if name == "growth":
        amount = percent_text(interval, value)
    else:
        amount = _with_unit(interval_text(interval, unit, value), unit)
    return f"{name.replace('_', ' ').capitalize()}, computed: {amount}."


def _statement(report: Report, registries: Registries) -> str:
    metric, place = registries.metrics[report.metric], _place(report, registries)
    amount, when = _with_unit(figure_text(report), report.unit), _when(report, registries)
    if report.measure == "share":
        verb = _verb(report, "accounted for", "account for")
        total = registries.metrics.get(metric.national or "", metric).label
        return f"{_capital(place)} {verb} {amount} of China's {_inside(total)} {when}"
    subject = _subject(metric, report, place)
    if report.measure == "growth":
        return f"{subject} {_grew(report, amount)} {when} from a year before"
    if report.metric == "zone_count" and report.zone == "all":
        zones = registries.zone_types[report.zone_type].label
        return f"China {_verb(report, 'had', 'have')} {amount} {zones} {when}"
    when = _edition(metric, report) or f" {when}"
    if report.unit == "rank" and metric.label.startswith("Rank "):
        ranked = _verb(report, "ranked", "rank")
        return f"{_capital(place)} {ranked} {_ordinal(report)} {metric.label[5:]}{when}"
    stands = metric.kind == "stock" or report.unit in _RATIOS
    verb = _verb(report, "stood at", "stand at") if stands else _verb(report, "came to", "come to")
    return f"{subject} {verb} {amount}{when}"


def _edition(metric: Metric, report: Report) -> str:
    """Of a rank, what its year is the year of: ", 2024 edition, assessing 2023"; else empty."""
    edition, assessed = rank_years(metric, report)
    words = f", {edition} edition" if edition else ""
    return f"{words}, assessing {assessed}" if assessed else words


def _subject(metric: Metric, report: Report, place: str) -> str:
    if report.zone_type == "national":
        return f"{place}'s {_inside(metric.label)}"
    inside = report.unit in ("count", "persons")  # enterprises in the zones, but GDP of the zones
    return f"{metric.label} {'in' if inside else 'of'} {place}"


def _place(report: Report, registries: Registries) -> str:
    zone, label = registries.zones[report.zone], registries.zone_types[report.zone_type].label
    if zone.kind == "zone":
        return zone.name
    if not label.endswith("s"):  # the only one of its type
        whole = label if report.zone_type == "national" else f"the {label}"
    else:
        whole = f"China's {label}"
    return whole if zone.kind == "all" else f"{whole} ({zone.name})"


def _grew(report: Report, amount: str) -> str:
    """Grew by 7.6%; a bound on a fall keeps its sign, for "fell by over" would turn it round."""
    if report.value < 0 and report.qualifier in (EXACT, ABOUT, NEARLY):
        verb, amount = _verb(report, "fell by", "fall by"), amount.replace(MINUS, "")
    else:
        verb = _verb(report, "grew by", "grow by")
    terms = {"real": " in real terms", "nominal": " in nominal terms"}
    return f"{verb} {amount}{terms.get(report.basis or '', '')}"


def _verb(report: Report, past: str, infinitive: str) -> str:
    return f"was forecast to {infinitive}" if report.status == "forecast" else past


def _when(report: Report, registries: Registries) -> str:
    month = _MONTHS[report.month - 1] if 1 <= report.month <= 12 else f"month {report.month}"
    if day := as_of(report, registries.sources[report.source]):
        return f"as of {_date(day)}"
    if report.period == "point":
        return f"at the end of {report.year if report.month == 12 else f'{month} {report.year}'}"
    if report.period == "ytd" and report.month > 1:
        return f"in January to {month} {report.year}"
    return f"in {report.year}" if report.period == "year" else f"in {month} {report.year}"


def _ordinal(report: Report) -> str:
    number = int(report.value)
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 // 10 != 1 else 0, "th")
    return f"{number}{ending}" if report.qualifier == EXACT else figure_text(report)


def _source_words(source: Source) -> str:
    """The publisher and the day: "Xinhua, 16 September 2022"; n.d. where there is none."""
    date = _date(date_of(source.published))
    return ", ".join(filter(None, (source.publisher or source.title, date or "n.d.")))


def _date(date: Date) -> str:
    """A day, a month or a year: "16 September 2022"; empty for no date."""
    words = (*map(str, date[2:]), *(_MONTHS[m - 1] for m in date[1:2]), *map(str, date[:1]))
    return " ".join(words)


def _with_unit(amount: str, unit: str) -> str:
    return f"{amount} {_UNITS.get(unit, '')}".rstrip()


def _inside(label: str) -> str:
    """A label within a sentence: exports, but GDP and R&D expenditure."""
    lowered = label[1:2].islower() and not label.startswith(_NAMES)
    return label[:1].lower() + label[1:] if lowered else label


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
