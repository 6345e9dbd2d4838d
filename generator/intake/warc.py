"""Web archives: WARC, ARC, and the ZIP files around them that are called WACZ."""

import io
import re
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader

from generator.errors import Problem, Severity, Where
from generator.intake.html import looks_like_html
from generator.intake.text import LARGEST
from generator.model.raw import Capture

_GZIP = b"\x1f\x8b\x08"
_RECORD = re.compile(rb"WARC/\d\.\d\r?\n")
_CHUNK = 1 << 20
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_HTML = ("text/html", "application/xhtml+xml")


def looks_like_archive(head: bytes) -> bool:
    """Whether bytes begin as a WARC or ARC does, once unpacked."""
    return head.startswith((b"WARC/", b"filedesc://"))


@dataclass(slots=True)
class _Tally:
    revisits: int = 0


def find_responses(name: str, stream: BinaryIO) -> Iterator[Capture | Problem]:
    """The HTML pages of a web archive, with the address and time of each.

    Counted are answers with status 200, and HTML or plain text that was saved without one. A revisit says that a page
    was as before, and holds none. After a record that cannot be read, reading goes on with the next that can, where the
    stream can be searched for it.
    """
    tally = _Tally()
    start: int | None = 0
    while start is not None:
        broken_at = yield from _read_from(name, stream, start, tally)
        start = None if broken_at is None else _find_record(stream, broken_at + 1)
    if tally.revisits:
        records = "1 revisit record was" if tally.revisits == 1 else f"{tally.revisits:,} revisit records were"
        what = f"{records} passed over: a revisit holds no page of its own."
        yield Problem(where=Where(path=name), what=what, remedy="", severity=Severity.WARNING)


def find_archived(name: str, stream: BinaryIO) -> Iterator[Capture | Problem]:
    """The HTML pages of the web archives in a WACZ file."""
    try:
        archive = zipfile.ZipFile(stream)
        members = [m for m in archive.namelist() if re.search(r"\.w?arc(\.gz)?$", m, re.IGNORECASE)]
    except Exception:  # the library tells of damage by whatever happens to fail
        yield _problem(name, "This ZIP file is damaged.", "Save it again; its list stands at its end.")
        return
    with archive:
        if not members:
            yield _problem(name, "This ZIP file holds no web archive.", "Unpack it, and give the folder.")
        for member in members:
            try:
                file = archive.open(member)
            except Exception:  # as above
                yield _problem(f"{name}/{member}", "It cannot be unpacked.", "Save the WACZ file again.")
                continue
            with file:
                yield from find_responses(f"{name}/{member}", file)  # type: ignore[arg-type]  # it is a binary stream


def _read_from(
    name: str, stream: BinaryIO, start: int, tally: _Tally
) -> Generator[Capture | Problem, None, int | None]:
    """Pages from a place on; returns where a record begins that is broken, or None at the end."""
    if start:
        stream.seek(start)
    archive = ArchiveIterator(stream)
    while True:
        try:
            with redirect_stderr(io.StringIO()):  # the library's own words on damage; ours follow
                record = next(archive, None)
                page = record and _read_record(name, record, tally)
        except Exception as error:  # the library tells of damage by whatever happens to fail
            at: int = max(start, archive.offset)
            yield _explain(name, at, error, stream.seekable())
            return at
        if record is None:
            return None
        if page:
            yield page


def _explain(name: str, at: int, error: Exception, searchable: bool) -> Problem:
    if "non-chunked gzip" in str(error):
        return _problem(
            name, "It is packed as one piece, not record by record.", "Unpack it with gunzip, and try again."
        )
    remedy = "The others are read; fetch its page again." if searchable else "Give the file by its name to read on."
    return _problem(f"{name} at byte {at:,}", "A record is broken.", remedy)


