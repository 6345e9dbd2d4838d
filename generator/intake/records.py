"""JSON: what extractors write of pages, one record a line, or in a list, or alone in a file."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from generator.errors import IntakeError, Problem, Where
from generator.intake.fields import Fields, read_fields
from generator.intake.html import html_page
from generator.intake.text import LARGEST, mend_text
from generator.model.dating import parse_dating
from generator.model.raw import Capture, RawPage, Stated

_STARTS = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*(?:"|\})')
_FIELDS = ("title", "standfirst", "authors", "published", "site", "language")
"""What a record may state."""
_BOM = b"\xef\xbb\xbf"
_CHUNK = 1 << 16


def looks_like_json(head: bytes) -> bool:
    """Whether bytes begin as an object does, or a list of objects. A story may begin with a bracket too."""
    return _STARTS.match(head) is not None


def find_records(name: str, stream: BinaryIO) -> Iterator[Capture | Problem]:
    """The records of a stream, not looked into yet: the bytes of a line, of an element of a list, or of all."""
    first = stream.readline(LARGEST + 1)
    while first and not first.removeprefix(_BOM).strip() and len(first) <= LARGEST:
        first = stream.readline(LARGEST + 1)
    opening = first.removeprefix(_BOM).strip()[:1]
    if opening == b"[":
        yield from _find_elements(name, _Joined(first, stream))
        return
    if opening == b"{" and _load(first) is None:  # the object goes on below, or the line is broken
        first += stream.read(max(0, LARGEST + 1 - len(first)))
        if len(first) <= LARGEST and _load(first) is not None:
            yield Capture(name=name, data=first.removeprefix(_BOM).strip(), kind="json")
            return
    yield from _find_lines(name, _Joined(first, stream))


def record_page(capture: Capture) -> RawPage:
    """The raw page of a record: of its HTML, when it holds any, or else of its title and text.

    Raises IntakeError when it is no JSON object, or holds neither.
    """
    values = _load(capture.data)
    if not isinstance(values, dict):
        raise IntakeError(_no_record(capture.name))
    fields = read_fields(values)
    url = capture.url or fields.url
    captured = capture.captured or fields.captured
    if fields.html:
        page = html_page(capture.name, fields.html.encode(), url=url, captured=captured)
        stated = _prefer(fields.stated, page.stated)
        return replace(page, data=capture.data, kind="json", encoding="utf-8", stated=stated)
    if not fields.text:
        raise IntakeError(_problem(capture.name, "The record holds neither text nor HTML.", "Leave it out."))
    text, mended = mend_text(_compose_text(fields))
    if "\0" in text:
        raise IntakeError(_problem(capture.name, "Its text holds NUL characters.", "Mend it, or leave it out."))
    return RawPage(
        name=capture.name,
        data=capture.data,
        text=text,
        encoding="utf-8",
        kind="json",
        url=url,
        captured=captured,
        stated=fields.stated,
        mended=mended,
    )


def _compose_text(fields: Fields) -> str:
    """The text, below its title unless it begins with it."""
    text, title = fields.text or "", fields.stated.title
    if not title or " ".join(text[: 2 * len(title) + 80].split()).startswith(title):
        return text
    return f"{title}\n\n{text}"


def _prefer(record: Stated, markup: Stated) -> Stated:
    """What the record states, and what only its HTML does. A part of a date does not outweigh a day."""
    if record.published and markup.published and not parse_dating(record.published).is_exact:
        record = replace(record, published=None)
    said = {name: getattr(record, name) for name in _FIELDS if getattr(record, name)}
    origins = [origin for origin in markup.origins if origin[0] not in said]
    return replace(markup, **said, origins=(*((name, "the record") for name in said), *origins))


def _load(data: bytes) -> Any:
    """The value that JSON stands for; None when it stands for none."""
    try:
        return json.loads(data.removeprefix(_BOM))
    except (ValueError, RecursionError):
        return None


class _Joined:
    """A stream with what was read of it put back."""

    def __init__(self, read: bytes, stream: BinaryIO) -> None:
        self._read = io.BytesIO(read)
        self._stream = stream

    def readline(self, limit: int) -> bytes:
        line = self._read.readline(limit)
        return line if line.endswith(b"\n") else line + self._stream.readline(max(0, limit - len(line)))

    def read(self, limit: int) -> bytes:
        return self._read.read(limit) or self._stream.read(limit)


def _find_lines(name: str, stream: Any) -> Iterator[Capture | Problem]:
    number = 0
    while line := stream.readline(LARGEST + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > LARGEST:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LARGEST + 1)
            yield _problem(where, f"The line holds more than {LARGEST // 1_000_000} MB.", "Leave it out.")
        elif data := line.removeprefix(_BOM).strip():
            yield Capture(name=where, data=data, kind="json")


def _find_elements(name: str, stream: _Joined) -> Iterator[Capture | Problem]:
    """The objects of a list, which need not fit into memory together."""
    scanner = _Scanner(stream)
    number = 0
    while True:
        number += 1
        element = scanner.next_object()
        if element is None:
            break
        if not element:
            yield _problem(f"{name}:{number}", "The list breaks off, or is no JSON from here on.", "Save it again.")
            break
        yield Capture(name=f"{name}:{number}", data=element, kind="json")


class _Scanner:
    """Finds where the objects of a list begin and end, by counting brackets outside of strings."""

    _TELLING = re.compile(rb'["{}\\\[\]]')

    def __init__(self, stream: _Joined) -> None:
        self._stream = stream
        self._buffer = b""
        self._opened = False

    def next_object(self) -> bytes | None:
        """The bytes of the next object; None at the end of the list; empty when there is no way on."""
        start = self._skip()
        if start < 0:
            return b""
        if self._buffer[start : start + 1] == b"]":
            return None
        if self._buffer[start : start + 1] != b"{":
            return b""
        self._buffer = self._buffer[start:]
        end = self._find_end()
        element, self._buffer = self._buffer[:end], self._buffer[end:]
        return element

    def _skip(self) -> int:
        """Where the next object, or the end of the list, is in the buffer; -1 when neither comes."""
        while True:
            for index, byte in enumerate(self._buffer):
                if byte == ord("[") and not self._opened:
                    self._opened = True
                elif byte not in b" \t\r\n,\xef\xbb\xbf":
                    return index
            self._buffer = self._stream.read(_CHUNK)
            if not self._buffer:
                return -1

    def _find_end(self) -> int:
        """Where the object that the buffer begins with ends; 0 when it does not."""
        depth, quoted, at = 0, False, 0
        while True:
            match = self._TELLING.search(self._buffer, at)
            if match is None or (match[0] == b"\\" and match.end() == len(self._buffer)):
                at = len(self._buffer) if match is None else match.start()
                more = self._stream.read(_CHUNK)
                if not more or len(self._buffer) > LARGEST:
                    return 0
                self._buffer += more
                continue
            at = match.end()
            mark = match[0]
            if mark == b"\\":
                at += 1
            elif mark == b'"':
                quoted = not quoted
            elif not quoted:
                depth += 1 if mark in b"{[" else -1
                if depth == 0:
                    return at


def _no_record(name: str) -> Problem:
    return _problem(name, "This is no JSON object.", "Mend the line, or leave it out.")


def _problem(name: str, what: str, remedy: str) -> Problem:
    return Problem(where=Where(path=name), what=what, remedy=remedy)
