"""The rule that prefers one report of a figure: each line decides in its turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import permutations
from typing import Any

import pytest

from zonecli.build.curated import prefer
from zonecli.table.opening import open_table
from zonecli.table.preference import Choice, choose, rule
from zonecli.table.registries import Registries
from zonecli.table.report import Report

Make = Callable[..., Report]
T = 1e12

# Sources by what the rule looks at: kind, published, seen.
SOURCES: dict[str, dict[str, str]] = {
    "yearbook": {"kind": "official-statistic"},
    "ministry": {"kind": "ministry"},
    "agency": {"kind": "state-media"},
    "paper": {"kind": "press"},
    "handbook": {"kind": "reference"},
    "mirror": {"kind": "mirror"},
    "copied-yearbook": {"kind": "mirror", "original": "official-statistic"},
    "copied-undated": {"kind": "mirror", "original": "official-statistic", "published": ""},
    "undated-yearbook": {"kind": "official-statistic", "published": ""},
    "undated-ministry": {"kind": "ministry", "published": ""},
    "paper-excerpt": {"kind": "press", "seen": "excerpt"},
    "paper-2022": {"kind": "press", "published": "2022"},
    "paper-2023-02": {"kind": "press", "published": "2023-02"},
    "paper-2023-02-28": {"kind": "press", "published": "2023-02-28"},
    "paper-2023-03-01": {"kind": "press", "published": "2023-03-01"},
    "paper-2023-10": {"kind": "press", "published": "2023-10"},
    "yearbook-2021": {"kind": "official-statistic", "published": "2021"},
}
REGISTRIES = Registries.from_dict(
    {
        "sources": {
            key: {"title": key, "published": "2023", "seen": "full", **values}
            for key, values in SOURCES.items()
        },
        "series": {
            "bulletin": {"name": "annual bulletin", "precedence": 1},
            "evaluation": {"name": "evaluation", "precedence": 2},
        },
    }
)
NARROW, WIDE = {"low": 15.29 * T, "high": 15.31 * T}, {"low": 15 * T, "high": 15.5 * T}


def decide(
    better: Mapping[str, Any],
    worse: Mapping[str, Any],
    make: Make,
    by_hand: Mapping[str, str] | None = None,
) -> Choice:
    """Chooses between two reports, in either order; the winner must not depend on it."""
    lines = rule(REGISTRIES, by_hand or {})
    # the last line, the name, speaks for the worse one: it cannot be what decides
    reports = [make(**{"id": "b", **better}), make(**{"id": "a", **worse})]
    first, second = choose(reports, lines), choose(reports[::-1], lines)
    assert first == second
    assert first.runner_up is not None
    return first


BY_VOICE = "official statistic, then a ministry's own words"
PAPER = {"source": "paper"}
DIFFERENCES: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("printed by a source over derived", PAPER, PAPER | {"status": "derived"}),
    ("outcome over forecast", PAPER, PAPER | {"status": "forecast"}),
    (
        "the body's main series over its others",
        PAPER | {"series": "bulletin"},
        PAPER | {"series": "evaluation"},
    ),
    ("the body's main series over its others", PAPER, PAPER | {"series": "evaluation"}),
    (BY_VOICE, {"source": "yearbook"}, {"source": "ministry"}),
    (BY_VOICE, {"source": "ministry"}, {"source": "agency"}),
    (BY_VOICE, {"source": "agency"}, PAPER),
    (BY_VOICE, {"source": "agency"}, {"source": "handbook"}),
    (BY_VOICE, PAPER, {"source": "mirror"}),
    (BY_VOICE, {"source": "handbook"}, {"source": "mirror"}),
    # a copy of a whole table counts as what it copies, and yields to nothing but the table
    (BY_VOICE, {"source": "copied-yearbook"}, {"source": "ministry"}),
    (BY_VOICE, PAPER, {"source": "copied-undated"}),
    ("a table itself over a copy of it", {"source": "yearbook"}, {"source": "copied-yearbook"}),
    (BY_VOICE, PAPER, {"source": "undated-yearbook"}),
    (BY_VOICE, PAPER, {"source": "undated-ministry"}),
    (
        "national totals are revised: the later vintage",
        {"source": "paper-2023-10", "zone_type": "national"},
        {"source": "paper-2022", "zone_type": "national"},
    ),
    ("seen in full over seen in excerpt", PAPER, {"source": "paper-excerpt"}),
    ("narrower interval", PAPER | NARROW, PAPER | WIDE),
    ("narrower interval", PAPER | NARROW, PAPER | {"low": 15.3 * T, "high": None}),
    ("narrower interval", PAPER | WIDE, PAPER | {"low": None, "high": 15.3 * T}),
    ("later publication", PAPER, {"source": "paper-2022"}),
    ("later publication", {"source": "paper-2023-02"}, {"source": "paper-2022"}),
    ("later publication", {"source": "paper-2023-10"}, {"source": "paper-2023-02"}),
    ("later publication", {"source": "paper-2023-03-01"}, {"source": "paper-2023-02-28"}),
    ("later publication", {"source": "paper-2023-02-28"}, {"source": "paper-2023-02"}),
]


@pytest.mark.parametrize(("line", "better", "worse"), DIFFERENCES)
def test_each_line_decides(
    line: str, better: dict[str, Any], worse: dict[str, Any], make_report: Make
) -> None:
    """Two reports that differ only there, and the line that `explain` will print."""
    choice = decide(better, worse, make_report)
    assert choice.winner.id == "b"
    assert choice.line.startswith(line)


def test_by_hand_wins_over_everything(make_report: Make) -> None:
    """A person's choice, with its recorded reason, stands above every line."""
    worst = {"source": "mirror", "status": "forecast", "series": "evaluation"} | WIDE
    best = {"source": "yearbook", "series": "bulletin"} | NARROW
    choice = decide(worst, best, make_report, by_hand={"b": "the yearbook has a misprint"})
    assert choice.winner.id == "b"
    assert choice.line == "preferred by hand"


