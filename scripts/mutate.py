"""Mutation testing: small faults put into the code, one at a time, that a test should notice.

    pip install -e '.[test]' mutmut
    python scripts/mutate.py                        # stats and table: an hour on one core
    python scripts/mutate.py stats/interval table/preference
    python scripts/mutate.py table/names --tests tests/table/test_names.py
    python scripts/mutate.py table/layers --but 'random_tables or partitioned'

A part is a module or a folder under src/zonecli; the tests of its room are run against it, or those
named, without those that --but fits: slow ones that notice little. All of it happens in a copy, so
that no checkout is ever mutated. Prints how many mutants there were and how many were noticed, then
each that was not, as a diff: a test is missing, or the mutant means the same. The wording of errors
is left alone: the tests of the command hold it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COPIED = ("src", "tests", "data", "docs", "pyproject.toml", "README.md")
PARTS = ("stats", "table")
# Examples that property tests try on each mutant; more would notice little else.
EXAMPLES = "40"
# A process that has run tests has threads of DuckDB's and Arrow's, which a fork of it would wait
# for in vain: hence the fork server.
CONFIG = """
[mutmut]
source_paths=
    src
only_mutate=
    src/zonecli/{part}
do_not_mutate_patterns=
    raise \\w+
    cast\\(
also_copy=
    data
    docs
    README.md
pytest_add_cli_args_test_selection=
    {tests}
pytest_add_cli_args=
    -k
    {left_out}
use_git_change_detection=False
process_isolation=forkserver
"""
# Left out: what starts processes of its own, which would run the code as it is installed, needs
# a disk of its own, or takes seconds for what smaller tests see as well.
LEFT_OUT = (
    "not processes_at_once and not full_disk and not opens_without"
    " and not same_answers and not test_s3 and not any_bytes and not ten_million"
)
NOTICED = ("killed", "timeout", "suspicious", "segfault")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", default=PARTS, help="stats, table/names …")
    parser.add_argument("--tests", nargs="+", help="files or folders, in place of the room's")
    parser.add_argument("--but", default="", help="tests to leave out, as pytest's -k has them")
    parser.add_argument("--work", type=Path, help="keep the copy and what was found in this folder")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        for part in given.parts:
            folder = (given.work or Path(passing)) / part.replace("/", "-")
            tests = given.tests or [f"tests/{part.split('/')[0]}"]
            verdicts = mutated(part, folder, tests, given.but)
            report(part, verdicts, folder)


def mutated(part: str, folder: Path, tests: Sequence[str], but: str) -> dict[str, str]:
    """The verdict on each mutant of a part, from a copy made in `folder`."""
    folder.mkdir(parents=True)
    for name in COPIED:
        place = ROOT / name
        copy = shutil.copytree if place.is_dir() else shutil.copy
        copy(place, folder / name)
    files = f"{part}/*" if (ROOT / "src/zonecli" / part).is_dir() else f"{part}.py"
    left_out = f"{LEFT_OUT} and not ({but})" if but else LEFT_OUT
    config = CONFIG.format(part=files, tests="\n    ".join(tests), left_out=left_out)
    (folder / "setup.cfg").write_text(config, encoding="utf-8")
    done = mutmut(folder, "run", "--max-children", "1")
    if done.returncode:
        lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        sys.exit(
            "\n".join([f"{part}: mutmut could not run, or found nothing to mutate.", *lines[-8:]])
        )
    lines = mutmut(folder, "results", "--all", "true").stdout.splitlines()
    pairs = (line.strip().rpartition(": ") for line in lines if ": " in line)
    return {name: verdict for name, _, verdict in pairs}


def report(part: str, verdicts: dict[str, str], folder: Path) -> None:
    """Prints the score of a part and the mutants that no test noticed."""
    counted = Counter(verdicts.values())
    noticed = sum(counted[verdict] for verdict in NOTICED)
    print(f"# {part}: {noticed} of {len(verdicts)} noticed ({dict(counted)})")
    left = [name for name, verdict in verdicts.items() if verdict not in NOTICED]
    for name in left:
        print(f"\n{name}: {verdicts[name]}")
        print("\n".join(changed_lines(mutmut(folder, "show", name).stdout.splitlines())))
    sys.stdout.flush()


def changed_lines(diff: Sequence[str]) -> Iterator[str]:
    return (line for line in diff if re.match(r"[-+](?![-+])", line))


def mutmut(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mutmut", *words],
        cwd=folder,
        env={**os.environ, "ZONECLI_EXAMPLES": EXAMPLES},
        capture_output=True,
        text=True,
        check=False,
    )


if __name__ == "__main__":
    main()
