import pytest
from archives import authority, card, catalog, quick, said, site
from hypothesis import given
from hypothesis import strategies as st

from generator.catalog import compile_catalog
from generator.model.address import TAKEN
from generator.model.article import Article, Caption, Dateline
from generator.model.authority import Person, Source, TextPage, Topic
from generator.model.dating import parse_dating
from generator.model.files import Sitemap
from generator.model.page import (
    HomePage,
    NotFoundPage,
    Outline,
    Page,
    RedirectPage,
    SearchPage,
    Shard,
    WrittenPage,
)  # fmt: skip
from generator.pages import compose_article_page, plan_pages

RECORDS = (
    Person(id="ada-holm", name="Ada Holm", aliases=("ada",)),
    Topic(id="harbour", name="Harbour", aliases=("docks",)),
    Source(id="tide-wire", name="Tide Wire", aliases=("wire",)),
)


def plan(*cards, pages=(), shards=(), **settings):
    return plan_pages(site(**settings), catalog(*cards, records=RECORDS, pages=pages), shards)


def pages_of(kind, made):
    return [page for recipe in made.recipes if isinstance(page := recipe.make(), kind)]


def mapped(made):
    return [entry.url for sitemap in pages_of(Sitemap, made) if not sitemap.is_index for entry in sitemap.entries]


def urls_of(made):
    return [recipe.url for recipe in made.recipes]


def whole(slug, published="2015-05-19", **fields):
    return card(slug, published, people=("ada-holm",), topics=("harbour",), source="tide-wire", **fields)


def test_an_empty_archive_has_its_pages():
    made = plan_pages(site(), catalog(), ())
    assert [url.removeprefix("/archive/") for url in urls_of(made)] == [
        "downloads/", "downloads/people.csv", "downloads/topics.csv", "downloads/sources.csv",
        "downloads/datapackage.json", "sitemap-pages-1.xml", "sitemap-dates-1.xml", "sitemap-people-1.xml",
        "sitemap-sources-1.xml", "sitemap-topics-1.xml", "sitemap.xml", "", "people/", "topics/", "sources/", "dates/",
        "search/", "about/", "404.html", "_redirects", "_headers", "_nginx-http.conf", "_nginx-server.conf",
        ".nojekyll", "people/index.json", "topics/index.json", "feed.xml", "feed.json", "robots.txt", "llms.txt",
    ]  # fmt: skip


def test_no_two_things_stand_at_one_address():
    made = plan(whole("a"), whole("b", "2015"), whole("c", ""), pages=(TextPage(id="about", title="About", body=""),))
    urls = urls_of(made)
    assert len(set(urls)) == len(urls)
    assert all(url.startswith("/archive/") for url in urls)
    assert urls == [recipe.make().url for recipe in made.recipes]


def test_the_front_page():
    (home,) = pages_of(HomePage, plan(whole("a", "2015"), whole("b", "2009-05-06"), whole("c", "")))
    assert (home.article_count, home.span) == (3, "2009 to 2015")
    assert [item.title for item in home.latest] == ["A", "B"]
    assert [(tally.title, tally.count) for tally in home.people] == [("Ada Holm", 3)]
    assert [(tally.title, tally.count) for tally in home.topics] == [("Harbour", 3)]
    assert [(tally.title, tally.count) for tally in home.sources] == [("Tide Wire", 3)]
    assert [(bar.title, bar.count) for bar in home.years.bars] == [("2009", 1), ("2015", 1)]


@pytest.mark.parametrize(("dates", "span"), [([""], ""), (["2015"], "2015"), (["2015", "2015-05"], "2015")])
def test_the_span_of_an_archive(dates, span):
    (home,) = pages_of(HomePage, plan(*(card(f"a{n}", edtf) for n, edtf in enumerate(dates))))
    assert home.span == span


