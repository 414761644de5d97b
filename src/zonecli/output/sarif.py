"""SARIF 2.1.0 (OASIS, 2020): findings in files, as editors and continuous integration show them.

For answers whose rows have a file, a line and a verdict. What is borne out is no finding and is
left out; what is contradicted is an error, what is close a warning, the rest a note.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from zonecli.answers.judged import VERDICT_WORDS
from zonecli.answers.result import Result
from zonecli.language import said, to_be_said
from zonecli.output.page import Page

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"contradicted": "error", "close": "warning", "unknown": "note", "not-placed": "note"}
_RULES = {
    "contradicted": to_be_said("The table's sources say otherwise."),
    "close": to_be_said("Off by rounding, by a dropped hedge, or by the time of the year."),
    "unknown": to_be_said("The table has no figure to judge by."),
    "not-placed": to_be_said("A number about zones of which it could not be told what it counts."),
}


def render(result: Result, _page: Page) -> str:
    """One run with a result for each row that is not supported."""
    found = [row for row in result.rows if row["verdict"] in _LEVELS]
    driver = {
        "name": "zonecli",
        "rules": [
            {
                "id": verdict,
                "shortDescription": {"text": said(text)},
                "defaultConfiguration": {"level": _LEVELS[verdict]},
            }
            for verdict, text in _RULES.items()
        ],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_finding(row) for row in found],
        "properties": {"table": result.dataset.name, "tableVersion": result.dataset.version},
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _finding(row: Mapping[str, Any]) -> dict[str, Any]:
    region = {
        "startLine": row["line"],
        "startColumn": row["column"],
        "endLine": row["end_line"],
        "endColumn": row["end_column"],
    }
    place = {"artifactLocation": {"uri": _uri(row["file"])}, "region": region}
    verdict = row["verdict"]
    return {
        "ruleId": verdict,
        "ruleIndex": list(_RULES).index(verdict),
        "level": _LEVELS[verdict],
        "message": {"text": _message(row)},
        "locations": [{"physicalLocation": place}],
        "properties": {
            name: row[name]
            for name in ("mistake", "suggestion", "reports", "source_url")
            if row[name] is not None
        },
    }


def _message(row: Mapping[str, Any]) -> str:
    """One line: what is written, the verdict, what the table has, from where, and why."""
    verdict = said(VERDICT_WORDS[row["verdict"]])
    parts = [said("{what}: {text}", what=row["claimed"], text=verdict)]
    if row["table_says"]:
        where = f" ({row['source_url']})" if row["source_url"] else ""
        parts.append(said("the table has {figure}", figure=row["table_says"] + where))
    parts += [row[name] for name in ("mistake_text", "remark") if row[name]]
    if row["suggestion"]:
        parts.append(said("better: {wording}", wording=row["suggestion"]))
    return said("; ").join(parts)


def _uri(name: str) -> str:
    """A path as a URI reference: relative paths stay relative to where the check was run."""
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/<>")
