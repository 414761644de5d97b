"""A user's own CSV: the checks of the record, entries for what is new, one line a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_folder import HEADER, SmallFolder

from zonecli.build.own_table import OwnTable, read_own
from zonecli.build.registry_files import read_registries
from zonecli.errors import CurationError

LINE = "gdp-2021,gdp,level,high-tech,all,2021,year,12,15.4 trillion,,,,,CNY,,,reported,,my-paper,,,"
LAMPS = "lamps-2021,lamps,level,lit,park,2021,point,12,173,,,,,count,,mine,reported,,my-paper,,,"


def read(tmp_path: Path, *lines: str, folder: Path | None = None) -> OwnTable:
    path = tmp_path / "mine.csv"
    path.write_text("\n".join((HEADER, *lines, "")), encoding="utf-8")
    written = {"metrics": {"gdp": {"label": "GDP", "unit": "CNY"}}} if folder is None else {}
    return read_own(path, written, folder, "mine")


def faults(tmp_path: Path, *lines: str, folder: Path | None = None) -> list[str]:
    with pytest.raises(CurationError) as error:
        read(tmp_path, *lines, folder=folder)
    return [fault.removeprefix(f"{tmp_path}/") for fault in error.value.faults]


def test_what_is_new_gets_an_entry_and_is_named(tmp_path: Path) -> None:
    own = read(tmp_path, LINE, LAMPS)
    assert [(r.id, r.value, r.preferred) for r in own.reports] == [
        ("gdp-2021", 15.4e12, True),
        ("lamps-2021", 173.0, True),
    ]
    registries = own.registries
    assert registries["metrics"]["gdp"]["label"] == "GDP"
    assert registries["metrics"]["lamps"] == {"label": "lamps", "unit": "count", "kind": "stock"}
    assert registries["zones"]["park"] == {"name": "park", "kind": "zone", "types": ["lit"]}
    assert registries["series"] == {"mine": {"name": "mine"}}
    assert registries["dataset"] == {"name": "mine"}
    assert registries["complete"] is True
    assert own.added == (
        "New metrics: lamps.",
        "New zone types: high-tech, lit.",
        "New zones: all, park.",
        "New sources: my-paper.",
        "New series: mine.",
    )


def test_only_what_is_used_goes_along(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(f"{HEADER}\n{LINE}\n", encoding="utf-8")
    written = {
        "metrics": {"gdp": {"label": "GDP", "unit": "CNY", "national": "china"}}
        | {"china": {"label": "China's"}, "exports": {"label": "Exports"}},
        "zones": {"park": {"name": "Park"}},
        "by_hand": {"other": "reason"},
    }
    registries = read_own(path, written, None, "mine").registries
    assert set(registries["metrics"]) == {"gdp", "china"}
    assert set(registries["zones"]) == {"all"}
    assert registries["by_hand"] == {}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("lamps,level", "Lamps!,level", "write the id in lower case, like rd_expenditure"),
        (",park,", ",My Park,", "write the id in lower case, like suzhou-industrial-park"),
        (",level,", ",rate,", "measure 'rate': use one of level, share, growth"),
        (",173,", ",many,", "give value, low and high"),
        (",2021,", ",21,", "year '21': use a year from 1900 to 2100"),
        (",count,", ",bulbs,", "unit 'bulbs': use one of"),
        ("mine,reported,,my-paper,,,", "mine,reported", "cells where 22 belong: check commas"),
    ],
)
def test_a_fault_is_one_line_with_file_and_line(
    tmp_path: Path, old: str, new: str, fault: str
) -> None:
    found = faults(tmp_path, LINE, LAMPS.replace(old, new, 1))
    assert all(line.startswith("mine.csv:3: ") for line in found), found
    assert any(fault in line for line in found), found


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    twice = faults(tmp_path, LINE, LINE, LAMPS.replace("173", "many"))
    assert [line.split(": ")[0] for line in twice] == ["mine.csv:3", "mine.csv:3", "mine.csv:4"]


def test_another_header(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("id,value\na,1\n", encoding="utf-8")
    with pytest.raises(CurationError, match=r"mine.csv:1: the columns must be id,metric,"):
        read_own(path, {}, None, "mine")


def test_with_registries_of_its_own_a_new_word_is_a_fault(
    tmp_path: Path, folder: SmallFolder
) -> None:
    known = next(iter(read_registries(folder.root)["sources"]))
    (fault,) = faults(tmp_path, LINE, folder=folder.root)
    assert fault.startswith("mine.csv:2: unknown source 'my-paper'")
    own = read(tmp_path, LINE.replace("my-paper", known), folder=folder.root)
    assert own.added == ()
    assert len(own.reports) == 1
