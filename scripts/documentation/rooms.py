"""The rooms of the code and who imports whom, as a picture: drawn from the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "zonecli"

# Room → where it stands: column and row. Every arrow runs downwards; one that did not is red.
PLACES = {
    "cli": (1, 0),
    "api": (3, 0),
    "output": (0, 1),
    "build": (1, 2),
    "answers": (2, 3),
    "reading": (3, 4),
    "table": (2, 5),
    "stats": (1, 6),
}
SAYS = {
    "cli": "commands",
    "api": "Python",
    "output": "a file a format",
    "build": "text to table",
    "answers": "a file a question",
    "reading": "sentences to claims",
    "table": "rows and registries",
    "stats": "arithmetic of hedges",
}
_WIDTH, _HEIGHT, _GAP_X, _GAP_Y, _MARGIN = 150, 52, 30, 60, 20


def imports() -> set[tuple[str, str]]:
    """Pairs of rooms: the first imports the second."""
    return {
        (room, other)
        for room in PLACES
        for path in _files(room)
        for other in _imported(path)
        if other in PLACES and other != room
    }


def _files(room: str) -> list[Path]:
    folder = SOURCE / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [SOURCE / f"{room}.py"]


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = node.module.split(".")
            if parts[0] == "zonecli":
                yield from [parts[1]] if len(parts) > 1 else [a.name for a in node.names]


def picture() -> str:
    """The SVG."""
    columns, rows = (max(place[i] for place in PLACES.values()) + 1 for i in (0, 1))
    width = 2 * _MARGIN + columns * (_WIDTH + _GAP_X) - _GAP_X
    height = 2 * _MARGIN + rows * (_HEIGHT + _GAP_Y) - _GAP_Y
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
            'font-family="sans-serif" text-anchor="middle">',
            "<title>The rooms of zonecli and what they import</title>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" '
            'markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" fill="#777"/>'
            "</marker></defs>",
            '<rect width="100%" height="100%" fill="#fff"/>',
            *(_arrow(one, other) for one, other in sorted(imports())),
            *map(_box, PLACES),
            "</svg>\n",
        )
    )


def _corner(room: str) -> tuple[int, int]:
    column, row = PLACES[room]
    return _MARGIN + column * (_WIDTH + _GAP_X), _MARGIN + row * (_HEIGHT + _GAP_Y)


def _box(room: str) -> str:
    x, y = _corner(room)
    middle = x + _WIDTH // 2
    return (
        f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{_HEIGHT}" rx="6" fill="#f4f6f8" '
        f'stroke="#345"/><text x="{middle}" y="{y + 22}" font-size="15" font-weight="bold" '
        f'fill="#123">{room}</text><text x="{middle}" y="{y + 40}" font-size="11" '
        f'fill="#456">{SAYS[room]}</text>'
    )


def _arrow(one: str, other: str) -> str:
    """From the foot of the one to the head of the other; sideways within a row."""
    (x1, y1), (x2, y2) = _corner(one), _corner(other)
    row, other_row = PLACES[one][1], PLACES[other][1]
    if row == other_row:
        right = x2 > x1
        start = (x1 + (_WIDTH if right else 0), y1 + _HEIGHT // 2)
        end = (x2 + (0 if right else _WIDTH), y2 + _HEIGHT // 2)
    elif row < other_row:
        start, end = (x1 + _WIDTH // 2, y1 + _HEIGHT), (x2 + _WIDTH // 2, y2)
    else:
        start, end = (x1 + _WIDTH // 2, y1), (x2 + _WIDTH // 2, y2 + _HEIGHT)
    colour = "#c33" if row > other_row else "#999"
    return (
        f'<line x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}" '
        f'stroke="{colour}" marker-end="url(#tip)"/>'
    )
