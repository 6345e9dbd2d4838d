"""What ingesting takes: pages a second and peak memory, of new pages and of pages that were ingested before.

    python benchmarks/ingesting/measure.py                      10,000 pages of text, with 1 and with 2 processes
    python benchmarks/ingesting/measure.py --pages 100000 --kind warc --jobs 2

Each run is a process of its own. Memory is the largest resident set of it or of a worker; what they share counts once
in each.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections import deque
from pathlib import Path

from pages import write_pages

PROJECT = Path(__file__).parents[2]


def run(site: Path, raw: Path, jobs: int) -> tuple[float, float, float, str]:
    """Seconds, of processor time too, MB of the largest process, and the last line said, of one ingest."""
    program = (
        "import resource, sys\n"
        "from generator.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "finally:\n"
        "    of = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)\n"
        "    used = [resource.getrusage(who) for who in of]\n"
        "    seconds = sum(u.ru_utime + u.ru_stime for u in used)\n"
        "    print(seconds, max(u.ru_maxrss for u in used) / 1024, file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", program, "-C", site, "ingest", raw, "--jobs", str(jobs)]
    # What is said goes to a file: a process begins with the peak of the one that started it, which so stays small.
    with tempfile.TemporaryFile("w+") as said:
        begun = time.perf_counter()
        done = subprocess.run(command, cwd=PROJECT, stdout=said, stderr=subprocess.PIPE, text=True)
        seconds = time.perf_counter() - begun
        said.seek(0)
        (last,) = deque(said, maxlen=1)
    processor, memory = map(float, done.stderr.split()[-2:])
    return seconds, processor, memory, last.strip()


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--kind", choices=("text", "html", "jsonl", "warc"), default="text")
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    arguments = parser.parse_args()
    print(f"{'jobs':>4}  {'run':<5}  {'pages/s':>8}  {'per CPU second':>14}  {'MB':>5}")
    with tempfile.TemporaryDirectory() as place:
        raw = Path(place) / "raw"
        write_pages(raw, arguments.pages, arguments.kind)
        for jobs in arguments.jobs:
            site = Path(place) / f"site-{jobs}"
            (site / "content").mkdir(parents=True)
            (site / "site.toml").write_text('title = "Measured"\nurl = "https://measured.example/"\n')
            for name in ("new", "again"):
                seconds, processor, memory, said = run(site, raw, jobs)
                rates = f"{arguments.pages / seconds:>8,.0f}  {arguments.pages / processor:>14,.0f}"
                print(f"{jobs:>4}  {name:<5}  {rates}  {memory:>5,.0f}  {said}", flush=True)


if __name__ == "__main__":
    main()
