"""For every test: how many examples the property tests try; nobody's own cache, table or config.

300 examples in a plain run; ZONECLI_EXAMPLES=10000 for a long one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from zonecli.language import speak

settings.register_profile(
    "zonecli", max_examples=int(os.environ.get("ZONECLI_EXAMPLES", "300")), deadline=None
)
settings.load_profile("zonecli")


@pytest.fixture(scope="session", autouse=True)
def _nobodys_own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Copies of tables go to a folder of the run's own; the table is the one of the checkout."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("cache")))
        for name in ("ZONECLI_DATA", "ZONECLI_LANG", "ZONECLI_FORMAT"):
            patch.delenv(name, raising=False)
        patch.setenv("ZONECLI_CONFIG", "")
        yield


@pytest.fixture
def chinese() -> Iterator[None]:
    """Chinese is spoken during the test."""
    speak("zh")
    yield
    speak("en")
