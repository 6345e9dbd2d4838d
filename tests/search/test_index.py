import json
import shutil

import pytest

from generator.errors import SearchError
from generator.model.page import Shard
from generator.search import SearchIndex

DOCUMENT = '<html lang="en"><head><title>{0}</title></head><body data-pagefind-body><h1>{0}</h1></body></html>'


class Archive:
    """The documents of an archive by year, and its index."""

    def __init__(self, folder):
        self.folder = folder
        self.years = {}

    def put(self, year, **titles):
        self.years.setdefault(year, {}).update(titles)

    def update(self, *, language="en", time_limit=60):
        index = SearchIndex(self.folder, language)
        shards = {
            Shard(name=year, count=len(titles)): {
                slug: index.put(year, slug, DOCUMENT.format(title)) for slug, title in titles.items()
            }
            for year, titles in self.years.items()
        }
        before = self.made()
        folders = dict(index.update(shards, jobs=2, time_limit=time_limit))
        return {name: (path, self.made().get(name) != before.get(name)) for name, path in folders.items()}

    def made(self):
        """What tells each index from one of that name that was made at another time."""
        return {folder.name: folder.stat().st_ino for folder in self.folder.glob("indexes/*")}

    def files(self):
        return {
            path.relative_to(self.folder).as_posix(): path.stat().st_mtime_ns
            for path in (self.folder / "indexes").rglob("*")
            if path.is_file()
        }


@pytest.fixture
def archive(tmp_path):
    made = Archive(tmp_path / "search")
    made.put("2014", a="One", b="Two")
    made.put("2015", c="Three")
    return made


def new(folders):
    return {name for name, (_, is_new) in folders.items() if is_new}


def count_of(folder):
    return json.loads((folder / "pagefind-entry.json").read_bytes())["languages"]["en"]["page_count"]


def test_an_index_a_year_and_what_they_share(archive):
    folders = archive.update()
    assert sorted(folders) == ["2014", "2015", "pagefind"]
    assert new(folders) == {"pagefind", "2014", "2015"}
    assert (folders["pagefind"][0] / "pagefind.js").exists()
    assert [count_of(folders[year][0]) for year in ("2014", "2015")] == [2, 1]


def test_nothing_changed_nothing_indexed(archive):
    archive.update()
    before = archive.files()
    assert new(archive.update()) == set()
    assert archive.files() == before


def test_only_the_year_that_changed_is_indexed_again(archive):
    archive.update()
    before = archive.files()
    archive.put("2015", d="Four")
    folders = archive.update()
    assert "2014" not in new(folders)
    assert "2015" in new(folders)
    assert count_of(folders["2015"][0]) == 2
    after = archive.files()
    assert {path for path in before if before[path] == after.get(path)} >= {p for p in before if "/2014/" in p}


def test_an_article_that_goes_leaves_the_index(archive):
    archive.update()
    del archive.years["2014"]["b"]
    folders = archive.update()
    assert new(folders) >= {"2014"}
    assert count_of(folders["2014"][0]) == 1
    assert not (archive.folder / "documents/2014/b.html").exists()


def test_a_year_that_goes_takes_its_index_along(archive):
    archive.update()
    del archive.years["2014"]
    assert set(archive.update()) == {"pagefind", "2015"}
    assert not (archive.folder / "indexes/2014").exists()


def test_an_archive_without_articles_has_no_index(archive):
    archive.update()
    archive.years.clear()
    assert archive.update() == {}


@pytest.mark.parametrize("lost", ["indexes/2014", "indexes/pagefind", "state.json", "indexes"])
def test_what_was_lost_is_made_again(archive, lost):
    archive.update()
    path = archive.folder / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    folders = archive.update()
    assert (folders["pagefind"][0] / "pagefind.js").exists()
    assert [count_of(folders[year][0]) for year in ("2014", "2015")] == [2, 1]


@pytest.mark.parametrize("damage", ["", "[]", "null", "{"])
def test_a_damaged_memory_costs_time_only(archive, damage):
    archive.update()
    (archive.folder / "state.json").write_text(damage)
    assert count_of(archive.update()["2014"][0]) == 2


def test_an_index_that_failed_is_not_believed_the_next_time(archive):
    archive.update()
    archive.put("2015", d="Four")
    with pytest.raises(SearchError):
        archive.update(time_limit=0.001)
    folders = archive.update()
    assert count_of(folders["2015"][0]) == 2


def test_another_language_means_another_index(archive):
    archive.update()
    folders = archive.update(language="de")
    assert {"2014", "2015"} <= new(folders)


def test_a_settings_file_among_the_documents_has_no_say(archive):
    archive.update()
    (archive.folder / "documents/2014/pagefind.toml").write_text('glob = "nothing"\n')
    archive.put("2014", d="Four")
    assert count_of(archive.update()["2014"][0]) == 3
