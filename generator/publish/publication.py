"""A publication: one writing of the site.

Files are first written whole to a staging folder. Only when all are there do they take their places: a new site by a
single renaming of the folder, a changed one file by file, new files before those that may link to them, what is no
longer part of the site removed last. A journal of these moves is written before the first, so the next build can finish
what a killed one began. Whatever moment a build dies at, each page that is served is whole, and what it links to is
there.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from generator.errors import OutputError, Problem, Where
from generator.model.address import is_of_index
from generator.model.artifact import Artifact
from generator.model.report import Published

LARGE = 10 << 20
"""Bytes from which on a file's size may matter to a host."""

KNOWN_FOLDERS = 1024
"""How many folders of a new site are known to be there; most hold one file, and are never asked for again."""

MANIFEST = ".dateline.json"
"""Names what we wrote, inside the output folder: only that is ever removed."""


class Publication:
    """One writing of a site to a folder. :meth:`put` may be called in worker processes, all else in one only."""

    def __init__(self, output: Path, workplace: Path, *, trust: bool = True) -> None:
        """Begin, in ``workplace``, a folder of the same file system.

        ``trust``: believe that the files in place are as they were written; else each is read. Raises OutputError when
        ``output`` is not ours.
        """
        self._output = output
        self._staging = workplace / "staging"
        self._journal = workplace / "journal.json"
        self._folders: set[str] = set()
        self.large: dict[str, int] = {}
        """Bytes of the large files among those that were put by this process; when the site is finished, of all."""
        if self._journal.exists():
            trust = self._replay() and trust
        manifest, self.before = _read_manifest(output)
        """Path to digest of every file in place."""
        if not trust:
            self.before = {path: _digest_file(output / path) for path in self.before}
        self.digest = digest_of(manifest) if self.before and trust else ""
        """What stands for all files in place; empty when there are none, or nothing is known of them."""
        self._fresh = not self.before
        shutil.rmtree(self._staging, ignore_errors=True)
        try:
            self._staging.mkdir(parents=True)
        except OSError as error:
            raise _failure(self._staging, error) from error

    def put(self, artifact: Artifact) -> str:
        """Stage a file unless the one in place is the same; returns its digest."""
        digest = self._take(artifact.path, artifact.data)
        if self.before.get(artifact.path) != digest:
            self._stage(artifact.path, artifact.data)
        return digest

    def put_folder(self, folder: Path, below: str) -> dict[str, str]:
        """Stage every file of ``folder`` at a path ``below`` the output folder; returns paths with digests."""
        made = {}
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                path = f"{below}/{file.relative_to(folder).as_posix()}"
                made[path] = self._take(path, file.read_bytes())
                if self.before.get(path) != made[path]:
                    self._make_room(path)
                    self._link(file, self._place(path))
        return made

    def read(self, path: str, digest: str) -> bytes | None:
        """The bytes of a file with this digest, staged or in place; None when there is none that has it."""
        for place in (self._place(path), f"{self._output}/{path}"):
            try:
                data = Path(place).read_bytes()
            except OSError:
                continue
            if digest_of(data) == digest:
                return data
        return None

    def kept_below(self, folder: str) -> dict[str, str]:
        """Paths with digests of what is in place below a folder."""
        return {path: digest for path, digest in self.before.items() if path.startswith(f"{folder}/")}

    def finish(self, files: Mapping[str, str], large: Mapping[str, int] | None = None) -> Published:
        """Give every staged file its place; ``files``: path to digest of all that the site now has.

        ``large``: bytes of the large files that were in place; None when they are not known, and each is looked at.
        """
        changed = sorted(path for path, digest in files.items() if self.before.get(path) != digest)
        gone = sorted(self.before.keys() - files.keys())
        unchanged = files.keys() - set(changed)
        self.large |= self._find_large(unchanged) if large is None else {p: large[p] for p in large.keys() & unchanged}
        done = Published(
            written=len(changed),
            unchanged=len(files) - len(changed),
            removed=len(gone),
            indexing=sum(map(is_of_index, (*changed, *gone))),
        )
        manifest = _encode(files)
        self._write(self._staging / MANIFEST, manifest)
        if self._fresh:
            self._appear()
        elif digest_of(manifest) != self.digest:
            changed.sort(key=lambda path: path in self.before)  # what may be linked to comes before what may link
            if changed and changed[0] not in self.before:
                # From now on new files are ours too, even if the journal is lost; what is in them is not known yet.
                self._put_in_place(self._output / MANIFEST, _encode(dict.fromkeys(changed, "") | self.before))
            steps = {"clear": sorted(_clashes(changed, gone)), "moves": changed, "removals": gone}
            self._put_in_place(self._journal, json.dumps(steps).encode())
            self._replay()
        shutil.rmtree(self._staging, ignore_errors=True)
        self.before = dict(files)
        self.digest = digest_of(manifest)
        return done

    def _take(self, path: str, data: bytes) -> str:
        """Note what must be known of a file; returns its digest."""
        if len(data) >= LARGE:
            self.large[path] = len(data)
        return digest_of(data)

    def _find_large(self, paths: Iterable[str]) -> dict[str, int]:
        """Bytes of the large ones among files in place."""
        sizes = {path: os.stat(f"{self._output}/{path}").st_size for path in paths}  # noqa: PTH116  # a hot path
        return {path: size for path, size in sizes.items() if size >= LARGE}

    @staticmethod
    def _link(file: Path, place: str) -> None:
        try:
            os.link(file, place)
        except OSError:  # not every file system knows links
            try:
                shutil.copyfile(file, place)
            except OSError as error:
                raise _failure(Path(place), error) from error

    def _stage(self, path: str, data: bytes) -> None:
        self._make_room(path)
        self._write(self._place(path), data)

    def _place(self, path: str) -> str:
        """Where a file waits: for a new site in its own folder, to be renamed at once; else beside all others."""
        return f"{self._staging}/{path if self._fresh else _staged_name(path)}"

    def _make_room(self, path: str) -> None:
        """Make the folder that a file of a new site waits in."""
        folder = path.rpartition("/")[0]
        if self._fresh and folder not in self._folders:
            try:
                os.mkdir(f"{self._staging}/{folder}")  # noqa: PTH102  # a hot path
            except (FileExistsError, FileNotFoundError):
                os.makedirs(f"{self._staging}/{folder}", exist_ok=True)  # noqa: PTH103  # as above
            if len(self._folders) >= KNOWN_FOLDERS:
                self._folders.clear()
            self._folders.add(folder)

    def _write(self, path: Path | str, data: bytes) -> None:
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o644)
            try:
                while data:
                    data = data[os.write(descriptor, data) :]
            finally:
                os.close(descriptor)
        except OSError as error:
            raise _failure(Path(path), error) from error

    def _put_in_place(self, path: Path, data: bytes) -> None:
        """Write a file so that at each moment it is the old one or the new one."""
        staged = self._staging / "to-be-placed"
        self._write(staged, data)
        try:
            staged.replace(path)
        except OSError as error:
            raise _failure(path, error) from error

    def _appear(self) -> None:
        """Let a new site take the place of no site, or of an empty folder."""
        try:
            if self._output.exists():
                self._output.rmdir()
            self._output.parent.mkdir(parents=True, exist_ok=True)
            self._staging.rename(self._output)
        except OSError as error:
            raise _failure(self._output, error) from error

    def _replay(self) -> bool:
        """Make the moves of the journal that were not made yet; whether it could be read."""
        try:
            try:
                steps = json.loads(self._journal.read_bytes())
            except ValueError:  # the machine lost power before all of it was on the disk
                self._journal.unlink()
                return False
            for path in steps["clear"]:
                _remove(self._output, path)
            for path in steps["moves"]:
                _move(self._staging / _staged_name(path), self._output / path)
            for path in steps["removals"]:
                _remove(self._output, path)
            _move(self._staging / MANIFEST, self._output / MANIFEST)
            self._journal.unlink()
        except OSError as error:
            raise _failure(self._output, error) from error
        return True


