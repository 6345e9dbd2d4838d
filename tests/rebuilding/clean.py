"""What a build is held against: the same inputs, built where nothing is remembered."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from archives import read_all

from generator.publish import check_links
from generator.rebuild import rebuild
from generator.site import Site, load_site

CHECKOUT = Path(__file__).parents[2]

INPUTS = ("site.toml", "content", "templates")

MANIFEST = ".dateline.json"


def copy_inputs(root: Path, target: Path) -> Path:
    """A copy of all that a build reads, and of nothing that one leaves."""
    target.mkdir(parents=True)
    for name in INPUTS:
        if (root / name).is_dir():
            shutil.copytree(root / name, target / name)
        elif (root / name).exists():
            shutil.copyfile(root / name, target / name)
    return target


MEMORY = Path("/dev/shm")
"""A folder that takes no disk, where there is one."""


class Clean:
    """Builds a site's inputs in a fresh folder each time.

    To save time, compiled templates are kept for three builds out of four.
    """

    def __init__(self) -> None:
        quick = os.access(MEMORY, os.W_OK)
        self._folder = tempfile.TemporaryDirectory(prefix="dateline-test-", dir=MEMORY if quick else None)
        self._compiled = Path(self._folder.name) / "compiled"
        self._compiled.mkdir()
        self._count = 0
        self._last: tuple[object, tuple[dict[str, bytes], list[str]]] = (None, ({}, []))

    def close(self) -> None:
        self._folder.cleanup()

    def build(self, site: Site, *, search: bool = False) -> tuple[dict[str, bytes], list[str]]:
        """The files of a clean build, by path, and its problems as sentences, in order."""
        inputs = search, {name: read_all(site.root / name) for name in INPUTS[1:]}, (site.root / INPUTS[0]).read_bytes()
        if self._last[0] != inputs:
            self._last = inputs, self._build(site, search)
        return self._last[1]

    def _build(self, site: Site, search: bool) -> tuple[dict[str, bytes], list[str]]:
        root = copy_inputs(site.root, Path(self._folder.name) / "site")
        try:
            self._count += 1
            if self._count % 4:
                (root / ".dateline").mkdir()
                (root / ".dateline/templates").symlink_to(self._compiled)
            twin = load_site(root)
            report = rebuild(twin, search=search, jobs=1)
            return read_all(twin.output), sorted(map(str, report.problems))
        finally:
            shutil.rmtree(root)


def is_of_index(path: str) -> bool:
    """Whether a file is Pagefind's, and not the search page."""
    return path.startswith("search/") and path != "search/index.html"


def comparable(files: dict[str, bytes]) -> dict[str, bytes]:
    """Files that are the same in every build of the same inputs: of Pagefind's, the fragments, one an article, alone.

    Its other files are named and ordered differently each time, and so is the list of all files.
    """
    return {
        path: data
        for path, data in files.items()
        if path != MANIFEST and (not is_of_index(path) or "/fragment/" in path or path.startswith("search/pagefind/"))
    }


def difference(here: dict[str, bytes], clean: dict[str, bytes]) -> list[str]:
    """What is wrong with files that should be those of a clean build, one sentence a path."""
    said = [f"{path} is missing" for path in sorted(clean.keys() - here.keys())]
    said += [f"{path} is too much" for path in sorted(here.keys() - clean.keys())]
    for path in sorted(here.keys() & clean.keys()):
        if here[path] != clean[path]:
            at = next((n for n, (a, b) in enumerate(zip(here[path], clean[path], strict=False)) if a != b), 0)
            start = max(at - 60, 0)
            said.append(f"{path} differs: {here[path][start : at + 80]!r}, not {clean[path][start : at + 80]!r}")
    return said


def lost_links(site: Site, roots: set[str]) -> list[str]:
    """Links, and references to static files, that lead to no file, on pages that can be reached from the ``roots``.

    A page to which nothing leads yet, or any more, is no part of the site. An anchor may come a moment after its page.
    """
    reached, rest = set(), [path for path in roots if path.endswith(".html") and (site.output / path).exists()]
    while rest:
        path = rest.pop()
        if path not in reached:
            reached.add(path)
            rest += _leads_to(site, path)
    problems = check_links(site.output, site.base, site.settings.url)
    return [
        str(problem)
        for problem in problems
        if "anchor" not in problem.what and problem.where.path.removeprefix(f"{site.output.name}/") in reached
    ]


def _leads_to(site: Site, path: str) -> list[str]:
    """The pages of the site that a page links to, by path."""
    links = re.findall(r'href="([^"#?]+)', (site.output / path).read_text("utf-8", "replace"))
    paths = [link.removeprefix(site.base) for link in links if link.startswith(site.base)]
    pages = [f"{path}index.html" if path.endswith("/") or not path else path for path in paths]
    return [page for page in pages if page.endswith(".html") and (site.output / page).is_file()]


class Process:
    """A Python script, or a ``dateline`` command, in a process group of its own."""

    def __init__(self, *arguments: str | Path, environment: dict[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), **(environment or {})},
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip
        self.pid = self._process.pid

    def kill_all(self) -> None:
        """SIGKILL to the process and every other of its group."""
        os.killpg(self.pid, signal.SIGKILL)

    def end(self, timeout: float = 120) -> tuple[int, str, str]:
        """Wait for it; its exit code, and what it said on either stream."""
        out, err = self._process.communicate(timeout=timeout)
        return self._process.returncode, out.decode(), err.decode()


def dateline(root: Path, *arguments: str, **options: dict[str, str]) -> tuple[int, str, str]:
    """Run a command as a user would: exit code, standard output, standard error."""
    return Process("-m", "generator", "-C", root, *arguments, **options).end()
