"""The corpus of our own sentences: how well statements are found, placed and judged."""

from __future__ import annotations

import re

import pytest
from corpus_file import everything, sentences
from measuring import Score, score

from zonecli.table.table import Table

PARTS = ("english_first", "english_held", "chinese_first", "chinese_held", "fresh")
MISTAKES = (
    *("year", "part-year", "yi-billion", "wanyi-billion", "wan-thousand", "currency", "points"),
    *("measure", "basis", "type", "zone", "national", "hedge-dropped", "hedge-turned", "vintage"),
    "power-of-ten",
)


@pytest.fixture(scope="module")
def scores(record: Table) -> dict[str, Score]:
    return {part: score(record, sentences(f"{part}.txt")) for part in PARTS}


@pytest.mark.parametrize("part", PARTS)
def test_aims_are_met(scores: dict[str, Score], part: str) -> None:
    """Placed rightly: 90 in 100. No true statement is contradicted, no number passed over."""
    found = scores[part]
    print(f"\n{part}", *found.lines(), *found.misses, sep="\n  ")
    assert found.placed_right >= 0.9 * found.expected_placed
    assert found.placed_right >= 0.9 * found.placed
    assert found.judged_right >= 0.9 * found.expected
    assert found.true_contradicted == 0
    assert found.passed_over == 0
    assert found.contradicted_right == found.contradicted
    assert found.contradicted_right >= 0.9 * found.to_contradict
    assert found.mistakes_named >= 0.9 * found.mistakes


def test_the_corpus_is_large_enough_and_has_each_mistake() -> None:
    texts = {sentence.text for _, sentence in everything()}
    chinese = {text for text in texts if len(re.findall(r"[一-鿿]", text)) > 5}
    assert len(texts - chinese) >= 150
    assert len(chinese) >= 60
    named = {m for _, s in everything() for expected in s.expected for m in expected.mistakes}
    assert named >= set(MISTAKES)


def test_each_mistake_is_named_in_the_held_out_parts(record: Table) -> None:
    """On sentences that the rules were not written from."""
    held = [s for part, s in everything() if part.endswith("_held") or part == "fresh"]
    for kind in set(MISTAKES):
        with_it = [s for s in held if any(kind in e.mistakes for e in s.expected)]
        assert with_it, f"no held-out sentence has {kind}"
        found = score(record, with_it)
        assert found.mistakes_named == found.mistakes, "\n".join(found.misses)
