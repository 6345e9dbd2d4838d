"""When the machine refuses, a build says one thing that can be acted on, and the last good site stays."""

import multiprocessing
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import time

import pytest
from archives import article, make_archive, read_all, said, write
from pagefind_bin import get_executable

from generator.content import read_article
from generator.errors import GeneratorError, OutputError, SearchError
from generator.making import Workshop
from generator.rebuild import rebuild
from generator.render import Renderer, Theme
from generator.search import pagefind
from generator.store import claim
from rebuilding.clean import MANIFEST, Process, comparable, dateline, difference
from rebuilding.edits import Editor

LIMITED = """
import resource, sys
limit = getattr(resource, sys.argv[1])
resource.setrlimit(limit, (int(sys.argv[2]), resource.getrlimit(limit)[1]))
from generator.cli import main
main(sys.argv[3:])
"""
"""Runs a command under a limit of the kernel's."""


@pytest.fixture
def site(tmp_path):
    """A site that was built, and edited since."""
    editor = Editor(tmp_path / "site", random.Random(4), articles=10)
    rebuild(editor.site, search=False, jobs=1)
    editor.edit_title()
    editor.add_article()
    return editor.site


def refusal(site, **options):
    """The one error that a build ends with, while all that is served stays as it was."""
    before = read_all(site.output)
    with pytest.raises(GeneratorError) as caught:
        rebuild(site, **{"search": False, "jobs": 1, **options})
    assert difference(read_all(site.output), before) == []
    (problem,) = said(caught.value.problems)
    return problem


def assert_healed(site, clean, *, search=False):
    rebuild(site, search=search, jobs=1)
    expected = clean.build(site, search=search)[0]
    here = read_all(site.output)
    assert difference(*(map(comparable, (here, expected)) if search else (here, expected))) == []


def assert_old_or_new(site, clean, old):
    """For what may fail before or after the new site is in place."""
    new = clean.build(site)[0]
    here = read_all(site.output)
    assert [
        path for path, data in here.items() if path != MANIFEST and data not in (old.get(path), new.get(path))
    ] == []
    assert here.keys() >= old.keys() & new.keys()


