"""A chart as a page: the picture inside, its figures as a table, nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from charts_by_hand import GAPPED, MARKED, SOURCES, TITLE, chart

from zonecli.output.charts import DrawingSheet, draw
from zonecli.output.charts.paint import COLOURS, GRID, INK, PAPER, QUIET


class Page(HTMLParser):
    """The tags of the page, and the text inside of each kind of tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.content = str(draw(chart(GAPPED, MARKED), DrawingSheet("html")))
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open: list[str] = []
        self.feed(self.content)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts.setdefault(self.open[-1], []).append(data)


def test_the_picture_and_the_table_stand_in_one_page() -> None:
    page = Page()
    assert page.open == []
    assert [tag for tag, _ in page.tags].count("svg") == 1
    assert {TITLE, SOURCES, "2012"} <= set(page.texts["text"])
    assert [point.text for point in GAPPED.points] == page.texts["td"][
        1 : 2 * len(GAPPED.points) : 2
    ]


def test_it_loads_nothing_from_elsewhere() -> None:
    """No picture, script, font or style sheet but its own; addresses are those of the sources."""
    page = Page()
    assert not re.search(
        r"\ssrc=|@import|url\((?!#)|<script|<link|<image|<!DOCTYPE svg", page.content
    )
    references = {
        v for _, attrs in page.tags for n, v in attrs.items() if n in ("href", "xlink:href")
    }
    assert {v for v in references if v and not v.startswith("#")} == {"https://paper.example/a"}


def test_its_colours_follow_the_reader() -> None:
    """Each colour of the picture is a variable, with one value for light and one for dark."""
    page = Page()
    picture = page.content[page.content.index("<svg") : page.content.index("</svg>")]
    for colour in (INK, QUIET, GRID, PAPER, *COLOURS):
        assert colour not in picture
    used = set(re.findall(r"var\((--[\w]+)\)", picture))
    style = page.content[: page.content.index("<svg")]
    assert {"--ink", "--paper", "--c0", "--c1"} <= used
    assert all(style.count(f"{name}:") == 2 for name in used)


def test_a_reader_who_cannot_see_is_told_what_it_is() -> None:
    (svg,) = (attrs for tag, attrs in Page().tags if tag == "svg")
    assert svg["role"] == "img"
    assert str(svg["aria-label"]).startswith(TITLE)
