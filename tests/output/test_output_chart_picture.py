"""Charts as SVG, PNG and PDF, read back by what is not ours."""

from __future__ import annotations

import io
import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from charts_by_hand import GAPPED, MARKED, SOURCES, SUBTITLE, TITLE, chart, pair, point
from matplotlib.text import Text
from output_results import NASTY
from PIL import Image
from pypdf import PdfReader

from zonecli.answers.chart import BAR, OVER, Chart, Line
from zonecli.errors import OutputError, UsageError
from zonecli.output.cells import one_line
from zonecli.output.charts import DrawingSheet, chart_format_of_file, draw
from zonecli.output.charts import fonts as chart_fonts
from zonecli.output.charts.drawing import drawn_figure

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
ALL = {
    "lines": chart(GAPPED, MARKED),
    "bars": chart(GAPPED, MARKED, kind=BAR),
    "pair": pair(),
    "panels": chart(GAPPED, MARKED, panels=3),
    "ranks": chart(Line("Suzhou", (point(2020, 1), point(2021, 3))), unit="rank"),
    "one point": chart(Line("", (point(2020, 1e12),))),
}


class Picture:
    """An SVG: its texts, and where its points and strokes are."""

    def __init__(self, drawn: Chart) -> None:
        content = draw(drawn, DrawingSheet("svg"))
        assert isinstance(content, bytes)
        self.content = content.decode()
        self.root = ElementTree.fromstring(content)

    @property
    def texts(self) -> list[str]:
        return ["".join(node.itertext()).strip() for node in self.root.iter(f"{SVG}text")]

    def named(self, what: str) -> list[ElementTree.Element]:
        groups = self.root.iter(f"{SVG}g")
        return [node for node in groups if node.get("id", "").startswith(f"{what}-")]

    @property
    def points(self) -> list[tuple[float, float]]:
        used = (node.find(f".//{SVG}use") for node in self.named("point"))
        return [(float(u.get("x", "")), float(u.get("y", ""))) for u in used if u is not None]

    @property
    def strokes(self) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        found = []
        for node in self.named("stroke"):
            path = node.find(f".//{SVG}path")
            assert path is not None
            x0, y0, x1, y1 = map(float, re.findall(r"-?[\d.]+", path.get("d", "")))
            found.append(((x0, y0), (x1, y1)))
        return found


def near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one == pytest.approx(other, abs=0.01)


def test_a_point_for_every_figure_where_it_belongs() -> None:
    """Years are evenly apart and amounts too: 2, 4, 8, 10, 12, 16 trillion in 2012 … 2018."""
    points = Picture(chart(GAPPED)).points
    assert len(points) == len(GAPPED.points)
    year = points[1][0] - points[0][0]
    trillion = (points[0][1] - points[1][1]) / 2
    for (x, y), figure in zip(points, GAPPED.points, strict=True):
        assert x == pytest.approx(points[0][0] + (figure.at - 2012) * year, abs=0.01)
        assert y == pytest.approx(points[0][1] - (figure.value / 1e12 - 2) * trillion, abs=0.01)


def test_strokes_join_neighbours_alone() -> None:
    """2012–2013, 2015–2016, 2017–2018: nothing over the missing 2014, nothing over the break."""
    picture = Picture(chart(GAPPED))
    ends = [(0, 1), (2, 3), (4, 5)]
    assert len(picture.strokes) == len(ends)
    for (start, end), (first, last) in zip(picture.strokes, ends, strict=True):
        assert near(start, picture.points[first])
        assert near(end, picture.points[last])
    assert picture.texts.count("//") == 2  # where it breaks, and in the legend


def test_a_loose_stroke_is_dotted() -> None:
    styles = [
        node.find(f".//{SVG}path").get("style")  # type: ignore[union-attr]
        for node in Picture(chart(GAPPED)).named("stroke")
    ]
    assert ["stroke-dasharray" in str(style) for style in styles] == [False, False, True]


