"""For every test: how many examples the property tests try.

300 in a plain run; ZONECLI_EXAMPLES=10000 for a long one.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile(
    "zonecli", max_examples=int(os.environ.get("ZONECLI_EXAMPLES", "300")), deadline=None
)
settings.load_profile("zonecli")
