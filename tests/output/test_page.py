"""How wide a terminal is."""

from __future__ import annotations

import io

import pytest

from zonecli.output.page import width_of


@pytest.mark.parametrize(("wished", "width"), [("132", 132), ("0", 80), ("-5", 80), ("wide", 80)])
def test_a_width_may_be_wished_for(
    monkeypatch: pytest.MonkeyPatch, wished: str, width: int
) -> None:
    """Else it is asked of the terminal; one that cannot tell has 80 columns."""
    monkeypatch.setenv("COLUMNS", wished)
    assert width_of(io.StringIO()) == width
