"""`explain` on small tables: what its numbers mean, and how each source was seen."""

from __future__ import annotations

from answer_tables import REGISTRIES, report, table

from zonecli.answers.choosing import scope_of
from zonecli.answers.explain import explain
from zonecli.answers.result import Result
from zonecli.table.registries import Source
from zonecli.table.report import Report
from zonecli.table.table import Table

SOURCES = {
    "paper": Source("paper", "A newspaper", "The Paper", published="2022", seen="excerpt"),
    "office": Source(
        *("office", "A yearbook", "The Office, on GitHub (someone)"),
        kind="mirror",
        copies="The Office: yearbook of 2022",
        original="official-statistic",
    ),
    "blog": Source("blog", "A page", "A Blog", kind="mirror", copies="Xinhua, 2022-09"),
}


def asked(*reports: Report, year: int = 2021) -> Result:
    memory = table(*reports)
    registries = memory.registries._replace(sources=SOURCES)
    own = Table(memory.path, reports, registries)
    return explain(own, scope_of(REGISTRIES, ["gdp"], types=["high-tech"]), year)


TORCH = report("15.3 trillion", series="torch", note="A doubt")
BLOG = report("15.2 trillion", source="blog", preferred=False)
CHINA = report("110.0 trillion", zone_type="national", source="office")


def test_numbers_are_those_of_sources() -> None:
    """A remark says on which report it is; the list of sources has the same numbers."""
    result = asked(TORCH, BLOG)
    assert [row[4] for row in result.sheet.rows] == ["1", "2"]
    assert result.sheet.legend[1:] == ("on [1]: series: Torch", "on [1]: A doubt")


def test_how_each_source_was_seen() -> None:
    """Those of the operands too; of a mirror, what it copies."""
    sheet = asked(TORCH, BLOG, CHINA).further[-1]
    assert [heading.text for heading in sheet.headings] == [
        *("Source", "Kind of source", "Seen", "Copy of"),
    ]
    assert sheet.rows == (
        ("1", "press", "excerpt", ""),
        ("2", "mirror", "full", "Xinhua, 2022-09"),
        ("3", "mirror", "full", "The Office: yearbook of 2022; a whole table, official-statistic"),
    )


def test_machines_learn_it_too() -> None:
    """Null where a step has no source of its own."""
    rows = asked(TORCH, BLOG, CHINA).rows
    told = {row["source"]: (row["source_seen"], row["source_copies"]) for row in rows}
    assert told == {
        "paper": ("excerpt", None),
        "blog": ("full", "Xinhua, 2022-09"),
        None: (None, None),
    }


def test_nothing_known_has_no_sources() -> None:
    result = asked(TORCH, year=1950)
    assert (result.rows, result.further, result.sheet.rows) == ((), (), ())
