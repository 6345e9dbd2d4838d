"""A build that is killed, at whatever moment, leaves the last good site or the new one; the next build heals all.

Builds are forked, so that a moment is one of the build and not of Python's start; their whole group is killed.
"""

import gzip
import json
import os
import random
import shutil
import signal
import time
from contextlib import suppress

import pytest
from archives import read_all

from generator.rebuild import rebuild
from generator.site import load_site
from rebuilding.clean import MANIFEST, Process, comparable, difference, is_of_index, lost_links
from rebuilding.edits import Editor

FINISHED, KILLED = "finished", "killed"


def fork_build(site, *, doom=lambda: None, **options):
    """Build in a process group of its own; its id. ``doom`` is called there before the build."""
    pid = os.fork()
    if pid:
        with suppress(OSError):
            os.setpgid(pid, pid)
        return pid
    code = 1
    try:
        os.setpgid(0, 0)
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        doom()
        rebuild(site, **options)
        code = 0
    finally:
        os._exit(code)


def outcome_of(pid):
    """How a build ended; anything but well or by SIGKILL is a mistake."""
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    assert status in (0, -signal.SIGKILL), f"the build exited with {status}"
    return KILLED if status else FINISHED


def kill_after(seconds, pid):
    time.sleep(seconds)
    assert os.getpgid(pid) == pid
    os.killpg(pid, signal.SIGKILL)
    return outcome_of(pid)


def assert_whole(site, old, new, was=None):
    """Every file that is served is the old one or the new one, and what pages lead to is there.

    ``was``: the site before the build, which may have moved it to another address.
    """
    if not site.output.exists():
        assert not old
        return
    here = read_all(site.output)
    names = json.loads(here.pop(MANIFEST)).keys() if here else set()
    assert here.keys() <= names, "a file that nobody will remove"
    if not old and here:
        assert comparable(here).keys() == comparable(new).keys()
    for path, data in here.items():
        if data not in (old.get(path), new.get(path)):
            assert is_of_index(path), f"{path} is neither old nor new"
            json.loads(data) if path.endswith(".json") else gzip.decompress(data)  # whole, though named by chance
    for entry in site.output.glob("search/*/pagefind-entry.json"):
        for language in json.loads(entry.read_bytes())["languages"].values():
            assert (entry.parent / f"pagefind.{language['hash']}.pf_meta").exists()
    if was is not None and was.settings.url != site.settings.url:
        if here == {path: data for path, data in old.items() if path != MANIFEST}:
            site = was
        elif here != {path: data for path, data in new.items() if path != MANIFEST}:
            return  # half way to another address, its old pages and its new ones cannot meet
    assert lost_links(site, {"index.html", "404.html", *(old.keys() & new.keys())}) == []


def assert_healed(site, clean, search):
    """The next build, told of nothing, gives the clean build's files and leaves nothing lying about."""
    rebuild(site, search=search, jobs=1)
    here, expected = read_all(site.output), clean.build(site, search=search)[0]
    if search:
        here, expected = comparable(here), comparable(expected)
    assert difference(here, expected) == []
    assert not (site.store / "journal.json").exists()
    assert not list((site.store / "staging").glob("*"))
    assert not list((site.store / "spool").glob("*"))


class Tormentor:
    """Edits a site and kills its builds, again and again."""

    def __init__(self, folder, seed, clean, *, search):
        self.chance = random.Random(seed)
        self.editor = Editor(folder / "site", self.chance, articles=7)
        self.clean = clean
        self.search = search
        rebuild(self.editor.site, search=search, jobs=2)

    def edit(self):
        for _ in range(self.chance.randint(1, 4)):
            self.editor.edit()

    def measure(self, *, cold):
        """Seconds that a build takes which nobody kills."""
        self.prepare(cold=cold)
        start = time.perf_counter()
        assert outcome_of(fork_build(self.editor.site, search=self.search, jobs=2)) == FINISHED
        return time.perf_counter() - start

    def prepare(self, *, cold):
        site = self.editor.site
        self.edit()
        if cold:
            shutil.rmtree(site.output)
            if self.chance.random() < 0.5:
                shutil.rmtree(site.store)

    def torment(self, kills, *, cold):
        """Kill builds at moments spread over their length; how many were killed before they had finished."""
        length = max(self.measure(cold=cold) for _ in range(2))
        killed = 0
        for number in range(kills):
            was = self.editor.site
            self.prepare(cold=cold)
            site = self.editor.site
            old = read_all(site.output)
            new = self.clean.build(site, search=self.search)[0]
            pid = fork_build(site, search=self.search, jobs=2)
            if kill_after(length * self.chance.uniform(number, number + 1) / kills, pid) == KILLED:
                killed += 1
            else:  # it was over before; the machine was busier when its length was measured
                length *= 0.8
            assert_whole(site, old, new, was)
            self.change_circumstances()
            assert_healed(self.editor.site, self.clean, self.search)
        return killed

    def change_circumstances(self):
        """What may have happened until the next build."""
        site = self.editor.site
        match self.chance.randint(1, 8):
            case 1:
                shutil.rmtree(site.store)
            case 2 | 3:
                self.edit()
            case 4:
                with suppress(FileNotFoundError):
                    (site.store / "journal.json").unlink()


