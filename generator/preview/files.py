"""The files of the built site: which one an address asks for, and how it is sent."""

import mimetypes
import os
import stat
from dataclasses import dataclass
from email.utils import formatdate
from hashlib import blake2b
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response

# Python's own table without the machine's, so that every machine sends the same types.
TYPES = mimetypes.MimeTypes()
for suffix, media_type in {
    ".avif": "image/avif",
    ".css": "text/css",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".jsonl": "application/json",
    ".map": "application/json",
    ".md": "text/markdown",
    ".mjs": "text/javascript",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}.items():
    TYPES.add_type(media_type, suffix)

UNKNOWN = "application/octet-stream"
HTML = "text/html; charset=utf-8"

# Up to this size a file is read in one go, so that what is sent is one version of it even while a build replaces it.
# Beyond, and for ranges, Starlette streams it.
SMALL = 1 << 20

# Browsers may keep what they got but must ask whether it still stands, so that a reload never shows an old page.
FRESH = {"cache-control": "no-cache"}


def find_file(root: Path, address: str) -> Path | None:
    """The file below ``root`` that a decoded address relative to the base asks for; None when there is none to show.

    ``""`` and addresses that end in a slash ask for the folder's index.html. Nothing outside ``root`` is ever found,
    by whatever spelling or symlink, nor anything hidden (a name that starts with a dot).
    """
    parts = f"{address}index.html".split("/") if address[-1:] in ("", "/") else address.split("/")
    if any(is_refused(part) for part in parts):
        return None
    try:
        top = root.resolve(strict=True)
        path = top.joinpath(*parts).resolve(strict=True)
        is_file = stat.S_ISREG(path.stat().st_mode)
    except (OSError, RuntimeError, ValueError):  # missing or unreadable; a ring of symlinks; not a possible name
        return None
    is_inside = path.is_relative_to(top) and not any(map(is_refused, path.relative_to(top).parts))
    return path if is_file and is_inside else None


def has_file(root: Path, address: str) -> bool:
    """Whether there is a file to show at this address."""
    return find_file(root, address) is not None


def is_refused(part: str) -> bool:
    r"""Whether no file of this name is ever shown: empty, hidden, ``..``, or a way around that on some system.

    >>> [is_refused(part) for part in ("", "..", ".env", "a\\b", "harbour")]
    [True, True, True, True, False]
    """
    return part == "" or part.startswith(".") or "\\" in part or "\0" in part


def content_type(name: str) -> str:
    """What a file of this name is sent as.

    >>> content_type("feed.xml"), content_type("en_1f3c.pf_meta")
    ('application/xml; charset=utf-8', 'application/octet-stream')
    """
    kind, encoding = TYPES.guess_type(name)
    if kind is None or encoding is not None:  # what is packed is sent packed, as bytes
        return UNKNOWN
    is_text = kind.startswith("text/") or kind.endswith(("/json", "/xml", "+json", "+xml", "/javascript"))
    return f"{kind}; charset=utf-8" if is_text else kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """A file as it stood at one moment."""

    path: Path
    status: os.stat_result
    body: bytes | None
    """None when the file is large and is to be streamed."""

    @property
    def media_type(self) -> str:
        """What it is sent as."""
        return content_type(self.path.name)

    @property
    def etag(self) -> str:
        """Changes whenever the bytes do; two builds within one second may share a modification time."""
        if self.body is None:
            return f'"{self.status.st_mtime_ns:x}-{self.status.st_size:x}-{self.status.st_ino:x}"'
        return f'"{blake2b(self.body, digest_size=16).hexdigest()}"'


def load_file(root: Path, address: str) -> Loaded | None:
    """Find the file that an address asks for and read it; None when there is none to show. HTML is read at any size."""
    path = find_file(root, address)
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            is_read = status.st_size <= SMALL or content_type(path.name) == HTML
            return Loaded(path=path, status=status, body=file.read() if is_read else None)
    except OSError:  # gone since, or not ours to read
        return None


def send_file(loaded: Loaded, request: Request) -> Response:
    """The response to a request for it: whole, in ranges, or the word that what the browser has still stands."""
    headers = FRESH | {"etag": loaded.etag, "last-modified": formatdate(loaded.status.st_mtime, usegmt=True)}
    # If-Modified-Since is left alone on purpose: it counts in seconds, and two builds may share one.
    if is_named(loaded.etag, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    is_page = loaded.media_type == HTML
    if loaded.body is None or ("range" in request.headers and not is_page):
        return FileResponse(loaded.path, stat_result=loaded.status, media_type=loaded.media_type, headers=headers)
    return Response(loaded.body, media_type=loaded.media_type, headers=headers)


def is_named(etag: str, if_none_match: str) -> bool:
    """Whether an If-None-Match header holds this tag.

    >>> is_named('"a1"', 'W/"a1", "b2"'), is_named('"a1"', "")
    (True, False)
    """
    tags = {tag.strip().removeprefix("W/") for tag in if_none_match.split(",")}
    return etag in tags or "*" in tags
