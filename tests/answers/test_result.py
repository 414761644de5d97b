"""What sheets are put together from: columns into rows, sources into numbers."""

from __future__ import annotations

import pytest
from answer_tables import REGISTRIES, report

from zonecli.answers.result import Heading, by_columns, cited_sources, numbered


def test_columns_become_rows() -> None:
    headings, rows = by_columns([(Heading("Year"), ["2020", "2021"]), (Heading("GDP"), ["a", "b"])])
    assert headings == (Heading("Year"), Heading("GDP"))
    assert rows == (("2020", "a"), ("2021", "b"))


def test_columns_without_cells_have_headings_alone() -> None:
    assert by_columns([(Heading("Year"), []), (Heading("GDP"), [])]) == (
        (Heading("Year"), Heading("GDP")),
        (),
    )


def test_a_column_with_a_cell_too_few_is_refused() -> None:
    """Else the last line of a sheet would be lost."""
    with pytest.raises(ValueError, match="shorter"):
        by_columns([(Heading("Year"), ["2020", "2021"]), (Heading("GDP"), ["a"])])


def test_sources_are_numbered_as_they_are_first_cited() -> None:
    reports = [report("1 trillion", source=name) for name in ("office", "paper", "office", "blog")]
    sources = cited_sources(reports, REGISTRIES)
    assert [source.id for source in sources] == ["office", "paper", "blog"]
    assert numbered(sources) == {"office": "1", "paper": "2", "blog": "3"}
