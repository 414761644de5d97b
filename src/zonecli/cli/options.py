"""The options that commands share, and how an answer leaves: format, file, notes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from zonecli.answers.result import Result, with_columns
from zonecli.errors import UsageError

Types = Annotated[
    list[str] | None,
    typer.Option("--type", "-t", metavar="TYPE", help="Zone type, in English or Chinese; repeat."),
]
Zones = Annotated[
    list[str] | None,
    typer.Option("--zone", "-z", metavar="ZONE", help="A named zone or group; repeat. [all]"),
]
Measures = Annotated[
    list[str] | None,
    typer.Option("--measure", "-m", metavar="MEASURE", help="level, share or growth; repeat."),
]
Period = Annotated[
    str | None,
    typer.Option("--period", help="year, ytd, month, point or any. [full years; year-ends]"),
]
Statuses = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help="reported, derived or forecast; repeat."),
]
Per = Annotated[
    list[str] | None,
    typer.Option("--per", metavar="METRIC", help="Divided by another metric; repeat."),
]
Index = Annotated[int | None, typer.Option("--index", metavar="YEAR", help="That year = 100.")]
Real = Annotated[int | None, typer.Option("--real", metavar="YEAR", help="In prices of that year.")]
Columns = Annotated[
    str | None,
    typer.Option("--columns", metavar="A,B,…", help="These columns of the CSV, in this order."),
]
Sort = Annotated[
    str | None,
    typer.Option("--sort", metavar="COLUMN", help="By a column of the CSV; -COLUMN downwards."),
]
Limit = Annotated[int | None, typer.Option("--limit", metavar="N", help="The first N rows.")]
FormatName = Annotated[
    str | None,
    typer.Option("--format", "-f", help="table, csv, tsv, json or ndjson."),
]
Csv = Annotated[bool, typer.Option("--csv", help="Short for --format csv.")]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; its ending is the format."),
]
Data = Annotated[
    str | None,
    typer.Option("--data", metavar="PATH", help="Another table. [$ZONECLI_DATA, else ours]"),
]


@dataclass(frozen=True)
class Destination:
    """Where an answer goes and in which format, as the options say."""

    format_name: str | None
    csv: bool
    output: str | None
    columns: str | None = None


def deliver(result: Result, to: Destination) -> None:
    """Writes the answer, then its notes to stderr (JSON carries them inside)."""
    from zonecli.output import FORMATS, render
    from zonecli.output.console import write_answer, write_notes
    from zonecli.output.page import Page, page_of_stdout

    if to.columns is not None:
        result = with_columns(result, [name.strip() for name in to.columns.split(",")])
    format_name = _format_name(to)
    if to.output is None or to.output == "-":
        text = render(result, format_name, page_of_stdout())
        write_answer(text, raw=not FORMATS[format_name].for_people)
    else:
        from zonecli.files import write_whole

        text = render(result, format_name, Page())
        write_whole(Path(to.output).expanduser(), text.encode())
    if format_name != "json":
        write_notes(result.notes)


def data_path(data: str | None) -> Path | None:
    """The table that --data names; null for the usual one."""
    return None if data is None else Path(data).expanduser()


def _format_name(to: Destination) -> str:
    from zonecli.output import FORMATS, format_of_file
    from zonecli.table.names import choice

    if to.csv and to.format_name not in (None, "csv"):
        raise UsageError(f"--csv and --format {to.format_name} contradict each other.")
    if to.csv:
        return "csv"
    if to.format_name is not None:
        return choice("format", to.format_name, FORMATS)
    if to.output is not None and to.output != "-":
        return format_of_file(to.output)
    return "table"
