"""The verification: the site in place against one that is built elsewhere from the same inputs and nothing else."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.diary import Diary
from generator.errors import Problem, Where
from generator.publish import digest_of, list_published
from generator.rebuild import rebuild
from generator.search import ENTRY
from generator.site import FILE_NAME, Site
from generator.store import claim


def verify(site: Site, *, search: bool = True, jobs: int | None = None, diary: Diary | None = None) -> list[Problem]:
    """A problem for each file in place that a clean build makes otherwise, does not make, or alone makes.

    Raises GeneratorError where nothing can be built.
    """
    with claim(site.store, waiting=lambda _: None):
        folder = Path(tempfile.mkdtemp(prefix="clean-", dir=site.store))
        try:
            twin = _twin(site, folder)
            rebuild(twin, search=search, jobs=jobs, diary=diary)
            return [
                Problem(
                    where=Where(path=f"{site.settings.output}/{path}"),
                    what=what,
                    remedy="Build with --no-cache; if it stays, report it.",
                )
                for path, what in _compare(site.output, twin.output)
            ]
        finally:
            shutil.rmtree(folder)


def _twin(site: Site, folder: Path) -> Site:
    """A site of the same inputs, with nothing remembered and nothing built."""
    for path in (site.content, site.templates, site.root / FILE_NAME):
        if path.exists():
            (folder / path.name).symlink_to(path.absolute())
    return Site(root=folder, settings=site.settings, base=site.base)


def _compare(output: Path, clean: Path) -> Iterator[tuple[str, str]]:
    """Path and fault of each file of ``output`` that is not as in ``clean``; what others put there does not count."""
    here, there = list_published(output), list_published(clean)
    for path in sorted(here.keys() | there.keys()):
        digest = _digest(output / path)
        if _is_pagefinds_own(path):
            # It is named and ordered differently in each build, so it can only be held against its own list.
            if path in here and digest != here[path]:
                yield path, "It is not what was written."
            elif path.endswith(f"/{ENTRY}") and _count(output / path) != _count(clean / path):
                yield (
                    path,
                    f"It counts {_count(output / path)} articles; a clean build's counts {_count(clean / path)}.",
                )
        elif path not in there:
            yield path, "It is too much: a clean build does not make it."
        elif not digest:
            yield path, "It is missing: a clean build makes it."
        elif digest != there[path]:
            yield path, "It differs from what a clean build makes."


def _is_pagefinds_own(path: str) -> bool:
    """Whether a file is one of an index's but not a fragment, of which there is one an article."""
    parts = path.split("/")
    return parts[0] == "search" and len(parts) > 2 and parts[1] != "pagefind" and parts[2] != "fragment"


def _digest(path: Path) -> str:
    """Of a file; empty when it is not there."""
    return digest_of(path.read_bytes()) if path.is_file() else ""


def _count(entry: Path) -> int:
    """The articles of an index; 0 where there is none."""
    if not entry.is_file():
        return 0
    return sum(int(language["page_count"]) for language in json.loads(entry.read_bytes())["languages"].values())
