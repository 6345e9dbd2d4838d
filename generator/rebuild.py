"""The rebuild: a build, but only if anything changed since the last one; and one at a time.

When nothing changed, nothing that renders is even imported.
"""

import gc
import hashlib
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator import __version__
from generator.diary import Diary
from generator.model.report import Published, Report, Seen
from generator.publish import Publication
from generator.site import BUNDLED, FILE_NAME, Site
from generator.store import Store, claim, survey

if TYPE_CHECKING:
    from generator.build import Memory


def rebuild(
    site: Site,
    *,
    search: bool = True,
    jobs: int | None = None,
    cache: bool = True,
    say: Callable[[str], None] = lambda _: None,
    diary: Diary | None = None,
    memory: "Memory | None" = None,
) -> Report:
    """Bring the site up to date. Raises GeneratorError when nothing can be published; the last good site then stays.

    ``cache``: make only what changed since the last build. ``say`` is told what is waited for;
    ``diary`` keeps what takes how long; ``memory`` serves a process that builds again and again.
    """
    start = time.perf_counter()
    with claim(site.store, waiting=say), _no_garbage_collection():
        if not cache:
            shutil.rmtree(site.store / "search", ignore_errors=True)
        publication = Publication(site.output, site.store, trust=cache)
        with closing(Store(site.store, _identity(), forget=not cache)) as store:
            inputs = survey(site.content, (site.root / FILE_NAME, site.templates, BUNDLED))
            seen = store.recall("seen", Seen)
            if seen and (seen.output != publication.digest or seen.search != search or not seen.whole):
                seen = None
            if seen and inputs.digest and inputs.digest == seen.inputs:
                report = _repeat(seen.report)
            else:
                from generator.build import Bench, Memory, build  # imports all that renders

                bench = Bench(store, publication, inputs, seen, diary or Diary(), memory or Memory())
                report = build(site, bench, search=search, jobs=jobs)
    return replace(report, seconds=time.perf_counter() - start)


def _repeat(report: Report) -> Report:
    """What there is to say of a build that found nothing to do."""
    files = report.published.written + report.published.unchanged
    published = Published(written=0, unchanged=files, removed=0)
    return replace(report, published=published, stages=(), slowest_pages=(), templates=())


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """A build makes millions of small values and no cycles; looking for cycles would take a fifth of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _identity() -> str:
    """Names the program, so that a store is believed only by the code that wrote it."""
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    stamps = "\n".join(f"{path.name} {(stat := path.stat()).st_size} {stat.st_mtime_ns}" for path in sources)
    return f"{__version__} {hashlib.blake2b(stamps.encode(), digest_size=16).hexdigest()}"
