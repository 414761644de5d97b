"""Every refusal of the build, each fault once: file, line, what to do; and nothing is written."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from small_folder import HEADER, SmallFolder

from zonecli.build.curated import read_curated
from zonecli.build.text import LEFT_OUT_COLUMNS, REPORT_COLUMNS

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Cells = dict[str, str]

HIGH_TECH = "reports/high-tech.csv"


def test_the_small_folder_is_valid(folder: SmallFolder) -> None:
    """Else the tests below would prove nothing."""
    assert folder.faults() == []
    assert ",".join(REPORT_COLUMNS) == HEADER
    assert folder.read("left-out.csv").startswith(",".join(LEFT_OUT_COLUMNS))


# ------------------------------------------------------------------------- cells of a report


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"id": "GDP_2024"}, "id 'GDP_2024': use lower-case letters, digits and single hyphens"),
        ({"id": "gdp--2024"}, "single hyphens"),
        ({"id": ""}, "id '': use lower-case letters"),
        ({"metric": "gpd"}, "unknown metric 'gpd': add it to metrics.toml or mend the name"),
        ({"zone_type": "hi-tech"}, "unknown zone type 'hi-tech': add it to zone_types.toml"),
        ({"zone": "nowhere"}, "unknown zone 'nowhere': add it to zones.toml"),
        ({"source": "rumour"}, "unknown source 'rumour': add it to sources.toml"),
        ({"source": ""}, "source is empty: give a key of sources.toml"),
        ({"metric": ""}, "metric is empty: give a key of metrics.toml"),
        ({"zone_type": ""}, "zone_type is empty: give a key of zone_types.toml"),
        ({"zone": ""}, "zone is empty: give a key of zones.toml"),
        ({"measure": ""}, "measure is empty: use one of level, share, growth"),
        (
            {"id": "foo"},
            "id 'foo': name metric, zone type or zone, year and source, "
            "as in 'gdp-high-tech-2024-bulletin'",
        ),
        ({"id": "gdp-high-tech-2023-bulletin"}, "as in 'gdp-high-tech-2024-bulletin'"),
        ({"id": "gdp-high-tech-2024-ministry"}, "as in 'gdp-high-tech-2024-bulletin'"),
        ({"series": "torchy"}, "unknown series 'torchy': add it to series.toml or leave it empty"),
        ({"measure": "rate"}, "measure 'rate': use one of level, share, growth"),
        ({"status": "guess"}, "status 'guess': use one of reported, derived"),
        ({"qualifier": "=="}, "qualifier '==': use one of exact, about"),
        ({"year": "20244"}, "year '20244': use a year from 1900 to 2100"),
        ({"year": "1899"}, "year '1899': use a year from"),
        ({"year": ""}, "year '': use a year from"),
        ({"year": "2024.5"}, "year '2024.5': use a year from"),
        ({"period": "ytd", "month": "13"}, "month '13': use 1 to 12"),
        ({"period": "ytd", "month": "0"}, "month '0': use 1 to 12"),
        ({"period": "ytd", "month": ""}, "month '': use 1 to 12"),
        ({"period": "ytd", "month": "Sep"}, "month 'Sep': use 1 to 12"),
        ({"month": "9"}, "a full year ends in month 12: use 12, or the period ytd"),
        ({"period": "point"}, "gdp is a flow: its period is year, ytd or month, not point"),
        ({"unit": "percent"}, "gdp is in CNY, not in 'percent'"),
        ({"unit": "count"}, "gdp is in CNY, not in 'count'"),
        ({"measure": "share"}, "a share is in percent, not in 'CNY'"),
        ({"basis": "real"}, "basis 'real': it belongs to growth and to nothing else: empty it"),
        (
            {"measure": "growth", "basis": "real", "unit": "percent", "printed": "down 8%"},
            "speaks of a fall: give value, low and high, with a minus",
        ),
        ({"printed": "a great deal"}, "no number in 'a great deal': give value, low and high"),
        ({"printed": "at the top", "value": ""}, "give value, low and high"),
        ({"value": "19000000000000"}, "printed '19.3 trillion' reads 1.93e+13, not 1.9e+13"),
        ({"value": "plenty"}, "value 'plenty' is no number"),
        ({"low": "few"}, "low 'few' is no number"),
        ({"high": "inf"}, "high 'inf' is no finite number: leave it empty"),
        ({"value": "nan"}, "value 'nan' is no finite number: leave it empty"),
        ({"low": "19500000000000"}, "does not hold the value 1.93e+13: mend low, high or the"),
        ({"high": "1"}, "does not hold the value 1.93e+13"),
        (
            {"printed": "over 19.3 trillion", "qualifier": "about"},
            "says over, qualifier says about",
        ),
        ({"printed": "perhaps 19.3 trillion"}, "'perhaps' is no hedge that is known: give quali"),
        (
            {"printed": "或许19.3万亿元"},
            "'或许' is no hedge that is known: give qualifier, exact if",
        ),
        ({"printed": "19.3 trillion?"}, "'?' is no hedge that is known: give qualifier, exact if"),
        ({"printed": "not 19.3 trillion"}, "'not' denies it: give value, low and high"),
        (
            {"printed": "expected 19.3 trillion"},
            "printed 'expected 19.3 trillion' is expected, no outcome: set status to forecast",
        ),
        ({"printed": "预计19.3万亿元"}, "is expected, no outcome: set status to forecast"),
        (
            {"printed": "19.3 trillion yuan (2.7 trillion dollars)"},
            "'2.7 trillion dollars' is left over: give value, low and high",
        ),
        ({"printed": "US$19.3 trillion"}, "is in USD, not in CNY"),
        ({"printed": "19.3%"}, "is in percent, not in CNY"),
        ({"derivation": "20 - 1"}, "only a derived figure has a derivation: set status to derived"),
        ({"status": "derived"}, "a derived figure needs its derivation, such as"),
        (
            {"status": "derived", "derivation": "20 trillion - 1 trillion", "value": "19"},
            "the value of a derived figure follows from its derivation: empty it",
        ),
        ({"status": "derived", "derivation": "20 minus 1"}, "derivation: '20 minus 1' is not two"),
        ({"status": "derived", "derivation": "much - 1"}, "derivation: no number in 'much'"),
        ({"status": "derived", "derivation": "5 / 0"}, "derivation: "),
        (
            {"status": "derived", "derivation": "over 5 trillion / 3", "qualifier": "under"},
            "derivation: 'over 5 trillion / 3' has no upper end, which 'under' would give it",
        ),
    ],
    ids=lambda value: (
        " ".join(f"{k}={v}" for k, v in value.items()) if isinstance(value, dict) else "says"
    ),
)
def test_a_faulty_cell(folder: SmallFolder, cells: Cells, says: str) -> None:
    """One fault, one line, where it stands, and what to do."""
    place = folder.cells("gdp-high-tech-2024-bulletin", **cells)
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{place}: ")
    assert says in faults[0]


@pytest.mark.parametrize(
    ("report", "cells", "says"),
    [
        (
            "gdp-growth-high-tech-2024-bulletin",
            {"basis": ""},
            "basis is empty: nominal, real or unstated",
        ),
        (
            "gdp-growth-high-tech-2024-bulletin",
            {"basis": "true"},
            "basis 'true': use one of nominal, real, unstated",
        ),
        (
            "gdp-east-park-2024-paper",
            {"printed": ""},
            "printed is empty: give the number (or the relation)",
        ),
        (
            "gdp-growth-high-tech-2024-bulletin",
            {"unit": "CNY", "printed": "7.6"},
            "a growth is in percent, not in 'CNY'",
        ),
        (
            "gdp-growth-high-tech-2024-bulletin",
            {"printed": "7.6 yuan"},
            "is in CNY, not in percent",
        ),
        (
            "zone-count-economic-2024-bulletin",
            {"period": "year"},
            "zone_count is a stock: its period is point",
        ),
        (
            "zone-count-economic-2024-bulletin",
            {"unit": "persons"},
            "zone_count is in count, not in 'persons'",
        ),
        (
            "gdp-east-park-2024-paper",
            {"zone_type": "economic"},
            "zone east-park is not of type economic: add the",
        ),
        (
            "zone-count-economic-2012-paper",
            {"derivation": ""},
            "a derived figure needs its derivation",
        ),
        (
            "gdp-east-park-2023m09-ytd-bulletin",
            {"period": "soon"},
            "period 'soon': use one of year, ytd, month, point",
        ),
        (
            "gdp-east-park-2023m09-ytd-bulletin",
            {"unit": "dollars"},
            "unit 'dollars': use one of count, persons",
        ),
    ],
)
def test_a_faulty_cell_elsewhere(folder: SmallFolder, report: str, cells: Cells, says: str) -> None:
    place = folder.cells(report, **cells)
    faults = folder.faults()
    assert faults
    assert all(fault.startswith(f"{place}: ") for fault in faults)
    assert any(says in fault for fault in faults)


def test_each_fault_of_a_line_is_said(folder: SmallFolder) -> None:
    """A curator mends a line once, not fault by fault."""
    place = folder.cells(
        "gdp-high-tech-2024-bulletin", metric="gpd", year="24", unit="yen", printed="much"
    )
    faults = folder.faults()
    assert len(faults) == 4
    assert all(fault.startswith(f"{place}: ") for fault in faults)


def test_a_faulty_line_does_not_make_its_source_unused(folder: SmallFolder) -> None:
    """ "Used by no report: take it out" would be bad advice: the line is there, to be mended."""
    folder.change("left-out.csv", "bulletin,60%,a target,\n", "")
    for report in (
        "zone-count-economic-2024",
        "gdp-growth-high-tech-2024",
        "gdp-east-park-2023m09-ytd",
    ):
        folder.cells(f"{report}-bulletin", id=f"{report}-paper", source="paper")
    place = folder.cells("gdp-high-tech-2024-bulletin", year="24")
    assert [fault.split(": ")[0] for fault in folder.faults()] == [place]


def test_a_line_after_a_cell_in_two_lines_keeps_its_number(folder: SmallFolder) -> None:
    """The number is the editor's, also below blank lines and cells that span lines."""
    number = folder.line(HIGH_TECH, "gdp-east-park-2024-paper,")
    place = folder.cells("gdp-east-park-2024-paper", year="24")
    assert place == f"{folder.path(HIGH_TECH)}:{number}"
    assert folder.faults()[0].startswith(f"{place}: ")