def test_the_name_decides_last(make_report: Make) -> None:
    """Two reports without any difference: always the same one, whatever order they come in."""
    choice = decide(PAPER, PAPER, make_report)
    assert choice.winner.id == "a"
    assert choice.line.startswith("the name of the report")


# In the order of the rule; each difference must outweigh all that come after it together.
ORDER: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("printed by a source over derived", {}, {"status": "derived"}),
    ("the body's main series over its others", {}, {"series": "evaluation"}),
    (BY_VOICE, {"source": "ministry"}, {"source": "paper"}),
    ("narrower interval", NARROW, WIDE),
]


@pytest.mark.parametrize("index", range(len(ORDER)))
def test_an_earlier_line_outweighs_the_later_ones(index: int, make_report: Make) -> None:
    better: dict[str, Any] = dict(PAPER)
    worse: dict[str, Any] = dict(PAPER)
    for position, (_, good, bad) in enumerate(ORDER):
        if position == index:
            better, worse = better | good, worse | bad
        elif position > index:
            better, worse = better | bad, worse | good
    choice = decide(better, worse, make_report)
    assert choice.winner.id == "b"
    assert choice.line.startswith(ORDER[index][0])


@pytest.mark.parametrize(
    ("line", "better", "worse"),
    [
        ("outcome over forecast", PAPER, {"status": "forecast", "source": "yearbook"} | NARROW),
        (BY_VOICE, {"source": "yearbook-2021"} | WIDE, {"source": "ministry"} | NARROW),
        ("seen in full over", {"source": "paper-2022"} | WIDE, {"source": "paper-excerpt"}),
        ("narrower interval", {"source": "paper-2022"} | NARROW, {"source": "paper-2023-10"}),
        (
            "national totals are revised",
            {"source": "paper-2023-10", "zone_type": "national"} | WIDE,
            {"source": "paper-2022", "zone_type": "national"} | NARROW,
        ),
    ],
)
def test_what_outweighs_what(
    line: str, better: dict[str, Any], worse: dict[str, Any], make_report: Make
) -> None:
    choice = decide(better, worse, make_report)
    assert choice.winner.id == "b"
    assert choice.line.startswith(line)


def test_a_vintage_matters_to_national_totals_alone(make_report: Make) -> None:
    old = {"source": "paper-2022"} | NARROW
    new = {"source": "paper-2023-10"} | WIDE
    assert decide(old, new, make_report).line == "narrower interval"


def test_a_lone_report_is_preferred(make_report: Make) -> None:
    report = make_report(source="paper")
    choice = choose([report], rule(REGISTRIES, {}))
    assert choice.winner == report
    assert choice.runner_up is None


def test_the_order_of_the_reports_does_not_matter(make_report: Make) -> None:
    """Three reports in any order: the same winner, runner-up and line."""
    reports = [
        make_report(id="a", source="paper"),
        make_report(id="b", source="ministry"),
        make_report(id="c", source="yearbook"),
    ]
    lines = rule(REGISTRIES, {})
    choices = [choose(order, lines) for order in permutations(reports)]
    assert {choice.winner.id for choice in choices} == {"c"}
    assert {choice.runner_up.id for choice in choices if choice.runner_up} == {"b"}


def test_the_build_prefers_one_of_each_figure(make_report: Make) -> None:
    reports = [
        make_report(id="x-paper", source="paper", preferred=False),
        make_report(id="x-ministry", source="ministry", preferred=False),
        make_report(id="y-paper", source="paper", year=2022, preferred=False),
        make_report(id="z-paper", source="paper", unit="USD", preferred=False),
    ]
    marked, choices = prefer(reports, REGISTRIES, {})
    assert {r.id for r in marked if r.preferred} == {"x-ministry", "y-paper", "z-paper"}
    assert [choice.winner.id for choice in choices] == ["x-ministry"]
    marked, choices = prefer(reports, REGISTRIES, {"x-paper": "the ministry corrected itself"})
    assert {r.id for r in marked if r.preferred} == {"x-paper", "y-paper", "z-paper"}
    assert choices[0].line == "preferred by hand"


# ----------------------------------------------------------------------------- the real table


def test_exactly_one_report_of_each_real_figure_is_preferred() -> None:
    reports = open_table().reports
    figures = Counter({report.figure: 0 for report in reports})
    figures.update(report.figure for report in reports if report.preferred)
    assert set(figures.values()) == {1}


def test_the_real_table_follows_its_own_rule() -> None:
    """What `explain` will say decided is what the build decided."""
    table = open_table()
    lines = rule(table.registries, table.registries.by_hand)
    groups: dict[object, list[Report]] = {}
    for report in table.reports:
        groups.setdefault(report.figure, []).append(report)
    for group in groups.values():
        assert choose(group, lines).winner.preferred


def test_every_choice_by_hand_has_a_reason_and_a_report() -> None:
    table = open_table()
    preferred = {report.id for report in table.reports if report.preferred}
    for report, reason in table.registries.by_hand.items():
        assert report in preferred
        assert len(reason) > 3
