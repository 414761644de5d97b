"""What `show` and `compare` should answer, worked out slowly and plainly with pandas.

Written from the README, data/README.md and the help of the commands, and from nothing in `src`: it
imports nothing of zonecli. Everything is a mask on a data frame or a sum in one line, so that
a reader can see that it is right. `test_model_*.py` set the real thing against it.
"""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import pandas as pd

Row = dict[str, Any]  # one report, or one line of an answer: Python values, null is None
MONEY = ("CNY", "USD")
FIGURE = ("metric", "measure", "zone_type", "zone", "year", "period", "month", "unit")
NO_AMOUNTS = ("percent", "rank", "index")


class Record(NamedTuple):
    """A table: the reports in its order, every cell an object; the registries as JSON has them;
    the preferred report of each figure, to look one up."""

    reports: pd.DataFrame
    registries: dict[str, Any]
    preferred: dict[tuple[Any, ...], Row]

    def unit_of(self, metric: str) -> str:
        return str(self.registries["metrics"][metric]["unit"])


class Question(NamedTuple):
    """What is asked, in ids. Empty or null: no limit, or the command's own default."""

    metrics: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    zones: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    period: str | None = None
    first: int | None = None
    last: int | None = None
    latest: bool = False
    reports: bool = False
    growth: bool = False
    share: bool = False
    per_zone: bool = False
    per: tuple[str, ...] = ()
    index: int | None = None
    usd: bool = False
    real: int | None = None


class Worked(NamedTuple):
    """A number worked out: null value: only bounded, or unknown; null end: unbounded."""

    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    operands: str | None


NOTHING = Worked(None, None, None, None, None)


def record_of(reports: list[Row], registries: dict[str, Any]) -> Record:
    """Sorted as data/README.md says: by metric, measure, zone type, zone, year and month."""
    frame = pd.DataFrame(reports, dtype=object)
    frame = frame.where(frame.notna(), None)
    by = ["metric", "measure", "zone_type", "zone", "year", "month"]
    frame = frame.sort_values(by, kind="stable", ignore_index=True)
    rows = frame.to_dict("records")
    preferred = {tuple(row[key] for key in FIGURE): row for row in rows if row["preferred"]}
    return Record(frame, registries, preferred)


def where(reports: pd.DataFrame, **cells: Any) -> pd.DataFrame:
    for column, cell in cells.items():
        reports = reports[reports[column] == cell]
    return reports


# ------------------------------------------------------------------------------------- selection


def in_scope(record: Record, asked: Question) -> pd.DataFrame:
    """Of the metrics, types (all but the nation), zones (all) and statuses asked for."""
    rows = record.reports
    types = asked.types or tuple(t for t in record.registries["zone_types"] if t != "national")
    if asked.metrics:
        rows = rows[rows["metric"].isin(asked.metrics)]
    rows = rows[rows["zone_type"].isin(types)]
    rows = rows[rows["zone"].isin(asked.zones or ("all",))]
    if asked.statuses:
        rows = rows[rows["status"].isin(asked.statuses)]
    return rows if asked.reports else rows[rows["preferred"].astype(bool)]


def of_measure(rows: pd.DataFrame, asked: Question) -> pd.DataFrame:
    """The measures asked for; else each metric's level, or its share, or its growth."""
    if asked.measures:
        return rows[rows["measure"].isin(asked.measures)]
    wanted = {
        metric: next(m for m in ("level", "share", "growth") if m in set(group["measure"]))
        for metric, group in rows.groupby("metric")
    }
    return rows[rows["measure"] == rows["metric"].map(wanted)]


def of_period(rows: pd.DataFrame, asked: Question) -> pd.DataFrame:
    """The period asked for; else full years and, of a stock, the last point of each year."""
    if asked.period == "any" or (asked.reports and asked.period is None):
        return rows
    if asked.period is not None:
        return where(rows, period=asked.period)
    rows = rows[rows["period"].isin(("year", "point"))]
    line = ["metric", "measure", "zone_type", "zone", "year", "unit"]
    return rows[rows["month"] == rows.groupby(line)["month"].transform("max")]


def in_main_unit(rows: pd.DataFrame, record: Record) -> pd.DataFrame:
    """No level in another unit where the same is known in the main unit of its metric."""
    same = ["metric", "measure", "zone_type", "zone", "year", "period", "month"]
    is_main = rows["unit"] == rows["metric"].map(record.unit_of)
    known = set(rows[is_main][same].itertuples(index=False, name=None))
    is_known = [key in known for key in rows[same].itertuples(index=False, name=None)]
    return rows[is_main | (rows["measure"] != "level") | ~pd.Series(is_known, rows.index, bool)]