def test_texts_are_texts() -> None:
    """To be found, copied and read aloud: title, years as years, last figures, source, legend."""
    texts = Picture(chart(GAPPED, MARKED)).texts
    for wanted in (TITLE, SUBTITLE, SOURCES, "trillion CNY", "2012", "20", "High-tech 16 trillion"):
        assert wanted in texts
    assert not any("2,012" in text for text in texts)
    for meaning in ("at least", "at most", "derived", "forecast", "part of a year", "disputed"):
        assert any(text.startswith(meaning) for text in texts), meaning
    assert texts.count("!") == 2  # at its point, and in the legend


def test_what_is_no_printed_outcome_is_open() -> None:
    """Of the fillings of the markers, those of the derived and the foreseen figure are white."""
    fills = [
        re.findall(r"fill: (#\w+)", ElementTree.tostring(node, "unicode"))[0]
        for node in Picture(chart(MARKED)).named("point")
    ]
    assert [fill == "#ffffff" for fill in fills[:5]] == [False, False, True, True, False]


def test_bounds_have_arrows_and_wide_ranges_whiskers() -> None:
    plain = Picture(chart(Line("", (point(2020, 1e12), point(2021, 2e12)))))
    open_end = Line("", (point(2020, 1e12), point(2021, 2e12, OVER, high=None)))
    wide = Line("", (point(2020, 1e12), point(2021, 2e12, low=1.5e12, high=2.5e12)))
    assert Picture(chart(open_end)).content.count("<path") > plain.content.count("<path")
    assert len(list(Picture(chart(wide)).root.iter(f"{SVG}use"))) > len(
        list(plain.root.iter(f"{SVG}use"))
    )


def test_bars_begin_at_zero() -> None:
    """All stand on one line, and are as high as their figures."""
    bars = []
    for node in Picture(chart(GAPPED, kind=BAR)).named("bar"):
        path = node.find(f"{SVG}path")
        assert path is not None
        numbers = list(map(float, re.findall(r"-?[\d.]+", path.get("d", ""))))
        bars.append((max(numbers[1::2]), min(numbers[1::2])))
    assert len({round(foot, 2) for foot, _ in bars}) == 1
    heights = [foot - top for foot, top in bars]
    assert [h / heights[0] for h in heights] == pytest.approx([1, 2, 4, 5, 6, 8], rel=1e-3)


def test_the_first_place_is_on_top() -> None:
    first, third = Picture(ALL["ranks"]).points
    assert first[1] < third[1]


def test_names_do_not_overlap() -> None:
    """Five lines that end at one height: their names stand below each other."""
    lines = [Line(f"Line {n}", (point(2020, 1e12), point(2021, 5e12 + n))) for n in range(5)]
    picture = Picture(chart(*lines))
    heights = []
    for node in picture.root.iter(f"{SVG}text"):
        if "".join(node.itertext()).startswith("Line "):
            heights.append(float(re.findall(r"-?[\d.]+", node.get("transform", ""))[-1]))
    heights = sorted(heights or _ys(picture, "Line "))
    assert len(heights) == 5
    assert all(b - a >= 8.5 for a, b in pairwise(heights))


def _ys(picture: Picture, start: str) -> list[float]:
    texts = picture.root.iter(f"{SVG}text")
    return [float(t.get("y", "")) for t in texts if "".join(t.itertext()).startswith(start)]


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("width", [5.0, 8.0, 12.0])
def test_no_text_stands_on_another(name: str, width: float) -> None:
    """Titles, ticks, names, figures, legend and sources each have room of their own."""
    figure = drawn_figure(ALL[name], width, None)
    figure.canvas.draw()
    boxes = [
        (text.get_text(), text.get_window_extent().padded(-1))
        for text in figure.findobj(Text)
        if text.get_text() and text.get_visible()
    ]
    assert len(boxes) > 5
    overlapping = [
        (one, other)
        for (one, box), (other, another) in combinations(boxes, 2)
        if box.overlaps(another)
    ]
    assert overlapping == []


