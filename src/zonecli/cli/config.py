"""`zonecli config`."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zonecli.cli import completing, options
from zonecli.errors import DataError, UsageError
from zonecli.language import said

if TYPE_CHECKING:
    from zonecli.answers.result import Result

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def _print_path(wanted: bool) -> None:
    if wanted:
        from zonecli.output.console import write_answer

        write_answer(f"{_file()}\n", raw=False)
        raise typer.Exit


@app.command()
def config(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[set NAME VALUE|unset NAME]",
            show_default=False,
            autocompletion=completing.config_words,
        ),
    ] = None,
    *,
    _path: Annotated[
        bool,
        typer.Option(
            "--path", help="The path of the config file alone.", callback=_print_path, is_eager=True
        ),
    ] = False,
    columns: options.Columns = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
) -> None:
    """What is in force for every command, and from where; sets it.

    \b
    zonecli config
    zonecli config set lang zh
    zonecli config set data mine.parquet
    zonecli config unset lang

    lang is en or zh; format one for stdout, as csv; data a table, several laid over each other, or
    URLs. An option goes before the environment (ZONECLI_LANG, ZONECLI_FORMAT, ZONECLI_DATA), the
    environment before the config file. -o FILE keeps the format of the file's ending.

    Scripts: these settings change what commands print. Name --format, --lang and --data there, or
    set ZONECLI_CONFIG to nothing (or /dev/null) for no config file; it may name another one.
    """
    from zonecli.cli import delivery

    match words or []:
        case []:
            to = delivery.Destination(format_name, csv, output, columns, bom=bom)
            delivery.deliver(_configuration(), to)
        case ["set", name, *values] if values:
            _write(name, values)
        case ["unset", name]:
            _write(name, None)
        case _:
            raise UsageError(said("config takes nothing, set NAME VALUE or unset NAME."))


def _configuration() -> "Result":
    from zonecli.answers.configuration import configuration
    from zonecli.settings import settings

    try:
        dataset = options.opened_table().registries.dataset
    except DataError as error:
        answer = configuration(settings(), _place(), None)
        return answer._replace(notes=(*answer.notes, str(error)))
    return configuration(settings(), _place(), dataset)


def _place() -> Path | None:
    from zonecli.settings import config_path

    return config_path(os.environ)


def _file() -> Path:
    """The config file. Raises UsageError where there is to be none."""
    place = _place()
    if place is None:
        raise UsageError(said("ZONECLI_CONFIG is empty: there is no config file."))
    return place


def _write(name: str, values: list[str] | None) -> None:
    """Sets a setting in the config file, or takes it out (null)."""
    from zonecli.output.console import write_answer, write_notes
    from zonecli.settings import VARIABLES
    from zonecli.settings_file import write_setting
    from zonecli.table.names import choice

    name = choice("setting", name, VARIABLES)
    file = _file()
    changed = write_setting(file, name, None if values is None else _value(name, values))
    if not changed:
        write_notes([said("{path} stays as it was.", path=file)])
    else:
        write_answer(said("Written: {path}", path=file) + "\n", raw=False)
    if os.environ.get(VARIABLES[name]):
        write_notes([said("{variable} goes before it.", variable=VARIABLES[name])])


def _value(name: str, words: list[str]) -> str | tuple[str, ...]:
    """What is written for a setting. Raises UsageError, and DataError for a table that is none."""
    from zonecli.settings import checked, with_home

    if name != "data":
        if len(words) > 1:
            raise UsageError(said("{name} takes one value.", name=name))
        return checked(name, name, words[0])
    checked(name, name, words)  # an empty one would be this folder
    places = tuple(p if "://" in p else str(with_home(p).absolute()) for p in words)
    for place in places:
        if "://" not in place and not Path(place).exists():
            raise DataError(said("There is no table {path}.", path=place))
    return places[0] if len(places) == 1 else places
