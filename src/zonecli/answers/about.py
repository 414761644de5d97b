"""What zonecli and its table are: name, version, date, and how much the table holds."""

from __future__ import annotations

from zonecli.table.opening import open_table


def version_line() -> str:
    """One line: the version of the program, and the name, version and date of its table."""
    from importlib.metadata import version

    dataset = open_table().registries.dataset
    return f"zonecli {version('zonecli')}; {dataset.name} {dataset.version} ({dataset.date})"
