"""The registries as people edit them: TOML files, read and checked all together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from zonecli.build.entry_fields import field_problems, sound_fields
from zonecli.build.registry_checks import (
    dataset_problems,
    entry_problems,
    explanation_problems,
    id_problems,
    shared_names,
)
from zonecli.build.text import TomlFile, read_toml
from zonecli.errors import CurationError
from zonecli.table.registries import (
    Dataset,
    Explanation,
    Metric,
    Series,
    Source,
    Zone,
    ZoneType,
)

_KINDS: Mapping[str, type[Any]] = {
    "metrics": Metric,
    "zone_types": ZoneType,
    "zones": Zone,
    "sources": Source,
    "series": Series,
}


def read_registries(folder: Path) -> dict[str, Any]:
    """The registries of a folder of TOML files, as the JSON of the table's metadata holds them.

    Empty values are left out. Raises CurationError with every fault found.
    """
    files = _read_files(folder)
    data: dict[str, Any] = {"dataset": sound_fields(files["dataset"].content, Dataset)}
    for name, kind in _KINDS.items():
        data[name] = {key: sound_fields(e, kind) for key, e in _entries(files[name]).items()}
    explanations = _explanations(files.get("conflicts"))
    data["explanations"] = [sound_fields(entry, Explanation) for entry in explanations]
    faults = list(_dataset_faults(files["dataset"], data))
    for name in _KINDS:
        faults += _registry_faults(files[name], name, data)
    if "conflicts" in files:
        faults += _explanation_faults(files["conflicts"], data)
    if faults:
        raise CurationError(faults)
    return data


def _read_files(folder: Path) -> dict[str, TomlFile]:
    files, faults = {}, []
    for name in ("dataset", *_KINDS, "conflicts"):
        path = folder / f"{name}.toml"
        if name == "conflicts" and not path.exists():
            continue  # nothing is explained then
        try:
            files[name] = read_toml(path)
        except CurationError as error:
            faults += error.faults
    if faults:
        raise CurationError(faults)
    return files


def _entries(file: TomlFile) -> dict[str, Mapping[str, Any]]:
    return {key: entry for key, entry in file.content.items() if isinstance(entry, dict)}


def _explanations(file: TomlFile | None) -> list[Mapping[str, Any]]:
    """The tables under [[conflict]]; none where `conflict` is anything else."""
    entries = file.content.get("conflict", []) if file else []
    tables = isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)
    return entries if tables else []


def _dataset_faults(file: TomlFile, data: Mapping[str, Any]) -> Iterator[str]:
    for field, problem in field_problems(file.content, Dataset):
        yield f"{file.place(field)}: {problem}"
    for problem in dataset_problems(data["dataset"]):
        yield f"{file.place('date')}: {problem}"


def _registry_faults(file: TomlFile, name: str, data: Mapping[str, Any]) -> Iterator[str]:
    entries = _entries(file)
    for key in file.content:
        place = f"{file.place(key)}: {key}"
        if key not in entries:
            yield f"{place} is no entry: give it a heading, [{key}], or move it below one"
            continue
        for problem in id_problems(key, name):
            yield f"{place}: {problem}"
        for _, problem in field_problems(entries[key], _KINDS[name]):
            yield f"{place}: {problem}"
        for problem in entry_problems(data[name][key], name, data):
            yield f"{place}: {problem}"
    for key, problem in shared_names(name, data):
        yield f"{file.place(key)}: {key}: {problem}"


def _explanation_faults(file: TomlFile, data: Mapping[str, Any]) -> Iterator[str]:
    """An explanation that fits no conflict is no fault: the figures may agree again one day."""
    entries = _explanations(file)
    for key in file.content:
        if key != "conflict" or not entries:
            yield f"{file.place(key)}: {key} is no explanation: write each below [[conflict]]"
    for number, entry in enumerate(entries):
        place = file.place("conflict", number)
        for _, problem in field_problems(entry, Explanation):
            yield f"{place}: {problem}"
        for problem in explanation_problems(data["explanations"][number], data):
            yield f"{place}: {problem}"
