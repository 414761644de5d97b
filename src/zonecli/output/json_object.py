"""JSON: one object with the query as understood, columns, rows, notes, sources and the table."""

from __future__ import annotations

from typing import Any

from zonecli.answers.result import Result
from zonecli.language import said
from zonecli.output.json_lines import json_text, plain_row
from zonecli.output.page import Page


def render(result: Result, _page: Page) -> str:
    around = surroundings_of(result)
    rows = [plain_row(row) for row in result.rows]
    answer = {"query": around.pop("query"), "columns": around.pop("columns"), "rows": rows}
    return json_text({**answer, **around}, indent=2) + "\n"


def surroundings_of(result: Result) -> dict[str, Any]:
    """All but the rows: what was asked, what each column is, notes, sources, the table."""
    return {
        "query": dict(result.query),
        "columns": [
            {"name": c.name, "description": said(c.description), "unit": c.unit}
            for c in result.columns
        ],
        "notes": list(result.notes),
        "sources": [source._asdict() for source in result.sources],
        "data": result.dataset._asdict(),
    }