@pytest.mark.parametrize(
    ("printed", "qualifier", "low", "high"),
    [
        # 0.1 trillion is the unit of the last digit
        ("<19.3 trillion", "under", 0, 19.3e12),
        (">19.3 trillion", "over", 19.3e12, None),
        ("an estimated 19.3 trillion", "about", 19.25e12, 19.35e12),
        ("估计19.3万亿元", "about", 19.25e12, 19.35e12),
        ("as much as 19.3 trillion", "at-most", 0, 19.3e12),
        ("in the region of 19.3 trillion", "about", 19.25e12, 19.35e12),
        ("just under 19.3 trillion", "nearly", 19.2e12, 19.3e12),
        ("几乎19.3万亿元", "nearly", 19.2e12, 19.3e12),
        ("19.3 trillion of GDP", "exact", 19.25e12, 19.35e12),  # the metric's own name
    ],
)
def test_a_hedge_is_kept(
    folder: SmallFolder, printed: str, qualifier: str, low: float, high: float | None
) -> None:
    folder.cells("gdp-high-tech-2024-bulletin", printed=printed)
    reports = {report.id: report for report in read_curated(folder.root).reports}
    report = reports["gdp-high-tech-2024-bulletin"]
    assert (report.qualifier, report.low, report.high) == (qualifier, low, high)


