"""The whole table as a folder: CSV, Parquet, a data package that describes both, the sources."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from zonecli.answers.naming import one_of
from zonecli.answers.report_rows import SOURCE_COLUMNS, further_columns
from zonecli.answers.result import Result
from zonecli.answers.whole import whole_table
from zonecli.build.datapackage import descriptor
from zonecli.build.parquet import table_bytes
from zonecli.language import said, to_be_said
from zonecli.output import render
from zonecli.output.page import Page
from zonecli.output.parquet import arrow_array
from zonecli.output.people import dataset_words
from zonecli.table.registries import Registries
from zonecli.table.table import Table

_README = to_be_said(
    """# {name}

{about}: {reports} reports of figures from {sources} sources, exported by zonecli.

| file | what it is |
|---|---|
| `metrics.csv` | the reports, one a line, with title and address of the source; UTF-8 |
| `metrics.parquet` | the same; the registries of metrics, zones and sources in its metadata |
| `datapackage.json` | what each column means (Frictionless Data Package 2.0) |
| `sources.bib` | every source, for a bibliography; the keys are those of the column `source` |

One line is one figure as one source prints it. `value` is unscaled, in `unit`; `qualifier` is the
hedge, and `low` to `high` what digits and hedge allow, empty where nothing bounds it. Where several
reports tell one figure, `preferred` is true for exactly one. A text in the CSV that a spreadsheet
could take for a formula begins with an apostrophe.

Cite the source of a figure; `zonecli cite --dataset` prints how to cite the table itself.
"""
)
_KINDS = {"bool": "boolean", "int64": "integer", "double": "number"}


def folder_files(table: Table) -> Mapping[str, bytes]:
    """The files by name."""
    answer = whole_table(table)
    as_csv, as_bibtex = (_bytes(render(answer, name, Page())) for name in ("csv", "bibtex"))
    further = _further(answer, further_columns(table))
    as_parquet = table_bytes(table.reports, _written(table.registries), further)
    return {
        "metrics.csv": as_csv,
        "metrics.parquet": as_parquet,
        "datapackage.json": _described(table, as_parquet, as_csv, further),
        "sources.bib": as_bibtex,
        "README.md": _readme(answer).encode(),
    }


def _readme(answer: Result) -> str:
    return said(
        _README,
        name=one_of(answer.dataset.name, answer.dataset.name_zh),
        about=dataset_words(answer.dataset),
        reports=f"{len(answer.rows):,}",
        sources=f"{len(answer.sources):,}",
    )


def _further(answer: Result, names: Iterable[str]) -> dict[str, Any]:
    """A user's further columns as Arrow has them; one without a cell is text."""
    import pyarrow as pa

    arrays = {name: arrow_array(name, [row[name] for row in answer.rows]) for name in names}
    return {n: a.cast(pa.string()) if a.type == pa.null() else a for n, a in arrays.items()}


def _written(registries: Registries) -> dict[str, Any]:
    """The registries as they ride in the metadata of a table."""
    by_key = {
        name: {key: _object(entry) for key, entry in getattr(registries, name).items()}
        for name in ("metrics", "zone_types", "zones", "sources", "series")
    }
    return {
        "dataset": registries.dataset._asdict(),
        **by_key,
        "by_hand": dict(registries.by_hand),
        "explanations": [e._asdict() for es in registries.explanations.values() for e in es],
    }


def _object(entry: Any) -> dict[str, Any]:
    """An entry of a registry without its key."""
    return {
        name: dict(value) if isinstance(value, Mapping) else value
        for name, value in entry._asdict().items()
        if name != "id"
    }


def _described(table: Table, as_parquet: bytes, as_csv: bytes, further: Mapping[str, Any]) -> bytes:
    described = descriptor(table.reports, _written(table.registries), as_parquet)
    (parquet,) = described["resources"]
    parquet["schema"]["fields"] += [
        {
            "name": name,
            "type": _KINDS.get(f"{array.type}", "string"),
            "description": "of the table itself",
        }
        for name, array in further.items()
    ]
    described["resources"].append(_of_csv(parquet, as_csv))
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()


def _of_csv(parquet: Mapping[str, Any], content: bytes) -> dict[str, Any]:
    """The CSV as a resource: as the Parquet file, with the two columns that it has besides."""
    fields = [
        {"name": column.name, "type": "string", "description": column.description}
        for column in SOURCE_COLUMNS
    ]
    schema = {**parquet["schema"], "fields": [*parquet["schema"]["fields"], *fields]}
    return {
        **parquet,
        "name": "metrics-csv",
        "path": "metrics.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _bytes(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode()
