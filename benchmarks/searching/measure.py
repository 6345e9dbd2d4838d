"""How long a reader of a large archive waits for results in Chromium, and what is transferred.

    python benchmarks/searching/measure.py 10000 FOLDER

Makes the synthetic archive of ``benchmarks/building/corpus.py`` in FOLDER, builds it, serves it on this machine with
text compressed as hosts do, and types words of three kinds into the search page, each in a fresh browser without
anything kept. Times are from the last key to the first result, milliseconds, medians; transfer is of all scripts and
data that the page and the search ask for, also before the first key: everything but the page itself, its style and its
fonts.
"""

import gzip
import io
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

BUILDING = Path(__file__).parents[1] / "building"
ROUNDS = 5
ORDERS = ("newest", "best")
SHARES = {"rare": 0.001, "usual": 0.05, "common": 0.5}
"""Kinds of words, by the share of articles that have them."""


class Server(ThreadingHTTPServer):
    """As a host serves files: Pagefind asks for many at once."""

    daemon_threads = True
    request_queue_size = 128


@cache
def compress(path: str) -> bytes:
    """A file as a host sends it."""
    return gzip.compress(Path(path).read_bytes(), 6)


class Files(SimpleHTTPRequestHandler):
    """The built site."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # as hosts do: else an answer waits for the browser to acknowledge its headers

    def send_head(self) -> Any:
        """Text compressed, other files as they are; Pagefind's are compressed already."""
        path = self.translate_path(self.path)
        if not path.endswith((".js", ".json", ".css")):
            return super().send_head()
        data = compress(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


def prepare(count: int, folder: Path) -> Path:
    """The built archive; what is there is used again."""
    site = folder / "dateline"
    if not (site / "content").exists():
        subprocess.run([sys.executable, str(BUILDING / "corpus.py"), str(count), str(folder)], check=True)
    (site / "site.toml").write_text('title = "Synthetic"\nurl = "https://example.org/"\n')
    subprocess.run([sys.executable, "-m", "generator", "build"], cwd=site, check=True)
    return site / "public"


def choose_words(site: Path) -> dict[str, str]:
    """A word of each kind, the nearest to its share in a sample of articles."""
    paths = sorted((site / "content/articles").rglob("*.md"))[::7][:1500]
    counts = Counter(
        word for path in paths for word in set(re.findall(r"\b[a-z]{4,}\b", path.read_text().split("---", 2)[2]))
    )
    return {
        kind: min(counts, key=lambda word, share=share: (abs(counts[word] / len(paths) - share), word))
        for kind, share in SHARES.items()
    }


def count_request(request: Any, sizes: list[int]) -> None:
    """Remember what a request transferred, unless the page would look worse without it."""
    if request.resource_type not in {"document", "stylesheet", "font", "image"}:
        sizes.append(request.sizes()["responseBodySize"])


def ask(browser: Any, url: str, word: str, order: str) -> tuple[float, float, int]:
    """Milliseconds to the first result, kB transferred, and requests, of a first search."""
    context = browser.new_context()
    page = context.new_page()
    sizes: list[int] = []
    page.on("requestfinished", lambda request: count_request(request, sizes))
    page.goto(f"{url}search/?order={order}")
    page.wait_for_load_state("networkidle")
    page.get_by_role("searchbox").press_sequentially(word[:-1])
    page.wait_for_timeout(30)
    start = time.perf_counter()
    page.keyboard.type(word[-1])
    page.locator("[data-results] mark", has_text=re.compile(re.escape(word), re.IGNORECASE)).first.wait_for()
    took = (time.perf_counter() - start) * 1000
    page.wait_for_timeout(300)
    context.close()
    return took, sum(sizes) / 1000, len(sizes)


def main() -> None:
    """Print a table."""
    count, folder = int(sys.argv[1]), Path(sys.argv[2]).resolve()
    output = prepare(count, folder)
    words = choose_words(folder / "dateline")
    server = Server(("127.0.0.1", 0), partial(Files, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/"
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    print(f"{count} articles\n{'word':<24}{'order':<10}{'ms':>8}{'kB':>8}{'requests':>10}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for kind, word in words.items():
            for order in ORDERS:
                took, transferred, asked = zip(*(ask(browser, url, word, order) for _ in range(ROUNDS)), strict=True)
                figures = statistics.median(took), statistics.median(transferred), statistics.median(asked)
                print(f"{f'{word} ({kind})':<24}{order:<10}{figures[0]:>8.0f}{figures[1]:>8.0f}{figures[2]:>10.0f}")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
