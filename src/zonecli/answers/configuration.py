"""`config`: what is in force for every command, and from where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from zonecli.answers.about import dataset_text
from zonecli.answers.result import Column, Heading, Result, Sheet
from zonecli.language import said, to_be_said
from zonecli.settings import BUILT_IN, ENVIRONMENT, FILE, FILE_VARIABLE, VARIABLES, Settings
from zonecli.table.fast_copy import cache_folder
from zonecli.table.opening import our_path
from zonecli.table.registries import Dataset

_COLUMNS = (
    Column("setting", "lang, format and data can be set; the others tell where things are"),
    Column("value", "what is in force; null: there is none"),
    Column("origin", "environment, file or built-in; null: it cannot be set"),
)
_ORIGINS = {BUILT_IN: to_be_said("built-in"), FILE: to_be_said("config file")}


def configuration(settings: Settings, file: Path | None, dataset: Dataset | None) -> Result:
    """A row for each setting, for several tables one each; for config file, cache and data.

    `file`: where the config file is or would be, null: nowhere; `dataset`: of the table, null
    where none opens. Raises DataError where zonecli's own table is missing.
    """
    rows = tuple(
        dict(zip((column.name for column in _COLUMNS), row, strict=True))
        for row in _rows(settings, file, dataset)
    )
    missing = file is not None and not file.exists()
    note = said("There is no config file yet: zonecli config set lang zh makes it.")
    return Result(
        query={"command": "config"},
        columns=_COLUMNS,
        rows=rows,
        sheet=_sheet(rows),
        notes=(note,) if missing else (),
        dataset=dataset or Dataset(),
    )


def _rows(
    settings: Settings, file: Path | None, dataset: Dataset | None
) -> Iterator[tuple[str, str | None, str | None]]:
    origin = {name: settings.origins.get(name, BUILT_IN) for name in VARIABLES}
    yield "lang", settings.lang, origin["lang"]
    yield "format", settings.format, origin["format"]
    for place in settings.data or (str(our_path()),):
        yield "data", place, origin["data"]
    yield "config", str(file) if file else None, settings.origins.get("config", BUILT_IN)
    cache = cache_folder()
    yield "cache", str(cache) if cache else None, None
    yield "version", dataset_text(dataset) if dataset else None, None


def _sheet(rows: tuple[Mapping[str, Any], ...]) -> Sheet:
    lines = tuple((row["setting"], row["value"] or "–", _origin(row)) for row in rows)
    legend = said("An option of a command goes before the environment, and that before the file.")
    headings = (Heading(said("Setting")), Heading(said("Value")), Heading(said("From")))
    return Sheet("", headings, lines, (legend,))


def _origin(row: Mapping[str, Any]) -> str:
    """Where a setting is from, in words: a variable by its name."""
    if row["origin"] is None:
        return ""
    if row["origin"] == ENVIRONMENT:
        return VARIABLES.get(row["setting"], FILE_VARIABLE)
    return said(_ORIGINS[row["origin"]])
