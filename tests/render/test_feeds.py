from xml.etree import ElementTree

import pytest
from archives import quick
from hypothesis import given
from hypothesis import strategies as st

from generator.model.files import Feed, FeedEntry, Sitemap, SitemapEntry
from generator.model.page import SiteView
from generator.render.feeds import render_feed, render_sitemap

ATOM = "{http://www.w3.org/2005/Atom}"


def site(**values):
    return SiteView(
        **{"title": "The Harbour Archive", "tagline": "", "description": "", "url": "https://harbour.example/archive/",
           "base": "/archive/", "language": "en", "menu": (), "feed": "/archive/feed.xml", "search": False,
           "policy": "", "canonical": "self", "downloads": None, **values}
    )  # fmt: skip


def entry(**values):
    return FeedEntry(
        **{"id": "urn:uuid:1", "title": "Deal", "url": "https://harbour.example/archive/articles/deal/",
           "published": "2015-05-19T00:00:00Z", "summary": "In short.", "source": "Tide Wire", "language": "en",
           **values}
    )  # fmt: skip


def parse(*entries, **values):
    feed = Feed(
        url="/archive/feed.xml",
        format="atom",
        twin="/archive/feed.json",
        title="The Harbour Archive",
        page_url="/archive/",
        entries=entries,
    )
    return ElementTree.fromstring(render_feed(feed, site(**values)).encode())


def texts(tree, *names):
    return [tree.findtext("/".join(f"{ATOM}{part}" for part in name.split("/"))) for name in names]


def test_a_feed_has_what_atom_asks_for():
    """RFC 4287, section 4.1.1: id, title, updated, and an author for entries that have none."""
    feed = parse(entry(), entry(id="urn:uuid:2", published="2016-01-02T00:00:00Z"))
    assert texts(feed, "id", "title", "updated", "author/name") == [
        "https://harbour.example/archive/", "The Harbour Archive", "2016-01-02T00:00:00Z", "The Harbour Archive",
    ]  # fmt: skip
    assert {(link.get("rel"), link.get("type")): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        ("self", "application/atom+xml"): "https://harbour.example/archive/feed.xml",
        ("alternate", "text/html"): "https://harbour.example/archive/",
        ("alternate", "application/feed+json"): "https://harbour.example/archive/feed.json",
    }


def test_an_entry_has_what_atom_asks_for():
    (made,) = parse(entry(language="de")).findall(f"{ATOM}entry")
    assert texts(made, "id", "title", "updated", "published", "author/name", "summary") == [
        "urn:uuid:1", "Deal", "2015-05-19T00:00:00Z", "2015-05-19T00:00:00Z", "Tide Wire", "In short.",
    ]  # fmt: skip
    assert made.find(f"{ATOM}link").get("href") == "https://harbour.example/archive/articles/deal/"
    assert made.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"


def test_an_entry_without_a_source_names_no_author():
    (made,) = parse(entry(source=None)).findall(f"{ATOM}entry")
    assert made.find(f"{ATOM}author") is None


def test_an_empty_feed_is_a_feed():
    feed = parse()
    assert feed.findall(f"{ATOM}entry") == []
    assert texts(feed, "updated") == ["1970-01-01T00:00:00Z"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("A & B ]]> C", "A & B ]]> C"),
        ("a\x00b\x08c\x1bd\ufffee\ud800f", "abcdef"),
        ("🔥 بحر", "🔥 بحر"),
        ("&lt;", "&lt;"),
        ("\"quoted\" 'too'", "\"quoted\" 'too'"),
    ],
)
def test_titles_are_told_as_they_are_but_for_what_xml_cannot_hold(title, shown):
    made = parse(entry(title=title, summary=title, source=title), title=title)
    assert made.findtext(f"{ATOM}entry/{ATOM}title") == shown
    assert made.findtext(f"{ATOM}entry/{ATOM}summary") == shown
    assert made.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == shown
    assert made.findtext(f"{ATOM}author/{ATOM}name") == shown


@quick
@given(*[st.text(st.characters())] * 3)
def test_any_text_makes_well_formed_xml(title, language, source):
    made = parse(entry(title=title, language=language, source=source), language=language)
    assert len(made.findall(f"{ATOM}entry")) == 1


def test_a_feed_below_a_path_and_one_at_the_root_name_the_host_once():
    feed = Feed(url="/feed.xml", format="atom", twin="/feed.json", title="T", page_url="/", entries=())
    text = render_feed(feed, site(url="https://harbour.example/", base="/"))
    assert "<id>https://harbour.example/</id>" in text
    assert 'href="https://harbour.example/feed.xml"' in text


def test_a_sitemap():
    entries = (SitemapEntry(url="https://h.example/?a&b"), SitemapEntry(url="https://h.example/", lastmod="2015-05-19"))
    tree = ElementTree.fromstring(render_sitemap(Sitemap(url="/sitemap.xml", entries=entries)).encode())
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert [(url.findtext(f"{space}loc"), url.findtext(f"{space}lastmod")) for url in tree] == [
        ("https://h.example/?a&b", None), ("https://h.example/", "2015-05-19"),
    ]  # fmt: skip


def test_an_empty_sitemap_is_well_formed():
    assert len(ElementTree.fromstring(render_sitemap(Sitemap(url="/sitemap.xml")))) == 0
