"""Figures on China's development zones that can be quoted: sourced, hedged, explained.

The commands as functions, each returning a pandas DataFrame of the columns that `--csv` writes.
What stands beside the figures is in `.attrs`: `title`, `notes`, `sources`, `query`, `data`. What
goes wrong is raised as `zonecli.errors.ZonecliError`.

>>> import zonecli
>>> gdp = zonecli.show("gdp", types="high-tech", reports=True)
>>> {"value", "low", "high", "qualifier", "source_url"} <= set(gdp.columns)
True
>>> zonecli.show("gpd")
Traceback (most recent call last):
  ...
zonecli.errors.UnknownNameError: No metric 'gpd'. Did you mean 'gdp'?
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

__version__ = "0.1.0"
__all__ = ["compare", "conflicts", "explain", "load", "rank", "show"]

Words = str | list[str] | tuple[str, ...]


def load(data: str | None = None) -> pd.DataFrame:
    """The whole table: every report, preferred or not, in the table's own columns.

    `value`, `low` and `high` are unscaled, in `unit`; null ends are NaN: unbounded.

    >>> import zonecli
    >>> reports = zonecli.load()
    >>> reports.groupby(["metric", "measure", "zone_type", "zone", "year", "period", "month",
    ...                  "unit"])["preferred"].sum().unique().tolist()
    [1]
    """
    from zonecli import api

    return api.load(data)


def show(
    metrics: Words,
    *,
    types: Words = (),
    zones: Words = (),
    year: int | None = None,
    first: int | None = None,
    last: int | None = None,
    latest: bool = False,
    measures: Words = (),
    period: str | None = None,
    reports: bool = False,
    statuses: Words = (),
    data: str | None = None,
    **computed: Any,
) -> pd.DataFrame:
    """The figures of metrics, as `zonecli show`. Null ends are NaN: unbounded.

    `computed`: `growth`, `share`, `per_zone`, `usd` (true), `per` (metrics), `index` and `real`
    (years) add columns that are worked out, each with `_low`, `_high`, `_unit` and `_operands`.

    >>> import zonecli
    >>> gdp = zonecli.show("gdp", types="high-tech", year=2021, reports=True)
    >>> gdp[gdp["source"] == "flanders-china-2022"][["value", "low", "high"]].values.tolist()
    [[15300000000000.0, 15250000000000.0, 15350000000000.0]]
    """
    from zonecli import api

    given = {k: v for k, v in locals().items() if k not in ("api", "computed")}
    return api.show(**given, **computed)


def compare(
    from_year: int,
    to_year: int,
    metrics: Words = (),
    *,
    types: Words = (),
    zones: Words = (),
    measures: Words = (),
    period: str | None = None,
    data: str | None = None,
) -> pd.DataFrame:
    """Every figure known in both years, as `zonecli compare`: change, percent and CAGR with ends.

    >>> import zonecli
    >>> change = zonecli.compare(2012, 2021, "high-tech enterprises", types="high-tech")
    >>> bool((change["percent_low"] <= change["percent_high"].fillna(float("inf"))).all())
    True
    """
    from zonecli import api

    return api.compare(**{k: v for k, v in locals().items() if k != "api"})


def explain(
    subject: str,
    *,
    types: Words = (),
    zones: Words = (),
    year: int | None = None,
    measures: Words = (),
    data: str | None = None,
) -> pd.DataFrame:
    """Where a figure comes from, step by step, as `zonecli explain`; `subject` may be an id.

    >>> import zonecli
    >>> steps = zonecli.explain("gdp-high-tech-2021-flanders-china-2022")
    >>> steps["step"].iloc[0]
    'report'
    """
    from zonecli import api

    return api.explain(**{k: v for k, v in locals().items() if k != "api"})


def conflicts(
    metrics: Words = (), *, types: Words = (), year: int | None = None, data: str | None = None
) -> pd.DataFrame:
    """Where sources disagree beyond their rounding, the widest apart first.

    >>> import zonecli
    >>> bool((zonecli.conflicts()["apart"] > 0).all())
    True
    """
    from zonecli import api

    return api.conflicts(metrics, types=types, year=year, data=data)


def rank(metric: str, *, year: int, types: Words = (), data: str | None = None) -> pd.DataFrame:
    """The named zones that have a figure, in order; `place` to `place_last` where it is open.

    >>> import zonecli
    >>> zonecli.rank("mofcom_rank", year=2023)["zone"].iloc[0]
    'suzhou-industrial-park'
    """
    from zonecli import api

    return api.rank(metric, year=year, types=types, data=data)
