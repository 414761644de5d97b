"""One file a way of drawing; each draws the same `Chart`. A new one is a line in CHART_FORMATS."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from zonecli.errors import UsageError
from zonecli.language import said

if TYPE_CHECKING:
    from zonecli.answers.chart import Chart

TEXT = "text"


class ChartFormat(NamedTuple):
    """The module whose `render(chart, sheet)` makes its text or its bytes, and its file endings."""

    module: str
    endings: tuple[str, ...]


class DrawingSheet(NamedTuple):
    """What a chart is drawn on.

    `format_name` is one of CHART_FORMATS. `width` and `height` (of a panel): in columns and lines
    of text, in pixels of a picture; null: as usual. `styled`: colours may be used; `plain`: only
    ASCII can be shown.
    """

    format_name: str = TEXT
    width: int | None = None
    height: int | None = None
    styled: bool = False
    plain: bool = False


CHART_FORMATS: Mapping[str, ChartFormat] = {
    TEXT: ChartFormat("zonecli.output.charts.text", (".txt",)),
    "svg": ChartFormat("zonecli.output.charts.picture", (".svg",)),
    "png": ChartFormat("zonecli.output.charts.picture", (".png",)),
    "pdf": ChartFormat("zonecli.output.charts.picture", (".pdf",)),
    "html": ChartFormat("zonecli.output.charts.page", (".html", ".htm")),
}


def chart_format_of_file(name: str) -> str:
    """The format that a file's ending picks. Raises UsageError for an ending that picks none."""
    for known, entry in CHART_FORMATS.items():
        if name.lower().endswith(entry.endings):
            return known
    endings = ", ".join(e for entry in CHART_FORMATS.values() for e in entry.endings)
    raise UsageError(
        said(
            "No chart goes with the name {name}: end it in {endings}, or give --format.",
            name=name,
            endings=endings,
        )
    )


def draw(chart: Chart, sheet: DrawingSheet) -> str | bytes:
    """A chart in a format: text, or bytes of a file that is binary. Raises OutputError where what
    draws it is not installed."""
    module = import_module(CHART_FORMATS[sheet.format_name].module)
    content: str | bytes = module.render(chart, sheet)
    return content
