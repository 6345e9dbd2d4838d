import asyncio
import gc
import threading
import weakref

import pytest

from generator.preview import builder


class Theme:
    """What holds on to itself, as compiled templates do."""

    def __init__(self):
        self.own = self


@pytest.mark.parametrize(("changes", "freed"), [(False, True), (True, False)], ids=["in a lull", "while pages wait"])
def test_what_builds_leave_is_freed_in_a_lull(monkeypatch, changes, freed):
    """A process that builds all day stays small, and no page waits for that."""
    monkeypatch.setattr(builder, "LULL", 0.01)
    gc.disable()
    try:
        left = weakref.ref(Theme())
        thread = threading.Thread(target=asyncio.run, args=(_tidy(changes),))  # here the browser's own loop may run
        thread.start()
        thread.join()
        assert (left() is None) == freed
    finally:
        gc.enable()


async def _tidy(changes):
    wanted = asyncio.Event()
    if changes:
        wanted.set()
    await builder._tidy_in_a_lull(wanted)
