"""What a chart shows: gaps, breaks, bounds, marks, names, sources."""

from __future__ import annotations

from typing import Any

import pytest
from answer_tables import REGISTRIES, report, table

from zonecli.answers.chart import (
    BAR,
    BREAK,
    COMPUTED,
    DERIVED,
    DISPUTED,
    FORECAST,
    LINE,
    LOOSE,
    OVER,
    PAIR,
    PART,
    RANGE,
    SAME,
    SHORTENED,
    UNDER,
    WITHIN,
    Chart,
    Line,
    Point,
)
from zonecli.answers.choosing import scope_of
from zonecli.answers.compare import CompareRequest
from zonecli.answers.computations import computations
from zonecli.answers.plot import MOST_LINES, PlotRequest, plot
from zonecli.answers.plot_compare import plot_comparison
from zonecli.answers.show import ShowRequest
from zonecli.errors import UsageError
from zonecli.table.registries import Zone
from zonecli.table.report import Report
from zonecli.table.table import Table

TORCH: dict[str, Any] = {"series": "torch", "source": "office"}


def drawn(
    *reports: Report, metrics: tuple[str, ...] = ("gdp",), kind: str | None = None, **more: Any
) -> Chart:
    """The chart of a table of these reports."""
    return drawn_from(table(*reports), metrics, kind, **more)


def drawn_from(
    source: Table, metrics: tuple[str, ...] = ("gdp",), kind: str | None = None, **more: Any
) -> Chart:
    words = {
        name: more.pop(name) for name in ("types", "zones", "measures", "period") & more.keys()
    }
    request = ShowRequest(scope_of(source.registries, metrics, **words), **more)
    return plot(source, PlotRequest(request, kind))


def the_line(chart: Chart) -> Line:
    ((line,),) = (panel.lines for panel in chart.panels)
    return line


def the_point(chart: Chart) -> Point:
    (point,) = the_line(chart).points
    return point


def strokes(chart: Chart) -> list[tuple[str, str, str]]:
    """Each stroke as the times at its ends, and its kind."""
    line = the_line(chart)
    return [(line.points[s.start].when, line.points[s.end].when, s.kind) for s in line.strokes]


def legend(chart: Chart) -> set[str]:
    return {mark for mark, _ in chart.legend}


def test_years_that_follow_each_other_in_one_series_are_joined() -> None:
    amounts = {2019: "8.10 trillion", 2020: "9.10 trillion", 2021: "9.90 trillion"}
    chart = drawn(*(report(amount, year=year, **TORCH) for year, amount in amounts.items()))
    assert strokes(chart) == [("2019", "2020", SAME), ("2020", "2021", SAME)]
    assert legend(chart) == set()


def test_a_year_without_a_figure_stays_open() -> None:
    chart = drawn(*(report("1.0 trillion", year=year, **TORCH) for year in (2018, 2019, 2021)))
    assert strokes(chart) == [("2018", "2019", SAME)]


def test_another_series_breaks_the_line_even_over_a_gap() -> None:
    chart = drawn(
        report("1.0 trillion", year=2018, **TORCH),
        report("1.1 trillion", year=2019, series="other"),
        report("1.2 trillion", year=2021, **TORCH),
    )
    assert strokes(chart) == [("2018", "2019", BREAK), ("2019", "2021", BREAK)]
    assert BREAK in legend(chart)


def test_figures_of_no_series_are_joined_loosely_unless_of_one_source() -> None:
    chart = drawn(
        report("1.0 trillion", year=2019),
        report("1.1 trillion", year=2020),
        report("1.2 trillion", year=2021, source="blog"),
    )
    assert strokes(chart) == [("2019", "2020", SAME), ("2020", "2021", LOOSE)]
    assert LOOSE in legend(chart)


def test_another_scope_of_the_metric_breaks_the_line() -> None:
    """As the registry says: from that year on it is not the national metric any more."""
    metric = REGISTRIES.metrics["gdp"]._replace(share_break={"high-tech": 2021})
    source = table(*(report("1.0 trillion", year=year, **TORCH) for year in (2019, 2020, 2021)))
    source.registries = REGISTRIES._replace(metrics={"gdp": metric})
    assert strokes(drawn_from(source)) == [("2019", "2020", SAME), ("2020", "2021", BREAK)]


def test_growth_on_another_basis_is_no_line() -> None:
    chart = drawn(
        report("7%", year=2020, measure="growth", basis="real", **TORCH),
        report("8%", year=2021, measure="growth", basis="nominal", **TORCH),
        measures=["growth"],
    )
    assert strokes(chart) == [("2020", "2021", BREAK)]


@pytest.mark.parametrize(
    ("printed", "mark"), [("over 60,000", OVER), ("under 20,000", UNDER), ("at least 7", OVER)]
)
def test_a_bound_is_marked_as_one(printed: str, mark: str) -> None:
    point = the_point(drawn(report(printed, "firms"), metrics=("firms",)))
    assert point.marks == (mark,)
    assert point.text == printed
    assert legend(drawn(report(printed, "firms"), metrics=("firms",))) == {mark}


