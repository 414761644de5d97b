"""From a source distribution to a wheel to an environment in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from configparser import ConfigParser
from email import message_from_bytes
from pathlib import Path
from typing import NamedTuple

import pytest
from installed_command import environment

from zonecli import __version__

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "zonecli"


def dist_info(wheel: Path) -> str:
    return f"zonecli-{wheel.name.split('-')[1]}.dist-info/"


def call(*command: str | Path, cwd: Path) -> str:
    """Runs a command to its end in `cwd`, without anything of this checkout on its path."""
    env = environment()
    for name in ("PYTHONPATH", "VIRTUAL_ENV"):
        env.pop(name, None)
    done = subprocess.run(
        [*map(str, command)],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=env,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


class Built(NamedTuple):
    """What hatchling makes of the checkout: the source distribution, and a wheel of its own."""

    sdist: Path
    wheel: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """From an environment of its own with the build requirement alone."""
    folder = tmp_path_factory.mktemp("built")
    builder = folder / "builder"
    venv.create(builder, with_pip=True)
    python = _bin(builder) / "python"
    with (ROOT / "pyproject.toml").open("rb") as file:
        requires = tomllib.load(file)["build-system"]["requires"]
    call(python, "-m", "pip", "-qq", "install", *requires, cwd=folder)
    call(python, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", folder, cwd=ROOT)
    (sdist,), (wheel,) = folder.glob("zonecli-*.tar.gz"), folder.glob("zonecli-*.whl")
    return Built(sdist, wheel)


@pytest.fixture(scope="module")
def wheel(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source distribution and not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet")
    call(*pip, "--no-deps", "--wheel-dir", folder, built.sdist, cwd=folder)
    (made,) = folder.glob("zonecli-*.whl")
    return made


def _bin(environment_folder: Path) -> Path:
    return environment_folder / ("Scripts" if os.name == "nt" else "bin")


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new environment with the wheel and what it needs."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=True)
    python = _bin(folder) / "python"
    call(python, "-m", "pip", "-qq", "install", wheel, cwd=folder)
    return _bin(folder)


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    """Modules, the table, the type marker, the manual page: no tests, no text of the curators."""
    names = zipfile.ZipFile(wheel).namelist()
    modules = {f"zonecli/{path.relative_to(PACKAGE).as_posix()}" for path in PACKAGE.rglob("*.py")}
    metadata = {name for name in names if name.startswith(dist_info(wheel))}
    others = set(names) - modules - metadata
    assert modules - set(names) == set()
    assert others == {
        *("zonecli/py.typed", "zonecli/data/metrics.parquet"),
        dist_info(wheel).replace("dist-info", "data") + "data/share/man/man1/zonecli.1",
    }
    assert {name.removeprefix(dist_info(wheel)) for name in metadata} == {
        *("METADATA", "RECORD", "WHEEL", "entry_points.txt"),
        *("licenses/LICENSE", "licenses/data/LICENSE"),
    }


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """Its name, version, Python, licences of code and record, README, and the one command."""
    archive = zipfile.ZipFile(wheel)
    metadata = message_from_bytes(archive.read(f"{dist_info(wheel)}METADATA"))
    assert metadata["Name"] == "zonecli"
    assert metadata["Version"] == wheel.name.split("-")[1] == __version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT AND CC-BY-4.0"
    assert str(metadata.get_payload()).startswith("# zonecli")
    entry_points = ConfigParser()
    entry_points.read_string(archive.read(f"{dist_info(wheel)}entry_points.txt").decode())
    assert {section: dict(entry_points[section]) for section in entry_points.sections()} == {
        "console_scripts": {"zonecli": "zonecli.cli:main"}
    }


def test_the_source_distribution_holds_the_checkout(built: Built) -> None:
    """All that building, testing and curating need, and nothing that lies about by chance."""
    with tarfile.open(built.sdist) as archive:
        paths = [Path(*Path(member.name).parts[1:]) for member in archive if member.isfile()]
    assert {path.parts[0] for path in paths} == {
        *("src", "data", "scripts", "tests", "docs", "pyproject.toml", "mkdocs.yml", ".gitignore"),
        *("CITATION.cff", "LICENSE", "PKG-INFO", *(path.name for path in ROOT.glob("*.md"))),
    }
    assert Path("data/curated/metrics.toml") in paths
    assert Path("data/LICENSE") in paths
    by_chance = {"__pycache__", ".pytest_cache", ".hypothesis", ".venv", "mutants"}
    assert [path for path in paths if by_chance & set(path.parts)] == []


def test_the_source_distribution_makes_the_same_wheel(built: Built, wheel: Path) -> None:
    """File by file, the bytes of the wheel made from the checkout itself."""
    ours, theirs = zipfile.ZipFile(built.wheel), zipfile.ZipFile(wheel)
    assert ours.namelist() == theirs.namelist()
    assert [name for name in ours.namelist() if ours.read(name) != theirs.read(name)] == []


def test_the_wheel_carries_the_table_of_the_checkout(wheel: Path) -> None:
    """The same bytes as in data/: no second, older record."""
    packed = zipfile.ZipFile(wheel).read("zonecli/data/metrics.parquet")
    assert packed == (ROOT / "data/metrics.parquet").read_bytes()


def test_it_answers_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """A new user gets GDP of the high-tech zones right after the installation."""
    out = call(installed / "zonecli", "show", "gdp", "--type", "high-tech", cwd=tmp_path)
    assert "trillion" in out
    assert "\n2024 " in out
    where = call(
        *(installed / "python", "-c", "import zonecli; print(zonecli.__file__)"), cwd=tmp_path
    )
    assert str(ROOT) not in where
    assert list(tmp_path.iterdir()) == []


def test_every_command_can_be_loaded(installed: Path, tmp_path: Path) -> None:
    """No module was left out of the wheel."""
    out = call(installed / "zonecli", "--help", cwd=tmp_path)
    commands = [line.split()[0] for line in out.split("Commands:")[1].splitlines() if line.strip()]
    assert {"show", "compare", "list", "search", "describe"} <= set(commands)
    for command in ("show", "compare", "list", "search", "describe"):
        call(installed / "zonecli", command, "--help", cwd=tmp_path)


def test_its_dependencies_agree(installed: Path, tmp_path: Path) -> None:
    """`pip check` finds nothing broken."""
    out = call(installed / "python", "-m", "pip", "check", cwd=tmp_path)
    assert "No broken requirements" in out