def test_the_curator_may_say_what_an_unknown_word_means(folder: SmallFolder) -> None:
    folder.cells("gdp-high-tech-2024-bulletin", printed="perhaps 19.3 trillion", qualifier="about")
    assert folder.faults() == []


def test_a_forecast_may_be_expected(folder: SmallFolder) -> None:
    folder.cells("gdp-high-tech-2024-bulletin", printed="expected 19.3 trillion", status="forecast")
    assert folder.faults() == []


def test_a_page_older_than_the_end_of_the_year(folder: SmallFolder) -> None:
    """No outcome then; but a forecast, or a part of the year."""
    folder.change("sources.toml", 'published = "2025-03"', 'published = "2024-12-30"')
    faults = folder.faults()
    assert [fault.split(": ")[0] for fault in faults] == [
        f"{folder.path(HIGH_TECH)}:{folder.line(HIGH_TECH, name)}"
        for name in ("gdp-high-tech-2024-bulletin,", "gdp-growth-high-tech-2024-bulletin,")
    ]
    assert "bulletin is of 2024-12-30, before the period had ended: set status to" in faults[0]
    folder.cells("gdp-high-tech-2024-bulletin", status="forecast")
    folder.cells("gdp-growth-high-tech-2024-bulletin", period="ytd", month="11")
    assert folder.faults() == []


def test_a_rank_may_be_out_before_its_year_is(folder: SmallFolder) -> None:
    """It is that of an edition."""
    folder.change("sources.toml", 'published = "2025"', 'published = "2024-05-30"')
    place = folder.cells("gdp-east-park-2024-paper", unit="rank", printed="3")
    early = f"{place}: paper is of 2024-05-30, before the period had ended"
    assert any(fault.startswith(early) for fault in folder.faults())
    folder.change("metrics.toml", 'unit = "CNY"', 'unit = "rank"')
    assert not any(fault.startswith(place) for fault in folder.faults())


@pytest.mark.parametrize(
    "name",
    [
        "gdp-high-tech-2024-bulletin-table-2",
        "gdp-level-high-tech-all-2024-final-bulletin",
        "gdp-all-2024-bulletin",
    ],
)
def test_an_id_may_say_more(folder: SmallFolder, name: str) -> None:
    folder.cells("gdp-high-tech-2024-bulletin", id=name)
    assert folder.faults() == []


