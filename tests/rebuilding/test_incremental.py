"""A build of what changed gives, byte for byte, what a clean build gives; whatever was changed, and however."""

import gc
import json
import os
import random
import shutil
import time

import pytest
from archives import article, make_archive, read_all, write

from generator.build import BETWEEN_TIDYINGS, Memory
from generator.errors import SearchError, TemplateError
from generator.rebuild import rebuild
from generator.render import Theme
from generator.search import pagefind
from generator.site import load_site
from rebuilding.clean import comparable, difference
from rebuilding.edits import Editor

SETTLED = 0.03
"""Seconds after which a file is no longer taken for one that may change unseen."""


class Walk:
    """Random edits of one archive, and a build after each few; compared each time."""

    def __init__(self, folder, seed, clean):
        self.chance = random.Random(seed)
        self.editor = Editor(folder / "site", self.chance)
        self.clean = clean
        # Half of the walks are walked by one process that keeps in memory what it can, as `serve` does.
        self.memory = Memory() if seed % 2 else None
        self.outputs = set()

    def step(self, *, search=False):
        for _ in range(self.chance.choice([1, 1, 1, 1, 2, 5])):
            self.editor.edit()
        if self.chance.random() < 0.5:
            time.sleep(SETTLED)
        self.interfere()
        problems = self.build(search=search)
        site = self.editor.site
        expected, said = self.clean.build(site, search=search)
        here = read_all(site.output)
        self.outputs.add(hash(frozenset(here.items())))
        if search:
            here, expected = comparable(here), comparable(expected)
        told = "\n".join(["", "after", *self.editor.log[-40:], "", *difference(here, expected)])
        assert here == expected, told
        assert problems == said, told

    def build(self, *, search):
        """Build; the problems as sentences, in order."""
        jobs = self.chance.choice([1, 1, 1, 2])
        if search and self.chance.random() < 0.5:  # as `serve` does, which lets pages reload before it indexes
            rebuild(self.editor.site, index=False, jobs=jobs, memory=self.memory)
            if self.chance.random() < 0.5:
                self.editor.edit()
        # An edit of the settings makes another site of it.
        report = rebuild(self.editor.site, search=search, jobs=jobs, memory=self.memory)
        return sorted(map(str, report.problems))

    def interfere(self):
        """What happens beside edits, now and then."""
        site = self.editor.site
        match self.chance.randint(1, 60):
            case 1:
                shutil.rmtree(site.output)
                self.editor.log.append("the output is deleted")
            case 2:
                shutil.rmtree(site.store)
                self.editor.log.append("what is remembered is deleted")
            case 3:
                rebuild(site, search=False, jobs=1, cache=False)
                self.editor.log.append("a build without memory")
            case 4 | 5:
                self.break_template()

    def break_template(self):
        """A broken template fails the build, and the last good site stays as it is; then it is mended."""
        site = self.editor.site
        before = read_all(site.output)
        write(site.root, {"templates/year.html": "{% if %}"})
        with pytest.raises(TemplateError):
            rebuild(site, search=False, jobs=1, memory=self.memory)
        assert read_all(site.output) == before
        (site.templates / "year.html").unlink()
        self.editor.log.append("a template was broken for a while")


def walk(folder, seed, steps, clean, **options):
    walked = Walk(folder, seed, clean)
    rebuild(walked.editor.site, jobs=1, memory=walked.memory, search=options.get("search", False))
    for _ in range(steps):
        walked.step(**options)
    assert len(walked.outputs) > steps / 2  # edits do show


@pytest.mark.parametrize("seed", range(6))
def test_what_changed_is_built_as_all_would_be(tmp_path, seed, clean):
    walk(tmp_path, seed, 25, clean)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 140))
def test_what_changed_is_built_as_all_would_be_for_long(tmp_path, seed, clean):
    walk(tmp_path, seed, 100, clean)


@pytest.mark.parametrize("seed", [50, 51])
def test_what_changed_is_indexed_as_all_would_be(tmp_path, seed, clean):
    walk(tmp_path, seed, 6, clean, search=True)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(200, 210))
def test_what_changed_is_indexed_as_all_would_be_for_long(tmp_path, seed, clean):
    walk(tmp_path, seed, 60, clean, search=True)


