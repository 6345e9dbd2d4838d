"""`dateline build --verify`: what is in place, against a clean build."""

import json

import pytest
from archives import article, make_archive, read_all, write

from generator.errors import TemplateError
from generator.rebuild import rebuild
from generator.verify import verify
from rebuilding.clean import MANIFEST, dateline

FILES = {
    "content/articles/a.md": article("It rained.", published="2015-05-19"),
    "content/articles/b.md": article("It hailed.", published="2015-05-20"),
    "templates/static/own.css": "p {}",
}


@pytest.fixture
def site(tmp_path):
    made = make_archive(tmp_path / "site", FILES)
    rebuild(made)
    return made


def said(site, **options):
    return list(map(str, verify(site, **options)))


def test_a_site_as_it_was_built(site):
    before = read_all(site.root)
    assert said(site) == []
    assert read_all(site.root) == before


def test_a_site_that_was_built_in_steps(site):
    write(site.root, {"content/articles/a.md": article("It snowed.", published="2016-01-01")})
    (site.content / "articles/b.md").unlink()
    rebuild(site)
    assert said(site) == []


def test_each_file_that_is_not_as_it_should_be_is_named(site):
    index = min(site.output.glob("search/2015/index/*"))
    fragment = min(site.output.glob("search/2015/fragment/*"))
    (site.output / "articles/a/index.html").write_text("defaced")
    (site.output / "static/own.css").unlink()
    (site.output / "CNAME").write_text("harbour.example")
    index.unlink()
    fragment.unlink()
    manifest = json.loads((site.output / MANIFEST).read_bytes())
    (site.output / "old.html").write_text("old")
    (site.output / MANIFEST).write_text(json.dumps({**manifest, "old.html": "x"}))
    remedy = " Build with --no-cache; if it stays, report it."
    assert said(site) == [
        f"public/articles/a/index.html: It differs from what a clean build makes.{remedy}",
        f"public/old.html: It is too much: a clean build does not make it.{remedy}",
        f"public/{fragment.relative_to(site.output)}: It is missing: a clean build makes it.{remedy}",
        f"public/{index.relative_to(site.output)}: It is not what was written.{remedy}",
        f"public/static/own.css: It is missing: a clean build makes it.{remedy}",
    ]
    rebuild(site, cache=False)
    assert said(site) == []
    assert (site.output / "CNAME").exists()


def test_an_index_of_other_articles(site):
    (site.content / "articles/b.md").unlink()
    faults = said(site)
    assert (
        "public/search/2015/pagefind-entry.json: It counts 2 articles; a clean build's counts 1. "
        "Build with --no-cache; if it stays, report it." in faults
    )
    assert any(fault.startswith("public/articles/b/index.html: It is too much") for fault in faults)


def test_what_cannot_be_built_cannot_be_verified_and_leaves_nothing(site):
    write(site.root, {"templates/home.html": "{% if %}"})
    with pytest.raises(TemplateError):
        verify(site)
    assert not list(site.store.glob("clean-*"))


def test_the_command(site):
    assert dateline(site.root, "build", "--verify")[0] == 0
    (site.output / "index.html").write_text("defaced")
    code, out, err = dateline(site.root, "build", "--verify", "--json")
    assert code == 1
    assert json.loads(out)["articles"] == 2
    assert err == (
        "error: public/index.html: It differs from what a clean build makes. "
        "Build with --no-cache; if it stays, report it.\n"
    )
    assert dateline(site.root, "build", "--verify", "--no-cache", "--no-search")[0] == 0
