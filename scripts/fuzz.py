"""Feeds the readers of other people's input with what no one would write, led by atheris.

    pip install atheris
    python scripts/fuzz.py number|sentence|curated|table|command [SECONDS]

number    the reader of printed numbers, and the derivations made of them
sentence  the reader of sentences in documents: text, HTML, Word
curated   the reader of curated CSV and TOML, up to the reports
table     the opener of Parquet files, by pyarrow and by DuckDB, and the rows in them
command   every command on whole Parquet files whose cells, types, registries or bytes are odd; each
          is asked twice, and the copy that the first leaves must answer as the table did

An input is at fault if it makes anything but an answer or one of our own errors of one line;
atheris then stops and leaves it in a file `crash-…`. It becomes a test beside the reader that it
broke.
Without an end, or for that many seconds.
"""

from __future__ import annotations

import os
import pkgutil
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
WORK = Path(tempfile.mkdtemp(prefix="zonecli-fuzz-"))
os.environ["XDG_CACHE_HOME"] = str(WORK / "cache")
os.environ["ZONECLI_CONFIG"] = ""

with atheris.instrument_imports(include=["zonecli"]):
    import zonecli

    for module in pkgutil.walk_packages(zonecli.__path__, "zonecli."):
        import_module(module.name)
    from zonecli.errors import CurationError, ZonecliError
    from zonecli.table.engine_table import EngineLayer
    from zonecli.table.locations import data_set
    from zonecli.table.table import Filter


def number(data: bytes) -> None:
    text = data.decode("utf-8", "ignore")
    for read in (zonecli.stats.printed.read_number, zonecli.stats.derivation.derive):
        try:
            read(text)
        except (ValueError, ZeroDivisionError):
            continue


def sentence() -> Callable[[bytes], None]:
    registries = zonecli.table.opening.open_table().registries
    reader = zonecli.reading.statements.Reader(registries)

    def read(data: bytes) -> None:
        path = (
            WORK / f"text{(b'.txt', b'.html', b'.docx')[data[0] % 3].decode() if data else '.md'}"
        )
        path.write_bytes(data[1:])
        try:
            document = zonecli.reading.documents.read_document(str(path))
        except ZonecliError as error:
            assert_one_line(error)
            return
        for statement in reader.statements(document):
            assert 0 <= statement.start < statement.end <= len(document.text)

    return read


def curated() -> Callable[[bytes], None]:
    written = zonecli.table.own_tables.our_registries()
    folder = WORK / "curated"
    folder.mkdir()
    names = ("metrics.toml", "zones.toml", "sources.toml", "conflicts.toml", "dataset.toml")

    def read(data: bytes) -> None:
        path = WORK / "reports.csv"
        path.write_bytes(data)
        for name in names:
            (folder / name).write_bytes(data)
        for registries in (None, folder):
            try:
                zonecli.build.own_table.read_own(path, written, registries, "fuzz")
            except CurationError:
                continue

    return read


def table(data: bytes) -> None:
    path = WORK / "table.parquet"
    path.write_bytes(data)
    try:
        list(zonecli.table.opening.open_table(path).reports)
    except ZonecliError as error:
        assert_one_line(error)
    for layer in (zonecli.table.streaming.StreamedLayer, EngineLayer):
        try:
            opened = zonecli.table.layers.LayeredTable([layer(data_set(str(path)))])
            list(opened.select(Filter(years=(2021,))))
        except ZonecliError as error:
            assert_one_line(error)


