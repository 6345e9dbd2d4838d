"""Atom feeds and the sitemap."""

import uuid
from collections.abc import Iterable, Iterator

from generator.model.catalog import Card
from generator.model.page import Feed, FeedEntry, Page, RedirectPage, Sitemap, SitemapEntry
from generator.pages.views import Views


def plan_feeds(views: Views, site_url: str, title: str, entries: int) -> Iterator[Feed]:
    """The feeds of the whole archive, of every person, topic and source."""
    here, catalog = views.here, views.catalog
    make = _FeedMaker(views, site_url, title, entries)
    yield make.feed(title, here.home, catalog.cards)
    for id_, slugs in catalog.by_person.items():
        yield make.feed(f"{catalog.authority.people[id_].name} – {title}", here.person(id_), slugs)
    for id_, topic in catalog.authority.topics.items():
        yield make.feed(f"{topic.name} – {title}", here.topic(id_), catalog.by_topic.get(id_, ()))
    for id_, slugs in catalog.by_source.items():
        yield make.feed(f"{catalog.authority.sources[id_].name} – {title}", here.source(id_), slugs)


def plan_sitemap(views: Views, site_url: str, pages: Iterable[str]) -> Sitemap:
    """All addresses of the site, absolute, in order."""
    host = _host(site_url, views.here.base)
    return Sitemap(
        url=f"{views.here.base}sitemap.xml",
        entries=tuple(SitemapEntry(url=host + url) for url in sorted(pages)),
    )


def is_listed(page: Page) -> bool:
    """Whether search engines should know a page."""
    return not isinstance(page, RedirectPage) and not page.url.endswith("/404.html")


class _FeedMaker:
    def __init__(self, views: Views, site_url: str, title: str, entries: int) -> None:
        self._views = views
        self._host = _host(site_url, views.here.base)
        self._title = title
        self._most = entries
        self._made: dict[str, FeedEntry] = {}

    def feed(self, title: str, page_url: str, slugs: Iterable[str]) -> Feed:
        """The newest articles of a list whose day is certain: a reader of feeds trusts their dates."""
        entries: list[FeedEntry] = []
        for slug in slugs:
            if len(entries) == self._most:
                break
            card = self._views.catalog.cards[slug]
            if card.published.is_exact:
                entries.append(self._made.get(slug) or self._made.setdefault(slug, self._entry(card)))
        return Feed(url=self._views.here.feed(page_url), title=title, page_url=page_url, entries=tuple(entries))

    def _entry(self, card: Card) -> FeedEntry:
        first_address = self._views.here.article(card.aliases[0] if card.aliases else card.slug)
        source = self._views.source(card)
        return FeedEntry(
            id=uuid.uuid5(uuid.NAMESPACE_URL, self._host + first_address).urn,
            title=card.title,
            url=self._host + self._views.here.article(card.slug),
            published=f"{card.published.earliest}T00:00:00Z",
            summary=card.summary,
            source=source.title if source else None,
            language=card.language,
        )


def _host(site_url: str, base: str) -> str:
    """Scheme and host, to put before a site-rooted address."""
    return site_url.rstrip("/").removesuffix(base.rstrip("/"))
