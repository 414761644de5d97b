"""`zonecli build`."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def build(
    reports: Annotated[Path, typer.Argument(metavar="REPORTS.csv", show_default=False)],
    *,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The Parquet file.", show_default=False
        ),
    ],
    registries: Annotated[
        Path | None,
        typer.Option(
            "--registries", metavar="FOLDER", help="TOML files, as in data/curated. [ours]"
        ),
    ] = None,
) -> None:
    """Makes a table of your own from a CSV.

    \b
    zonecli build reports.csv -o my.parquet
    zonecli build reports.csv -o my.parquet --registries curated
    zonecli show gdp --data my.parquet
    zonecli show gdp --data metrics.parquet --data my.parquet

    The CSV has the columns of data/curated/reports. The checks are those of our own record; each
    fault is one line that names file, line and what to do, and with one nothing is written.
    Metrics, zones and sources that our registries lack become entries of yours, and are named; with
    --registries they are faults.
    """
    from zonecli.build.own_table import read_own
    from zonecli.build.parquet import write_table
    from zonecli.output.console import write_answer, write_notes
    from zonecli.settings import with_home
    from zonecli.table.own_tables import our_registries

    target, folder = with_home(str(output)), with_home(str(registries)) if registries else None
    written = our_registries() if folder is None else {}
    own = read_own(with_home(str(reports)), written, folder, target.stem)
    write_table(target, own.reports, own.registries)
    count = len(own.reports)
    write_answer(f"{output}: {count} {'report' if count == 1 else 'reports'}\n", raw=False)
    write_notes(own.added)
