"""What a user has settled for every command: language, format, table.

A setting is taken from the environment, else from the config file, else it is built in. Options of
the command line come before all three. Commands alone read settings: the Python functions do not.
"""

import os
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from zonecli.errors import UsageError
from zonecli.language import ENGLISH, LANGUAGES, said

VARIABLES: Mapping[str, str] = {
    "lang": "ZONECLI_LANG",
    "format": "ZONECLI_FORMAT",
    "data": "ZONECLI_DATA",
}
FILE_VARIABLE = "ZONECLI_CONFIG"
BUILT_IN, ENVIRONMENT, FILE = "built-in", "environment", "file"

_NOWHERE: Mapping[str, str] = {}


class Settings(NamedTuple):
    """What is in force where no option says otherwise. `data`: paths and URLs laid over each other,
    none: the table that came with zonecli. `origins`: setting, or "config" for the file's own
    place → ENVIRONMENT or FILE; a setting that is not in it is built in.
    """

    lang: str = ENGLISH
    format: str = "table"
    data: tuple[str, ...] = ()
    origins: Mapping[str, str] = _NOWHERE


@cache
def settings() -> Settings:
    """Those of this process. Raises UsageError for a setting that cannot be."""
    return settings_of(os.environ, config_path(os.environ))


def table_path(named: list[str] | None = None) -> Path | list[str] | None:
    """The table that an option names, else the user's, or the several to be laid over each other;
    null: ours. Raises UsageError for a setting that cannot be."""
    places = named or list(settings().data)
    if len(places) > 1 or any("://" in place for place in places):
        return places
    return with_home(places[0]) if places else None


def with_home(name: str) -> Path:
    """A path whose ~ is the home that it stands for. Raises UsageError where there is none."""
    try:
        return Path(name).expanduser()
    except RuntimeError:
        raise UsageError(said("{path}: there is no such home.", path=name)) from None


def config_path(environment: Mapping[str, str]) -> Path | None:
    """Where the config file is or would be; null where ZONECLI_CONFIG is empty: there is none."""
    named = environment.get(FILE_VARIABLE)
    if named is None:
        import typer

        return Path(typer.get_app_dir("zonecli")) / "config.toml"
    return with_home(named) if named else None


def settings_of(environment: Mapping[str, str], path: Path | None) -> Settings:
    """The settings of an environment and a config file, which need not exist.

    An empty variable counts as none. Raises UsageError, which names variable or file and key.
    """
    found: dict[str, Any] = {}
    origins = {"config": ENVIRONMENT} if FILE_VARIABLE in environment else {}
    if path is not None and (content := read_config(path)).strip():
        from zonecli.settings_file import values_of

        for name, value in values_of(path, content).items():
            found[name] = checked(f"{path}: {name}", name, value)
            origins[name] = FILE
        if "data" in found:
            found["data"] = tuple(_beside(path, place) for place in found["data"])
    for name, variable in VARIABLES.items():
        if text := environment.get(variable):
            found[name] = checked(variable, name, text)
            origins[name] = ENVIRONMENT
    return Settings(**found, origins=origins)


def read_config(path: Path) -> bytes:
    """The config file, empty where there is none. Raises UsageError."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UsageError(said("Cannot read {path}: {reason}.", path=path, reason=reason)) from error


def checked(where: str, name: str, value: object) -> str | tuple[str, ...]:
    """A setting as it is used. Raises UsageError, which begins with `where`."""
    if name == "data":
        places: list[Any] = value if isinstance(value, list) else [value]
        if not places or not all(isinstance(place, str) and place for place in places):
            raise UsageError(f"{where}: {said('It takes a path in quotes, or a list of them.')}")
        return tuple(place if "://" in place else str(with_home(place)) for place in places)
    if name == "lang":
        return _one_of(where, name, value, LANGUAGES)
    from zonecli.output import STDOUT_FORMATS

    return _one_of(where, name, value, STDOUT_FORMATS)


def _one_of(where: str, name: str, value: object, allowed: Iterable[str]) -> str:
    from zonecli.table.names import choice

    if not isinstance(value, str):
        kinds = ", ".join(allowed)
        raise UsageError(f"{where}: {said('It takes one of {kinds}, in quotes.', kinds=kinds)}")
    try:
        return choice("language" if name == "lang" else name, value, allowed)
    except UsageError as error:
        raise UsageError(f"{where}: {error}") from error


def _beside(path: Path, place: str) -> str:
    """A place that the config file names is seen from its folder."""
    return place if "://" in place else str(path.parent / place)
