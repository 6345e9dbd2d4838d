"""What a page's markup states."""

import json

import pytest

from generator.intake.html import html_page
from generator.intake.metadata import read_day, strip_site
from generator.model.raw import RawPage

STORY = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Ferry sails again",
    "description": "After two years.",
    "datePublished": "2015-05-19T23:30:00-05:00",
    "author": [{"@type": "Person", "name": "Eva Brandt"}, {"@type": "Organization", "name": "Harbour Press"}],
    "publisher": {"@type": "Organization", "name": "Harbour Press"},
    "inLanguage": "en-GB",
    "articleBody": "The ferry will sail again.",
}


def page(head: str = "", body: str = "<p>Words.", **given: str) -> RawPage:
    return html_page("page.html", f"<html><head>{head}</head><body>{body}</body></html>".encode(), **given)


def linked(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def test_linked_data_of_the_story_is_believed_first() -> None:
    stated = page(
        '<meta property="og:title" content="Other"><meta name="author" content="Al Other">' + linked(STORY)
    ).stated
    assert (stated.title, stated.standfirst) == ("Ferry sails again", "After two years.")
    assert (stated.authors, stated.published) == (("Eva Brandt",), "2015-05-19")
    assert (stated.site, stated.language, stated.body) == ("Harbour Press", "en", "The ferry will sail again.")
    assert dict(stated.origins) == dict.fromkeys(("title", "authors", "published"), "JSON-LD")


def test_a_story_is_found_in_a_graph_and_names_by_their_ids() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "@id": "#site", "name": "Harbour Press"},
            {"@type": "Person", "@id": "#eva", "name": "Eva Brandt"},
            {**STORY, "author": {"@id": "#eva"}},
        ]
    }
    assert page(linked(graph)).stated.authors == ("Eva Brandt",)


def test_of_several_stories_that_of_this_page_is_read() -> None:
    """Teasers are marked up too."""
    teaser = {
        "@type": "NewsArticle",
        "headline": "Harbour fees rise",
        "datePublished": "2014-01-01",
        "author": "Al Other",
    }
    head = '<meta property="og:title" content="Ferry sails again | Harbour Press">'
    assert page(head + linked(teaser, STORY)).stated.published == "2015-05-19"


@pytest.mark.parametrize(
    "script",
    ["{", "", "[[[[", "<!-- {} -->", '{"@type": "NewsArticle", "author": {"@id": 7}}', '["a", 1, null]', "{" * 5000],
)
def test_broken_linked_data_is_passed_over(script: str) -> None:
    head = f'<script type="application/ld+json">{script}</script><meta name="author" content="By Eva Brandt">'
    assert page(head).stated.authors == ("Eva Brandt",)


def test_linked_data_in_wrappings_and_entities_is_read() -> None:
    text = json.dumps(STORY).replace('"', "&quot;")
    for script in (f"//<![CDATA[\n{json.dumps(STORY)}\n//]]>", text, json.dumps(STORY) + ";"):
        assert page(f'<script type="application/ld+json">{script}</script>').stated.title == "Ferry sails again"


def test_meta_tags_speak_where_there_is_no_linked_data() -> None:
    stated = page(
        '<meta property="og:site_name" content="Harbour Press">'
        '<meta property="og:title" content="Ferry sails &amp; rests">'
        '<meta name="author" content="Eva Brandt and Jon Lund">'
        '<meta property="article:published_time" content="2015-05-19">'
    ).stated
    assert (stated.title, stated.site, stated.published) == ("Ferry sails & rests", "Harbour Press", "2015-05-19")
    assert stated.authors == ("Eva Brandt", "Jon Lund")
    assert dict(stated.origins)["published"] == "the meta tag article:published_time"


@pytest.mark.parametrize(
    "name",
    ["admin", "Staff", "https://harbour.example/eva", "eva@harbour.example", "Eva", "Desk 2015", "@evabrandt", ""],
)
def test_what_is_no_name_is_no_author(name: str) -> None:
    assert page(f'<meta name="author" content="{name}">').stated.authors == ()


def test_elements_state_authors_and_times() -> None:
    body = (
        '<span itemprop="author"><b itemprop="name">Eva Brandt</b></span><time datetime="2015-05-19T08:00Z">May</time>'
    )
    stated = page(body=body).stated
    assert (stated.authors, stated.published) == (("Eva Brandt",), "2015-05-19")


def test_one_time_among_many_says_nothing() -> None:
    assert page(body="<time datetime='2015-05-19'>a</time>" * 4).stated.published is None


def test_the_address_states_a_day_where_nothing_else_does() -> None:
    assert page(url="https://harbour.example/2015/05/19/ferry").stated.published == "2015-05-19"
    assert page(url="https://harbour.example/2015/13/19/ferry").stated.published is None


def test_the_heading_is_the_title_as_printed() -> None:
    """The page's title is often the heading and more."""
    head = "<title>Ferry sails again after years - news from Harbour Press</title>"
    assert page(head, "<h1>Ferry sails again after years</h1>").stated.title == "Ferry sails again after years"


@pytest.mark.parametrize(
    ("title", "site", "stripped"),
    [
        ("Ferry sails again | World | The Harbour Press", "Harbour Press", "Ferry sails again"),
        ("Harbour Press - Ferry sails again", "Harbour Press", "Ferry sails again"),
        ("Talks - day eleven", "Harbour Press", "Talks - day eleven"),
        ("Why the ferry sails again | Harbour", None, "Why the ferry sails again"),
    ],
)
def test_the_site_is_no_part_of_the_title(title: str, site: str | None, stripped: str) -> None:
    assert strip_site(title, site) == stripped


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20150519", "2015-05-19"),
        ("19 May 2015", "2015-05-19"),
        ("May 19th, 2015 10:00", "2015-05-19"),
        ("19/05/2015 09:21", "2015-05-19"),
        ("05/04/2015", None),  # the fifth of April, or the fourth of May
        ("2015-02-30", None),
        ("May 2015", None),
        ("", None),
        (None, None),
        (20150519, None),
    ],
)
def test_a_day_is_read_or_left(text: object, day: str | None) -> None:
    assert read_day(text) == day


def test_the_canonical_address_is_the_pages_unless_it_is_the_front_page() -> None:
    link = '<link rel="canonical" href="{}">'
    assert page(link.format("https://harbour.example/ferry")).url == "https://harbour.example/ferry"
    assert page(link.format("https://harbour.example/")).url is None
    assert page(link.format("javascript:alert(1)")).url is None
    assert page(link.format("http://[")).url is None
    assert page(link.format("/ferry"), url="https://harbour.example/f?utm=1").url == "https://harbour.example/f?utm=1"


@pytest.mark.parametrize(
    ("notice", "site"),
    [
        ("Copyright (c) 2012 Tide Wire Ventures", "Tide Wire Ventures"),
        ("© 2012–2015, Tide Wire. All rights reserved.", "Tide Wire"),
        ("Copyright 2012 by Tide Wire", "Tide Wire"),
        ("Copyright Agency", "Copyright Agency"),
        ("2012 Quarterly", "2012 Quarterly"),
        ("© 2012", None),
    ],
)
def test_of_a_copyright_notice_the_name_is_the_sites(notice: str, site: str | None) -> None:
    assert page(f'<meta name="copyright" content="{notice}">').stated.site == site
