"""Which disagreements a figure bears a mark for."""

from __future__ import annotations

from pathlib import Path

import pytest
from answer_tables import REGISTRIES, report

from zonecli.answers.disputes import disputed
from zonecli.table.registries import Explanation
from zonecli.table.report import Report
from zonecli.table.table import Table


def of_another(printed: str, like: Report) -> Report:
    return report(printed, measure=like.measure, source="blog", preferred=False)


def table(*reports: Report, why: str | None) -> Table:
    told = (
        () if why is None else (Explanation("gdp", "high-tech", 2021, why, measure=kind(reports)),)
    )
    return Table(Path("memory.parquet"), reports, REGISTRIES._replace(explanations={"gdp": told}))


def kind(reports: tuple[Report, ...]) -> str:
    return reports[0].measure


@pytest.mark.parametrize(
    ("measure", "one", "other", "marked"),
    [
        # 14.25 and 13.65 are 0.6 points apart: 4 percent of the share
        ("share", "14.3%", "13.6%", True),
        # 50.45 and 50.05 are 0.4 points apart: less than 1 percent of the growth
        ("growth", "50.5%", "50.0%", False),
        # 12.15 and 12.145 trillion: 0.04 percent
        ("level", "12.2 trillion", "12.14 trillion", False),
        # 12.15 and 12.05 trillion: 0.8 percent
        ("level", "12.2 trillion", "12.0 trillion", False),
        # 12.15 and 11.95 trillion: 1.6 percent
        ("level", "12.2 trillion", "11.9 trillion", True),
    ],
)
def test_what_is_explained_needs_no_mark_within_a_hundredth_of_the_figure(
    measure: str, one: str, other: str, marked: bool
) -> None:
    shown = report(one, measure=measure)
    against = of_another(other, shown)
    assert bool(disputed(table(shown, against, why="a later vintage"), [shown])) is marked
    assert disputed(table(shown, against, why=None), [shown])


def test_what_overlaps_is_no_dispute() -> None:
    shown = report("12 trillion")
    against = of_another("12.2 trillion", shown)
    assert not disputed(table(shown, against, why=None), [shown])
    assert not disputed(table(shown, against, why=None), [])
