"""A picture of a terminal after a real command: SVG by rich, with no font from elsewhere."""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

_COLUMNS = 80
_FACES = re.compile(r"@font-face \{.*?\}\n?", re.S)
_LENGTHS = re.compile(r' textLength="[\d.]+"')  # counts wide characters as narrow: squeezes them


def picture(command: str) -> str:
    """The command and its coloured output as an SVG."""
    console = Console(file=io.StringIO(), record=True, width=_COLUMNS, force_terminal=True)
    console.print(Text.assemble(("$ ", "bold green"), f"zonecli {command}"))
    console.print(Text.from_ansi(_on_a_terminal(command)), end="")
    svg = console.export_svg(title="zonecli", theme=MONOKAI, unique_id="zonecli")
    fonts = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
    return _LENGTHS.sub("", _FACES.sub("", svg)).replace("Fira Code, monospace", fonts) + "\n"


def _on_a_terminal(command: str) -> str:
    """What the installed command writes on a terminal, escape sequences and all."""
    import pty

    program = str(Path(sys.executable).with_name("zonecli"))
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(COLUMNS=str(_COLUMNS), TERM="xterm-256color", LC_ALL="C.UTF-8")
        os.execv(program, [program, *shlex.split(command)])
    written = b""
    try:
        while part := os.read(terminal, 65536):
            written += part
    except OSError:  # how a terminal ends on Linux
        pass
    os.waitpid(process, 0)
    return written.decode().replace("\r\n", "\n")
