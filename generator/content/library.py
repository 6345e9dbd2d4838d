"""The library: what stands below ``content/``, found in one walk."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from unicodedata import normalize

from generator.content.articles import parse_article
from generator.content.front_matter import FrontMatter
from generator.content.records import parse_person, parse_source, parse_text_page, parse_topic
from generator.errors import EXHAUSTED, ContentError, Problem, Where
from generator.model.article import Article
from generator.model.authority import Authority, TextPage
from generator.model.slug import is_slug, slugify

Record = TypeVar("Record")


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """Authority records and written pages, read; articles, as paths."""

    authority: Authority
    text_pages: tuple[TextPage, ...]
    articles: tuple[str, ...]
    """Paths below the content folder, in order."""
    problems: tuple[Problem, ...]


def require_content(content: Path) -> None:
    """Raise ContentError when the content folder is not there."""
    if not content.is_dir():
        raise ContentError(
            Problem(
                where=Where(path=content.name),
                what="This folder is not there.",
                remedy="Bring it back, or make it: it holds articles/, people/, topics/ and sources/.",
            )
        )


def read_library(content: Path) -> Library:
    """Read all records and find all articles. Raises ContentError when the folder is not there."""
    authority, problems = read_authority(content)
    text_pages = tuple(_read_records(content, "pages", parse_text_page, problems).values())
    articles = tuple(_find(content, "articles", problems))
    return Library(authority=authority, text_pages=text_pages, articles=articles, problems=tuple(problems))


def read_authority(content: Path) -> tuple[Authority, list[Problem]]:
    """Read all records, and what is wrong with them. Raises ContentError when the folder is not there."""
    require_content(content)
    problems: list[Problem] = []
    authority = Authority(
        people=_read_records(content, "people", parse_person, problems),
        topics=_read_records(content, "topics", parse_topic, problems),
        sources=_read_records(content, "sources", parse_source, problems),
    )
    return authority, problems


def find_articles(content: Path) -> Iterator[str]:
    """Paths below ``content`` of all articles, as they are come upon."""
    return _walk(content, "articles", [])


def find_people(content: Path) -> dict[str, str]:
    """Id to path, below the content folder, of the file of every person's record."""
    return {Path(path).stem: path for path in _find(content, "people", [])}


def find_topics(content: Path) -> dict[str, str]:
    """Id to path, below the content folder, of the file of every topic's record."""
    return {Path(path).stem: path for path in _find(content, "topics", [])}


def read_article(content: Path, path: str) -> tuple[bytes, Article, list[Problem]]:
    """The bytes of an article's file, the article, and what is wrong with it. Raises ContentError."""
    data = _read(content, path)
    article, problems = parse_article(_decode(data, f"{content.name}/{path}"), f"{content.name}/{path}")
    return data, article, problems


def read_text(content: Path, path: str) -> str:
    """The text of a file below the content folder, line ends and all. Raises ContentError."""
    return _decode(_read(content, path), f"{content.name}/{path}")


def find_holding(content: Path, articles: Iterable[str], names: Iterable[Iterable[str]]) -> list[str]:
    """Those of some articles that may hold one of some names, each given word by word; perhaps some others too.

    Looked for are the letters from A to Z of each word, which no way of writing accents changes; a file with a
    backslash may write any letter by its number.
    """
    wanted = [{piece.encode() for word in name for piece in _PLAIN.findall(normalize("NFC", word))} for name in names]

    def may_hold(path: str) -> bool:
        try:
            data = _read(content, path)
        except ContentError:
            return True  # whoever reads it says what is wrong
        return b"\\" in data or any(all(piece in data for piece in pieces) for pieces in wanted)

    return [path for path in articles if may_hold(path)]


_PLAIN = re.compile("[A-Za-z]+")


