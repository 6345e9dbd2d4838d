import contextlib
import json
import os
import shutil

import pytest
from archives import read_all, said, write

from generator.errors import OutputError
from generator.model.artifact import Artifact
from generator.publish import Publication
from generator.publish.publication import MANIFEST

HOME = {"index.html": "home", "articles/deal/index.html": "deal", "static/style.css": "css"}


def publish(folder, files, *, output="public", trust=True):
    publication = Publication(folder / output, folder / ".dateline", trust=trust)
    return publication.finish(
        {path: publication.put(Artifact(path=path, data=text.encode())) for path, text in files.items()}
    )


def published(folder):
    return {path: data.decode() for path, data in read_all(folder / "public").items() if path != MANIFEST}


def times(folder):
    """What shows that a file was written again, even within one tick of the clock."""
    stats = {path: (folder / "public" / path).stat() for path in read_all(folder / "public")}
    return {path: (stat.st_ino, stat.st_mtime_ns) for path, stat in stats.items()}


def test_everything_is_written_at_first(tmp_path):
    made = publish(tmp_path, HOME)
    assert (made.written, made.unchanged, made.removed, made.changed) == (3, 0, 0, True)
    assert published(tmp_path) == HOME
    assert read_all(tmp_path / ".dateline") == {}


def test_the_same_again_touches_nothing(tmp_path):
    publish(tmp_path, HOME)
    before = times(tmp_path)
    made = publish(tmp_path, HOME)
    assert (made.written, made.unchanged, made.removed, made.changed) == (0, 3, 0, False)
    assert times(tmp_path) == before


def test_only_what_differs_is_written(tmp_path):
    publish(tmp_path, HOME)
    before = times(tmp_path)
    made = publish(tmp_path, {**HOME, "index.html": "new"})
    assert (made.written, made.unchanged, made.removed) == (1, 2, 0)
    assert published(tmp_path) == {**HOME, "index.html": "new"}
    after = times(tmp_path)
    assert {path for path in before if before[path] != after[path]} == {"index.html", MANIFEST}


def test_what_is_no_longer_part_of_the_site_goes_with_its_empty_folders(tmp_path):
    publish(tmp_path, HOME)
    made = publish(tmp_path, {"index.html": "home"})
    assert (made.written, made.unchanged, made.removed) == (0, 1, 2)
    assert published(tmp_path) == {"index.html": "home"}
    assert [path.name for path in (tmp_path / "public").iterdir() if path.is_dir()] == []


def test_what_a_stranger_put_into_our_folder_stays(tmp_path):
    publish(tmp_path, HOME)
    strangers = {"CNAME": "harbour.example", ".git/config": "x", "articles/deal/notes.txt": "mine", "empty/.keep": ""}
    write(tmp_path / "public", strangers)
    publish(tmp_path, {"index.html": "home"})
    assert published(tmp_path) == {"index.html": "home", **strangers}


def test_what_somebody_changed_or_deleted_is_put_right_when_nothing_is_taken_on_trust(tmp_path):
    publish(tmp_path, HOME)
    write(tmp_path / "public", {"index.html": "defaced"})
    (tmp_path / "public/static/style.css").unlink()
    assert publish(tmp_path, HOME, trust=False).written == 2
    assert published(tmp_path) == HOME


def test_what_somebody_deleted_that_goes_anyway(tmp_path):
    publish(tmp_path, HOME)
    shutil.rmtree(tmp_path / "public/articles")
    publish(tmp_path, {"index.html": "home"})
    assert published(tmp_path) == {"index.html": "home"}


@pytest.mark.parametrize("files", [{"thesis.doc": "years of work"}, {"index.html": "another site"}, {".hidden": ""}])
def test_a_folder_that_we_did_not_make_is_refused(tmp_path, files):
    write(tmp_path / "public", files)
    with pytest.raises(OutputError) as caught:
        publish(tmp_path, HOME)
    assert said(caught.value.problems) == [
        f"{tmp_path}/public: This was not made by Dateline, so nothing is written there. "
        "Move it away, or name another output folder in site.toml."
    ]
    assert published(tmp_path) == files


def test_an_empty_folder_may_be_written_to(tmp_path):
    (tmp_path / "public").mkdir()
    publish(tmp_path, HOME)
    assert published(tmp_path) == HOME


def test_an_output_folder_below_others(tmp_path):
    for text in ("home", "new home"):
        publish(tmp_path, {"index.html": text}, output="out/site/public")
        assert (tmp_path / "out/site/public/index.html").read_text() == text


def test_a_file_where_the_output_folder_should_be(tmp_path):
    write(tmp_path, {"public": "a file"})
    with pytest.raises(OutputError):
        publish(tmp_path, HOME)
    assert (tmp_path / "public").read_text() == "a file"


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b"null", b"\xff", b'{"index.html": 1}'])
def test_a_damaged_list_of_what_was_written_is_not_believed(tmp_path, damage):
    """Nothing is removed on the word of a file that cannot be read."""
    publish(tmp_path, HOME)
    write(tmp_path / "public", {MANIFEST: damage})
    with pytest.raises(OutputError) as caught:
        publish(tmp_path, {"index.html": "home"})
    (problem,) = said(caught.value.problems)
    assert problem.startswith(f"{tmp_path}/public/{MANIFEST}: The list of what was written cannot be read: ")
    assert problem.endswith("Move the output folder away and build again.")
    assert published(tmp_path) == HOME


