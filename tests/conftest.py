"""What many tests share: a small archive of real files, copied so that a test may change it."""

import shutil
from pathlib import Path

import pytest

from generator.site import Site, load_site

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture
def archive(tmp_path: Path) -> Site:
    """A copy of ``tests/archive``: nine articles, and the records that they need."""
    folder = tmp_path / "archive"
    shutil.copytree(CHECKOUT / "tests/archive", folder)
    return load_site(folder)
