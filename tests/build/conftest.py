"""The small folder of curated text, fresh for each test, and the build script as people run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from small_folder import SmallFolder

ROOT = Path(__file__).parents[2]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def folder(tmp_path: Path) -> SmallFolder:
    return SmallFolder(tmp_path / "curated")


@pytest.fixture
def run_script() -> Run:
    """scripts/build_metrics.py in a process of its own."""

    def run(curated: Path, output: Path, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
        script = ROOT / "scripts" / "build_metrics.py"
        command = [sys.executable, script, "--curated", curated, "--output", output]
        environment = {
            **os.environ,
            "PYTHONHASHSEED": hash_seed,
            "PYTHONIOENCODING": "utf-8",
            "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        }
        return subprocess.run(
            list(map(str, command)),
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
            check=False,
        )

    return run
