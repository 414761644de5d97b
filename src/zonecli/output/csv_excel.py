"""CSV for Excel on Windows: with a byte-order mark, without which a Chinese Excel reads GBK."""

from __future__ import annotations

from zonecli.answers.result import Result
from zonecli.output import comma_separated
from zonecli.output.page import Page


def render(result: Result, page: Page) -> str:
    return "\ufeff" + comma_separated.render(result, page)
