"""What one answer reads at once of a large table: enough, no more, and whole where it is shown."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from table_layouts import WAYS, opened, random_reports, save, save_partitioned

from zonecli.answers.choosing import Scope
from zonecli.answers.compare import CompareRequest, compare
from zonecli.table import engine_table, layers
from zonecli.table.foreseen import ForeseenTable, _covers
from zonecli.table.report import Report
from zonecli.table.table import Filter, enclosing

Make = Callable[..., Report]
REPORTS = random_reports(7, 200)


def some_filter(dice: random.Random) -> Filter:
    """Limits as answers set them, each there or not."""

    def some(*words: str) -> tuple[str, ...]:
        return tuple(dice.sample(words, dice.randrange(len(words) + 1)))

    bounds = dice.choice(("none", "years", "range"))
    return Filter(
        metrics=some("gdp", "exports", "firms"),
        measures=some("level", "share", "growth"),
        zone_types=some("high-tech", "economic", "national"),
        zones=some("all", "it's-a-park"),
        years=tuple(dice.sample(range(2009, 2016), 3)) if bounds == "years" else (),
        first_year=dice.choice((None, 2011)) if bounds == "range" else None,
        last_year=dice.choice((None, 2013)) if bounds == "range" else None,
        only_preferred=dice.random() < 0.5,
    )


def test_the_enclosing_filter_admits_what_one_of_them_does() -> None:
    dice = random.Random(1)
    for _ in range(200):
        several = [some_filter(dice) for _ in range(dice.randrange(1, 4))]
        wide = enclosing(several)
        assert all(wide.admits(r) for r in REPORTS if any(f.admits(r) for f in several)), several


YEARS = Filter(years=(2010, 2011, 2012))
SPAN = Filter(first_year=2010, last_year=2012)


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        (Filter(), Filter(), True),
        (Filter(), Filter(only_preferred=False), False),
        (Filter(only_preferred=False), Filter(), True),
        (Filter(metrics=("gdp", "firms")), Filter(metrics=("firms",)), True),
        (Filter(metrics=("gdp", "firms")), Filter(metrics=("firms", "zinc")), False),
        (Filter(metrics=("gdp", "firms")), Filter(), False),
        (Filter(statuses=("reported",)), Filter(statuses=("reported", "derived")), False),
        (Filter(), Filter(ids=("a",)), True),
        (Filter(ids=("a",)), Filter(ids=("a",)), False),  # left to the table
        (YEARS, Filter(years=(2010, 2012)), True),
        (YEARS, Filter(years=(2010, 2013)), False),
        (YEARS, Filter(first_year=2010, last_year=2012), True),
        (YEARS, Filter(first_year=2012, last_year=2012), True),
        (YEARS, Filter(first_year=2010, last_year=2013), False),
        (YEARS, Filter(first_year=2009, last_year=2011), False),
        (YEARS, Filter(first_year=2010), False),
        (YEARS, Filter(last_year=2012), False),
        (YEARS, Filter(), False),
        (YEARS._replace(first_year=2011), Filter(years=(2010,)), False),
        (YEARS._replace(last_year=2011), Filter(years=(2012,)), False),
        (SPAN, Filter(years=(2010, 2012)), True),
        (SPAN, Filter(years=(2009, 2012)), False),
        (SPAN, Filter(years=(2010, 2013)), False),
        (SPAN, Filter(first_year=2010, last_year=2012), True),
        (SPAN, Filter(first_year=2010), False),
        (SPAN, Filter(last_year=2012), False),
        (SPAN, Filter(), False),
        (Filter(first_year=2010), Filter(first_year=2010), True),
        (Filter(first_year=2010), Filter(first_year=2009), False),
        (Filter(last_year=2012), Filter(last_year=2012), True),
        (Filter(last_year=2012), Filter(last_year=2013), False),
    ],
)
def test_whether_a_filter_was_foreseen(wide: Filter, narrow: Filter, expected: bool) -> None:
    """Where the wide one admits all that the narrow one does."""
    assert _covers(wide, narrow) is expected


@pytest.mark.parametrize("way", WAYS)
def test_what_was_foreseen_is_told_as_the_table_tells_it(way: str, tmp_path: Path) -> None:
    """Whatever is then asked, foreseen or not; by their places, a light answer's reports too."""
    table = opened(way, save(tmp_path / "table.parquet", REPORTS))
    dice = random.Random(2)
    for _ in range(8):
        several = [some_filter(dice) for _ in range(dice.randrange(1, 4))]
        seen = table.foreseen(several)
        light = table.foreseen(several, light=True)
        for wanted in (*several, some_filter(dice), several[0]._replace(years=(2012,))):
            expected = {r for r in REPORTS if wanted.admits(r)}
            assert set(seen.select(wanted)) == expected, (several, wanted)
            assert set(light.whole(list(light.select(wanted)))) == expected, (several, wanted)


def test_what_was_foreseen_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = opened("duckdb", save(tmp_path / "table.parquet", REPORTS))
    wanted = Filter(metrics=("gdp",), years=(2010, 2011, 2012), only_preferred=False)
    seen = table.foreseen([wanted])
    monkeypatch.setattr(table, "select", None)
    assert isinstance(seen, ForeseenTable)
    assert seen.path == table.path
    for narrower in (
        wanted,
        wanted._replace(years=(2011,)),
        wanted._replace(years=(), first_year=2010, last_year=2011, only_preferred=True),
        wanted._replace(zones=("all",), measures=("level",)),
    ):
        assert set(seen.select(narrower)) == {r for r in REPORTS if narrower.admits(r)}
    for wider in (wanted._replace(years=()), wanted._replace(metrics=()), Filter()):
        with pytest.raises(TypeError):
            seen.select(wider)


