"""`cite`: the sources that an answer used, as a reference list, numbered as in the answer."""

from __future__ import annotations

from zonecli.answers.citation_styles import STYLES
from zonecli.answers.reference import reference_of, source_of_dataset
from zonecli.answers.result import Column, Result, Sheet
from zonecli.table.registries import Dataset

_COLUMNS = (
    Column("number", "number of the source in the answer"),
    Column("source", "key into the sources"),
    Column("citation", "the reference in the style asked for"),
    Column("url", "address of the source"),
)


def cite(answer: Result, style: str) -> Result:
    """The sources of an answer, in one of the styles. Rows: number, key, citation, address."""
    references = [reference_of(source, answer.dataset) for source in answer.sources]
    citations = STYLES[style](references)
    rows = tuple(
        {"number": number, "source": ref.id, "citation": citation, "url": ref.url}
        for number, (ref, citation) in enumerate(zip(references, citations, strict=True), start=1)
    )
    alone = len(references) == 1 and references[0].is_dataset
    number = "[{}] {}" if style == "gbt7714" else "{}. {}"  # that standard has it in brackets
    lines = citations if alone else map(number.format, range(1, len(rows) + 1), citations)
    return Result(
        query={**answer.query, "command": "cite", "style": style},
        columns=_COLUMNS,
        rows=rows,
        sheet=Sheet("", (), (), intro=tuple(lines)),
        notes=answer.notes,
        dataset=answer.dataset,
    )


def dataset_answer(dataset: Dataset) -> Result:
    """An answer whose one source is the table itself."""
    source = source_of_dataset(dataset)
    return Result({}, (), (), Sheet("", (), ()), sources=(source,), dataset=dataset)
