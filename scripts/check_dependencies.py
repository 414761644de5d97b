"""Runs the tests with the oldest and with the newest versions of what zonecli depends on.

    python scripts/check_dependencies.py                      # the whole suite, some minutes each
    python scripts/check_dependencies.py --quick              # what depends most on them
    python scripts/check_dependencies.py --python python3.11 --python ~/pythons/3.14/bin/python

Oldest: what pyproject.toml declares as the least version, or the first after it that has a wheel
for that Python. Newest: the last one allowed that the package registry has. Each set is installed
in an environment of its own, with a wheel of this checkout and every extra that users may ask for,
and thrown away. The tests' own tools are the newest in both. Pythons: the oldest and the newest on
the PATH. The exit status is 1 if tests fail. Needs `packaging`, which pytest brings.
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
OURS = ("test", "bench", "docs")  # extras for people who work on zonecli
QUICK = ("tests/answers", "tests/model", "tests/output", "tests/table", "tests/test_api.py")
QUICK_EXAMPLES = "30"


class Outcome(NamedTuple):
    """How the tests went with one set of versions on one Python."""

    python: str
    which: str
    versions: str
    result: str
    passed: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", action="append", help="an interpreter; repeat")
    parser.add_argument("--quick", action="store_true", help="a part of the tests, fewer examples")
    parser.add_argument("--only", choices=("oldest", "newest"), help="one of the two sets")
    given = parser.parse_args()
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    outcomes = [
        outcome(python, which, project, quick=given.quick)
        for python in given.python or pythons()
        for which in ([given.only] if given.only else ["oldest", "newest"])
    ]
    print("\n| Python | versions | tests | which |\n|---|---|---|---|")
    for o in outcomes:
        print(f"| {o.python} | {o.which} | {o.result} | {o.versions} |")
    sys.exit(any(not o.passed for o in outcomes))


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
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([python, "-m", "venv", folder / "venv"], check=True)
        inside = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
        wanted = [r for r in requirements(project) if r.marker is None or r.marker.evaluate()]
        constraints = folder / "constraints.txt"
        least = [oldest(inside, r) for r in wanted] if which == "oldest" else []
        constraints.write_text("\n".join(least), encoding="utf-8")
        version = ".".join(map(str, _version_of(str(inside))))
        print(f"== Python {version}, {which}", flush=True)
        extras = ",".join([*user_extras(project), "test"])
        install = [*installer(inside), "-q", "-c", constraints, f"{ROOT}[{extras}]"]
        if subprocess.run(install, check=False).returncode:
            return Outcome(version, which, " ".join(least), "cannot be installed", False)
        known = installed(inside, [r.name for r in wanted])
        passed, last = tested(inside, quick=quick)
        return Outcome(version, which, known, last, passed)


def installer(python: Path) -> list[str | Path]:
    """uv where there is one: pip looks a quarter of an hour for old versions that fit together."""
    uv = shutil.which("uv")
    if uv is not None:
        return [uv, "pip", "install", "--python", python]
    return [python, "-m", "pip", "install", "--disable-pip-version-check"]


def requirements(project: Mapping[str, object]) -> list[Requirement]:
    """What a user may come to need: the dependencies, and those of the extras for users."""
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *(x for e in user_extras(project) for x in extras[e])]
    found = [Requirement(line) for line in lines]
    return list({requirement.name: requirement for requirement in found}.values())


def user_extras(project: Mapping[str, object]) -> list[str]:
    return [extra for extra in project["optional-dependencies"] if extra not in OURS]


def oldest(python: Path, requirement: Requirement) -> str:
    """The least version allowed that has a wheel for that Python, as a constraint."""
    command = [python, "-m", "pip", "index", "versions", requirement.name]
    quiet = ["--only-binary", ":all:", "--disable-pip-version-check"]
    listed = subprocess.run([*command, *quiet], capture_output=True, text=True, check=True).stdout
    versions = re.search(r"Available versions: (.*)", listed)[1].split(", ")
    allowed = [Version(v) for v in versions if requirement.specifier.contains(v)]
    return f"{requirement.name}=={min(allowed)}"


def installed(python: Path, names: Iterable[str]) -> str:
    code = "import sys; from importlib.metadata import version as v; "
    code += "print(*(f'{n} {v(n)}' for n in sys.argv[1:]), sep=', ')"
    done = subprocess.run([python, "-c", code, *names], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def tested(python: Path, *, quick: bool) -> tuple[bool, str]:
    """Whether the tests pass, and their last line."""
    chosen = QUICK if quick else ()
    examples = {"ZONECLI_EXAMPLES": QUICK_EXAMPLES} if quick else {}
    done = subprocess.run(
        [python, "-m", "pytest", "-p", "no:cacheprovider", *chosen],
        cwd=ROOT,
        env={**os.environ, **examples},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout)
    return done.returncode == 0, _summary(done.stdout)


def _summary(output: str) -> str:
    failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", output, re.M)
    return f"{len(failed)} fail" if failed else "pass"


def _version_of(python: str) -> tuple[int, ...]:
    code = "import sys; print(*sys.version_info[:3])"
    done = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    return tuple(map(int, done.stdout.split()))


if __name__ == "__main__":
    main()