def digest_of(data: bytes) -> str:
    """What stands for a file's bytes in the manifest."""
    return hashlib.sha256(data).hexdigest()[:32]  # which today's processors do in hardware


def list_published(output: Path) -> dict[str, str]:
    """Path to digest of every file that we wrote to ``output``. Raises OutputError when the folder is not ours."""
    return _read_manifest(output)[1]


def _encode(files: Mapping[str, str]) -> bytes:
    """A file a line; ``indent`` would say so too, at ten times the cost."""
    return json.dumps(dict(sorted(files.items())), separators=(",\n", ": ")).encode()


def _staged_name(path: str) -> str:
    return hashlib.blake2b(path.encode(), digest_size=16).hexdigest()


def _move(staged: Path, target: Path) -> None:
    try:
        os.replace(staged, target)  # noqa: PTH105  # replaces at once, where Path.rename may not
    except FileNotFoundError:
        if staged.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staged, target)  # noqa: PTH105  # as above


def _remove(output: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    try:
        (output / path).unlink()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return  # it is gone, and something else may stand there
    for folder in (output / path).parents:
        if folder == output:
            break
        try:
            folder.rmdir()
        except OSError:
            break


def _clashes(changed: Iterable[str], gone: Iterable[str]) -> set[str]:
    """The files to remove that stand where a folder must be, or in a folder that stands where a file must be."""
    gone = set(gone)
    files = set(changed)
    folders = {str(parent) for path in files for parent in PurePosixPath(path).parents} if gone else set()
    return {path for path in gone if path in folders or not files.isdisjoint(map(str, PurePosixPath(path).parents))}


def _read_manifest(output: Path) -> tuple[bytes, dict[str, str]]:
    """What we wrote to ``output`` before, as JSON and read; nothing when it is empty or not there.

    Raises OutputError when the folder holds anything and is not ours.
    """
    try:
        manifest = (output / MANIFEST).read_bytes()
        files = json.loads(manifest)
        if not isinstance(files, dict) or not all(isinstance(digest, str) for digest in files.values()):
            raise ValueError("it lists no files")
        return manifest, files
    except FileNotFoundError:
        if not output.exists() or (output.is_dir() and not any(output.iterdir())):
            return b"", {}
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


def _digest_file(path: Path) -> str:
    try:
        return digest_of(path.read_bytes())
    except OSError:
        return ""


def _failure(path: Path, error: OSError) -> OutputError:
    return OutputError(
        Problem(
            where=Where(path=str(path)),
            what=f"It cannot be written: {error.strerror}.",
            remedy="See to its permissions and the space on the disk, then build again; the last good site stays.",
        )
    )
