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
from pathlib import Path

from pages import write_pages

PROJECT = Path(__file__).parents[2]


def run(site: Path, raw: Path, jobs: int) -> tuple[float, float, str]:
    """Seconds, MB of the largest process, and the last line said, of one ingest."""
    program = (
        "import resource, sys\n"
        "from generator.cli import main\n"
        "try:\n"
        "    main(sys.argv[1:])\n"
        "finally:\n"
        "    of = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)\n"
        "    print(max(resource.getrusage(who).ru_maxrss for who in of) / 1024, file=sys.stderr)\n"
    )
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program, "-C", site, "ingest", raw, "--jobs", str(jobs)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
    )
    seconds = time.perf_counter() - begun
    return seconds, float(done.stderr.split()[-1]), done.stdout.splitlines()[-1]


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--kind", choices=("text", "html", "jsonl", "warc"), default="text")
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    arguments = parser.parse_args()
    print(f"{'jobs':>4}  {'run':<7}  {'pages/s':>8}  {'MB':>5}")
    with tempfile.TemporaryDirectory() as place:
        raw = Path(place) / "raw"
        write_pages(raw, arguments.pages, arguments.kind)
        for jobs in arguments.jobs:
            site = Path(place) / f"site-{jobs}"
            (site / "content").mkdir(parents=True)
            (site / "site.toml").write_text('title = "Measured"\nurl = "https://measured.example/"\n')
            for name in ("new", "again"):
                seconds, memory, said = run(site, raw, jobs)
                print(f"{jobs:>4}  {name:<7}  {arguments.pages / seconds:>8,.0f}  {memory:>5,.0f}  {said}", flush=True)


if __name__ == "__main__":
    main()
