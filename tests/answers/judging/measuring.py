"""Precision and recall of finding and of judging on a part of the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus_file import Expected, Sentence

from zonecli.answers.findings import Finding, findings_of
from zonecli.reading.documents import Document, plain
from zonecli.table.table import Table


@dataclass
class Score:
    """Counts over a part of the corpus, and a line for each miss."""

    expected: int = 0
    found: int = 0
    placed_right: int = 0
    placed: int = 0
    judged_right: int = 0
    contradicted: int = 0
    contradicted_right: int = 0
    to_contradict: int = 0
    true_contradicted: int = 0
    mistakes: int = 0
    mistakes_named: int = 0
    passed_over: int = 0
    misses: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        return [
            f"numbers {self.expected}, found {self.found}",
            f"placing: precision {_rate(self.placed_right, self.placed)}, "
            f"recall {_rate(self.placed_right, self.expected_placed)}",
            f"verdicts right: {_rate(self.judged_right, self.expected)}",
            f"contradicted: precision {_rate(self.contradicted_right, self.contradicted)}, "
            f"recall {_rate(self.contradicted_right, self.to_contradict)}",
            f"mistakes named: {_rate(self.mistakes_named, self.mistakes)}",
            f"true statements contradicted: {self.true_contradicted}; "
            f"numbers passed over: {self.passed_over}",
        ]

    expected_placed: int = 0


def _rate(part: int, whole: int) -> str:
    return f"{part}/{whole} = {100 * part / whole:.1f}%" if whole else "none"


def score(table: Table, sentences: Sequence[Sentence]) -> Score:
    """Checks each sentence as a text of its own."""
    total = Score()
    for sentence in sentences:
        findings = findings_of(table, [Document("corpus", plain(sentence.text))])
        for expected in sentence.expected:
            _count(total, sentence, expected, _finding(findings, expected))
        unexpected = len(findings) - len(sentence.expected)
        if not sentence.expected and unexpected > 0:
            total.misses.append(f"{sentence.text}: found {findings[0].statement.mention.text}")
    return total


def _finding(findings: Sequence[Finding], expected: Expected) -> Finding | None:
    core = [f for f in findings if f.statement.mention.text == plain(expected.number)]
    near = [f for f in findings if plain(expected.number) in f.statement.mention.text]
    near += [f for f in findings if f.statement.mention.text in plain(expected.number)]
    return (core or near or [None])[0]


def _count(total: Score, sentence: Sentence, expected: Expected, found: Finding | None) -> None:
    total.expected += 1
    total.expected_placed += expected.statement is not None and "-" not in expected.statement
    true = expected.verdicts[0] == "supported"
    total.to_contradict += expected.verdicts == ("contradicted",)
    total.mistakes += bool(expected.mistakes)
    if found is None:
        total.passed_over += 1
        total.misses.append(f"{sentence.text}: {expected.number} passed over")
        return
    total.found += 1
    statement = found.statement
    said = (statement.metric, statement.meaning.measure, statement.zone_type, statement.zone)
    right = expected.statement == (*said, str(statement.year))
    if statement.placed:
        total.placed += 1
        total.placed_right += right
    verdict = found.verdict
    judged = verdict in expected.verdicts
    total.judged_right += judged
    if verdict == "contradicted":
        total.contradicted += 1
        total.contradicted_right += "contradicted" in expected.verdicts
        total.true_contradicted += true
    named = found.judgement.mistakes if found.judgement else ()
    kind = named[0].kind if named else None
    good = not expected.mistakes or kind in expected.mistakes
    total.mistakes_named += bool(expected.mistakes) and good
    wrongly_placed = statement.placed and not right and expected.statement is not None
    if wrongly_placed or not judged or not good:
        total.misses.append(
            f"{sentence.text}\n    {expected.number}: read {said} {statement.year}, {verdict}, "
            f"{[m.kind for m in named]}; expected {expected.statement}, {expected.verdicts}, "
            f"{expected.mistakes}"
        )
