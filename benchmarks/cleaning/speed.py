"""How fast pages are cleaned, and what memory that takes.

Pages a second beside jusText on the same pages, what a page ten times as long costs, and the peak of 10,000 pages.
Every page is seen once a round, and nothing is remembered from the round before. jusText reads HTML: it is given each
line as a paragraph. Needs ``pip install '.[bench]'``; without jusText only our own figures are printed.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

try:
    import justext

    STOPS = justext.get_stoplist("English")
except ImportError:
    justext = None

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).parent))

from gold import read_pages  # noqa: E402

from generator.clean import clean_page  # noqa: E402
from generator.clean.features import forget_lines  # noqa: E402
from generator.clean.labels import learnt_weights  # noqa: E402
from generator.model.raw import RawPage  # noqa: E402

ROUNDS = 2


def raw(name: str, text: str) -> RawPage:
    """A page as intake would hand it over."""
    return RawPage(name=name, data=text.encode(), text=text, encoding="utf-8")


def forget() -> None:
    """Forget all that was remembered of lines, and of what they weigh, so that every page is met for the first time."""
    forget_lines()
    learnt_weights.cache_clear()
    learnt_weights()


def measure(work: Callable[[str], object], texts: list[str]) -> float:
    """Pages a second of processor time, in the best of some rounds."""
    best = 0.0
    for _ in range(ROUNDS):
        forget()
        started = time.process_time()
        for text in texts:
            work(text)
        best = max(best, len(texts) / (time.process_time() - started))
    return best


def compare(data: Path) -> None:
    """Print pages a second for both forms, ours beside jusText's."""
    for form in ("full", "light"):
        texts = [page.text for page in read_pages(data, (form,))]
        boxed = ["".join(f"<p>{escape(line)}</p>" for line in text.split("\n")) for text in texts]
        rate = measure(lambda text: clean_page(raw("", text)), texts)
        print(f"{form:6} {len(texts)} pages   dateline {rate:5.0f} pages/s")
        if justext:
            rate = measure(lambda html: justext.justext(html, STOPS), boxed)
            print(f"{form:6} {len(texts)} pages   jusText  {rate:5.0f} pages/s")


def lengthen(data: Path) -> None:
    """Print what a page costs when it is ten and a hundred times as long."""
    text = max((page.text for page in read_pages(data, ("full",))), key=len)
    for times in (1, 10, 100):
        longer = "\n".join(f"{line} {copy}" for copy in range(times) for line in text.split("\n"))
        forget()
        started = time.process_time()
        clean_page(raw("", longer))
        print(f"{len(longer) / 1000:9.0f} kB   {time.process_time() - started:7.2f} s")


def fill(data: Path, count: int) -> None:
    """Print the memory held after many pages, no two alike."""
    texts = [page.text for page in read_pages(data, ("light",))]
    for number in range(count):
        clean_page(raw("", texts[number % len(texts)].replace(" the ", f" the {number} ")))
        if number + 1 in (1000, count):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{number + 1:6} pages   {peak:5.0f} MB at most")


def main() -> None:
    """Print all three."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the development set's folder, shared/data/cleaning")
    parser.add_argument("--pages", type=int, default=10_000, help="pages cleaned for the figure of memory")
    args = parser.parse_args()
    fill(args.data, args.pages)  # first, since a process remembers its peak
    compare(args.data)
    lengthen(args.data)


if __name__ == "__main__":
    main()
