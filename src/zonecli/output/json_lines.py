"""NDJSON: an object a row, a line each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from zonecli.answers.result import Result
from zonecli.output.cells import plain_number
from zonecli.output.page import Page


def render(result: Result, _page: Page) -> str:
    return "".join(f"{json.dumps(plain_row(row), ensure_ascii=False)}\n" for row in result.rows)


def plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as JSON has it: whole numbers without a point, tuples as lists."""
    return {
        name: plain_number(value) if isinstance(value, float) else value
        for name, value in row.items()
    }
