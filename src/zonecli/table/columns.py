"""The columns of the table and the closed vocabularies in them."""

from __future__ import annotations

from typing import NamedTuple

from zonecli.language import to_be_said
from zonecli.stats.qualifiers import QUALIFIERS

MEASURES = ("level", "share", "growth")
PERIODS = ("year", "ytd", "month", "point")
STATUSES = ("reported", "derived", "forecast")
BASES = ("nominal", "real", "unstated")
METRIC_KINDS = ("flow", "stock")
ZONE_KINDS = ("zone", "group", "all")
SOURCE_KINDS = (
    "official-statistic",
    "ministry",
    "state-media",
    "press",
    "reference",
    "mirror",
)
SEEN = ("full", "excerpt")

# Units of things that are counted one by one: a whole number printed in full is itself.
COUNTED_UNITS = ("count", "persons", "rank")
CURRENCIES = ("CNY", "USD")
UNITS = (
    *COUNTED_UNITS,
    *CURRENCIES,
    "percent",
    "percentage_points",
    "index",
    "points",
    "times",
    "sq_km",
    "hectares",
    "CNY_per_USD",
    "CNY_per_person",
    "CNY_per_sq_km",
    "tonnes",
    "tce_per_10000_CNY",
    "per_10000_persons",
)


class Column(NamedTuple):
    """One column: its name, its Arrow type by name, whether null may stand in it, what it holds."""

    name: str
    type: str
    nullable: bool
    description: str


COLUMNS = (
    Column(
        "id", "string", False, to_be_said("stable name of the report, safe in a shell and in a URL")
    ),
    Column("metric", "string", False, to_be_said("what is counted; key into the metrics")),
    Column(
        "measure",
        "string",
        False,
        to_be_said("level, share (percent of the national total) or growth"),
    ),
    Column(
        "zone_type",
        "string",
        False,
        to_be_said("key into the zone types; national is the whole of China"),
    ),
    Column(
        "zone", "string", False, to_be_said("all, a group, or one named zone; key into the zones")
    ),
    Column("year", "int16", False, to_be_said("the year that the figure is for")),
    Column(
        "period",
        "string",
        False,
        to_be_said("year, ytd (January to month), month, or point (end of month)"),
    ),
    Column(
        "month",
        "int8",
        False,
        to_be_said("last month of the period; 12 for a full year and a year-end"),
    ),
    Column("value", "float64", False, to_be_said("the figure in its unit, unscaled")),
    Column(
        "low",
        "float64",
        True,
        to_be_said("least value that digits and hedge allow; null: unbounded"),
    ),
    Column(
        "high",
        "float64",
        True,
        to_be_said("greatest value that digits and hedge allow; null: unbounded"),
    ),
    Column("unit", "string", False, to_be_said("unit of value, low and high")),
    Column(
        "qualifier",
        "string",
        False,
        to_be_said("the hedge: exact, about, nearly, over, at-least, under, …"),
    ),
    Column("printed", "string", False, to_be_said("the number as the source prints it")),
    Column(
        "basis", "string", True, to_be_said("of growth: nominal, real or unstated; null otherwise")
    ),
    Column("series", "string", True, to_be_said("key into the series; null: of none")),
    Column("status", "string", False, to_be_said("reported, derived or forecast")),
    Column(
        "derivation", "string", True, to_be_said("of a derived figure, in figures; null otherwise")
    ),
    Column(
        "preferred",
        "bool",
        False,
        to_be_said("chosen among the reports of one figure by the written rule"),
    ),
    Column("source", "string", False, to_be_said("key into the sources")),
    Column("note", "string", True, to_be_said("definition, doubt, what it disagrees with")),
)
COLUMN_NAMES = tuple(column.name for column in COLUMNS)

# What makes two reports tell one figure.
FIGURE_KEY = ("metric", "measure", "zone_type", "zone", "year", "period", "month", "unit")
SORT_KEY = ("metric", "measure", "zone_type", "zone", "year", "month")

# The closed vocabularies by column; a table with another word in one is refused.
VOCABULARIES = {
    "measure": MEASURES,
    "period": PERIODS,
    "status": STATUSES,
    "qualifier": QUALIFIERS,
}