def assert_one_error(code, out, err):
    """What a command says that could not do its work."""
    assert code == 1, (code, out, err)
    assert out == ""
    assert "Traceback" not in err
    errors = [line for line in err.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1, err
    return errors[0]


# The disk.


@pytest.fixture
def disk(tmp_path):
    """A small disk of its own, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root may mount a disk")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3M", "tmpfs", folder], check=False, capture_output=True)
    if made.returncode:
        pytest.skip("no disk may be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def move_to(disk, site):
    """The same site on that disk, built there, and edited since."""
    shutil.copytree(site.root / "content", disk / "site/content")
    shutil.copyfile(site.root / "site.toml", disk / "site/site.toml")
    moved = Editor.__new__(Editor)
    moved.root, moved.chance, moved.log = disk / "site", random.Random(6), []
    rebuild(moved.site, search=False, jobs=1)
    write(moved.root, {"content/articles/long.md": article("It rained. " * 2000)})
    return moved.site


@pytest.mark.parametrize("left", [0, 4, 20, 40, 60, 120])
def test_a_disk_that_fills_up(disk, site, clean, left):
    """However many kilobytes are left when the build begins."""
    site = move_to(disk, site)
    old = read_all(site.output)
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    filler = disk / "filler"
    filler.write_bytes(b"x" * max(free - left * 1024, 0))
    code, out, err = dateline(site.root, "build", "--no-search", "--jobs", "2")
    if code:
        error = assert_one_error(code, out, err)
        assert "No space left on device" in error or "full" in error
    assert_old_or_new(site, clean, old)
    filler.unlink()
    assert_healed(site, clean)


@pytest.mark.parametrize("size", [0, 4_000, 33_000, 50_000, 70_000, 150_000])
def test_files_that_may_not_grow(site, clean, size):
    """As on a disk that is full, or under a quota: each write is refused from some size on."""
    write(site.root, {"content/articles/long.md": article("It rained. " * 9000)})
    old = read_all(site.output)
    limits = ("RLIMIT_FSIZE", str(size))
    code, out, err = Process("-c", LIMITED, *limits, "-C", site.root, "build", "--no-search", "--jobs", "2").end()
    if code:
        assert_one_error(code, out, err)
    assert_old_or_new(site, clean, old)
    assert_healed(site, clean)


def test_a_disk_that_may_only_be_read(disk, site):
    site = move_to(disk, site)
    before = read_all(site.output)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    try:
        error = assert_one_error(*dateline(site.root, "build", "--no-search"))
    finally:
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    assert error.startswith(f"error: {site.store}: It cannot be written: Read-only file system.")
    assert read_all(site.output) == before


def test_an_output_folder_that_may_only_be_read(disk, site, clean):
    site = move_to(disk, site)
    before = read_all(site.output)
    subprocess.run(["mount", "--bind", site.output, site.output], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", site.output], check=True)
    try:
        error = assert_one_error(*dateline(site.root, "build", "--no-search"))
    finally:
        subprocess.run(["umount", site.output], check=True)
    assert f"{site.output}" in error
    assert "It cannot be written: " in error
    assert read_all(site.output) == before
    assert_healed(site, clean)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_folders_that_may_not_be_written(site, clean):
    folders = [site.output, *(path for path in site.output.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    try:
        assert "It cannot be written: Permission denied." in refusal(site)
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert_healed(site, clean)


# What is read.


def test_the_content_is_not_there(site, clean):
    """Moved away, or on a disk that is not mounted."""
    site.content.rename(site.root / "elsewhere")
    assert refusal(site) == (
        "content: This folder is not there. "
        "Bring it back, or make it: it holds articles/, people/, topics/ and sources/."
    )
    assert refusal(site, cache=False).startswith("content: This folder is not there.")
    (site.root / "elsewhere").rename(site.content)
    assert_healed(site, clean)


def losing_content(site, patch, owner, name):
    """Let the content go just before a step of the build."""
    step = getattr(owner, name)

    def lose(*args):
        site.content.rename(site.root / "elsewhere")
        return step(*args)

    patch.setattr(owner, name, lose)


def test_the_content_goes_while_articles_are_read(site, clean, monkeypatch):
    rebuild(site, search=False, jobs=1)
    write(site.root, {"content/articles/new.md": article()})
    with monkeypatch.context() as patch:
        losing_content(site, patch, Theme, "check")
        assert refusal(site).startswith("content: This folder is not there.")
    (site.root / "elsewhere").rename(site.content)
    assert_healed(site, clean)


def test_the_content_goes_while_pages_are_made(site, clean, monkeypatch):
    """No page is unpublished for it."""
    rebuild(site, search=False, jobs=1)
    before = read_all(site.output)
    write(site.root, {"templates/article.html": '{% extends "bundled/article.html" %}{% block head %}x{% endblock %}'})
    with monkeypatch.context() as patch:
        losing_content(site, patch, Workshop, "make_all")
        report = rebuild(site, search=False, jobs=1)
    assert all("It cannot be read: No such file or directory." in problem for problem in said(report.problems)[-5:])
    assert read_all(site.output).keys() == before.keys()
    (site.root / "elsewhere").rename(site.content)
    assert_healed(site, clean)


@pytest.mark.parametrize("files", [5, 6, 7, 8, 9, 10, 12, 14, 18, 26])
def test_too_many_open_files(site, clean, files):
    """However few files may be open, articles are not taken for gone because they cannot be opened."""
    shutil.rmtree(site.store)
    old = read_all(site.output)
    limits = ("RLIMIT_NOFILE", str(files))
    code, out, err = Process("-c", LIMITED, *limits, "-C", site.root, "build", "--no-search", "--jobs", "3").end()
    if code and "Traceback" in err:  # not a line of ours could be read yet
        assert "generator/rebuild.py" not in err, err
    elif code:
        assert_one_error(code, out, err)
    assert_old_or_new(site, clean, old)
    assert_healed(site, clean)


@pytest.mark.parametrize("number", [1, 7])
def test_an_article_that_the_machine_fails_to_read(site, clean, monkeypatch, number):
    calls = []

    def read(content, path):
        calls.append(path)
        if len(calls) == number:
            raise OSError(23, "Too many open files in system", f"{content}/{path}")
        return read_article(content, path)

    shutil.rmtree(site.store)
    with monkeypatch.context() as patch:
        patch.setattr("generator.reading.read_article", read)
        assert refusal(site) == (
            f"{site.content}/{calls[-1]}: The build cannot go on: Too many open files in system. See to permissions, "
            "the space on the disk and the limits of this machine, then build again; the last good site stays."
        )
    assert_healed(site, clean)


@pytest.mark.parametrize("most", [1, 99])
@pytest.mark.parametrize("place", ["content/articles/2015", "content/articles", "content/people"])
def test_a_folder_that_the_machine_fails_to_open(site, clean, monkeypatch, place, most):
    """Its articles are not taken for gone, though it should open a moment later."""
    scandir, refused = os.scandir, []

    def open_folder(path="."):
        if str(path) == f"{site.root}/{place}" and len(refused) < most:
            refused.append(path)
            raise OSError(24, "Too many open files", str(path))
        return scandir(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", open_folder)
        assert refusal(site).startswith(f"{site.root}/{place}: The build cannot go on: Too many open files.")
    assert_healed(site, clean)


@pytest.mark.parametrize("kind", ["articles", "people"])
def test_a_file_that_the_machine_fails_to_open(site, clean, monkeypatch, kind):
    def refuse(path, *arguments):
        if f"/{kind}/" in str(path):
            raise OSError(24, "Too many open files", str(path))
        return open(path, *arguments)  # noqa: PTH123  # stands in for just that

    shutil.rmtree(site.store)
    with monkeypatch.context() as patch:
        patch.setattr("generator.content.library.open", refuse, raising=False)
        assert "The build cannot go on: Too many open files." in refusal(site)
    assert_healed(site, clean)


# Processes.


def die_in_a_worker(*_):
    if multiprocessing.parent_process() is not None:
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("place", ["reading", "making"])
def test_a_worker_that_is_killed(site, clean, monkeypatch, place):
    if place == "reading":
        work, where = read_article, "generator.reading.read_article"
    else:
        work, where = Renderer.render_page, "generator.render.Renderer.render_page"

    def killed(*arguments):
        die_in_a_worker()
        return work(*arguments)

    shutil.rmtree(site.store)
    with monkeypatch.context() as patch:
        patch.setattr(where, killed)
        patch.setattr("generator.making.FEW", 0)
        assert refusal(site, jobs=2) == (
            "worker: A worker process died. "
            "Look above for its last words; if the machine ran out of memory, use --jobs 1."
        )
    assert_healed(site, clean)


HOLDER = """
import sys, time
from pathlib import Path
from generator.store import claim
with claim(Path(sys.argv[1]), waiting=print):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(site):
    """Another process that is building the same site."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, site.store], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_build_waits_for_the_first_and_says_so(site, clean, holder):
    second = Process("-m", "generator", "-C", site.root, "build", "--no-search")
    time.sleep(1)
    old = read_all(site.output)
    time.sleep(0.2)
    assert read_all(site.output) == old
    holder.kill()  # the kernel lets go of what a dead process held
    code, _, err = second.end()
    assert code == 0
    assert err.splitlines()[0] == f"Process {holder.pid} is building this site. Waiting for it to end."
    assert_healed(site, clean)


def test_a_second_build_does_not_wait_for_ever(site, holder):
    with pytest.raises(OutputError) as caught, claim(site.store, waiting=lambda _: None, patience=0.1):
        pass
    assert said(caught.value.problems) == [
        f"{site.store}/claim: Process {holder.pid} is building this site. Wait for it, or end it, and try again."
    ]


def test_a_claim_of_a_dead_process_does_not_block(site, clean):
    (site.store / "claim").write_text("1\n")
    assert_healed(site, clean)


def test_many_builds_at_once(site, clean):
    builds = [Process("-m", "generator", "-C", site.root, "build", "--no-search") for _ in range(4)]
    assert [build.end()[0] for build in builds] == [0] * 4
    expected = clean.build(site)[0]
    assert difference(read_all(site.output), expected) == []


# The search index.

REAL = str(get_executable())

BEHAVIOURS = {
    "says why it fails": (
        "echo one >&2; echo 'the disk is on fire' >&2; exit 3",
        "Pagefind failed with exit code 3: the disk is on fire. "
        "See to the space on the disk, or build with --no-search.",
    ),
    "fails without a word": ("exit 1", "Pagefind failed with exit code 1: it said nothing."),
    "is killed": ("kill -9 $$", "Pagefind failed with exit code -9: it said nothing."),
    "makes nothing": ("exit 0", "The index cannot be read: [Errno 2] No such file or directory"),
    "makes less": (f'{REAL} "$@"; find "$4/fragment" -type f | head -n 1 | xargs rm', "The index holds "),
    "counts less": (
        f"{REAL} \"$@\"; sed -i 's/page_count\":[0-9]*/page_count\":1/' \"$4/pagefind-entry.json\"",
        "The index holds 1 of ",
    ),
    "makes what cannot be read": (f'{REAL} "$@"; echo "{{" > "$4/pagefind-entry.json"', "The index cannot be read: "),
    "makes something else": (f'{REAL} "$@"; echo "[]" > "$4/pagefind-entry.json"', "The index cannot be read: "),
    "makes a list": (
        f'{REAL} "$@"; echo \'{{"languages": [1]}}\' > "$4/pagefind-entry.json"',
        "The index cannot be read: ",
    ),
    "takes too long": (
        "exec sleep 60",
        "Pagefind took longer than 1 seconds. Raise search.time_limit or lower search.shard_articles in site.toml.",
    ),
}  # fmt: skip
YEAR = {
    f"content/articles/{name}.md": article(f"Words of {name}.", title=name, published="2015-01-01")
    for name in ("a", "b", "c")
}


@pytest.fixture
def indexed(tmp_path):
    """A site with a search index, edited since."""
    made = make_archive(tmp_path / "site", YEAR, "[search]\ntime_limit = 1\n")
    rebuild(make_archive(tmp_path / "site", YEAR, "[search]\ntime_limit = 60\n"))
    write(made.root, {"content/articles/d.md": article("Words of d.", title="d", published="2015-01-02")})
    return make_archive(made.root, {}, "[search]\ntime_limit = 1\n")


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_a_pagefind_that_misbehaves(indexed, clean, monkeypatch, behaviour):
    script, expected = BEHAVIOURS[behaviour]
    program = indexed.root / "pagefind.sh"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with monkeypatch.context() as patch:
        patch.setattr(pagefind, "get_executable", lambda: program)
        if "too long" not in behaviour:
            indexed = make_archive(indexed.root, {}, "[search]\ntime_limit = 60\n")
        start = time.monotonic()
        problem = refusal(indexed, search=True)
        assert time.monotonic() - start < 30
    assert problem.startswith(f"search index 2015: {expected}")
    assert_healed(make_archive(indexed.root, {}, "[search]\ntime_limit = 60\n"), clean, search=True)


@pytest.mark.parametrize("program", ["nowhere/pagefind", "site.toml"])
def test_a_pagefind_that_is_not_there_or_no_program(indexed, clean, monkeypatch, program):
    with monkeypatch.context() as patch:
        patch.setattr(pagefind, "get_executable", lambda: indexed.root / program)
        problem = refusal(indexed, search=True)
    assert problem.startswith("search index 2015: Pagefind cannot be run: ")
    assert problem.endswith(" Install pagefind-bin again, or build with --no-search.")
    assert_healed(make_archive(indexed.root, {}, "[search]\ntime_limit = 60\n"), clean, search=True)


def test_a_command_whose_index_fails(indexed, monkeypatch):
    """As a user sees it."""
    before = read_all(indexed.output)
    shutil.rmtree(indexed.store)
    indexed.store.mkdir()
    (indexed.store / "search").write_text("a file")
    error = assert_one_error(*dateline(indexed.root, "build"))
    assert f"{indexed.store}/search" in error
    assert read_all(indexed.output) == before


def test_an_index_that_fails_is_not_taken_for_done(indexed, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(pagefind, "get_executable", lambda: indexed.root / "nowhere")
        for _ in range(2):
            with pytest.raises(SearchError):
                rebuild(indexed, jobs=1)
    rebuild(make_archive(indexed.root, {}, "[search]\ntime_limit = 60\n"), jobs=1)
    assert len(list(indexed.output.glob("search/2015/fragment/*"))) == 4
