"""The same inputs give the same bytes, wherever, whenever and by however many they are built."""

import os
import random
import shutil

import pytest
from archives import read_all

from generator.rebuild import rebuild
from generator.site import load_site
from rebuilding.clean import CHECKOUT, comparable, copy_inputs, dateline, difference
from rebuilding.edits import Editor


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """An archive of a few dozen articles, with overridden templates and all that makes problems."""
    folder = tmp_path_factory.mktemp("inputs")
    editor = Editor(folder, random.Random(11))
    for _ in range(60):
        editor.edit()
    for _ in range(20):
        editor.add_article()
    return folder


@pytest.fixture(scope="module")
def expected(inputs, tmp_path_factory):
    return built(inputs, tmp_path_factory.mktemp("first") / "site")


def built(inputs, folder, *arguments, **environment):
    """The files that are built from a copy of the inputs in ``folder``, and what is said of problems."""
    copy_inputs(inputs, folder)
    code, _, err = dateline(folder, "build", "--no-search", *arguments, environment=environment)
    assert code == 0
    return read_all(folder / "public"), err


def assert_same(one, other):
    assert difference(one[0], other[0]) == []
    assert one[1] == other[1]


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_any_number_of_processes(inputs, expected, tmp_path, jobs):
    assert_same(built(inputs, tmp_path / "site", "--jobs", jobs), expected)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4294967295"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/Los_Angeles"},
        {"LC_ALL": "C", "LANG": "C"},
        {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"},
        {"PYTHONOPTIMIZE": "1"},
    ],
    ids=lambda environment: " ".join(map("=".join, environment.items())),
)
def test_any_seed_locale_and_time_zone(inputs, expected, tmp_path, environment):
    assert_same(built(inputs, tmp_path / "site", **environment), expected)


def test_any_folder(inputs, expected, tmp_path):
    assert_same(built(inputs, tmp_path / "an other/place – ünïcode" / ("x" * 60)), expected)


def test_any_working_folder(inputs, expected, tmp_path, monkeypatch):
    """A site may be named by a relative path, or be where one stands."""
    copy_inputs(inputs, tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    code, _, err = dateline(".", "build", "--no-search", environment={"PYTHONPATH": str(CHECKOUT)})
    assert code == 0
    assert_same((read_all(tmp_path / "site/public"), err), expected)


def test_any_order_of_files_in_their_folders(inputs, expected, tmp_path, monkeypatch):
    copy_inputs(inputs, tmp_path / "site")
    scandir = os.scandir

    class Backwards:
        """The entries of a folder by name, the last first."""

        def __init__(self, path):
            with scandir(path) as entries:
                self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

        def __iter__(self):
            return self

        def __next__(self):
            return next(self._entries)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.close()

        def close(self):
            pass

    monkeypatch.setattr(os, "scandir", Backwards)
    site = load_site(tmp_path / "site")
    rebuild(site, search=False, jobs=1)
    assert difference(read_all(site.output), expected[0]) == []


def test_any_age_of_files(inputs, expected, tmp_path):
    copy_inputs(inputs, tmp_path / "copy")
    for path in (tmp_path / "copy").rglob("*"):
        os.utime(path, ns=(10**17, 10**17))
    shutil.copytree(tmp_path / "copy", tmp_path / "site")
    assert_same(built(tmp_path / "copy", tmp_path / "other"), expected)


def test_a_search_index_of_the_same_articles(inputs, tmp_path):
    made = []
    for jobs in ("1", "2"):
        folder = copy_inputs(inputs, tmp_path / jobs)
        assert dateline(folder, "build", "--jobs", jobs)[0] == 0
        made.append(comparable(read_all(folder / "public")))
    assert difference(*made) == []
    assert any("/fragment/" in path for path in made[0])
