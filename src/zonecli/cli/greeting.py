"""`zonecli` alone: what it holds and what to try, for somebody who is new."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zonecli.language import said

if TYPE_CHECKING:
    from zonecli.table.table import Table

_EXAMPLES = (
    "zonecli show gdp --type high-tech",
    "zonecli compare 2012 2021 --type high-tech",
    "zonecli list metrics",
)
_EXAMPLES_OF_ANY_TABLE = ("zonecli list metrics", "zonecli list coverage", "zonecli list sources")


def greeting(table: "Table") -> Iterator[str]:
    """Its lines."""
    from zonecli.answers.about import holdings

    yield said("zonecli: figures on China's development zones that can be quoted.")
    yield ""
    held = holdings(table)
    if held is not None:
        yield said(
            "Figures: {figures}. Sources: {sources}. Metrics: {metrics}. Zone types: {types}. "
            "Years: {first} to {last}.",
            figures=f"{held.figures:,}",
            sources=held.sources,
            metrics=held.metrics,
            types=held.zone_types,
            first=held.first_year,
            last=held.last_year,
        )
    dataset = table.registries.dataset
    if dataset.date:
        yield said("Version {version} of the record, {date}.", **dataset._asdict())
    yield ""
    yield said("Try:")
    known = "gdp" in table.registries.metrics and "high-tech" in table.registries.zone_types
    yield from (f"  {example}" for example in (_EXAMPLES if known else _EXAMPLES_OF_ANY_TABLE))
    yield ""
    yield said("Every command: zonecli --help")
