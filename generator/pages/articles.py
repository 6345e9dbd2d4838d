"""Article pages: planned as outlines without bodies, composed when the article is at hand."""

from collections.abc import Iterator
from itertools import pairwise

from generator.model.address import safe_link
from generator.model.article import Article
from generator.model.page import ArticlePage, Outline
from generator.pages.views import Views


def plan_articles(views: Views) -> Iterator[Outline]:
    """An outline for every article, in the catalog's order."""
    catalog = views.catalog
    slugs: list[str | None] = [None, *catalog.cards, None]
    for (newer, slug), (_, older) in zip(pairwise(slugs), pairwise(slugs[1:]), strict=False):
        if slug is None:
            continue
        card = catalog.cards[slug]
        yield Outline(
            slug=slug,
            path=card.path,
            digest=card.digest,
            url=views.here.article(slug),
            date=views.date(card.published),
            source=views.source(card),
            people=tuple(map(views.person, catalog.people_of.get(slug, ()))),
            topics=tuple(map(views.topic, catalog.topics_of.get(slug, ()))),
            names=catalog.names_of.get(slug, ()),
            newer=views.article_link(newer) if newer else None,
            older=views.article_link(older) if older else None,
        )


def compose_article_page(outline: Outline, article: Article, summary: str) -> ArticlePage:
    """The page of an article: its outline, and what stands in its own file."""
    date = outline.date
    return ArticlePage(
        url=outline.url,
        title=article.title,
        description=summary,
        crumbs=(),
        language=article.language,
        standfirst=article.standfirst,
        byline=article.byline,
        dateline=article.dateline,
        captions=article.captions,
        body=article.body,
        date=type(date)(
            text=date.text,
            machine=date.machine,
            certain=date.certain,
            url=date.url,
            edtf=date.edtf,
            evidence=article.dating,
        ),
        source=outline.source,
        original_url=safe_link(article.url),
        people=outline.people,
        topics=outline.topics,
        names=outline.names,
        newer=outline.newer,
        older=outline.older,
        original=article.original,
        original_sha256=article.original_sha256,
    )
