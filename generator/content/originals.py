"""Originals and their cleaning records: ``content/originals/<aa>/<digest>.txt`` and ``….json`` beside it.

The record says what became of every character of the original, what was suggested as an article, so that a later
reading can tell what people have changed since, and what people decided about the article until then.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from generator.content.merge import NO_CORRECTIONS, Corrections
from generator.errors import EXHAUSTED, ContentError, Problem, Where
from generator.model.cleaning import CleaningRecord, Finding, Passage
from generator.model.value import asdict

Written = TypeVar("Written", bound="_Head")

FOLDER = "originals"
_RECORD = ".json"
_ENDINGS = {"text": ".txt", "html": ".html", "json": ".jsonl"}
"""Of originals, by how they are read."""
_PASSAGES = b',\n "passages": [\n'
"""Where the head of a record ends, so that it can be read alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pending:
    """A new suggestion on its way into an article's file. While a record has one, the file may be of either state."""

    suggestion: str
    merged: str
    """SHA-256 of the file as it will be written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filed:
    """What was filed for an original."""

    record: CleaningRecord
    article: str | None
    """Path of the article made from it, below the content folder, when it was made; None when it holds no article."""
    suggestion: str
    """The text of the article's file as the cleaner would have it; empty when it holds no article."""
    corrections: Corrections = NO_CORRECTIONS
    """What people decided about the article, as far as it was cleaned again since."""
    pending: Pending | None = None
    """None but while the article's file is written."""
    origin: dict[str, Any] = field(default_factory=dict)
    """What came with the original: the fields of a ``Capture``, but for name and bytes, that say something."""
    mended: tuple[str, ...] = ()
    """What was undone in reading the original, in words."""
    set_aside: str = ""
    """Why nothing is published of it; empty when something is."""

    def settle(self, file: bytes) -> "Filed":
        """What was filed, where the writing of the article's ``file`` was broken off: by what is there now."""
        if self.pending is None:
            return self
        is_written = hashlib.sha256(file).hexdigest() == self.pending.merged
        suggestion = self.pending.suggestion if is_written else self.suggestion
        return replace(self, suggestion=suggestion, pending=None)


def original_path(sha256: str, kind: str = "text") -> str:
    """Where an original stands, below the content folder. Its digest is its name: what is the same is kept once.

    ``kind`` is how it is read, as :attr:`RawPage.kind` says, and gives it its ending.
    """
    return f"{FOLDER}/{sha256[:2]}/{sha256[:16]}{_ENDINGS[kind]}"


def record_path(sha256: str) -> str:
    """Where the cleaning record of an original stands, below the content folder."""
    return f"{FOLDER}/{sha256[:2]}/{sha256[:16]}{_RECORD}"


def find_original(content: Path, sha256: str) -> str | None:
    """Where an original stands, whatever its ending; None when it is not there."""
    beside = (content / original_path(sha256)).parent.glob(f"{sha256[:16]}.*")
    found = sorted(path.name for path in beside if path.suffix != _RECORD)
    return f"{FOLDER}/{sha256[:2]}/{found[0]}" if found else None


def find_article(content: Path, filed: Filed, articles: Mapping[str, Sequence[str]]) -> str | None:
    """Where the article of an original is now; None when there is none, or people took it out.

    ``articles`` tells, by an original's digest, which articles say they were made from it: people move files.
    """
    if filed.article is None:
        return None
    known = articles.get(filed.record.sha256, ())
    if filed.article in known or (not known and (content / filed.article).is_file()):
        return filed.article
    return known[0] if known else None


def find_records(content: Path) -> Iterator[str]:
    """Paths below the content folder of all cleaning records, in order."""
    for shelf in find_shelves(content):
        yield from find_shelved(content, shelf)


def find_shelves(content: Path) -> list[str]:
    """The folders of originals, below the content folder and in order. There are 256 of them at most."""
    names = _list(content / FOLDER)
    return [f"{FOLDER}/{name}" for name in names if len(name) == 2]  # the first byte of a digest


def find_shelved(content: Path, shelf: str) -> Iterator[str]:
    """Paths below the content folder of the cleaning records in one of its folders, in order."""
    for name in _list(content / shelf):
        if name.endswith(_RECORD) and not name.startswith("."):
            yield f"{shelf}/{name}"