def test_an_outline_knows_its_neighbours():
    older, middle, newer = card("a", "2013"), card("b", "2014"), card("c", "2015")
    outlines = {outline.slug: outline for outline in pages_of(Outline, plan(middle, newer, older))}
    assert list(outlines) == ["c", "b", "a"]
    assert [(o.newer and o.newer.url, o.older and o.older.url) for o in outlines.values()] == [
        (None, "/archive/articles/b/"),
        ("/archive/articles/c/", "/archive/articles/a/"),
        ("/archive/articles/b/", None),
    ]


def test_an_article_page_shows_everything():
    outline = pages_of(Outline, plan(whole("deal", summary="In short.")))[0]
    article = Article(
        title="Deal", body="One.", standfirst="In short.", published=parse_dating("2015-05-19"), dating=("a letter",),
        byline="Ada", dateline=Dateline(place="PORT"), captions=(Caption(text="The pier."),), language="de",
        url="https://tide.example/deal", original="originals/ab/ab.txt", original_sha256="ab",
    )  # fmt: skip
    page = compose_article_page(outline, article, plan().site)
    assert (page.url, page.title, page.description, page.body) == (
        "/archive/articles/deal/",
        "Deal",
        "In short.",
        "One.",
    )
    assert (page.date.text, page.date.machine, page.date.certain, page.date.evidence) == (
        "19 May 2015", "2015-05-19", True, ("a letter",),
    )  # fmt: skip
    assert page.date.url == "/archive/dates/2015/05/19/"
    assert (page.source.title, page.people[0].title, page.topics[0].title) == ("Tide Wire", "Ada Holm", "Harbour")
    assert (page.original_url, page.original, page.original_sha256) == (
        "https://tide.example/deal", "originals/ab/ab.txt", "ab",
    )  # fmt: skip


def test_an_address_of_an_original_that_runs_a_script_is_left_out():
    page = compose_article_page(
        pages_of(Outline, plan(card("a")))[0], Article(title="A", body="", url="javascript:alert(1)"), plan().site
    )
    assert page.original_url is None
    assert "javascript" not in repr(page.citation)


@pytest.mark.parametrize(
    ("policy", "url", "canonical"),
    [
        ("self", "https://tide.example/a", "https://harbour.example/archive/articles/a/"),
        ("original", "https://tide.example/a", "https://tide.example/a"),
        ("original", None, "https://harbour.example/archive/articles/a/"),
        ("original", "data:text/html,x", "https://harbour.example/archive/articles/a/"),
    ],
)
def test_search_engines_are_told_of_one_address(policy, url, canonical):
    made = plan(card("a"), canonical=policy)
    article = Article(title="A", body="", url=url)
    assert compose_article_page(pages_of(Outline, made)[0], article, made.site).canonical == canonical


@pytest.mark.parametrize(
    ("edtf", "machine", "certain"),
    [("2015-05-19", "2015-05-19", True), ("2015-05", "2015-05", True), ("2015", "2015", True),
     ("2015-05-19?", "", False), ("2014/2015", "", False), ("", "", False), ("XXXX-05-19", "", False),
     ("[2015-05-19?]", "", False)],
)  # fmt: skip
def test_only_what_is_certain_is_told_to_machines(edtf, machine, certain):
    date = pages_of(Outline, plan(card("a", edtf)))[0].date
    assert (date.machine, date.certain) == (machine, certain)


def test_former_addresses_lead_to_the_present_ones():
    made = plan(whole("deal", aliases=("old-deal",)))
    assert {page.url: page.target for page in pages_of(RedirectPage, made)} == {
        "/archive/articles/old-deal/": "/archive/articles/deal/",
        "/archive/people/ada/": "/archive/people/ada-holm/",
        "/archive/topics/docks/": "/archive/topics/harbour/",
        "/archive/sources/wire/": "/archive/sources/tide-wire/",
    }
    assert made.problems == ()


def test_a_former_address_that_is_in_use():
    made = plan(
        card("deal", aliases=("pier",)), card("pier"), card("third", aliases=("old",)), card("fourth", aliases=("old",))
    )
    assert sorted(said(made.problems)) == [
        f"content/articles/{path}: aliases: The former address /archive/articles/{old}/ is in use. "
        "Take it out of the aliases."
        for path, old in (("deal.md", "pier"), ("third.md", "old"))
    ]


