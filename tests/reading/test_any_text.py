"""No text, however odd, may break the reader or keep it busy."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from zonecli.reading.documents import Document
from zonecli.reading.statements import Reader
from zonecli.table.opening import open_table

_PIECES = [
    "GDP",
    "of",
    "the",
    "national",
    "high-tech",
    "zones",
    "in",
    "2021",
    "was",
    "15.3",
    "trillion",
    "yuan",
    "up",
    "%",
    "from",
    "to",
    "2012",
    "国家高新区",
    "生产总值",
    "增长",
    "亿元",
    "占全国",
    ",",
    ".",
    "；",
    "。",
    "number",
    "reached",
    "over",
    "nearly",
    "a",
    "quarter",
    "1,000",
    "-3",
    "+7.6%",
    "(",
    ")",
    "US$",
    "第",
    "排名",
    "first",
    "ranked",
    "doubled",
    "times",
    "倍",
    "成",
    "分之",
    "一半",
    "China's",
    "十",
    "two",
    "万",
    "亿",
    "的",
    "e+12",
    "..5",
    "5..3",
    ",,,",
    "1-9月",
    "\n",
    "#",
    "•",
    "1.",
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(open_table(Path(__file__).parents[2] / "data" / "metrics.parquet").registries)


@pytest.mark.parametrize("glue", [" ", ""])
def test_shuffled_words_are_read_and_every_number_lies_in_the_text(
    reader: Reader, glue: str
) -> None:
    chance = random.Random(7)
    for _ in range(300):
        text = glue.join(chance.choices(_PIECES, k=chance.randint(1, 60)))
        for statement in reader.statements(Document("x", text)):
            assert 0 <= statement.start < statement.end <= len(text)
            said = text[statement.start : statement.end].replace("\n", " ")
            assert said == statement.mention.text


@pytest.mark.parametrize(
    "text",
    [
        "1" * 20000,
        "2012 to " * 4000,
        "zones with revenue " * 3000,
        "high-tech zones " + "in at to by " * 3000 + "5",
        "The high-tech zones 5 " + "a" * 44 + "! high-tech zones",
    ],
    ids=["digits", "years", "metrics", "words", "stops"],
)
def test_long_nonsense_does_not_take_long(reader: Reader, text: str) -> None:
    """The processor's time, which other programs do not lengthen."""
    start = time.process_time()
    reader.statements(Document("x", text))
    assert time.process_time() - start < 10
