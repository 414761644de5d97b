"""BibTeX, RIS and CSL-JSON, read back by bibtexparser and rispy, and by the rules of CSL-JSON."""

from __future__ import annotations

import json
import re
from typing import Any

import bibtexparser
import jsonschema
import pytest
import rispy
from bibtexparser.bparser import BibTexParser
from output_results import NASTY, result

from zonecli.answers.cite import dataset_answer
from zonecli.answers.reference import source_of_dataset
from zonecli.output import format_of_file, render
from zonecli.output.page import Page
from zonecli.table.opening import open_table, our_path
from zonecli.table.registries import Dataset, Source

XINHUA = Source(
    "xinhua-2022",
    "R&D up 5%: {zones}",
    "Xinhua, on China.org.cn",
    "https://x.example/a_b?c=1&d=%20",
    "2022-09-16",
    "zh",
)
UNDATED = Source("page-nd", "(a described page)", "Blog, Ltd", "https://blog.example", "", "de")
DATASET = Dataset("the record", version="2026.11", date="2026-11-22", license="CC-BY-4.0")


def written(name: str, *sources: Source) -> str:
    return str(render(result([], sources=sources), name, Page()))


def bibtex(text: str) -> list[dict[str, str]]:
    parser = BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    entries: list[dict[str, str]] = bibtexparser.loads(text, parser).entries
    return entries


def ris(text: str) -> list[dict[str, Any]]:
    return list(rispy.loads(text))


def test_bibtex_fields() -> None:
    """An institution and a title are kept whole; the access date is the record's."""
    first, second = bibtex(written("bibtex", XINHUA, UNDATED))
    assert first["ID"] == "xinhua-2022"
    assert first["author"] == "{Xinhua}"
    assert first["title"] == r"{R\&D up 5\%: \textbraceleft{}zones\textbraceright{}}"
    assert first["howpublished"] == "China.org.cn"
    assert (first["year"], first["month"], first["day"]) == ("2022", "September", "16")
    assert first["url"] == "https://x.example/a_b?c=1&d=%20"
    assert first["urldate"] == "2026-01-31"
    assert first["langid"] == "chinese"
    assert second["title"] == "{[a described page]}"
    assert (second["year"], second["langid"]) == ("n.d.", "english")
    assert "month" not in second


@pytest.mark.parametrize("text", NASTY)
def test_bibtex_of_any_text_is_an_entry(text: str) -> None:
    """Braces, quotes and commas end no field; a key has no blanks."""
    source = Source(f"id {text}", f"{text} {{", text, f"https://x.example/{text}}}", text)
    (entry,) = bibtex(written("bibtex", source))
    assert re.fullmatch(r"[A-Za-z0-9.:+-]+", entry["ID"])
    assert {"title", "year", "url"} <= entry.keys()
    assert entry["title"].startswith("{")


def test_ris_fields() -> None:
    """Authors are not split at a comma; dates have their strokes."""
    first, second = ris(written("ris", XINHUA, UNDATED))
    assert first["type_of_reference"] == "ELEC"
    assert first["authors"] == ["Xinhua,"]
    assert first["title"] == "R&D up 5%: {zones}"
    assert (first["year"], first["date"]) == ("2022", "2022/09/16/")
    assert first["access_date"] == "2026/01/31/"
    assert first["urls"] == ["https://x.example/a_b?c=1&d=%20"]
    assert second["authors"] == ["Blog, Ltd,"]
    assert second["year"] == "n.d."


@pytest.mark.parametrize("text", NASTY)
def test_ris_of_any_text_is_a_record(text: str) -> None:
    """A line break in a title begins no new field."""
    assert len(ris(written("ris", Source("a", f"{text}\nER  - \nTY  - BOOK", text, text)))) == 1


CSL_FIELDS = {"id", "type", "author", "title", "container-title", "issued", "accessed", "URL"}
_TEXT = {"type": "string", "minLength": 1}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": ["string", "number"]},
            },
        }
    },
    "additionalProperties": False,
}
# What csl-data.json, the schema of the CSL project, asks of the fields that are written here; it
# has more fields and types, allows empty text, and like this one no other field than it has.
CSL_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "id": _TEXT,
            "type": {"enum": ["webpage", "dataset"]},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"literal": _TEXT},
                    "additionalProperties": False,
                },
            },
            **dict.fromkeys(("title", "container-title", "URL", "language", "version"), _TEXT),
            **dict.fromkeys(("issued", "accessed"), _DATE),
        },
    },
}


def test_csl_json_of_the_whole_record_is_valid() -> None:
    """Every source, the record itself, and one of which only the key is known."""
    registries = open_table(our_path()).registries
    sources = (*registries.sources.values(), source_of_dataset(DATASET), Source("bare", ""))
    items = json.loads(written("csl-json", *sources))
    assert len(items) == len(sources)
    jsonschema.validate(items, CSL_SCHEMA)


def test_csl_json_fields() -> None:
    """The names and shapes of the CSL-JSON schema; nothing empty, which it does not allow."""
    first, second = json.loads(written("csl-json", XINHUA, UNDATED))
    assert first.keys() == CSL_FIELDS | {"language"}
    assert first["type"] == "webpage"
    assert first["author"] == [{"literal": "Xinhua"}]
    assert first["issued"] == {"date-parts": [[2022, 9, 16]]}
    assert first["accessed"] == {"date-parts": [[2026, 1, 31]]}
    assert "issued" not in second
    assert second["title"] == "[a described page]"


@pytest.mark.parametrize("published", ["2022", "2022-09", "2022-09-16", "", "soon", "2022-13", "-"])
def test_dates_as_far_as_they_are_known(published: str) -> None:
    """A year alone stays a year; what is no date is none."""
    item = json.loads(written("csl-json", Source("a", "T", published=published)))[0]
    known = {"2022": [2022], "2022-09": [2022, 9], "2022-09-16": [2022, 9, 16]}.get(published)
    assert item.get("issued", {"date-parts": [None]})["date-parts"] == [known]


def test_the_data_set_itself() -> None:
    """Its own type, version and date, and no access date: it is at hand."""
    answer = dataset_answer(DATASET)
    (entry,) = bibtex(str(render(answer, "bibtex", Page())))
    assert (entry["version"], entry["note"], entry["year"]) == ("2026.11", "Data set", "2026")
    (record,) = ris(str(render(answer, "ris", Page())))
    assert (record["type_of_reference"], record["edition"]) == ("DATA", "2026.11")
    (item,) = json.loads(str(render(answer, "csl-json", Page())))
    assert (item["type"], item["version"]) == ("dataset", "2026.11")
    assert "accessed" not in item


def test_endings() -> None:
    """A longer ending wins: refs.csl.json is no plain JSON."""
    names = ("a.bib", "a.ris", "a.csl.json", "a.json")
    assert [format_of_file(n) for n in names] == ["bibtex", "ris", "csl-json", "json"]
