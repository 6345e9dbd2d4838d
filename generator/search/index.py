"""The search index of a site, kept between builds: documents as Pagefind reads them, and one index a shard."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model.page import Shard
from generator.search.pagefind import ENTRY, index_shards, move_scripts, program_stamp

SHARED = "pagefind"
"""The folder of what all indexes share: Pagefind's script, its worker and its WebAssembly."""


class SearchIndex:
    """The documents and indexes below ``folder``."""

    def __init__(self, folder: Path, language: str) -> None:
        """Open, or begin, the index kept in ``folder``; words are stemmed as in ``language``."""
        self._language = language
        self._documents = folder / "documents"
        self._indexes = folder / "indexes"
        self._state = folder / "state.json"
        self._mark = folder / "documents-of"
        self._folders: set[str] = set()

    def holds_documents_of(self, build: str | None) -> bool:
        """Whether the documents kept here are those that the ``build`` left which :meth:`settle` named so."""
        try:
            return self._mark.read_text() == build and self._documents.is_dir()
        except OSError:
            return False

    def settle(self, build: str) -> None:
        """All documents are kept, and the ``build`` that made them remembers so."""
        self._mark.parent.mkdir(parents=True, exist_ok=True)
        self._mark.write_text(build)

    def _unsettle(self) -> None:
        """The documents begin to change; a build that dies meanwhile leaves some that nobody remembers."""
        self._mark.unlink(missing_ok=True)

    def put(self, shard: str, slug: str, document: str) -> str:
        """Keep the document of an article; returns its digest. May be called in a worker process."""
        data = document.encode("utf-8", "replace")
        folder = f"{self._documents}/{shard}"
        if folder not in self._folders:
            self._unsettle()
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # a hot path
            self._folders.add(folder)
        with open(f"{folder}/{slug}.html", "wb") as file:  # noqa: PTH123  # as above
            file.write(data)
        return hashlib.blake2b(data, digest_size=16).hexdigest()

    def update(
        self, shards: Mapping[Shard, Mapping[str, str]], *, jobs: int, time_limit: int
    ) -> Iterator[tuple[str, Path]]:
        """Index again each shard of which a document changed. ``shards``: the slugs of each, with their digests.

        Gives the folders to publish below ``search/``, each with its name and as soon as it is ready: while one is
        published, the next is indexed. Raises SearchError.
        """
        self._unsettle()
        before = self._read_state()
        rules = f"{self._language} {program_stamp()}"
        now = {shard.name: _digest(rules, documents) for shard, documents in shards.items() if documents}
        self._prune(shards)
        for leftover in self._indexes.glob(".*"):  # of a build that died
            shutil.rmtree(leftover, ignore_errors=True)
        stale = {name for name, digest in now.items() if before.get(name) != digest or not self._is_there(name)}
        yield from ((name, self._indexes / name) for name in now if name not in stale)
        if stale:
            self._state.unlink(missing_ok=True)  # a build that dies meanwhile must not be believed
            work = [(s.name, self._documents / s.name, len(d)) for s, d in shards.items() if s.name in stale]
            work.sort(key=lambda task: -task[2])  # the longest first, so that the last to end is a short one
            for name in index_shards(work, self._indexes, language=self._language, jobs=jobs, time_limit=time_limit):
                move_scripts(self._indexes / name, self._indexes / SHARED)
                yield name, self._indexes / name
            self._state.write_text(json.dumps(now))
        if now:
            yield SHARED, self._indexes / SHARED

    def _is_there(self, name: str) -> bool:
        return (self._indexes / name / ENTRY).exists() and (self._indexes / SHARED).exists()

    def _prune(self, shards: Mapping[Shard, Mapping[str, str]]) -> None:
        kept = {shard.name: documents for shard, documents in shards.items()}
        for folder in self._documents.iterdir() if self._documents.exists() else ():
            if folder.name not in kept:
                shutil.rmtree(folder)
                shutil.rmtree(self._indexes / folder.name, ignore_errors=True)
                continue
            for path in folder.iterdir():
                if path.stem not in kept[folder.name]:
                    path.unlink()

    def _read_state(self) -> dict[str, str]:
        try:
            state: dict[str, str] = json.loads(self._state.read_bytes())
        except (OSError, ValueError):
            return {}
        return state if isinstance(state, dict) else {}


def _digest(rules: str, documents: Mapping[str, str]) -> str:
    return hashlib.blake2b(json.dumps([rules, *sorted(documents.items())]).encode(), digest_size=16).hexdigest()
