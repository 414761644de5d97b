"""`zonecli plot` as a user runs it: in a terminal, into a pipe, as a file."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from installed_command import Run, assert_refused, run_on_terminal, without_styles
from rich.cells import cell_len

from zonecli.language import in_chinese
from zonecli.output.charts import picture as chart_picture

GDP = ("plot", "gdp", "--type", "high-tech")
STARTS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "html": b"<!DOCTYPE html>"}


@pytest.fixture
def on_articles(articles_table: Path) -> dict[str, str]:
    """For what does not go through `run`."""
    return {"ZONECLI_DATA": str(articles_table)}


def test_a_pipe_gets_text_and_nothing_else(run: Run) -> None:
    """5.4, 15.3 and 19.3 trillion in 2012, 2021 and 2024: three markers and no line."""
    ran = run(*GDP)
    assert ran.status == 0
    assert ran.out.startswith("GDP\nnational high-tech zones · current prices\n\ntrillion CNY\n")
    assert ran.out.count("●") == 3
    assert not re.search(r"[\u2801-\u28ff\x1b]", ran.out)
    assert "●   19.3 trillion" in ran.out
    assert "2012" in ran.out
    assert "\nSource: " in ran.out
    assert "five articles 1 (2026-01-31)" in " ".join(ran.out.split())


def test_notes_are_those_of_show(run: Run) -> None:
    assert run("plot", "exports", "--measure", "share").err == (
        run("show", "exports", "--measure", "share").err
    )


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize(
    "args",
    [GDP, (*GDP, "--kind", "bar"), ("plot", "gdp", "rd_expenditure", "--compare", "2012", "2021")],
    ids=" ".join,
)
def test_a_terminal_gets_lines_that_fit(
    on_articles: dict[str, str], columns: int, args: tuple[str, ...]
) -> None:
    written = run_on_terminal(columns, *args, env=on_articles)
    assert "\x1b[1mGDP" in written
    lines = without_styles(written).splitlines()
    drawn = lines[: next(n for n, line in enumerate(lines) if line.startswith("Source: "))]
    assert max(map(cell_len, drawn)) <= columns


def test_no_colour_where_none_is_wished(on_articles: dict[str, str]) -> None:
    assert "\x1b" in run_on_terminal(80, *GDP, env=on_articles)
    assert "\x1b" not in run_on_terminal(80, *GDP, env={**on_articles, "NO_COLOR": "1"})


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_a_console_without_braille_gets_letters(run: Run, encoding: str) -> None:
    ran = run(*GDP, env={"PYTHONIOENCODING": encoding})
    assert ran.status == 0
    drawn = ran.stdout.decode(encoding)
    assert drawn.count("O") == 3
    assert "?" not in drawn


@pytest.mark.parametrize("ending", STARTS)
def test_the_ending_of_a_file_picks_the_format(run: Run, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"gdp.{ending}"
    ran = run(*GDP, "-o", str(path))
    assert (ran.status, ran.out) == (0, "")
    assert path.read_bytes().startswith(STARTS[ending])
    assert [child.name for child in tmp_path.iterdir()] == [path.name]
    assert run(*GDP, "--format", ending).stdout == path.read_bytes()


def test_a_picture_holds_what_the_table_does(run: Run, tmp_path: Path) -> None:
    """Three figures, and no stroke between 2012 and 2021."""
    path = tmp_path / "gdp.svg"
    assert run(*GDP, "-o", str(path)).status == 0
    ids = [node.get("id", "") for node in ElementTree.parse(path).getroot().iter()]
    assert sum(name.startswith("point-") for name in ids) == 3
    assert not any(name.startswith("stroke-") for name in ids)


def test_a_bound_is_said_to_be_one(run: Run) -> None:
    """ "Over 60,000" is no 60,000."""
    assert " over 60,000\n" in run("plot", "foreign_invested_enterprises").out
    drawn = run("plot", "high_tech_enterprises", "--type", "high-tech").out
    assert drawn.count("↓") == 2  # at its point, and in the legend
    assert "↓ at most so much" in drawn


def test_two_years_beside_each_other(run: Run) -> None:
    """R&D more than tripled: the amount of 2012 is not known, its index is."""
    ran = run("plot", "rd_expenditure", "--compare", "2012", "2021")
    assert "100 d\n" in ran.out
    assert "over 300  at least +200%\n" in ran.out
    assert "2012 = 100, national high-tech zones: 2012 is derived, not printed." in ran.err


def test_what_is_computed_is_said_to_be(run: Run) -> None:
    """15.3 over 5.4 is 2.83."""
    ran = run(*GDP, "--index", "2012")
    assert ran.out.startswith("GDP: 2012 = 100\n")
    assert "Computed by zonecli." in ran.out
    assert run(*GDP, "--kind", "bar", "--index", "2012").status == 0


def test_nothing_known_draws_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.png"
    ran = run("plot", "gdp", "--year", "1985", "-o", str(path))
    assert (ran.status, ran.out) == (0, "")
    assert "is not written" in ran.err
    assert "Nearest" in ran.err
    assert not path.exists()
    assert run("plot", "gdp", "--year", "1985").out == ""


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("plot", "gpd"), ("No metric 'gpd'", "gdp")),
        ((*GDP, "--kind", "pie"), ("No kind 'pie'", "line", "bar")),
        ((*GDP, "--format", "gif"), ("No format 'gif'",)),
        ((*GDP, "-o", "gdp.gif"), ("gdp.gif", ".svg", ".html")),
        ((*GDP, "--width", "0"), ("--width",)),
        ((*GDP, "--compare", "2012", "2021", "--latest"), ("--compare",)),
        ((*GDP, "--compare", "2021", "2012"), ("earlier year first",)),
        ((*GDP, "--year", "2021", "--from", "2012"), ("--year",)),
        ((*GDP, "-o", "no/such/folder/gdp.svg"), ("Cannot write",)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_drawn_is_refused(
    run: Run, args: tuple[str, ...], words: tuple[str, ...]
) -> None:
    assert_refused(run(*args), *words)


def test_chinese_texts(run: Run) -> None:
    ran = run(*GDP, "--lang", "zh")
    assert "万亿元" in ran.out
    assert "来源：" in ran.out
    assert "19.3万亿" in ran.out
    assert not re.search(r"current|prices|Source", ran.out)


@pytest.mark.usefixtures("chinese")
def test_without_a_chinese_font_a_picture_is_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Better than boxes; a note says why. Text and other machines are as asked."""
    from zonecli.cli.plot import spoken_on
    from zonecli.output.charts import DrawingSheet

    monkeypatch.setattr(chart_picture, "can_draw_chinese", lambda: True)
    assert spoken_on(DrawingSheet("png")) == []
    monkeypatch.setattr(chart_picture, "can_draw_chinese", lambda: False)
    assert spoken_on(DrawingSheet("text")) == []
    assert in_chinese()
    (note,) = spoken_on(DrawingSheet("png"))
    assert "fonts-noto-cjk" in note
    assert not in_chinese()
