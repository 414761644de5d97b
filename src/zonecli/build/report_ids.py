"""What the id of a report of the record must say: what it is of, and who tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from zonecli.build.text import Record
from zonecli.table.report import Report


def id_faults(records: Iterable[Record], reports: Iterable[Report]) -> Iterator[str]:
    """Each id that does not name metric, zone type or zone, year and source, in this order.

    More may stand between them and behind. `reports`: those of the records that have no fault of
    their own, the only ones whose cells can be relied on; an id that two have is a fault already.
    """
    told = Counter(report.id for report in reports)
    for record in records:
        cells = record.cells
        if told[cells["id"]] == 1 and not _pattern(cells).fullmatch(cells["id"]):
            yield (
                f"{record.place}: id {cells['id']!r}: name metric, zone type or zone, year and "
                f"source, as in {_example(cells)!r}"
            )


def _pattern(cells: dict[str, str]) -> re.Pattern[str]:
    metric = re.escape(cells["metric"].replace("_", "-"))
    where = "|".join(re.escape(cells[name]) for name in ("zone_type", "zone") if cells[name])
    when, source = rf"{cells['year']}(m\d\d)?", re.escape(cells["source"])
    return re.compile(rf"{metric}-(.+-)?({where})-(.+-)?{when}-(.+-)?{source}(-.+)?")


def _example(cells: dict[str, str]) -> str:
    """The id as most of the record have it."""
    parts = [cells["metric"].replace("_", "-")]
    parts += [cells["measure"]] if cells["measure"] != "level" else []
    parts += [cells["zone_type"]]
    parts += [cells["zone"]] if cells["zone"] != "all" else []
    part = f"m{cells['month']:0>2}" if cells["period"] != "year" and cells["month"] != "12" else ""
    parts += [f"{cells['year']}{part}"]
    parts += [cells["period"]] if cells["period"] in ("ytd", "month") else []
    return "-".join([*parts, cells["source"]])
