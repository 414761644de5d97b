"""The build reads what people write: cells to reports, the hedge and the ends to the interval."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_folder import SmallFolder

from zonecli.build.curated import Curated, read_curated
from zonecli.table.columns import SORT_KEY
from zonecli.table.report import Report

CURATED = Path(__file__).parents[2] / "data" / "curated"
T = 1e12


@pytest.fixture
def curated(folder: SmallFolder) -> Curated:
    return read_curated(folder.root)


def report(curated: Curated, name: str) -> Report:
    return next(report for report in curated.reports if report.id == name)


def read(folder: SmallFolder, name: str, **cells: str) -> Report:
    """The report after some of its cells were changed."""
    folder.cells(name, **cells)
    return report(read_curated(folder.root), cells.get("id", name))


def test_a_whole_report(curated: Curated) -> None:
    """Each column as the line gives it; empty cells are null."""
    assert report(curated, "gdp-high-tech-2024-bulletin") == Report(
        id="gdp-high-tech-2024-bulletin",
        metric="gdp",
        measure="level",
        zone_type="high-tech",
        zone="all",
        year=2024,
        period="year",
        month=12,
        value=19.3 * T,
        low=19.25 * T,
        high=19.35 * T,
        unit="CNY",
        qualifier="exact",
        printed="19.3 trillion",
        basis=None,
        series="torch",
        status="reported",
        derivation=None,
        preferred=True,
        source="bulletin",
        note="A note, with a comma",
    )


def test_a_derived_report(curated: Curated) -> None:
    found = report(curated, "zone-count-economic-2012-paper")
    assert (found.value, found.low, found.high, found.qualifier) == (171, 171, 171, "exact")
    assert (found.status, found.derivation) == ("derived", "232 - 61")


def test_a_report_in_two_lines(curated: Curated) -> None:
    found = report(curated, "gdp-share-high-tech-2024-paper")
    assert (found.value, found.low, found.high) == (14.3, 12.5, 14.3)
    assert found.note == "In two\nlines"


def test_the_table_is_sorted_whatever_the_files_are_called(curated: Curated) -> None:
    keys = [tuple(getattr(r, name) for name in SORT_KEY) for r in curated.reports]
    assert keys == sorted(keys)
    assert len(keys) == 8


def test_one_of_each_figure_is_preferred_with_the_line_that_decided(curated: Curated) -> None:
    """The ministry's own words before the press."""
    assert [choice.winner.id for choice in curated.choices] == ["gdp-high-tech-2024-bulletin"]
    assert "ministry's own words" in curated.choices[0].line
    assert not report(curated, "gdp-high-tech-2024-paper").preferred
    assert report(curated, "gdp-east-park-2024-paper").preferred


def test_by_hand_wins_and_its_reason_travels(folder: SmallFolder) -> None:
    folder.cells("gdp-high-tech-2024-paper", prefer="the bulletin was withdrawn")
    curated = read_curated(folder.root)
    assert report(curated, "gdp-high-tech-2024-paper").preferred
    assert not report(curated, "gdp-high-tech-2024-bulletin").preferred
    assert curated.registries["by_hand"] == {
        "gdp-high-tech-2024-paper": "the bulletin was withdrawn"
    }


# value, low, high and qualifier of "19.3 trillion" when some of its cells are changed
CELLS: list[tuple[dict[str, str], tuple[float, float | None, float | None, str]]] = [
    ({"printed": "about 19.3 trillion"}, (19.3 * T, 19.25 * T, 19.35 * T, "about")),
    ({"printed": "over 19 trillion"}, (19 * T, 19 * T, None, "over")),
    ({"printed": "less than 20 trillion"}, (20 * T, 0, 20 * T, "under")),
    ({"printed": "19.3万亿元"}, (19.3 * T, 19.25 * T, 19.35 * T, "exact")),
    # the hedge may stand outside of what is printed
    ({"printed": "19 trillion", "qualifier": "over"}, (19 * T, 19 * T, None, "over")),
    # one end told better elsewhere, or both
    ({"high": "19300000000000"}, (19.3 * T, 19.25 * T, 19.3 * T, "exact")),
    ({"low": "19.2e12", "high": "19.4e12"}, (19.3 * T, 19.2 * T, 19.4 * T, "exact")),
    ({"value": "19.3e12"}, (19.3 * T, 19.25 * T, 19.35 * T, "exact")),
    # words that no rule reads: value and both ends are given
    (
        {"printed": "a fortune", "value": "19e12", "low": "18e12", "high": "20e12"},
        (19 * T, 18 * T, 20 * T, "exact"),
    ),
    # money printed in full is known to its last digit: half a yuan either way
    (
        {"printed": "19,300,000,000,000 yuan"},
        (19.3 * T, 19.3 * T - 0.5, 19.3 * T + 0.5, "exact"),
    ),
]


