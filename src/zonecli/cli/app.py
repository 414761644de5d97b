"""The command `zonecli`: its commands, loaded when they are called, and the one place where
errors end."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from zonecli.errors import ZonecliError

# Command → module; each has a Typer `app` with that one command.
COMMANDS = {
    "show": "zonecli.cli.show",
    "compare": "zonecli.cli.compare",
    "list": "zonecli.cli.listing",
    "search": "zonecli.cli.search",
    "describe": "zonecli.cli.describe",
    "explain": "zonecli.cli.explain",
    "conflicts": "zonecli.cli.conflicts",
    "rank": "zonecli.cli.rank",
    "verify": "zonecli.cli.verify",
    "check": "zonecli.cli.check",
    "cite": "zonecli.cli.cite",
    "export": "zonecli.cli.export",
    "build": "zonecli.cli.build",
}
INTERRUPTED = 130


class Commands(TyperGroup):
    """Imports a command's module when it is asked for: the others cost nothing."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(COMMANDS[cmd_name]).app)
        command.name = cmd_name
        return command

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except ZonecliError as error:
            from zonecli.output.console import write_notes

            write_notes(str(error).splitlines())
            raise typer.Exit(error.exit_status) from error
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None


def _print_version(wanted: bool) -> None:
    if wanted:
        from zonecli.answers.about import version_line
        from zonecli.output.console import write_answer

        write_answer(version_line() + "\n", raw=False)
        raise typer.Exit


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback()
def zonecli(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show version and data.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Figures on China's development zones that can be quoted: sourced, hedged, explained.

    \b
    zonecli show gdp --type high-tech
    zonecli compare 2012 2021
    zonecli list metrics

    Exit codes: 0 done, 1 a check found something, 2 bad usage or bad data, 130 interrupted.
    """


def run() -> None:
    """Runs the command that was called; ends with its exit status."""
    from zonecli.output.console import prepare_console, write_notes, written_to_stdout

    prepare_console()
    try:
        with written_to_stdout():
            _call()
    except ZonecliError as error:  # the help on a full disk
        write_notes([str(error)])
        sys.exit(error.exit_status)


def _call() -> None:
    """Runs the command. Typer ends with 1 where a reader has closed the pipe, as with `| head`:
    that reader has had enough, and nothing went wrong."""
    if "_ZONECLI_COMPLETE" in os.environ:
        from zonecli.cli.completing import without_rich

        without_rich()
    stdout = sys.stdout
    try:
        app(prog_name="zonecli")
    except SystemExit as end:
        replaced, sys.stdout = sys.stdout is not stdout, stdout
        if end.code == 1 and replaced:  # by Typer, with one that is silent
            raise BrokenPipeError from None
        stdout.flush()
        raise
