"""Where work runs: in this process, or spread over forked ones that share what is already in memory."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from generator.errors import GeneratorError, Problem, Where

Task = TypeVar("Task")
Result = TypeVar("Result")
Found = TypeVar("Found")
Known = TypeVar("Known")


def count_jobs(asked: int | None = None) -> int:
    """How many processes to use: as many as asked for, else as many as there are processors for us."""
    if asked:
        return asked
    available = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    return len(available)


@contextmanager
def shared_memory() -> Iterator[None]:
    """Keep the garbage collector from touching, and so copying, what forked processes share."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def spread(
    work: Callable[[Iterable[Task]], Result],
    tasks: Sequence[Task],
    jobs: int,
    advance: Callable[[int], None] = lambda _: None,
) -> list[Result]:
    """Run ``work`` on ``jobs`` parts of ``tasks`` side by side; the results, in the order of the parts.

    ``advance`` is told how many tasks are done, as far as this process, which works on a part of its own, can tell.

    Parts are forked, so tasks and whatever ``work`` refers to are shared, not copied; only results travel. Where there
    is no fork, or one part, everything runs here.
    """
    jobs = min(jobs, len(tasks))
    if jobs <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(_counted(tasks, advance, 1))]
    with _forked(_work, work, _parts(tasks, jobs)) as others:
        return [work(_counted(tasks[::jobs], advance, jobs)), *map(_receive, others)]


def share(
    work: Callable[[Iterable[Task]], Result],
    tasks: Sequence[Task],
    jobs: int,
    advance: Callable[[int], None] = lambda _: None,
    prepare: Callable[[], None] = lambda: None,
) -> list[Result]:
    """As :func:`spread`, but whoever is free takes the next few tasks; so the results are in no order.

    For work that ends sooner so: where tasks differ in size, and on a machine that does other things too. ``prepare``
    is called once, by this process, when the others are at work already.
    """
    jobs = min(jobs, len(tasks))
    if jobs <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        prepare()
        return [work(_counted(tasks, advance, 1))]
    with closing(_Tray(tasks)) as tray, _forked(_work, work, [tray] * (jobs - 1)) as others:
        prepare()
        own = work(tray.taken(advance))
        return [own, *map(_receive, others)]


class _Tray(Iterable[Task]):
    """Tasks from which several processes take, a handful at a time."""

    _HANDFULS = 256
    """Their numbers fit into the smallest pipe."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        self._size = -(-len(tasks) // self._HANDFULS)
        self._numbers, into = os.pipe()
        # A number is read by one process only, and after the last comes the end.
        os.write(into, b"".join(number.to_bytes(4, "big") for number in range(0, len(tasks), self._size)))
        os.close(into)

    def __iter__(self) -> Iterator[Task]:
        return self.taken(lambda _: None)

    def taken(self, advance: Callable[[int], None]) -> Iterator[Task]:
        """The tasks that this process takes, telling of all that were taken before."""
        told = 0
        while number := os.read(self._numbers, 4):
            start = int.from_bytes(number, "big")
            advance(start - told)
            told = start
            yield from self._tasks[start : start + self._size]
        advance(len(self._tasks) - told)

    def close(self) -> None:
        os.close(self._numbers)


def confer(
    work: Callable[[Iterable[Task]], Generator[Found, Known, Result]],
    settle: Callable[[list[Found]], Known],
    tasks: Sequence[Task],
    jobs: int,
    advance: Callable[[int], None] = lambda _: None,
) -> list[Result]:
    """As :func:`spread`, for work in two halves: the second needs to know what the others found in the first.

    ``work`` yields what it found, once, and is sent what ``settle`` makes of all that was found; then it returns.
    Between the halves it keeps what it has in memory, so nothing is read twice.
    """
    jobs = min(jobs, len(tasks))
    if jobs <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        alone = work(_counted(tasks, advance, 1))
        return [_finish(alone, settle([next(alone)]))]
    with _forked(_confer, work, _parts(tasks, jobs)) as others:
        own = work(_counted(tasks[::jobs], advance, jobs))
        known = settle([next(own), *map(_receive, others)])
        for other in others:
            _tell(other, known)
        return [_finish(own, known), *map(_receive, others)]


def _parts(tasks: Sequence[Task], jobs: int) -> list[Sequence[Task]]:
    """What others do, when this process does the first of as many parts as there are ``jobs``."""
    return [tasks[part::jobs] for part in range(1, jobs)]


@contextmanager
def _forked(
    target: Callable[..., None], work: Callable[..., Any], parts: Iterable[Iterable[Any]]
) -> Iterator[list[Connection]]:
    """Connections to processes that run ``target`` on the ``parts``, one each.

    They are waited for; if anything fails here, they are ended.
    """
    context = multiprocessing.get_context("fork")
    running = []
    for part in parts:
        here, there = context.Pipe()
        process = context.Process(target=target, args=(work, part, there), daemon=True)
        process.start()
        there.close()
        running.append((process, here))
    try:
        yield [here for _, here in running]
    except BaseException:
        for process, _ in running:
            process.terminate()
        raise
    finally:
        for process, here in running:
            here.close()
            process.join()


def _confer(
    work: Callable[[Iterable[Task]], Generator[Found, Known, Result]], tasks: Iterable[Task], parent: Connection
) -> None:
    try:
        part = work(tasks)
        parent.send((True, next(part)))
        parent.send((True, _finish(part, parent.recv())))
    except EOFError:  # nobody is left to answer
        return
    except (GeneratorError, OSError) as error:
        parent.send((False, error))
    finally:
        parent.close()


def _finish(part: Generator[Found, Known, Result], known: Known) -> Result:
    """Send a generator what it waits for, and take what it returns."""
    try:
        part.send(known)
    except StopIteration as end:
        result: Result = end.value
        return result
    raise RuntimeError("it yielded twice")


def _tell(worker: Connection, known: object) -> None:
    try:
        worker.send(known)
    except OSError:  # it died; what it answers, or does not, says so
        return


def _counted(tasks: Sequence[Task], advance: Callable[[int], None], worth: int) -> Iterator[Task]:
    """The tasks, telling of each that is done; the others' are taken to be as many."""
    for task in tasks:
        yield task
        advance(worth)


def _work(work: Callable[[Iterable[Task]], Result], tasks: Iterable[Task], sender: Connection) -> None:
    try:
        sender.send((True, work(tasks)))
    except (GeneratorError, OSError) as error:
        sender.send((False, error))
    finally:
        sender.close()


def _receive(receiver: Connection) -> Result:  # type: ignore[type-var]  # what travels is what ``work`` returned
    try:
        fine, result = receiver.recv()
    except (EOFError, OSError):  # it died before it answered, or while it did
        raise GeneratorError(
            Problem(
                where=Where(path="worker"),
                what="A worker process died.",
                remedy="Look above for its last words; if the machine ran out of memory, use --jobs 1.",
            )
        ) from None
    if not fine:
        raise result
    return result  # type: ignore[no-any-return]
