"""The claim: one build at a time on one site."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import OutputError, Problem, Where

PATIENCE = 600.0
"""Seconds to wait for another build."""


@contextmanager
def claim(
    folder: Path, *, waiting: Callable[[str], None], patience: float = PATIENCE, work: str = "building this site"
) -> Iterator[None]:
    """Hold the site whose builds, or ``work``, are remembered in ``folder``, waiting for whoever holds it.

    The kernel lets go of a claim when its process ends, however it ends. Raises OutputError when ``patience`` is over.
    """
    path = folder / "claim"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = path.open("a+")
    except OSError as error:
        raise OutputError(
            Problem(
                where=Where(path=str(folder)),
                what=f"It cannot be written: {error.strerror}.",
                remedy="See to its permissions and the space on the disk, then try again.",
            )
        ) from error
    with file:
        _wait(file.fileno(), path, waiting, patience, work)
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def _wait(descriptor: int, path: Path, waiting: Callable[[str], None], patience: float, work: str) -> None:
    told = False
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = f"Process {path.read_text().strip() or '?'} is {work}."
            if time.monotonic() >= end:
                raise OutputError(
                    Problem(where=Where(path=str(path)), what=holder, remedy="Wait for it, or end it, and try again.")
                ) from None
            if not told:
                waiting(f"{holder} Waiting for it to end.")
                told = True
            time.sleep(0.05)
        else:
            return
