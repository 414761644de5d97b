"""`verify`: what it asks for when a claim is not complete, and what its answer cites."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from zonecli.answers.choosing import scope_of
from zonecli.answers.result import Result
from zonecli.answers.verify import claim_of_words, verify
from zonecli.errors import UsageError
from zonecli.table.opening import open_table
from zonecli.table.table import Filter, Table


@pytest.fixture(scope="module")
def record() -> Table:
    return open_table(Path(__file__).parents[2] / "data" / "metrics.parquet")


def answer(record: Table, value: str, measures: tuple[str, ...] = ()) -> Result:
    scope = scope_of(record.registries, ["gdp"], types=["high-tech"], measures=measures)
    return verify(record, claim_of_words(record, scope, 2021, value, None))


def test_every_zone_type_is_offered_that_with_most_figures_first(record: Table) -> None:
    with pytest.raises(UsageError) as refused:
        claim_of_words(record, scope_of(record.registries, ["gdp"]), 2021, "15.3tn", None)
    counts = Counter(r.zone_type for r in record.select(Filter(metrics=("gdp",))))
    del counts["national"]
    offered = str(refused.value).rstrip(".").split(" --type ")[1:]
    assert {text.rstrip(",") for text in offered} == set(counts)
    figures = [counts[text.rstrip(",")] for text in offered]
    assert figures == sorted(figures, reverse=True)


def test_each_figure_that_is_shown_has_its_source(record: Table) -> None:
    """13.4 percent by two sources of September 2022, about 13 by one of February."""
    found = answer(record, "13.4%", ("share",))
    shown = [text for heading, text in found.sheet.rows if heading == "The table has"]
    assert shown == ["13.4% (2021) [1]", "about 13% (2021) [2]"]
    assert [source.published[:7] for source in found.sources] == ["2022-09", "2022-02"]


def test_a_figure_that_two_sources_have_is_cited_once(record: Table) -> None:
    found = answer(record, "15.3tn")
    assert [text for heading, text in found.sheet.rows if heading == "The table has"] == [
        "15.3 trillion CNY (2021) [1]"
    ]
    assert len(found.sources) == 1
