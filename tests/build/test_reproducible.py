"""Same text, same bytes: a changed table means that somebody changed the text."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from small_folder import SmallFolder

from zonecli.build.curated import read_curated
from zonecli.build.parquet import table_bytes

CURATED = Path(__file__).parents[2] / "data" / "curated"
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_two_processes_write_the_same_bytes(run_script: Run, tmp_path: Path) -> None:
    """Whatever order Python's hashes give that day."""
    contents = set()
    for seed in ("0", "1", "31337"):
        output = tmp_path / seed / "metrics.parquet"
        output.parent.mkdir()
        done = run_script(CURATED, output, hash_seed=seed)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith(f"{output}: ")
        written = sorted(output.parent.iterdir())
        assert output in written
        contents.add(tuple((path.name, path.read_bytes()) for path in written))
    assert len(contents) == 1


def test_built_over_an_older_table(folder: SmallFolder, run_script: Run, tmp_path: Path) -> None:
    """What stood there before leaves no trace, and the folder stays clean."""
    output = tmp_path / "metrics.parquet"
    output.write_bytes(b"the table of yesterday")
    assert run_script(folder.root, output).returncode == 0
    first = output.read_bytes()
    assert run_script(folder.root, output).returncode == 0
    assert output.read_bytes() == first
    assert first.startswith(b"PAR1")
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_where_the_folder_lies_does_not_matter(folder: SmallFolder, tmp_path: Path) -> None:
    """Nor when its files were written, nor in which order the disk lists them."""
    curated = read_curated(folder.root)
    moved = tmp_path / "elsewhere"
    (moved / "reports").mkdir(parents=True)
    for path in sorted(folder.root.rglob("*"), reverse=True):
        if path.is_file():
            target = moved / path.relative_to(folder.root)
            shutil.copy(path, target)
            os.utime(target, (1, 1))
    again = read_curated(moved)
    assert table_bytes(again.reports, again.registries) == table_bytes(
        curated.reports, curated.registries
    )


def test_how_lines_are_spread_over_files_does_not_matter(folder: SmallFolder) -> None:
    """A curator may sort, split and join the files of reports."""
    curated = read_curated(folder.root)
    header, *lines = folder.read("reports/economic.csv").splitlines()
    folder.write("reports/economic.csv", "\n".join([header, *lines[1:], ""]))
    folder.write("reports/a-new-file.csv", "\n".join([header, *lines[:1], ""]))
    again = read_curated(folder.root)
    assert table_bytes(again.reports, again.registries) == table_bytes(
        curated.reports, curated.registries
    )


def test_one_changed_digit_changes_the_bytes(folder: SmallFolder) -> None:
    curated = read_curated(folder.root)
    before = table_bytes(curated.reports, curated.registries)
    folder.cells("gdp-high-tech-2024-bulletin", printed="19.4 trillion")
    curated = read_curated(folder.root)
    assert table_bytes(curated.reports, curated.registries) != before
