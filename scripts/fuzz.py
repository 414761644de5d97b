"""Feeds the readers of other people's input with what no one would write, led by atheris.

    pip install atheris
    python scripts/fuzz.py number|sentence|curated|table [SECONDS]

number    the reader of printed numbers, and the derivations made of them
sentence  the reader of sentences in documents: text, HTML, Word
curated   the reader of curated CSV and TOML, up to the reports
table     the opener of Parquet files, by pyarrow and by DuckDB, and the rows in them

An input is at fault if it makes anything but an answer or one of our own errors of one line;
atheris then stops and leaves it in a file `crash-…`. It becomes a test beside the reader that it
broke.
Without an end, or for that many seconds.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
WORK = Path(tempfile.mkdtemp(prefix="zonecli-fuzz-"))
os.environ["XDG_CACHE_HOME"] = str(WORK / "cache")

with atheris.instrument_imports(include=["zonecli"]):
    import zonecli.build.own_table
    import zonecli.reading.documents
    import zonecli.reading.statements
    import zonecli.stats.derivation
    import zonecli.stats.printed
    import zonecli.table.layers
    import zonecli.table.opening
    import zonecli.table.own_tables
    import zonecli.table.streaming
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
    else:
        from zonecli.build.curated import read_curated
        from zonecli.build.parquet import table_bytes

        built = read_curated(small)
        yield table_bytes(built.reports, built.registries)


def main(arguments: Sequence[str]) -> None:
    target = arguments[0] if arguments else ""
    run = {"number": lambda: number, "sentence": sentence, "curated": curated}
    if target not in (*run, "table"):
        sys.exit(__doc__)
    corpus = WORK / "corpus"
    corpus.mkdir()
    for place, content in enumerate(seeds(target)):
        (corpus / f"{place:03}").write_bytes(content)
    test = run[target]() if target in run else table
    seconds = [f"-max_total_time={arguments[1]}"] if arguments[1:] else []
    limits = ["-rss_limit_mb=4096", "-timeout=30", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *limits, *seconds, str(corpus)], test)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
