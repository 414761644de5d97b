"""Control-C while DuckDB works."""

from __future__ import annotations

import pytest

from zonecli.table.engine_table import EngineLayer
from zonecli.table.locations import data_set
from zonecli.table.opening import our_path


class Interrupted:
    """A connection whose query Control-C ends, as DuckDB tells it; or that fails otherwise."""

    def __init__(self, message: str) -> None:
        self.message = message

    def execute(self, *_: object) -> None:
        raise RuntimeError(self.message)


@pytest.mark.parametrize(
    ("message", "expected"),
    [("Query interrupted", KeyboardInterrupt), ("something else", RuntimeError)],
)
def test_an_interrupted_query_is_an_interrupt(message: str, expected: type[BaseException]) -> None:
    layer = EngineLayer(data_set(str(our_path())))
    layer._connection = Interrupted(message)
    with pytest.raises(expected):
        list(layer._fetch("SELECT 1"))
