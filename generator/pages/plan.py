"""The plan: every page of the site."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from generator.errors import Problem, Where
from generator.model.address import TAKEN, Addresses, host_of
from generator.model.catalog import Catalog, Touched
from generator.model.files import SiteFile
from generator.model.page import (
    HomePage,
    Link,
    NotFoundPage,
    Page,
    RedirectPage,
    SearchPage,
    Shard,
    SiteView,
    Tally,
    WrittenPage,
)  # fmt: skip
from generator.model.words import ENGLISH, Words
from generator.pages.about import ID as ABOUT
from generator.pages.about import about_title, plan_about
from generator.pages.articles import plan_articles
from generator.pages.charts import draw_years
from generator.pages.cleaning import plan_cleanings
from generator.pages.data import plan_people_data, plan_topics_data
from generator.pages.date_data import plan_dates_data
from generator.pages.dates import plan_dates, undated_tally, year_tallies
from generator.pages.exports import plan_downloads, plan_downloads_of
from generator.pages.feeds import plan_feeds, plan_sitemaps
from generator.pages.hosting import PAGE_POLICY, host_files
from generator.pages.people import plan_people
from generator.pages.programs import program_files
from generator.pages.recipe import Recipe, Recipes
from generator.pages.redirects import find_moves
from generator.pages.shelves import shelve
from generator.pages.sources import plan_sources
from generator.pages.topics import plan_topics
from generator.pages.views import Views
from generator.site import Site

NO_RECORDS: Mapping[str, str] = {}

MOST_PRESENT = 12
"""How many people, topics and sources the front page shows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Everything to render."""

    site: SiteView
    recipes: Recipes
    """One for every page, feed and list of addresses."""
    last: Sequence[Recipe] = ()
    """Those of them that tell what becomes known when all others are made."""
    whole: bool
    """Whether the recipes are for all of the site; else the rest of it is as it was."""
    problems: tuple[Problem, ...]

    @property
    def urls(self) -> set[str]:
        """The address of every file that the recipes make."""
        return set(self.recipes.urls())


def plan_pages(
    site: Site,
    catalog: Catalog,
    shards: tuple[Shard, ...],
    records: Mapping[str, str] = NO_RECORDS,
    words: Words = ENGLISH,
    touched: Touched | None = None,
) -> Plan:
    """Every page of the site, which speaks ``words``.

    ``shards`` are its search indexes, none when it is built without search. ``records`` are the cleaning records to be
    shown: paths below ``content/``, with stamps. ``touched``: what alone has changed since the last build; then only
    what may show it is planned.
    """
    here = Addresses(site.base)
    settings = site.settings
    views = Views(catalog, here, host_of(settings.url, site.base), words)
    view = _view_site(site, views, catalog, searchable=bool(shards))
    problems: list[Problem] = []
    size, shelves = settings.lists.page_size, shelve(views)
    # What takes longest comes first, so that no process is left with it when all others are done; and what takes most
    # memory, for the rest of it fills up as pages are made.
    downloads = tuple(plan_downloads(views, settings.title)) if settings.downloads.enabled else ()
    articles = plan_articles(views, records)
    about = plan_about(views, records)
    pages = [
        Recipe(url=here.home, make=partial(_home_page, views, site)),
        *plan_people(views, size),
        *plan_topics(views, size),
        *plan_sources(views, size),
        *plan_dates(views, shelves, size),
        _just(
            SearchPage(
                url=here.search,
                title=words.pgettext("page", "Search"),
                description=words.gettext("Search {site}").format(site=settings.title),
                shards=shards,
            )
        ),
        about,
        *_plan_written(views, problems),
    ]
    urls = [*articles.urls(), *(recipe.url for recipe in chain(downloads, pages) if recipe.listed)]
    moves, misled = find_moves(views, set(urls))
    problems += misled
    sitemaps = tuple(plan_sitemaps(views, urls, articles=settings.canonical == "self"))
    files = [
        _just(
            NotFoundPage(
                url=f"{site.base}404.html",
                title=words.gettext("Not found"),
                description=words.gettext("There is nothing at this address."),
            ),
            listed=False,
        ),
        *plan_cleanings(views, records),
        *(
            _just(RedirectPage(url=move.source, title=words.gettext("Moved"), target=move.target), listed=False)
            for move in moves
        ),
        *(_just(file, listed=False) for file in host_files(here, moves)),
        *plan_people_data(views),
        *plan_topics_data(views),
        *plan_dates_data(views, shelves),
        *plan_feeds(views, settings.title, settings.lists),
        *(_just(file, listed=False) for file in program_files(here, views.host, view, len(catalog.cards))),
    ]
    recipes = Recipes(downloads, sitemaps, articles, pages, files)
    if touched is not None:
        recipes = Recipes([recipe for recipe in recipes if _may_show(recipe, touched)])
    last = [about] if about.tells_removed and touched is None else []
    return Plan(site=view, recipes=recipes, last=last, whole=touched is None, problems=tuple(problems))


def _may_show(recipe: Recipe, touched: Touched) -> bool:
    if recipe.slug is not None:
        return recipe.slug in touched.pages
    return recipe.shows is None or not touched.changed.isdisjoint(recipe.shows)


def plan_articles_only(
    site: Site,
    catalog: Catalog,
    shards: tuple[Shard, ...],
    slugs: Collection[str],
    records: Mapping[str, str] = NO_RECORDS,
    words: Words = ENGLISH,
) -> Plan:
    """The part of the same plan that makes the pages of some articles, and the downloads that hold them."""
    views = Views(catalog, Addresses(site.base), host_of(site.settings.url, site.base), words)
    articles = plan_articles(views, records)
    recipes = [
        *(articles[number] for number, slug in enumerate(catalog.cards) if slug in slugs),
        *(plan_downloads_of(views, slugs) if site.settings.downloads.enabled else ()),
    ]
    site_view = _view_site(site, views, catalog, searchable=bool(shards))
    return Plan(site=site_view, recipes=Recipes(recipes), whole=False, problems=())


def _just(page: Page | SiteFile, *, listed: bool = True) -> Recipe:
    """The recipe of what is made already, and shows no article."""
    return Recipe(url=page.url, make=lambda: page, listed=listed, shows=())


def _view_site(site: Site, views: Views, catalog: Catalog, *, searchable: bool) -> SiteView:
    here = views.here
    menu = [views.index_link(kind) for kind in ("people", "topics", "dates", "sources")]
    menu.extend(
        Link(title=page.title, url=here.written(page.id))
        for page in catalog.text_pages
        if page.menu and page.id not in TAKEN
    )
    if not any(page.id == ABOUT for page in catalog.text_pages):
        menu.append(Link(title=about_title(views), url=here.written(ABOUT)))
    settings = site.settings
    return SiteView(
        title=settings.title,
        tagline=settings.tagline,
        description=settings.description or settings.tagline,
        url=settings.url if settings.url.endswith("/") else settings.url + "/",
        base=site.base,
        language=views.words.language,
        direction=views.words.direction,
        menu=tuple(menu),
        feed=here.feed(here.home),
        search=searchable,
        downloads=here.downloads if settings.downloads.enabled else None,
        policy=PAGE_POLICY,
        canonical=settings.canonical,
    )


def _home_page(views: Views, site: Site) -> HomePage:
    catalog, settings = views.catalog, site.settings
    years = year_tallies(views)
    span = (
        ""
        if not years
        else years[0].title
        if len(years) == 1
        else views.words.gettext("{first} to {last}").format(first=years[-1].title, last=years[0].title)
    )
    undated = undated_tally(views)
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
        years=draw_years({int(year.title): year for year in years}, undated, views.words),
    )


def _plan_written(views: Views, problems: list[Problem]) -> Iterator[Recipe]:
    for page in views.catalog.text_pages:
        if page.id in TAKEN:
            problems.append(
                Problem(
                    where=Where(path=f"content/pages/{page.id}.md"),
                    what=f"The address /{page.id}/ belongs to another part of the site.",
                    remedy="Rename the file.",
                )
            )
        elif page.id != ABOUT:
            url = views.here.written(page.id)
            yield _just(WrittenPage(url=url, title=page.title, description=page.title, body=page.body))
