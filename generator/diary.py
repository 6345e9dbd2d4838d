"""The diary of a build: which stage it is in, how far, and what each stage took."""

import resource
import sys
import time
from collections.abc import Callable

from generator.model.report import Stage

Teller = Callable[[str, int, int], None]
"""Is told the stage, how much of it is done, and how much there is to do; 0 when that is not known."""


class Diary:
    """Kept by the process that builds; worker processes do not write in it."""

    def __init__(self, tell: Teller = lambda _stage, _done, _total: None) -> None:
        """``tell`` is told of progress, often."""
        self._tell = tell
        self._stages: list[Stage] = []
        self._name = ""
        self._start = 0.0
        self._done = self._total = 0

    def turn_to(self, name: str, total: int = 0) -> None:
        """End the stage before, if any, and begin another of ``total`` parts."""
        self._end_stage()
        self._name, self._done, self._total = name, 0, total
        self._start = time.perf_counter()
        self._tell(name, 0, total)

    def advance(self, count: int = 1) -> None:
        """So many parts more are done."""
        self._done = min(self._done + count, self._total)
        self._tell(self._name, self._done, self._total)

    def close(self) -> tuple[Stage, ...]:
        """End the last stage; all stages in order."""
        self._end_stage()
        self._name = ""
        return tuple(self._stages)

    def _end_stage(self) -> None:
        if self._name:
            seconds = time.perf_counter() - self._start
            self._stages.append(Stage(name=self._name, seconds=round(seconds, 4), peak_memory=_peak_memory()))


def _peak_memory() -> float:
    """MB of the largest process until now: this one or one that has ended."""
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)