GDP = ("gdp", "--type", "high-tech")
# What is asked of an odd table; {} is a file or folder that is written.
QUESTIONS: Sequence[Sequence[str]] = (
    *(("show", "gdp"), ("show", *GDP, "--growth", "--share", "--per-zone")),
    *(("show", "gdp", "zone_count", "--period", "any"), ("show", *GDP, "--usd", "--real", "2020")),
    *(("show", "gdp", "--reports", "-f", name) for name in ("csv", "json", "html", "latex", "md")),
    *(("show", *GDP, "--as", "sentence"), ("show", "gdp", "-o", "{}.xlsx")),
    *(("compare", "2012", "2021"), ("compare", "2020", "2021", "gdp")),
    *(("compare", "--types", "high-tech,economic", "--year", "2021"), ("plot", *GDP)),
    *(("list",), ("list", "zones"), ("list", "sources"), ("list", "coverage"), ("list", "types")),
    *(("search", "g"), ("describe", "gdp"), ("describe", "zone_count"), ("conflicts",)),
    *(("explain", *GDP, "--year", "2021"), ("rank", "gdp", "--year", "2021"), ("cite", "--all")),
    *(("verify", "gdp", "15.3tn", "--type", "high-tech", "--year", "2021"), ("cite", "--dataset")),
    *(("cite", "--all", "-s", style) for style in ("gbt7714", "bibtex", "ris", "csl-json")),
    *(("plot", "gdp", "--compare", "2012", "2021"), ("plot", *GDP, "--kind", "bar")),
    *(("export", "{}"), ("export", "{}.sqlite"), ("export", "{}.sdmx.csv"), ("--version",), ()),
)  # fmt: skip
_ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def command() -> Callable[[bytes], None]:
    from typer.testing import CliRunner

    from odd_tables import odd_table

    sound = zonecli.table.opening.open_table(small_table())
    written = zonecli.table.streaming.StreamedLayer(data_set(str(small_table()))).written
    path, runner = WORK / "odd.parquet", CliRunner()

    def ask(data: bytes) -> None:
        tape = atheris.FuzzedDataProvider(data)
        question = QUESTIONS[tape.ConsumeIntInRange(0, len(QUESTIONS) - 1)]
        language = ("en", "zh")[tape.ConsumeIntInRange(0, 1)]
        path.write_bytes(odd_table(tape, sound.reports, written))
        words = [word.format(WORK / "out") for word in question]
        answers = set()
        for _ in range(2):
            ran = runner.invoke(
                zonecli.cli.app.app,
                ["--lang", language, *words],
                env={"ZONECLI_DATA": str(path)},
            )
            if isinstance(ran.exception, ZonecliError):  # before the command: of --version
                assert_one_line(ran.exception)
                continue
            if ran.exception is not None and not isinstance(ran.exception, SystemExit):
                raise ran.exception
            assert ran.exit_code in (0, 1, 2), ran.exit_code
            assert ran.exit_code != 2 or len(ran.stderr.splitlines()) == 1, ran.stderr
            assert not _ORDERS.search(ran.stderr), ran.stderr
            assert not _ORDERS.search(ran.stdout.replace("\r\n", "\n")), ran.stdout
            answers.add((ran.exit_code, ran.stdout, ran.stderr))
        assert len(answers) <= 1, answers

    return ask


def small_table() -> Path:
    """The sound table that the tests build."""
    place = WORK / "small.parquet"
    place.write_bytes(next(iter(seeds("table"))))
    return place


def assert_one_line(error: ZonecliError) -> None:
    assert len(str(error).splitlines()) == 1, error


def seeds(target: str) -> Iterable[bytes]:
    """Inputs that are right, to begin with."""
    small = ROOT / "tests" / "build" / "small_curated"
    if target == "number":
        yield from (
            line.encode() for line in ("over 60,000", "1.2万亿元", "173 - 84", "约三分之一")
        )
    elif target == "sentence":
        corpus = ROOT / "tests" / "answers" / "judging" / "corpus"
        lines = (line for path in corpus.glob("*.txt") for line in path.read_bytes().splitlines())
        yield from (b"\0" + line for line in sorted(lines)[::20])
        yield b"\1<p>GDP of the high-tech zones in 2021: <b>15.3</b> trillion&nbsp;yuan</p>"
    elif target == "curated":
        yield from (path.read_bytes() for path in sorted(small.rglob("*.*")))
    elif target == "command":
        dice = random.Random(1)
        yield from (dice.randbytes(size) for size in (0, 8, 64, 300, 300, 900, 900, 900))
    else:
        from zonecli.build.curated import read_curated
        from zonecli.build.parquet import table_bytes

        built = read_curated(small)
        yield table_bytes(built.reports, built.registries)


def main(arguments: Sequence[str]) -> None:
    target = arguments[0] if arguments else ""
    run = {"number": lambda: number, "table": lambda: table}
    run |= {"sentence": sentence, "curated": curated, "command": command}
    if target not in run:
        sys.exit(__doc__)
    corpus = WORK / "corpus"
    corpus.mkdir()
    for place, content in enumerate(seeds(target)):
        (corpus / f"{place:03}").write_bytes(content)
    test = run[target]()
    seconds = [f"-max_total_time={arguments[1]}"] if arguments[1:] else []
    limits = ["-rss_limit_mb=4096", "-timeout=30", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *limits, *seconds, str(corpus)], test)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
