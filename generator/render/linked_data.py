"""Pages in the words of https://schema.org, as JSON-LD, for search engines and whoever gathers from the web.

All of it stands on the page too: it is derived from the page and the site alone. A date is given only when it is
certain, because schema.org knows no doubt.
"""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from generator.model.address import Addresses, host_of
from generator.model.page import (
    AboutPage,
    ArticlePage,
    DatesPage,
    HomePage,
    IndexPage,
    Link,
    ListPage,
    Page,
    PersonPage,
    SiteView,
    WrittenPage,
)  # fmt: skip
from generator.model.value import as_json

Thing = dict[str, Any]


def describe_page(page: Page, site: SiteView) -> Markup:
    """A script element of JSON-LD, which is data and never run; empty for a page that there is nothing to say of."""
    match page:
        case ArticlePage():
            things = [_article(page, site), _trail(page, _article_crumbs(page, site), site)]
        case PersonPage() if page.linked_data:
            person = {name: value for name, value in page.linked_data.items() if name != "@context"}
            things = [person, _trail(page, page.crumbs, site)]
        case HomePage():
            things = [_website(site)]
        case ListPage() | IndexPage() | DatesPage() | PersonPage():
            things = [_web_page("CollectionPage", page, site), _trail(page, page.crumbs, site)]
        case AboutPage():
            things = [_web_page("AboutPage", page, site), _trail(page, page.crumbs, site)]
        case WrittenPage():
            things = [_web_page("WebPage", page, site), _trail(page, page.crumbs, site)]
        case _:
            return Markup()
    text = as_json({"@context": "https://schema.org", "@graph": things})
    text = text.replace("<", "\\u003c")  # so that nothing in it can end the element
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704  # see above


def _article(page: ArticlePage, site: SiteView) -> Thing:
    host = host_of(site.url, site.base)
    url = host + page.url
    facts = {
        "headline": page.title,
        "description": page.description,
        "url": url,
        "mainEntityOfPage": page.canonical,
        "inLanguage": page.language,
        "datePublished": page.date.machine,
        "dateline": page.dateline.place if page.dateline else "",
        "author": [_author(author.name, is_person=bool(author.family)) for author in page.authors],
        "publisher": _linked("NewsMediaOrganization", page.source, host) if page.source else None,
        "isBasedOn": page.original_url,
        "about": [_linked("Thing", topic, host) for topic in page.topics],
        "mentions": [_linked("Person", person, host) for person in page.people],
        "isPartOf": {"@type": "Collection", "name": site.title, "url": site.url},
    }
    return {"@type": "NewsArticle", "@id": url} | {name: value for name, value in facts.items() if value}


def _author(name: str, *, is_person: bool) -> Thing:
    return {"@type": "Person" if is_person else "Organization", "name": name}


def _linked(kind: str, link: Link, host: str) -> Thing:
    return {"@type": kind, "name": link.title, "url": host + link.url}


def _article_crumbs(page: ArticlePage, site: SiteView) -> tuple[Link, ...]:
    """An article stands below its source, as far as it stands below anything."""
    sources = Link(title="Sources", url=Addresses(site.base).index("sources"))
    return (sources, page.source) if page.source else ()


def _web_page(kind: str, page: Page, site: SiteView) -> Thing:
    thing = {
        "@type": kind,
        "name": page.title,
        "description": page.description,
        "url": host_of(site.url, site.base) + page.url,
        "inLanguage": site.language,
        "isPartOf": {"@type": "WebSite", "name": site.title, "url": site.url},
    }
    return {name: value for name, value in thing.items() if value}


def _website(site: SiteView) -> Thing:
    thing: Thing = {
        "@type": "WebSite",
        "name": site.title,
        "description": site.description,
        "url": site.url,
        "inLanguage": site.language,
    }
    if site.search:
        thing["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{site.url}search/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
    return {name: value for name, value in thing.items() if value}


def _trail(page: Page, crumbs: Iterable[Link], site: SiteView) -> Thing:
    host = host_of(site.url, site.base)
    steps = [Link(title=site.title, url=site.base), *crumbs, Link(title=page.title, url=page.url)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": step.title, "item": host + step.url}
            for position, step in enumerate(steps, 1)
        ],
    }
