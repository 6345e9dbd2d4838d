"""The search index of a site, kept between builds: documents as Pagefind reads them, and one index a shard."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.model.page import Shard
from generator.search.pagefind import index_shards, move_scripts

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
        self._folders: set[str] = set()

    def put(self, shard: str, slug: str, document: str) -> str:
        """Keep the document of an article; returns its digest. May be called in a worker process."""
        data = document.encode("utf-8", "replace")
        folder = f"{self._documents}/{shard}"
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # a hot path
            self._folders.add(folder)
        with open(f"{folder}/{slug}.html", "wb") as file:  # noqa: PTH123  # as above
            file.write(data)
        return hashlib.blake2b(data, digest_size=16).hexdigest()

    def update(
        self, shards: Mapping[Shard, Mapping[str, str]], *, jobs: int, time_limit: int
    ) -> list[tuple[str, Path, bool]]:
        """Index again each shard of which a document changed. ``shards``: the slugs of each, with their digests.

        Returns the folders to publish below ``search/``: name, folder, whether it was made anew. Raises SearchError.
        """
        before = self._read_state()
        now = {shard.name: _digest(self._language, documents) for shard, documents in shards.items() if documents}
        self._prune(shards)
        stale = {name for name, digest in now.items() if before.get(name) != digest or not self._is_there(name)}
        if stale:
            self._state.unlink(missing_ok=True)  # a build that dies meanwhile must not be believed
            work = [(s.name, self._documents / s.name, len(d)) for s, d in shards.items() if s.name in stale]
            work.sort(key=lambda task: -task[2])  # the longest first, so that the last to end is a short one
            index_shards(work, self._indexes, language=self._language, jobs=jobs, time_limit=time_limit)
            move_scripts((self._indexes / name for name in sorted(stale)), self._indexes / SHARED)
            self._state.write_text(json.dumps(now))
        names = [SHARED, *now] if now else []
        return [(name, self._indexes / name, name in stale or (name == SHARED and bool(stale))) for name in names]

    def _is_there(self, name: str) -> bool:
        return (self._indexes / name / "pagefind-entry.json").exists() and (self._indexes / SHARED).exists()

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


def _digest(language: str, documents: Mapping[str, str]) -> str:
    return hashlib.blake2b(json.dumps([language, *sorted(documents.items())]).encode(), digest_size=16).hexdigest()
