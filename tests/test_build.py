"""The build, from files to files."""

import re
import shutil
from pathlib import Path

import pytest

from generator.check import check
from generator.errors import TemplateError
from generator.rebuild import rebuild
from generator.site import Site, load_site


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def page(site: Site, address: str) -> str:
    return (site.output / address / "index.html").read_text()


def test_a_build_says_what_it_did(archive):
    report = rebuild(archive, jobs=1)
    assert report.problems == ()
    assert (report.articles, report.topics, report.sources) == (9, 3, 2)
    assert report.published.written == len(files(archive.output)) - 1  # besides the list of what was written


def test_a_sound_archive_and_all_its_links_pass_the_check(archive):
    """Every internal link and anchor of the built site lands, below a path too."""
    rebuild(archive, search=False)
    assert check(archive) == []


def test_building_twice_writes_nothing(archive):
    rebuild(archive)
    before = files(archive.output)
    report = rebuild(archive)
    assert not report.published.changed
    assert files(archive.output) == before


def test_the_number_of_workers_changes_no_byte(archive, tmp_path):
    shutil.copytree(archive.root, tmp_path / "other")
    other = load_site(tmp_path / "other")
    rebuild(archive, search=False, jobs=1)
    rebuild(other, search=False, jobs=4)
    assert files(archive.output) == files(other.output)


def test_deleting_what_was_remembered_changes_no_byte(archive):
    rebuild(archive, search=False)
    before = files(archive.output)
    shutil.rmtree(archive.store)
    assert not rebuild(archive, search=False).published.changed
    assert files(archive.output) == before


def test_a_search_index_made_again_holds_the_same_articles(archive):
    """Pagefind names and orders some of its files differently each time; the words and pages are the same."""
    rebuild(archive)
    before = fragments(archive.output)
    shutil.rmtree(archive.store)
    rebuild(archive)
    assert fragments(archive.output) == before
    assert before


def fragments(output):
    """Pagefind's text of each page, by its file, which is named after it."""
    return {path.relative_to(output): path.read_bytes() for path in output.glob("search/*/fragment/*")}


def test_an_article_that_goes_takes_its_pages_along(archive):
    rebuild(archive, search=False)
    (archive.content / "articles/2018/iftitah-al-mina.md").unlink()
    rebuild(archive, search=False)
    assert not (archive.output / "articles/iftitah-al-mina").exists()
    assert not (archive.output / "dates/2018/03").exists()
    assert check(archive) == []


def test_a_file_that_is_not_ours_stays(archive):
    rebuild(archive, search=False)
    (archive.output / "CNAME").write_text("harbour.example")
    rebuild(archive, search=False)
    assert (archive.output / "CNAME").read_text() == "harbour.example"


def test_an_address_of_old_leads_on(archive):
    rebuild(archive, search=False)
    assert 'url=/articles/port-workers-reach-a-deal/"' in page(archive, "articles/deal-in-the-port")
    assert 'url=/people/bruno-keller/"' in page(archive, "people/b-keller")


def test_people_come_from_front_matter_where_a_person_decided(archive):
    """A name in front matter may be an id, the preferred form or a variant; a topic too."""
    rebuild(archive, search=False)
    assert 'href="/people/bruno-keller/"' in page(archive, "articles/keller-elected")
    assert 'href="/topics/labour/"' in page(archive, "articles/keller-elected")


def test_people_and_topics_are_found_in_the_text_where_nobody_decided(archive):
    rebuild(archive, search=False)
    article = page(archive, "articles/flood-barrier-closes")
    assert 'href="/people/ada-holm/"' in article
    assert 'href="/topics/flooding/"' in article


def test_nobody_is_looked_for_where_a_person_decided_on_none(archive):
    rebuild(archive, search=False)
    article = page(archive, "articles/iftitah-al-mina")
    assert 'href="/people/' not in article.replace('href="/people/"', "")


def test_a_name_that_stands_in_two_articles_gets_a_page_that_says_it_is_unverified(archive):
    rebuild(archive, search=False)
    assert "Not verified." in page(archive, "people/erik-sand")
    assert "Not verified." not in page(archive, "people/ada-holm")


def test_an_uncertain_day_is_possible_there_and_not_counted(archive):
    rebuild(archive, search=False)
    day = page(archive, "dates/2017/02/18")
    assert day.index("Possibly from here") < day.index("/articles/talks-in-the-harbour-hall/")
    for year in ("2009", "2015"):
        assert "/articles/keller-elected/" in page(archive, f"dates/{year}")


def test_an_undated_article_stands_with_the_undated_alone(archive):
    rebuild(archive, search=False)
    link = "/articles/how-the-harbour-was-built/"
    dated = [path for path in (archive.output / "dates").rglob("*.html") if link in path.read_text()]
    assert dated == [archive.output / "dates/undated/index.html"]


def test_text_of_another_script_is_marked_with_its_language(archive):
    rebuild(archive, search=False)
    assert 'lang="ar" dir="auto">افتتاح الميناء الجديد أمام السفن</h1>' in page(archive, "articles/iftitah-al-mina")


def test_what_an_article_holds_is_never_executed(archive):
    rebuild(archive, search=False)
    html = page(archive, "articles/a-page-with-markup")
    assert "&lt;b&gt;Markup&lt;/b&gt; &amp; " in html
    html = html.replace('<script type="application/ld+json">', "")  # data, which no browser runs
    for danger in ("<script", "<img", "javascript:", "onerror"):
        assert danger not in html


def test_a_summary_holds_words_of_the_article_and_nothing_of_its_markup(archive):
    """What the page does not show, its description does not hold either."""
    rebuild(archive, search=False)
    summary = re.search(r'<meta name="description" content="([^"]*)">', page(archive, "articles/a-page-with-markup"))[1]
    assert "executed" not in summary
    assert summary.endswith("a link.")


def test_one_bad_article_costs_only_itself(archive):
    (archive.content / "articles/2018/bad.md").write_text("No front matter\n")
    report = rebuild(archive, search=False)
    assert list(map(str, report.problems)) == [
        "content/articles/2018/bad.md:1: It does not start with front matter. "
        "Begin the file with a line ---, the fields, and another line ---."
    ]
    assert report.articles == 9


def test_a_broken_template_leaves_the_last_good_site(archive):
    rebuild(archive, search=False)
    before = files(archive.output)
    archive.templates.mkdir()
    (archive.templates / "home.html").write_text("{# page: HomePage #}\n{% if %}")
    with pytest.raises(TemplateError, match=r"^templates/home.html:2: "):
        rebuild(archive, search=False)
    assert files(archive.output) == before


def test_a_template_of_the_sites_own_may_extend_the_bundled_one(archive):
    archive.templates.mkdir()
    (archive.templates / "article.html").write_text(
        '{# page: ArticlePage #}\n{% extends "bundled/article.html" %}\n'
        '{% block head %}<meta name="citation_title" content="{{ page.title }}">{% endblock %}\n'
    )
    rebuild(archive, search=False)
    html = page(archive, "articles/port-workers-reach-a-deal")
    assert '<meta name="citation_title" content="Port workers and ministry reach a deal">' in html
    assert '<h1 class="headline"' in html


@pytest.mark.parametrize("url", ["https://harbour.example/archive", "https://harbour.example/archive/"])
def test_everything_works_below_a_path(archive, url):
    settings = archive.root / "site.toml"
    settings.write_text(settings.read_text().replace("https://harbour.example/", url))
    about = archive.content / "pages/about.md"
    about.write_text(about.read_text().replace("(/articles", "(/archive/articles"))
    site = load_site(archive.root)
    rebuild(site, search=False)
    assert check(site) == []