# ------------------------------------------------------------------- reports among each other


def test_a_name_used_twice(folder: SmallFolder) -> None:
    place = folder.cells("gdp-high-tech-2024-paper", id="gdp-high-tech-2024-bulletin")
    first = f"{folder.path(HIGH_TECH)}:{folder.line(HIGH_TECH, 'gdp-high-tech-2024-bulletin,')}"
    assert folder.faults() == [
        f"{place}: id gdp-high-tech-2024-bulletin is taken: never use one twice (see {first})"
    ]


def test_a_name_used_in_two_files(folder: SmallFolder) -> None:
    place = folder.cells("gdp-high-tech-2024-bulletin", id="zone-count-economic-2024-bulletin")
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{place}: id zone-count-economic-2024-bulletin is taken")
    assert "economic.csv:2)" in faults[0]


def test_one_source_telling_a_figure_twice(folder: SmallFolder) -> None:
    place = folder.cells(
        "gdp-high-tech-2024-paper",
        id="gdp-high-tech-2024-bulletin-again",
        source="bulletin",
        printed="19.3 trillion",
    )
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{place}: the same source tells this figure already: take one")


def test_an_operand_without_the_hedge_of_its_source(folder: SmallFolder) -> None:
    """The paper prints "over 19 trillion": a third of it is no upper bound."""
    derived = {"status": "derived", "printed": "less than a third", "qualifier": "under"}
    line = {"source": "paper", "zone": "all", "unit": "CNY", "year": "2014", "period": "year"}
    line["id"] = "gdp-high-tech-2014-paper"
    place = folder.cells(
        "gdp-east-park-2024-paper", **line, **derived, derivation="19 trillion / 3"
    )
    assert folder.faults() == [
        f"{place}: derivation: the source prints 'over 19 trillion' (gdp-high-tech-2024-paper): "
        "keep its hedge, over"
    ]
    folder.cells("gdp-high-tech-2014-paper", derivation="over 19 trillion / 3")
    assert "has no upper end" in folder.faults()[0]
    folder.cells("gdp-high-tech-2014-paper", derivation="over 19 trillion / 3", qualifier="over")
    assert folder.faults() == []
    folder.cells("gdp-high-tech-2014-paper", high="7000000000000")
    assert folder.faults() == [f"{place}: the derivation leaves this side open: empty low and high"]


def test_two_reports_preferred_by_hand(folder: SmallFolder) -> None:
    folder.cells("gdp-high-tech-2024-bulletin", prefer="seen in print")
    place = folder.cells("gdp-high-tech-2024-paper", prefer="corrected later")
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{place}: another report of the figure is preferred by hand: keep")


def test_a_row_that_two_reports_stand_for(folder: SmallFolder) -> None:
    place = folder.cells("gdp-east-park-2023m09-ytd-bulletin", rows="h4 h2")
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{place}: row h2 belongs to ")
    assert "keep it in one" in faults[0]


def test_a_row_of_a_report_that_is_left_out_as_well(folder: SmallFolder) -> None:
    folder.change("left-out.csv", "a target,", "a target,h9 h2")
    number = folder.line(HIGH_TECH, "gdp-high-tech-2024-bulletin,")
    assert folder.faults() == [
        f"{folder.path('left-out.csv')}:2: row h2 belongs to "
        f"{folder.path(HIGH_TECH)}:{number} already: keep it in one"
    ]


def test_a_row_that_is_left_out_twice(folder: SmallFolder) -> None:
    folder.change("left-out.csv", "a target,", "a target,h9")
    folder.change("left-out.csv", "a year of founding,", "a year of founding,h9")
    place = folder.path("left-out.csv")
    assert folder.faults() == [f"{place}:3: row h9 belongs to {place}:2 already: keep it in one"]


def test_a_source_that_nothing_uses(folder: SmallFolder) -> None:
    """It says which line of sources.toml is to go."""
    text = folder.read("sources.toml")
    folder.write("sources.toml", text + text.replace("[paper]", "[idle]").split("\n\n")[1])
    number = folder.line("sources.toml", "[idle]")
    faults = folder.faults()
    assert len(faults) == 1
    assert "idle is used by no report: take it out" in faults[0]
    assert faults[0].startswith(f"{folder.path('sources.toml')}:{number}: ")


# ------------------------------------------------------------------------------- what is left out


def test_left_out_of_an_unknown_source(folder: SmallFolder) -> None:
    folder.change("left-out.csv", "paper,1984", "rumour,1984")
    assert folder.faults() == [
        f"{folder.path('left-out.csv')}:3: unknown source 'rumour': "
        "add it to sources.toml or mend it"
    ]


