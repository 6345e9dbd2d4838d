"""Growth: what a cold build of ours takes at 1,000, 10,000 and 100,000 articles, without and with search.

    python benchmarks/building/growth.py [--articles 1000,10000,100000] [--runs 1]

Pagefind in one index, the peer of ``measure.py``, would need some 22 GB at 100,000 articles, so there is no pair here.
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from corpus import write_corpus
from measure import Bench, use_this_program


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", default="1000,10000,100000")
    parser.add_argument("--runs", type=int, default=1)
    options = parser.parse_args()
    print(f"{'articles':>8}  {'':12} {'wall s':>8} {'cpu s':>8} {'MB':>6} {'cpu ms/article':>15}")
    for number in map(int, options.articles.split(",")):
        with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
            use_this_program(Path(folder))
            bench = Bench(Path(folder))
            write_corpus(number, bench.folder, ["dateline"])
            for words, flags in (("no search", ["--no-search"]), ("with search", [])):
                runs = []
                for _ in range(options.runs):
                    bench.clear("dateline", "public", ".dateline")
                    runs.append(bench.dateline(*flags))
                wall, cpu, memory = (statistics.median(getattr(r, n) for r in runs) for n in ("wall", "cpu", "memory"))
                print(
                    f"{number:8,}  {words:12} {wall:8.2f} {cpu:8.2f} {memory:6.0f} {cpu / number * 1000:15.2f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