@pytest.mark.parametrize("alias", ["../../../evil", "/etc/passwd", "a/b", "Old Name", "..", "", "a\0b", "index.html#x"])
def test_a_former_address_that_cannot_be_one(alias):
    """An alias names a file of the site: none may lead out of it."""
    made = plan(card("deal", aliases=(alias,)))
    assert [page.url for page in pages_of(RedirectPage, made) if page.target.endswith("/deal/")] == []
    assert said(made.problems) == [
        f'content/articles/deal.md: aliases: "{alias}" cannot stand in an address. Take it out of the aliases.'
    ]


def test_written_pages_and_the_menu():
    made = plan(
        pages=(
            TextPage(id="about", title="About", body="Hello."),
            TextPage(id="terms", title="Terms", body="", menu=False),
        )
    )
    assert {page.url: page.body for page in pages_of(WrittenPage, made)} == {
        "/archive/about/": "Hello.", "/archive/terms/": "",
    }  # fmt: skip
    assert [link.title for link in made.site.menu] == ["People", "Topics", "Dates", "Sources", "About"]


@pytest.mark.parametrize("id_", sorted(TAKEN))
def test_a_written_page_at_an_address_that_is_taken(id_):
    made = plan(pages=(TextPage(id=id_, title="Mine", body=""),))
    assert [page.url for page in pages_of(WrittenPage, made)] == ["/archive/about/"]
    assert "Mine" not in [link.title for link in made.site.menu]
    assert said(made.problems) == [
        f"content/pages/{id_}.md: The address /{id_}/ belongs to another part of the site. Rename the file."
    ]


def test_the_sitemap_lists_every_page_but_redirects_and_errors():
    made = plan(whole("deal", aliases=("old",)))
    urls = mapped(made)
    assert len(urls) == len(set(urls))
    assert "https://harbour.example/archive/" in urls
    assert "https://harbour.example/archive/articles/deal/" in urls
    assert not any("old" in url or "404" in url for url in urls)
    assert len(urls) == len(pages_of((Page, Outline), made)) - len(pages_of((RedirectPage, NotFoundPage), made))


def test_search_is_offered_only_where_there_is_an_index():
    shards = (Shard(name="2015", count=1),)
    assert not plan(whole("a")).site.search
    made = plan(whole("a"), shards=shards)
    assert made.site.search
    assert pages_of(SearchPage, made)[0].shards == shards


@pytest.mark.parametrize(
    "url", ["https://harbour.example/", "https://harbour.example/archive/", "https://h.example/a/b/"]
)
def test_every_address_stands_below_the_site(url):
    made = plan(whole("a"), url=url)
    base = "/" + url.split("/", 3)[3]
    assert all(own.startswith(base) for own in urls_of(made))
    assert all(own.startswith(url) for own in mapped(made))
    assert (made.site.url, made.site.base) == (url, base)


@quick
@given(st.permutations([whole("a"), whole("b", "2015"), whole("c", ""), card("d", "2015-05-19", named=("Bo Lind",)),
                        card("e", "[2014,2015]", named=("Bo Lind",))]))  # fmt: skip
def test_the_order_of_input_does_not_change_the_plan(cards):
    def plan_of(cards):
        made, _ = compile_catalog(cards, authority(*RECORDS), (), page_threshold=2)
        return [recipe.make() for recipe in plan_pages(site(), made, ()).recipes]

    assert plan_of(cards) == plan_of(sorted(cards, key=lambda card: card.slug))


def test_a_new_article_leaves_the_pages_of_others_alone():
    """Only its two neighbours' pages, and the lists that it joins, differ."""
    cards = [whole(f"a{n:02}", f"2015-05-{n:02}") for n in range(1, 29)]
    before, after = plan(*cards), plan(*cards, card("late", "2015-05-10"))
    old = {outline.url: outline for outline in pages_of(Outline, before)}
    differing = [o.url for o in pages_of(Outline, after) if o.url in old and o != old[o.url]]
    assert len(differing) == 2
