"""Runs the tests with the oldest and with the newest versions of what zonecli depends on.

    python scripts/check_dependencies.py                      # the whole suite, some minutes each
    python scripts/check_dependencies.py --quick              # what depends most on them
    python scripts/check_dependencies.py --python python3.11 --python ~/pythons/3.14/bin/python

Oldest: what pyproject.toml declares as the least version, or the first after it that has a wheel
for that Python. Newest: the last one allowed that the package registry has. Each set is installed
in an environment of its own, with a wheel of this checkout, every extra that users may ask for and
the tests' own tools, and thrown away. Pythons: the oldest and the newest on the PATH that zonecli
supports. The table at the end has every set, also those that could not be tried. Needs `packaging`,
which pytest brings; uv installs where it is on the PATH.

Exit status: 0 if every set passed, 1 if tests failed with one, 2 if none failed and one could not
be tried: no such Python, or versions that cannot be installed together.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
NOT_TESTED = ("bench", "docs")  # extras that neither users nor tests need
QUICK = ("tests/answers", "tests/model", "tests/output", "tests/table", "tests/test_api.py")
QUICK_EXAMPLES = "30"


class Outcome(NamedTuple):
    """How the tests went with one set of versions on one Python."""

    python: str
    which: str
    versions: str
    result: str
    status: int  # 0: passed; 1: tests failed; 2: not tried


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python", action="append", help="an interpreter; repeat")
    parser.add_argument("--quick", action="store_true", help="a part of the tests, fewer examples")
    parser.add_argument("--only", choices=("oldest", "newest"), help="one of the two sets")
    given = parser.parse_args()
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    outcomes: list[Outcome] = []
    try:
        for python in given.python or pythons():
            for which in [given.only] if given.only else ["oldest", "newest"]:
                outcomes.append(outcome(python, which, project, quick=given.quick))
    finally:  # Control-C leaves what is known
        print("\n| Python | versions | tests | which |\n|---|---|---|---|")
        for o in outcomes:
            print(f"| {o.python} | {o.which} | {o.result} | {o.versions} |")
    found = {o.status for o in outcomes}
    sys.exit(1 if 1 in found else max(found))


def pythons() -> list[str]:
    """The oldest and the newest interpreter on the PATH that zonecli supports."""
    found = [sys.executable]
    for minor in range(11, 40):
        name = shutil.which(f"python3.{minor}")
        if name and not subprocess.run([name, "-V"], capture_output=True, check=False).returncode:
            found.append(name)
    by_version = {_version_of(python): python for python in reversed(found)}
    return [by_version[version] for version in sorted({min(by_version), max(by_version)})]


def outcome(python: str, which: str, project: Mapping[str, object], *, quick: bool) -> Outcome:
    """Makes the environment, runs the tests in it, and throws it away."""
    try:
        version = ".".join(map(str, _version_of(python)))
    except (OSError, subprocess.CalledProcessError):
        return Outcome(python, which, "", "not tried: there is no such Python", 2)
    print(f"== Python {version}, {which}", flush=True)
    with tempfile.TemporaryDirectory() as name:
        try:
            inside = environment(python, which, project, Path(name))
        except subprocess.CalledProcessError as fault:
            print(fault, file=sys.stderr)
            return Outcome(version, which, "", "not tried: could not be installed", 2)
        known = installed(inside, [r.name for r in requirements(project)])
        status, last = tested(inside, quick=quick)
        return Outcome(version, which, known, last, status)


def environment(python: str, which: str, project: Mapping[str, object], folder: Path) -> Path:
    """The interpreter of a new environment in that folder, with everything in it.

    Raises CalledProcessError: a part could not be had.
    """
    subprocess.run([python, "-m", "venv", folder / "venv"], check=True)
    inside = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    # pip 24 lists versions without a wheel among those that have one
    subprocess.run([inside, "-m", "pip", "install", "-q", "--upgrade", "pip"], check=True)
    bounded = [r for r in requirements(project) if r.specifier]
    least = [oldest(inside, r) for r in bounded] if which == "oldest" else []
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(least), encoding="utf-8")
    wanted = f"{ROOT}[{','.join(extras(project))}]"
    subprocess.run([*installer(inside), "-q", "-c", constraints, wanted], check=True)
    return inside


def installer(python: Path) -> list[str | Path]:
    """uv where there is one: pip looks a quarter of an hour for old versions that fit together."""
    uv = shutil.which("uv")
    if uv is not None:
        return [uv, "pip", "install", "--python", python]
    return [python, "-m", "pip", "install", "--disable-pip-version-check"]


def requirements(project: Mapping[str, object]) -> list[Requirement]:
    """What users and the tests may need here: the dependencies, and those of the extras."""
    optional = project["optional-dependencies"]
    lines = [*project["dependencies"], *(x for e in extras(project) for x in optional[e])]
    found = [Requirement(line) for line in lines]
    return list({r.name: r for r in found if r.marker is None or r.marker.evaluate()}.values())


def extras(project: Mapping[str, object]) -> list[str]:
    return [extra for extra in project["optional-dependencies"] if extra not in NOT_TESTED]


def oldest(python: Path, requirement: Requirement) -> str:
    """As a constraint: the least version allowed that has a wheel for that Python.

    Without any wheel, the least; without any version, all that are allowed.
    """
    command = [python, "-m", "pip", "index", "versions", requirement.name]
    for wheels in (["--only-binary", ":all:"], []):
        listed = subprocess.run([*command, *wheels], capture_output=True, text=True, check=False)
        found = re.search(r"Available versions: (.*)", listed.stdout)
        versions = found[1].split(", ") if found else []
        allowed = [Version(v) for v in versions if requirement.specifier.contains(v)]
        if allowed:
            return f"{requirement.name}=={min(allowed)}"
    return f"{requirement.name}{requirement.specifier}"


def installed(python: Path, names: Iterable[str]) -> str:
    code = "import sys; from importlib.metadata import version as v; "
    code += "print(*(f'{n} {v(n)}' for n in sys.argv[1:]), sep=', ')"
    done = subprocess.run([python, "-c", code, *names], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def tested(python: Path, *, quick: bool) -> tuple[int, str]:
    """0 if the tests pass, 1 if not; and in words how they went."""
    chosen = QUICK if quick else ()
    examples = {"ZONECLI_EXAMPLES": QUICK_EXAMPLES} if quick else {}
    processes = ["--numprocesses", "auto", "--maxprocesses", "8"]
    done = subprocess.run(
        [python, "-m", "pytest", "-p", "no:cacheprovider", *processes, *chosen],
        cwd=ROOT,
        env={**os.environ, **examples},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout)
    lines = done.stdout.strip().splitlines() or [f"pytest ended with {done.returncode}"]
    return int(done.returncode != 0), lines[-1].strip("= ")


def _version_of(python: str) -> tuple[int, ...]:
    code = "import sys; print(*sys.version_info[:3])"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return tuple(map(int, done.stdout.split()))


if __name__ == "__main__":
    main()
