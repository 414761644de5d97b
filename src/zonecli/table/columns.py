"""The columns of the table and the closed vocabularies in them."""

from typing import NamedTuple

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
    Column("id", "string", False, "stable name of the report, safe in a shell and in a URL"),
    Column("metric", "string", False, "what is counted; key into the metrics"),
    Column(
        "measure",
        "string",
        False,
        "level, share (percent of the national total) or growth",
    ),
    Column(
        "zone_type",
        "string",
        False,
        "key into the zone types; national is the whole of China",
    ),
    Column("zone", "string", False, "all, a group, or one named zone; key into the zones"),
    Column("year", "int16", False, "the year that the figure is for"),
    Column(
        "period",
        "string",
        False,
        "year, ytd (January to month), month, or point (a day of the month)",
    ),
    Column(
        "month",
        "int8",
        False,
        "last month of the period; 12 for a full year and a year-end",
    ),
    Column("value", "float64", False, "the figure in its unit, unscaled"),
    Column(
        "low",
        "float64",
        True,
        "least value that digits and hedge allow; null: unbounded",
    ),
    Column(
        "high",
        "float64",
        True,
        "greatest value that digits and hedge allow; null: unbounded",
    ),
    Column("unit", "string", False, "unit of value, low and high"),
    Column(
        "qualifier",
        "string",
        False,
        "the hedge: exact, about, nearly, over, at-least, under, …",
    ),
    Column("printed", "string", False, "the number as the source prints it"),
    Column("basis", "string", True, "of growth: nominal, real or unstated; null otherwise"),
    Column("series", "string", True, "key into the series; null: of none"),
    Column("status", "string", False, "reported, derived or forecast"),
    Column("derivation", "string", True, "of a derived figure, in figures; null otherwise"),
    Column(
        "preferred",
        "bool",
        False,
        "chosen among the reports of one figure by the written rule",
    ),
    Column("source", "string", False, "key into the sources"),
    Column("note", "string", True, "definition, doubt, what it disagrees with"),
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