@pytest.mark.parametrize(("cells", "expected"), CELLS)
def test_what_the_cells_come_to(
    folder: SmallFolder,
    cells: dict[str, str],
    expected: tuple[float, float | None, float | None, str],
) -> None:
    found = read(folder, "gdp-high-tech-2024-bulletin", **cells)
    assert (found.value, found.low, found.high, found.qualifier) == expected


def test_a_count_printed_in_full_is_itself(folder: SmallFolder) -> None:
    found = read(folder, "zone-count-economic-2024-bulletin", printed="1,232")
    assert (found.value, found.low, found.high) == (1232, 1232, 1232)


def test_growth_below_a_bound_may_be_a_fall(folder: SmallFolder) -> None:
    found = read(folder, "gdp-growth-high-tech-2024-bulletin", printed="under 3%")
    assert (found.value, found.low, found.high) == (3, None, 3)
    fall = read(folder, "gdp-growth-high-tech-2024-bulletin", printed="-3.4%")
    assert (fall.value, fall.low, fall.high) == (-3.4, -3.45, -3.35)


def test_a_first_place_needs_no_digits(folder: SmallFolder) -> None:
    found = read(folder, "zone-count-economic-2024-bulletin", printed="at the top", value="1")
    assert (found.value, found.low, found.high) == (1, 1, 1)


def test_dollars_and_yuan_both_fit_a_metric_in_money(folder: SmallFolder) -> None:
    found = read(folder, "gdp-high-tech-2024-bulletin", printed="US$2.7 trillion", unit="USD")
    assert (found.value, found.unit) == (2.7 * T, "USD")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_spreadsheets_do_to_a_file_does_no_harm(
    folder: SmallFolder, curated: Curated, ending: str, mark: str
) -> None:
    """Windows line ends and a byte order mark, in every file."""
    for path in [*folder.root.rglob("*.csv"), *folder.root.rglob("*.toml")]:
        name = str(path.relative_to(folder.root))
        folder.write(name, mark + folder.read(name).replace("\n", ending))
    again = read_curated(folder.root)
    assert again.registries == curated.registries
    told = [r._replace(note=(r.note or "").replace("\r\n", "\n") or None) for r in again.reports]
    assert tuple(told) == curated.reports


def test_empty_values_are_left_out_of_the_registries(curated: Curated) -> None:
    assert curated.registries["metrics"]["gdp"]["label_zh"] == "地区生产总值"
    assert "label_zh" not in curated.registries["metrics"]["zone_count"]
    assert list(curated.registries["sources"]) == ["bulletin", "paper"]


# -------------------------------------------------------------------- what is really in the table


def test_the_curated_text_has_no_fault() -> None:
    assert read_curated(CURATED).reports


def test_real_reports_of_the_articles() -> None:
    """5.4 trillion in 2012, 15.3 in 2021, 19.3 in 2024: GDP of the high-tech zones."""
    told = {
        (r.source, r.year, r.value)
        for r in read_curated(CURATED).reports
        if (r.metric, r.measure, r.zone_type, r.zone) == ("gdp", "level", "high-tech", "all")
    }
    assert {
        ("flanders-china-2022", 2012, 5.4 * T),
        ("flanders-china-2022", 2021, 15.3 * T),
        ("ics-2025", 2024, 19.3 * T),
    } <= told
