"""What TAB offers: metrics, zone types, zones and years that have figures for what is typed so far.

Each is a Typer `autocompletion`: a list of words, or of words with what they mean, which zsh, fish
and PowerShell show beside them. They read the table as commands do; where that fails, TAB offers
nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import typer

from zonecli.language import in_chinese

if TYPE_CHECKING:
    from zonecli.table.report import Report
    from zonecli.table.table import Filter, Table

Offer = list[tuple[str, str]]


def metrics(ctx: typer.Context, incomplete: str) -> Offer:
    """Metrics, with their labels."""
    return _offered(ctx, incomplete, "metrics", lambda report: report.metric)


def zone_types(ctx: typer.Context, incomplete: str) -> Offer:
    """Zone types, with their labels."""
    return _offered(ctx, incomplete, "zone_types", lambda report: report.zone_type)


def zones(ctx: typer.Context, incomplete: str) -> Offer:
    """Zones and groups of zones, with their names."""
    return _offered(ctx, incomplete, "zones", lambda report: report.zone)


def years(ctx: typer.Context, incomplete: str) -> list[str]:
    """Years, the last one first."""
    table, wanted = _asked(ctx)
    if table is None or table.is_large:  # no TAB waits for a large table
        return []
    known = {str(report.year) for report in table.select(wanted)}
    return sorted((year for year in known if year.startswith(incomplete)), reverse=True)


def years_then_metrics(ctx: typer.Context, incomplete: str) -> Offer | list[str]:
    """For `compare`: two years come first."""
    return years(ctx, incomplete) if len(_words(ctx, "words")) < 2 else metrics(ctx, incomplete)


def measures(incomplete: str) -> list[str]:
    from zonecli.table.columns import MEASURES

    return _beginning(MEASURES, incomplete)


def periods(incomplete: str) -> list[str]:
    from zonecli.table.columns import PERIODS

    return _beginning((*PERIODS, "any"), incomplete)


def statuses(incomplete: str) -> list[str]:
    from zonecli.table.columns import STATUSES

    return _beginning(STATUSES, incomplete)


def formats(incomplete: str) -> list[str]:
    from zonecli.output import FORMATS

    return _beginning(FORMATS, incomplete)


def chart_kinds(incomplete: str) -> list[str]:
    from zonecli.answers.chart import KINDS

    return _beginning(KINDS, incomplete)


def chart_formats(incomplete: str) -> list[str]:
    from zonecli.output.charts import CHART_FORMATS

    return _beginning(CHART_FORMATS, incomplete)


def languages(_ctx: typer.Context, _args: list[str], incomplete: str) -> Offer:
    """With their own names."""
    from zonecli.language import CHINESE, ENGLISH

    names = {ENGLISH: "English", CHINESE: "中文"}
    return [(key, name) for key, name in names.items() if key.startswith(incomplete)]


def config_words(ctx: typer.Context, incomplete: str) -> list[str]:
    """Of `config`: what to do, which setting, a value of it."""
    from zonecli.language import LANGUAGES
    from zonecli.output import STDOUT_FORMATS
    from zonecli.settings import VARIABLES

    match _words(ctx, "words"):
        case []:
            return _beginning(("set", "unset"), incomplete)
        case ["set" | "unset"]:
            return _beginning(VARIABLES, incomplete)
        case ["set", "lang"]:
            return _beginning(LANGUAGES, incomplete)
        case ["set", "format"]:
            return _beginning(STDOUT_FORMATS, incomplete)
    return []


def subjects(incomplete: str) -> list[str]:
    """Of `list`."""
    from zonecli.answers.catalogues import CATALOGUES
    from zonecli.answers.matrix import COVERAGE

    return _beginning((*CATALOGUES, COVERAGE), incomplete)


def without_rich() -> None:
    """Typer would import rich, at half the price of the whole answer, to take markup out of what
    words mean; ours has none."""
    from typer import _completion_classes as shells

    shells._sanitize_help_text = lambda text: text


def _offered(
    ctx: typer.Context, incomplete: str, registry: str, key_of_report: Callable[["Report"], str]
) -> Offer:
    """The entries of a registry whose ids begin like `incomplete`: Typer drops any other word."""
    from zonecli.table.table import Filter

    table, wanted = _asked(ctx)
    if table is None:
        return []
    entries: Mapping[str, Any] = getattr(table.registries, registry)
    nothing: Any = {registry: ()}
    wanted = wanted._replace(**nothing)  # those typed do not limit which others there are
    if wanted != Filter(only_preferred=False) and not table.is_large:
        known = {key_of_report(report) for report in table.select(wanted)}
        entries = {key: entry for key, entry in entries.items() if key in known}
    return [(key, _label(entries[key])) for key in entries if key.startswith(incomplete)]


def _label(entry: Any) -> str:
    """What an entry is called in the language spoken, as far as it has a name there."""
    field = "label" if hasattr(entry, "label") else "name"
    chinese = getattr(entry, f"{field}_zh") if in_chinese() else ""
    return str(chinese or getattr(entry, field))


def _asked(ctx: typer.Context) -> "tuple[Table | None, Filter]":
    """The table, null where none opens, and which of its reports the words before ask for."""
    from zonecli.cli.options import opened_table
    from zonecli.errors import ZonecliError
    from zonecli.table import names
    from zonecli.table.table import Filter

    try:
        table = opened_table(ctx.params.get("data"))
    except ZonecliError:
        return None, Filter()
    registries = table.registries
    asked = [w for name in ("metrics", "metric", "subject") for w in _words(ctx, name)]
    asked += _words(ctx, "words")[2:]
    types = tuple(_ids(_words(ctx, "types"), lambda w: (names.zone_type_id(w, registries),)))
    return table, Filter(
        metrics=tuple(_ids(asked, lambda word: (names.metric_id(word, registries),))),
        zone_types=types,
        zones=tuple(_ids(_words(ctx, "zones"), lambda w: names.zone_ids(w, registries, types))),
        only_preferred=False,
    )


def _words(ctx: typer.Context, name: str) -> list[str]:
    """What is typed for an option or argument so far."""
    value = ctx.params.get(name) or []
    return [value] if isinstance(value, str) else list(value)


def _ids(words: Iterable[str], ids_of: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """The ids that words stand for; those that name nothing are left out."""
    from zonecli.errors import ZonecliError

    for word in words:
        try:
            yield from ids_of(word)
        except ZonecliError:
            continue


def _beginning(words: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete)]
