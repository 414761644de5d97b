"""NDJSON: an object a row, a line each."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from zonecli.answers.result import Result
from zonecli.output.cells import plain_number
from zonecli.output.page import Page

# JSON itself escapes those below the blank only.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


def render(result: Result, _page: Page) -> str:
    return "".join(f"{json_text(plain_row(row))}\n" for row in result.rows)


def json_text(value: Any, indent: int | None = None) -> str:
    """JSON in UTF-8, with an escape for each character that could steer a terminal or turn the
    direction of the text: the same value to every reader."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as JSON has it: whole numbers without a point, tuples as lists."""
    return {
        name: plain_number(value) if isinstance(value, float) else value
        for name, value in row.items()
    }
