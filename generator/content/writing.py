"""Writing below the content folder: whole files only, whatever happens meanwhile."""

import os
from pathlib import Path

from generator.errors import OutputError, Problem, Where


def put_file(content: Path, path: str, data: bytes) -> None:
    """Write a file beside its place, and move it there at once. Raises OutputError."""
    target = f"{content}/{path}"
    folder, _, name = target.rpartition("/")
    partial = f"{folder}/.{name}.partial"
    try:
        try:
            file = open(partial, "wb")  # noqa: PTH123, SIM115  # quicker than a Path; closed below
        except FileNotFoundError:
            Path(folder).mkdir(parents=True, exist_ok=True)
            file = open(partial, "wb")  # noqa: PTH123, SIM115  # as above
        with file:
            file.write(data)
        os.replace(partial, target)  # noqa: PTH105  # replaces at once, where Path.rename may not
    except OSError as error:
        raise OutputError(
            Problem(
                where=Where(path=f"{content.name}/{path}"),
                what=f"It cannot be written: {error.strerror}.",
                remedy="See to its permissions and the space on the disk; what was filed until now is safe.",
            )
        ) from error


def remove_file(content: Path, path: str) -> None:
    """Take a file away; one that is gone already is well gone. Raises OutputError."""
    try:
        (content / path).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            Problem(
                where=Where(path=f"{content.name}/{path}"),
                what=f"It cannot be removed: {error.strerror}.",
                remedy="See to the permissions of its folder, and run the command again.",
            )
        ) from error
