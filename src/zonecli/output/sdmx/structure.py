"""SDMX-ML 3.0, by pysdmx: what the data of `data` means, for a program that reads SDMX.

Code lists, concepts, data structure definition and dataflow stand in one file that needs no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from zonecli.answers.report_rows import further_columns
from zonecli.errors import OutputError
from zonecli.language import said
from zonecli.output.cells import one_line
from zonecli.output.sdmx.codes import CodeList, code_lists
from zonecli.output.sdmx.components import (
    AGENCY,
    COMPONENTS,
    CONCEPTS,
    DATAFLOW,
    STRUCTURE,
    Component,
    further_ids,
    version_of,
)
from zonecli.table.registries import Dataset
from zonecli.table.table import Table

if TYPE_CHECKING:
    from pysdmx import model
    from pysdmx.model.message import Header


def structure_bytes(table: Table) -> bytes:
    """The structure as its file holds it; the same table gives the same bytes. Raises OutputError
    without pysdmx."""
    try:
        import pysdmx.io.xml  # noqa: F401 — pysdmx itself, and what it writes XML with
    except ImportError:
        raise OutputError(said("SDMX needs pysdmx: pip install 'zonecli[sdmx]'.")) from None
    from pysdmx.io import write_sdmx
    from pysdmx.io.format import Format

    header = _header(table.registries.dataset)
    text = write_sdmx(_artefacts(table), Format.STRUCTURE_SDMX_ML_3_0, header=header)
    return f"{text}".encode()


def _artefacts(table: Table) -> list[Any]:
    from pysdmx import model

    dataset = table.registries.dataset
    version = version_of(dataset)
    components = [*COMPONENTS, *_further(table)]
    lists = {found.id: _code_list(found, version) for found in code_lists(table)}
    names = [model.Concept(id=c.id, name=c.name, description=c.description) for c in components]
    structure = model.DataStructureDefinition(
        id=STRUCTURE,
        name="Reports of figures on development zones",
        components=model.Components([_component(c, lists, version) for c in components]),
        agency=AGENCY,
        version=version,
    )
    concepts = model.ConceptScheme(
        id=CONCEPTS, name="Concepts", items=names, agency=AGENCY, version=version
    )
    dataflow = model.Dataflow(
        id=DATAFLOW,
        name=_title(dataset),
        structure=structure,
        agency=AGENCY,
        version=version,
    )
    return [*lists.values(), concepts, structure, dataflow]


def _title(dataset: Dataset) -> str:
    """In English, as the file says that all its names are."""
    about = ", ".join(filter(None, (dataset.version, dataset.date, dataset.license)))
    return one_line(f"{dataset.name} ({about})" if about else dataset.name)


def _further(table: Table) -> list[Component]:
    """A user's further columns, as attributes that hold any text."""
    about = "Of the table itself."
    return [
        Component(found, "attribute", one_line(name), about, required=False)
        for name, found in further_ids(further_columns(table)).items()
    ]


def _code_list(found: CodeList, version: str) -> model.Codelist:
    from pysdmx import model

    def marked(sdmx: str) -> list[model.Annotation]:
        return [model.Annotation(id="SDMX_CODE", type="SDMX_CODE", title=sdmx)] if sdmx else []

    codes = [
        model.Code(
            id=code.id,
            name=one_line(code.name) or code.id,
            description=one_line(code.description) or None,
            annotations=marked(code.sdmx),
        )
        for code in found.codes
    ]
    return model.Codelist(id=found.id, name=found.name, items=codes, agency=AGENCY, version=version)


def _component(
    component: Component, lists: Mapping[str, model.Codelist], version: str
) -> model.Component:
    from pysdmx import model

    return model.Component(
        id=component.id,
        required=component.required,
        role=model.Role[component.role.upper()],
        concept=model.ItemReference(
            sdmx_type="Concept", agency=AGENCY, id=CONCEPTS, version=version, item_id=component.id
        ),
        local_codes=lists.get(component.codes),
        local_dtype=None if component.codes else model.DataType(component.type),
        attachment_level="O" if component.role == "attribute" else None,
    )


def _header(dataset: Dataset) -> Header:
    """Names the table; its date is that of the table, not of the writing."""
    from pysdmx.model import Organisation
    from pysdmx.model.message import Header

    try:
        prepared = datetime.fromisoformat(dataset.date).replace(tzinfo=UTC)
    except ValueError:
        prepared = datetime(2000, 1, 1, tzinfo=UTC)
    name = f"{DATAFLOW}-{version_of(dataset)}".replace(".", "-")
    return Header(id=name, prepared=prepared, sender=Organisation(id=AGENCY))
