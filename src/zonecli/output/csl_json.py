"""CSL-JSON: a list of items, one a source, for citeproc, pandoc and Zotero."""

from __future__ import annotations

from typing import Any

from zonecli.answers.reference import Reference, reference_of
from zonecli.answers.result import Result
from zonecli.output.json_lines import json_text
from zonecli.output.page import Page


def render(result: Result, _page: Page) -> str:
    items = [_item(reference_of(source, result.dataset)) for source in result.sources]
    return json_text(items, indent=2) + "\n"


def _item(ref: Reference) -> dict[str, Any]:
    """What is known of it; an undated one has no `issued`, and the style says n.d."""
    item = {
        "id": ref.id,
        "type": "dataset" if ref.is_dataset else "webpage",
        "author": [{"literal": ref.author}] if ref.author else None,
        "title": f"[{ref.title}]" if ref.described else ref.title,
        "container-title": ref.site,
        "issued": {"date-parts": [list(ref.published)]} if ref.published else None,
        "accessed": {"date-parts": [list(ref.accessed)]} if ref.accessed else None,
        "URL": ref.url,
        "language": ref.language,
        "version": ref.version,
    }
    return {name: value for name, value in item.items() if value}
