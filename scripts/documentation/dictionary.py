"""The data dictionary: columns, metrics, zone types, series, from the code and the registries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from zonecli.table.columns import COLUMNS
from zonecli.table.opening import open_table
from zonecli.table.registries import Metric, Registries


def page() -> str:
    """The dictionary as Markdown."""
    return "\n".join(_lines(open_table(None).registries)) + "\n"


def _lines(registries: Registries) -> Iterator[str]:
    yield from ("# Data dictionary", "")
    yield (
        f"What stands in the {registries.dataset.name}, version {registries.dataset.version}. "
        "`zonecli describe METRIC` says the same on the command line, with the years that each "
        "metric has."
    )
    yield from (
        "",
        "## Columns",
        "",
        "One row is one report: one figure as one source prints it.",
        "",
    )
    yield from _table(
        ("column", "type", "what it holds"),
        (
            (f"`{c.name}`", c.type + (", null" if c.nullable else ""), c.description)
            for c in COLUMNS
        ),
    )
    yield from ("", "## Zone types", "")
    for entry in registries.zone_types.values():
        yield from (f"### {entry.id}", "", f"{_capital(entry.label)}, {entry.label_zh}. ")
        yield from (entry.definition, "")
        if entry.overlaps:
            yield from (f"Overlaps: {entry.overlaps}", "")
        if entry.count_note:
            yield from (f"Number of zones: {entry.count_note}", "")
    yield from ("## Metrics", "")
    for topic in dict.fromkeys(metric.topic for metric in registries.metrics.values()):
        metrics = [m for m in registries.metrics.values() if m.topic == topic]
        yield from (f"### {_capital(topic)}", "", *_metrics(metrics), "")
    yield from ("## Series", "")
    yield from _table(
        ("series", "name", "by whom", "definition"),
        ((f"`{s.id}`", s.name, s.publisher, s.definition) for s in registries.series.values()),
    )


def _metrics(metrics: Iterable[Metric]) -> Iterator[str]:
    return _table(
        ("metric", "called", "unit", "what is counted"),
        (
            (f"`{m.id}`", f"{m.label}, {m.label_zh}", f"{m.unit}, {m.kind}", m.definition)
            for m in metrics
        ),
    )


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
