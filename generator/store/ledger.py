"""The ledger: what an ingest remembers for the next one.

It holds which pages were learnt from, and the lines of the last pages of each source, by which furniture is known. It
keeps no page and no article: without it, what was learnt is learnt again from the pages that come.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from generator.errors import OutputError, Problem, Where

WINDOW = 24
"""Pages of a source whose lines are remembered."""
WINDOW_OF_UNKNOWN = 200
"""The same of the pages whose source nobody knows, which come from many."""
UNKNOWN = ""
"""Stands for the source of such pages."""
_MOST_SOURCES = 20_000
"""Sources that are remembered; those that no page came from for longest are forgotten."""
_VERSION = 1
"""Of the schema below."""
_SCHEMA = """
CREATE TABLE learnt (page BLOB PRIMARY KEY, run INTEGER) WITHOUT ROWID;
CREATE TABLE window (source TEXT, number INTEGER, lines BLOB, PRIMARY KEY (source, number)) WITHOUT ROWID;
CREATE TABLE run (number INTEGER);
INSERT INTO run VALUES (0);
PRAGMA user_version = 1;
"""
_NAMED = """
CREATE TABLE IF NOT EXISTS named (id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS home (host TEXT PRIMARY KEY, id TEXT, name TEXT) WITHOUT ROWID;
"""
"""Came later than the schema, of which it is no part so that older ledgers are still read."""


class Home(NamedTuple):
    """An outlet that hosts are the own ones of."""

    id: str
    name: str


class Ledger:
    """A ledger on disk. What a batch teaches is kept by one :meth:`learn`, or not at all."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        """Use :func:`open_ledger`."""
        self._database = database
        self._name = name
        database.execute("CREATE TEMP TABLE article (slug TEXT PRIMARY KEY, path TEXT) WITHOUT ROWID")
        database.execute("CREATE TEMP TABLE original (sha256 TEXT PRIMARY KEY, path TEXT) WITHOUT ROWID")
        database.executescript(_NAMED)
        database.execute("UPDATE run SET number = number + 1")
        (self._run,) = database.execute("SELECT number FROM run").fetchone()
        database.commit()

    def when_learnt(self, sha256: str) -> str | None:
        """Whether a page was learnt from in this run, ``now``, or in one ``before``; None when in none."""
        row = self._database.execute("SELECT run FROM learnt WHERE page = ?", (_key(sha256),)).fetchone()
        return None if row is None else "now" if row[0] == self._run else "before"

    def window(self, source: str) -> "list[array[int]]":
        """The lines of the last pages of a source."""
        rows = self._database.execute("SELECT lines FROM window WHERE source = ?", (source,))
        return [array("I", lines) for (lines,) in rows]

    def learn(
        self,
        pages: Iterable[str],
        lines: "Mapping[str, Sequence[array[int]]]",
        named: Mapping[str, str] | None = None,
        homes: Mapping[str, Home] | None = None,
    ) -> None:
        """Note the digests of pages that were learnt from, add to sources the lines of theirs, and note outlets.

        ``named``: id to name of the outlets that the pages name and that have no record yet; ``homes``: host to the one
        whose own it is.
        """
        with self._watched(), self._database as database:
            database.executemany("INSERT OR REPLACE INTO learnt VALUES (?, ?)", [(_key(p), self._run) for p in pages])
            database.executemany(
                "INSERT INTO named VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = min(name, excluded.name)",
                sorted((named or {}).items()),
            )
            database.executemany(
                "INSERT OR REPLACE INTO home VALUES (?, ?, ?)", [(host, *home) for host, home in (homes or {}).items()]
            )
            (number,) = database.execute("SELECT coalesce(max(number), 0) FROM window").fetchone()
            for source in sorted(lines):
                for number, page in enumerate(sorted(lines[source], key=array.tobytes), number + 1):  # noqa: B020  # counts on
                    database.execute("INSERT INTO window VALUES (?, ?, ?)", (source, number, page.tobytes()))
                self._forget_old(source)
            self._forget_sources()

    def named(self) -> dict[str, str]:
        """The outlets that pages name and whose records are still to be written, id to name."""
        return dict(self._database.execute("SELECT id, name FROM named ORDER BY id"))

    def home(self, host: str) -> Home | None:
        """The outlet without a record whose own a host is; None when none is known."""
        row = self._database.execute("SELECT id, name FROM home WHERE host = ?", (host,)).fetchone()
        return Home(*row) if row else None

    def homes(self) -> dict[str, Home]:
        """All hosts of which that is known."""
        return {host: Home(id_, name) for host, id_, name in self._database.execute("SELECT * FROM home ORDER BY host")}

    def forget_named(self) -> None:
        """Forget these outlets, now that their records are written."""
        with self._watched(), self._database as database:
            database.execute("DELETE FROM named")
            database.execute("DELETE FROM home")

    def _forget_old(self, source: str) -> None:
        keep = WINDOW_OF_UNKNOWN if source == UNKNOWN else WINDOW
        self._database.execute(
            "DELETE FROM window WHERE source = ?1 AND number <= "
            "(SELECT number FROM window WHERE source = ?1 ORDER BY number DESC LIMIT 1 OFFSET ?2)",
            (source, keep),
        )

    def _forget_sources(self) -> None:
        (sources,) = self._database.execute("SELECT count(DISTINCT source) FROM window").fetchone()
        if sources > _MOST_SOURCES:
            self._database.execute(
                "DELETE FROM window WHERE source IN "
                "(SELECT source FROM window GROUP BY source ORDER BY max(number) LIMIT ?)",
                (sources - _MOST_SOURCES,),
            )

    # ---- the articles that are there, for as long as the ledger is open

    def list_articles(self, articles: Iterable[tuple[str, str]]) -> None:
        """Note slugs with the paths of their articles; of two that share a slug, the path that is later in order."""
        self._database.executemany(
            "INSERT INTO article VALUES (?, ?) ON CONFLICT (slug) DO UPDATE SET path = max(path, excluded.path)",
            articles,
        )
        self._database.commit()

    def article(self, slug: str) -> str | None:
        """The path of the article of a slug; None when none has it."""
        row = self._database.execute("SELECT path FROM article WHERE slug = ?", (slug,)).fetchone()
        return row[0] if row else None

    def articles(self) -> Iterator[str]:
        """The paths of all articles, in order of slug."""
        slug = ""
        while row := self._database.execute(
            "SELECT slug, path FROM article WHERE slug > ? ORDER BY slug LIMIT 1", (slug,)
        ).fetchone():
            slug, path = row
            yield path

    def list_originals(self, originals: Iterable[tuple[str, str]]) -> None:
        """Note digests of originals with the paths of the articles that name them."""
        self._database.executemany("INSERT OR REPLACE INTO original VALUES (?, ?)", originals)
        self._database.commit()

    def article_of(self, sha256: str) -> str | None:
        """The path of the article that names an original; None when none does."""
        row = self._database.execute("SELECT path FROM original WHERE sha256 = ?", (sha256,)).fetchone()
        return row[0] if row else None

    @contextmanager
    def _watched(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise OutputError(
                Problem(
                    where=Where(path=self._name),
                    what=f"It cannot be written: {error}.",
                    remedy="See to its permissions and the space on the disk; or delete it, and ingest again.",
                )
            ) from error


@contextmanager
def open_ledger(folder: Path, *, keep: bool = True) -> Iterator[Ledger]:
    """The ledger in a folder, begun anew where there is none that can be read.

    ``keep``: whether what happens to it shall last; else it happens to a copy. Raises OutputError when it cannot be
    written.
    """
    path = folder / "ledger.sqlite"
    try:
        database = _open(path) if keep else _copy(path)
    except (OSError, sqlite3.Error) as error:
        what = f"It cannot be written: {getattr(error, 'strerror', None) or error}."
        remedy = "See to its permissions and the space on the disk, then ingest again."
        raise OutputError(Problem(where=Where(path=str(folder)), what=what, remedy=remedy)) from error
    with closing(database):
        yield Ledger(database, str(path))


def _open(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        database = sqlite3.connect(path)
        try:
            if _is_sound(database):
                database.execute("PRAGMA synchronous=NORMAL")
                return database
        except sqlite3.Error:
            pass  # it is damaged, and begun anew
        database.close()
        for ending in ("", "-journal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.executescript("PRAGMA synchronous=NORMAL;" + _SCHEMA)
    return database


def _copy(path: Path) -> sqlite3.Connection:
    """A copy in a file of its own that vanishes; an empty ledger where there is none to copy."""
    database = sqlite3.connect("")
    if path.exists():
        try:
            with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as original:
                if _is_sound(original):
                    original.backup(database)
                    return database
        except sqlite3.Error:
            pass  # it is damaged; the next ingest begins it anew
    database.executescript(_SCHEMA)
    return database


def _is_sound(database: sqlite3.Connection) -> bool:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (result,) = database.execute("PRAGMA quick_check(1)").fetchone()
    return bool(version == _VERSION and result == "ok")


def _key(sha256: str) -> bytes:
    return bytes.fromhex(sha256[:20])
