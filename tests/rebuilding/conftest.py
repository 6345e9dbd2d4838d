import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rebuilding.clean import MEMORY, Clean


@pytest.fixture(scope="session")
def clean() -> Iterator[Clean]:
    """Builds what other builds are held against."""
    builder = Clean()
    yield builder
    builder.close()


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """As ``tmp_path``, in memory where that can be: for what writes the same files a hundred times."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-test-", dir=MEMORY if os.access(MEMORY, os.W_OK) else tmp_path))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(autouse=True)
def let_go() -> Iterator[None]:
    """Let go of what the builds of a test left, which a walk of a hundred steps makes hundreds of megabytes of."""
    yield
    gc.collect()
