"""A table of the five articles alone, so that these tests do not change when the record grows."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path

import installed_command
import pytest
from installed_command import Ran, Run

from zonecli.build.curated import read_curated
from zonecli.build.parquet import write_table
from zonecli.build.text import LEFT_OUT_COLUMNS, REPORT_COLUMNS

ARTICLES = Path(__file__).with_name("articles")
CURATED = Path(__file__).parents[2] / "data" / "curated"


@pytest.fixture(scope="session")
def articles_table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Parquet table of the five articles, built from the text beside this file."""
    folder = tmp_path_factory.mktemp("articles")
    curated = folder / "curated"
    (curated / "reports").mkdir(parents=True)
    for path in ARTICLES.glob("*.toml"):
        shutil.copy(path, curated)
    for path in CURATED.glob("*.toml"):  # registries that the articles have no use for
        (curated / path.name).touch()
    (curated / "left-out.csv").write_text(",".join(LEFT_OUT_COLUMNS) + "\n", encoding="utf-8")
    with (ARTICLES / "reports.csv").open(encoding="utf-8", newline="") as file:
        records = list(csv.DictReader(file))
    with (curated / "reports/reports.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, REPORT_COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(records)
    built = read_curated(curated)
    table = folder / "articles.parquet"
    write_table(table, built.reports, built.registries)
    return table


@pytest.fixture(scope="session")
def run(articles_table: Path) -> Run:
    """Runs the installed command on the table of the five articles; the same question once."""
    known: dict[object, Ran] = {}

    def run_on_articles(
        *args: str, env: Mapping[str, str] | None = None, input: str | None = None
    ) -> Ran:
        named = {"ZONECLI_DATA": str(articles_table), **(env or {})}
        question = (args, tuple(sorted(named.items())), input)
        if question not in known or "-o" in args:
            known[question] = installed_command.run(*args, env=named, input=input)
        return known[question]

    return run_on_articles
