import os
import time

import pytest

from generator.engine import count_jobs, share, spread
from generator.errors import ContentError, GeneratorError, Problem, Where

TASKS = list(range(20))


def test_as_many_jobs_as_asked_for_or_as_there_are_processors():
    assert count_jobs(3) == 3
    assert count_jobs() >= 1


@pytest.mark.parametrize("jobs", [1, 2, 3, 7, 20, 50])
def test_every_task_is_done_once_and_results_come_in_the_order_of_the_parts(jobs):
    parts = spread(lambda tasks: list(tasks), TASKS, jobs)
    assert len(parts) == min(jobs, 20)
    assert parts == [TASKS[n :: len(parts)] for n in range(len(parts))]


@pytest.mark.parametrize("number", [1, 2, 20, 255, 256, 257, 1000])
@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_every_task_is_taken_once_by_whoever_is_free(number, jobs):
    told = []
    parts = share(list, range(number), jobs, told.append)
    assert sorted(task for part in parts for task in part) == list(range(number))
    assert sum(told) == number


def test_who_is_slow_takes_less():
    here = os.getpid()

    def work(tasks):
        done = 0
        for _ in tasks:
            time.sleep(0.0001 if os.getpid() == here else 0.02)
            done += 1
        return done

    own, other = share(work, range(256), 2)
    assert own > other


@pytest.mark.parametrize("divide", [spread, share])
@pytest.mark.parametrize("jobs", [1, 3])
def test_nothing_to_do(jobs, divide):
    assert divide(list, [], jobs) == [[]]


def test_parts_run_in_processes_of_their_own():
    assert len(set(spread(lambda _: os.getpid(), TASKS, 3))) == 3


def test_large_results_travel():
    parts = spread(lambda tasks: b"x" * 5_000_000, TASKS, 3)
    assert [len(part) for part in parts] == [5_000_000] * 3


def fail_at(number):
    def work(tasks):
        if number in tasks:
            raise ContentError(Problem(where=Where(path=f"{number}.md", line=4), what="Wrong.", remedy="Right it."))
        return len(list(tasks))

    return work


@pytest.mark.parametrize("number", [0, 1, 2])
def test_an_error_of_ours_arrives_whole_from_any_process(number):
    with pytest.raises(ContentError) as caught:
        spread(fail_at(number), TASKS, 3)
    assert str(caught.value) == f"{number}.md:4: Wrong. Right it."


@pytest.mark.parametrize("divide", [spread, share])
def test_a_process_that_dies_is_told(divide):
    here = os.getpid()

    def work(tasks):
        if os.getpid() != here:
            os._exit(9)
        return len(list(tasks))

    with pytest.raises(GeneratorError) as caught:
        divide(work, TASKS, 3)
    assert str(caught.value) == (
        "worker: A worker process died. Look above for its last words; if the machine ran out of memory, use --jobs 1."
    )


@pytest.mark.parametrize("divide", [spread, share])
def test_a_mistake_in_this_process_ends_the_others(divide):
    started, here = time.monotonic(), os.getpid()

    def work(tasks):
        if os.getpid() == here:
            raise ZeroDivisionError
        time.sleep(60)

    with pytest.raises(ZeroDivisionError):
        divide(work, TASKS, 3)
    assert time.monotonic() - started < 30
