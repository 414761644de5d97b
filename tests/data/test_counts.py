"""What is told of the size of the record is its size: in CHANGELOG.md, in data/README.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from zonecli.table.opening import open_table

ROOT = Path(__file__).parents[2]
TABLE = open_table(ROOT / "data" / "metrics.parquet")
REPORTS = len(TABLE.reports)
SOURCES = len({report.source for report in TABLE.reports})


def test_the_changelog_tells_the_record_of_its_version() -> None:
    """The newest entry. The registries hold more sources and zones than there are figures of."""
    text = " ".join((ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split())
    told = re.search(
        r"record (\d\S+) .*?([\d,]+) reports from ([\d,]+) sources: ([\d,]+) metrics, "
        r"([\d,]+) zones and groups, (\d+) to (\d+)",
        text,
    )
    assert told is not None
    years = [report.year for report in TABLE.reports]
    assert told[1] == TABLE.registries.dataset.version
    assert [int(number.replace(",", "")) for number in told.groups()[1:]] == [
        *(REPORTS, SOURCES),
        len({report.metric for report in TABLE.reports}),
        len({report.zone for report in TABLE.reports}),
        *(min(years), max(years)),
    ]


def test_the_page_on_the_record_is_about_right() -> None:
    text = " ".join((ROOT / "data/README.md").read_text(encoding="utf-8").split())
    told = re.search(r"about ([\d,]+) reports from some ([\d,]+) pages", text)
    assert told is not None
    reports, pages = (int(number.replace(",", "")) for number in told.groups())
    assert reports == pytest.approx(REPORTS, rel=0.05)
    assert pages == pytest.approx(SOURCES, rel=0.05)


def test_copies_of_tables_are_counted_and_say_how_they_were_made() -> None:
    copies = [source for source in TABLE.registries.sources.values() if source.original]
    assert "Seven sources have it" in (ROOT / "data/README.md").read_text(encoding="utf-8")
    assert len(copies) == 7
    for source in copies:
        assert (source.kind, source.original) == ("mirror", "official-statistic")
        assert source.copies
        assert source.note
        assert ", on github.com/" in source.publisher


def test_most_pages_were_seen_in_excerpt() -> None:
    """ "Nine sources in ten", "some 65 zones have figures"."""
    text = " ".join((ROOT / "data/README.md").read_text(encoding="utf-8").split())
    sources, zones = TABLE.registries.sources, TABLE.registries.zones
    used = [sources[key] for key in {report.source for report in TABLE.reports}]
    assert "nine sources in ten" in text
    assert sum(source.seen == "excerpt" for source in used) / len(used) >= 0.9
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    assert "Nine pages in ten were read in excerpt" in readme
    assert "three in ten are copies on other sites" in readme
    mirrors = sum(source.kind == "mirror" for source in used) / len(used)
    assert mirrors == pytest.approx(0.3, abs=0.05)
    named = {r.zone for r in TABLE.reports if zones[r.zone].kind == "zone"}
    (told,) = re.findall(r"Some (\d+) zones have figures", text)
    assert int(told) == pytest.approx(len(named), rel=0.05)
