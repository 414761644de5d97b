"""Full disks, folders that nobody may write, and Control-C: one line, and nothing half-written."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from installed_command import SCRIPT, Ran, assert_refused, environment, run

from zonecli.build.text import REPORT_COLUMNS
from zonecli.table.opening import our_path

LINE = "mine-2021,gdp,level,high-tech,all,2021,year,12,15.4 trillion,,,,,CNY,,,reported,,me,,,"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and signals of a Unix")

# Every command that writes a file: what is asked, and the file that it writes in a folder.
WRITERS = {
    "show": (("show", "gdp", "-o", "{}/a.csv"), "a.csv"),
    "show xlsx": (("show", "gdp", "-o", "{}/a.xlsx"), "a.xlsx"),
    "plot": (("plot", "gdp", "--type", "high-tech", "-o", "{}/a.svg"), "a.svg"),
    "cite": (("cite", "gdp", "-o", "{}/a.bib"), "a.bib"),
    "check": (("check", "text.txt", "-o", "{}/a.sarif"), "a.sarif"),
    "export file": (("export", "{}/a.sqlite"), "a.sqlite"),
    "build": (("build", "reports.csv", "-o", "{}/a.parquet"), "a.parquet"),
}
each_writer = pytest.mark.parametrize("name", WRITERS)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "text.txt").write_text("In 2021 the GDP of the high-tech zones was 5 yuan.\n")
    (tmp_path / "reports.csv").write_text(f"{','.join(REPORT_COLUMNS)}\n{LINE}\n")
    return tmp_path


def asked(name: str, folder: Path) -> list[str]:
    return [word.format(folder) for word in WRITERS[name][0]]


def run_limited(work: Path, *args: str) -> Ran:
    """The command where no file may grow beyond 100 bytes: what a full disk is like, for anyone."""
    import resource
    import signal

    def bound() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    done = subprocess.run(
        [str(SCRIPT), *args],
        capture_output=True,
        env=environment({"PYTHONDONTWRITEBYTECODE": "1"}),  # 3.11 would leave halves of it
        cwd=work,
        preexec_fn=bound,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@each_writer
def test_a_disk_without_room(work: Path, name: str) -> None:
    """What was there before stays as it was, and nothing lies beside it."""
    target = work / "out"
    target.mkdir()
    (target / WRITERS[name][1]).write_text("precious")
    assert_refused(run_limited(work, *asked(name, target)), "Cannot write", str(target))
    assert [p.name for p in target.iterdir()] == [WRITERS[name][1]]
    assert (target / WRITERS[name][1]).read_text() == "precious"


def test_a_folder_without_room(work: Path) -> None:
    ran = run_limited(work, "export", str(work / "record"))
    assert_refused(ran, "Cannot write", str(work / "record"))
    left = [p for p in (work / "record").iterdir() if p.stat().st_size == 0 or p.name[0] == "."]
    assert left == []


@each_writer
def test_a_folder_that_nobody_may_write(work: Path, name: str) -> None:
    """/proc holds no files even for root; a folder without rights is for the others."""
    places = ["/proc"] if sys.platform == "linux" else []
    if os.geteuid() != 0:
        (work / "closed").mkdir(mode=0o500)
        places.append(str(work / "closed"))
    for place in places:
        ran = run(*asked(name, Path(place)), cwd=work)
        assert_refused(ran, "Cannot write", place)


@each_writer
def test_a_folder_that_is_missing_or_a_file(work: Path, name: str) -> None:
    """Folders are made by no command but `export`."""
    (work / "file").write_text("mine")
    for place in (work / "missing", work / "file"):
        assert_refused(run(*asked(name, place), cwd=work), "Cannot write", str(place))
    assert (work / "file").read_text() == "mine"
    assert not (work / "missing").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("command", ["show", "check", "list", "--help"])
def test_stdout_on_a_full_disk(work: Path, command: str) -> None:
    args = {"show": ["show", "gdp"], "check": ["check", "text.txt"], "list": ["list"]}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [str(SCRIPT), *args.get(command, [command])],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            cwd=work,
            check=False,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


# -------------------------------------------------------------------------------------- Control-C


def long_text(work: Path) -> list[str]:
    """Takes seconds to be read."""
    (work / "long.txt").write_text("High-tech zones 2021 GDP 5 trillion. " * 15_000)
    return ["check", "long.txt", "-o", "out/a.csv"]


def long_build(work: Path) -> list[str]:
    lines = (LINE.replace("mine-2021", f"mine-{n}") for n in range(30_000))
    (work / "long.csv").write_text("\n".join([",".join(REPORT_COLUMNS), *lines]))
    return ["build", "long.csv", "-o", "out/a.parquet"]


def long_table(work: Path) -> list[str]:
    """Fifty thousand reports, to be laid out as a spreadsheet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    ours = pq.ParquetFile(our_path()).read()
    ours = pa.concat_tables([ours] * (49_000 // ours.num_rows))
    ids = pa.array([f"r{number}" for number in range(ours.num_rows)])
    place = ours.schema.get_field_index("id")
    pq.write_table(ours.set_column(place, "id", ids), work / "t.parquet")
    return ["export", "out/a.xlsx", "--data", "t.parquet"]


def long_show(work: Path) -> list[str]:
    """The same reports; the Parquet file is read, checked, copied into the cache and shown."""
    long_table(work)
    return ["show", "gdp", "--reports", "-o", "out/a.csv", "--data", "t.parquet"]


def large_show(work: Path) -> list[str]:
    """Of a table that DuckDB reads."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    long_table(work)
    table = pq.ParquetFile(work / "t.parquet").read()
    noise = pa.array([random.Random(1).randbytes(1_500_000).hex()] + [""] * (table.num_rows - 1))
    pq.write_table(table.append_column("mine", noise), work / "t.parquet")
    return ["show", "gdp", "--reports", "-o", "out/a.csv", "--data", "t.parquet"]


@pytest.mark.parametrize("make", [long_text, long_build, long_table, long_show, large_show])
def test_control_c_in_the_middle(work: Path, make: Callable[[Path], list[str]]) -> None:
    """130, not a word of Python, and the file as it was."""
    (work / "out").mkdir()
    args = make(work)
    (precious,) = (work / word for word in args if word.startswith("out/"))
    precious.write_text("precious")
    process = subprocess.Popen(
        [str(SCRIPT), *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"HOME": str(work), "XDG_CACHE_HOME": str(work / "cache")}),  # no copy yet
        cwd=work,
    )
    for _ in busy_for(process, 0.7):
        pass
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=120)
    assert (process.returncode, out) == (130, b""), said
    assert b"Traceback" not in said
    assert precious.read_text() == "precious"
    assert list((work / "out").iterdir()) == [precious]


def busy_for(process: subprocess.Popen[bytes], seconds: float) -> Iterator[None]:
    """Until it has worked so long: what the processor did, not the clock, whatever else runs."""
    import time

    while process.poll() is None and processor_seconds(process.pid) < seconds:
        time.sleep(0.02)
        yield


def processor_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        ps = subprocess.run(
            ["ps", "-o", "time=", "-p", str(pid)], capture_output=True, text=True, check=False
        )
        minutes, _, seconds = ps.stdout.strip().rpartition(":")
        return float(seconds or 99) + 60 * float(minutes or 0)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
