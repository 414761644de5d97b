"""The config file: TOML, a line a setting. What a user wrote beside a setting stays."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zonecli.errors import OutputError, UsageError
from zonecli.files import write_whole
from zonecli.language import said
from zonecli.settings import VARIABLES, read_config


def values_of(path: Path, content: bytes) -> dict[str, Any]:
    """The settings that a config file names, unchecked. Raises UsageError: no TOML, no setting."""
    try:
        values = tomllib.loads(_text(content))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        reason = f"{error}".rstrip(".")
        raise UsageError(said("{path} is no TOML: {reason}.", path=path, reason=reason)) from error
    for name in values:
        if name not in VARIABLES:
            known = ", ".join(VARIABLES)
            told = said("No setting '{name}'. It is one of {known}.", name=name, known=known)
            raise UsageError(f"{path}: {told}")
    return values


def write_setting(path: Path, name: str, value: str | tuple[str, ...] | None) -> bool:
    """Writes a setting into the config file, or takes it out (null); whether the file changed.

    Only the setting's own line is touched. Raises UsageError where it is no single line, and
    OutputError.
    """
    if path.exists() and not path.is_file():
        raise UsageError(said("{path} is no file to write to.", path=path))
    content = read_config(path)
    before = values_of(path, content)
    after = {key: each for key, each in before.items() if key != name}
    if value is not None:
        after[name] = value if isinstance(value, str) else list(value)
    if after == before:
        return False
    text = _with_line(_text(content), name, None if value is None else _line(name, after[name]))
    if not _says(text, after):
        told = said("The line of {name} cannot be changed by itself: edit the file.", name=name)
        raise UsageError(f"{path}: {told}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or error
        told = said("Cannot make {path}: {reason}.", path=path.parent, reason=reason)
        raise OutputError(told) from error
    write_whole(path, text.encode())
    return True


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig")  # Windows' own editor begins with a byte order mark


def _line(name: str, value: str | list[str]) -> str:
    return f"{name} = {json.dumps(value, ensure_ascii=False)}"  # TOML takes JSON's texts and lists


def _with_line(text: str, name: str, line: str | None) -> str:
    """The text with this line in place of the setting's, or at its end; null: without any."""
    end = "\r\n" if "\r\n" in text else "\n"
    pattern = re.compile(rf"^[ \t]*{name}[ \t]*=.*(\r?\n|\Z)", re.MULTILINE)
    new = "" if line is None else line + end
    if pattern.search(text):
        return pattern.sub(lambda _: new, text, count=1)
    return text + (end if text and not text.endswith("\n") else "") + new


def _says(text: str, values: Mapping[str, Any]) -> bool:
    """Whether a text is TOML of these values, and can be written."""
    try:
        text.encode()
        return tomllib.loads(text) == values
    except (tomllib.TOMLDecodeError, UnicodeEncodeError):
        return False
