"""The command `zonecli`: its commands, loaded when they are called, and the one place where
errors end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib import import_module
from inspect import getdoc
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from zonecli.cli import completing
from zonecli.errors import ZonecliError
from zonecli.language import LANGUAGES, speak
from zonecli.settings import settings, table_path

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
    "plot": "zonecli.cli.plot",
    "export": "zonecli.cli.export",
    "build": "zonecli.cli.build",
    "config": "zonecli.cli.config",
}
INTERRUPTED = 130
_LANGUAGE = "zonecli.language"  # what is said before the command, in the context of all


class Commands(TyperGroup):
    """Imports a command's module when it is asked for: the others cost nothing."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.params.append(_language_option(_note_language))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = typer.main.get_command(import_module(COMMANDS[cmd_name]).app)
        command.name = cmd_name
        command.params.append(_language_option(_speak))
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """By their help alone: to make the options of every command takes most of the time."""
        widest = formatter.width - 6 - max(map(len, COMMANDS))  # as Typer has it
        rows = [(name, _described(name).get_short_help_str(widest)) for name in COMMANDS]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: Any) -> Any:
        from zonecli.output.progress import progress

        try:
            with progress():
                return super().invoke(ctx)
        except ZonecliError as error:
            from zonecli.output.console import write_notes

            write_notes(error.lines)
            raise typer.Exit(error.exit_status) from error
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except MemoryError:
            from zonecli.output.console import write_notes

            write_notes(["There is not enough memory for that table or text."])
            raise typer.Exit(ZonecliError.exit_status) from None


def _described(name: str) -> TyperCommand:
    """A command without its options."""
    (entry,) = import_module(COMMANDS[name]).app.registered_commands
    return TyperCommand(name=name, help=getdoc(entry.callback))


def _language_option(callback: Callable[..., None]) -> TyperOption:
    """The option that every command has, without a parameter for it in each function."""
    return TyperOption(
        param_decls=["--lang"],
        metavar="en|zh",
        help="Language of the answer. [zonecli config]",
        callback=callback,
        is_eager=True,
        expose_value=False,
        autocompletion=completing.languages,
    )


def _note_language(ctx: Any, _option: Any, word: str | None) -> None:
    """Before the command: what it says counts there, unless the command says something else."""
    ctx.meta[_LANGUAGE] = word


def _speak(ctx: Any, _option: Any, word: str | None) -> None:
    """Speaks the language that is asked for, else that of the user's settings."""
    if word is None:
        word = ctx.meta.get(_LANGUAGE)
    if word is not None:
        from zonecli.table.names import choice

        speak(choice("language", word, LANGUAGES))
    else:
        speak(settings().lang)


def _greet(ctx: Any) -> None:
    from zonecli.cli.greeting import greeting
    from zonecli.output.cells import one_line
    from zonecli.output.console import write_answer
    from zonecli.table.opening import open_table

    _speak(ctx, None, None)
    lines = greeting(open_table(table_path()))
    write_answer("".join(f"{one_line(line)}\n" for line in lines), raw=False)


def _print_version(wanted: bool) -> None:
    if wanted:
        from zonecli.answers.about import version_line
        from zonecli.output.cells import one_line
        from zonecli.output.console import write_answer
        from zonecli.table.opening import open_table

        write_answer(one_line(version_line(open_table(table_path()))) + "\n", raw=False)
        raise typer.Exit


app = typer.Typer(
    cls=Commands,
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback()
def zonecli(
    ctx: typer.Context,
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
    if ctx.invoked_subcommand is None:
        _greet(ctx)


def run() -> None:
    """Runs the command that was called; ends with its exit status."""
    from zonecli.output.console import prepare_console, write_notes, written_to_stdout

    prepare_console()
    try:
        with written_to_stdout():
            _call()
    except ZonecliError as error:  # the help on a full disk
        write_notes(error.lines)
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
