"""The build store: parsed articles by their files' stamps, pages by their rebuild keys.

A store of another version, or one that cannot be read, is begun anew.
"""

import hashlib
import shutil
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from generator.errors import OutputError, Problem, Where
from generator.model.catalog import Card

Value = TypeVar("Value")

_SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE article (path TEXT PRIMARY KEY, stamp TEXT, card BLOB, problems BLOB);
CREATE TABLE page (url TEXT PRIMARY KEY, key BLOB, digest TEXT, removed INTEGER) WITHOUT ROWID;
CREATE TABLE document (slug TEXT PRIMARY KEY, key BLOB, digest TEXT) WITHOUT ROWID;
"""

_DISK = {
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_NOMEM,
}  # fmt: skip
"""What SQLite may say of the disk, or the machine, and not of what is in the store."""

_FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""What a store that is not one raises: the second where SQLite's message quotes bytes that are no text."""

_encoder = msgspec.msgpack.Encoder()
_cards = msgspec.msgpack.Decoder(Card | None)
_problems = msgspec.msgpack.Decoder(tuple[Problem, ...])


class ArticleRow(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An article's file, as it was read."""

    stamp: str
    card: Card | None
    """None when it cannot be read as an article."""
    problems: tuple[Problem, ...]


class PageRow(msgspec.Struct, frozen=True, kw_only=True, gc=False, array_like=True):
    """A file that was made, and what it was made from."""

    key: bytes
    """The rebuild key: equal keys give equal files."""
    digest: str
    """Of the file."""
    removed: int = 0
    """How many lines of a saved page it shows as removed, if it is the page on an article's cleaning."""


_rows = msgspec.msgpack.Decoder(dict[str, PageRow])


def pack_rows(rows: Mapping[str, PageRow]) -> bytes:
    """Rows by name, to be sent to another process: pickled, they would take several times their size."""
    return _encoder.encode(rows)


def unpack_rows(packed: bytes) -> dict[str, PageRow]:
    """The rows that were packed."""
    return _rows.decode(packed)


def key_of(*parts: Any) -> bytes:
    """A rebuild key: a digest of values of the model."""
    return hashlib.blake2b(_encoder.encode(parts), digest_size=16).digest()


class DamagedStoreError(Exception):
    """The store does not hold what was put into it."""


class Store:
    """A store on disk. Nothing is kept until :meth:`commit`; what is damaged raises DamagedStoreError when read."""

    def __init__(self, folder: Path, identity: str, *, forget: bool = False) -> None:
        """Open, or begin, the store in ``folder``; ``identity`` names the program that may believe it.

        ``forget``: begin it anew in any case. Raises OutputError when it cannot be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "store.sqlite"
        self._identity = identity
        database = None if forget else self._open(identity)
        self._is_new = database is None
        self._database = database or self._begin()

    def _open(self, identity: str) -> sqlite3.Connection | None:
        """The store that is there; None when there is none to be believed."""
        if not self._path.exists():
            return None
        database = None
        try:
            database = self._connect()
            known = database.execute("SELECT value FROM meta WHERE name='identity'").fetchone()
        except _FAILURES:
            known = None
        if known == (identity,):
            return database
        if database:
            database.close()
        return None

    def _begin(self) -> sqlite3.Connection:
        """A new store, in place of whatever is there; it is not believed before its first commit."""
        for ending in ("", "-wal", "-shm", "-journal"):
            path = self._path.with_name(self._path.name + ending)
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        with self._watched():
            database = self._connect("OFF")  # there is nothing to go back to, and each page is written once so
            database.executescript(_SCHEMA)
        return database

    def _connect(self, journal: str = "WAL") -> sqlite3.Connection:
        database = sqlite3.connect(self._path, isolation_level=None)
        try:
            database.executescript(f"PRAGMA journal_mode={journal}; PRAGMA synchronous=OFF")
        except BaseException:
            database.close()
            raise
        return database

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Tells what is wrong with the store from what is wrong with the disk that it is on."""
        try:
            yield
        except _FAILURES as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _DISK:
                raise DamagedStoreError(str(error)) from error
            raise OutputError(
                Problem(
                    where=Where(path=str(self._path)),
                    what=f"It cannot be written: {error}.",
                    remedy="See to its permissions and the space on the disk, then build again.",
                )
            ) from error
        except msgspec.MsgspecError as error:
            raise DamagedStoreError(str(error)) from error

    @classmethod
    def glance(cls, folder: Path, identity: str) -> dict[str, ArticleRow]:
        """The articles that are kept in ``folder``; none where no store is to be believed. Changes nothing."""
        store = cls.__new__(cls)
        store._path = folder / "store.sqlite"
        database = store._open(identity)
        if database is None:
            return {}
        store._database = database
        try:
            return store.articles()
        except (DamagedStoreError, OutputError):
            return {}
        finally:
            store.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def recall(self, name: str, kind: type[Value]) -> Value | None:
        """A value kept under a name; None when there is none."""
        with self._watched():
            row = self._database.execute("SELECT value FROM meta WHERE name=?", (name,)).fetchone()
            return None if row is None else msgspec.msgpack.decode(_unseal(row[0]), type=kind)

    def paths(self) -> set[str]:
        """Of every article that was read."""
        with self._watched():
            return {path for (path,) in self._database.execute("SELECT path FROM article")}

    def articles(self) -> dict[str, ArticleRow]:
        """Path to row of every article that was read."""
        with self._watched():
            return {
                path: ArticleRow(
                    stamp=stamp,
                    card=_cards.decode(_unseal(card)),
                    problems=_problems.decode(_unseal(problems)) if problems else (),
                )
                for path, stamp, card, problems in self._database.execute("SELECT * FROM article")
            }

    def pages(self, urls: Collection[str] | None = None) -> dict[str, PageRow]:
        """Address to row of every page, or of some."""
        if urls is None:
            return self._rows("SELECT url, key, digest, removed FROM page")
        with self._watched():
            return {
                url: PageRow(key=key, digest=digest, removed=removed)
                for url in urls
                for key, digest, removed in self._database.execute(
                    "SELECT key, digest, removed FROM page WHERE url=?", (url,)
                )
            }

    def documents(self) -> dict[str, PageRow]:
        """Slug to row of every search document."""
        return self._rows("SELECT slug, key, digest, 0 FROM document")

    def forget_documents(self) -> None:
        """Forget every search document, at once."""
        with self._watched():
            self._database.execute("DELETE FROM document")

    def _rows(self, query: str) -> dict[str, PageRow]:
        with self._watched():
            return {
                name: PageRow(key=key, digest=digest, removed=removed)
                for name, key, digest, removed in self._database.execute(query)
            }

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
        # Made one by one, or the memory of a large archive would hold all of it once more; and in the order of their
        # names, in which SQLite keeps them.
        rows: dict[str, tuple[int, Iterable[tuple[Any, ...]]]] = {
            "meta": (2, ((name, _seal(value)) for name, value in values.items())),
            "article": (
                4,
                (
                    (path, row.stamp, _seal(row.card), _seal(row.problems) if row.problems else b"")
                    for path, row in _sorted(articles)
                ),
            ),
            "page": (4, ((url, row.key, row.digest, row.removed) for url, row in _sorted(pages))),
            "document": (3, ((slug, row.key, row.digest) for slug, row in _sorted(documents))),
        }
        run = self._database
        with self._watched():
            run.execute("BEGIN")
            for table, (columns, new) in rows.items():
                marks = ", ".join("?" * columns)
                run.executemany(f"REPLACE INTO {table} VALUES ({marks})", new)  # noqa: S608  # our own names
            for table, name in (("article", "path"), ("page", "url"), ("document", "slug")):
                query = f"DELETE FROM {table} WHERE {name}=?"  # noqa: S608  # as above
                run.executemany(query, [(own,) for own in gone.get(table, ())])
            run.execute("COMMIT")
            if self._is_new:  # all of it is there now, even if this process dies
                run.execute("INSERT INTO meta VALUES ('identity', ?)", (self._identity,))
                run.execute("PRAGMA journal_mode=WAL")
                self._is_new = False


def _sorted(rows: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    return ((name, rows[name]) for name in sorted(rows))


def _seal(value: Any) -> bytes:
    """A value as bytes that show whether they are still what was written; SQLite does not look."""
    data = _encoder.encode(value)
    return zlib.crc32(data).to_bytes(4, "big") + data


def _unseal(sealed: object) -> bytes:
    if not isinstance(sealed, bytes):  # SQLite may read nothing, or a number, where a file lost its end
        raise DamagedStoreError("what was written is gone")
    if zlib.crc32(data := sealed[4:]).to_bytes(4, "big") != sealed[:4]:
        raise DamagedStoreError("what was written has changed")
    return data
