"""The demonstration archive, built and served, and a browser that looks at it."""

import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from generator.errors import Problem
from generator.ingest import ingest
from generator.intake import find_pages
from generator.rebuild import rebuild
from generator.site import load_site

CHECKOUT = Path(__file__).parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class Server(ThreadingHTTPServer):
    """As a host serves files. Pagefind asks for many at once, more than Python's own queue of five would hold."""

    daemon_threads = True
    request_queue_size = 128


def read_headers(output: Path) -> list[tuple[re.Pattern[str], str, str]]:
    """The rules of ``_headers``, as Netlify and Cloudflare Pages read them: paths, and what is sent there."""
    rules, path = [], re.compile("")
    for line in (output / "_headers").read_text().splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            rules.append((path, name, value))
        else:
            path = re.compile(re.sub(r":\w+", "[^/]+", re.escape(line).replace(r"\*", ".*")))
    return rules


class Files(SimpleHTTPRequestHandler):
    """The files of a folder, below ``base``, with the headers that the build wrote."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, base: str, headers: list[tuple[re.Pattern[str], str, str]], **kwargs: Any) -> None:
        self.base, self.rules = base, headers
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(self.base)
        return super().translate_path(path.removeprefix(self.base.rstrip("/")) if inside else "/outside-of-the-site")

    def end_headers(self) -> None:
        for path, name, value in self.rules:
            if path.fullmatch(self.path.split("?")[0]):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Served:
    """A built site and where it is served."""

    url: str
    output: Path


def make_site(folder: Path, url: str) -> Path:
    """The demonstration archive with its raw pages ingested, built to live at ``url``; the folder that is published."""
    shutil.copytree(CHECKOUT / "content", folder / "content")
    settings = (CHECKOUT / "site.toml").read_text()
    (folder / "site.toml").write_text(re.sub(r'(?m)^url = ".*"$', f'url = "{url}"', settings))
    site = load_site(folder)
    faults = [r for r in ingest(site, find_pages([folder / "content/incoming"])) if isinstance(r, Problem)]
    assert faults == []
    assert rebuild(site).problems == ()
    return site.output


def serve(output: Path, base: str) -> Iterator[Served]:
    files = partial(Files, directory=str(output), base=base, headers=read_headers(output))
    with Server(("127.0.0.1", 0), files) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield Served(url=f"http://127.0.0.1:{server.server_port}{base}", output=output)
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def demo_at_root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demonstration archive at the root of its host."""
    folder = tmp_path_factory.mktemp("root") / "demo"
    folder.mkdir()
    yield from serve(make_site(folder, "https://dateline.example/"), "/")


@pytest.fixture(scope="session")
def demo_below_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demonstration archive at https://example.org/archive/."""
    folder = tmp_path_factory.mktemp("path") / "demo"
    folder.mkdir()
    yield from serve(make_site(folder, "https://example.org/archive/"), "/archive/")


@pytest.fixture(params=["at_root", "below_path"])
def demo(request: pytest.FixtureRequest) -> Served:
    """The demonstration archive, at the root of its host and below a path."""
    served: Served = request.getfixturevalue(f"demo_{request.param}")
    return served


@dataclass
class Reader:
    """Opens pages and notes whatever goes wrong in them."""

    browser: Any
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """Addresses that pages asked for."""
    contexts: list[Any] = field(default_factory=list)

    def open(self, url: str, **how: Any) -> Any:
        """A page at ``url``; ``how`` is for Playwright's new_context."""
        context = self.browser.new_context(**how)
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: m.type in ("error", "warning") and self.faults.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", self._note_failure)
        page.on("response", lambda r: r.status >= 400 and self.faults.append(f"{r.status} for {r.url}"))
        page.goto(url)
        return page

    def _note_failure(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":  # which is what leaving a page does to what it still asks for
            self.faults.append(f"{request.failure} for {request.url}")


@pytest.fixture
def reader(chromium: Any) -> Iterator[Reader]:
    """Whatever a test reads, no page complains."""
    reader = Reader(chromium)
    yield reader
    for context in reader.contexts:
        context.close()
    assert reader.faults == []