def test_left_out_without_a_reason(folder: SmallFolder) -> None:
    folder.change("left-out.csv", "a target", "")
    assert folder.faults() == [
        f"{folder.path('left-out.csv')}:2: reason is empty: say why the number is left out"
    ]


# -------------------------------------------------------------------------- the form of the text


def test_another_header(folder: SmallFolder) -> None:
    folder.change(HIGH_TECH, "id,metric", "name,metric")
    assert folder.faults() == [f"{folder.path(HIGH_TECH)}:1: the columns must be {HEADER}"]


def test_an_empty_file(folder: SmallFolder) -> None:
    folder.write(HIGH_TECH, "")
    assert folder.faults() == [f"{folder.path(HIGH_TECH)}:1: the columns must be {HEADER}"]


def test_a_comma_too_many(folder: SmallFolder) -> None:
    """The usual slip: "60,000" without quotation marks."""
    number = folder.line("reports/economic.csv", "zone-count-economic-2024-bulletin")
    folder.change("reports/economic.csv", ",232,", ",2,320,")
    place = f"{folder.path('reports/economic.csv')}:{number}"
    assert folder.faults() == [f"{place}: 23 cells where 22 belong: check commas"]


def test_every_ragged_line_of_every_file(folder: SmallFolder) -> None:
    folder.change(
        "reports/economic.csv",
        "zone-count-economic-2024-bulletin,",
        "zone-count-economic-2024-bulletin,,",
    )
    folder.change(
        "reports/economic.csv",
        "zone-count-economic-2012-paper,",
        "zone-count-economic-2012-paper,,",
    )
    folder.change(
        HIGH_TECH, "gdp-growth-high-tech-2024-bulletin,gdp,", "gdp-growth-high-tech-2024-bulletin,"
    )
    faults = folder.faults()
    assert [fault.split(": ")[1] for fault in faults] == [
        "23 cells where 22 belong",
        "23 cells where 22 belong",
        "21 cells where 22 belong",
    ]


@pytest.mark.parametrize("spoilt", ['"An open quotation mark', '"19.3" trillion'])
def test_not_csv(folder: SmallFolder, spoilt: str) -> None:
    folder.change(HIGH_TECH, "over 19 trillion", spoilt)
    faults = folder.faults()
    assert len(faults) == 1
    assert re.match(rf"{re.escape(str(folder.path(HIGH_TECH)))}:\d+: not CSV: ", faults[0])


@pytest.mark.parametrize("name", ["metrics.toml", "sources.toml", "left-out.csv", HIGH_TECH])
def test_not_utf8(folder: SmallFolder, name: str) -> None:
    """A spreadsheet saved it in GBK."""
    with folder.path(name).open("ab") as file:
        file.write("# 高新区\n".encode("gbk"))
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{folder.path(name)}: not UTF-8: save it as UTF-8")


@pytest.mark.parametrize(
    "name",
    [
        *("dataset.toml", "metrics.toml", "zone_types.toml", "zones.toml", "sources.toml"),
        *("series.toml", "left-out.csv"),
    ],
)
def test_a_file_that_is_missing(folder: SmallFolder, name: str) -> None:
    folder.path(name).unlink()
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{folder.path(name)}: cannot be read: ")


def test_no_reports_at_all(folder: SmallFolder) -> None:
    for path in folder.path("reports").iterdir():
        path.unlink()
    assert folder.faults() == [f"{folder.path('reports')}: no CSV file of reports is there"]


def test_not_toml(folder: SmallFolder) -> None:
    folder.change("metrics.toml", 'label = "GDP"', 'label = "GDP')
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{folder.path('metrics.toml')}: not TOML: ")
    assert "line 4" in faults[0]


def test_an_entry_written_twice(folder: SmallFolder) -> None:
    text = folder.read("series.toml")
    folder.write("series.toml", text + text)
    faults = folder.faults()
    assert len(faults) == 1
    assert "not TOML" in faults[0]


# ------------------------------------------------------------------------------- the registries


