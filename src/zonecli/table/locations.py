"""Where a user's table lies: a Parquet file, a folder, a Hive-partitioned data set, a URL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urlsplit

from zonecli.errors import DataError

_ENDINGS = (".parquet", ".pq", ".parq")
_NULL = "__HIVE_DEFAULT_PARTITION__"  # how Hive writes null into a path
_KEPT = "%:/?#[]@!$&'()*+,;=~"  # of an address, escapes among them
_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")  # two letters at least: C:// is a drive


class Part(NamedTuple):
    """One Parquet file. `cells`: what `column=value` folders on its path say, null as null."""

    path: str
    size: int
    cells: Mapping[str, str | None]


class DataSet(NamedTuple):
    """The files of one table, in the order of their paths.

    `name`: as the user wrote it; `files`: the pyarrow file system that opens them, null for the
    local one; `scheme`: of the URL, empty for local files.
    """

    name: str
    parts: tuple[Part, ...]
    files: Any = None
    scheme: str = ""

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(part.size for part in self.parts)

    @property
    def partition_columns(self) -> tuple[str, ...]:
        return tuple(self.parts[0].cells)


def is_url(location: str) -> bool:
    return _URL.match(location) is not None


def data_set(location: str) -> DataSet:
    """The table at a path or URL. Raises DataError where there is none, or no way to open it."""
    if location.lower().startswith("file://"):
        from urllib.request import url2pathname  # which imports all that speaks HTTP

        location = url2pathname(urlsplit(location).path)
    found = _remote(location) if is_url(location) else _local(location)
    if not found.parts:
        raise DataError(f"Cannot read {location}: the folder holds no Parquet file.")
    columns = set(found.parts[0].cells)
    for part in found.parts:
        if set(part.cells) != columns:
            raise DataError(
                f"{location}: {part.path} lies in other column=value folders than "
                f"{found.parts[0].path}."
            )
    return found


def _local(location: str) -> DataSet:
    try:
        path = Path(location).expanduser()
        if path.is_file():
            return DataSet(location, (Part(str(path), path.stat().st_size, {}),))
        if not path.is_dir():
            path.stat()  # says so where there is nothing
            raise DataError(f"Cannot read {location}: it is neither a file nor a folder.")
        files = (file for file in path.rglob("*") if file.is_file())
        sizes = ((file.as_posix(), file.stat().st_size) for file in files)
        return DataSet(location, tuple(_parts(path.as_posix(), sizes)))
    except FileNotFoundError:
        raise DataError(f"There is no table {location}.") from None
    except (OSError, ValueError, RuntimeError) as error:  # a name that no system takes, no home
        reason = getattr(error, "strerror", None) or error
        raise DataError(f"Cannot read {location}: {reason}.") from error


def _remote(url: str) -> DataSet:
    """The table at a URL that pyarrow's file systems open, or fsspec's."""
    from pyarrow import fs

    scheme = url.split("://", 1)[0].lower()
    try:
        files, path = _file_system(url, scheme)
        info = files.get_file_info(path)
        if info.type == fs.FileType.NotFound:
            raise DataError(f"There is no table {url}.")
        if info.type == fs.FileType.File:
            return DataSet(url, (Part(path, info.size or 0, {}),), files, scheme)
        inside = files.get_file_info(fs.FileSelector(path, recursive=True))
        sizes = ((i.path, i.size or 0) for i in inside if i.type == fs.FileType.File)
        return DataSet(url, tuple(_parts(path, sizes)), files, scheme)
    except DataError:
        raise
    except Exception as error:  # each file system has errors of its own
        reason = str(error).split("\n", 1)[0] or type(error).__name__
        raise DataError(f"Cannot read {url}: {reason}") from error


def _file_system(url: str, scheme: str) -> tuple[Any, str]:
    import pyarrow as pa
    from pyarrow import fs

    try:
        # a space or a character of Chinese is none of an address as pyarrow reads it
        opened: tuple[Any, str] = fs.FileSystem.from_uri(quote(url, safe=_KEPT))
        return opened
    except pa.ArrowInvalid:  # a scheme that pyarrow does not know
        pass
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise DataError(
            f"Nothing here opens {scheme}:// addresses: pip install 'zonecli[remote]'."
        ) from None
    system, path = url_to_fs(url)
    return fs.PyFileSystem(fs.FSSpecHandler(system)), path


def _parts(root: str, sizes: Iterable[tuple[str, int]]) -> Iterator[Part]:
    """The Parquet files under a folder; names that begin with _ or . are other tools' notes."""
    for path, size in sorted(sizes):
        inside = PurePosixPath(path).relative_to(PurePosixPath(root)).parts
        if path.lower().endswith(_ENDINGS) and not any(p.startswith(("_", ".")) for p in inside):
            yield Part(path, size, _cells(inside[:-1]))


def _cells(folders: Iterable[str]) -> dict[str, str | None]:
    pairs = (folder.split("=", 1) for folder in folders if "=" in folder)
    return {name: None if value == _NULL else unquote(value) for name, value in pairs}
