"""Builds data/metrics.parquet from the text under data/curated/.

Same text, same bytes. Every fault is one line on stderr, and then nothing is written.

    python scripts/build_metrics.py [--curated FOLDER] [--output FILE]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from zonecli.build.curated import read_curated
from zonecli.build.parquet import write_table
from zonecli.errors import ZonecliError

ROOT = Path(__file__).parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description="Build the Parquet table from the curated text.")
    parser.add_argument("--curated", type=Path, default=ROOT / "data/curated")
    parser.add_argument("--output", type=Path, default=ROOT / "data/metrics.parquet")
    options = parser.parse_args()
    try:
        curated = read_curated(options.curated)
        write_table(options.output, curated.reports, curated.registries)
    except ZonecliError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{options.output}: {len(curated.reports)} reports")
    return 0


if __name__ == "__main__":
    sys.exit(main())