class Dying:
    """A machine that is switched off at a certain change of the disk."""

    CHANGES = ("replace", "rename", "unlink", "rmdir")

    def __init__(self, monkeypatch, moment):
        self._left = moment
        for name in self.CHANGES:
            monkeypatch.setattr(os, name, self._count(getattr(os, name)))

    def _count(self, change):
        def counted(*arguments, **options):
            if self._left == 0:
                raise KeyboardInterrupt
            self._left -= 1
            return change(*arguments, **options)

        return counted


@pytest.mark.parametrize("moment", range(14))
def test_a_build_that_dies_leaves_whole_files_and_the_next_one_mends_all(tmp_path, monkeypatch, moment):
    """At whatever change it dies, every file is whole; the next build is not refused, and leaves nothing over."""
    publish(tmp_path, HOME)
    new = {"index.html": "new home", "articles/pier/index.html": "pier", "about/index.html": "about"}
    with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
        Dying(patch, moment)
        publish(tmp_path, new)
    for path, text in published(tmp_path).items():
        assert text in (HOME.get(path), new.get(path))
    publish(tmp_path, {"index.html": "third"})
    assert published(tmp_path) == {"index.html": "third"}


@pytest.mark.parametrize("moment", range(3))
def test_a_first_build_that_dies_is_not_taken_for_a_stranger(tmp_path, monkeypatch, moment):
    with monkeypatch.context() as patch, contextlib.suppress(KeyboardInterrupt):
        Dying(patch, moment)
        publish(tmp_path, HOME)
    publish(tmp_path, HOME)
    assert published(tmp_path) == HOME


def test_what_a_dead_build_left_in_staging_is_not_published(tmp_path):
    write(tmp_path, {".dateline/staging/old.html": "left over"})
    publish(tmp_path, HOME)
    assert published(tmp_path) == HOME


def test_a_folder_stands_where_a_file_belongs(tmp_path):
    publish(tmp_path, HOME)
    write(tmp_path, {"public/about/index.html/notes.txt": "mine"})
    with pytest.raises(OutputError) as caught:
        publish(tmp_path, {**HOME, "about/index.html": "about"})
    (problem,) = said(caught.value.problems)
    assert problem.startswith(f"{tmp_path}/public: It cannot be written: Is a directory.")
    assert (tmp_path / "public/index.html").read_text() == "home"
    assert (tmp_path / "public/about/index.html/notes.txt").read_text() == "mine"


def test_the_place_for_what_is_remembered_is_a_file(tmp_path):
    write(tmp_path, {".dateline": "a file"})
    with pytest.raises(OutputError, match="It cannot be written"):
        publish(tmp_path, HOME)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("folder", ["public", "."])
def test_folders_that_may_not_be_written_to(tmp_path, folder):
    if folder == "public":
        publish(tmp_path, HOME)
    (tmp_path / folder).chmod(0o555)
    try:
        with pytest.raises(OutputError, match="It cannot be written: Permission denied"):
            publish(tmp_path, {**HOME, "about/index.html": "about"})
    finally:
        (tmp_path / folder).chmod(0o755)


@pytest.mark.parametrize("step", ["replace", "open", "unlink"])
def test_a_disk_that_refuses_is_one_clear_error(tmp_path, monkeypatch, step):
    publish(tmp_path, HOME)

    def refuse(*arguments, **options):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch, pytest.raises(OutputError) as caught:
        patch.setattr(os, step, refuse)
        publish(tmp_path, {"new/index.html": "new"})
    (problem,) = said(caught.value.problems)
    assert "It cannot be written: Permission denied." in problem
    publish(tmp_path, {"new/index.html": "new"})
    assert published(tmp_path) == {"new/index.html": "new"}


def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path):
    publish(tmp_path, {"static/a": "file", "static/b/c": "file in a folder"})
    publish(tmp_path, {"static/a/c": "file in a folder", "static/b": "file"})
    assert published(tmp_path) == {"static/a/c": "file in a folder", "static/b": "file"}


def test_the_list_of_what_was_written_names_every_file(tmp_path):
    publish(tmp_path, HOME)
    assert json.loads((tmp_path / "public" / MANIFEST).read_bytes()).keys() == HOME.keys()


def test_a_folder_is_put_with_all_that_is_in_it(tmp_path):
    write(tmp_path / "index", {"a.txt": "a", "fragment/b.txt": "b"})
    publication = Publication(tmp_path / "public", tmp_path / ".dateline")
    publication.finish(publication.put_folder(tmp_path / "index", "search/2015"))
    assert published(tmp_path) == {"search/2015/a.txt": "a", "search/2015/fragment/b.txt": "b"}


def test_a_folder_is_put_where_files_cannot_be_linked(tmp_path, monkeypatch):
    """Some file systems, such as those of memory sticks, know no links."""
    write(tmp_path / "index", {"a.txt": "a"})

    def refuse(*arguments, **options):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    publication = Publication(tmp_path / "public", tmp_path / ".dateline")
    publication.finish(publication.put_folder(tmp_path / "index", "search/2015"))
    assert published(tmp_path) == {"search/2015/a.txt": "a"}


def test_a_published_file_does_not_change_with_the_one_that_it_was_put_from(tmp_path):
    write(tmp_path / "index", {"a.txt": "a"})
    publication = Publication(tmp_path / "public", tmp_path / ".dateline")
    publication.finish(publication.put_folder(tmp_path / "index", "search"))
    (tmp_path / "index/a.txt").unlink()
    write(tmp_path / "index", {"a.txt": "b"})
    assert published(tmp_path) == {"search/a.txt": "a"}
