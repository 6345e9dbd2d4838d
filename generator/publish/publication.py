"""A publication: one writing of the site.

Files are first written to a staging folder, whole. Only when all are there are they moved into place, new files before
those that may link to them, and what is no longer part of the site is removed last. So whatever moment a build dies at,
every page that is served is whole, and what it links to is there.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.errors import OutputError, Problem, Where
from generator.model.artifact import Artifact

MANIFEST = ".dateline.json"
"""Names what we wrote, inside the output folder: only that is ever removed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What a publication did to the output folder."""

    written: int
    unchanged: int
    removed: int

    @property
    def changed(self) -> bool:
        """Whether anything differs from before."""
        return bool(self.written or self.removed)


class Publication:
    """One writing of a site to ``output``; ``staging`` is a folder on the same file system."""

    def __init__(self, output: Path, staging: Path) -> None:
        """Begin. Raises OutputError when ``output`` is not ours."""
        self._output = output
        self._staging = staging
        self._before = _read_manifest(output)
        self._now: dict[str, str] = {}
        shutil.rmtree(staging, ignore_errors=True)
        self._staging.mkdir(parents=True)

    def put(self, artifact: Artifact) -> str:
        """Stage a file unless the one in place is the same; returns its digest.

        May be called in a worker process; what it returns must then be told to :meth:`record` in this one.
        """
        digest = digest_of(artifact.data)
        if self._before.get(artifact.path) != digest or not _holds(self._output / artifact.path, artifact.data):
            path = self._staging / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(artifact.data)
        return digest

    def record(self, written: Iterable[tuple[str, str]]) -> None:
        """Note files that were staged: path and digest."""
        self._now.update(written)

    def put_folder(self, folder: Path, below: str) -> None:
        """Stage every file of ``folder`` at a path ``below`` the output folder."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                artifact = Artifact(path=f"{below}/{path.relative_to(folder).as_posix()}", data=path.read_bytes())
                self.record([(artifact.path, self.put(artifact))])

    def finish(self) -> Published:
        """Move everything into place and remove what is no longer part of the site."""
        staged = [path for path in self._now if (self._staging / path).exists()]
        for path in sorted(staged, key=lambda path: (path in self._before, path)):
            self._move(path)
        gone = sorted(self._before.keys() - self._now.keys())
        for path in gone:
            _remove(self._output, path)
        self._output.mkdir(exist_ok=True)
        if staged or gone or not (self._output / MANIFEST).exists():
            manifest = json.dumps(dict(sorted(self._now.items())), indent=0).encode()
            (self._staging / MANIFEST).write_bytes(manifest)
            self._move(MANIFEST)
        shutil.rmtree(self._staging)
        return Published(written=len(staged), unchanged=len(self._now) - len(staged), removed=len(gone))

    def _move(self, path: str) -> None:
        target = self._output / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self._staging / path, target)  # noqa: PTH105  # replaces at once, where Path.rename may not
        except OSError as error:
            raise OutputError(
                Problem(
                    where=Where(path=str(target)),
                    what=f"It cannot be written: {error.strerror}.",
                    remedy="See to its permissions and the space on the disk, then build again.",
                )
            ) from error


def digest_of(data: bytes) -> str:
    """What stands for a file's bytes in the manifest."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _read_manifest(output: Path) -> dict[str, str]:
    """What we wrote to ``output`` before. Raises OutputError when the folder holds anything and is not ours."""
    try:
        manifest: dict[str, str] = json.loads((output / MANIFEST).read_bytes())
    except FileNotFoundError:
        if not output.exists() or (output.is_dir() and not any(output.iterdir())):
            return {}
        raise OutputError(
            Problem(
                where=Where(path=str(output)),
                what="This was not made by Dateline, so nothing is written there.",
                remedy="Move it away, or name another output folder in site.toml.",
            )
        ) from None
    except (OSError, ValueError) as error:
        raise OutputError(
            Problem(
                where=Where(path=str(output / MANIFEST)),
                what=f"The list of what was written cannot be read: {error}.",
                remedy="Move the output folder away and build again.",
            )
        ) from error
    return manifest


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def _remove(output: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    (output / path).unlink(missing_ok=True)
    for folder in (output / path).parents:
        if folder == output:
            break
        try:
            folder.rmdir()
        except OSError:
            break
