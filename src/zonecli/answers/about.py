"""What zonecli and its table are: name, version, date, and how much the table holds."""

from __future__ import annotations

from zonecli import __version__
from zonecli.table.opening import open_table


def version_line() -> str:
    """One line: the version of the program, and the name, version and date of its table."""
    dataset = open_table().registries.dataset
    return f"zonecli {__version__}; {dataset.name} {dataset.version} ({dataset.date})"
