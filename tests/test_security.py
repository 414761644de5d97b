"""Nothing in the source runs what it reads: what SECURITY.md promises, by the source itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "zonecli"
FILES = sorted(SOURCE.rglob("*.py"))

# Modules that unpack objects or run programs, and calls that run text.
NEVER = {
    *("pickle", "cPickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "yaml", "runpy"),
    *("subprocess", "ctypes", "cffi", "code", "codeop", "pty", "xml.etree", "lxml", "requests"),
    *("socket", "urllib.request.urlopen", "http", "ftplib", "smtplib", "multiprocessing"),
}
NEVER_CALLED = {"eval", "exec", "compile", "__import__", "system", "popen", "execv", "spawnv",
                "read_pickle", "to_pickle", "load_extension", "enable_load_extension",
                "urlopen", "urlretrieve", "extractall", "extract"}  # fmt: skip
# What reads the bytes of others, and the only modules that it may be.
READERS = {"csv", "json", "tomllib", "sqlite3", "zipfile", "html.parser", "xml.parsers",
           "pyarrow", "duckdb", "fsspec"}  # fmt: skip
# Theirs; the rest of what is imported only computes, writes or draws.
OTHERS = {"typer", "rich", "pandas", "xlsxwriter", "numpy", "matplotlib", "plotille", "pysdmx"}


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node
            elif isinstance(node.func, ast.Attribute):
                is_pattern = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
                yield ("re.compile" if is_pattern else node.func.attr), node


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_file_runs_what_it_reads(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = set(imported(tree))
    assert {m for m in modules if any(m == n or m.startswith(f"{n}.") for n in NEVER)} == set()
    assert [name for name, _ in called(tree) if name in NEVER_CALLED] == []
    assert [
        call.lineno for _, call in called(tree) if any(k.arg == "shell" for k in call.keywords)
    ] == []


def test_readers_of_others_bytes_are_those_that_are_known() -> None:
    """Every module of no one's own and none of Python's: to add one is to think about it here."""
    import sys

    found = {
        name for path in FILES for name in imported(ast.parse(path.read_text(encoding="utf-8")))
    }
    foreign = {name.split(".")[0] for name in found} - set(sys.stdlib_module_names) - {"zonecli"}
    assert foreign <= {name.split(".")[0] for name in READERS} | OTHERS


def test_the_only_module_imported_by_name_is_a_command() -> None:
    """`import_module` takes a name; nothing but our own list gives it one."""
    users = [p.name for p in FILES if "import_module(" in p.read_text(encoding="utf-8")]
    assert set(users) <= {"app.py", "language.py", "__init__.py"}, users