def of_years(rows: pd.DataFrame, asked: Question) -> pd.DataFrame:
    rows = rows if asked.first is None else rows[rows["year"] >= asked.first]
    return rows if asked.last is None else rows[rows["year"] <= asked.last]


def selected(record: Record, asked: Question) -> pd.DataFrame:
    """The reports that `show` is about: by metric as asked, by type as the registry has them."""
    rows = of_measure(of_years(in_scope(record, asked), asked), asked)
    rows = of_period(rows, asked)
    if not asked.reports:
        rows = in_main_unit(rows, record)
    if asked.latest:
        line = ["metric", "measure", "zone_type", "zone"]
        rows = rows[rows["year"] == rows.groupby(line)["year"].transform("max")]
    types = list(record.registries["zone_types"])
    rows = rows.assign(
        nth_metric=rows["metric"].map(asked.metrics.index),
        nth_type=rows["zone_type"].map(types.index),
    )
    rows = rows.sort_values(["nth_metric", "nth_type"], kind="stable")
    return rows.drop(columns=["nth_metric", "nth_type"])


# ------------------------------------------------------------------------------------ arithmetic


def is_bound(report: Row) -> bool:
    """Whether it is only known to lie above or below something."""
    return (
        report["low"] is None
        or report["high"] is None
        or report["qualifier"] in ("under", "at-most")
    )


def is_amount(report: Row) -> bool:
    return report["measure"] == "level" and report["unit"] not in NO_AMOUNTS


def ratio(a: Row, b: Row) -> tuple[float | None, float, float]:
    """a / b for amounts that are not negative: of the values, and the least and greatest."""
    value = None if is_bound(a) or is_bound(b) else a["value"] / b["value"]
    most_b = math.inf if b["high"] is None else b["high"]
    most_a = math.inf if a["high"] is None else a["high"]
    low = a["low"] / most_b
    if b["low"] > 0:
        return value, low, most_a / b["low"]
    return value, low, 0.0 if most_a == 0 else math.inf  # b may be as small as you like


def worked(
    of: tuple[float | None, float, float], times: float, plus: float, unit: str, *operands: Row
) -> Worked:
    """A ratio times a factor plus a summand, with open ends as null."""
    value, low, high = of
    return Worked(
        None if value is None else times * value + plus,
        times * low + plus,
        None if math.isinf(high) else times * high + plus,
        unit,
        " ".join(operand["id"] for operand in operands),
    )


def same_figure(record: Record, report: Row, **changes: Any) -> Row | None:
    """The preferred report of the same figure but for the changes; null: none."""
    figure = {key: report[key] for key in FIGURE} | changes
    return record.preferred.get(tuple(figure.values()))


def of_one_voice(one: Row, other: Row) -> bool:
    """One series; figures of no series must come from one source."""
    if one["series"] is None and other["series"] is None:
        return bool(one["source"] == other["source"])
    return bool(one["series"] == other["series"])


def can_grow(before: Row | None, after: Row) -> bool:
    return before is not None and before["value"] > 0 and of_one_voice(before, after)


def growth(record: Record, report: Row) -> Worked:
    before = same_figure(record, report, year=report["year"] - 1)
    if not is_amount(report) or before is None or not can_grow(before, report):
        return NOTHING
    return worked(ratio(report, before), 100, -100, "percent", before, report)


def share(record: Record, report: Row) -> Worked:
    """Of the national total, unless the metric has none or its scope has changed since."""
    metric = record.registries["metrics"][report["metric"]]
    total_metric, breaks = metric.get("national"), metric.get("share_break", {})
    if total_metric is None or report["zone_type"] == "national" or not is_amount(report):
        return NOTHING
    if report["year"] >= breaks.get(report["zone_type"], 9999):
        return NOTHING
    china = {"metric": total_metric, "zone_type": "national", "zone": "all"}
    total = same_figure(record, report, **china)
    if total is None or total["value"] <= 0:
        return NOTHING
    if total["status"] == "forecast" and report["status"] != "forecast":
        return NOTHING
    return worked(ratio(report, total), 100, 0, "percent", report, total)