@pytest.mark.parametrize(
    ("entry", "old", "new", "says"),
    [
        ("metrics zone_count", "[zone_count]", "[Zone-Count]", "write the id in lower case"),
        ("zones east-park", "[east-park]", "[East_Park]", "write the id in lower case"),
        ("metrics gdp", 'topic = "output"\n', "", "topic is missing: add it"),
        ("metrics gdp", 'definition = "Gross domestic product."\n', "", "definition is missing"),
        ("zone_types high-tech", 'label = "high-tech zones"\n', "", "label is missing: add it"),
        ("zones east-park", 'kind = "zone"\n', "", "kind is missing: add it"),
        ("sources paper", 'publisher = "Paper"\n', "", "publisher is missing: add it"),
        ("series torch", 'publisher = "Torch Center"\n', "", "publisher is missing: add it"),
        ("metrics gdp", "national =", "nationnal =", "no field is called nationnal: take it out"),
        ("sources paper", 'seen = "ex', 'colour = "red"\nseen = "ex', "no field is called colour"),
        ("metrics gdp", 'unit = "CNY"', 'unit = "yuan"', "unit 'yuan' is none of count"),
        ("metrics gdp", 'kind = "flow"', 'kind = "river"', "kind 'river' is none of flow, stock"),
        ("metrics gdp", 'national = "gdp"', 'national = "gnp"', "national names no metric: 'gnp'"),
        ("zones east-park", 'kind = "zone"', 'kind = "park"', "kind 'park' is none of zone"),
        ("zones east-park", 'types = ["high-tech"]', 'types = ["high-tech", "hot"]', "'hot'"),
        ("zones east-park", "{ high-tech =", "{ hot =", "no zone type is called 'hot'"),
        ("zones east-park", '"1991-03"', '"March 1991"', "designated must be YYYY or YYYY-MM"),
        ("zones east-park", '"1991-03"', '"1991-13"', "designated must be YYYY or YYYY-MM"),
        ("sources paper", 'kind = "press"', 'kind = "blog"', "kind 'blog' is none of official"),
        ("sources paper", 'seen = "excerpt"', 'seen = "half"', "seen 'half' is none of full"),
        (
            "sources paper",
            'kind = "press"',
            'kind = "press"\noriginal = "ministry"',
            "original belongs to a mirror that names what it copies",
        ),
        ("sources paper", '"https://example.org/a', '"example.org/a', "url must begin with http"),
        ("sources paper", '"2025"', '"May 2025"', "published must be YYYY, YYYY-MM or YYYY-MM-DD"),
        ("sources paper", '"2025"', '"2025-02-32"', "published must be YYYY"),
        ("sources paper", 'language = "en"', 'language = "English"', "language must be a two-let"),
    ],
)
def test_a_faulty_entry(folder: SmallFolder, entry: str, old: str, new: str, says: str) -> None:
    name, _, key = entry.partition(" ")
    file = f"{name}.toml"
    number = folder.line(file, f"[{key}]")
    folder.change(file, old, new)
    faults = [fault for fault in folder.faults() if says in fault]
    assert len(faults) == 1
    assert faults[0].startswith(f"{folder.path(file)}:{number}: ")


@pytest.mark.parametrize(
    ("entry", "old", "new"),
    [
        # without quotation marks TOML makes a number or a date of them
        ("sources paper", 'published = "2025"', "published = 2025"),
        ("sources paper", 'published = "2025"', "published = 2025-07-16"),
        ("sources paper", 'url = "https://example.org/article"', "url = 5"),
        ("sources paper", 'language = "en"', "language = 7"),
        ("sources paper", 'title = "Article"', "title = 2025-07-16"),
        ("zones east-park", '"1991-03"', "1991"),
        ("zones east-park", 'designated = { high-tech = "1991-03" }', 'designated = "1991"'),
        ("zones east-park", 'types = ["high-tech"]', 'types = "high-tech"'),
        ("zones east-park", 'aliases = ["EP"]', 'aliases = "EP"'),
        ("zones east-park", 'aliases = ["EP"]', "aliases = [5]"),
        ("metrics gdp", 'aliases = ["gross domestic product"]', "aliases = 5"),
        ("metrics gdp", 'label = "GDP"', "label = true"),
        ("metrics gdp", 'unit = "CNY"', "unit = ['CNY']"),
        ("series torch", 'name = "Torch statistics"', "name = 5"),
    ],
)
def test_a_value_of_the_wrong_type(folder: SmallFolder, entry: str, old: str, new: str) -> None:
    """A fault with its line, never a traceback, and never a table that takes "EP" for E and P."""
    name, _, key = entry.partition(" ")
    file = f"{name}.toml"
    number = folder.line(file, f"[{key}]")
    folder.change(file, old, new)
    faults = folder.faults()
    assert faults
    assert faults[0].startswith(f"{folder.path(file)}:{number}: ")


def test_a_value_outside_any_entry(folder: SmallFolder) -> None:
    folder.change("series.toml", "[torch]", 'version = "2"\n[torch]')
    number = folder.line("series.toml", "version")
    assert folder.faults() == [
        f"{folder.path('series.toml')}:{number}: version is no entry: "
        "give it a heading, [version], or move it below one"
    ]


