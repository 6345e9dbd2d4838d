"""The plan: every page of the site."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Problem, Where
from generator.model.address import TAKEN, Addresses
from generator.model.catalog import Catalog
from generator.model.page import (
    Feed,
    HomePage,
    Link,
    NotFoundPage,
    Outline,
    Page,
    RedirectPage,
    SearchPage,
    Shard,
    Sitemap,
    SiteView,
    Tally,
    WrittenPage,
)  # fmt: skip
from generator.pages.articles import plan_articles
from generator.pages.authorities import plan_people, plan_sources, plan_topics
from generator.pages.dates import plan_dates, year_tallies
from generator.pages.feeds import is_listed, plan_feeds, plan_sitemap
from generator.pages.views import Views
from generator.site import Site

MOST_PRESENT = 12
"""How many people, topics and sources the front page shows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Everything to render."""

    site: SiteView
    outlines: tuple[Outline, ...]
    """Articles, in the catalog's order."""
    pages: tuple[Page, ...]
    """All other pages."""
    feeds: tuple[Feed, ...]
    sitemap: Sitemap
    problems: tuple[Problem, ...]


def plan_pages(site: Site, catalog: Catalog, shards: tuple[Shard, ...]) -> Plan:
    """Every page of the site. ``shards`` are its search indexes, none when it is built without search."""
    here = Addresses(site.base)
    views = Views(catalog, here)
    settings = site.settings
    problems: list[Problem] = []
    outlines = tuple(plan_articles(views))
    pages: list[Page] = [
        _plan_home(views, site),
        *plan_people(views, settings.lists.page_size),
        *plan_topics(views, settings.lists.page_size),
        *plan_sources(views, settings.lists.page_size),
        *plan_dates(views, settings.lists.page_size),
        SearchPage(url=here.search, title="Search", description=f"Search {settings.title}", shards=shards),
        NotFoundPage(url=f"{site.base}404.html", title="Not found", description="There is nothing at this address."),
    ]
    written = list(_plan_written(views, problems))
    pages.extend(written)
    urls = {page.url for page in pages} | {outline.url for outline in outlines}
    pages.extend(_plan_redirects(views, urls, problems))
    listed = [page.url for page in pages if is_listed(page)] + [outline.url for outline in outlines]
    return Plan(
        site=_view_site(site, views, catalog, searchable=bool(shards)),
        outlines=outlines,
        pages=tuple(pages),
        feeds=tuple(plan_feeds(views, settings.url, settings.title, settings.lists.feed_entries)),
        sitemap=plan_sitemap(views, settings.url, listed),
        problems=tuple(problems),
    )


def _view_site(site: Site, views: Views, catalog: Catalog, *, searchable: bool) -> SiteView:
    here = views.here
    menu = [Link(title=kind.capitalize(), url=here.index(kind)) for kind in ("people", "topics", "dates", "sources")]
    menu.extend(
        Link(title=page.title, url=here.written(page.id))
        for page in catalog.text_pages
        if page.menu and page.id not in TAKEN
    )
    settings = site.settings
    return SiteView(
        title=settings.title,
        tagline=settings.tagline,
        description=settings.description or settings.tagline,
        url=settings.url if settings.url.endswith("/") else settings.url + "/",
        base=site.base,
        language=settings.language,
        menu=tuple(menu),
        feed=here.feed(here.home),
        search=searchable,
    )


def _plan_home(views: Views, site: Site) -> HomePage:
    catalog, settings = views.catalog, site.settings
    years = year_tallies(views)
    span = "" if not years else years[0].title if len(years) == 1 else f"{years[-1].title} to {years[0].title}"
    latest = [slug for slug, card in catalog.cards.items() if card.published.spans][: settings.lists.home_articles]
    sources = tuple(
        Tally(title=catalog.authority.sources[id_].name, url=views.here.source(id_), count=len(slugs))
        for id_, slugs in sorted(catalog.by_source.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )
    return HomePage(
        url=views.here.home,
        title=settings.title,
        description=settings.description or settings.tagline,
        feed=views.here.feed(views.here.home),
        article_count=len(catalog.cards),
        span=span,
        latest=views.items(latest),
        people=views.top_people(catalog.cards, MOST_PRESENT),
        topics=views.top_topics(catalog.cards, MOST_PRESENT),
        sources=sources[:MOST_PRESENT],
        years=years,
    )


def _plan_written(views: Views, problems: list[Problem]) -> Iterator[WrittenPage]:
    for page in views.catalog.text_pages:
        if page.id in TAKEN:
            problems.append(
                Problem(
                    where=Where(path=f"content/pages/{page.id}.md"),
                    what=f"The address /{page.id}/ belongs to another part of the site.",
                    remedy="Rename the file.",
                )
            )
        else:
            yield WrittenPage(url=views.here.written(page.id), title=page.title, description=page.title, body=page.body)


def _plan_redirects(views: Views, urls: set[str], problems: list[Problem]) -> Iterator[RedirectPage]:
    """A page at every former address that nothing else stands at."""
    here, authority = views.here, views.catalog.authority
    former = [
        (here.article(a), here.article(card.slug), card.path)
        for card in views.catalog.cards.values()
        for a in card.aliases
    ]
    former += [
        (address(alias), address(record.id), f"{kind}/{record.id}.md")
        for kind, address, records in (
            ("people", here.person, authority.people),
            ("topics", here.topic, authority.topics),
            ("sources", here.source, authority.sources),
        )
        for record in records.values()
        for alias in record.aliases
    ]
    targets: dict[str, str] = {}
    for url, target, path in former:
        if url in urls or url in targets:
            problems.append(
                Problem(
                    where=Where(path=f"content/{path}", key="aliases"),
                    what=f"The former address {url} is in use.",
                    remedy="Take it out of the aliases.",
                )
            )
        elif target in urls:
            targets[url] = target
            yield RedirectPage(url=url, title="Moved", target=target)
