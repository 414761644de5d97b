"""The guide to adding a figure, followed word for word."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

from zonecli.build.curated import read_curated
from zonecli.build.text import REPORT_COLUMNS

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "adding-figures.md").read_text(encoding="utf-8")
RULES = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| (.*?) \| ?(.*?) ?\|$", re.M)


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)\n```", GUIDE, re.S)
    return str(found)


def example() -> dict[str, str]:
    (line,) = csv.reader([block("csv")])
    return dict(zip(REPORT_COLUMNS, line, strict=True))


def test_the_table_tells_the_columns_of_the_line() -> None:
    told = {column: cell.strip(" `") for column, _, cell in ROW.findall(GUIDE)}
    assert tuple(told) == REPORT_COLUMNS
    assert told == example()


def test_ids_have_one_rule() -> None:
    (rule,) = {text for column, text, _ in ROW.findall(GUIDE) if column == "id"}
    proposing = RULES.partition("## How to propose a figure")[2]
    assert f"| `id` | {rule} |" in proposing


def test_the_build_takes_the_line_and_its_source(tmp_path: Path) -> None:
    """Today's record with them: no fault, and one report more."""
    folder = tmp_path / "curated"
    shutil.copytree(ROOT / "data" / "curated", folder)
    before = read_curated(folder)
    cells = example()
    for name, added in (
        ("sources.toml", block("toml")),
        (f"reports/{cells['zone_type']}.csv", block("csv")),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(f"{text.rstrip()}\n\n{added}\n", encoding="utf-8", newline="")
    after = read_curated(folder)
    assert len(after.reports) == len(before.reports) + 1
    (report,) = (report for report in after.reports if report.id == cells["id"])
    assert (report.qualifier, report.low, report.high) == ("over", 5.2e12, None)
    assert report.source in after.registries["sources"]
