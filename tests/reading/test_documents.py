"""Text out of files, with the place of each character; nothing that unpacks to a bomb."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from zonecli.errors import DataError, UsageError
from zonecli.reading.documents import Document, from_html, read_document

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _docx(path: Path, xml: str) -> str:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", xml)
    return str(path)


def test_a_place_is_line_and_column_from_one() -> None:
    document = Document("x", "ab\ncd\n")
    assert [document.place(i) for i in (0, 1, 3, 4)] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_html_gives_the_visible_text_with_its_place_in_the_source() -> None:
    source = "<p>GDP of <b>15.3</b> trillion\nyuan</p>\n<script>var x = 1;</script><p>&yen;16.9</p>"
    document = from_html("x.html", source)
    assert "var x" not in document.text
    assert "GDP of 15.3 trillion yuan" in document.text
    assert document.place(document.text.index("15.3")) == (1, source.index("15.3") + 1)
    assert document.place(document.text.index("yuan"))[0] == 2
    assert "¥16.9" in document.text


def test_docx_gives_a_line_a_paragraph(tmp_path: Path) -> None:
    xml = (
        f"<w:document {_WORD}><w:body><w:p><w:r><w:t>GDP of </w:t></w:r><w:r><w:t>15.3</w:t></w:r>"
        "</w:p><w:p><w:r><w:delText>old</w:delText><w:t>new</w:t></w:r></w:p></w:body></w:document>"
    )
    assert read_document(_docx(tmp_path / "a.docx", xml)).text == "GDP of 15.3\nnew\n"


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a>&y;</a>',
        "<a><b></a>",
        "",
    ],
)
def test_a_docx_with_entities_or_broken_is_refused(tmp_path: Path, xml: str) -> None:
    with pytest.raises(DataError):
        read_document(_docx(tmp_path / "a.docx", xml))


def test_what_is_no_docx_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_text("no zip")
    with pytest.raises(DataError):
        read_document(str(path))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_that_such_texts_come_in(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("国家高新区生产总值１５．３万亿元", encoding=encoding)
    assert read_document(str(path)).text == "国家高新区生产总值15.3万亿元"


def test_other_files_and_missing_ones_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ends in none of"):
        read_document("slides.pdf")
    with pytest.raises(DataError, match="Cannot read"):
        read_document(str(tmp_path / "none.txt"))
