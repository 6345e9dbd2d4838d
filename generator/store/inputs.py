"""The inputs of a build: which files there are, and how each would show that it was changed."""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import EXHAUSTED

RECENT = 20_000_000
"""Nanoseconds. Clocks of file systems tick this slowly at most, so a file that was changed so recently may be changed
again without showing it. Such a file's stamp is not believed the next time (git calls this racy)."""
RECENT_IN_SECONDS = 2_000_000_000
"""The same where times are whole seconds, as on some older file systems and memory sticks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Survey:
    """The inputs, with a stamp each: size, inode, and times of change of content and of inode."""

    articles: dict[str, str]
    """Path below the content folder to stamp; an empty stamp is equal to none."""
    records: dict[str, str]
    """As ``articles``, of the cleaning records; empty when they are not shown."""
    others: str
    """What all inputs but articles look like: records, templates, settings. Empty when one of them changed just now."""
    digest: str
    """What all inputs look like; empty when any changed just now."""


def survey(content: Path, others: Iterable[Path], *, cleaning: bool) -> Survey:
    """Look at every article below ``content``, at all else there but originals, and at the ``others``.

    ``cleaning``: whether the cleaning records are inputs too.
    """
    now = time.time_ns()
    articles = dict(survey_articles(content))
    records = dict(_walk(f"{content}/originals", "originals/", ".json", now)) if cleaning else {}
    lines = [f"{path} {stamp}" for path, stamp in records.items()]
    for kind in ("people", "topics", "sources", "pages"):
        lines += [f"{path} {stamp}" for path, stamp in _walk(f"{content}/{kind}", f"{kind}/", ".md", now)]
    for path in others:
        if path.is_dir():
            lines += [f"{path}/{name} {stamp}" for name, stamp in _walk(str(path), "", "", now)]
        elif path.exists():
            lines.append(f"{path} {_stamp(path.stat(), now)}")
    settled = all(not line.endswith(" ") for line in lines)
    others_digest = _digest(lines) if settled else ""
    is_settled = bool(others_digest) and all(articles.values())
    return Survey(
        articles=articles,
        records=records,
        others=others_digest,
        digest=_digest([others_digest, *(f"{path} {stamp}" for path, stamp in articles.items())]) if is_settled else "",
    )


def survey_articles(content: Path) -> Iterator[tuple[str, str]]:
    """Path and stamp of every article below ``content``, as they are come upon."""
    return _walk(f"{content}/articles", "articles/", ".md", time.time_ns())


def _digest(lines: Iterable[str]) -> str:
    text = "\n".join(sorted(lines)).encode("utf-8", "surrogateescape")
    return hashlib.blake2b(text, digest_size=16).hexdigest()


def _walk(folder: str, below: str, ending: str, now: int) -> Iterator[tuple[str, str]]:
    """Path and stamp of each file; left out are hidden ones, and what reading the library tells of as unreadable."""
    try:
        entries = os.scandir(folder)
    except OSError as error:
        if error.errno in EXHAUSTED:
            raise
        return
    with entries:
        for entry in entries:
            if entry.name.startswith(".") or not _is_text(entry.name):
                continue
            if entry.is_dir():
                if not (entry.is_symlink() and _leads_back(Path(entry.path))):
                    yield from _walk(entry.path, f"{below}{entry.name}/", ending, now)
            elif entry.name.endswith(ending):
                try:
                    yield below + entry.name, _stamp(entry.stat(), now)
                except OSError:
                    yield below + entry.name, ""


def _is_text(name: str) -> bool:
    """Whether a file's name is UTF-8, and can be spoken of."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _leads_back(link: Path) -> bool:
    """Whether a linked folder holds the link itself, so that a walk would never end."""
    return link.parent.resolve().is_relative_to(link.resolve())


def _stamp(stat: os.stat_result, now: int) -> str:
    if stat.st_ctime_ns >= now - (RECENT if stat.st_ctime_ns % 1_000_000_000 else RECENT_IN_SECONDS):
        return ""
    return f"{stat.st_size:x}.{stat.st_ino:x}.{stat.st_mtime_ns:x}.{stat.st_ctime_ns:x}"