@pytest.mark.parametrize("few", [0, 500])
def test_whole_reports_of_several_files(
    few: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row is known by its file and its place there; the order is the one asked for."""
    monkeypatch.setattr(engine_table, "_FEW", few)
    folder = save_partitioned(tmp_path / "a folder's", REPORTS, ["metric", "year"])
    table = opened("duckdb", folder).foreseen([Filter(only_preferred=False)], light=True)
    light = list(table.select(Filter(only_preferred=False)))
    assert {r.note for r in light} == {None}
    whole = table.whole(light[::-1])
    assert [(r.figure, r.value) for r in whole] == [(r.figure, r.value) for r in light[::-1]]
    assert set(whole) == set(REPORTS)


@pytest.mark.parametrize("light", [False, True])
@pytest.mark.parametrize("way", WAYS)
def test_a_user_s_own_cells_are_foreseen_too(
    way: str, light: bool, tmp_path: Path, make_report: Make
) -> None:
    path = save(tmp_path / "table.parquet", [make_report(id="a")], checked_by=["me"])
    table = opened(way, path).foreseen([Filter()], light=light)
    (report,) = table.whole(list(table.select(Filter())))
    assert (report.id, table.extra_cells(report)) == ("a", {"checked_by": "me"})


def test_what_is_whole_is_not_looked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is anything where nothing was selected."""
    table = opened("duckdb", save(tmp_path / "table.parquet", REPORTS))
    seen = table.foreseen([Filter()], light=True)
    light = list(seen.select(Filter()))
    whole = list(seen.whole(light))
    assert seen.whole([*whole[:2], *light[2:]]) == whole
    monkeypatch.setattr(table._layers[0], "left_out", None)
    assert seen.whole(whole) == whole
    assert seen.whole([]) == []
    with pytest.raises(TypeError):
        seen.whole([*whole, light[0]])


def test_a_foreseen_metric_without_reports(tmp_path: Path, make_report: Make) -> None:
    table = opened("duckdb", save(tmp_path / "table.parquet", [make_report(id="a")]))
    seen = table.foreseen([Filter(metrics=("gdp", "zinc"))])
    assert list(seen.select(Filter(metrics=("zinc",)))) == []
    assert [r.id for r in seen.select(Filter(metrics=("zinc", "gdp")))] == ["a"]


def test_light_reports_stand_in_the_table_s_order(tmp_path: Path, make_report: Make) -> None:
    """By metric, then year, however the file has them."""
    cells = [("zinc", 2020), ("gdp", 2021), ("gdp", 2019)]
    reports = [make_report(id=f"{n}", metric=m, year=y) for n, (m, y) in enumerate(cells)]
    table = opened("duckdb", save(tmp_path / "table.parquet", reports))
    light = table.foreseen([Filter()], light=True).select(Filter())
    assert [(r.metric, r.year) for r in light] == [("gdp", 2019), ("gdp", 2021), ("zinc", 2020)]


@pytest.mark.parametrize("way", WAYS)
def test_tables_over_each_other_are_foreseen_together(
    way: str, tmp_path: Path, make_report: Make
) -> None:
    """Their reports replace each other by their own ids, which light rows have not."""
    base = save(tmp_path / "base.parquet", [make_report(id="a"), make_report(id="b", year=2022)])
    mine = save(tmp_path / "mine.parquet", [make_report(id="b", year=2022, value=7.0)])
    table = opened(way, base, mine).foreseen([Filter()], light=True)
    found = [(r.id, r.value) for r in table.whole(list(table.select(Filter())))]
    assert found == [("a", 15.3e12), ("b", 7.0)]


def test_too_much_to_foresee(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "MOST_REPORTS", 3)
    table = opened("duckdb", save(tmp_path / "table.parquet", REPORTS))
    assert table.foreseen([Filter()], light=True) is table


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("counts", "doubtful"),
    [
        # fewer zones than before, however long before
        ({2000: 100, 2012: 90, 2021: 150}, "2012"),
        # the count of the year before tells all: 2000 is not set against 2012
        ({2000: 100, 2011: 80, 2012: 90, 2021: 150}, ""),
        ({2012: 90, 2017: 160, 2021: 150}, "2021"),
        # ten times its neighbours of three years, and of four years
        ({2010: 10, 2012: 11, 2018: 13, 2021: 120}, "2021"),
        ({2010: 10, 2012: 11, 2017: 13, 2021: 120}, ""),
        ({2012: 11, 2021: 120, 2024: 121}, ""),
        ({2012: 11, 2015: 100, 2021: 120}, "2012"),
    ],
)
def test_compare_looks_as_far_as_its_checks_need(
    way: str, counts: dict[int, int], doubtful: str, tmp_path: Path, make_report: Make
) -> None:
    """A number of zones hardly falls; nor does it grow more than eightfold in three years."""
    stock = {"metric": "zone_count", "period": "point", "unit": "count"}
    reports = [
        make_report(id=f"r{year}", year=year, value=n, low=n, high=n, printed=str(n), **stock)
        for year, n in counts.items()
    ]
    table = opened(way, save(tmp_path / "table.parquet", reports))
    (row,) = compare(table, CompareRequest(2012, 2021, Scope(("zone_count",)))).rows
    warning = row["warning"] or ""
    assert ("fit other figures" in warning) == bool(doubtful)
    assert doubtful in warning
