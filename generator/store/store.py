"""The build store: parsed articles by their files' stamps, pages by their rebuild keys.

A store of another version, or one that cannot be read, is set aside and begun anew.
"""

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from generator.errors import Problem
from generator.model.catalog import Card

Value = TypeVar("Value")

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS article (path TEXT PRIMARY KEY, stamp TEXT, card BLOB, problems BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS page (url TEXT PRIMARY KEY, key BLOB, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS document (slug TEXT PRIMARY KEY, key BLOB, digest TEXT) WITHOUT ROWID;
"""

_encoder = msgspec.msgpack.Encoder()
_cards = msgspec.msgpack.Decoder(Card | None)
_problems = msgspec.msgpack.Decoder(tuple[Problem, ...])


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleRow:
    """An article's file, as it was read."""

    stamp: str
    card: Card | None
    """None when it cannot be read as an article."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PageRow:
    """A file that was made, and what it was made from."""

    key: bytes
    """The rebuild key: equal keys give equal files."""
    digest: str
    """Of the file."""


def key_of(*parts: Any) -> bytes:
    """A rebuild key: a digest of values of the model."""
    return hashlib.blake2b(_encoder.encode(parts), digest_size=16).digest()


class Store:
    """A store on disk. Nothing is kept until :meth:`commit`."""

    def __init__(self, folder: Path, identity: str, *, forget: bool = False) -> None:
        """Open, or begin, the store in ``folder``; ``identity`` names the program that may believe it.

        ``forget``: begin it anew in any case.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "store.sqlite"
        try:
            self._database = self._connect(identity, forget)
        except sqlite3.DatabaseError:
            self._set_aside()
            self._database = self._connect(identity, forget)

    def _connect(self, identity: str, forget: bool) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, isolation_level=None)
        try:
            database.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; {_SCHEMA}")
            known = database.execute("SELECT value FROM meta WHERE name='identity'").fetchone()
            if forget or known != (identity,):
                database.execute("BEGIN")
                for table in ("meta", "article", "page", "document"):
                    database.execute(f"DELETE FROM {table}")  # noqa: S608  # our own names
                database.execute("INSERT INTO meta VALUES ('identity', ?)", (identity,))
                database.execute("COMMIT")
        except BaseException:
            database.close()
            raise
        return database

    def _set_aside(self) -> None:
        self._path.replace(self._path.with_suffix(".damaged"))
        for ending in ("-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def recall(self, name: str, kind: type[Value]) -> Value | None:
        """A value kept under a name; None when there is none."""
        row = self._database.execute("SELECT value FROM meta WHERE name=?", (name,)).fetchone()
        return None if row is None else msgspec.msgpack.decode(row[0], type=kind)

    def paths(self) -> set[str]:
        """Of every article that was read."""
        return {path for (path,) in self._database.execute("SELECT path FROM article")}

    def articles(self) -> Iterator[tuple[str, ArticleRow]]:
        """Every article that was read, by its path."""
        for path, stamp, card, problems in self._database.execute("SELECT path, stamp, card, problems FROM article"):
            found = _problems.decode(problems) if problems else ()
            yield path, ArticleRow(stamp=stamp, card=_cards.decode(card), problems=found)

    def pages(self, urls: Collection[str] | None = None) -> dict[str, PageRow]:
        """Address to row of every page, or of some."""
        if urls is None:
            return self._rows("SELECT url, key, digest FROM page")
        return {
            url: PageRow(key=key, digest=digest)
            for url in urls
            for key, digest in self._database.execute("SELECT key, digest FROM page WHERE url=?", (url,))
        }

    def documents(self) -> dict[str, PageRow]:
        """Slug to row of every search document."""
        return self._rows("SELECT slug, key, digest FROM document")

    def _rows(self, query: str) -> dict[str, PageRow]:
        return {name: PageRow(key=key, digest=digest) for name, key, digest in self._database.execute(query)}

    def commit(
        self,
        *,
        values: Mapping[str, Any],
        articles: Mapping[str, ArticleRow],
        pages: Mapping[str, PageRow],
        documents: Mapping[str, PageRow],
        gone: Mapping[str, Iterable[str]],
    ) -> None:
        """Keep what is new, and forget what is ``gone`` (names by table), all at once."""
        run = self._database
        run.execute("BEGIN")
        encode = _encoder.encode
        run.executemany("REPLACE INTO meta VALUES (?, ?)", ((name, encode(value)) for name, value in values.items()))
        run.executemany(
            "REPLACE INTO article VALUES (?, ?, ?, ?)",
            (
                (path, row.stamp, encode(row.card), encode(row.problems) if row.problems else b"")
                for path, row in articles.items()
            ),
        )
        run.executemany("REPLACE INTO page VALUES (?, ?, ?)", ((n, row.key, row.digest) for n, row in pages.items()))
        run.executemany(
            "REPLACE INTO document VALUES (?, ?, ?)", ((n, row.key, row.digest) for n, row in documents.items())
        )
        for table, name in (("article", "path"), ("page", "url"), ("document", "slug")):
            query = f"DELETE FROM {table} WHERE {name}=?"  # noqa: S608  # our own names
            run.executemany(query, ((own,) for own in gone.get(table, ())))
        run.execute("COMMIT")
