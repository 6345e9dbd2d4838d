"""The search index of a site, kept between builds: documents as Pagefind reads them, and one index a shard."""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.model.page import Shard
from generator.search.pagefind import index_shards, move_scripts

SHARED = "pagefind"
"""The folder of what all indexes share: Pagefind's script, its worker and its WebAssembly."""


class SearchIndex:
    """The documents and indexes below ``folder``."""

    def __init__(self, folder: Path) -> None:
        """Open, or begin, the index kept in ``folder``."""
        self._documents = folder / "documents"
        self._indexes = folder / "indexes"
        self._state = folder / "state.json"

    def put(self, shard: str, slug: str, document: str) -> str:
        """Keep the document of an article; returns its digest. May be called in a worker process."""
        data = document.encode("utf-8", "replace")
        path = self._documents / shard / f"{slug}.html"
        if not (path.exists() and path.read_bytes() == data):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return hashlib.blake2b(data, digest_size=16).hexdigest()

    def update(self, shards: Mapping[Shard, Mapping[str, str]], *, jobs: int, time_limit: int) -> dict[str, Path]:
        """Index again each shard of which a document changed. ``shards``: the slugs of each, with their digests.

        Returns the folders to publish below ``search/``, by name. Raises SearchError.
        """
        before = self._read_state()
        now = {shard.name: _digest(documents) for shard, documents in shards.items()}
        self._prune(shards)
        stale = [shard for shard in shards if before.get(shard.name) != now[shard.name] or not self._is_there(shard)]
        if stale:
            self._state.unlink(missing_ok=True)  # a build that dies meanwhile must not be believed
            work = [(shard.name, self._documents / shard.name, len(shards[shard])) for shard in stale]
            index_shards(work, self._indexes, jobs=jobs, time_limit=time_limit)
            move_scripts((self._indexes / shard.name for shard in stale), self._indexes / SHARED)
            self._state.write_text(json.dumps(now))
        return {name: self._indexes / name for name in (SHARED, *now)} if now else {}

    def _is_there(self, shard: Shard) -> bool:
        return (self._indexes / shard.name / "pagefind-entry.json").exists() and (self._indexes / SHARED).exists()

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
        return state


def _digest(documents: Mapping[str, str]) -> str:
    return hashlib.blake2b(json.dumps(sorted(documents.items())).encode(), digest_size=16).hexdigest()
