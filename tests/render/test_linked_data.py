"""Linked data uses the vocabulary of schema.org as its own pages define it.

No package ships the vocabulary, so what we use of it is listed here, from https://schema.org/NewsArticle and so on
(release 28): each type with the types that it inherits from, and each property with the types that may have it.
"""

import json
import re
from collections.abc import Iterator

import pytest
from archives import STORY, make_archive

from generator.rebuild import rebuild

PARENTS = {
    "Thing": (), "CreativeWork": ("Thing",), "Article": ("CreativeWork",), "NewsArticle": ("Article",),
    "WebPage": ("CreativeWork",), "AboutPage": ("WebPage",), "CollectionPage": ("WebPage",),
    "WebSite": ("CreativeWork",),
    "Collection": ("CreativeWork",), "Intangible": ("Thing",), "ItemList": ("Intangible",),
    "BreadcrumbList": ("ItemList",), "ListItem": ("Intangible",), "Person": ("Thing",), "Organization": ("Thing",),
    "NewsMediaOrganization": ("Organization",), "Action": ("Thing",), "SearchAction": ("Action",),
    "EntryPoint": ("Intangible",), "PropertyValue": ("Intangible",), "Role": ("Intangible",),
    "Occupation": ("Intangible",),
}  # fmt: skip
DOMAINS = {
    "name": "Thing", "description": "Thing", "url": "Thing", "sameAs": "Thing", "identifier": "Thing",
    "alternateName": "Thing", "mainEntityOfPage": "Thing", "potentialAction": "Thing", "headline": "CreativeWork",
    "inLanguage": "CreativeWork", "datePublished": "CreativeWork", "author": "CreativeWork",
    "publisher": "CreativeWork", "isBasedOn": "CreativeWork", "about": "CreativeWork", "mentions": "CreativeWork",
    "isPartOf": "CreativeWork", "dateline": "NewsArticle", "itemListElement": "ItemList", "position": "ListItem",
    "item": "ListItem", "birthDate": "Person", "deathDate": "Person", "hasOccupation": "Person",
    "target": "Action", "urlTemplate": "EntryPoint", "propertyID": "PropertyValue", "value": "PropertyValue",
    "startDate": "Role", "endDate": "Role",
}  # fmt: skip
ANNOTATIONS = {"@id", "@type", "query-input"}
"""What stands beside properties: Google's annotation of an action, schema.org/docs/actions.html, part 4."""
OF_ROLES = "hasOccupation"
"""A role repeats the property that it stands in: blog.schema.org, "Introducing Role"."""

DEAL = (
    "---\ntitle: Deal </script><script>alert(1)</script>\npublished: 2015-05-19\nsource: tide-wire\n"
    "people: [ada-holm]\ntopics: [harbour]\nbyline: Ida Lund and Jo Berg\ndateline: {place: PORT HOLM}\nurl: https://tide.example/deal\n"
    "---\nIt holds.\n"
)
HOLM = (
    "---\nname: Ada Holm\nvariants: [A. Holm]\nborn: 1950-03-21\nidentifiers: {wikidata: Q1}\n"
    "offices:\n  - {title: Mayor, from: 2010}\n---\n"
)
PAGES = {
    "": "WebSite", "articles/deal/": "NewsArticle", "people/ada-holm/": "Person", "topics/harbour/": "CollectionPage",
    "sources/tide-wire/": "CollectionPage", "people/": "CollectionPage", "dates/": "CollectionPage",
    "dates/2015/": "CollectionPage", "dates/2015/05/19/": "CollectionPage", "about/": "AboutPage",
}  # fmt: skip


@pytest.fixture(scope="module")
def output(tmp_path_factory):
    files = STORY | {
        "content/articles/2015/deal.md": DEAL,
        "content/people/ada-holm.md": HOLM,
        "content/pages/about.md": "---\ntitle: About\n---\nWords.\n",
    }
    site = make_archive(tmp_path_factory.mktemp("linked"), files)
    assert rebuild(site).problems == ()
    return site.output


def read(output, address):
    """The graph of a page."""
    html = (output / address / "index.html").read_text()
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def things(value) -> Iterator[dict]:
    """Every thing in a graph, however deep."""
    if isinstance(value, list):
        for entry in value:
            yield from things(entry)
    elif isinstance(value, dict):
        yield value
        for entry in value.values():
            yield from things(entry)


def kinds(name):
    return {name}.union(*(kinds(parent) for parent in PARENTS[name]))


@pytest.mark.parametrize(("address", "kind"), PAGES.items())
def test_a_page_is_told_in_the_words_of_schema_org(output, address, kind):
    graph = read(output, address)
    assert graph[0]["@type"] == kind
    for thing in things(graph):
        for name in thing.keys() - ANNOTATIONS:
            is_role = thing["@type"] == "Role" and name == OF_ROLES
            assert is_role or DOMAINS[name] in kinds(thing["@type"]), (thing["@type"], name)


def test_an_article_in_the_words_of_schema_org(output):
    article, trail = read(output, "articles/deal/")
    here = "https://harbour.example/archive/"
    assert article == {
        "@type": "NewsArticle", "@id": f"{here}articles/deal/", "url": f"{here}articles/deal/",
        "mainEntityOfPage": f"{here}articles/deal/", "headline": "Deal </script><script>alert(1)</script>",
        "description": "It holds.", "inLanguage": "en", "datePublished": "2015-05-19", "dateline": "PORT HOLM",
        "author": [{"@type": "Person", "name": "Ida Lund"}, {"@type": "Person", "name": "Jo Berg"}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Tide Wire", "url": f"{here}sources/tide-wire/"},
        "isBasedOn": "https://tide.example/deal",
        "about": [{"@type": "Thing", "name": "Harbour", "url": f"{here}topics/harbour/"}],
        "mentions": [{"@type": "Person", "name": "Ada Holm", "url": f"{here}people/ada-holm/"}],
        "isPartOf": {"@type": "Collection", "name": "The Harbour Archive", "url": here},
    }  # fmt: skip
    assert [(step["position"], step["name"]) for step in trail["itemListElement"]] == [
        (1, "The Harbour Archive"), (2, "Sources"), (3, "Tide Wire"), (4, "Deal </script><script>alert(1)</script>"),
    ]  # fmt: skip


def test_the_site_says_how_it_is_searched(output):
    (site,) = read(output, "")
    assert site["potentialAction"]["target"]["urlTemplate"] == (
        "https://harbour.example/archive/search/?q={search_term_string}"
    )


def test_a_date_that_is_not_certain_is_not_told(output):
    (article, _) = read(output, "articles/pier/")
    assert "datePublished" not in article


def test_what_zotero_reads_of_an_article(output):
    """A newspaper article of the outlet: the type is stated, and nothing says that it is a journal's or a web page.

    That is what Zotero's translator "Embedded Metadata" looks for.
    """
    html = (output / "articles/deal/index.html").read_text()
    metas = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html)
    assert ("DC.type", "newspaperArticle") in metas
    assert ("prism.publicationName", "Tide Wire") in metas
    assert ("citation_publication_date", "2015-05-19") in metas
    assert [value for name, value in metas if name == "citation_author"] == ["Lund, Ida", "Berg, Jo"]
    assert ("og:type", "article") in metas
    assert ("article:published_time", "2015-05-19") in metas
    assert "citation_journal_title" not in dict(metas)
