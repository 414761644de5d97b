"""Users' own tables: which way each of them is read, and laying several over each other."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from importlib.util import find_spec

from zonecli.table.columns import COLUMN_NAMES
from zonecli.table.layers import Layer, LayeredTable
from zonecli.table.locations import DataSet, data_set
from zonecli.table.made import Cells, Written
from zonecli.table.opening import MOST_BYTES, MOST_ROWS, our_path
from zonecli.table.streaming import StreamedLayer, admits
from zonecli.table.table import Filter

HINT = (
    "{name} is large: pip install 'zonecli[large]' answers from it many times sooner, "
    "with DuckDB. pyarrow reads it meanwhile."
)


class MemoryLayer:
    """A small data set, read whole."""

    is_large = False

    def __init__(self, source: StreamedLayer) -> None:
        self.name, self.written = source.name, source.written
        self.extra_columns = source.extra_columns
        self._rows = list(source.rows([Filter(only_preferred=False)]))

    def rows(self, wanted: Sequence[Filter]) -> Iterable[Cells]:
        return (row for row in self._rows if admits(wanted, row))

    def distinct(self, columns: tuple[str, ...], wanted: Filter) -> set[Cells]:
        places = [COLUMN_NAMES.index(column) for column in columns]
        return {tuple(row[place] for place in places) for row in self.rows([wanted])}


def open_own(locations: Sequence[str]) -> LayeredTable:
    """The table at these places, a later one laid over the earlier. Raises DataError."""
    return LayeredTable([_layer(data_set(location)) for location in locations])


def our_registries() -> Written:
    """The registries of zonecli's own table, as its metadata holds them."""
    return StreamedLayer(data_set(str(our_path()))).written


def _layer(data: DataSet) -> Layer:
    if data.size <= MOST_BYTES:
        source = StreamedLayer(data)
        source.check_size()
        if source.row_count() <= MOST_ROWS:
            return MemoryLayer(source)
    if find_spec("duckdb") is None:
        logging.getLogger("zonecli").warning(HINT.format(name=data.name))
        return StreamedLayer(data)
    from zonecli.table.engine_table import EngineLayer

    return EngineLayer(data)