def test_a_process_that_builds_again_and_again_does_not_grow(tmp_path):
    site, memory = make_archive(tmp_path), Memory()
    for number in range(BETWEEN_TIDYINGS + 3):
        write(tmp_path, {"content/articles/more.md": article(f"Words, the {number}th.")})
        rebuild(site, search=False, jobs=1, memory=memory)
    assert sum(isinstance(kept, Theme) for kept in gc.get_objects()) <= 4


# An index.

YEARS = {
    f"content/articles/{name}.md": article(f"Words of {name}.", title=name, published=date, people="[]", topics="[]")
    for name, date in {"a": "2014-01-01", "b": "2014-01-02", "c": "2015-01-01", "d": "2015-01-02"}.items()
}


def stats(folder):
    """What shows that a file was written again."""
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in sorted(folder.rglob("*")) if path.is_file()}


def test_an_index_none_of_whose_articles_changed_keeps_its_files_untouched(tmp_path):
    site = make_archive(tmp_path, YEARS)
    rebuild(site)
    before = {year: stats(site.output / "search" / year) for year in ("2014", "2015")}
    write(tmp_path, {"content/articles/d.md": YEARS["content/articles/d.md"].replace("Words", "Other words")})
    rebuild(site)
    assert stats(site.output / "search/2014") == before["2014"]
    assert stats(site.output / "search/2015") != before["2015"]


def test_an_index_that_is_to_follow_follows(tmp_path, clean):
    make_archive(tmp_path, YEARS)
    site = load_site(tmp_path)
    assert rebuild(site, index=False, jobs=1).published.indexing  # a first one cannot wait: pages would lead nowhere
    write(tmp_path, {"content/articles/c.md": YEARS["content/articles/c.md"].replace("Words", "Other words")})
    time.sleep(SETTLED)
    first = rebuild(site, index=False, jobs=1)
    assert first.published.shows
    assert not first.published.indexing
    again = rebuild(site, index=False, jobs=1)
    assert not again.published.changed
    second = rebuild(site, jobs=1)
    assert second.published.indexing
    assert not second.published.shows
    assert not rebuild(site, jobs=1).published.changed
    expected, _ = clean.build(site, search=True)
    assert comparable(read_all(site.output)) == comparable(expected)


def test_of_an_index_that_was_made_again_no_old_file_stays(tmp_path):
    """Not even when only the page of one article is made, because no other can show what changed."""
    site = make_archive(tmp_path, YEARS)
    rebuild(site)
    for words in ("one", "two", "three"):
        time.sleep(SETTLED)
        write(tmp_path, {"content/articles/d.md": f"{YEARS['content/articles/d.md']}\nAnother paragraph, {words}.\n"})
        rebuild(site)
        assert len(list(site.output.glob("search/2015/fragment/*"))) == 2


def test_documents_of_a_build_that_failed_are_not_taken_for_those_of_the_one_before(tmp_path, clean, monkeypatch):
    """An article is edited, its index fails, the edit is taken back; then another article of that year changes."""
    site = make_archive(tmp_path, YEARS)
    rebuild(site)
    write(tmp_path, {"content/articles/c.md": YEARS["content/articles/c.md"].replace("Words", "Fleeting words")})
    with monkeypatch.context() as patch, pytest.raises(SearchError):
        patch.setattr(pagefind, "get_executable", lambda: tmp_path / "nowhere")
        rebuild(site)
    write(tmp_path, {"content/articles/c.md": YEARS["content/articles/c.md"]})
    write(tmp_path, {"content/articles/d.md": YEARS["content/articles/d.md"].replace("Words", "Other words")})
    rebuild(site)
    expected, _ = clean.build(site, search=True)
    assert difference(comparable(read_all(site.output)), comparable(expected)) == []


def test_a_build_without_search_between_two_with_it(tmp_path):
    site = make_archive(tmp_path, YEARS)
    rebuild(site)
    before = comparable(read_all(site.output))
    rebuild(site, search=False)
    assert not (site.output / "search/2014").exists()
    (site.content / "articles/b.md").unlink()
    rebuild(site, search=False)
    write(tmp_path, {"content/articles/b.md": YEARS["content/articles/b.md"]})
    rebuild(site)
    assert comparable(read_all(site.output)) == before


@pytest.mark.parametrize("lost", ["search", "search/documents", "search/indexes", "search/state.json"])
def test_what_the_search_keeps_is_lost_while_the_rest_is_remembered(tmp_path, lost, clean):
    site = make_archive(tmp_path, YEARS)
    rebuild(site)
    path = site.store / lost
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    time.sleep(SETTLED)
    write(tmp_path, {"content/articles/d.md": YEARS["content/articles/d.md"].replace("Words", "Other words")})
    rebuild(site)
    expected, _ = clean.build(site, search=True)
    assert difference(comparable(read_all(site.output)), comparable(expected)) == []


