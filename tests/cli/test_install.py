"""From a source distribution to a wheel to an environment in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from installed_command import environment

ROOT = Path(__file__).parents[2]


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


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source distribution and not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet")
    source = _source_distribution(folder)
    call(*pip, "--no-deps", "--wheel-dir", folder, source, cwd=folder)
    (built,) = folder.glob("zonecli-*.whl")
    return built


def _source_distribution(folder: Path) -> Path:
    """The sdist by hatchling, from an environment of its own with the build requirement alone."""
    builder = folder / "builder"
    venv.create(builder, with_pip=True)
    python = _bin(builder) / "python"
    call(python, "-m", "pip", "-qq", "install", "hatchling>=1.24", cwd=folder)
    call(python, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("zonecli-*.tar.gz")
    return built


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


def test_the_wheel_holds_the_table_and_nothing_foreign(wheel: Path) -> None:
    """The table and the type marker travel along; nothing lands beside the package."""
    names = zipfile.ZipFile(wheel).namelist()
    assert "zonecli/data/metrics.parquet" in names
    assert "zonecli/py.typed" in names
    version = wheel.name.split("-")[1]
    ours = ("zonecli/", f"zonecli-{version}.dist-info/")
    assert [name for name in names if not name.startswith(ours)] == []
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


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
