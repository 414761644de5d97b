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
from typing import TYPE_CHECKING

import checkout

if TYPE_CHECKING:
    from zonecli.build.curated import Curated

ROOT = Path(__file__).parents[1]


def main() -> int:
    checkout.enter(["zonecli"])
    from zonecli.build.curated import read_curated
    from zonecli.errors import ZonecliError

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
    return 1 if tell(options.output, curated) and options.strict else 0


def tell(output: Path, curated: Curated) -> int:
    """Prints what was written, and what the cross-checks found; how much of it is unexplained."""
    from zonecli.build.reconciliation import reconcile
    from zonecli.build.series_gaps import series_gaps
    from zonecli.table.registries import Registries
    from zonecli.table.table import Table

    beside = " and ".join(path.name for path in companions(output))
    print(f"{output}: {len(curated.reports)} reports; beside it {beside}")
    registries = Registries.from_dict(curated.registries)
    found = reconcile(Table(output, curated.reports, registries))
    print("\n".join([str(found), *series_gaps(curated.reports, registries)]))
    return found.unexplained


def companions(output: Path) -> tuple[Path, Path]:
    """What is written beside a table: its description, and the choices made."""
    return output.with_name("datapackage.json"), output.with_name("preferred.csv")


def write(output: Path, curated: Curated) -> None:
    """Writes the table and, beside it, its two companions."""
    from zonecli.build.datapackage import descriptor_bytes
    from zonecli.build.parquet import table_bytes
    from zonecli.build.preferred_list import preferred_list
    from zonecli.files import write_whole

    reports, registries = curated.reports, curated.registries
    content = table_bytes(reports, registries)
    described = descriptor_bytes(reports, registries, content, output.name)
    chosen = preferred_list(curated.choices, reports, registries["by_hand"])
    write_whole(output, content)
    description, choices = companions(output)
    write_whole(description, described)
    write_whole(choices, chosen)


if __name__ == "__main__":
    sys.exit(main())