def test_what_the_digits_allow_is_shown_where_it_is_seen() -> None:
    """15.3 trillion is a point on an axis up to 20; 11 trillion, a trillion wide, is not."""
    assert RANGE not in legend(drawn(report("15.3 trillion")))
    chart = drawn(report("15.3 trillion", year=2021), report("11 trillion", year=2020))
    assert RANGE in legend(chart)
    (panel,) = chart.panels
    assert [panel.is_wide(point) for point in panel.points] == [True, False]
    assert next((p.low, p.high) for p in panel.points) == (10.5e12, 11.5e12)


@pytest.mark.parametrize(("status", "mark"), [("derived", DERIVED), ("forecast", FORECAST)])
def test_what_is_no_printed_outcome_is_marked(status: str, mark: str) -> None:
    chart = drawn(report("15.3 trillion", status=status))
    assert the_point(chart).marks == (mark,)
    assert legend(chart) == {mark}


def test_a_disputed_figure_is_marked() -> None:
    """Two sources whose figures do not overlap: the preferred one is drawn, with its mark."""
    chart = drawn(
        report("10.0 trillion"), report("12.0 trillion", source="office", preferred=False)
    )
    assert the_point(chart).marks == (DISPUTED,)
    assert any("Sources disagree" in note for note in chart.table.notes)


def test_a_part_of_a_year_is_no_point_of_the_line_of_years() -> None:
    chart = drawn(
        report("10.0 trillion", year=2020, **TORCH),
        report("8.0 trillion", year=2021, period="ytd", month=9, **TORCH),
        report("11.0 trillion", year=2021, **TORCH),
        report("9.0 trillion", year=2022, period="ytd", month=9, **TORCH),
        report("4.0 trillion", year=2022, period="ytd", month=6, **TORCH),
        period="any",
    )
    nine = ("2021 Jan–Sep", "2022 Jan–Sep", SAME)
    assert sorted(strokes(chart)) == [("2020", "2021", SAME), nine]
    marked = [point.when for point in the_line(chart).points if PART in point.marks]
    assert marked == ["2021 Jan–Sep", "2022 Jan–Jun", "2022 Jan–Sep"]
    assert PART in legend(chart)


def test_a_part_of_a_year_stands_nearest_to_its_own_year() -> None:
    for month in range(1, 12):
        chart = drawn(report("8.0 trillion", period="ytd", month=month), period="ytd")
        assert 2020.5 < the_point(chart).at < 2021


def test_a_count_within_the_year_says_so() -> None:
    chart = drawn(
        report("169", "zone_count", year=2021),
        report("173", "zone_count", year=2022, month=9),
        metrics=("zone_count",),
    )
    assert [point.when for point in the_line(chart).points] == ["2021", "2022 Sep"]
    assert WITHIN in legend(chart)


def test_metrics_and_units_get_a_panel_each() -> None:
    """Never two axes in one."""
    chart = drawn(
        report("10.0 trillion"),
        report("39.2 billion", "exports", unit="USD"),
        report("169", "zone_count"),
        metrics=("gdp", "exports", "zone_count"),
    )
    assert [(p.title, p.unit) for p in chart.panels] == [
        ("GDP", "trillion CNY"),
        ("Exports", "billion USD"),
        ("Number of zones", ""),
    ]
    assert chart.title == "GDP, Exports and Number of zones"
    assert chart.subtitle == "high-tech zones · current prices"


def test_lines_are_named_by_what_tells_them_apart() -> None:
    one = report("10.0 trillion")
    other = report("9.0 trillion", zone_type="economic")
    single = report("1.0 trillion", zone_type="economic", zone="suzhou")
    assert [line.name for line in drawn(one).panels[0].lines] == [""]
    assert [line.name for line in drawn(one, other).panels[0].lines] == ["High-tech", "Economic"]
    both = drawn(other, single, types=["economic"], zones=["all", "suzhou"])
    assert [line.name for line in both.panels[0].lines] == ["all", "Suzhou Park"]


def test_a_panel_has_no_more_lines_than_there_are_colours() -> None:
    zones = {f"z{n}": Zone(f"z{n}", f"Zone {n}", types=("economic",)) for n in range(9)}
    found = [
        report(f"{n + 1}.0 trillion", zone_type="economic", zone=z) for n, z in enumerate(zones)
    ]
    source = table(*found)
    source.registries = REGISTRIES._replace(zones={**REGISTRIES.zones, **zones})
    chart = drawn_from(source, zones=list(zones))
    assert [len(panel.lines) for panel in chart.panels] == [MOST_LINES, 2]


def test_ranks_stand_upside_down_and_are_no_bars() -> None:
    found = (report("3", "rank", zone="suzhou"), report("1", "rank", zone="suzhou", year=2022))
    chart = drawn(*found, metrics=("rank",), zones=["suzhou"], kind=BAR)
    assert chart.panels[0].kind == LINE
    assert chart.panels[0].axis.upside_down


