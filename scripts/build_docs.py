"""Writes what in README.md and docs/ is made: outputs of commands, pages made from the code and the
registries, the man page, pictures (with the plot extra). Then the site, with mkdocs, if asked.

    python scripts/build_docs.py            write what is made
    python scripts/build_docs.py --site     and build the site into site/

Run it after the data, a command or its help has changed; a test holds the files against it. What it
needs beside zonecli (the extras plot and docs) it installs into .venv, if this Python has it not.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import checkout

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def made_pages() -> Mapping[Path, str]:
    """The files that are the same wherever they are made, with what should stand in them."""
    from documentation import commands, dictionary, rooms

    return {
        DOCS / "commands.md": commands.page(),
        DOCS / "zonecli.1": commands.manual(),
        DOCS / "dictionary.md": dictionary.page(),
        DOCS / "record.md": (ROOT / "data" / "README.md").read_text(encoding="utf-8"),
        DOCS / "rooms.svg": rooms.picture(),
    }


def pictures() -> Mapping[Path, str]:
    """Pictures of outputs: their letters depend on the machine's fonts and libraries."""
    from documentation import chart_picture, terminal_picture

    chart = "plot gdp --type high-tech --from 2012 --height 12"
    return {
        DOCS / "terminal.svg": terminal_picture.picture(chart),
        DOCS / "chart.svg": chart_picture.picture("plot gdp --type high-tech --type economic"),
    }


def pages_with_outputs() -> list[Path]:
    """The pages that people write, with outputs of commands in them."""
    made = set(made_pages())
    return [ROOT / "README.md", *(page for page in sorted(DOCS.glob("*.md")) if page not in made)]


def main() -> None:
    site = "--site" in sys.argv[1:]
    checkout.enter(["zonecli", "matplotlib", *["material"] * site], "plot", *["docs"] * site)
    from documentation import console_blocks

    for path, text in {**made_pages(), **pictures()}.items():
        path.write_text(text, encoding="utf-8")
    for page in pages_with_outputs():
        text = page.read_text(encoding="utf-8")
        page.write_text(console_blocks.filled(text), encoding="utf-8")
    if site:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
