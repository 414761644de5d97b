"""`show` and `compare` on random tables answer as the plain model does."""

from __future__ import annotations

import plain_model
from agreement import differences, opened, pairs, shown
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_model import Record
from random_records import YEARS, questions, records

EXAMPLES = settings.default.max_examples


@settings(max_examples=EXAMPLES // 2)
@given(records, st.data())
def test_show(record: Record, data: st.DataObject) -> None:
    """Which reports, in which order, and everything that is worked out beside them."""
    asked = data.draw(questions(record))
    assert differences(plain_model.show(record, asked), shown(opened(record), asked)) == []


@settings(max_examples=EXAMPLES // 2)
@given(records, st.data())
def test_compare(record: Record, data: st.DataObject) -> None:
    """Which figures, both values, change, percent and growth a year with their ends."""
    asked = data.draw(questions(record, computing=False))._replace(reports=False)
    if data.draw(st.booleans()):
        asked = asked._replace(metrics=())
    years = sorted(data.draw(st.lists(st.sampled_from(YEARS), min_size=2, max_size=2, unique=True)))
    expected = plain_model.compare(record, asked, years[0], years[1])
    assert differences(expected, pairs(opened(record), asked, years[0], years[1])) == []
