"""The table of formats is the one place where they are named: what is derived from it, and the
pages that must agree with it."""

from __future__ import annotations

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest
from output_results import SOURCE, result
from typer.main import get_command

from zonecli.cli.show import app
from zonecli.errors import UsageError
from zonecli.output import (
    FORMATS,
    FORMATS_OF_ANSWERS,
    FORMATS_OF_SOURCES,
    STDOUT_FORMATS,
    render,
)
from zonecli.output.page import Page
from zonecli.settings import settings_of

SCRIPTING = Path(__file__).parents[2] / "docs" / "scripting.md"
OF_CHECK = {"sarif"}  # points into the files that were read, so no other answer has it


def test_scripts_are_told_of_every_format() -> None:
    """docs/scripting.md has a line for each, and for none that there is not."""
    table = SCRIPTING.read_text(encoding="utf-8").partition("| format |")[2].partition("\n\n")[0]
    lines = [line.split("|")[1] for line in table.splitlines()[2:]]
    named = [name for line in lines for name in re.findall("`([^`]+)`", line)]
    assert Counter(named) == Counter([*FORMATS, *OF_CHECK])


def test_help_names_every_format_once() -> None:
    (option,) = [param for param in get_command(app).params if param.name == "format_name"]
    assert re.findall(r"[\w-]+(?=[,;.])", option.help) == list(FORMATS)


def test_what_is_said_of_a_format_is_true_of_it() -> None:
    """Its module is there; binary ones give bytes; those with notes hold the note, those of the
    sources alone no cell."""
    answer = result([{"name": "cell"}], [["cell", "2"]], notes=["beware"], sources=[SOURCE])
    for name, known in FORMATS.items():
        assert hasattr(import_module(known.module), "render")
        content = render(answer, name, Page())
        assert isinstance(content, bytes) == known.binary, name
        if isinstance(content, str):
            assert "beware" in content or not known.with_notes, name
            assert ("cell" in content) != known.of_sources, name


def test_each_format_belongs_to_answers_or_to_their_sources() -> None:
    assert [*FORMATS_OF_ANSWERS, *FORMATS_OF_SOURCES] == list(FORMATS)
    assert set(FORMATS_OF_ANSWERS) - set(STDOUT_FORMATS) == {"xlsx", "parquet"}


def test_no_two_formats_have_one_ending() -> None:
    endings = [ending for known in FORMATS.values() for ending in known.endings]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_may_be_settled_if_stdout_takes_it_for_any_answer(name: str) -> None:
    if name in STDOUT_FORMATS:
        assert settings_of({"ZONECLI_FORMAT": name}, None).format == name
    else:
        with pytest.raises(UsageError, match="ZONECLI_FORMAT"):
            settings_of({"ZONECLI_FORMAT": name}, None)
