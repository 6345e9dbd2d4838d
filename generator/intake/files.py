"""Files, folders and patterns of them, and whatever kinds of pages they hold."""

import glob
import gzip
import io
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

from generator.errors import IntakeError, Problem, Severity, Where
from generator.intake.html import looks_like_html
from generator.intake.records import find_records, looks_like_json
from generator.intake.sidecars import Manifest, is_sidecar, read_sidecar
from generator.intake.text import LARGEST
from generator.intake.warc import find_archived, find_responses, looks_like_archive
from generator.model.raw import Capture

Reader: TypeAlias = "io.BufferedReader[Any]"
"""A stream of bytes whose next ones can be looked at before they are read."""

_HEAD = 5000
"""Bytes at the start of a file by which its kind is told."""
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_JSON = (".json", ".jsonl", ".ndjson")
_HTML = (".html", ".htm", ".xhtml", ".shtml")
_TAG = re.compile(
    rb"</?(?:a|article|b|body|br|div|h[1-6]|head|html|img|li|meta|p|script|section|span|table|title|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_ASSETS = frozenset(
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp",
        ".tif", ".tiff", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".m4a", ".m4v", ".webm", ".ogg",
        ".mov", ".avi", ".pdf", ".swf", ".wasm", ".cdx", ".cdxj", ".idx",
    }
)  # fmt: skip
"""Endings of what is saved along with pages, and is none."""


def find_pages(paths: Iterable[str | Path], manifest: Manifest | None = None) -> Iterator[Capture | Problem]:
    """The pages at some paths, in the order given; below a folder in order of path, hidden files left out.

    A path may be a file, a folder, or a pattern such as ``saved/*.txt``. A file may hold one page as text or HTML, or
    many as JSON Lines, WARC or WACZ, packed by gzip or not; its first bytes tell, and only then its name.

    A file beside a page that is named after it and ends in ``.json`` says what the user knows of the page, and so does
    ``manifest``, which has the last word. What cannot be read is a problem in its place, and the rest goes on. A file
    that two paths of a sequence lead to is read once.
    """
    done: set[Path] = set()
    several = isinstance(paths, Sequence) and len(paths) > 1
    for given in paths:
        passed = 0
        for found in _find_files(given):
            if isinstance(found, Problem):
                yield found
            elif _was_read(found, done) or is_sidecar(found):
                continue
            elif found.suffix.lower() in _ASSETS and found != Path(given):
                passed += 1
            else:
                yield from _find_in_file(found, manifest)
        if several:
            done.update(_given_files(given))
        if passed:
            files = "1 file was" if passed == 1 else f"{passed:,} files were"
            what = f"{files} passed over whose endings are those of pictures, scripts, styles and the like."
            yield _problem(Path(given), what, "Name a file itself to have it read.", Severity.WARNING)


def find_in_stream(name: str, reader: Reader) -> Iterator[Capture | Problem]:
    """The pages that a stream holds, of whatever kind its first bytes tell."""
    head = reader.peek(_HEAD)[:_HEAD]
    if head.startswith(_GZIP):
        yield from _find_packed(name, reader)
    elif head.startswith(_ZIP):
        yield from find_archived(name, reader)
    elif looks_like_archive(head):
        yield from find_responses(name, reader)
    elif looks_like_json(head) or name.lower().removesuffix(".gz").endswith(_JSON):
        yield from find_records(name, reader)
    else:
        data = reader.read(LARGEST + 1)
        yield Capture(name=name, data=data, kind=_kind_of(name, data[:_HEAD]))


def _kind_of(name: str, head: bytes) -> str:
    """Whether a page is HTML or text: by how it begins, else by its name and tags, or by many tags."""
    if looks_like_html(head):
        return "html"
    tags = len(_TAG.findall(head))
    named = name.lower().removesuffix(".gz").endswith(_HTML)
    return "html" if tags >= (1 if named else 8) and (named or head.lstrip().startswith(b"<")) else "text"


