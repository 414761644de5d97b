"""A chart as a picture: SVG, PNG or PDF, drawn by matplotlib."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from zonecli.answers.chart import Chart
from zonecli.errors import OutputError, UsageError
from zonecli.language import said, to_be_said
from zonecli.output.cells import one_line

if TYPE_CHECKING:
    from zonecli.output.charts import DrawingSheet

_PIXELS = 150  # per inch
_USUAL_WIDTH = 1200
_LEAST_WIDTH, _LEAST_HEIGHT, _MOST = 450, 100, 10_000
_NO_SIZE = to_be_said(
    "A picture is {width} to {most} pixels wide, and a panel {height} to {most} high."
)
# The same figures give the same bytes: no date in them, no random names.
_UNDATED = {"svg": {"Date": None, "Creator": None}, "pdf": {"CreationDate": None}, "png": {}}
_NO_FAMILY = re.compile(rb"(font-family: [^;\"]*)")  # a reader's machine may lack ours
_SETTINGS: Mapping[str, Any] = {
    "svg.fonttype": "none",  # text stays text: to be searched, copied, read aloud
    "svg.hashsalt": "zonecli",
    "pdf.fonttype": 3,  # readers take a Chinese font of type 42 amiss
    "text.parse_math": False,  # a dollar is a dollar
    "text.hinting": "none",  # as wide at any size
    "path.simplify": False,
}


def render(chart: Chart, sheet: DrawingSheet) -> bytes:
    """The picture. Raises OutputError without matplotlib, UsageError for a size that is none."""
    for size, least in ((sheet.width, _LEAST_WIDTH), (sheet.height, _LEAST_HEIGHT)):
        if size is not None and not least <= size <= _MOST:
            raise UsageError(said(_NO_SIZE, width=_LEAST_WIDTH, height=_LEAST_HEIGHT, most=_MOST))
    matplotlib = _matplotlib()
    from zonecli.output.charts.drawing import drawn_figure
    from zonecli.output.charts.fonts import chinese_font

    families = [name for name in ("DejaVu Sans", chinese_font()) if name]
    width = (sheet.width or _USUAL_WIDTH) / _PIXELS
    height = None if sheet.height is None else sheet.height / _PIXELS
    content = io.BytesIO()
    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a box for a letter that no font has is seen anyway
        matplotlib.rcdefaults()  # whatever a user's own settings are
        matplotlib.rcParams.update({**_SETTINGS, "font.family": families})
        drawn_figure(chart, width, height).savefig(
            content,
            format=sheet.format_name,
            dpi=_PIXELS,
            metadata={**_about(chart, sheet.format_name), **_UNDATED[sheet.format_name]},
        )
    picture = content.getvalue()
    return _NO_FAMILY.sub(rb"\1, sans-serif", picture) if sheet.format_name == "svg" else picture


def can_draw_chinese() -> bool:
    """Whether this machine has a font for it. Raises OutputError without matplotlib."""
    _matplotlib()
    from zonecli.output.charts.fonts import chinese_font

    return chinese_font() is not None


def _matplotlib() -> Any:
    """The library, told to be quiet. Raises OutputError where it is not installed."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    try:
        import matplotlib
    except ImportError:
        raise OutputError(
            said("A chart as a file needs matplotlib: pip install 'zonecli[plot]'.")
        ) from None
    return matplotlib


def _about(chart: Chart, format_name: str) -> dict[str, str]:
    """What the file says of itself: title and source, under the names of its format."""
    title = one_line(" · ".join(filter(None, (chart.title, chart.subtitle))))
    names = {"pdf": "Subject", "png": "Source", "svg": "Description"}
    return {"Title": title, names[format_name]: one_line(chart.source)}
