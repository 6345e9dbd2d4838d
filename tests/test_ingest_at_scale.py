"""Many pages: what is made does not depend on processes, on batches that were cut short, or on what a ledger lost."""

import json
import os
import random
import shutil
import signal
import time
from contextlib import suppress

import pytest
from archives import make_archive, read_all, write

import generator.ingest
from generator.clean import clean_page
from generator.errors import Problem
from generator.ingest import Ingested, ingest
from generator.intake import find_pages

PLACES = ("Brackwater", "Elmford", "Highmoor", "Saltby", "Tarnwick", "Oakhaven", "Wendle")
DEEDS = ("reopens its bridge", "votes on the ferry", "counts the cost of the storm", "waits for the inquiry")


def page(number, **outlet):
    """A story of its own between lines that its outlet prints on every page; every fifth title is told twice."""
    chance = random.Random(number)
    place = PLACES[number % 7]
    title = f"{place} {DEEDS[number % 4]}" if number % 5 == 0 else f"{place} {DEEDS[number % 4]}, day {number}"
    name = outlet.get("name", ("Tide Wire", "Harbour Press")[number % 2])
    story = "\n\n".join(
        f"The council of {place} met for the {chance.randint(2, 99)}th time on Monday and spoke for {part + number} "
        f"hours about the {chance.choice(('harbour', 'bridge', 'school', 'railway'))}, as the mayor had asked it to."
        for part in range(4)
    )
    return (
        f"{name}\n\nRead about the harbour in {name}, every morning before noon\n\n{title}\n\nBy Ada Holm\n\n"
        f"May {number % 27 + 1}, 2015\n\n{story}\n\nThe letter of {name} comes to you every Monday if you ask\n\n"
        f"{name} belongs to the people who work for it, and to nobody else at all\n"
    )


SOURCES = {
    "content/sources/tide-wire.md": "---\nname: Tide Wire\n---\n",
    "content/sources/harbour-press.md": "---\nname: Harbour Press\n---\n",
}


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    folder = tmp_path_factory.mktemp("raw")
    pages = {f"{number:03}.txt": page(number) for number in range(30)}
    pages |= {"100.txt": "Home\nMenu\nSubscribe\n", "101.txt": page(3), "102.txt": b"\0\1\2\xff"}
    records = [
        {"title": f"Record {n}", "text": page(n).split("\n\n", 3)[3], "url": f"https://x.example/{n}"} for n in range(5)
    ]
    pages["200.jsonl"] = "\n".join(json.dumps(record) for record in records) + "\nnonsense\n"
    write(folder, pages)
    return folder


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(generator.ingest, "BATCH", 6)


@pytest.fixture
def expected(tmp_path_factory, raw, small_batches):
    """What an undisturbed ingest makes."""
    site = make_archive(tmp_path_factory.mktemp("expected") / "site", SOURCES)
    run(site, raw)
    return read_all(site.content)


def run(site, raw, **options):
    return list(ingest(site, find_pages([raw]), **options))


def outcomes(results):
    return [str(r.outcome) if isinstance(r, Ingested) else "problem" for r in results]


@pytest.mark.parametrize("jobs", [2, 3])
def test_the_result_does_not_depend_on_the_number_of_processes(tmp_path, raw, expected, jobs):
    site = make_archive(tmp_path / "site", SOURCES)
    alone = run(make_archive(tmp_path / "alone", SOURCES), raw)
    assert outcomes(run(site, raw, jobs=jobs)) == outcomes(alone)
    assert read_all(site.content) == expected


def test_progress_counts_every_page_once(tmp_path, raw, small_batches):
    counted = []
    results = run(make_archive(tmp_path / "site", SOURCES), raw, jobs=1, advance=counted.append)
    assert sum(counted) == len(results)


@pytest.mark.parametrize("lost", ["everything", "a part", "damaged"])
def test_a_ledger_that_is_lost_is_made_anew_and_nothing_changes(tmp_path, raw, expected, lost):
    site = make_archive(tmp_path / "site", SOURCES)
    run(site, raw)
    ledger = site.store / "ingest" / "ledger.sqlite"
    if lost == "everything":
        shutil.rmtree(site.store)
    else:
        ledger.write_bytes(ledger.read_bytes()[: 5000 if lost == "a part" else 0] + b"nonsense" * 999)
    results = run(site, raw)
    assert not {"new", "edited"} & set(outcomes(results))
    assert read_all(site.content) == expected


def fork_ingest(site, raw, jobs):
    pid = os.fork()
    if pid:
        with suppress(OSError):
            os.setpgid(pid, pid)
        return pid
    code = 1
    try:
        os.setpgid(0, 0)
        run(site, raw, jobs=jobs)
        code = 0
    finally:
        os._exit(code)


def torment(folder, raw, expected, seed, kills):
    """Kill ingests at any moment, each time going on where the last one was, as often as asked."""
    chance = random.Random(seed)
    begun = time.perf_counter()
    assert os.waitpid(fork_ingest(make_archive(folder / "timed", SOURCES), raw, 2), 0)[1] == 0
    length = time.perf_counter() - begun
    while kills:
        site = make_archive(folder / str(kills), SOURCES)
        for _ in range(chance.randint(1, 3)):
            pid = fork_ingest(site, raw, chance.randint(1, 2))
            time.sleep(length * chance.random())
            os.killpg(pid, signal.SIGKILL)
            if os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL:
                kills = max(0, kills - 1)
            else:
                length *= 0.8  # it was done before; the machine is quicker than it was
        run(site, raw)
        assert read_all(site.content) == expected
        assert not {"new", "edited", "taken out"} & set(outcomes(run(site, raw)))
        shutil.rmtree(site.root)


