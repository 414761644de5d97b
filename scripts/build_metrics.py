"""Builds data/metrics.parquet from the text under data/curated/, and what describes it.

Beside the table: datapackage.json, its description for other tools, and preferred.csv, why one
report was preferred to the others of its figure. Same text, same bytes. Every fault is one line
on stderr, and then nothing is written. Prints what the cross-checks found; with --strict the exit
status is 1 where a conflict has no explanation.

    python scripts/build_metrics.py [--curated FOLDER] [--output FILE] [--strict]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from zonecli.build.curated import Curated, read_curated
from zonecli.build.datapackage import descriptor_bytes
from zonecli.build.parquet import table_bytes
from zonecli.build.preferred_list import preferred_list
from zonecli.build.reconciliation import reconcile
from zonecli.errors import ZonecliError
from zonecli.files import write_whole
from zonecli.table.registries import Registries
from zonecli.table.table import Table

ROOT = Path(__file__).parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the Parquet table from the curated text.")
    parser.add_argument("--curated", type=Path, default=ROOT / "data/curated")
    parser.add_argument("--output", type=Path, default=ROOT / "data/metrics.parquet")
    parser.add_argument("--strict", action="store_true", help="exit 1 if a conflict is unexplained")
    options = parser.parse_args()
    try:
        curated = read_curated(options.curated)
        write(options.output, curated)
    except ZonecliError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.output}: {len(curated.reports)} reports")
    registries = Registries.from_dict(curated.registries)
    found = reconcile(Table(options.output, curated.reports, registries))
    print(found)
    return 1 if options.strict and found.unexplained else 0


def write(output: Path, curated: Curated) -> None:
    """Writes the table and, beside it, its two companions."""
    reports, registries = curated.reports, curated.registries
    content = table_bytes(reports, registries)
    described = descriptor_bytes(len(reports), registries, content, output.name)
    chosen = preferred_list(curated.choices, reports, registries["by_hand"])
    write_whole(output, content)
    write_whole(output.with_name("datapackage.json"), described)
    write_whole(output.with_name("preferred.csv"), chosen)


if __name__ == "__main__":
    sys.exit(main())
