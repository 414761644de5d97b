"""Tables made of a fuzzer's bytes: whole Parquet files whose cells, types, columns, registries and
bytes are odd here and there. Of no bytes comes a sound table."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from copy import deepcopy
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from zonecli.table.columns import COLUMNS, VOCABULARIES
from zonecli.table.opening import METADATA_KEY
from zonecli.table.report import Report

_EVIL = "\x1b]8;;http://evil\x1b\\\x1b[2J[bold]x[/bold]\u202ey\n\r\u2028z\x00\x9b1m"
_TEXTS = ("", " ", "all", "national", "gdp", "zone_count", "=1+1", _EVIL, "../../x", "'; --",
          "国家", "CNY", "USD", "percent", "count", "rank", "173 - 84", "5 / 0", "over 60,000",
          "a b", "x" * 900, "a,b", '"', "\\", "{x}", "%s", "javascript:alert(1)", "http://[",
          "2021-13-45", "-", "&<>")  # fmt: skip
_NUMBERS = (0.0, -0.0, 1.0, 100.0, -5e12, 1e-100, 1e100, 9.99e99, 0.1, 1 / 3, 1e16, 123456789.125,
            float("nan"), float("inf"), -float("inf"), 5e-324, 1e308)  # fmt: skip
_YEARS = (2021, 2020, 1, 9999, 2022, 0, -1, 10_000, 32_767, -32_768)
_MONTHS = (12, 1, 9, 6, 0, 13, -1, 127)
_TYPES = (pa.large_string(), pa.dictionary(pa.int32(), pa.string()), pa.int64(), pa.uint8(),
          pa.float32(), pa.string(), pa.binary(), pa.bool_(), pa.null(), pa.list_(pa.string()),
          pa.decimal128(30, 3), pa.timestamp("s"), pa.date32(), pa.int32())  # fmt: skip
_JSON = (None, 5, -1, 1e300, True, "", "x", [], {}, [1], {"a": 1}, _EVIL, [["x"]], 10**30)
_CODECS = ("zstd", "none", "snappy", "gzip", "brotli", "lz4")


class Tape(Protocol):
    """Atheris's FuzzedDataProvider: it gives the least where its bytes are used up."""

    def ConsumeIntInRange(self, least: int, most: int) -> int: ...  # noqa: N802
    def ConsumeUnicodeNoSurrogates(self, count: int) -> str: ...  # noqa: N802
    def ConsumeFloat(self) -> float: ...  # noqa: N802


def odd_table(tape: Tape, reports: Sequence[Report], registries: dict[str, Any]) -> bytes:
    """A Parquet file of some of the reports, with these registries."""
    count = len(reports) - tape.ConsumeIntInRange(0, len(reports))
    rows = [[_cell(tape, column.name, cell) for column, cell in zip(COLUMNS, report, strict=True)]
            for report in reports[:count]]  # fmt: skip
    columns: list[tuple[str, Any]] = []
    for place, column in enumerate(COLUMNS):
        if not _seldom(tape, 250):
            cells = [row[place] for row in rows]
            columns.append((column.name, _array(tape, column.type, cells)))
    if _seldom(tape, 8):
        name = _one(tape, ("mine", "Year", "value", "=x", _EVIL, ""))
        columns.append((name, _array(tape, "string", [_text(tape) for _ in rows])))
    table = pa.Table.from_arrays([a for _, a in columns], names=[n for n, _ in columns])
    metadata = _metadata(tape, registries)
    if metadata is not None:
        table = table.replace_schema_metadata({METADATA_KEY: metadata})
    return _spoilt(tape, _written(tape, table))


def _seldom(tape: Tape, times: int) -> bool:
    return tape.ConsumeIntInRange(0, times) == times


def _one(tape: Tape, options: Sequence[Any]) -> Any:
    return options[tape.ConsumeIntInRange(0, len(options) - 1)]


def _text(tape: Tape) -> str:
    return _one(tape, _TEXTS) if not _seldom(tape, 3) else tape.ConsumeUnicodeNoSurrogates(12)


def _cell(tape: Tape, name: str, cell: Any) -> Any:
    """The cell, or now and then another."""
    if not _seldom(tape, 120):
        return cell
    if _seldom(tape, 9):
        return None
    if name in VOCABULARIES and not _seldom(tape, 9):
        return _one(tape, VOCABULARIES[name])
    if name in ("year", "month"):
        return _one(tape, _YEARS if name == "year" else _MONTHS)
    if name in ("value", "low", "high"):
        return _one(tape, _NUMBERS) if not _seldom(tape, 3) else tape.ConsumeFloat()
    return not cell if name == "preferred" else _text(tape)


def _array(tape: Tape, type_name: str, cells: list[Any]) -> Any:
    """The column, now and then of another type than it should have."""
    wanted = _one(tape, _TYPES) if _seldom(tape, 150) else pa.type_for_alias(type_name)
    usual = pa.array(cells, from_pandas=False) if cells else pa.array(cells, pa.null())
    try:
        return pa.array(cells, wanted)
    except (pa.ArrowException, TypeError, ValueError, OverflowError):
        return usual


def _metadata(tape: Tape, registries: dict[str, Any]) -> bytes | None:
    """The registries as JSON, some of their values exchanged; or none, or no JSON."""
    if _seldom(tape, 20):
        return None
    if _seldom(tape, 30):
        return tape.ConsumeUnicodeNoSurrogates(50).encode()
    whole: dict[str, Any] = json.loads(json.dumps(registries))
    for _ in range(tape.ConsumeIntInRange(0, 3)):
        _exchange(tape, whole)
    return json.dumps(whole).encode()


def _exchange(tape: Tape, inside: Any) -> None:
    """Puts an odd value somewhere into a JSON object."""
    while isinstance(inside, dict | list) and inside:
        places = list(inside) if isinstance(inside, dict) else range(len(inside))
        place = _one(tape, places)
        if not isinstance(inside[place], dict | list) or not inside[place] or _seldom(tape, 4):
            inside[place] = deepcopy(_one(tape, (*_JSON, _text(tape))))
            return
        inside = inside[place]


def _written(tape: Tape, table: Any) -> bytes:
    file = io.BytesIO()
    pq.write_table(
        table,
        file,
        compression=_one(tape, _CODECS),
        row_group_size=1 + tape.ConsumeIntInRange(0, 9),
        use_dictionary=not _seldom(tape, 5),
        write_statistics=not _seldom(tape, 5),
        data_page_version=_one(tape, ("1.0", "2.0")),
    )
    return file.getvalue()


def _spoilt(tape: Tape, content: bytes) -> bytes:
    """Some bytes changed, in the footer rather than in the pages; or the end cut off."""
    spoilt = bytearray(content)
    footer = len(content) - 8 - int.from_bytes(content[-8:-4], "little")
    if _seldom(tape, 12):
        for _ in range(1 + tape.ConsumeIntInRange(0, 3)):
            first = 0 if _seldom(tape, 2) else footer
            place = tape.ConsumeIntInRange(first, len(content) - 1)
            spoilt[place] = tape.ConsumeIntInRange(0, 255)
    return bytes(
        spoilt[: len(content) - (tape.ConsumeIntInRange(0, 99) if _seldom(tape, 40) else 0)]
    )
