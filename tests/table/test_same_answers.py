"""Our own table answers the same whichever way it is read: every metric, `show` and `compare`.

Whole results are compared: rows, the table for people, notes and sources.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from table_layouts import opened

from zonecli.answers.choosing import Scope, unique
from zonecli.answers.compare import CompareRequest, compare
from zonecli.answers.computations import computations
from zonecli.answers.result import Result
from zonecli.answers.show import ShowRequest, show
from zonecli.table.fast_copy import CopiedTable
from zonecli.table.opening import open_table, our_path
from zonecli.table.table import Filter, Table

Question = Callable[[Table], Result]
Asked = tuple[str, Question, Result]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """Our table as pyarrow reads it, from a file that has no copy yet."""
    path = tmp_path_factory.mktemp("ours") / "metrics.parquet"
    shutil.copyfile(our_path(), path)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("cache")))
        table = open_table(path)
    assert type(table) is Table
    return table


@pytest.fixture(scope="module")
def asked(plain: Table) -> list[Asked]:
    """Questions about every metric, and what the plain table answers."""
    return [(name, ask, ask(plain)) for name, ask in _questions(plain)]


def _questions(table: Table) -> Iterator[tuple[str, Question]]:
    for metric in table.registries.metrics:
        reports = list(table.select(Filter(metrics=(metric,))))
        zones = unique(report.zone for report in reports)
        years = sorted({report.year for report in reports if report.zone in zones[:1]})
        for scope in (
            Scope((metric,)),
            Scope((metric,), ("national",)),
            Scope((metric,), zones=zones[-1:]),
        ):
            yield f"show {scope}", lambda t, s=scope: show(t, ShowRequest(s))
        for first, last in unique(zip(years[: len(years) // 2 + 1 : 3], years[::-3], strict=False)):
            if first < last:
                request = CompareRequest(first, last, Scope((metric,), zones=zones[:1]))
                yield f"compare {request}", lambda t, r=request: compare(t, r)
    for first, last in ((2012, 2021), (2019, 2024), (1995, 2020)):
        request = CompareRequest(first, last, Scope())
        yield f"compare {request}", lambda t, r=request: compare(t, r)


def _differing(table: Table, asked: list[Asked]) -> list[str]:
    return [name for name, ask, answer in asked if ask(table) != answer]


def test_the_questions_have_answers(asked: list[Asked]) -> None:
    """Else nothing would be compared."""
    for command in ("show", "compare"):
        answers = [answer for name, _, answer in asked if name.startswith(command)]
        assert len(answers) > 100
        assert sum(bool(answer.rows) for answer in answers) > len(answers) / 3


def test_the_copy_answers_the_same(asked: list[Asked], tmp_path: Path) -> None:
    path = tmp_path / "metrics.parquet"
    shutil.copyfile(our_path(), path)
    open_table(path)  # leaves the copy, if another test has not
    copied = open_table(path)
    assert isinstance(copied, CopiedTable)
    assert _differing(copied, asked) == []


def test_duckdb_answers_the_same(asked: list[Asked]) -> None:
    assert _differing(opened("duckdb", our_path()), asked) == []


@pytest.mark.parametrize("way", ["memory", "pyarrow"])
def test_the_other_ways_answer_the_same(way: str, asked: list[Asked]) -> None:
    """A part of the questions: they take the path of DuckDB but for how rows are found."""
    assert _differing(opened(way, our_path()), asked[::6]) == []


@pytest.mark.parametrize("way", ["duckdb", "pyarrow"])
def test_what_is_worked_out_is_the_same(way: str, plain: Table) -> None:
    """With the ids of the operands, and every report with its note."""
    columns = computations(
        plain.registries,
        with_growth=True,
        with_share=True,
        per_zone=True,
        per_metrics=["gdp"],
        index_year=2015,
        usd=True,
        real_year=2020,
    )
    other = opened(way, our_path())
    for metric in ("gdp", "exports", "rd_expenditure"):
        request = ShowRequest(Scope((metric,)), computations=columns)
        assert show(other, request) == show(plain, request), metric
        every = ShowRequest(Scope((metric,)), every_report=True)
        assert show(other, every) == show(plain, every), metric