@pytest.mark.parametrize(
    ("entry", "old", "new", "says"),
    [
        ("metrics gdp", 'label = "GDP"', 'label = ""', "label is empty: fill it in"),
        (
            "metrics gdp",
            "national =",
            'share_break = { high-tech = "2017" }\nnational =',
            "numbers",
        ),
        ("metrics gdp", "national =", "share_break = { hot = 2017 }\nnational =", "'hot'"),
        ("series torch", "publisher =", "precedence = true\npublisher =", "a whole number"),
        ("sources paper", 'published = "2025"', "published = 2025", "text in quotation marks"),
    ],
)
def test_what_to_do_about_a_value(
    folder: SmallFolder, entry: str, old: str, new: str, says: str
) -> None:
    name, _, key = entry.partition(" ")
    number = folder.line(f"{name}.toml", f"[{key}]")
    text = folder.read(f"{name}.toml")
    at = text.index(old, text.index(f"[{key}]"))
    folder.write(f"{name}.toml", text[:at] + new + text[at + len(old) :])
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{folder.path(f'{name}.toml')}:{number}: {key}: ")
    assert says in faults[0]


def test_an_undated_source(folder: SmallFolder) -> None:
    folder.change("sources.toml", 'published = "2025"', 'published = ""')
    assert folder.faults() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('date = "2025-01-01"', "date = 2025-01-01"),
        ('version = "1"', "version = 1"),
        ('version = "1"', 'version = "1"\ncolour = "red"'),
        ('version = "1"\n', ""),
    ],
)
def test_a_faulty_dataset(folder: SmallFolder, old: str, new: str) -> None:
    """What people cite must be there, and as text."""
    folder.change("dataset.toml", old, new)
    faults = folder.faults()
    assert faults
    assert str(folder.path("dataset.toml")) in faults[0]


@pytest.mark.parametrize(
    ("name", "old", "new", "second"),
    [
        ("metrics", 'topic = "zones"', 'topic = "zones"\naliases = ["G.D.P."]', "zone_count"),
        ("metrics", 'label = "Number of zones"', 'label = "地区生产总值"', "zone_count"),
        ("zone_types", 'label = "economic zones"', 'label = "Hi-Tech"', "economic"),
        ("zones", 'aliases = ["EP"]', 'aliases = ["All Zones"]', "east-park"),
    ],
)
def test_a_name_that_two_entries_answer_to(
    folder: SmallFolder, name: str, old: str, new: str, second: str
) -> None:
    """A user who types it could mean either, whatever its case and punctuation."""
    file = f"{name}.toml"
    number = folder.line(file, f"[{second}]")
    folder.change(file, old, new)
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{folder.path(file)}:{number}: {second}: ")
    assert "answers to" in faults[0]
    assert "give the name to one of them" in faults[0]


# ------------------------------------------------------------------------------ explanations

EXPLAINED = """\
# why figures that should agree do not

[[conflict]]
metric = "gdp"
zone_type = "high-tech"
year = 2024
explanation = "The paper rounds."
"""


def test_an_explanation_is_kept(folder: SmallFolder) -> None:
    folder.write("conflicts.toml", EXPLAINED)
    assert folder.faults() == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('explanation = "The paper rounds."\n', "", "explanation is missing: add it"),
        ("year = 2024\n", "", "year is missing: add it"),
        ("year = 2024", 'year = 2024\ncolour = "red"', "no field is called colour: take it out"),
        ('"gdp"', '"gpd"', "metric 'gpd' is not in metrics.toml"),
        ('"high-tech"', '"hot"', "zone_type 'hot' is not in zone_types.toml"),
        ("year = 2024", 'year = 2024\nzone = "nowhere"', "zone 'nowhere' is not in zones.toml"),
    ],
)
def test_a_faulty_explanation(folder: SmallFolder, old: str, new: str, says: str) -> None:
    """With the line where its [[conflict]] begins: there are dozens."""
    folder.write("conflicts.toml", EXPLAINED.replace(old, new))
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{folder.path('conflicts.toml')}:3: ")
    assert says in faults[0]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("year = 2024", 'year = "2024"', "year must be a whole number"),
        ("year = 2024", "year = 2024\nmonth = 13", "month 13: use 1 to 12"),
        ("year = 2024", 'year = 2024\nmeasure = "rate"', "measure 'rate' is none of level"),
    ],
)
def test_a_faulty_value_of_a_later_explanation(
    folder: SmallFolder, old: str, new: str, says: str
) -> None:
    """Its own line, not that of the first."""
    folder.write("conflicts.toml", EXPLAINED + EXPLAINED.replace(old, new))
    faults = folder.faults()
    assert len(faults) == 1
    assert faults[0].startswith(f"{folder.path('conflicts.toml')}:10: ")
    assert says in faults[0]


