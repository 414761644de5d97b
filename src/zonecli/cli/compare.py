"""`zonecli compare`."""

from typing import Annotated

import typer

from zonecli.cli import completing, options
from zonecli.errors import UsageError
from zonecli.language import said

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def _refuse_form(form: str | None) -> None:
    """It is known, so that the option of `show` is not taken for a misspelling of another."""
    if form is not None:
        raise UsageError(said("compare has no --as: only zonecli show writes sentences."))


@app.command()
def compare(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="YEAR YEAR [METRIC...]",
            show_default=False,
            autocompletion=completing.years_then_metrics,
        ),
    ] = None,
    *,
    types: options.Types = None,
    side_by_side: Annotated[
        str | None,
        typer.Option("--types", metavar="A,B", help="Zone types side by side, in one --year."),
    ] = None,
    year: Annotated[int | None, options.year_option("--year", "-y", help="With --types.")] = None,
    zones: options.Zones = None,
    measures: options.Measures = None,
    period: options.Period = None,
    statuses: options.Statuses = None,
    columns: options.Columns = None,
    sort: options.Sort = None,
    limit: options.Limit = None,
    format_name: options.FormatName = None,
    csv: options.Csv = False,
    bom: options.Bom = False,
    output: options.Output = None,
    data: options.Data = None,
    _form: Annotated[str | None, typer.Option("--as", hidden=True, callback=_refuse_form)] = None,
) -> None:
    """Every figure known in both years: change, and growth a year. Or types side by side.

    \b
    zonecli compare 2012 2021
    zonecli compare 2012 2021 gdp exports --type high-tech
    zonecli compare 2012 2021 --csv > change.csv
    zonecli compare --types high-tech,economic --year 2024 gdp

    The hedges are carried through: from "under 20,000" to 115,000 is at least +475%. Where the
    two years differ in more than the figure (zones, month, series), that is said. Types overlap,
    so they are set side by side and never added.
    """
    from zonecli.answers.choosing import scope_of
    from zonecli.answers.compare import CompareRequest
    from zonecli.answers.compare import compare as answer
    from zonecli.cli import delivery

    years, metrics = _years_and_metrics(words or [])
    if (side_by_side is None) != (year is None) or (years is None) != (year is not None):
        raise UsageError("compare takes two years, or --types A,B with --year.")
    table = options.opened_table(data)
    scope = scope_of(
        table.registries,
        metrics,
        types=[*(types or ()), *(side_by_side.split(",") if side_by_side else ())],
        zones=zones,
        measures=measures,
        period=period,
        statuses=statuses,
    )
    to = delivery.Destination(format_name, csv, output, columns, bom=bom)
    if years is not None:
        request = CompareRequest(years[0], years[1], scope, sort, limit)
        delivery.deliver(answer(table, request), to, table.registries)
    elif year is not None:
        from zonecli.answers.compare_types import TypesRequest, compare_types

        asked = TypesRequest(year, scope, sort, limit)
        delivery.deliver(compare_types(table, asked), to, table.registries)


def _years_and_metrics(words: list[str]) -> tuple[tuple[int, int] | None, list[str]]:
    """The two years that come first, or null, and the metrics after them."""
    if not any(word.isdecimal() for word in words):
        return None, words
    if len(words) < 2 or not (words[0].isdecimal() and words[1].isdecimal()):
        raise UsageError("compare takes two years first: zonecli compare 2012 2021.")
    return (options.year_of(words[0]), options.year_of(words[1])), words[2:]
