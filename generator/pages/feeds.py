"""Atom feeds and the sitemap."""

import uuid
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice

from generator.model.address import host_of
from generator.model.catalog import Card
from generator.model.files import Feed, FeedEntry, Sitemap, SitemapEntry
from generator.pages.recipe import Recipe
from generator.pages.views import Views
from generator.site import Lists


def plan_feeds(views: Views, site_url: str, title: str, lists: Lists) -> Iterator[Recipe]:
    """The feeds of the whole archive, of every person, topic and source."""
    here, catalog = views.here, views.catalog
    host = host_of(site_url, here.base)

    def plan(name: str, page_url: str, slugs: Iterable[str]) -> Recipe:
        return Recipe(
            url=here.feed(page_url), make=partial(_feed, views, host, name, page_url, slugs, lists), listed=False
        )

    yield plan(title, here.home, catalog.cards)
    for id_, slugs in catalog.by_person.items():
        yield plan(f"{catalog.authority.people[id_].name} – {title}", here.person(id_), slugs)
    for id_, topic in catalog.authority.topics.items():
        yield plan(f"{topic.name} – {title}", here.topic(id_), catalog.by_topic.get(id_, ()))
    for id_, slugs in catalog.by_source.items():
        yield plan(f"{catalog.authority.sources[id_].name} – {title}", here.source(id_), slugs)


def plan_sitemap(views: Views, site_url: str, urls: Iterable[str]) -> Recipe:
    """All addresses of the site, absolute, in order."""
    host = host_of(site_url, views.here.base)
    url = f"{views.here.base}sitemap.xml"

    def make() -> Sitemap:
        return Sitemap(url=url, entries=tuple(SitemapEntry(url=host + own) for own in sorted(urls)))

    return Recipe(url=url, make=make, listed=False)


def _feed(views: Views, host: str, title: str, page_url: str, slugs: Iterable[str], lists: Lists) -> Feed:
    """The newest articles of a list whose day is certain: a reader of feeds trusts their dates."""
    cards = (views.catalog.cards[slug] for slug in slugs)
    exact = (card for card in cards if card.published.is_exact and (lists.feed_inferred or not card.inferred))
    return Feed(
        url=views.here.feed(page_url),
        title=title,
        page_url=page_url,
        entries=tuple(_entry(views, host, card) for card in islice(exact, lists.feed_entries)),
    )


def _entry(views: Views, host: str, card: Card) -> FeedEntry:
    first_address = views.here.article(card.aliases[0] if card.aliases else card.slug)
    source = views.source(card)
    return FeedEntry(
        id=uuid.uuid5(uuid.NAMESPACE_URL, host + first_address).urn,
        title=card.title,
        url=host + views.here.article(card.slug),
        published=f"{card.published.earliest}T00:00:00Z",
        summary=card.summary,
        source=source.title if source else None,
        language=card.language,
    )
