"""Pages on how articles were cleaned: made from the record, and made again when it changes, but for nothing else."""

import time

import pytest
from archives import article, make_archive, read_all, write

from generator.content import Filed, format_filed, record_path
from generator.model.cleaning import CleaningRecord, Passage, Verdict
from generator.rebuild import rebuild
from rebuilding.clean import difference

SHA = {name: f"{number:02x}" * 32 for number, name in enumerate(("deal", "pier", "tide"), 171)}
PATH = "articles/{}/cleaning/index.html"


def record(name, words="It rained.", removed=("Home & away",)):
    furniture = (Passage(line, Verdict.FURNITURE, "menu", f"{text}\n") for line, text in enumerate(removed, 1))
    passages = (*furniture, Passage(len(removed) + 1, Verdict.BODY, "the story's text", words))
    made = CleaningRecord(name=f"raw/{name}.txt", sha256=SHA[name], encoding="utf-8", cleaner=1, passages=passages)
    return format_filed(Filed(record=made, article=f"articles/{name}.md", suggestion=""))


def files():
    texts = {f"content/articles/{name}.md": article("It rained.", original_sha256=SHA[name]) for name in SHA}
    return texts | {f"content/{record_path(SHA[name])}": record(name) for name in ("deal", "pier")}


@pytest.fixture
def site(tmp_path):
    return make_archive(tmp_path / "site", files())


def build(site, clean, **options):
    """Build, hold it against a clean build; the files, and what was said."""
    time.sleep(0.03)
    report = rebuild(site, search=False, jobs=1, **options)
    expected, said = clean.build(site)
    here = read_all(site.output)
    assert difference(here, expected) == []
    assert sorted(map(str, report.problems)) == said
    return {path: data.decode() for path, data in here.items() if path.endswith(".html")}, said


def written(site, clean):
    """The pages of articles and cleanings that a build writes again."""
    before = {path: path.stat().st_ino for path in site.output.rglob("index.html")}
    build(site, clean)
    changed = [path for path in site.output.rglob("index.html") if before.get(path) != path.stat().st_ino]
    return sorted(
        path.parent.relative_to(site.output / "articles").as_posix() for path in changed if "articles" in path.parts
    )


def test_an_article_leads_to_the_page_and_back(site, clean):
    pages, said = build(site, clean)
    assert said == []
    page = pages[PATH.format("deal")]
    assert '<a href="/archive/articles/deal/" lang="en">A title</a>' in page
    assert "<del>Home &amp; away</del>" in page
    assert "It rained." in page
    assert "<code>raw/deal.txt</code>" in page
    assert SHA["deal"] in page
    assert 'href="/archive/articles/deal/cleaning/">How this was cleaned' in pages["articles/deal/index.html"]


def test_without_a_record_there_is_no_page_and_no_link(site, clean):
    pages, _ = build(site, clean)
    assert PATH.format("tide") not in pages
    assert "cleaning" not in pages["articles/tide/index.html"]


def test_it_is_no_part_of_search_feeds_or_the_list_for_search_engines(site, clean):
    pages, _ = build(site, clean)
    assert '<meta name="robots" content="noindex">' in pages[PATH.format("deal")]
    assert "data-pagefind-ignore" in pages[PATH.format("deal")]
    others = {path: data for path, data in read_all(site.output).items() if path.endswith(".xml")}
    assert {"feed.xml", "sitemap.xml"} <= others.keys()
    assert not [path for path, data in others.items() if b"cleaning" in data]


def test_a_record_that_changes_changes_its_page_alone(site, clean):
    build(site, clean)
    write(site.content, {record_path(SHA["deal"]): record("deal", "It hailed.")})
    assert written(site, clean) == ["deal/cleaning"]
    assert "It hailed." in (site.output / PATH.format("deal")).read_text()


def test_the_page_about_the_archive_counts_removed_lines(site, clean):
    def removed():
        pages, _ = build(site, clean)
        row = pages["about/index.html"].partition("Lines that were removed from these pages")[2]
        return int(row.partition('<td class="count">')[2].partition("<")[0])

    assert removed() == 2
    write(site.content, {"articles/deal.md": article("Other words.", original_sha256=SHA["deal"])})
    assert removed() == 2
    write(site.content, {record_path(SHA["deal"]): record("deal", removed=("Home", "Sign up"))})
    assert removed() == 3
    (site.content / record_path(SHA["deal"])).unlink()
    assert removed() == 1


def test_an_article_whose_text_changes_leaves_the_page_alone(site, clean):
    build(site, clean)
    write(site.content, {"articles/deal.md": article("Other words.", original_sha256=SHA["deal"], people="[]")})
    build(site, clean)
    write(site.content, {"articles/deal.md": article("Words again.", original_sha256=SHA["deal"], people="[]")})
    assert written(site, clean) == ["deal"]


def test_a_record_that_comes_or_goes(site, clean):
    build(site, clean)
    write(site.content, {record_path(SHA["tide"]): record("tide")})
    assert written(site, clean) == ["tide", "tide/cleaning"]
    (site.content / record_path(SHA["tide"])).unlink()
    assert written(site, clean) == ["tide"]
    assert not (site.output / PATH.format("tide")).exists()


def test_an_original_that_an_article_names_from_now_on(site, clean):
    """Nothing else of the article changes, and still it is not its own page alone that does."""
    write(site.content, {"articles/deal.md": article("It rained.", people="[]")})
    build(site, clean)
    write(site.content, {"articles/deal.md": article("It rained.", people="[]", original_sha256=SHA["deal"])})
    assert written(site, clean) == ["deal", "deal/cleaning"]


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b'{"passages": []}'])
def test_a_record_that_cannot_be_read_is_said_at_every_build(site, clean, data):
    build(site, clean)
    write(site.content, {record_path(SHA["deal"]): data})
    for _ in range(3):
        pages, said = build(site, clean)
        assert said == [
            f"content/{record_path(SHA['deal'])}: This is no cleaning record that can be read. "
            "Bring it back; or delete it, and ingest the original again, which stands beside it."
        ]
        assert "The record of the cleaning cannot be read at present." in pages[PATH.format("deal")]
    write(site.content, {"articles/pier.md": article("Other words.", original_sha256=SHA["pier"])})
    assert len(build(site, clean)[1]) == 1
    write(site.content, {record_path(SHA["deal"]): record("deal")})
    pages, said = build(site, clean)
    assert said == []
    assert "Home &amp; away" in pages[PATH.format("deal")]


def test_a_site_without_such_pages(site, clean):
    build(site, clean)
    settings = (site.root / "site.toml").read_text()
    write(site.root, {"site.toml": settings + "[cleaning]\npages = false\n"})
    from generator.site import load_site

    pages, _ = build(load_site(site.root), clean)
    assert not [path for path, text in pages.items() if "cleaning" in path or "cleaning" in text]
    write(site.root, {"site.toml": settings})
    assert PATH.format("deal") in build(load_site(site.root), clean)[0]


@pytest.mark.parametrize("name", ["../../../etc/passwd", "", "x" * 5000, "zz", "a/b/c"])
def test_a_digest_that_is_none_leads_nowhere(site, clean, name):
    write(site.content, {"articles/deal.md": article("It rained.", original_sha256=f"'{name}'")})
    pages, _ = build(site, clean)
    assert PATH.format("deal") not in pages
