"""A chart as one HTML page that needs nothing else: the picture, and its figures as a table."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from zonecli.answers.chart import Chart
from zonecli.output.cells import one_line
from zonecli.output.charts import picture as chart_picture
from zonecli.output.web_page import whole_page

if TYPE_CHECKING:
    from zonecli.output.charts import DrawingSheet

# On dark paper the same hues, lighter.
_DARK = {
    "#0072b2": "#5ab4f0",
    "#d55e00": "#ff9143",
    "#00835f": "#2fc39a",
    "#b0578d": "#e291c2",
    "#3a9fd8": "#8fd0f7",
    "#b37700": "#e0ab3b",
    "#4d4d4d": "#b9c0c7",
}
_HEAD = re.compile(r"^.*?<svg [^>]*?(viewBox=\"[^\"]*\")[^>]*>", re.S)
_ABOUT = re.compile(r"<metadata>.*?</metadata>", re.S)  # names addresses; the page says it all


def render(chart: Chart, sheet: DrawingSheet) -> str:
    """The page, light or dark as the reader's system is. Raises OutputError without matplotlib."""
    picture = chart_picture.render(chart, sheet._replace(format_name="svg")).decode()
    return whole_page(chart.table, _figure(chart, picture) if chart.panels else "")


def _figure(chart: Chart, picture: str) -> str:
    from zonecli.output.charts.paint import COLOURS, GRID, INK, PAPER, QUIET

    names = {INK: "--ink", QUIET: "--quiet", GRID: "--line", PAPER: "--paper"}
    names |= {colour: f"--c{place}" for place, colour in enumerate(COLOURS)}
    for colour, name in names.items():
        picture = picture.replace(colour, f"var({name})")
    label = escape(one_line(f"{chart.title} · {chart.subtitle}"))
    start = f'<svg \\1 role="img" aria-label="{label}" style="width: 100%; height: auto">'
    picture = _ABOUT.sub("", _HEAD.sub(lambda found: found.expand(start), picture))
    light = " ".join(f"--c{n}: {colour};" for n, colour in enumerate(COLOURS))
    dark = " ".join(f"--c{n}: {_DARK[colour]};" for n, colour in enumerate(COLOURS))
    return (
        f"<style>:root {{ {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        "figure { margin: 0 0 2rem; }</style>\n"
        f"<figure>{picture.strip()}</figure>"
    )
