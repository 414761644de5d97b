"""JSON: one object with the query as understood, columns, rows, notes, sources and the table."""

from __future__ import annotations

import json
from dataclasses import asdict

from zonecli.answers.result import Result
from zonecli.output.json_lines import plain_row
from zonecli.output.page import Page


def render(result: Result, _page: Page) -> str:
    answer = {
        "query": dict(result.query),
        "columns": [asdict(column) for column in result.columns],
        "rows": [plain_row(row) for row in result.rows],
        "notes": list(result.notes),
        "sources": [asdict(source) for source in result.sources],
        "data": asdict(result.dataset),
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