@pytest.mark.parametrize("name", ALL)
def test_nothing_leaves_the_page(name: str) -> None:
    """The outermost pixels are paper: what is cut off would be seen there."""
    image = Image.open(io.BytesIO(draw(ALL[name], DrawingSheet("png"))))  # type: ignore[arg-type]
    assert image.size[0] == 1200
    pixels = image.convert("RGB")
    width, height = pixels.size
    edge = {pixels.getpixel((x, y)) for x in range(width) for y in (0, height - 1)}
    edge |= {pixels.getpixel((x, y)) for y in range(height) for x in (0, width - 1)}
    assert edge == {(255, 255, 255)}


@pytest.mark.parametrize("name", ALL)
def test_names_in_the_file_are_used_once(name: str) -> None:
    ids = re.findall(r' id="([^"]+)"', Picture(ALL[name]).content)
    assert len(ids) == len(set(ids))


def test_a_png_says_what_it_is_and_is_as_wide_as_asked() -> None:
    content = draw(ALL["lines"], DrawingSheet("png", width=900))
    image = Image.open(io.BytesIO(content))  # type: ignore[arg-type]
    image.load()
    assert image.format == "PNG"
    assert image.size[0] == 900
    assert image.info["Source"] == SOURCES
    assert len(image.convert("RGB").getcolors(2**24) or ()) > 50


def test_a_pdf_holds_its_text() -> None:
    reader = PdfReader(io.BytesIO(draw(ALL["lines"], DrawingSheet("pdf"))))  # type: ignore[arg-type]
    (page,) = reader.pages
    text = page.extract_text()
    assert TITLE in text
    assert "2012" in text
    assert SOURCES in text
    assert reader.metadata is not None
    assert reader.metadata.title == f"{TITLE} · {SUBTITLE}"
    assert reader.metadata.creation_date is None  # the same figures, the same bytes


@pytest.mark.parametrize("format_name", ["svg", "png", "pdf"])
def test_the_same_figures_give_the_same_bytes(format_name: str) -> None:
    sheet = DrawingSheet(format_name)
    assert draw(ALL["lines"], sheet) == draw(ALL["lines"], sheet)


def test_dollars_and_odd_texts_are_no_formulas() -> None:
    """matplotlib would read a formula between two of them."""
    odd = "US$1 and US$2^3 \\frac{1}{2} _x_ <b>&amp;</b>"
    assert odd in Picture(ALL["lines"]._replace(title=odd)).texts


@pytest.mark.parametrize("odd", NASTY)
def test_any_text_makes_a_picture(odd: str) -> None:
    """Control characters would make a file that is no XML."""
    drawn = chart(GAPPED._replace(name=odd))._replace(title=odd, subtitle=odd, source=odd)
    words = one_line(odd).split()
    assert Picture(drawn).texts[0].split() == (words or ["trillion", "CNY"])


def test_a_size_that_is_none_is_refused() -> None:
    for size in ({"width": 10}, {"width": 10**6}, {"height": 3}):
        with pytest.raises(UsageError, match="450 to 10000 pixels"):
            draw(ALL["lines"], DrawingSheet("png", **size))


@pytest.mark.filterwarnings("error")
def test_a_picture_without_a_chinese_font_is_made_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart_fonts, "chinese_font", lambda: None)
    drawn = ALL["lines"]._replace(title="国家高新区")
    assert bytes(draw(drawn, DrawingSheet("png"))).startswith(b"\x89PNG")  # type: ignore[arg-type]


def test_without_matplotlib_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    with pytest.raises(OutputError, match=r"pip install 'zonecli\[plot\]'"):
        draw(ALL["lines"], DrawingSheet("png"))


def test_the_ending_picks_the_format() -> None:
    assert [chart_format_of_file(f"a.{e}") for e in ("svg", "PNG", "pdf", "htm", "txt")] == [
        *("svg", "png", "pdf", "html", "text")
    ]
