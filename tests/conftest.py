"""What many tests share: a small archive of real files, copied so that a test may change it, and a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.site import Site, load_site

CHECKOUT = Path(__file__).parents[1]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None)
"""The shell without windows opens a page at a quarter of the cost."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture
def archive(tmp_path: Path) -> Site:
    """A copy of ``tests/archive``: nine articles, and the records that they need."""
    folder = tmp_path / "archive"
    shutil.copytree(CHECKOUT / "tests/archive", folder)
    return load_site(folder)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The one browser of all tests: Playwright may be started only once at a time in a process."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()