@pytest.mark.parametrize(
    ("search", "cold", "kills"),
    [(False, False, 40), (False, True, 20), (True, False, 14), (True, True, 8)],
    ids=["edited", "cold", "edited, with search", "cold, with search"],
)
def test_killed_at_any_moment(quick_path, clean, search, cold, kills):
    killed = Tormentor(quick_path, 3, clean, search=search).torment(kills, cold=cold)
    assert killed > kills / 3


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10, 20))
@pytest.mark.parametrize(
    ("search", "cold", "kills"),
    [(False, False, 60), (False, True, 30), (True, False, 30), (True, True, 15)],
    ids=["edited", "cold", "edited, with search", "cold, with search"],
)
def test_killed_at_any_moment_often(quick_path, clean, seed, search, cold, kills):
    killed = Tormentor(quick_path, seed, clean, search=search).torment(kills, cold=cold)
    assert killed > kills / 3


class DiesAt:
    """Kills the process before a certain change of what is in the folders."""

    CHANGES = ("replace", "rename", "unlink", "rmdir")

    def __init__(self, moment, changes=CHANGES):
        self._left = moment
        self._changes = changes

    def __call__(self):
        for name in self._changes:
            setattr(os, name, self._count(getattr(os, name)))

    def _count(self, change):
        def counted(*arguments, **options):
            if not self._left:
                os.kill(os.getpid(), signal.SIGKILL)
            self._left -= 1
            return change(*arguments, **options)

        return counted


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    """A site that was built, and edited so that files come, change and go."""
    folder = tmp_path_factory.mktemp("edited") / "site"
    editor = Editor(folder, random.Random(21), articles=6)
    rebuild(editor.site, search=False, jobs=1)
    for work in (
        editor.edit_title, editor.delete_article, editor.rename_article, editor.add_article, editor.merge_people,
        editor.swap_static_file_and_folder,
    ):  # fmt: skip
        work()
    return editor.site


@pytest.mark.parametrize("afterwards", ["the same", "taken back", "nothing remembered"])
def test_killed_at_every_step_of_the_final_one(edited, quick_path, clean, afterwards):
    """Each moving and removing of a file is a moment; then the build goes on, or the edits are taken back first."""
    old, new = read_all(edited.output), clean.build(edited)[0]
    moment, outcome = 0, KILLED
    while outcome == KILLED:
        site_folder = quick_path / str(moment)
        shutil.copytree(edited.root, site_folder)
        site = load_site(site_folder)
        outcome = outcome_of(fork_build(site, doom=DiesAt(moment), search=False, jobs=1))
        assert_whole(site, old, new)
        if afterwards == "nothing remembered":
            shutil.rmtree(site.store)
        elif afterwards == "taken back":
            next((site.content / "articles").rglob("*.md")).unlink()
        assert_healed(site, clean, search=False)
        shutil.rmtree(site_folder)
        moment += 1 if afterwards == "the same" else 4
    assert moment > 30


def test_a_first_site_appears_at_once(edited, quick_path, clean):
    new = clean.build(edited)[0]
    moment, outcome = 0, KILLED
    while outcome == KILLED:
        shutil.copytree(edited.root, quick_path / str(moment), ignore=shutil.ignore_patterns("public", ".dateline"))
        site = load_site(quick_path / str(moment))
        site.output.mkdir()
        doom = DiesAt(moment, ("rename", "rmdir"))
        outcome = outcome_of(fork_build(site, doom=doom, search=False, jobs=1))
        assert not site.output.exists() or read_all(site.output) in ({}, new)
        assert_healed(site, clean, search=False)
        moment += 1
    assert moment > 2


@pytest.mark.parametrize("share", [0.3, 0.6, 0.8, 0.9])
def test_the_command_itself_is_killed(tmp_path, clean, share):
    editor = Editor(tmp_path / "site", random.Random(8))
    rebuild(editor.site, jobs=2)
    editor.edit_title()
    start = time.perf_counter()
    assert Process("-m", "generator", "-C", editor.root, "build").end()[0] == 0
    length = time.perf_counter() - start
    editor.edit_title()
    old, new = read_all(editor.site.output), clean.build(editor.site, search=True)[0]
    build = Process("-m", "generator", "-C", editor.root, "build")
    time.sleep(length * share)
    with suppress(ProcessLookupError):
        build.kill_all()
    build.end()
    assert_whole(editor.site, old, new)
    assert_healed(editor.site, clean, search=True)


def test_only_the_parent_is_killed_while_pagefind_runs(tmp_path, clean):
    """What outlives it is in nobody's way: a build waits for workers, and Pagefind writes where none will read."""
    editor = Editor(tmp_path / "site", random.Random(9))
    site = editor.site
    rebuild(site, jobs=2)
    for _ in range(3):
        editor.edit_title()
        pid = fork_build(site, search=True, jobs=2)
        time.sleep(0.15)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        assert_healed(site, clean, search=True)
