"""A copy of `small_curated` to spoil: valid as it stands, every registry used."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

from zonecli.build.curated import read_curated
from zonecli.errors import CurationError

ORIGINAL = Path(__file__).parent / "small_curated"
HEADER = (
    "id,metric,measure,zone_type,zone,year,period,month,printed,qualifier,value,low,high,unit,"
    "basis,series,status,derivation,source,note,prefer,rows"
)


class SmallFolder:
    """The copy; each method changes one thing in it or asks where something stands."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ORIGINAL, root)

    def path(self, name: str) -> Path:
        return self.root / name

    def read(self, name: str) -> str:
        return self.path(name).read_text(encoding="utf-8")

    def write(self, name: str, content: str) -> None:
        self.path(name).write_text(content, encoding="utf-8", newline="")

    def change(self, name: str, old: str, new: str) -> None:
        """Replaces the first `old` in a file, which must be there."""
        assert old in self.read(name)
        self.write(name, self.read(name).replace(old, new, 1))

    def line(self, name: str, beginning: str) -> int:
        """The number of the line that begins so."""
        lines = self.read(name).splitlines()
        return next(n for n, line in enumerate(lines, start=1) if line.startswith(beginning))

    def cells(self, report: str, **changes: str) -> str:
        """Changes cells of a report; answers where it stands, as a fault says it."""
        for path in sorted(self.path("reports").glob("*.csv")):
            name = f"reports/{path.name}"
            lines = self.read(name).splitlines()
            for number, line in enumerate(lines, start=1):
                if not line.startswith(f"{report},"):
                    continue
                cells = dict(zip(HEADER.split(","), next(csv.reader([line])), strict=True))
                written = io.StringIO()
                csv.writer(written, lineterminator="").writerow((cells | changes).values())
                self.write(name, "\n".join([*lines[: number - 1], written.getvalue()]))
                self.write(name, "\n".join([self.read(name), *lines[number:], ""]))
                return f"{path}:{number}"
        raise AssertionError(f"no report {report}")

    def faults(self) -> list[str]:
        """What the build says of the folder; empty when it has nothing to say."""
        try:
            read_curated(self.root)
        except CurationError as error:
            return str(error).split("\n")
        return []
