"""Writing below the content folder: whole files only, whatever happens meanwhile."""

import os
from pathlib import Path

from generator.errors import OutputError, Problem, Where


def put_file(content: Path, path: str, data: bytes) -> None:
    """Write a file beside its place, and move it there at once. Raises OutputError."""
    target = content / path
    partial = target.with_name(f".{target.name}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(data)
        os.replace(partial, target)  # noqa: PTH105  # replaces at once, where Path.rename may not
    except OSError as error:
        raise OutputError(
            Problem(
                where=Where(path=f"{content.name}/{path}"),
                what=f"It cannot be written: {error.strerror}.",
                remedy="See to its permissions and the space on the disk; what was written until now is safe.",
            )
        ) from error
