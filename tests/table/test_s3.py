"""Tables at s3:// addresses, against a server that speaks as much of S3 as reading needs."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

import pytest
from table_layouts import WAYS, opened, random_reports, save, save_partitioned

from zonecli.errors import DataError
from zonecli.table.opening import open_table
from zonecli.table.table import Filter

EVERY = Filter(only_preferred=False)
REPORTS = random_reports(11)


class Bucket(BaseHTTPRequestHandler):
    """The files of a folder as the objects of a bucket: HEAD, GET of a range, and the list."""

    folder: Path
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def _answer(self, *, with_body: bool) -> None:
        address = urlsplit(self.path)
        query = parse_qs(address.query)
        _, bucket, *key = unquote(address.path).split("/", 2)
        file = self.folder / "/".join(key)
        if bucket == "zones" and "list-type" in query:
            self._send(200, self._listing(query.get("prefix", [""])[0]))
        elif bucket == "zones" and file.is_file():
            self._send_part(file.read_bytes(), with_body=with_body)
        else:
            self._send(404, b"<Error><Code>NoSuchKey</Code></Error>" if with_body else b"")

    def _listing(self, prefix: str) -> bytes:
        files = (file for file in sorted(self.folder.rglob("*")) if file.is_file())
        sizes = {f.relative_to(self.folder).as_posix(): f.stat().st_size for f in files}
        entries = "".join(
            f"<Contents><Key>{escape(key)}</Key><Size>{size}</Size>"
            "<LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>"
            for key, size in sizes.items()
            if key.startswith(prefix)
        )
        count = f"<KeyCount>{entries.count('<Key>')}</KeyCount><IsTruncated>false</IsTruncated>"
        return f"<ListBucketResult>{count}{entries}</ListBucketResult>".encode()

    def _send_part(self, content: bytes, *, with_body: bool) -> None:
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        part = content[int(asked[1]) : int(asked[2]) + 1] if asked else content
        self.send_response(206 if asked else 200)
        self.send_header("Content-Length", str(len(part)))
        self.send_header("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT")
        self.end_headers()
        if with_body:
            self.wfile.write(part)

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the tests speak for themselves."""


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that s3://zones shows."""
    folder = tmp_path / "bucket"
    folder.mkdir()
    handler: Callable[..., Bucket] = type("OfFolder", (Bucket,), {"folder": folder})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_address[1]}",
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("way", WAYS)
def test_a_file_and_a_folder_in_a_bucket(way: str, bucket: Path) -> None:
    """The large ones too, for which DuckDB takes pyarrow's way to S3."""
    save(bucket / "one" / "数据 a.parquet", REPORTS)
    save_partitioned(bucket / "parts", REPORTS, ["metric", "year"])
    for address in ("s3://zones/one/数据 a.parquet", "s3://zones/parts"):
        assert set(opened(way, address).select(EVERY)) == set(REPORTS), address
    light = opened(way, "s3://zones/parts").foreseen([EVERY], light=True)
    assert set(light.whole(list(light.select(EVERY)))) == set(REPORTS)


def test_nothing_there_is_told(bucket: Path) -> None:
    save(bucket / "a.parquet", REPORTS)
    for address in ("s3://zones/none.parquet", "s3://zones/none", "s3://nobody/a.parquet"):
        with pytest.raises(DataError, match=re.escape(address)):
            open_table([address])
    (bucket / "b.parquet").write_bytes(b"no Parquet at all")
    with pytest.raises(DataError, match=r"Cannot read zones/b\.parquet as a Parquet table"):
        open_table(["s3://zones/b.parquet"])