def per(record: Record, report: Row, metric: str) -> Worked:
    """By a flow over the same months; by a stock at their end, or else at the year's. Money by
    money of the same currency; else in the main unit of what it is divided by, if known."""
    other = record.registries["metrics"][metric]
    times = [{"period": "point", "month": month} for month in (report["month"], 12)]
    if other["kind"] == "flow":
        yearly = report["period"] in ("year", "point")
        times = [{"period": "year", "month": 12} if yearly else {}]
    units = [other["unit"], "CNY", "USD"]
    if other["unit"] in MONEY and report["unit"] in MONEY:
        units = [report["unit"]]
    found = [
        same_figure(record, report, metric=metric, measure="level", unit=unit, **time)
        for time in times
        for unit in units
    ]
    by = next((operand for operand in found if operand is not None), None)
    if by is None or by["value"] <= 0 or not is_amount(report):
        return NOTHING
    if by["unit"] == report["unit"] and by["unit"] in MONEY:
        return worked(ratio(report, by), 100, 0, "percent", report, by)
    return worked(ratio(report, by), 1, 0, report["unit"], report, by)


def index(record: Record, report: Row, base: int) -> Worked:
    start = same_figure(record, report, year=base)
    if not is_amount(report) or start is None or not can_grow(start, report):
        return NOTHING
    if start["id"] == report["id"]:
        return Worked(100, 100, 100, "index", report["id"])
    return worked(ratio(report, start), 100, 0, "index", start, report)


def of_china(record: Record, metric: str, measure: str, unit: str, year: int) -> Row | None:
    figure = (metric, measure, "national", "all", year, "year", 12, unit)
    return record.preferred.get(figure)


def in_dollars(record: Record, report: Row) -> Worked:
    """Dollars as they are; yuan of a full year at its average rate."""
    if report["measure"] == "level" and report["unit"] == "USD":
        return itself(report)
    if report["measure"] != "level" or report["unit"] != "CNY" or report["period"] != "year":
        return NOTHING
    rate = of_china(record, "exchange_rate", "level", "CNY_per_USD", report["year"])
    if rate is None:
        return NOTHING
    return worked(ratio(report, rate), 1, 0, "USD", report, rate)


def itself(report: Row) -> Worked:
    value = None if is_bound(report) else report["value"]
    return Worked(value, report["low"], report["high"], report["unit"], report["id"])


def real(record: Record, report: Row, base: int) -> Worked:
    """In yuan of the base year, by the change of GDP at current prices over its real growth."""
    if report["measure"] != "level" or report["unit"] != "CNY" or report["period"] != "year":
        return NOTHING
    year = report["year"]
    if year == base:
        return itself(report)
    gdp = [of_china(record, "gdp", "level", "CNY", y) for y in (base, year)]
    between = range(min(base, year) + 1, max(base, year) + 1)
    rates = [of_china(record, "gdp", "growth", "percent", y) for y in between]
    if None in gdp or None in rates or any(rate["basis"] != "real" for rate in rates):
        return NOTHING
    value, low, high = ratio(gdp[0], gdp[1])
    for rate in rates:
        grown = Worked(*(1 + rate[end] / 100 for end in ("value", "low", "high")), None, None)
        if year > base:
            low, high = low * grown.low, high * grown.high
        else:
            low, high = low / grown.high, high / grown.low
        if value is not None:
            value = value * grown.value if year > base else value / grown.value
    most = math.inf if report["high"] is None else report["high"]
    known = value is not None and not is_bound(report)
    amount = (report["value"] * value if known else None, report["low"] * low, most * high)
    return worked(amount, 1, 0, "CNY", report, *gdp, *rates)


# ------------------------------------------------------------------------------------------ show


def show(record: Record, asked: Question) -> list[Row]:
    """The rows for machines of `show`: the report, its source, what is worked out."""
    sources = record.registries["sources"]
    rows = []
    for report in selected(record, asked).to_dict("records"):
        source = sources[report["source"]]
        named = {"source_title": source["title"], "source_url": source.get("url", "")}
        rows.append({**report, **named, **worked_cells(record, report, asked)})
    return rows


def worked_cells(record: Record, report: Row, asked: Question) -> Row:
    cells: Row = {}
    if asked.growth:
        of = growth(record, report)
        cells |= {**cells_of("growth", of), **beside_printed(record, report, "growth", of)}
    if asked.share:
        of = share(record, report)
        cells |= {**cells_of("share", of), **beside_printed(record, report, "share", of)}
    if asked.per_zone:
        cells |= cells_of("per_zone", per(record, report, "zone_count"))
    for metric in asked.per:
        cells |= cells_of(f"per_{metric}", per(record, report, metric))
    if asked.index is not None:
        cells |= cells_of("index", index(record, report, asked.index))
    if asked.usd:
        cells |= cells_of("usd", in_dollars(record, report))
    if asked.real is not None:
        cells |= cells_of("real", real(record, report, asked.real))
    return cells


