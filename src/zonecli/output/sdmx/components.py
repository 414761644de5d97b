"""SDMX: what a line of the data is made of, and which code lists its codes are in.

Identifiers are those of the SDMX cross-domain concepts where there is one. Codes are the table's
own keys, so that both can be joined. `REPORT` is a dimension because several sources tell one
figure: report 1 is the preferred one, so that REPORT = 1 is the series without doubles. There is no
FREQ: the figures come when somebody prints them, and `PERIOD` says what time each covers. There is
no DECIMALS: it cannot say that 15,300,000,000,000 is good to the third digit; LOW and HIGH do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from zonecli.table.registries import Dataset

AGENCY = "ZONECLI"
DATAFLOW, STRUCTURE, CONCEPTS = "DF_ZONES", "DSD_ZONES", "CS_ZONES"


class Component(NamedTuple):
    """A column of the data. `role`: dimension, measure or attribute; `codes`: its code list, or
    empty, then `type` is the SDMX data type; `required`: every line has it."""

    id: str
    role: str
    name: str
    description: str
    codes: str = ""
    type: str = "String"
    required: bool = True


COMPONENTS = (
    Component("METRIC", "dimension", "Metric", "What is counted.", "CL_METRIC"),
    Component(
        "MEASURE",
        "dimension",
        "Measure",
        "Level, share of the national total, growth.",
        "CL_MEASURE",
    ),
    Component("ZONE_TYPE", "dimension", "Zone type", "Of which kind of zones.", "CL_ZONE_TYPE"),
    Component(
        "REF_AREA",
        "dimension",
        "Reference area",
        "All zones of the type, a group of them, or one zone.",
        "CL_AREA",
    ),
    Component(
        "PERIOD",
        "dimension",
        "Kind of period",
        "What time the figure covers; TIME_PERIOD names its end.",
        "CL_PERIOD",
    ),
    Component("UNIT_MEASURE", "dimension", "Unit of measure", "Unit of the value.", "CL_UNIT"),
    Component(
        "REPORT",
        "dimension",
        "Report",
        "Which of the reports of one figure; 1 is the preferred one.",
        "CL_REPORT",
    ),
    Component(
        "TIME_PERIOD",
        "dimension",
        "Time period",
        "The year of a full year; else the last month of the period.",
        type="ObservationalTimePeriod",
    ),
    Component("OBS_VALUE", "measure", "Observation value", "Unscaled, in its unit.", type="Double"),
    Component(
        "OBS_STATUS",
        "attribute",
        "Observation status",
        "F forecast; E hedged by its source, or derived from what the source prints; A neither.",
        "CL_OBS_STATUS",
    ),
    Component("QUALIFIER", "attribute", "Qualifier", "The source's hedge.", "CL_QUALIFIER"),
    Component(
        "LOW",
        "attribute",
        "Lower bound",
        "Least value that digits and hedge allow; absent: unbounded.",
        type="Double",
        required=False,
    ),
    Component(
        "HIGH",
        "attribute",
        "Upper bound",
        "Greatest value that digits and hedge allow; absent: unbounded.",
        type="Double",
        required=False,
    ),
    Component("UNIT_MULT", "attribute", "Unit multiplier", "Always 0.", "CL_UNIT_MULT"),
    Component(
        "BASIS", "attribute", "Basis of growth", "Of growth only.", "CL_BASIS", required=False
    ),
    Component(
        "SERIES",
        "attribute",
        "Series",
        "Figures of one body by one definition.",
        "CL_SERIES",
        required=False,
    ),
    Component("STATUS", "attribute", "Status", "How the source tells it.", "CL_STATUS"),
    Component("SOURCE", "attribute", "Source", "Where it is printed.", "CL_SOURCE"),
    Component("REPORT_ID", "attribute", "Report id", "Stable name of the report."),
    Component(
        "COMMENT_OBS",
        "attribute",
        "Observation comment",
        "The number as printed, the derivation, the note.",
    ),
)


def version_of(dataset: Dataset) -> str:
    """The table's version as SDMX takes it: 2026.11; 1.0 where it is nothing like that."""
    found = re.fullmatch(r"\d+(\.\d+){1,2}", dataset.version)
    return ".".join(str(int(part)) for part in dataset.version.split(".")) if found else "1.0"


def code_id(key: str) -> str:
    """A key as the id of a code, which has letters, digits, _ - @ $: any other letter, and $
    itself, becomes its number in hexadecimal between two $, so that two keys stay two."""
    return re.sub(r"[^A-Za-z0-9_@-]", lambda found: f"${ord(found[0]):X}$", key)


def further_ids(names: tuple[str, ...]) -> Mapping[str, str]:
    """A user's further columns → ids of attributes, none of them twice or ours."""
    taken = {component.id for component in COMPONENTS}
    ids: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"[^A-Z0-9]+", "_", name.upper()).strip("_")
        wanted = plain if plain[:1].isalpha() else f"X_{plain}".rstrip("_")
        number, free = 1, wanted
        while free in taken:
            number += 1
            free = f"{wanted}_{number}"
        taken.add(free)
        ids[name] = free
    return ids
