"""Files, folders and patterns of them, read as raw pages."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.errors import IntakeError, Problem, Where
from generator.intake.text import raw_page
from generator.model.raw import RawPage


def read_pages(paths: Iterable[str | Path]) -> Iterator[RawPage | Problem]:
    """The raw pages at some paths, in the order given; below a folder in order of path, hidden files left out.

    A path may be a file, a folder, or a pattern such as ``saved/*.txt``. What cannot be read is a problem in its
    place, and the rest goes on. A file that two paths lead to is read once.
    """
    seen: set[Path] = set()
    for given in paths:
        for found in _find_files(given):
            if isinstance(found, Problem):
                yield found
            elif (real := found.resolve()) not in seen:
                seen.add(real)
                yield _read_file(found)


def _find_files(given: str | Path) -> Iterator[Path | Problem]:
    path = Path(given)
    try:
        if path.is_dir():
            yield from _walk(path)
        elif path.is_file():
            yield path
        elif path.exists():
            yield _problem(path, "This is neither a file nor a folder.", "Give the path of a file.")
        elif glob.has_magic(str(given)) and (matches := sorted(glob.glob(str(given), recursive=True))):  # noqa: PTH207  # the pattern may be absolute
            for match in matches:
                yield from _find_files(glob.escape(match) if not Path(match).exists() else match)
        else:
            yield _problem(path, "There is no such file or folder.", "Check the path.")
    except OSError as error:
        yield _problem(path, f"It cannot be read: {error.strerror}.", "Check the path and its permissions.")


def _walk(folder: Path) -> Iterator[Path | Problem]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield _problem(
            folder, f"The folder cannot be read: {error.strerror}.", "Check that it is there, and its permissions."
        )
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link may lead back up, and round for ever
                yield from _walk(entry)
        elif entry.is_file():
            yield entry
        elif entry.is_symlink():
            yield _problem(entry, "The link leads nowhere.", "Mend or delete it.")


def _read_file(path: Path) -> RawPage | Problem:
    try:
        return raw_page(path.as_posix(), path.read_bytes())
    except IntakeError as error:
        return error.problems[0]
    except OSError as error:
        return _problem(path, f"It cannot be read: {error.strerror}.", "Check that it is there, and its permissions.")


def _problem(path: Path, what: str, remedy: str) -> Problem:
    return Problem(where=Where(path=path.as_posix()), what=what, remedy=remedy)
