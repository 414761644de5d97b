"""The installed command, on files that it has never seen, answers as the plain model does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import plain_model
import pytest
from agreement import differences, read_csv, read_json, with_counted_warnings
from plain_model import Question, Record
from random_records import random_record, write_parquet

sys.path.append(str(Path(__file__).parents[1] / "cli"))
from installed_command import run

EVERYTHING = Question(
    metrics=("exports", "gdp", "firms"),
    types=("economic", "high-tech"),
    zones=("all", "suzhou"),
    growth=True,
    share=True,
    per_zone=True,
    per=("firms",),
    index=2020,
    usd=True,
    real=2021,
)
SHOWN = (
    EVERYTHING,
    EVERYTHING._replace(reports=True, first=2020),
    EVERYTHING._replace(period="any", types=(), zones=(), last=2021),
    EVERYTHING._replace(statuses=("reported", "derived"), latest=True),
    EVERYTHING._replace(measures=("growth", "share"), types=("national", "high-tech")),
    Question(("gdp",)),
)
COMPARED = (
    Question(),
    Question(("gdp", "firms"), types=("high-tech",), zones=("suzhou", "all")),
    Question(types=("national",), period="any"),
)


@pytest.fixture(scope="module")
def record() -> Record:
    return random_record(seed=20, size=400)


@pytest.fixture(scope="module")
def parquet(record: Record, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "random.parquet"
    write_parquet(record, path)
    return path


@pytest.mark.parametrize("asked", SHOWN, ids=range(len(SHOWN)))
@pytest.mark.parametrize("form", ["csv", "json"])
def test_show(record: Record, parquet: Path, asked: Question, form: str) -> None:
    ran = run("show", *asked.metrics, *options(asked), "--data", str(parquet), "--format", form)
    assert ran.status == 0, ran.err
    found = {"csv": read_csv, "json": read_json}[form](ran.out)
    expected = plain_model.show(record, asked)
    assert expected
    assert differences(expected, found) == []


@pytest.mark.parametrize("asked", COMPARED, ids=range(len(COMPARED)))
def test_compare(record: Record, parquet: Path, asked: Question) -> None:
    words = ("2019", "2022", *asked.metrics, *options(asked))
    ran = run("compare", *words, "--data", str(parquet), "--csv")
    assert ran.status == 0, ran.err
    expected = plain_model.compare(record, asked, 2019, 2022)
    assert expected
    assert differences(expected, [with_counted_warnings(row) for row in read_csv(ran.out)]) == []


def options(asked: Question) -> Iterator[str]:
    """What a user types for the question."""
    for option, words in (
        ("--type", asked.types),
        ("--zone", asked.zones),
        ("--measure", asked.measures),
        ("--status", asked.statuses),
        ("--per", asked.per),
    ):
        for word in words:
            yield from (option, word)
    for option, value in (
        ("--period", asked.period),
        ("--from", asked.first),
        ("--to", asked.last),
        ("--index", asked.index),
        ("--real", asked.real),
    ):
        if value is not None:
            yield from (option, str(value))
    for name in ("latest", "reports", "growth", "share", "per_zone", "usd"):
        if getattr(asked, name):
            yield f"--{name.replace('_', '-')}"
