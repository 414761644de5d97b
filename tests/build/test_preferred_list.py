"""data/preferred.csv: for each figure with more than one report, which won and why."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from pathlib import Path

from zonecli.build.preferred_list import HEADER, preferred_list
from zonecli.table.columns import FIGURE_KEY
from zonecli.table.opening import open_table
from zonecli.table.preference import Choice, choose, rule
from zonecli.table.report import FigureKey, Report

DATA = Path(__file__).parents[2] / "data"
REPORT = Report(
    *("gdp-high-tech-2021-bulletin", "gdp", "level", "high-tech", "all", 2021, "year", 12),
    *(15.3e12, 15.25e12, 15.35e12, "CNY", "exact", "15.3 trillion", None, None),
    *("reported", None, True, "bulletin", None),
)
OTHER = REPORT._replace(id="gdp-high-tech-2021-paper", source="paper", preferred=False)


def lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_line_of_the_list() -> None:
    choice = Choice(REPORT, OTHER, "preferred by hand")
    reports = [REPORT, OTHER, REPORT._replace(year=2020)]
    content = preferred_list([choice], reports, {REPORT.id: "a, b"})
    assert content.decode().splitlines() == [
        ",".join(HEADER),
        "gdp,level,high-tech,all,2021,year,12,CNY,gdp-high-tech-2021-bulletin,bulletin,"
        'gdp-high-tech-2021-paper,paper,2,preferred by hand,"a, b"',
    ]


def test_the_order_is_the_tables_and_the_same_each_time() -> None:
    earlier = (REPORT._replace(year=2019), OTHER._replace(year=2019))
    choices = [Choice(REPORT, OTHER, "later publication"), Choice(*earlier, "narrower interval")]
    reports = [REPORT, OTHER, *earlier]
    content = preferred_list(choices, reports, {})
    assert [line["year"] for line in lines(content)] == ["2019", "2021"]
    assert preferred_list(choices[::-1], reports[::-1], {}) == content


def test_a_figure_with_one_report_has_no_line() -> None:
    assert lines(preferred_list([Choice(REPORT, None, "the only report")], [REPORT], {})) == []


def test_the_committed_list_is_that_of_the_committed_table() -> None:
    table = open_table(DATA / "metrics.parquet")
    figures: dict[FigureKey, list[Report]] = defaultdict(list)
    for report in table.reports:
        figures[report.figure].append(report)
    told = lines((DATA / "preferred.csv").read_bytes())
    several = {figure: group for figure, group in figures.items() if len(group) > 1}
    assert len(told) == len(several) > 100
    the_rule = rule(table.registries, table.registries.by_hand)
    for line in told:
        key = tuple(line[name] for name in FIGURE_KEY)
        (group,) = (g for f, g in several.items() if tuple(map(str, f)) == key)
        choice = choose(group, the_rule)
        assert choice.runner_up is not None
        assert [report.id for report in group if report.preferred] == [line["preferred"]]
        assert (line["preferred"], line["next"]) == (choice.winner.id, choice.runner_up.id)
        assert line["preferred_source"] == choice.winner.source
        assert line["next_source"] == choice.runner_up.source
        assert line["decided_by"] == choice.line
        assert line["by_hand"] == table.registries.by_hand.get(choice.winner.id, "")
        assert int(line["reports"]) == len(group)
