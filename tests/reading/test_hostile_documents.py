"""Documents made to break the reader: refused in one line, or read, and never for long."""

from __future__ import annotations

import os
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zonecli.errors import DataError
from zonecli.reading.documents import from_html, read_document
from zonecli.reading.statements import Reader
from zonecli.table.opening import open_table

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(path: Path, xml: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return path


def fault(path: Path) -> str:
    with pytest.raises(DataError) as error:
        read_document(str(path))
    assert len(str(error.value).splitlines()) == 1
    return str(error.value)


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        (f"<w:document {_WORD}><w:p><w:t>{'x' * 1_000_001}", "too long"),
        ("<a>" * 2_000, "nested too deeply"),
        (f"<w:document {_WORD}>{' ' * 51_000_000}", "unpacks to too much"),
    ],
    ids=["text", "depth", "bomb"],
)
def test_a_docx_that_grows(tmp_path: Path, xml: str, says: str) -> None:
    """A few kilobytes of zip."""
    path = docx(tmp_path / "a.docx", xml)
    assert path.stat().st_size < 100_000
    assert says in fault(path)


@pytest.mark.parametrize("place", [6, 8, 60], ids=["encrypted", "codec", "spoilt"])
def test_a_docx_that_cannot_be_unpacked(tmp_path: Path, place: int) -> None:
    path = docx(tmp_path / "a.docx", f"<w:document {_WORD}><w:p/></w:document>")
    content = bytearray(path.read_bytes())
    directory = content.index(b"PK\x01\x02")
    content[place] = 97
    if place < 10:
        content[directory + place + 2] = 97
    path.write_bytes(content)
    assert "Cannot read" in fault(path)


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".docx"])
@pytest.mark.parametrize("seed", range(5))
def test_noise(tmp_path: Path, ending: str, seed: int) -> None:
    """GB 18030 takes nearly no noise, and what it takes is no number about zones."""
    path = tmp_path / f"a{ending}"
    path.write_bytes(random.Random(seed).randbytes(100_000))
    assert str(path) in fault(path)


def test_too_long(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("zones " * 200_000)
    assert "too long: over 1,000,000 characters" in fault(tmp_path / "a.txt")
    with (tmp_path / "b.txt").open("wb") as file:
        file.truncate(60_000_000)
    assert "too large to be a text" in fault(tmp_path / "b.txt")


@pytest.mark.parametrize("opened", ["<!--", "<?", "<a", "<a b='", "</a", "<!d ["])
def test_markup_that_nothing_closes(opened: str) -> None:
    """The text before it is read; two hundred thousand of them take no longer than one."""
    document = from_html("a.html", f"<p>15.3 trillion</p>{opened * 200_000}")
    assert document.text.strip() == "15.3 trillion"


def test_what_looks_like_markup_is_text() -> None:
    assert from_html("a.html", "<p>5 < 7 and 9 <").text.strip() == "5 < 7 and 9 <"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "c.txt").symlink_to("c.txt")
    for name in ("a.txt", "b.txt"):
        assert "it is no file" in fault(tmp_path / name)
    assert "Cannot read" in fault(tmp_path / "c.txt")
    assert "Cannot read" in fault(Path("a\0b.txt"))


_PIECES = (
    "The high-tech zones' GDP ",
    "国家高新区",
    "2021",
    "15.3",
    "万亿元",
    "%",
    " trillion yuan",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(open_table(Path(__file__).parents[2] / "data" / "metrics.parquet").registries)


@given(
    st.lists(
        st.one_of(st.sampled_from(_PIECES), st.text(max_size=5), st.floats().map(str)), max_size=12
    ).map("".join),
    st.sampled_from([".txt", ".html"]),
)
def test_any_text_is_read(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory, text: str, ending: str
) -> None:
    """Every number that is found lies in the text, whatever stands around it."""
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    path.write_bytes(text.encode("utf-8", "ignore"))
    document = read_document(str(path))
    for statement in reader.statements(document):
        assert 0 <= statement.start < statement.end <= len(document.text)
        assert document.place(statement.start) <= document.place(statement.end - 1)
