"""The commands, from their own help: a page of the documentation, and the manual for `man`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import typer

import zonecli
from zonecli.cli.app import COMMANDS, app

_EXIT_CODES = "0 done, 1 a check found something, 2 bad usage or bad data, 130 interrupted."


class Help(NamedTuple):
    """What the help of a command says. `options`: each with its explanation."""

    name: str
    usage: str
    summary: str
    examples: tuple[str, ...]
    paragraphs: tuple[str, ...]
    options: tuple[tuple[str, str], ...]


def helps() -> list[Help]:
    """The help of every command, in the order of `zonecli --help`."""
    group: Any = typer.main.get_command(app)
    context = group.make_context("zonecli", [], resilient_parsing=True)
    return [_help(group.get_command(context, name), context) for name in COMMANDS]


def _help(command: Any, parent: Any) -> Help:
    context = typer.Context(command, info_name=command.name, parent=parent)
    blocks = [block.strip("\n") for block in re.split(r"\n\s*\n", command.help or "")]
    examples = [block for block in blocks if block.lstrip().startswith("\b")]
    texts = [" ".join(block.split()) for block in blocks if block not in examples]
    arguments = [p for p in command.get_params(context) if p.param_type_name == "argument"]
    options = [p for p in command.get_params(context) if p not in arguments]
    usage = ("zonecli", command.name, *(p.metavar for p in arguments), "[OPTIONS]")
    return Help(
        name=command.name,
        usage=" ".join(usage),
        summary=texts[0],
        examples=tuple(line.strip() for block in examples for line in block.splitlines()[1:]),
        paragraphs=tuple(texts[1:]),
        options=tuple((_names(option), option.help) for option in options if option.help),
    )


def _names(option: Any) -> str:
    """How an option is written: "-t, --type TYPE"."""
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {option.metavar or 'N'}"


def page() -> str:
    """All commands as Markdown."""
    return "\n".join(_page_lines()) + "\n"


def _page_lines() -> Iterator[str]:
    yield from ("# Commands", "", "What `zonecli COMMAND --help` says, on one page.", "")
    yield from (f"Exit codes: {_EXIT_CODES}",)
    for entry in helps():
        yield from ("", f"## {entry.name}", "", entry.summary, "", f"    {entry.usage}", "")
        yield from ("```sh", *entry.examples, "```", "")
        for paragraph in entry.paragraphs:
            yield from (_escaped(paragraph), "")
        yield from ("| option | |", "|---|---|")
        yield from (
            f"| <code>{_escaped(n)}</code> | {_escaped(said)} |" for n, said in entry.options
        )


def _escaped(text: str) -> str:
    """Text in which nothing is an order to Markdown."""
    return text.replace("|", "&#124;").replace("<", "&lt;").replace("*", "&#42;")


def manual() -> str:
    """All commands as a page for `man`, section 1."""
    return "\n".join(_manual_lines()) + "\n"


def _manual_lines() -> Iterator[str]:
    yield f'.TH ZONECLI 1 "" "zonecli {zonecli.__version__}" "User Commands"'
    yield from (".SH NAME", r"zonecli \- figures on China's development zones that can be quoted")
    yield from (".SH SYNOPSIS", r".B zonecli", r".I COMMAND", "[ARGUMENTS] [OPTIONS]")
    for entry in helps():
        yield f'.SH "{entry.name.upper()}"'
        yield from (_roff(entry.usage), ".PP", _roff(entry.summary), ".PP", ".nf")
        yield from (f"    {_roff(example)}" for example in entry.examples)
        yield ".fi"
        for paragraph in entry.paragraphs:
            yield from (".PP", _roff(paragraph))
        for names, said in entry.options:
            yield from (".TP", f".B {_roff(names)}", _roff(said))
    yield from (".SH EXIT STATUS", _roff(_EXIT_CODES))
    yield from (".SH ENVIRONMENT", "ZONECLI_DATA, ZONECLI_LANG, ZONECLI_FORMAT, ZONECLI_CONFIG,")
    yield from ("NO_COLOR:", "see", r".BR config .")


def _roff(text: str) -> str:
    """Text in which nothing is an order to roff."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped
