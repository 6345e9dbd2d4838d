"""Preview: from saving an article to its reloaded page in Chromium, in milliseconds.

    python benchmarks/building/preview.py [--articles 10000] [--saves 10] [--search]

Needs Chromium and Playwright (the ``test`` extra).
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus import write_corpus
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent

SHOWS = "text => document.body?.textContent.includes(text)"
"""Whether the page shows a text."""


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    """The address of the site in ``folder``, once it is built and served."""
    command = [sys.executable, "-u", "-m", "generator", "serve", "--port", "0", *options]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        address = ""
        for line in process.stdout:
            address = next(iter(re.findall(r"http://[0-9.:]+/", line)), address)
            if "Built in" in line:
                break
        yield address
    finally:
        process.terminate()
        process.wait()


def main() -> None:
    """Measure, and print the median and the range."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--saves", type=int, default=10)
    parser.add_argument("--search", action="store_true", help="with the search index")
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = str(HERE.parents[1])
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as name:
        folder = Path(name)
        write_corpus(options.articles, folder, ["dateline"])
        files = sorted((folder / "dateline/content/articles").rglob("*.md"))
        file = files[len(files) // 2]
        with (
            serving(folder / "dateline", *([] if options.search else ["--no-search"])) as address,
            sync_playwright() as playwright,
        ):
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page()
            page.goto(f"{address}articles/{file.stem}/")
            took = []
            for number in range(options.saves + 1):
                text = f"{file.read_text()}\nThis was saved as number {number}.\n"
                start = time.perf_counter()
                file.write_text(text)
                # Asked at every frame; a locator would be asked at longer and longer intervals, of up to a second.
                page.wait_for_function(SHOWS, arg=f"This was saved as number {number}.")
                took.append((time.perf_counter() - start) * 1000)
                time.sleep(0.5)
            browser.close()
    took = took[1:]  # the first save finds what is in the store, later ones what is in memory
    kind = "with search" if options.search else "no search"
    print(f"{options.articles:,} articles, {kind}, {len(took)} saves: from save to reloaded page", end=" ")
    print(f"{statistics.median(took):.0f} ms ({min(took):.0f}-{max(took):.0f})")


if __name__ == "__main__":
    main()
