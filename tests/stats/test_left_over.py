"""Words beside a number: those that are part of what the figure is called hedge nothing."""

from __future__ import annotations

import pytest

from zonecli.stats.left_over import unknown_words, without_names


@pytest.mark.parametrize(
    ("unknown", "names", "left"),
    [
        (("widgets",), ("widget_count", "Number of widgets"), ()),
        (("Widget",), ("widgets",), ()),
        (("perhaps", "widgets"), ("widgets",), ("perhaps",)),
        (("est",), ("investment",), ("est",)),  # a part of a word is another word
        (("孵化器",), ("国家级孵化器数量",), ()),
        (("或许",), ("国家级孵化器数量",), ("或许",)),
    ],
)
def test_names_are_no_hedges(
    unknown: tuple[str, ...], names: tuple[str, ...], left: tuple[str, ...]
) -> None:
    assert without_names(unknown, names) == left


def test_words_are_named_in_their_order() -> None:
    assert unknown_words("so-called GDP of China's zones (allegedly)") == (
        *("so-called", "GDP", "allegedly"),
    )


def test_what_is_said_of_the_future_is_no_unknown_word() -> None:
    """It has an answer of its own: `is_expected`."""
    assert unknown_words("expected to reach") == ()
