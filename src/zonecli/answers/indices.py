"""An index in place of an amount: some sources print how a thing grew, and not from how much.

The metric `rd_expenditure_index` is that of `rd_expenditure`.
"""

from __future__ import annotations

from collections.abc import Sequence

from zonecli.answers.choosing import Scope
from zonecli.answers.pairing import Pair
from zonecli.table.registries import Registries

_ENDING = "_index"


def index_of(metric: str, registries: Registries) -> str | None:
    """The metric that holds another one as an index; null where there is none."""
    name = metric + _ENDING
    return name if name in registries.metrics else None


def with_indices(scope: Scope, registries: Registries) -> Scope:
    """The scope with the index of each metric that it names, next to it."""
    asked = ((metric, index_of(metric, registries)) for metric in scope.metrics)
    every = dict.fromkeys(name for pair in asked for name in pair if name)
    return scope._replace(metrics=tuple(every))


def without_spare_indices(pairs: Sequence[Pair], scope: Scope) -> list[Pair]:
    """Without each index that was not asked for and whose amounts are there themselves."""
    there = {(before.metric, before.zone_type, before.zone) for before, _ in pairs}
    return [
        (before, after)
        for before, after in pairs
        if not scope.metrics
        or before.metric in scope.metrics
        or (asked_metric(before.metric, scope), before.zone_type, before.zone) not in there
    ]


def asked_metric(metric: str, scope: Scope) -> str:
    """What was asked for: the amount, where its index stands in for it."""
    amount = metric.removesuffix(_ENDING)
    return metric if metric in scope.metrics or amount not in scope.metrics else amount
