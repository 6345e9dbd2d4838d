"""The watch: tells when a watched file or folder changed, however an editor saves it."""

import re
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR
from types import TracebackType

from watchfiles import Change, watch

STEP = 20  # milliseconds without a change after which those so far are told
DEBOUNCE = 400  # milliseconds after which they are told even though they go on
PAUSE = 0.5  # seconds before another try when the system refuses

# What editors and tools leave for a moment, or for themselves, beside the file that is edited.
SCRATCH = re.compile(r"\..*|.*~|~\$.*|#.*#|4913|.*\.(sw[nopx]|tmp|temp|part|crdownload)|.*___jb_(tmp|old)___")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """What a look at one watched path showed."""

    is_folder: bool
    mark: tuple[int, ...]
    """Another one when the file changed, or when the folder is another than before."""


class Watch:
    """A thread that calls ``changed`` when something below the watched paths did; a context manager.

    The insides of folders are told by the system. The paths themselves are looked at, many times a second: so files
    that are saved by renaming, and paths that vanish, come back or do not exist yet, need no care. Therefore name few
    paths. ``changed`` is called once as soon as watching has begun, and again whenever it had to begin anew, because
    what happened in between is not known.
    """

    def __init__(
        self, *, paths: Iterable[Path], output: Path, changed: Callable[[], object], announce: Callable[[str], object]
    ) -> None:
        self.paths = tuple(paths)
        """May be set at any time, from any thread."""
        self._output = output.resolve()
        self._changed = changed
        self._announce = announce
        self._is_polling = False
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended.set()
        self._thread.join(timeout=1)  # it may be walking a large tree

    def _run(self) -> None:
        while not self._ended.is_set():
            try:
                self._watch(self.paths)
            except FileNotFoundError:  # a folder went between the look and the watch: look again
                self._ended.wait(STEP / 1000)
            except (OSError, RuntimeError) as error:
                if not self._is_polling and not self._ended.is_set():
                    self._announce(f"The system cannot watch the files ({error}). They are compared instead: slower.")
                self._is_polling = True
                self._ended.wait(PAUSE)

    def _watch(self, paths: tuple[Path, ...]) -> None:
        """Watch until the paths are others, or until a folder among them has come, gone or been replaced."""
        before = look_at(paths)
        marks = folders_in(before)
        folders = [path.resolve() for path in marks]
        is_due = True
        for changes in watch(
            *folders,
            watch_filter=None,
            debounce=DEBOUNCE,
            step=STEP,
            rust_timeout=STEP,
            yield_on_timeout=True,
            stop_event=self._ended,
            raise_interrupt=False,
            force_polling=self._is_polling or None,
            ignore_permission_denied=True,
        ):
            now = look_at(paths)
            changed = {(change, Path(path)) for change, path in changes}
            is_gone = any(change is Change.deleted and path in folders for change, path in changed)
            if is_gone or self.paths != paths or folders_in(now) != marks:
                return
            is_due = is_due or now != before or any(self._matters(change, path, folders) for change, path in changed)
            # A file that is being written is waited for until two looks agree.
            if is_due and now == before and not self._ended.is_set():
                self._changed()
                is_due = False
            before = now

    def _matters(self, change: Change, path: Path, folders: Iterable[Path]) -> bool:
        """Whether a change is one of content: not of output, of scratch files, or only of a folder's own data."""
        if path.is_relative_to(self._output) or (change is Change.modified and path.is_dir()):
            return False
        insides = (path.relative_to(folder).parts for folder in folders if path.is_relative_to(folder))
        return any(not any(map(SCRATCH.fullmatch, inside)) for inside in insides)


def look_at(paths: Iterable[Path]) -> dict[Path, Sight]:
    """What is there now; paths that lead to nothing are left out."""
    sights = {}
    for path in paths:
        try:
            status = path.stat()
        except OSError:  # not there, not ours to see, or a ring of symlinks
            continue
        is_folder = S_ISDIR(status.st_mode)
        identity, content = (status.st_dev, status.st_ino), (status.st_mtime_ns, status.st_size)
        sights[path] = Sight(is_folder=is_folder, mark=identity if is_folder else identity + content)
    return sights


def folders_in(sights: Mapping[Path, Sight]) -> dict[Path, tuple[int, ...]]:
    """The folders among them, and which ones they are."""
    return {path: sight.mark for path, sight in sights.items() if sight.is_folder}
