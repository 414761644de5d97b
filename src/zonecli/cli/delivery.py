"""How an answer leaves a command: in which format, to which file, with which notes."""

from typing import TYPE_CHECKING, NamedTuple

from zonecli.errors import UsageError
from zonecli.language import in_chinese, said
from zonecli.output import FORMATS, format_of_file, render
from zonecli.settings import settings, with_home

if TYPE_CHECKING:
    from zonecli.answers.result import Result
    from zonecli.table.registries import Registries

_BOM = "\ufeff"  # without it a Chinese Excel takes CSV for GBK


class Destination(NamedTuple):
    """Where an answer goes and in which format, as the options say."""

    format_name: str | None
    csv: bool
    output: str | None
    columns: str | None = None
    chart: bool = False
    bom: bool = False


def deliver(result: "Result", to: Destination, registries: "Registries | None" = None) -> None:
    """Writes the answer, then its notes to stderr, unless the reader has just had them.

    `registries`: those of the table, for the words of its codes in Chinese.
    """
    from zonecli.output.console import write_notes
    from zonecli.output.page import Page, page_of_stdout

    if in_chinese():
        from zonecli.answers.in_words import in_words

        result = in_words(result, registries)
    if to.columns is not None:
        from zonecli.answers.result import with_columns

        result = with_columns(result, [name.strip() for name in to.columns.split(",")])
    format_name = format_of(to)
    if to.chart and format_name != "xlsx":
        raise UsageError("--chart goes with XLSX: name a file with -o FILE.xlsx.")
    if to.bom:
        check_bom(format_name)
    on_stdout = is_stdout(to.output)
    page = page_of_stdout() if on_stdout else Page()
    content = render(result, format_name, page._replace(chart=to.chart))
    if to.bom and isinstance(content, str) and not content.startswith(_BOM):
        content = _BOM + content
    write_out(content, to.output, raw=format_name != "table")
    if not (on_stdout and FORMATS[format_name].with_notes):  # once is enough
        write_notes(result.notes)


def check_bom(format_name: str) -> None:
    """Raises UsageError for --bom with a format that has no byte order mark."""
    known = FORMATS.get(format_name)
    if known is None or not known.may_have_bom:
        raise UsageError(said("--bom goes with CSV and TSV, not with {name}.", name=format_name))


def is_stdout(output: str | None) -> bool:
    """Whether -o leaves an answer on stdout: where it is not given, or a dash."""
    return output is None or output == "-"


def write_out(content: str | bytes, output: str | None, *, raw: bool) -> None:
    """Writes to stdout, or to the file that -o names, whole or not at all. `raw`: for programs."""
    if output is None or is_stdout(output):
        from zonecli.output.console import write_answer

        write_answer(content, raw=raw)
    else:
        from zonecli.files import write_whole

        as_bytes = content if isinstance(content, bytes) else content.encode()
        write_whole(with_home(output), as_bytes)


def format_of(to: Destination) -> str:
    """The format that the options pick: the one named, or the one of the file's ending; on stdout
    else the one of the user's settings."""
    from zonecli.table.names import choice

    if to.csv and to.format_name not in (None, "csv"):
        raise UsageError(f"--csv and --format {to.format_name} contradict each other.")
    if to.csv:
        return "csv"
    if to.format_name is not None:
        return choice("format", to.format_name, FORMATS)
    if to.output is not None and not is_stdout(to.output):
        return format_of_file(to.output)
    return settings().format
