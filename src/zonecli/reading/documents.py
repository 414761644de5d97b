"""The text of a file, with the place in the file that each character comes from."""

from __future__ import annotations

import io
import re
import sys
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from xml.parsers import expat

from zonecli.errors import DataError, UsageError

Place = tuple[int, int]  # line and column, both from 1

ENDINGS = (".txt", ".md", ".markdown", ".text", ".html", ".htm", ".docx")
_MOST_BYTES = 50_000_000  # of a file and of what a docx unpacks to: a text, not a bomb
_MOST_TEXT = 1_000_000  # characters, a book of 500 pages: to read one takes a minute or two
_DEEPEST = 1_000  # elements in each other in a docx, where Word makes some twenty
_OPEN_END = re.compile(r"<[a-zA-Z/!?][^>]*\Z")
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_SILENT = ("script", "style", "template", "noscript", "head", "svg")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)

# One character for one, so that every place stays where it is.
_PLAIN = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        **{"％": "%", "．": ".", "＋": "+", "　": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " "},
        **{"‑": "-", "‐": "-", "’": "'", "‘": "'", "＆": "&", "（": "(", "）": ")", "\r": " "},
    }
)


@dataclass(frozen=True)
class Document:
    """A text. `places` gives the line and column of each character; null: as the text itself has
    them."""

    name: str
    text: str
    places: Sequence[Place] | None = None

    def place(self, index: int) -> Place:
        """Line and column, from 1, of the character at `index`."""
        if self.places is not None:
            return self.places[min(index, len(self.places) - 1)]
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(i + 1 for i, c in enumerate(self.text) if c == "\n")]


def plain(text: str) -> str:
    """The same number of characters, with the usual digits, signs and blanks."""
    return text.translate(_PLAIN)


def read_document(name: str) -> Document:
    """Reads a file; `-` is stdin, as plain text. Raises UsageError for another kind of file,
    DataError where it cannot be read."""
    document = _read(name)
    if len(document.text) > _MOST_TEXT:
        raise DataError(f"{document.name} is too long: over {_MOST_TEXT:,} characters. Split it.")
    return document


def _read(name: str) -> Document:
    if name == "-":
        content = sys.stdin.buffer.read(_MOST_BYTES + 1)
        return Document("<stdin>", plain(_decoded(content, "<stdin>")))
    path = Path(name)
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(f"Cannot check {name}: it ends in none of {', '.join(ENDINGS)}.")
    content = _content(path)
    if path.suffix.lower() == ".docx":
        return _from_docx(name, content)
    if path.suffix.lower() in (".html", ".htm"):
        return from_html(name, _decoded(content, name))
    return Document(name, plain(_decoded(content, name)))


def _content(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # a pipe is waited for, and may never end
            raise DataError(f"Cannot read {path}: it is no file.")
        if path.stat().st_size > _MOST_BYTES:
            raise DataError(f"{path} is too large to be a text: over {_MOST_BYTES:,} bytes.")
        return path.read_bytes()
    except (OSError, ValueError) as error:  # a name that no system takes
        reason = getattr(error, "strerror", None) or error
        raise DataError(f"Cannot read {path}: {reason}.") from error


def _decoded(content: bytes, name: str) -> str:
    """UTF-8, with or without mark, or UTF-16 with one, or GB 18030: what such texts come in."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DataError(f"Cannot read {name}: it is neither UTF-8, UTF-16 nor GB 18030.")


class _Html(HTMLParser):
    """Collects the visible text and the place of each character."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text: list[str] = []
        self.places: list[Place] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag in _SILENT:
            self._silent.append(tag)
        if tag in _BLOCKS:
            self._add("\n", moves=False)

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        if tag in _BLOCKS:
            self._add("\n", moves=False)

    def handle_data(self, data: str) -> None:
        self._add(data)

    def handle_entityref(self, name: str) -> None:
        import html

        self._add(html.unescape(f"&{name};"), moves=False)

    def handle_charref(self, name: str) -> None:
        import html

        self._add(html.unescape(f"&#{name};"), moves=False)

    def _add(self, text: str, *, moves: bool = True) -> None:
        if self._silent:
            return
        line, column = self.getpos()
        for character in text:
            self.text.append(" " if moves and character == "\n" else character)
            self.places.append((line, column + 1))
            if moves:
                line, column = (line + 1, 0) if character == "\n" else (line, column + 1)


def from_html(name: str, source: str) -> Document:
    """The visible text of a page; what is a block on the page is a line in the text."""
    parser = _Html()
    parser.feed(_without_open_end(source))
    parser.close()
    return Document(name, plain("".join(parser.text)), [*parser.places, (1, 1)])


def _without_open_end(source: str) -> str:
    """A page up to the comment or tag that nothing closes, as browsers have it: Python's parser
    would look for the end of it again from each of its characters on."""
    opened = source.find("<!--", source.rfind("-->") + 1)
    if opened >= 0:
        source = source[:opened]
    tail = source.rfind(">") + 1
    if found := _OPEN_END.search(source, tail):
        source = source[: found.start()]
    return source


class _Docx:
    """Handlers for the XML of a Word document: its paragraphs, one a line."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self._in_text = False
        self._depth = self._length = 0

    def start(self, tag: str, attributes: object) -> None:  # noqa: ARG002
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("its elements are nested too deeply")
        self._in_text = tag == f"{_WORD}t"
        if tag in (f"{_WORD}tab", f"{_WORD}br"):
            self.text.append(" ")

    def end(self, tag: str) -> None:
        self._in_text = False
        self._depth -= 1
        if tag == f"{_WORD}p":
            self.text.append("\n")

    def data(self, data: str) -> None:
        if self._in_text:
            self.text.append(data)
            self._length += len(data)
            if self._length > _MOST_TEXT:
                raise ValueError(f"it is too long: over {_MOST_TEXT:,} characters")

    def doctype(self, *_: object) -> None:
        """No Word document has one; an entity that unpacks to gigabytes needs one."""
        raise ValueError("it declares entities")


def _from_docx(name: str, content: bytes) -> Document:
    """The paragraphs of a Word document; its line is the paragraph."""
    handlers = _Docx()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = handlers.start
    parser.EndElementHandler = handlers.end
    parser.CharacterDataHandler = handlers.data
    parser.StartDoctypeDeclHandler = handlers.doctype
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            with archive.open("word/document.xml") as part:
                xml = part.read(_MOST_BYTES + 1)
            if len(xml) > _MOST_BYTES:
                raise ValueError("it unpacks to too much")
            parser.Parse(xml, True)
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        RuntimeError,
        EOFError,
        zlib.error,
        expat.ExpatError,
    ) as error:
        raise DataError(f"Cannot read {name} as a Word document: {error}") from error
    return Document(name, plain("".join(handlers.text)))