def _find_packed(name: str, reader: Reader) -> Iterator[Capture | Problem]:
    """What a gzip file holds. A web archive is packed record by record, and unpacks itself."""
    if looks_like_archive(_unpack_head(reader.peek(_HEAD))):
        yield from find_responses(name, reader)
        return
    try:
        with io.BufferedReader(gzip.GzipFile(fileobj=reader)) as unpacked:
            yield from find_in_stream(name, unpacked)
    except (EOFError, OSError, zlib.error):
        yield _problem(
            Path(name), "The gzip file is damaged, or breaks off.", "Save it again; what came before is read."
        )


def _unpack_head(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(packed, _HEAD)
    except zlib.error:
        return b""


def _find_in_file(path: Path, manifest: Manifest | None) -> Iterator[Capture | Problem]:
    try:
        given: Mapping[str, Any] | None = read_sidecar(path)
        if manifest is not None:
            more = manifest.given_of(path)
            given = None if more is None else {**(given or {}), **more}
    except IntakeError as error:
        yield error.problems[0]
        return
    if given is None:
        return  # the manifest's own problem says that it waits
    try:
        with path.open("rb") as file:
            for found in find_in_stream(path.as_posix(), file):
                yield found if isinstance(found, Problem) or not given else replace(found, given=given)
    except OSError as error:
        yield _problem(path, f"It cannot be read: {error.strerror}.", "Check that it is there, and its permissions.")


def _was_read(path: Path, done: set[Path]) -> bool:
    """Whether an earlier path led to a file too."""
    if not done:
        return False
    real = path.resolve()
    return real in done or any(parent in done for parent in real.parents)


def _given_files(given: str | Path) -> Iterator[Path]:
    """Where a path leads: to itself, or to what its pattern matches."""
    if Path(given).exists():
        yield Path(given).resolve()
    elif glob.has_magic(str(given)):
        yield from (Path(match).resolve() for match in glob.iglob(str(given), recursive=True))  # noqa: PTH207  # as below


def _find_files(given: str | Path) -> Iterator[Path | Problem]:
    path = Path(given)
    try:
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path
        elif path.exists():
            yield _problem(path, "This is neither a file nor a folder.", "Give the path of a file.")
        elif glob.has_magic(str(given)) and (matches := sorted(glob.glob(str(given), recursive=True))):  # noqa: PTH207  # the pattern may be absolute
            for match in matches:
                yield from _find_files(glob.escape(match) if not Path(match).exists() else match)
        else:
            yield _problem(path, "There is no such file or folder.", "Check the path.")
    except (OSError, ValueError) as error:
        words = getattr(error, "strerror", None) or error
        yield _problem(path, f"It cannot be read: {words}.", "Check the path and its permissions.")


def _walk(folder: Path) -> Iterator[Path | Problem]:
    """Files below a folder in order of path; folders are not entered by recursion, since they may nest deep.

    Of the folders that it is in, only names are kept, or a folder of a million files would be in memory.
    """
    waiting = [_Inside(folder)]
    while waiting:
        inside = waiting[-1]
        if inside.problem:
            yield inside.problem
        elif inside.names:
            name = inside.names.pop()
            path = inside.folder / name
            if name in inside.folders:
                waiting.append(_Inside(path))
            elif name not in inside.others:
                yield path
            elif path.is_symlink() and not path.exists():
                yield _problem(path, "The link leads nowhere.", "Mend or delete it.")
            continue
        waiting.pop()


class _Inside:
    """What is in a folder, but for what is hidden."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: list[str] = []
        """In order, the first one last."""
        self.folders: set[str] = set()
        self.others: set[str] = set()
        """What is neither a folder nor a file."""
        self.problem: Problem | None = None
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not entry.name.startswith("."):
                        self._add(entry)
        except OSError as error:
            what = f"The folder cannot be read: {error.strerror}."
            self.problem = _problem(folder, what, "Check that it is there, and its permissions.")
        self.names.sort(reverse=True)

    def _add(self, entry: "os.DirEntry[str]") -> None:
        self.names.append(entry.name)
        if entry.is_dir(follow_symlinks=False):
            self.folders.add(entry.name)
        elif not entry.is_file():
            self.others.add(entry.name)


def _problem(path: Path, what: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(where=Where(path=path.as_posix()), what=what, remedy=remedy, severity=severity)