def test_growth_of_one_line_and_what_is_known_of_one_year_are_bars() -> None:
    growth = [report("7%", year=year, measure="growth", **TORCH) for year in (2020, 2021)]
    assert drawn(*growth, measures=["growth"]).panels[0].kind == BAR
    assert drawn(report("1.0 trillion")).panels[0].kind == BAR
    levels = [report("1.0 trillion", year=year, **TORCH) for year in (2020, 2021)]
    assert drawn(*levels).panels[0].kind == LINE
    assert drawn(*levels, kind=BAR).panels[0].kind == BAR


def test_an_axis_that_does_not_begin_at_zero_is_said_to() -> None:
    found = [report(f"{value}", "firms", year=year) for year, value in ((2020, 98), (2021, 100))]
    chart = drawn(*found, metrics=("firms",))
    assert legend(chart) == {SHORTENED}
    assert legend(drawn(*found, metrics=("firms",), kind=BAR)) == set()


def test_what_is_computed_takes_the_place_of_the_levels() -> None:
    """10 and 11 trillion with 2020 as 100: 110; it and its operands' sources are named."""
    found = (report("10.00 trillion", year=2020, **TORCH), report("11.00 trillion", **TORCH))
    wanted = computations(REGISTRIES, index_year=2020)
    chart = drawn(*found, computations=wanted)
    assert [(p.when, round(p.value, 6)) for p in the_line(chart).points] == [
        ("2020", 100.0),
        ("2021", 110.0),
    ]
    assert all(COMPUTED in point.marks for point in the_line(chart).points)
    assert chart.title == "GDP: 2020 = 100"
    assert "prices" not in chart.subtitle
    assert "The Office" in chart.source


def test_a_computed_bound_is_one() -> None:
    """Over 11 trillion against 10: at least +10%."""
    found = (report("10 trillion", year=2020, **TORCH), report("over 11 trillion", **TORCH))
    point = the_point(drawn(*found, computations=computations(REGISTRIES, with_growth=True)))
    assert OVER in point.marks
    assert point.high is None
    assert point.value == point.low


def test_the_source_line_names_publishers_years_and_the_record() -> None:
    chart = drawn(
        report("1.0 trillion", year=2020, source="office"),
        report("1.1 trillion", year=2021, source="paper"),
    )
    assert chart.source.startswith("Source: The Office; The Paper (2022–2023). ")
    assert REGISTRIES.dataset.name in chart.source


def test_nothing_known_is_no_panel_and_a_note() -> None:
    chart = drawn(report("1.0 trillion"), metrics=("exports",))
    assert chart.panels == ()
    assert any(note.startswith("No figure for Exports") for note in chart.table.notes)


def test_every_report_is_for_tables() -> None:
    with pytest.raises(UsageError, match="--reports"):
        drawn(report("1.0 trillion"), every_report=True)


def compared(*reports: Report, metrics: tuple[str, ...] = ("gdp",), **words: Any) -> Chart:
    request = CompareRequest(2012, 2021, scope_of(REGISTRIES, metrics, **words))
    return plot_comparison(table(*reports), request)


def test_two_years_are_a_pair_with_the_change_between_them() -> None:
    """From 5.4 to 15.3 trillion: +183%, 15.25/5.45 to 15.35/5.35: 179.8 to 186.9."""
    chart = compared(report("5.4 trillion", year=2012, **TORCH), report("15.3 trillion", **TORCH))
    (panel,) = chart.panels
    (line,) = panel.lines
    assert panel.kind == PAIR
    assert panel.axis.low == 0
    assert [point.text for point in line.points] == ["5.4 trillion", "15.3 trillion"]
    assert line.change == "+183% (179 to 187)"
    assert [stroke.kind for stroke in line.strokes] == [SAME]
    assert chart.years == (2012, 2021)


def test_hedges_and_doubts_of_a_pair_are_marked_and_noted() -> None:
    chart = compared(
        report("under 20,000", "firms", year=2012, status="derived"),
        report("115,000", "firms", source="blog"),
        metrics=("firms",),
    )
    (line,) = chart.panels[0].lines
    assert line.points[0].marks == (UNDER, DERIVED)
    assert line.change.startswith("at least +475")
    assert [stroke.kind for stroke in line.strokes] == [LOOSE]
    assert any("no common series" in note for note in chart.table.notes)


def test_a_pair_shows_the_level_where_there_is_one() -> None:
    found = [
        *(report("5.4 trillion", year=2012), report("15.3 trillion")),
        *(report("10.1%", year=2012, measure="share"), report("13.4%", measure="share")),
    ]
    assert [panel.title for panel in compared(*found).panels] == ["GDP"]
    shares = compared(*found, measures=["share"])
    assert [panel.title for panel in shares.panels] == ["GDP, share of China's total"]
