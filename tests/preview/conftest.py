import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue

import httpx
import pytest

PROGRAM = Path(__file__).with_name("archive_server.py")
CHECKOUT = Path(__file__).parents[2]
PATIENCE = 20.0  # seconds: far more than anything here takes, on a busy machine too


def wait_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.01)


class Events:
    """What one open page is told."""

    def __init__(self) -> None:
        self.queue: Queue[tuple[str, str]] = Queue()

    def next(self) -> tuple[str, str]:
        return self.queue.get(timeout=PATIENCE)

    def until(self, name: str) -> str:
        while True:
            got, data = self.next()
            if got == name:
                return data

    def are_silent(self, seconds: float) -> bool:
        try:
            self.queue.get(timeout=seconds)
        except Empty:
            return True
        return False


class Site:
    """A small archive under preview by a real server in a process of its own."""

    def __init__(self, folder: Path, base: str = "/") -> None:
        self.folder = folder
        self.base = base
        self.process: subprocess.Popen[str] | None = None
        self.lines: list[str] = []
        self.port = 0

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def start(self, port: int = 0) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-W", "error", str(PROGRAM), str(self.folder), self.base, str(port)],
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        first = self.process.stdout.readline()
        if not first:
            return
        assert first.startswith("Serving http://127.0.0.1:"), first
        self.port = int(first.split(":")[2].split("/")[0])
        self.lines = [first]
        self.reader = threading.Thread(target=lambda: self.lines.extend(self.process.stdout))
        self.reader.start()

    def stop(self, by: int = signal.SIGINT) -> tuple[int, str]:
        """End the server; its exit code and what it wrote to stderr."""
        process, self.process = self.process, None
        assert process is not None
        process.send_signal(by)
        try:
            code = process.wait(timeout=PATIENCE)
        finally:
            process.kill()
            if self.port:
                self.reader.join()
            errors = process.stderr.read()
            process.stdout.close()
            process.stderr.close()
        return code, errors

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base}"

    def get(self, address: str = "", **more) -> httpx.Response:
        return httpx.get(self.url + address, timeout=PATIENCE, **more)

    def builds(self, word: str = "done") -> int:
        path = self.folder / "builds"
        return path.read_text().split().count(word) if path.exists() else 0

    def wait_for_builds(self, count: int) -> None:
        wait_until(lambda: self.builds() >= count)

    def wait_for_line(self, part: str) -> str:
        wait_until(lambda: any(part in line for line in self.lines))
        return next(line for line in self.lines if part in line)

    def settle(self) -> int:
        """Wait longer than any further build would take to begin; the number of builds by then."""
        time.sleep(0.3)
        return self.builds("started")

    @contextmanager
    def events(self) -> Iterator[Events]:
        events = Events()
        with httpx.Client(timeout=None) as client, client.stream("GET", f"{self.url}_dateline/events") as response:
            assert response.headers["content-type"] == "text/event-stream; charset=utf-8"

            def read() -> None:
                name = ""
                try:
                    for line in response.iter_lines():
                        field, _, value = line.partition(": ")
                        if field == "event":
                            name = value
                        elif field == "data":
                            events.queue.put((name, value))
                except httpx.HTTPError:
                    events.queue.put(("lost", ""))
                else:
                    events.queue.put(("ended", ""))

            reader = threading.Thread(target=read)
            reader.start()
            try:
                assert events.next()[0] == "state"
                yield events
            finally:
                with suppress(OSError):  # the server may have ended the stream
                    response.extensions["network_stream"].get_extra_info("socket").shutdown(socket.SHUT_RDWR)
                reader.join()


@contextmanager
def archive(folder: Path) -> Iterator[Site]:
    """An archive whose server has not been started; ends the server."""
    site = Site(folder)
    site.write("site.toml", 'title = "Harbour archive"\n')
    site.write("content/index.html", "<!doctype html><body><p>Front page</p></body>")
    site.write("content/404.html", "<!doctype html><body><p>No such page here</p></body>")
    site.write("content/articles/harbour/index.html", "<!doctype html><body><p>Port workers</p></body>")
    yield site
    if site.process is not None:
        code, errors = site.stop()
        assert (code, errors) == (0, "")


@pytest.fixture
def idle_site(tmp_path: Path) -> Iterator[Site]:
    """An archive whose server has not been started."""
    with archive(tmp_path) as site:
        yield site


@pytest.fixture
def site(idle_site: Site) -> Site:
    """An archive under preview, built."""
    idle_site.start()
    idle_site.wait_for_line("Built in")
    return idle_site


def sentences(data: str) -> list[str]:
    return json.loads(data)