def test_a_warning_of_a_large_file_stays_as_long_as_the_file(tmp_path):
    """Though only the build that wrote it has seen how large it is."""
    site = make_archive(tmp_path, {**YEARS, "templates/static/film.mp4": b"x" * (26 << 20)})
    for change in ({}, {"content/articles/d.md": article("Other.")}, {"content/articles/e.md": article("New.")}, {}):
        write(tmp_path, change)
        problems = list(map(str, rebuild(site, search=False).problems))
        assert len(problems) == 2
        assert all(problem.startswith("public/static/film.mp4: It has 26.0 MiB") for problem in problems)
    (tmp_path / "templates/static/film.mp4").unlink()
    assert rebuild(site, search=False).problems == ()


# Changes that a file hardly shows.

STORY = {"content/articles/a.md": article("It rained."), "content/people/bo.md": "---\nname: Bo Berg\n---\nA pilot.\n"}


def shows(site, words, page="articles/a"):
    rebuild(site, search=False, jobs=1)
    return words in (site.output / page / "index.html").read_text()


def test_many_edits_of_one_size_within_one_tick_of_the_clock(tmp_path):
    site = make_archive(tmp_path, STORY)
    path = site.content / "articles/a.md"
    for number in range(60):
        path.write_text(article(f"It rained {number + 10}."))
        assert shows(site, f"It rained {number + 10}.")


def test_an_edit_while_the_last_build_still_runs_out(tmp_path):
    """Whatever the time between a build and the next edit, in either direction."""
    site = make_archive(tmp_path, STORY)
    path = site.content / "articles/a.md"
    for number in range(30):
        time.sleep(number / 1000)
        path.write_text(article(f"It rained {number + 10}."))
        time.sleep(number / 1000)
        assert shows(site, f"It rained {number + 10}.")


@pytest.mark.parametrize("settled", [True, False])
def test_a_file_replaced_by_another_of_its_size_and_time(tmp_path, settled):
    site = make_archive(tmp_path, STORY)
    path = site.content / "articles/a.md"
    time.sleep(SETTLED * settled)
    assert shows(site, "It rained.")
    before = path.stat()
    other = tmp_path / "other.md"
    other.write_text(article("It hailed."))
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    time.sleep(SETTLED * settled)
    other.replace(path)
    assert shows(site, "It hailed.")


@pytest.mark.parametrize("settled", [True, False])
def test_a_file_whose_time_was_set_back(tmp_path, settled):
    site = make_archive(tmp_path, STORY)
    path = site.content / "articles/a.md"
    time.sleep(SETTLED * settled)
    assert shows(site, "It rained.")
    before = path.stat()
    path.write_text(article("It hailed."))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    time.sleep(SETTLED * settled)
    assert shows(site, "It hailed.")


def test_a_record_and_a_template_of_the_same_size_and_time(tmp_path):
    site = make_archive(tmp_path, {**STORY, "templates/article.html": "<p>{{ page.title }} one"})
    write(tmp_path, {"content/articles/a.md": article(people="[bo]")})
    time.sleep(SETTLED)
    assert shows(site, "A pilot.", "people/bo")
    for path, old, new in (
        (site.content / "people/bo.md", "A pilot.", "A miner."),
        (site.templates / "article.html", "one", "two"),
    ):
        before = path.stat()
        path.write_text(path.read_text().replace(old, new))
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    time.sleep(SETTLED)
    assert shows(site, "A miner.", "people/bo")
    assert shows(site, "two")


def test_an_edit_that_is_taken_back(tmp_path):
    site = make_archive(tmp_path, STORY)
    path = site.content / "articles/a.md"
    for words in ("It rained.", "It hailed.", "It rained.", "It snowed.", "It rained."):
        time.sleep(SETTLED)
        path.write_text(article(words))
        assert shows(site, words)


def test_a_folder_of_articles_behind_a_link(tmp_path):
    site = make_archive(tmp_path, STORY)
    write(tmp_path / "elsewhere", {"b.md": article("It hailed.")})
    (site.content / "articles/linked").symlink_to(tmp_path / "elsewhere")
    time.sleep(SETTLED)
    assert shows(site, "It hailed.", "articles/b")
    time.sleep(SETTLED)
    write(tmp_path / "elsewhere", {"b.md": article("It snowed.")})
    assert shows(site, "It snowed.", "articles/b")


