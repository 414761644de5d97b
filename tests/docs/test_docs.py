"""What the README and the documentation show is what a user gets."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

import build_docs  # noqa: E402
from documentation import console_blocks, rooms  # noqa: E402

MADE = build_docs.made_pages()
PAGES = build_docs.pages_with_outputs()
BLOCKS = [
    pytest.param(block["command"], block["output"], id=f"{page.name}: {block['command']}")
    for page in PAGES
    for block in console_blocks.BLOCK.finditer(page.read_text(encoding="utf-8"))
]
# Commands that stand alone, without their output; pipes, names in capitals, patterns, Word
# documents and other people's disks are left out.
RUNNABLE = [
    pytest.param(
        line.split("    #")[0].strip(), id=f"{page.name}: {line.split('    #')[0].strip()}"
    )
    for page in (ROOT / "docs" / "analysts.md", ROOT / "docs" / "commands.md")
    for block in re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
    for line in block.splitlines()
    if line.startswith("zonecli ")
    and not re.search(r"[|>*]|\.docx|\b[A-Z]{3,}\b|\.parquet|://|/data", line)
]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def test_there_are_outputs_to_check() -> None:
    assert len(BLOCKS) > 10


@pytest.mark.parametrize(("command", "output"), BLOCKS)
def test_output_is_true(command: str, output: str) -> None:
    assert console_blocks.output(command) == output


@pytest.mark.parametrize("command", RUNNABLE)
def test_commands_without_output_run(command: str, tmp_path: Path) -> None:
    """In a folder with the files that they name."""
    for name in ("draft.txt", "draft.md"):
        (tmp_path / name).write_text("In 2021 the high-tech zones had a GDP of 15.3 trillion.")
    program = str(Path(sys.executable).with_name("zonecli"))
    words = [program, *shlex.split(command)[1:]]
    config = {**os.environ, "ZONECLI_CONFIG": str(tmp_path / "config.toml")}
    done = subprocess.run(words, capture_output=True, cwd=tmp_path, env=config, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stdout or done.stderr or len(list(tmp_path.iterdir())) > 2


@pytest.mark.parametrize("path", list(MADE), ids=lambda path: path.name)
def test_pages_that_are_made_are_up_to_date(path: Path) -> None:
    """Else: python scripts/build_docs.py."""
    assert path.read_text(encoding="utf-8") == MADE[path]


def test_data_flows_one_way() -> None:
    """No room imports one above it."""
    row = {room: place[1] for room, place in rooms.PLACES.items()}
    assert [(one, other) for one, other in rooms.imports() if row[one] >= row[other]] == []


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_manual_can_be_read() -> None:
    """By man, where there is one."""
    manual = ROOT / "docs" / "zonecli.1"
    text = manual.read_text(encoding="utf-8")
    assert text.startswith(".TH ZONECLI 1")
    for line in text.splitlines():
        assert not line.startswith("'")
        assert not line.startswith(".") or re.match(r"\.(TH|SH|TP|PP|B|BR|I|nf|fi)\b", line), line


def test_python_examples_run() -> None:
    for page in PAGES:
        for code in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
            subprocess.run([sys.executable, "-c", code], check=True)
