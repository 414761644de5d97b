"""`--bom`: CSV and TSV that Excel on a Chinese Windows takes for UTF-8."""

from __future__ import annotations

from pathlib import Path

import pytest
from installed_command import Run, assert_refused

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize("format_name", ["csv", "tsv"])
def test_the_same_behind_a_byte_order_mark(run: Run, format_name: str) -> None:
    plain = run("list", "types", "-f", format_name)
    marked = run("list", "types", "-f", format_name, "--bom")
    assert marked.status == 0
    assert marked.stdout == BOM + plain.stdout


def test_once_is_enough(run: Run) -> None:
    args = ("list", "types", "-f", "csv-excel")
    assert run(*args, "--bom").stdout == run(*args).stdout


def test_in_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    assert run("show", "gdp", "--bom", "-o", str(file)).status == 0
    assert file.read_bytes().startswith(BOM + b"id,metric,")


@pytest.mark.parametrize(
    ("args", "format_name"),
    [
        (("list",), "table"),
        (("show", "gdp", "-f", "json"), "json"),
        (("show", "gdp", "-o", "x.xlsx"), "xlsx"),
        (("cite", "gdp", "--style", "ris"), "ris"),
        (("check", "-", "-f", "sarif"), "sarif"),
    ],
)
def test_other_formats_have_none(run: Run, args: tuple[str, ...], format_name: str) -> None:
    assert_refused(run(*args, "--bom"), "--bom", "CSV and TSV", format_name)


@pytest.mark.parametrize(
    "args",
    [
        *(("show", "gdp"), ("compare", "2012", "2021"), ("list",), ("search", "gdp")),
        *(("describe", "gdp"), ("conflicts",), ("config",), ("check", "-"), ("cite", "gdp")),
        ("explain", "gdp", "--type", "high-tech", "--year", "2021"),
        ("verify", "gdp", "15.3tn", "--type", "high-tech", "--year", "2021"),
        ("rank", "gdp", "--year", "2021"),
    ],
    ids=" ".join,
)
def test_every_command_that_writes_csv_takes_it(run: Run, args: tuple[str, ...]) -> None:
    plain = run(*args, "--csv")
    assert plain.stdout
    assert run(*args, "--csv", "--bom").stdout == BOM + plain.stdout
