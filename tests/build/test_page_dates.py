"""Pages that are older than the end of what they tell of."""

from __future__ import annotations

import pytest

from zonecli.build.page_dates import is_older


@pytest.mark.parametrize(
    ("published", "period", "month", "older"),
    [
        # of the year 2024
        ("2024-12-30", "year", 12, True),
        ("2024-12-31", "year", 12, False),
        ("2025-01-01", "year", 12, False),
        ("2024-11", "year", 12, True),
        ("2024-12", "year", 12, False),  # may be its last day
        ("2024", "year", 12, False),
        ("2023", "year", 12, True),
        ("", "year", 12, False),  # undated: nothing to say so
        # a part goes as far as the page knows
        ("2024-09-03", "ytd", 9, False),
        ("2024-08-31", "ytd", 9, True),
        ("2024-09", "month", 9, False),
        ("2024-08", "month", 9, True),
        ("2023-12-31", "month", 1, True),
        ("2024", "ytd", 9, False),
    ],
)
def test_a_page_and_a_period(published: str, period: str, month: int, older: bool) -> None:
    assert is_older(published, 2024, period, month) is older
