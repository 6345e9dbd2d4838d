"""The builder: builds whenever something changed, one build at a time, and says what came of it."""

import asyncio
import gc
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.errors import GeneratorError, Problem
from generator.preview.channel import Channel, Outcome
from generator.preview.watch import Watch

T = TypeVar("T")

SETTLE = 0.06  # seconds: longer than the watch takes to tell of a change
LULL = 2.0  # seconds in which nothing changes, before the process tidies up


@dataclass(frozen=True, kw_only=True, slots=True)
class Rebuilt:
    """What one build said."""

    problems: tuple[Problem, ...]
    changed: bool
    """Whether any output file differs from before."""
    complete: bool = True
    """Whether all is up to date, with what pages do not show."""


class Builder:
    """Builds at every change, in a thread of its own, for as long as it is run."""

    def __init__(
        self,
        *,
        rebuild: Callable[[], Rebuilt],
        complete: Callable[[], Rebuilt],
        watched: Callable[[], Sequence[Path]],
        output: Path,
        announce: Callable[[str], None],
        channel: Channel,
    ) -> None:
        self._rebuild = rebuild
        self._complete = complete
        self._watched = watched
        self._paths = tuple(watched())
        self._output = output
        self._announce = announce
        self._channel = channel
        self.is_building = False
        """True also after the end when a build was abandoned."""

    async def run(self) -> None:
        """Build, and again after each change, until cancelled; a build that is under way is then abandoned."""
        loop = asyncio.get_running_loop()
        wanted = asyncio.Event()
        watch = Watch(
            paths=self._paths,
            output=self._output,
            changed=lambda: loop.call_soon_threadsafe(wanted.set),
            announce=lambda line: loop.call_soon_threadsafe(self._say, line),
        )
        with watch:
            while True:
                if wanted.is_set():
                    # Changed while a build ran. One more build is to take in all of it, so wait for what the watch is
                    # still gathering.
                    await asyncio.sleep(SETTLE)
                await wanted.wait()
                wanted.clear()
                is_complete = await self._build_once(watch, self._rebuild)
                if not is_complete and not wanted.is_set():
                    await self._build_once(watch, self._complete, idle="all is up to date")
                await _tidy_in_a_lull(wanted)

    async def _build_once(self, watch: Watch, rebuild: Callable[[], Rebuilt], *, idle: str = "nothing changed") -> bool:
        """Build, and say and tell what came of it, or ``idle``; whether all is up to date then."""
        start = time.monotonic()
        self.is_building = True
        outcome, watch.paths = await in_abandonable_thread(lambda: (self._outcome(rebuild), self._paths_now()))
        self.is_building = False
        for line in report(outcome, known=self._channel.problems, seconds=time.monotonic() - start, idle=idle):
            self._say(line)
        self._channel.tell(outcome)
        return outcome.complete

    @staticmethod
    def _outcome(rebuild: Callable[[], Rebuilt]) -> Outcome:
        try:
            rebuilt = rebuild()
        except GeneratorError as error:
            return Outcome(good=False, changed=False, problems=tuple(map(str, error.problems)))
        except BaseException as error:  # a build that calls sys.exit must not end the preview either
            said = f"{type(error).__name__}: {error}".removesuffix(": ")
            sentence = f"The build broke: {said} (a fault in the program or the theme; the terminal shows where)."
            return Outcome(good=False, changed=False, problems=(sentence,), trace=traceback.format_exc())
        problems = tuple(map(str, rebuilt.problems))
        return Outcome(good=True, changed=rebuilt.changed, complete=rebuilt.complete, problems=problems)

    def _paths_now(self) -> tuple[Path, ...]:
        # Where the settings cannot be read, the build has said so; the former paths stay watched.
        with suppress(Exception):
            self._paths = tuple(self._watched())
        return self._paths

    def _say(self, line: str) -> None:
        with suppress(Exception):  # a terminal that is gone, or cannot show a letter, must not end the preview
            self._announce(line)


async def _tidy_in_a_lull(wanted: asyncio.Event) -> None:
    """Free what a build left, when no page waits for this process any more.

    Builds run without the garbage collector, and the templates that each of them loads hold on to one another.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(LULL):
            await wanted.wait()
        return
    await in_abandonable_thread(gc.collect)


async def in_abandonable_thread(work: Callable[[], T]) -> T:
    """What ``work`` returns; it must not raise. A cancelled caller does not wait for it, nor does the program's end."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[T] = loop.create_future()

    def hand_over(value: T) -> None:
        if not result.cancelled():
            result.set_result(value)

    def work_and_tell() -> None:
        value = work()
        with suppress(RuntimeError):  # the loop has ended, and nobody waits any more
            loop.call_soon_threadsafe(hand_over, value)

    threading.Thread(target=work_and_tell, name="build", daemon=True).start()
    return await result


def report(outcome: Outcome, *, known: Sequence[str], seconds: float, idle: str) -> Iterator[str]:
    """The lines for the terminal: problems that the build before did not have, then what it came to.

    ``idle``: what is said of a build that changed nothing that pages show.
    """
    yield from (problem for problem in outcome.problems if problem not in set(known))
    if outcome.trace is not None:
        yield outcome.trace
    if outcome.good:
        news = "the open pages show it" if outcome.changed else idle
        count = len(outcome.problems)
        said = f"; {count} problem{'s' if count > 1 else ''}" if count else ""
        yield f"Built in {seconds:.1f} s: {news}{said}."
    else:
        yield "Not built; the last good site stays until that is mended."
