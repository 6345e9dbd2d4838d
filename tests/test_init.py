import pytest
from archives import read_all, said, write

from generator.check import check
from generator.errors import OutputError
from generator.init import init_site
from generator.rebuild import rebuild
from generator.site import load_site


def refusal(folder):
    with pytest.raises(OutputError) as caught:
        init_site(folder)
    (problem,) = said(caught.value.problems)
    return problem


def test_a_new_site_builds_without_a_problem_and_passes_the_check(tmp_path):
    made = init_site(tmp_path / "mine")
    assert {path.relative_to(tmp_path / "mine").as_posix() for path in made} == read_all(tmp_path / "mine").keys()
    site = load_site(tmp_path / "mine")
    report = rebuild(site)
    assert report.problems == ()
    assert (report.articles, report.people, report.topics, report.sources, report.shards) == (1, 1, 1, 1, 1)
    assert check(site) == []


def test_what_a_build_makes_is_kept_out_of_git(tmp_path):
    init_site(tmp_path / "mine")
    assert {"/public/", "/.dateline/"} <= set((tmp_path / "mine/.gitignore").read_text().splitlines())


def test_an_empty_folder_or_a_fresh_repository_may_be_used(tmp_path):
    write(tmp_path, {".git/config": ""})
    init_site(tmp_path)
    assert (tmp_path / "site.toml").exists()


def test_folders_above_are_made(tmp_path):
    init_site(tmp_path / "a/b/c")
    assert (tmp_path / "a/b/c/site.toml").exists()


@pytest.mark.parametrize("name", ["site.toml", "notes.txt", ".hidden"])
def test_a_folder_that_holds_anything_is_refused(tmp_path, name):
    write(tmp_path, {name: "mine"})
    assert refusal(tmp_path) == f"{tmp_path}: It is not an empty folder. Name a new one."
    assert read_all(tmp_path) == {name: b"mine"}


def test_a_file_is_refused(tmp_path):
    write(tmp_path, {"mine": "a file"})
    assert refusal(tmp_path / "mine") == f"{tmp_path}/mine: It is not an empty folder. Name a new one."


def test_a_folder_below_a_file_is_refused(tmp_path):
    write(tmp_path, {"mine": "a file"})
    problem = refusal(tmp_path / "mine/site")
    assert "It cannot be written: Not a directory." in problem