@pytest.mark.parametrize("heading", ["[conflict]", "[[conflicts]]", "[[conflict.gdp]]"])
def test_another_heading_than_that_of_an_explanation(folder: SmallFolder, heading: str) -> None:
    folder.write("conflicts.toml", EXPLAINED.replace("[[conflict]]", heading))
    faults = folder.faults()
    assert len(faults) == 1
    assert "is no explanation: write each below [[conflict]]" in faults[0]


# ------------------------------------------------------------------------ several faults at once


def test_faults_of_all_files_are_reported_together(folder: SmallFolder) -> None:
    places = [
        folder.cells("zone-count-economic-2024-bulletin", year="24"),
        folder.cells("gdp-high-tech-2024-bulletin", unit="yen"),
        folder.cells("gdp-east-park-2023m09-ytd-bulletin", rows="e1"),
        f"{folder.path('left-out.csv')}:2",
    ]
    folder.change("left-out.csv", "a target", "")
    said = {fault.split(": ")[0] for fault in folder.faults()}
    assert said == set(places)


def test_faults_of_all_registries_are_reported_together(folder: SmallFolder) -> None:
    folder.change("metrics.toml", 'unit = "CNY"', 'unit = "yuan"')
    folder.change("zones.toml", 'kind = "zone"', 'kind = "park"')
    folder.change("sources.toml", 'seen = "excerpt"', 'seen = "half"')
    faults = folder.faults()
    assert len(faults) == 3
    assert {Path(fault.split(":")[0]).name for fault in faults} == {
        "metrics.toml",
        "zones.toml",
        "sources.toml",
    }


def test_every_fault_is_one_line_with_a_place(folder: SmallFolder) -> None:
    folder.cells(
        "gdp-high-tech-2024-bulletin", id="A\nB", metric="x", printed="much\nmore", note="x\ny"
    )
    for fault in folder.faults():
        assert "\n" not in fault
        assert re.match(r".+\.(csv|toml):\d+: ", fault)


# --------------------------------------------------------------------------- nothing is written


def test_the_script_says_the_faults_and_writes_nothing(
    folder: SmallFolder, run_script: Run, tmp_path: Path
) -> None:
    first = folder.cells("zone-count-economic-2024-bulletin", metric="zone_cuont")
    second = folder.cells("gdp-high-tech-2024-bulletin", month="9")
    output = tmp_path / "metrics.parquet"
    done = run_script(folder.root, output)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        f"{first}: unknown metric 'zone_cuont': add it to metrics.toml or mend the name",
        f"{second}: a full year ends in month 12: use 12, or the period ytd",
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["curated"]


def test_an_existing_table_stays_as_it_was(
    folder: SmallFolder, run_script: Run, tmp_path: Path
) -> None:
    output = tmp_path / "metrics.parquet"
    output.write_bytes(b"the table of yesterday")
    before = output.stat()
    folder.change("sources.toml", 'kind = "press"', 'kind = "blog"')
    done = run_script(folder.root, output)
    assert done.returncode == 1
    assert "kind 'blog'" in done.stderr
    assert "Traceback" not in done.stderr
    assert output.read_bytes() == b"the table of yesterday"
    assert output.stat().st_mtime_ns == before.st_mtime_ns
    assert sorted(path.name for path in tmp_path.iterdir()) == ["curated", "metrics.parquet"]


def test_a_folder_that_is_not_there(run_script: Run, tmp_path: Path) -> None:
    done = run_script(tmp_path / "nowhere", tmp_path / "metrics.parquet")
    assert done.returncode == 1
    assert "cannot be read" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written(
    folder: SmallFolder, run_script: Run, tmp_path: Path
) -> None:
    done = run_script(folder.root, tmp_path / "no" / "such" / "metrics.parquet")
    assert done.returncode == 1
    assert done.stderr.startswith("Cannot write ")
    assert len(done.stderr.splitlines()) == 1


def test_the_same_faults_in_the_same_order(
    folder: SmallFolder, run_script: Run, tmp_path: Path
) -> None:
    """Two runs can be compared line by line."""
    folder.change("metrics.toml", "national =", "nationnal =")
    folder.change("metrics.toml", "topic =", 'colour = "red"\nshape = "round"\ntopic =')
    folder.change(
        "metrics.toml", 'topic = "zones"', 'topic = "zones"\naliases = ["GDP", "地区生产总值"]'
    )
    said = {run_script(folder.root, tmp_path / "x", seed).stderr for seed in "0123"}
    assert len(said) == 1
    assert len(said.pop().splitlines()) == 5