def _list(folder: Path) -> list[str]:
    """The names of what is in a folder, in order; none where there is no such folder."""
    try:
        return sorted(path.name for path in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def format_filed(filed: Filed) -> str:
    """JSON, one passage a line, so that people can read it and see in a diff what changed."""
    return format_head(filed) + format_passages(filed.record)


def format_head(filed: Filed) -> str:
    """What a record begins with: all but the passages, which are to follow."""
    record = filed.record
    head: dict[str, Any] = {
        "name": record.name,
        "sha256": record.sha256,
        "encoding": record.encoding,
        "cleaner": record.cleaner,
        "article": filed.article,
        "suggestion": filed.suggestion,
    }
    if record.findings:
        head["findings"] = [asdict(finding) for finding in record.findings]
    for key in ("origin", "mended", "set_aside"):
        if value := getattr(filed, key):
            head[key] = value
    if filed.corrections != NO_CORRECTIONS:
        made = filed.corrections
        head["corrections"] = {"fields": made.fields, "kept": made.kept, "removed": made.removed}
    if filed.pending:
        head["pending"] = {"suggestion": filed.pending.suggestion, "merged": filed.pending.merged}
    return _escape_halves(json.dumps(head, ensure_ascii=False, indent=1)[:-2]) + _PASSAGES.decode()


def format_passages(record: CleaningRecord) -> str:
    """What a record ends with."""
    quote = encode_basestring  # by itself it takes a tenth of what a call of json.dumps does
    lines = [
        f'[{line}, "{verdict.value}", {quote(reason)}, {quote(text)}]'
        for line, verdict, reason, text in record.passages
    ]
    return _escape_halves(",\n".join(lines)) + "\n]}\n"


def _escape_halves(text: str) -> str:
    """A lone surrogate, which a broken original may hold, can be written as an escape only."""
    return text.encode("utf-8", "backslashreplace").decode()


def read_filed(content: Path, sha256: str) -> Filed | None:
    """What was filed for an original; None when nothing was, or it cannot be read."""
    try:
        return parse_filed((content / record_path(sha256)).read_bytes(), record_path(sha256))
    except (OSError, ContentError):
        return None


def read_head(content: Path, path: str) -> Filed:
    """As :func:`read_record`, without the passages, and many times as quick."""
    return parse_head(_read(content, path), path)


def read_record(content: Path, path: str) -> Filed:
    """What was filed, from the record at a path below the content folder. Raises ContentError."""
    return parse_filed(_read(content, path), path)


def _read(content: Path, path: str) -> bytes:
    try:
        with open(f"{content}/{path}", "rb") as file:  # noqa: PTH123  # half the time of Path.read_bytes
            return file.read()
    except OSError as error:
        if error.errno in EXHAUSTED:
            raise
        raise _unreadable(path) from error


def parse_filed(data: bytes, path: str) -> Filed:
    """What was filed, from the bytes of a record. Raises ContentError that names ``path``."""
    return _file(_decode(data, _records, path))


def parse_head(data: bytes, path: str) -> Filed:
    """As :func:`parse_filed`, without the passages, and many times as quick."""
    head, mark, _ = data.partition(_PASSAGES)
    if not mark:  # somebody wrote it in another way
        return parse_filed(data, path)
    return _file(_decode(head + b"}", _heads, path))


class _Head(msgspec.Struct, kw_only=True):
    """A record as it is written, but for its passages."""

    name: str
    sha256: str
    encoding: str
    cleaner: int
    article: str | None
    suggestion: str
    findings: tuple[Finding, ...] = ()
    corrections: Corrections = NO_CORRECTIONS
    pending: Pending | None = None
    origin: dict[str, Any] = msgspec.field(default_factory=dict)
    mended: tuple[str, ...] = ()
    set_aside: str = ""


class _Record(_Head, kw_only=True):
    passages: tuple[Passage, ...]


_heads, _records = msgspec.json.Decoder(_Head), msgspec.json.Decoder(_Record)


def _decode(data: bytes, decoder: msgspec.json.Decoder[Written], path: str) -> Written:
    try:
        try:
            return decoder.decode(data)
        except msgspec.DecodeError:  # half of a surrogate pair, which is no text to it
            written: Written = msgspec.convert(json.loads(data), decoder.type)
            return written
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise _unreadable(path) from error


def _file(written: _Head) -> Filed:
    record = CleaningRecord(
        name=written.name,
        sha256=written.sha256,
        encoding=written.encoding,
        cleaner=written.cleaner,
        passages=written.passages if isinstance(written, _Record) else (),
        findings=written.findings,
    )
    return Filed(
        record=record,
        article=written.article,
        suggestion=written.suggestion,
        corrections=written.corrections,
        pending=written.pending,
        origin=written.origin,
        mended=written.mended,
        set_aside=written.set_aside,
    )


def _unreadable(path: str) -> ContentError:
    return ContentError(
        Problem(
            where=Where(path=f"content/{path}"),
            what="This is no cleaning record that can be read.",
            remedy="Bring it back; or delete it, and ingest the original again, which stands beside it.",
        )
    )
