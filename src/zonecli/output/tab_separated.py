"""TSV: as CSV, with tabs."""

from __future__ import annotations

from zonecli.answers.result import Result
from zonecli.output import comma_separated
from zonecli.output.page import Page


def render(result: Result, page: Page) -> str:
    return comma_separated.render(result, page, delimiter="\t")