def test_settings_that_were_read_before_somebody_changed_them(tmp_path):
    """A build that waits for another has read site.toml before it waits."""
    site = make_archive(tmp_path, STORY)
    settings = tmp_path / "site.toml"
    settings.write_text(settings.read_text().replace("Harbour", "Pier"))
    time.sleep(SETTLED)
    assert shows(site, "The Harbour Archive")
    assert shows(load_site(site.root), "The Pier Archive")


def test_another_address_and_fewer_static_files_show_in_templates_that_were_compiled_before(tmp_path):
    """Jinja keeps what its filters gave for constants with a compiled template, unless told not to."""
    own = '{% extends "bundled/base.html" %}{% block head %}{{ "own.css" | asset }} {{ "/x" | absolute }}{% endblock %}'
    site = make_archive(tmp_path, {**STORY, "templates/article.html": own, "templates/static/own.css": ""})
    assert shows(site, "/archive/static/own.css https://harbour.example/x")
    settings = tmp_path / "site.toml"
    settings.write_text(settings.read_text().replace("harbour.example/archive/", "tide.example/"))
    assert shows(load_site(tmp_path), "/static/own.css https://tide.example/x")
    (tmp_path / "templates/static/own.css").unlink()
    report = rebuild(load_site(tmp_path), search=False, jobs=1)
    assert any('there is no static file "own.css"' in str(problem).lower() for problem in report.problems)


def test_a_template_that_is_edited_while_pages_are_made(tmp_path, monkeypatch):
    """What was compiled is what is remembered; the next build uses what stands there then."""
    site = make_archive(tmp_path, {**STORY, "templates/article.html": "<p>{{ page.title }} one"})
    time.sleep(SETTLED)
    check = Theme.check

    def check_and_edit(theme):
        check(theme)
        write(tmp_path, {"templates/article.html": "<p>{{ page.title }} two"})

    with monkeypatch.context() as patch:
        patch.setattr(Theme, "check", check_and_edit)
        assert shows(site, "one")
    assert shows(site, "two")


def test_an_article_that_is_edited_while_pages_are_made_and_edited_back(tmp_path, monkeypatch):
    """A page that shows what stood there for a moment is made again, though the article is as it was before."""
    site = make_archive(tmp_path, {**STORY, "templates/article.html": "<p>{{ page.body }} one"})
    time.sleep(SETTLED)
    assert shows(site, "It rained.")
    write(tmp_path, {"templates/article.html": "<p>{{ page.body }} two"})
    check = Theme.check

    def check_and_edit(theme):
        check(theme)
        write(tmp_path, {"content/articles/a.md": article("It hailed.")})

    with monkeypatch.context() as patch:
        patch.setattr(Theme, "check", check_and_edit)
        assert shows(site, "two")
    write(tmp_path, {"content/articles/a.md": article("It rained.")})
    assert shows(site, "It rained.")


def test_a_name_that_somebody_vouches_for_is_found_in_articles_that_were_read_before(tmp_path, clean, monkeypatch):
    deal = article("The deal was struck with Port Harbour.")
    spelt = '---\ntitle: "The deal with P\\x6frt Harbour"\n---\nIt rained.\n'
    site = make_archive(tmp_path, {"content/articles/a.md": deal, "content/articles/b.md": spelt})
    record = "---\nname: {}\n{}---\n"

    def articles_of(*files):
        write(tmp_path, dict(files))
        rebuild(site, search=False, jobs=1)
        expected, _ = clean.build(site, search=False)
        assert difference(read_all(site.output), expected) == []
        page = site.output / "people/port-harbour/person.json"
        return len(json.loads(page.read_text())["articles"]) if page.exists() else 0

    path = "content/people/port-harbour.md"
    assert articles_of() == 0
    assert articles_of((path, record.format("Port Harbour", "verified: false\n"))) == 0
    assert articles_of((path, record.format("Port Harbour", ""))) == 2
    assert articles_of((path, record.format("Port Harbour", "hidden: true\n"))) == 0
    assert articles_of((path, record.format("Anna Holm", "variants: [Port Harbour]\n"))) == 2
    monkeypatch.setattr("generator.build.MOST_NAMES", 0)  # as if there were too many to look for each
    assert articles_of((path, record.format("Anna Holm", ""))) == 0
