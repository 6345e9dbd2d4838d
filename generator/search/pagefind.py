"""Running Pagefind, and believing its index only when it holds what it was given."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from pagefind_bin import get_executable

from generator.errors import Problem, SearchError, Where

# Interfaces that Pagefind writes beside each index. Ours uses its script alone.
_UNUSED = ("pagefind-component-ui", "pagefind-modular-ui", "pagefind-ui", "pagefind-highlight")
ENTRY = "pagefind-entry.json"
"""The file of an index that names the others, by digests of what is in them: where it is the same, so are they."""

_SCRIPTS = ("pagefind.js", "pagefind-worker.js")

_ALLOCATOR = "narenas:1,thp:always" if sys.platform == "linux" else ""
"""How Pagefind's allocator, jemalloc, asks for memory: in huge pages, which only Linux gives so. An index of some
hundred articles takes two thirds of the processor time then, and no more memory."""


def index_shards(
    shards: Iterable[tuple[str, Path, int]], output: Path, *, language: str, jobs: int, time_limit: int
) -> Iterator[str]:
    """Index each shard (its name, the folder of its documents, how many there are) into ``output/<name>``.

    Gives the name of each that is done. Raises SearchError when an index is missing, short, or not made within
    ``time_limit`` seconds; no further one is begun then.
    """
    with ThreadPoolExecutor(max_workers=max(jobs, 1)) as pool:
        names = {pool.submit(_index_shard, n, d, c, output / n, language, time_limit): n for n, d, c in shards}
        try:
            for done in as_completed(names):
                done.result()
                yield names[done]
        finally:
            pool.shutdown(cancel_futures=True)


def _index_shard(name: str, documents: Path, count: int, output: Path, language: str, time_limit: int) -> None:
    # Over an old index, Pagefind keeps stale files; and one that outlived a killed build may still be writing there.
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".", dir=output.parent))
    except OSError as error:
        remedy = "See to its permissions and the space on the disk, then build again."
        raise _failure(name, f"{output.parent} cannot be written: {error.strerror}.", remedy) from error
    command = [get_executable(), "--site", ".", "--output-path", str(made.absolute()), "--quiet"]
    command += ["--force-language", language]  # else a page finds only what is in its own language
    # A pagefind.toml in the working folder or a PAGEFIND_ variable would change what is made.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PAGEFIND_")}
    environment |= {"RAYON_NUM_THREADS": "1", "_RJEM_MALLOC_CONF": _ALLOCATOR}
    try:
        run = subprocess.run(  # noqa: S603  # our own command
            command, capture_output=True, text=True, timeout=time_limit, cwd=documents, env=environment, check=False
        )
    except OSError as error:
        raise _failure(
            name,
            f"Pagefind cannot be run: {error.strerror or error}.",
            "Install pagefind-bin again, or build with --no-search.",
        ) from error
    except subprocess.TimeoutExpired:
        raise _failure(
            name,
            f"Pagefind took longer than {time_limit} seconds.",
            "Raise search.time_limit or lower search.shard_articles in site.toml.",
        ) from None
    if run.returncode != 0:
        said = (run.stderr or run.stdout).strip().splitlines()
        raise _failure(
            name,
            f"Pagefind failed with exit code {run.returncode}: {said[-1] if said else 'it said nothing'}.",
            "See to the space on the disk, or build with --no-search.",
        )
    _verify(name, made, count)
    for path in made.iterdir():
        if path.name.startswith(_UNUSED):
            path.unlink()
    shutil.rmtree(output, ignore_errors=True)
    made.rename(output)


def _verify(name: str, output: Path, count: int) -> None:
    """Pagefind warns and goes on where a page cannot be read, so its count is compared with ours."""
    try:
        entry = json.loads((output / ENTRY).read_bytes())
        pages = sum(language["page_count"] for language in entry["languages"].values())
        fragments = sum(1 for _ in (output / "fragment").iterdir())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _failure(name, f"The index cannot be read: {error}.", "Build again; if it stays, report it.") from error
    if pages != count or fragments != count:
        raise _failure(
            name,
            f"The index holds {min(pages, fragments)} of {count} articles.",
            "Delete .dateline and build again; if it stays, report it.",
        )


def program_stamp() -> str:
    """What stands for the Pagefind that is installed: another one may make another index."""
    try:
        stat = get_executable().stat()
    except OSError:
        return ""  # said when it is run
    return f"{stat.st_size} {stat.st_mtime_ns}"


def move_scripts(index: Path, shared: Path) -> None:
    """Keep Pagefind's scripts once, in ``shared``, and not in each index."""
    for name in _SCRIPTS:
        if (index / name).exists():
            shared.mkdir(parents=True, exist_ok=True)
            os.replace(index / name, shared / name)  # noqa: PTH105  # replaces what an earlier build left


def _failure(name: str, what: str, remedy: str) -> SearchError:
    return SearchError(Problem(where=Where(path=f"search index {name}"), what=what, remedy=remedy))
