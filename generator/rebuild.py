"""The rebuild: a build, but only if anything changed since the last one; and one at a time.

When nothing changed, nothing that renders is even imported.
"""

import gc
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diary import Diary
from generator.errors import OutputError, Problem, Where
from generator.identity import identify_program
from generator.model.report import Published, Report, Seen
from generator.publish import Publication
from generator.site import BUNDLED, FILE_NAME, Site
from generator.store import DamagedStoreError, Store, claim, key_of, survey

if TYPE_CHECKING:
    from generator.build import Memory


def rebuild(
    site: Site,
    *,
    search: bool = True,
    index: bool = True,
    jobs: int | None = None,
    cache: bool = True,
    say: Callable[[str], None] = lambda _: None,
    diary: Diary | None = None,
    memory: "Memory | None" = None,
) -> Report:
    """Bring the site up to date. Raises GeneratorError when nothing can be published; the last good site then stays.

    ``index``: with ``search``, index what changed too; else the indexes stay as they are, if all are there, until a
    later build brings them up to date. ``cache``: make only what changed since the last build. ``say`` is told what is
    waited for; ``diary`` keeps what takes how long; ``memory`` serves a process that builds again and again.
    """
    start = time.perf_counter()
    diary = diary or Diary()
    with _errors_translated(site), claim(site.store, waiting=say), _no_garbage_collection():
        if not cache:
            shutil.rmtree(site.store / "search", ignore_errors=True)
        try:
            report = _rebuild(site, search, index, jobs, cache, diary, memory)
        except DamagedStoreError:
            report = _rebuild(site, search, index, jobs, False, diary, None)
    if memory is not None:
        memory.tidy()
    return replace(report, seconds=time.perf_counter() - start)


def _rebuild(
    site: Site, search: bool, index: bool, jobs: int | None, cache: bool, diary: Diary, memory: "Memory | None"
) -> Report:
    with closing(Store(site.store, identify_program(), forget=not cache)) as store:
        seen = store.recall("seen", Seen)
        # Without memory of the build that wrote them, nothing is known of the files in place.
        publication = Publication(site.output, site.store, trust=seen is not None)
        inputs = survey(
            site.content, (site.root / FILE_NAME, site.templates, BUNDLED), cleaning=site.settings.cleaning.pages
        )
        settings = key_of(site.settings)
        if seen and (seen.output, seen.settings, seen.search, seen.whole) != (
            publication.digest, settings, search, True,
        ):  # fmt: skip
            seen = None
        if seen and inputs.digest and inputs.digest == seen.inputs and (seen.indexed or not index):
            return _repeat(seen.report)
        from generator.build import Bench, Memory, build  # imports all that renders

        bench = Bench(store, publication, inputs, seen, diary, memory or Memory())
        return build(site, bench, search=search, index=index, jobs=jobs)


@contextmanager
def _errors_translated(site: Site) -> Iterator[None]:
    """What the machine refuses is said as other problems are; whoever knew more has said it already."""
    try:
        yield
    except (OSError, MemoryError, DamagedStoreError) as error:
        path = getattr(error, "filename", None) or site.store
        reason = getattr(error, "strerror", None) or str(error) or "Out of memory"
        raise OutputError(
            Problem(
                where=Where(path=str(path)),
                what=f"The build cannot go on: {reason}.",
                remedy="See to permissions, the space on the disk and the limits of this machine, then build again; "
                "the last good site stays.",
            )
        ) from error


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
