"""The Python API behind `zonecli.show` and the others: words in, a pandas DataFrame out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from zonecli.answers.choosing import scope_of, year_range
from zonecli.answers.compare import CompareRequest
from zonecli.answers.compare import compare as answer_compare
from zonecli.answers.computations import computations
from zonecli.answers.conflicts import conflicts as answer_conflicts
from zonecli.answers.explain import explain as answer_explain
from zonecli.answers.explain import explain_id
from zonecli.answers.rank import rank as answer_rank
from zonecli.answers.report_rows import further_columns
from zonecli.answers.result import Result
from zonecli.answers.show import ShowRequest
from zonecli.answers.show import show as answer_show
from zonecli.settings import with_home
from zonecli.table.columns import COLUMN_NAMES
from zonecli.table.opening import open_table
from zonecli.table.table import Table

if TYPE_CHECKING:
    import pandas as pd

Words = str | Sequence[str]


def load(data: str | None) -> pd.DataFrame:
    import pandas as pd

    table = _table(data)
    reports = table.reports
    frame = pd.DataFrame.from_records(list(reports), columns=list(COLUMN_NAMES))
    for name in further_columns(table):
        frame[name] = [table.extra_cells(report)[name] for report in reports]
    frame.attrs = {"data": table.registries.dataset._asdict()}
    return frame


def show(
    *,
    metrics: Words,
    year: int | None,
    first: int | None,
    last: int | None,
    latest: bool,
    reports: bool,
    data: str | None,
    growth: bool = False,
    share: bool = False,
    per_zone: bool = False,
    per: Words = (),
    index: int | None = None,
    usd: bool = False,
    real: int | None = None,
    **scope: Any,
) -> pd.DataFrame:
    table = _table(data)
    first, last = year_range(year, first, last, latest=latest)
    wanted = computations(
        table.registries,
        with_growth=growth,
        with_share=share,
        per_zone=per_zone,
        per_metrics=_words(per),
        index_year=index,
        usd=usd,
        real_year=real,
    )
    asked = scope_of(table.registries, _words(metrics), **_scope(scope))
    return _frame(answer_show(table, ShowRequest(asked, first, last, latest, reports, wanted)))


def compare(
    *, from_year: int, to_year: int, metrics: Words, data: str | None, **scope: Any
) -> pd.DataFrame:
    table = _table(data)
    asked = scope_of(table.registries, _words(metrics), **_scope(scope))
    return _frame(answer_compare(table, CompareRequest(from_year, to_year, asked)))


def explain(*, subject: str, year: int | None, data: str | None, **scope: Any) -> pd.DataFrame:
    table = _table(data)
    if year is None:
        return _frame(explain_id(table, subject))
    return _frame(
        answer_explain(table, scope_of(table.registries, [subject], **_scope(scope)), year)
    )


def conflicts(metrics: Words, *, types: Words, year: int | None, data: str | None) -> pd.DataFrame:
    table = _table(data)
    asked = scope_of(table.registries, _words(metrics), types=_words(types))
    return _frame(answer_conflicts(table, asked, year=year))


def rank(metric: str, *, year: int, types: Words, data: str | None) -> pd.DataFrame:
    table = _table(data)
    return _frame(
        answer_rank(table, scope_of(table.registries, [metric], types=_words(types)), year)
    )


def _table(data: Words | None) -> Table:
    """The table at a path or URL; several are laid over each other."""
    places = _words(data or ())
    if len(places) == 1 and "://" not in places[0]:
        return open_table(with_home(places[0]))
    return open_table(places or None)


def _scope(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value if name == "period" else _words(value) for name, value in given.items()}


def _words(words: Words) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def _frame(result: Result) -> pd.DataFrame:
    import pandas as pd

    columns = [column.name for column in result.columns]
    frame = pd.DataFrame.from_records([dict(row) for row in result.rows], columns=columns)
    frame.attrs = {
        "title": result.sheet.title,
        "notes": list(result.notes),
        "sources": [source._asdict() for source in result.sources],
        "query": dict(result.query),
        "data": result.dataset._asdict(),
    }
    return frame
