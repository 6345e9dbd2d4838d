"""Article pages: planned as outlines without bodies, composed when the article is at hand."""

from collections.abc import Collection
from functools import partial

from generator.model.address import host_of, safe_link
from generator.model.article import Article
from generator.model.page import ArticlePage, Neighbour, Outline, SiteView
from generator.model.value import replace
from generator.pages.authors import read_authors
from generator.pages.citations import Work, cite
from generator.pages.reasons import list_inferences, list_unlinked
from generator.pages.recipe import Recipe, RecipesOnDemand
from generator.pages.relations import view_grounds, view_related, view_subjects
from generator.pages.views import Views


def plan_articles(views: Views, records: Collection[str]) -> RecipesOnDemand:
    """An outline for every article, in the catalog's order; ``records`` are the cleaning records that are shown."""
    slugs = (None, *views.catalog.cards, None)

    def plan(number: int) -> Recipe:
        newer, slug, older = slugs[number : number + 3]
        assert slug is not None
        return Recipe(
            url=views.here.article(slug),
            make=partial(_outline, views, slug, newer, older, records),
            slug=slug,
        )

    return RecipesOnDemand(len(views.catalog.cards), plan, lambda: map(views.here.article, views.catalog.cards))


def _outline(views: Views, slug: str, newer: str | None, older: str | None, records: Collection[str]) -> Outline:
    catalog = views.catalog
    card = catalog.cards[slug]
    return Outline(
        slug=slug,
        path=card.path,
        digest=card.digest,
        url=views.here.article(slug),
        description=card.details.summary,
        date=views.date(card.published),
        source=views.source(card),
        people=tuple(map(views.person, catalog.people_of.get(slug, ()))),
        topics=tuple(map(views.topic, catalog.topics_of.get(slug, ()))),
        names=list_unlinked(views, slug),
        inferences=list_inferences(views, slug),
        name_links=views.name_links(slug),
        grounds=view_grounds(views, slug),
        subjects=view_subjects(card),
        related=view_related(views, slug),
        newer=_neighbour(views, newer) if newer else None,
        older=_neighbour(views, older) if older else None,
        cleaning=views.here.cleaning(slug) if card.record in records else None,
    )


def _neighbour(views: Views, slug: str) -> Neighbour:
    card = views.catalog.cards[slug]
    return Neighbour(
        title=card.title,
        url=views.here.article(slug),
        language=card.language,
        date=views.date(card.published).text,
    )


def compose_article_page(outline: Outline, article: Article, site: SiteView) -> ArticlePage:
    """The page of an article: its outline, and what stands in its own file."""
    url = host_of(site.url, site.base) + outline.url
    original_url = safe_link(article.url)
    authors = read_authors(article.byline)
    work = Work(
        slug=outline.slug,
        title=article.title,
        authors=authors,
        publication=outline.source.title if outline.source else None,
        published=article.published,
        is_stated=not article.dating,
        original_url=original_url,
        url=url,
        archive=site.title,
        language=article.language,
    )
    return ArticlePage(
        url=outline.url,
        title=article.title,
        description=outline.description,
        crumbs=(),
        language=article.language,
        standfirst=article.standfirst,
        byline=article.byline,
        dateline=article.dateline,
        captions=article.captions,
        body=article.body,
        date=replace(outline.date, evidence=article.dating),
        source=outline.source,
        original_url=original_url,
        people=outline.people,
        topics=outline.topics,
        names=outline.names,
        inferences=outline.inferences,
        name_links=outline.name_links,
        grounds=outline.grounds,
        subjects=outline.subjects,
        related=outline.related,
        newer=outline.newer,
        older=outline.older,
        original=article.original,
        original_sha256=article.original_sha256,
        cleaning=outline.cleaning,
        authors=authors,
        canonical=(original_url if site.canonical == "original" else None) or url,
        citation=cite(work),
    )
