"""What `show` can be asked to work out beside each figure."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from zonecli.answers.choosing import unique
from zonecli.answers.computed import (
    GDP,
    Work,
    constant_prices,
    growth,
    in_dollars,
    index,
    per,
    share,
)
from zonecli.answers.naming import metric_label
from zonecli.answers.surroundings import EXCHANGE_RATE, ZONE_COUNT
from zonecli.language import said
from zonecli.table.names import metric_id
from zonecli.table.registries import Registries


class Computation(NamedTuple):
    """One thing that `show` can work out beside each figure.

    `name` is that of its columns for machines, `heading` for people; `signed`: it is a change;
    `measure`: the one that sources print of the same thing, to set beside it.
    """

    name: str
    heading: str
    description: str
    of: Work
    metrics: tuple[str, ...] = ()
    signed: bool = False
    measure: str | None = None


def computations(
    registries: Registries,
    *,
    with_growth: bool = False,
    with_share: bool = False,
    per_zone: bool = False,
    per_metrics: Iterable[str] | None = (),
    index_year: int | None = None,
    usd: bool = False,
    real_year: int | None = None,
) -> tuple[Computation, ...]:
    """What the options of `show` ask to work out, in the order of the columns.

    `per_metrics`: as a user calls them. Raises UnknownNameError for a word that names none.
    """
    divisors = [metric_id(word, registries) for word in per_metrics or ()]
    return (
        *((_growth(),) if with_growth else ()),
        *((_share(),) if with_share else ()),
        *_quotients((*((ZONE_COUNT,) if per_zone else ()), *divisors), registries),
        *((_index(index_year),) if index_year is not None else ()),
        *((_dollars(),) if usd else ()),
        *((_real(real_year),) if real_year is not None else ()),
    )


def _growth() -> Computation:
    text = said("growth over the year before, from the levels of one series")
    heading = said("Change, computed")
    return Computation("growth", heading, text, growth, signed=True, measure="growth")


def _share() -> Computation:
    text = said("share of the national total, from the levels")
    return Computation("share", said("Of China's total, computed"), text, share, measure="share")


def _quotients(metrics: Iterable[str], registries: Registries) -> Iterator[Computation]:
    """The figure for each zone, or each unit of another metric."""
    for metric in unique(metrics):
        known = registries.metrics.get(metric)
        label = metric_label(known) if known else metric
        heading = said("Per zone") if metric == ZONE_COUNT else said("Per: {metric}", metric=label)
        text = said("the figure divided by {metric} of the same zones and year", metric=label)
        name = "per_zone" if metric == ZONE_COUNT else f"per_{metric}"
        yield Computation(name, heading, text, per(metric), metrics=(metric,))


def _index(base: int) -> Computation:
    text = said("the figure where that of {year} is 100", year=base)
    return Computation("index", f"{base} = 100", text, index(base))


def _dollars() -> Computation:
    text = said("in US dollars at the average rate of the year")
    return Computation("usd", said("USD"), text, in_dollars, metrics=(EXCHANGE_RATE,))


def _real(base: int) -> Computation:
    text = said("in yuan of {year}, by the implied deflator of national GDP", year=base)
    heading = said("Prices of {year}", year=base)
    return Computation("real", heading, text, constant_prices(base), metrics=(GDP,))
