"""Settings from an environment and a file, and the file's own lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonecli.errors import UsageError
from zonecli.settings import Settings, settings_of
from zonecli.settings_file import write_setting

LINES = st.lists(
    st.sampled_from(["", "# a comment", "  # lang = 'en'", '#data = ["x"]', "\t"]), max_size=4
)
# Any text but what TOML must not hold as it is; ~ stands for a home.
PLACES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f~"), min_size=1)


def test_nothing_named_is_built_in(tmp_path: Path) -> None:
    for path in (None, tmp_path / "none.toml", tmp_path / "none" / "none.toml"):
        assert settings_of({}, path) == Settings("en", "table", (), {})


def test_each_setting_has_its_own_origin(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('lang = "zh"\ndata = ["a.parquet", "https://example.org/b"]\n')
    found = settings_of({"ZONECLI_FORMAT": "CSV", "ZONECLI_LANG": ""}, path)
    places = (str(tmp_path / "a.parquet"), "https://example.org/b")
    origins = {"lang": "file", "data": "file", "format": "environment"}
    assert found == Settings("zh", "csv", places, origins)


def test_a_fault_beside_an_environment_that_goes_before_it(tmp_path: Path) -> None:
    """The file is wrong all the same."""
    path = tmp_path / "config.toml"
    path.write_text("lang = 1\n")
    with pytest.raises(UsageError, match="lang"):
        settings_of({"ZONECLI_LANG": "zh"}, path)


@given(before=LINES, between=LINES, after=LINES, places=st.lists(PLACES, min_size=2, max_size=3))
def test_a_line_is_written_and_all_others_stay(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[str],
    between: list[str],
    after: list[str],
    places: list[str],
) -> None:
    """Whatever a path is called and whatever stands around the setting."""
    path = tmp_path_factory.mktemp("config") / "config.toml"
    lines = [*before, "data = 'x' # mine", *between, 'lang = "zh"', *after]
    path.write_bytes("\n".join(lines).encode())
    assert write_setting(path, "data", tuple(places))
    text = path.read_bytes().decode().split("\n")
    at = len(before)
    assert text[:at] + text[at + 1 :] == lines[:at] + lines[at + 1 :]
    expected = tuple(p if "://" in p else str(path.parent / Path(p)) for p in places)
    assert settings_of({}, path).data == expected
    assert not write_setting(path, "data", tuple(places))
    assert write_setting(path, "data", None)
    left = path.read_bytes().decode().split("\n")
    assert left == lines[:at] + lines[at + 1 :]
