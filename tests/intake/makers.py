"""Small web archives, made where a test needs them."""

import gzip
import io
import zipfile
from collections.abc import Iterable

PAGE = (
    b'<!doctype html><html lang="en"><head><title>Ferry to Saltby sails again</title></head><body><nav>Home</nav>'
    b"<h1>Ferry to Saltby sails again</h1><p>By Ada Holm</p><p>The ferry to Saltby sails again from Monday, after "
    b"nine weeks in the dock, the port authority said.</p><p>Its engine had been taken out and put back twice, and "
    b"nobody can say what was wrong with it.</p></body></html>"
)


def record(
    body: bytes = PAGE,
    *,
    kind: str = "response",
    url: str = "https://tide-wire.example/ferry",
    status: str = "200 OK",
    media: str = "text/html; charset=utf-8",
    headers: str = "",
    length: int | None = None,
) -> bytes:
    """One WARC record."""
    if kind in ("response", "revisit"):
        body = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n{headers}\r\n".encode() + body
        media = "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2015-05-20T06:30:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(body) if length is None else length}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def warc(records: Iterable[bytes], *, packed: bool = True) -> bytes:
    """A WARC of records, each packed by itself as the format asks for."""
    return b"".join(gzip.compress(one) if packed else one for one in records)


def wacz(members: dict[str, bytes]) -> bytes:
    """A ZIP file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()
