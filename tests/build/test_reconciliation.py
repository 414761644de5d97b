"""The reconciliation that the build prints: what the cross-checks make of the whole table."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from small_folder import SmallFolder

from zonecli.answers.choosing import Scope
from zonecli.answers.disputes import find_conflicts
from zonecli.build.reconciliation import Reconciliation, Tally, reconcile
from zonecli.table.opening import open_table
from zonecli.table.registries import Registries
from zonecli.table.report import Report
from zonecli.table.table import Table

ROOT = Path(__file__).parents[2]
DATA: dict[str, Any] = {
    "metrics": {"gdp": {"label": "GDP", "unit": "CNY", "kind": "flow", "national": "gdp"}},
    "zone_types": {"high-tech": {"label": "high-tech zones"}, "national": {"label": "China"}},
    "zones": {"all": {"name": "all zones", "kind": "all"}, "east-park": {"name": "East Park"}},
    "sources": {name: {"title": name, "kind": "press"} for name in ("bulletin", "paper")},
}
LEVEL = Report(
    *("gdp-2021", "gdp", "level", "high-tech", "all", 2021, "year", 12),
    *(15.3e12, 15.25e12, 15.35e12, "CNY", "exact", "15.3 trillion", None, "s"),
    *("reported", None, True, "bulletin", None),
)
BEFORE = LEVEL._replace(
    id="gdp-2020", year=2020, value=13.6e12, low=13.55e12, high=13.65e12, printed="13.6 trillion"
)
SHARE = LEVEL._replace(
    **{"id": "share-2021", "measure": "share", "unit": "percent", "printed": "13.4%"},
    **{"value": 13.4, "low": 13.35, "high": 13.45},
)
NATIONAL = LEVEL._replace(
    **{"id": "china-2021", "zone_type": "national", "printed": "114.4 trillion"},
    **{"value": 114.4e12, "low": 114.35e12, "high": 114.45e12},
)
EXPLANATION = {"metric": "gdp", "zone_type": "high-tech", "year": 2021, "explanation": "two counts"}


def growth(percent: float, basis: str = "nominal", **changes: Any) -> Report:
    return LEVEL._replace(
        **{"id": "growth-2021", "measure": "growth", "unit": "percent", "basis": basis},
        **{"value": percent, "low": percent - 0.05, "high": percent + 0.05},
        **{"printed": f"{percent}%", **changes},
    )


def other(trillions: float, **changes: Any) -> Report:
    """Another report of the level of 2021."""
    return LEVEL._replace(
        **{"id": "gdp-2021-paper", "source": "paper", "preferred": False},
        **{"value": trillions * 1e12, "low": (trillions - 0.05) * 1e12},
        **{"high": (trillions + 0.05) * 1e12, "printed": f"{trillions} trillion", **changes},
    )


def reconciled(*reports: Report, explanations: tuple[dict[str, Any], ...] = ()) -> Reconciliation:
    registries = Registries.from_dict({**DATA, "explanations": explanations})
    return reconcile(Table(Path("memory"), reports, registries))


def tally(found: Reconciliation, kind: str) -> tuple[int, int, int, int]:
    """Of one kind of check: fit, explained, unexplained, cannot tell."""
    for t in found.tallies:
        if t.kind == kind:
            return (t.fit, t.explained, t.unexplained, t.unsure)
    return (0, 0, 0, 0)


def test_reports_that_agree() -> None:
    assert tally(reconciled(LEVEL, other(15.3)), "reports") == (1, 0, 0, 0)
    assert tally(reconciled(LEVEL), "reports") == (0, 0, 0, 0)


def test_reports_that_exclude_each_other() -> None:
    found = reconciled(LEVEL, other(16.0))
    assert tally(found, "reports") == (0, 0, 1, 0)
    (line,) = str(found).split("Unexplained:\n")[1].splitlines()
    assert line == (
        "  reports: gdp level high-tech all 2021: '15.3 trillion' (gdp-2021) against "
        "'16.0 trillion' (gdp-2021-paper), 3.9% apart"
    )


def test_percentages_are_apart_in_points() -> None:
    """13.45 and 24.95 are 11.5 points apart, and 86 % of the first."""
    other_share = SHARE._replace(
        **{"id": "share-2021-paper", "source": "paper", "preferred": False, "printed": "25.0%"},
        **{"value": 25.0, "low": 24.95, "high": 25.05},
    )
    assert str(reconciled(SHARE, other_share)).endswith(", 11.5 points apart")


def test_an_open_hedge_does_not_hide_a_misread_scale() -> None:
    """ "Over 6.2 billion" allows for trillions, but nobody prints it so of some."""
    misread = LEVEL._replace(
        **{"value": 6.2e9, "low": 6.2e9, "high": None, "qualifier": "over"},
        printed="over 6.2 billion",
    )
    later = LEVEL._replace(id="gdp-2022", year=2022)
    found = reconciled(BEFORE, misread, later)
    assert tally(found, "years beside it")[2] >= 1
    assert "gdp level high-tech all 2021: 'over 6.2 billion' (gdp-2021) against" in str(found)
    assert " 0.0% apart" not in str(found)
    right = misread._replace(value=6.2e12, low=6.2e12, printed="over 6.2 trillion")
    assert tally(reconciled(BEFORE, right, later), "years beside it") == (3, 0, 0, 0)


def test_an_explained_conflict_is_no_open_one() -> None:
    found = reconciled(LEVEL, other(16.0), explanations=(EXPLANATION,))
    assert tally(found, "reports") == (0, 1, 0, 0)
    assert found.unexplained == ()
    assert str(found).endswith("Every conflict has an explanation.")


def test_a_forecast_is_no_party() -> None:
    found = reconciled(LEVEL, other(16.0, status="forecast"))
    assert tally(found, "reports") == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (growth(12.5), (1, 0, 0, 0)),
        (growth(20.0), (0, 0, 1, 0)),
        (growth(20.0, "real"), (0, 0, 0, 1)),
    ],
)
def test_growth_against_levels(printed: Report, expected: tuple[int, int, int, int]) -> None:
    assert tally(reconciled(BEFORE, LEVEL, printed), "growth against levels") == expected


def test_a_share_needs_the_national_total() -> None:
    assert tally(reconciled(LEVEL, SHARE), "share against levels") == (0, 0, 0, 0)
    assert tally(reconciled(LEVEL, SHARE, NATIONAL), "share against levels") == (1, 0, 0, 0)


def test_the_nation_and_single_zones_are_checked_too() -> None:
    for changes in ({"zone_type": "national"}, {"zone": "east-park"}):
        one, two = LEVEL._replace(**changes), other(16.0)._replace(**changes)
        assert tally(reconciled(one, two), "reports") == (0, 0, 1, 0)


def test_a_misfit_names_what_it_was_worked_out_from() -> None:
    text = str(reconciled(BEFORE, LEVEL, growth(20.0)))
    (line,) = text.split("Unexplained:\n")[1].splitlines()
    assert "growth against levels: gdp growth high-tech all 2021: '20.0%' (growth-2021)" in line
    assert "gdp-2020, gdp-2021" in line


def test_the_table_of_the_text_lines_up() -> None:
    found = Reconciliation((Tally("reports", 164, 96, 0, 0), Tally("a long kind", 1, 2, 3, 4)), ())
    assert str(found).splitlines()[:3] == [
        "Cross-checks  fit  explained  unexplained  cannot tell",
        "reports       164         96            0            0",
        "a long kind     1          2            3            4",
    ]


def test_it_agrees_with_the_conflicts_of_the_committed_table() -> None:
    table = open_table(ROOT / "data" / "metrics.parquet")
    found = reconcile(table)
    scope = Scope(zone_types=tuple(table.registries.zone_types), zones=())
    conflicts = list(find_conflicts(table, scope))
    assert sum(t.explained + t.unexplained for t in found.tallies) == len(conflicts)
    assert len(found.unexplained) == sum(not conflict.explanation for conflict in conflicts)
    assert all(t.fit >= 0 for t in found.tallies)
    assert str(reconcile(table)) == str(found)


def build(folder: Path, output: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, ROOT / "scripts/build_metrics.py", "--curated", folder]
    return subprocess.run(
        [*map(str, command), "--output", str(output), *more],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_build_prints_it(folder: SmallFolder, tmp_path: Path) -> None:
    output = tmp_path / "built" / "table.parquet"
    output.parent.mkdir()
    done = build(folder.root, output, "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    first, *rest = done.stdout.splitlines()
    table = open_table(output)
    beside = "beside it datapackage.json and preferred.csv"
    assert first == f"{output}: {len(table.reports)} reports; {beside}"
    assert "\n".join(rest) == str(reconcile(table))
    written = sorted(path.name for path in output.parent.iterdir())
    assert written == ["datapackage.json", "preferred.csv", "table.parquet"]


def test_strict_is_strict(folder: SmallFolder, tmp_path: Path) -> None:
    """Only an unexplained conflict, and only with --strict, makes the build fail; it writes all."""
    output = tmp_path / "metrics.parquet"
    folder.cells("gdp-high-tech-2024-paper", printed="over 20 trillion")
    plain, strict = build(folder.root, output), build(folder.root, output, "--strict")
    assert (plain.returncode, strict.returncode) == (0, 1)
    assert plain.stdout == strict.stdout
    assert "Unexplained:" in plain.stdout
    assert (plain.stderr, strict.stderr) == ("", "")
    assert output.exists()
    folder.write(
        "conflicts.toml",
        '[[conflict]]\nmetric = "gdp"\nzone_type = "high-tech"\nyear = 2024\n'
        'explanation = "two counts"\n',
    )
    assert build(folder.root, output, "--strict").returncode == 0
