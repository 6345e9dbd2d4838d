from collections.abc import Iterator

import pytest

from rebuilding.clean import Clean


@pytest.fixture(scope="session")
def clean() -> Iterator[Clean]:
    """Builds what other builds are held against."""
    builder = Clean()
    yield builder
    builder.close()