def map_originals(content: Path, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The digest of each original to the paths of the articles that say they were made from it, in order."""
    found: dict[str, list[str]] = {}
    for path in sorted(articles):
        try:
            match = _ORIGINAL.search(_read(content, path)[:_FRONT])
        except ContentError:
            continue  # what is wrong with it is for check and build to say
        if match:
            found.setdefault(match[1].decode(), []).append(path)
    return {sha256: tuple(paths) for sha256, paths in found.items()}


_ORIGINAL = re.compile(rb"""^original_sha256:[ \t]*["']?([0-9a-f]{64})\b""", re.MULTILINE)
_FRONT = 1 << 16
"""Bytes in which an article's front matter ends."""


def _read_records(
    content: Path,
    kind: str,
    parse: Callable[[str, str, str], tuple[Record, list[Problem]]],
    problems: list[Problem],
) -> dict[str, Record]:
    records: dict[str, Record] = {}
    for path in _find(content, kind, problems):
        shown = f"{content.name}/{path}"
        id_ = Path(path).stem
        try:
            if not is_slug(id_):
                raise ContentError(
                    Problem(
                        where=Where(path=shown),
                        what=f'"{id_}" cannot stand in an address.',
                        remedy=f"Name the file {slugify(id_)}.md.",
                    )
                )
            if id_ in records:
                raise ContentError(
                    Problem(
                        where=Where(path=shown),
                        what=f'Another record has the id "{id_}" too.',
                        remedy="Rename one of the two files.",
                    )
                )
            record, found = parse(_decode(_read(content, path), shown), id_, shown)
        except ContentError as error:
            problems.extend(error.problems)
        else:
            records[id_] = record
            problems.extend(found)
    return dict(sorted(records.items()))


def _read(content: Path, path: str) -> bytes:
    try:
        with open(f"{content}/{path}", "rb") as file:  # noqa: PTH123  # half the time of Path.read_bytes
            return file.read()
    except OSError as error:
        if error.errno in EXHAUSTED:
            raise
        raise ContentError(_unreadable(f"{content.name}/{path}", error)) from error


def _unreadable(shown: str, error: OSError) -> Problem:
    return Problem(
        where=Where(path=shown),
        what=f"It cannot be read: {error.strerror}.",
        remedy="See to its permissions, or take it away.",
    )


def _decode(data: bytes, shown: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContentError(
            Problem(
                where=Where(path=shown, line=line), what="This is not UTF-8 text.", remedy="Save the file as UTF-8."
            )
        ) from error


def _find(content: Path, kind: str, problems: list[Problem]) -> list[str]:
    """Paths below ``content`` of the Markdown files of one kind, in order; hidden ones are left out."""
    return sorted(_walk(content, kind, problems))


def _walk(content: Path, below: str, problems: list[Problem]) -> Iterator[str]:
    try:
        entries = list(os.scandir(f"{content}/{below}"))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        if error.errno in EXHAUSTED:
            raise
        problems.append(_unreadable(f"{content.name}/{below}", error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = f"{below}/{entry.name}"
        if not _is_text(entry.name):
            shown = os.fsencode(f"{content.name}/{path}").decode("utf-8", "backslashreplace")
            problems.append(Problem(where=Where(path=shown), what="Its name is not UTF-8.", remedy="Rename it."))
        elif entry.is_dir():
            if not (entry.is_symlink() and _leads_back(Path(entry.path))):
                yield from _walk(content, path, problems)
        elif entry.name.endswith(".md"):
            yield path


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _leads_back(link: Path) -> bool:
    """Whether a linked folder holds the link itself, so that a walk would never end."""
    return link.parent.resolve().is_relative_to(link.resolve())


def locate(content: Path, problem: Problem) -> Problem:
    """The problem with the line of the field that it is about, where that can be found."""
    where = problem.where
    if where.line is not None or where.key is None:
        return problem
    try:
        text = (content.parent / where.path).read_text("utf-8", "replace")
        line = FrontMatter(text, where.path).line_of(where.key)
    except (OSError, ContentError):
        return problem
    return replace(problem, where=replace(where, line=line))