def _read_record(name: str, record: Any, tally: _Tally) -> Capture | Problem | None:
    """The page that a record holds; None when it holds none."""
    if record.format == "warc" and not record.rec_headers.get_header("Content-Length"):
        raise ValueError("nobody knows where it ends")
    if record.rec_type == "revisit":
        tally.revisits += 1
        return None
    kind = _kind_of(record)
    if kind is None:
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    where = f"{name}#{url}" if url else name
    coding = _coding(record)
    if coding:
        what = f"The page is packed with {coding}, which cannot be undone here."
        return _problem(where, what, 'For Brotli, install it: "pip install brotli".')
    data = _read_all(record.content_stream(), LARGEST + 1)
    if len(data) <= LARGEST and _breaks_off(record):
        return _problem(where, "The record breaks off.", "Fetch the page again.")
    if not data.strip():
        return None
    kind = kind or ("html" if looks_like_html(data) else "")
    if not kind:
        return None
    content_type = record.http_headers.get_header("Content-Type") if record.http_headers else None
    charset = _CHARSET.search(content_type or "")
    return Capture(
        name=where,
        data=data,
        kind=kind,
        url=url or None,
        captured=record.rec_headers.get_header("WARC-Date"),
        charset=charset[1] if charset else None,
    )


def _read_all(stream: Any, most: int) -> bytes:
    """What a stream holds, up to ``most`` bytes; the library's streams give it piece by piece."""
    pieces, left = [], most
    while left and (piece := stream.read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _breaks_off(record: Any) -> bool:
    """Whether a record ends before its header says."""
    while record.raw_stream.read(_CHUNK):
        pass
    return getattr(record.raw_stream, "limit", 0) > 0


def _kind_of(record: Any) -> str | None:
    """``html`` or ``text``; empty when only the bytes can tell; None when there is no page."""
    headers = record.http_headers
    if record.rec_type == "response" and headers is not None:
        if headers.get_statuscode() != "200":
            return None
        content_type = headers.get_header("Content-Type") or ""
    elif record.rec_type in ("resource", "conversion"):
        content_type = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    media = content_type.split(";")[0].strip().lower()
    if media in _HTML:
        return "html"
    if media == "text/plain" and record.rec_type == "conversion":  # a page's text, as Common Crawl's WET files hold it
        return "text"
    return None if media else ""


def _coding(record: Any) -> str | None:
    """What a body is still packed with because the library could not undo it."""
    coding = record.http_headers.get_header("Content-Encoding") if record.http_headers else None
    named = (coding or "").strip().lower()
    if not named or named == "identity" or named in BufferedReader.get_supported_decompressors():
        return None
    return "Brotli" if named == "br" else named[:20]


def _find_record(stream: BinaryIO, start: int) -> int | None:
    """Where the next record begins from ``start`` on; None when there is none, or the stream cannot be searched."""
    if not stream.seekable():
        return None
    try:
        return _search_record(stream, start)
    except (EOFError, zlib.error, zipfile.BadZipFile):  # a member of a ZIP file that is itself damaged
        return None


def _search_record(stream: BinaryIO, start: int) -> int | None:
    stream.seek(0)
    packed = stream.read(3) == _GZIP
    stream.seek(start)
    behind, at = b"", start
    while chunk := stream.read(_CHUNK):
        text = behind + chunk
        offset = at - len(behind)
        if packed:
            found = _find_member(stream, text, offset)
            if found is not None:
                return found
        elif match := _RECORD.search(text):
            return offset + match.start()
        behind, at = text[-16:], at + len(chunk)
    return None


def _find_member(stream: BinaryIO, text: bytes, offset: int) -> int | None:
    """Where a packed record begins within ``text``, which stands at ``offset``."""
    after = stream.tell()
    index = text.find(_GZIP)
    while index >= 0:
        stream.seek(offset + index)
        try:
            if looks_like_archive(zlib.decompressobj(31).decompress(stream.read(4096), 16)):
                return offset + index
        except zlib.error:
            pass  # the three bytes stand there by chance
        index = text.find(_GZIP, index + 1)
    stream.seek(after)
    return None


def _problem(name: str, what: str, remedy: str) -> Problem:
    return Problem(where=Where(path=name), what=what, remedy=remedy)
