"""The census: whom each article was found to name, kept from one ingest to the next.

So that an ingest reads what is new or was changed, and not the whole archive. Deleting it costs time, never
correctness.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from generator.errors import OutputError, Problem, Where

Found = TypeVar("Found")

_SCHEMA = """
CREATE TABLE identity (text TEXT);
CREATE TABLE article (path TEXT PRIMARY KEY, stamp TEXT, day INTEGER, slug TEXT, found BLOB);
"""


class Entry(msgspec.Struct, Generic[Found], frozen=True, kw_only=True):
    """An article, as it was read."""

    path: str
    stamp: str
    day: int
    """By which articles are ordered, the latest first; and then by slug."""
    slug: str
    found: Found | None
    """Whom it names; None when people decided that, or it cannot be read."""


class Census(Iterable[Found], Generic[Found]):
    """The census of one site; iterating it gives what was found, in the order of the articles."""

    def __init__(self, database: sqlite3.Connection, kind: type[Found], name: str) -> None:
        """Use :func:`open_census`."""
        self._database = database
        self._name = name
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(kind).decode
        database.execute("CREATE TEMP TABLE here (path TEXT PRIMARY KEY, stamp TEXT) WITHOUT ROWID")

    def survey(self, stamps: Iterable[tuple[str, str]]) -> int:
        """Take in which articles there are, path and stamp, and forget all others; how many are still to be read.

        An article is to be read when its stamp is not what it was, or empty.
        """
        with self._watched(), self._database as database:
            database.execute("DELETE FROM here")
            database.executemany("INSERT OR REPLACE INTO here VALUES (?, ?)", stamps)
            database.execute("DELETE FROM article WHERE path NOT IN (SELECT path FROM here)")
            database.execute(
                "DELETE FROM here WHERE stamp <> '' AND (path, stamp) IN (SELECT path, stamp FROM article)"
            )
            (unread,) = database.execute("SELECT count(*) FROM here").fetchone()
        return int(unread)

    def unread(self, most: int) -> dict[str, str]:
        """Path and stamp of the next articles to be read; none when all are."""
        return dict(self._database.execute("SELECT path, stamp FROM here ORDER BY path LIMIT ?", (most,)))

    def put(self, entries: "Sequence[Entry[Found]]") -> None:
        """Note articles as they were read."""
        rows = ((e.path, e.stamp, e.day, e.slug, e.found and self._encode(e.found)) for e in entries)
        with self._watched(), self._database as database:
            database.executemany("REPLACE INTO article VALUES (?, ?, ?, ?, ?)", rows)
            database.executemany("DELETE FROM here WHERE path = ?", [(e.path,) for e in entries])

    def __iter__(self) -> Iterator[Found]:
        """What was found in each article, the latest first."""
        query = "SELECT found FROM article WHERE found IS NOT NULL ORDER BY day DESC, slug, path"
        with self._watched():
            for (found,) in self._database.execute(query):
                yield self._decode(found)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, msgspec.MsgspecError) as error:
            raise OutputError(
                Problem(
                    where=Where(path=self._name),
                    what=f"It cannot be used: {error}.",
                    remedy="See to its permissions and the space on the disk; or delete it, and ingest again.",
                )
            ) from error


@contextmanager
def open_census(folder: Path, identity: str, kind: type[Found]) -> "Iterator[Census[Found]]":
    """The census in a folder; begun anew where there is none that can be read, or one of another ``identity``.

    ``kind`` is what was found in an article. Raises OutputError when it cannot be written.
    """
    path = folder / "census.sqlite"
    try:
        database = _open(path, identity)
    except (OSError, sqlite3.Error) as error:
        what = f"It cannot be written: {getattr(error, 'strerror', None) or error}."
        remedy = "See to its permissions and the space on the disk, then ingest again."
        raise OutputError(Problem(where=Where(path=str(path)), what=what, remedy=remedy)) from error
    with closing(database):
        yield Census(database, kind, str(path))


def _open(path: Path, identity: str) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        database = sqlite3.connect(path)
        try:
            (sound,) = database.execute("PRAGMA quick_check(1)").fetchone()
            if sound == "ok" and database.execute("SELECT text FROM identity").fetchone() == (identity,):
                return database
        except sqlite3.Error:
            pass  # it is damaged, or no census, and begun anew
        database.close()
        for ending in ("", "-journal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.executescript("PRAGMA synchronous=NORMAL;" + _SCHEMA)
    with database:
        database.execute("INSERT INTO identity VALUES (?)", (identity,))
    return database