def test_killed_at_any_moment_and_run_again_it_ends_where_an_undisturbed_one_does(tmp_path, raw, expected):
    torment(tmp_path, raw, expected, seed=1, kills=20)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(2, 12))
def test_killed_at_any_moment_often(tmp_path, raw, expected, seed):
    torment(tmp_path, raw, expected, seed=seed, kills=60)


@pytest.mark.parametrize("jobs", [1, 2])
def test_killed_at_every_step_of_writing(tmp_path, raw, expected, jobs):
    """Each file that is moved into its place is a moment."""
    for moment in range(0, 100, 19):
        site = make_archive(tmp_path / str(moment), SOURCES)
        pid = os.fork()
        if not pid:
            left, replace = [moment], os.replace

            def counted(*arguments, left=left, replace=replace):
                if not left[0]:
                    os.kill(os.getpid(), signal.SIGKILL)
                left[0] -= 1
                replace(*arguments)

            os.replace = counted
            try:
                run(site, raw, jobs=jobs)
            finally:
                os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
        run(site, raw)
        assert read_all(site.content) == expected
        shutil.rmtree(site.root)


def test_furniture_of_a_source_is_remembered_for_pages_that_come_alone(tmp_path, monkeypatch):
    """What stands on another page of the source is known when a page comes, however much later."""
    told = []

    def watched(page, *, outlets, known):
        told.append(known.lines)
        return clean_page(page, outlets=outlets, known=known)

    monkeypatch.setattr(generator.ingest, "clean_page", watched)
    site = make_archive(tmp_path / "site", SOURCES)
    for number in (11, 12, 13):
        write(tmp_path / str(number), {"a.txt": page(number)})
        run(site, tmp_path / str(number))
    assert [len(lines) for lines in told] == [0, 1, 5]
    assert told[1] == {"By Ada Holm"}  # two outlets, of which nobody knows before a page is cleaned
    assert "Harbour Press belongs to the people who work for it, and to nobody else at all" in told[2]


def test_a_story_that_two_outlets_print_is_not_furniture(tmp_path):
    site = make_archive(tmp_path / "site", {})
    story = page(11).split("\n\n")[2:-2]
    records = [
        {
            "url": f"https://{host}.example/story",
            "text": "\n\n".join([*story, f"Only {host} adds this sentence at the end of it."]),
        }
        for host in ("one", "two", "three")
    ]
    write(tmp_path / "raw", {"a.jsonl": "\n".join(map(json.dumps, records))})
    results = run(site, tmp_path / "raw")
    assert outcomes(results) == ["new"] * 3
    for result in results:
        assert (site.content / result.path).read_text().count("The council of") == 4


def test_the_same_bytes_are_filed_once_however_far_apart(tmp_path, small_batches):
    site = make_archive(tmp_path / "site", SOURCES)
    write(tmp_path / "raw", {f"{n:03}.txt": page(n % 20) for n in range(40)})
    for options in ({"dry_run": True}, {}):
        results = run(site, tmp_path / "raw", **options)
        assert outcomes(results) == ["new"] * 20 + ["same"] * 20
    assert set(outcomes(run(site, tmp_path / "raw"))) == {"unchanged"}


def test_a_source_is_known_by_its_furniture_where_its_pages_do_not_name_it(tmp_path):
    """Long lines that only one outlet prints tell of it; what two outlets print tells nothing."""
    site = make_archive(tmp_path / "site", SOURCES)
    anonymous = page(21).split("\n\n")
    motto = "This page was printed on the old press in the harbour, by night and by hand"
    notice = "Whoever finds a mistake on this page gets a pot of marmalade from the editor"
    write(tmp_path / "raw", {f"{n}.txt": f"{page(n)}\n{motto}\n\n{notice}\n" for n in (1, 3, 5, 7)})
    assert all(r.article.source == "harbour-press" for r in run(site, tmp_path / "raw"))
    story = "\n\n".join(anonymous[2:-2])
    write(tmp_path / "more", {"a.txt": f"{story}\n\n{motto}\n\n{notice}\n", "b.txt": story.replace("Monday", "Friday")})
    known, unknown = run(site, tmp_path / "more")
    assert (known.article.source, unknown.article.source) == ("harbour-press", None)


def test_memory_holds_one_batch(tmp_path, small_batches):
    """Pages are asked for batch by batch, not beforehand."""
    site = make_archive(tmp_path / "site", SOURCES)
    write(tmp_path / "raw", {f"{n:03}.txt": page(n) for n in range(30)})
    asked = []

    def watched():
        for found in find_pages([tmp_path / "raw"]):
            asked.append(found)
            yield found

    next(ingest(site, watched()))
    assert len(asked) == 6


def test_one_ingest_at_a_time(tmp_path):
    """A second one says for whom it waits."""
    site = make_archive(tmp_path / "site", SOURCES)
    write(tmp_path / "raw", {"a.txt": page(1)})
    pid = os.fork()
    if not pid:
        first = ingest(site, (found for _ in [0] for found in find_pages([tmp_path / "raw"])))
        next(first)
        (tmp_path / "begun").touch()
        time.sleep(1)
        os._exit(0)
    while not (tmp_path / "begun").exists():
        time.sleep(0.01)
    said = []
    results = run(site, tmp_path / "raw", say=said.append)
    os.waitpid(pid, 0)
    assert said == [f"Process {pid} is ingesting into this site. Waiting for it to end."]
    assert outcomes(results) == ["unchanged"]


def test_problems_keep_their_place_among_pages(tmp_path):
    site = make_archive(tmp_path / "site", SOURCES)
    write(tmp_path / "raw", {"a.txt": page(1), "b.txt": b"", "c.txt": page(2)})
    kinds = [type(result) for result in run(site, tmp_path / "raw")]
    assert kinds == [Ingested, Problem, Ingested]
