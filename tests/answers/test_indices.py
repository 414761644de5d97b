"""An index stands in for an amount, and only where the amount is not known."""

from __future__ import annotations

import pytest

from zonecli.answers.choosing import Scope
from zonecli.answers.compare import CompareRequest, compare
from zonecli.answers.indices import asked_metric, index_of, with_indices
from zonecli.table.opening import open_table

RECORD = open_table(None)
RD, INDEX = "rd_expenditure", "rd_expenditure_index"


def test_only_what_has_an_index_gets_one() -> None:
    registries = RECORD.registries
    assert index_of(RD, registries) == INDEX
    assert index_of("gdp", registries) is None
    assert with_indices(Scope((RD, "gdp")), registries).metrics == (RD, INDEX, "gdp")
    assert with_indices(Scope((INDEX, RD)), registries).metrics == (INDEX, RD)
    assert with_indices(Scope(), registries).metrics == ()


def test_an_index_that_was_asked_for_is_itself() -> None:
    assert asked_metric(INDEX, Scope((RD,))) == RD
    assert asked_metric(INDEX, Scope((INDEX, RD))) == INDEX
    assert asked_metric(INDEX, Scope()) == INDEX
    assert asked_metric("zhongguancun_index", Scope((RD,))) == "zhongguancun_index"


@pytest.mark.parametrize(
    ("metrics", "first", "shown"),
    [
        ((RD,), 2012, {INDEX}),  # "more than tripled" since 2012
        ((RD,), 2014, {RD}),  # 400 billion, then over 1 trillion
        ((INDEX,), 2012, {INDEX}),
        (("gdp",), 2012, {"gdp"}),
    ],
)
def test_compare_takes_the_amounts_where_there_are_any(
    metrics: tuple[str, ...], first: int, shown: set[str]
) -> None:
    scope = Scope(metrics, ("high-tech",), measures=("level",))
    answer = compare(RECORD, CompareRequest(first, 2021, scope))
    assert {row["metric"] for row in answer.rows} == shown
    assert not any("No figure" in note for note in answer.notes)


def test_nothing_known_is_said_of_what_was_asked() -> None:
    scope = Scope((RD,), ("high-tech",))
    answer = compare(RECORD, CompareRequest(1990, 1991, scope))
    assert answer.rows == ()
    (note,) = answer.notes
    assert note.startswith("No figure for R&D expenditure of national high-tech zones")