def cells_of(name: str, of: Worked) -> Row:
    return {
        name: of.value,
        f"{name}_low": of.low,
        f"{name}_high": of.high,
        f"{name}_unit": of.unit,
        f"{name}_operands": of.operands,
    }


def beside_printed(record: Record, report: Row, measure: str, of: Worked) -> Row:
    """What a source prints of the same thing, and whether the two overlap; real growth and
    growth of amounts at current prices are not of one kind."""
    printed = same_figure(record, report, measure=measure, unit="percent")
    fits = None
    if printed is not None and of.operands is not None and printed["basis"] != "real":
        fits = overlap(printed, of)
    value = None if printed is None else printed["value"]
    return {f"{measure}_printed": value, f"{measure}_fits": fits}


def overlap(printed: Row, of: Worked) -> bool:
    starts_before_end = of.high is None or printed["low"] is None or printed["low"] <= of.high
    ends_after_start = of.low is None or printed["high"] is None or printed["high"] >= of.low
    return starts_before_end and ends_after_start


# --------------------------------------------------------------------------------------- compare


def compare(record: Record, asked: Question, from_year: int, to_year: int) -> list[Row]:
    """The rows for machines of `compare`: every figure known in both years.

    A figure known in several units is compared in the main one if both years have it; one known
    at several times of the year, at the last that both years have, or else each at its last.
    """
    rows = in_scope(record, asked)
    rows = rows[rows["year"].isin((from_year, to_year))]
    rows = of_period(of_measure(rows, asked) if asked.measures else rows, asked)
    lines = []
    for _, line in rows.groupby(["metric", "measure", "zone_type", "zone"], sort=False):
        pair = pair_of(record, where(line, year=from_year), where(line, year=to_year))
        if pair is not None:
            lines.append(compared(*pair))
    metrics = asked.metrics or tuple(record.registries["metrics"])
    types = list(record.registries["zone_types"])
    measures = ("level", "share", "growth")
    lines.sort(
        key=lambda r: (
            types.index(r["zone_type"]),
            metrics.index(r["metric"]),
            measures.index(r["measure"]),
            r["zone"],
        )
    )
    return lines


def pair_of(record: Record, before: pd.DataFrame, after: pd.DataFrame) -> tuple[Row, Row] | None:
    units = set(before["unit"]) & set(after["unit"])
    if not units:
        return None
    main = record.unit_of(before.iloc[0]["metric"])
    unit = main if main in units else min(units)
    before, after = where(before, unit=unit), where(after, unit=unit)
    time = ["month", "period"]
    both = before.merge(after, on=time, suffixes=("", "_after")).sort_values(time)
    if not both.empty:
        same = both.iloc[-1][time].to_dict()
        before, after = where(before, **same), where(after, **same)
    last = [rows.sort_values(time).iloc[-1].to_dict() for rows in (before, after)]
    return last[0], last[1]


def compared(before: Row, after: Row) -> Row:
    keys = ("metric", "measure", "zone_type", "zone", "unit")
    years = after["year"] - before["year"]
    row = {key: before[key] for key in keys}
    row |= {"from_year": before["year"], "to_year": after["year"]}
    row |= {f"from_{name}": before[name] for name in ("value", "low", "high")}
    row |= {f"to_{name}": after[name] for name in ("value", "low", "high")}
    row |= change(before, after)
    is_relative = before["measure"] == "level" and before["unit"] not in ("percent", "rank")
    of = ratio(after, before) if is_relative and before["value"] > 0 else (None, None, None)
    for name, root in (("percent", 1), ("cagr", years)):
        for end, times in zip(("", "_low", "_high"), of, strict=True):
            is_known = times is not None and not math.isinf(times)
            row[name + end] = 100 * (times ** (1 / root) - 1) if is_known else None
    row |= {"from_source": before["source"], "to_source": after["source"]}
    return {**row, "warnings": warnings(before, after)}


def change(before: Row, after: Row) -> Row:
    """after - before: least from the least to the most, and the other way round."""
    least, most = (after["low"], before["high"]), (after["high"], before["low"])
    return {
        "change": None if is_bound(before) or is_bound(after) else after["value"] - before["value"],
        "change_low": None if None in least else least[0] - least[1],
        "change_high": None if None in most else most[0] - most[1],
    }


def warnings(before: Row, after: Row) -> int:
    """How many reasons there are against comparing the two, conflicts left aside."""
    both = (before, after)
    return sum(
        (
            not of_one_voice(before, after),
            (before["period"], before["month"]) != (after["period"], after["month"]),
            before["basis"] != after["basis"],
            *(report["status"] != "reported" for report in both),
        )
    )
