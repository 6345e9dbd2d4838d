"""Feeds in two formats, and sitemaps."""

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice

from generator.model.catalog import Card
from generator.model.files import Feed, FeedEntry, Sitemap, SitemapEntry
from generator.pages.recipe import Recipe
from generator.pages.views import Views
from generator.site import Lists

MOST_ADDRESSES = 50_000
"""In one sitemap (sitemaps.org, protocol 0.9)."""


def plan_feeds(views: Views, title: str, lists: Lists) -> Iterator[Recipe]:
    """The feeds of the whole archive, of every person, topic and source."""
    here, catalog = views.here, views.catalog
    entries = _Entries(views)

    def plan(name: str, page_url: str, slugs: Collection[str]) -> Iterator[Recipe]:
        urls = {"atom": here.feed(page_url), "json": here.json_feed(page_url)}
        for format_, url in urls.items():
            twin = urls["json" if format_ == "atom" else "atom"]
            frame = Feed(url=url, format=format_, twin=twin, title=name, page_url=page_url, entries=())
            yield Recipe(url=url, make=partial(entries.fill, frame, slugs, lists), listed=False, shows=slugs)

    yield from plan(title, here.home, catalog.cards)
    for id_, slugs in catalog.by_person.items():
        yield from plan(f"{catalog.authority.people[id_].name} – {title}", here.person(id_), slugs)
    for id_, topic in catalog.authority.topics.items():
        yield from plan(f"{topic.name} – {title}", here.topic(id_), catalog.by_topic.get(id_, ()))
    for id_, slugs in catalog.by_source.items():
        yield from plan(f"{catalog.authority.sources[id_].name} – {title}", here.source(id_), slugs)


_KEPT = 512
"""Articles that are kept as feeds have them: the newest, and those of the feed at hand, which has two formats."""


class _Entries:
    """Articles as feeds have them, made once for several feeds that they are in."""

    def __init__(self, views: Views) -> None:
        self._views = views
        self._made: dict[str, FeedEntry] = {}

    def fill(self, frame: Feed, slugs: Iterable[str], lists: Lists) -> Feed:
        """A feed with the newest articles of a list whose day is certain: a reader of feeds trusts their dates."""
        cards = (self._views.catalog.cards[slug] for slug in slugs)
        exact = (card for card in cards if card.published.is_exact and (lists.feed_inferred or not card.inferred))
        return Feed(
            url=frame.url,
            format=frame.format,
            twin=frame.twin,
            title=frame.title,
            page_url=frame.page_url,
            entries=tuple(map(self._entry, islice(exact, lists.feed_entries))),
        )

    def _entry(self, card: Card) -> FeedEntry:
        entry = self._made.get(card.slug)
        if entry is None:
            if len(self._made) >= _KEPT:
                self._made.clear()
            entry = self._made[card.slug] = _entry(self._views, card)
        return entry


def _entry(views: Views, card: Card) -> FeedEntry:
    first_address = views.here.article(card.aliases[0] if card.aliases else card.slug)
    source = views.source(card)
    return FeedEntry(
        id=uuid.uuid5(uuid.NAMESPACE_URL, views.host + first_address).urn,
        title=card.title,
        url=views.host + views.here.article(card.slug),
        published=f"{card.published.earliest}T00:00:00Z",
        summary=card.details.summary,
        source=source.title if source else None,
        language=card.language,
    )


def plan_sitemaps(views: Views, urls: Iterable[str], *, articles: bool) -> Iterator[Recipe]:
    """An index of sitemaps, and a sitemap for each kind of page, of at most 50,000 addresses.

    ``articles``: whether articles are to be known by their pages here.
    """
    base = views.here.base
    kinds: dict[str, list[str]] = {}
    for url in sorted(urls):
        kind, slash, _ = url[len(base) :].partition("/")
        if articles or kind != "articles":
            known = kind in ("articles", "people", "topics", "sources", "dates")
            kinds.setdefault(kind if slash and known else "pages", []).append(url)
    days = _days(views)
    parts = {
        # One text takes half of the space of its lines.
        f"{base}sitemap-{kind}-{number}.xml": "\n".join(own[start : start + MOST_ADDRESSES])
        for kind, own in kinds.items()
        for number, start in enumerate(range(0, len(own), MOST_ADDRESSES), 1)
    }
    for url, part in parts.items():
        yield Recipe(url=url, make=partial(_sitemap, views, url, part, days), listed=False, shows=())
    index = f"{base}sitemap.xml"
    yield Recipe(url=index, make=partial(_index, views, index, parts, days), listed=False, shows=())


def _sitemap(views: Views, url: str, urls: str, days: Mapping[str, str]) -> Sitemap:
    """``urls``: a line each."""
    entries = (SitemapEntry(url=views.host + own, lastmod=_last_day(views, own, days)) for own in urls.split("\n"))
    return Sitemap(url=url, entries=tuple(entries))


def _index(views: Views, url: str, parts: Mapping[str, str], days: Mapping[str, str]) -> Sitemap:
    """``parts``: the address of each sitemap with the addresses in it, a line each."""
    entries = tuple(
        SitemapEntry(
            url=views.host + part,
            lastmod=max((day for own in urls.split("\n") if (day := _last_day(views, own, days))), default=None),
        )
        for part, urls in parts.items()
    )
    return Sitemap(url=url, entries=entries, is_index=True)


def _last_day(views: Views, url: str, days: Mapping[str, str]) -> str | None:
    """The last day that a page speaks of: an article's own, and that of the newest in a list, as ``days`` has it.

    Only days without doubt count. Nothing of a site reads the clock, so no other day is known of a page; pages of which
    none is known have none.
    """
    card = views.catalog.cards.get(url[len(views.here.base) :].removeprefix("articles/").removesuffix("/"))
    if card and url == views.here.article(card.slug):
        return _day_of(card)
    return days.get(url)


def _day_of(card: Card) -> str | None:
    day = card.published.earliest
    return day.isoformat() if day and card.published.is_exact and not card.inferred else None


def _days(views: Views) -> dict[str, str]:
    """The last day that each list speaks of, by address."""
    catalog, here = views.catalog, views.here
    lists: list[tuple[str, Iterable[str]]] = [(here.home, catalog.cards)]
    for address, slugs_of in (
        (here.person, catalog.by_person),
        (here.topic, catalog.by_topic),
        (here.source, catalog.by_source),
    ):
        lists += [(address(id_), slugs) for id_, slugs in slugs_of.items()]
    days = {}
    for url, slugs in lists:
        newest = next((day for slug in slugs if (day := _day_of(catalog.cards[slug]))), None)  # the newest stand first
        if newest:
            days[url] = newest
    return days
