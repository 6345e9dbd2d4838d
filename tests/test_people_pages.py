"""People from the text of an article to their page, and back."""

from archives import article, make_archive, read_all, write

from generator.rebuild import rebuild

BODY = "It rained. Minister Ada Holm spoke.\n\nLater Holm left."
FILES = {
    "content/articles/a.md": article(BODY, published="2015-05-19", people="[ada-holm]"),
    "content/articles/b.md": article("In the evening, Ada Holm said no.", published="2014"),
    "content/people/ada-holm.md": "---\nname: Ada Holm\n---\n",
}


def built(site):
    assert rebuild(site, search=False).problems == ()
    return {path: data.decode() for path, data in read_all(site.output).items() if path.endswith(".html")}


def test_an_article_links_to_its_people_and_they_quote_it(tmp_path):
    made = built(make_archive(tmp_path, FILES))
    assert (
        'Minister <a class="person" href="/archive/people/ada-holm/">Ada Holm</a> spoke.'
        in made["articles/a/index.html"]
    )
    page = made["people/ada-holm/index.html"]
    assert "Minister <b>Ada Holm</b> spoke.</p>" in page
    assert "In the evening, <b>Ada Holm</b> said no.</p>" in page


def test_a_page_follows_the_sentence_that_it_quotes(tmp_path):
    """A correction below the first mention leaves the page alone."""
    site = make_archive(tmp_path, FILES)
    before = built(site)
    write(tmp_path, {"content/articles/a.md": FILES["content/articles/a.md"].replace("Later", "Soon")})
    between = built(site)
    assert between["people/ada-holm/index.html"] == before["people/ada-holm/index.html"]
    write(tmp_path, {"content/articles/a.md": FILES["content/articles/a.md"].replace("spoke", "sang")})
    assert "Minister <b>Ada Holm</b> sang.</p>" in built(site)["people/ada-holm/index.html"]


def test_a_new_name_moves_the_links(tmp_path):
    site = make_archive(tmp_path, FILES)
    built(site)
    (tmp_path / "content/people/ada-holm.md").rename(tmp_path / "content/people/holm.md")
    write(tmp_path, {"content/articles/a.md": article(BODY, people="[holm]")})
    assert 'href="/archive/people/holm/">Ada Holm</a> spoke.' in built(site)["articles/a/index.html"]


def test_nothing_on_a_persons_page_needs_a_script_or_a_style_of_its_own(tmp_path):
    page = built(make_archive(tmp_path, FILES))["people/ada-holm/index.html"]
    assert "style=" not in page
    assert "<style" not in page
    assert page.count("<script") == page.count('<script type="application/ld+json">') == 1
    assert page.count("<svg") >= 2


def test_a_new_variant_is_found_in_the_articles_that_somebody_linked(tmp_path):
    """Though the articles' own files stay as they were."""
    files = FILES | {"content/articles/b.md": article("In the evening, the Iron Lady said no.", people="[ada-holm]")}
    site = make_archive(tmp_path, files)
    assert "<b>the Iron Lady</b>" not in built(site)["people/ada-holm/index.html"]
    write(tmp_path, {"content/people/ada-holm.md": "---\nname: Ada Holm\nvariants: [the Iron Lady]\n---\n"})
    made = built(site)
    assert "In the evening, <b>the Iron Lady</b> said no." in made["people/ada-holm/index.html"]
    assert ">the Iron Lady</a> said no." in made["articles/b/index.html"]
