"""Pages of topics and sources, and their indexes."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.model.address import safe_link
from generator.model.page import IndexPage, Link, SourcePage, TopicPage
from generator.model.slug import slugify
from generator.pages.indexes import letter_groups
from generator.pages.lists import Slice, cut_list
from generator.pages.recipe import Recipe
from generator.pages.views import Views

COMPANIONS = 12


def plan_topics(views: Views, size: int) -> Iterator[Recipe]:
    """The pages of every topic, and their index. A topic without articles has a page too: a person made its record."""
    here = views.here
    by_topic = {id_: views.catalog.by_topic.get(id_, ()) for id_ in views.catalog.authority.topics}
    for id_, slugs in by_topic.items():
        for part in cut_list(slugs, here.topic(id_), size, here):
            yield Recipe(url=part.url, make=partial(_topic_page, views, id_, part))
    yield _plan_index(views, "topics", views.topic, by_topic)


def plan_sources(views: Views, size: int) -> Iterator[Recipe]:
    """The pages of every outlet that something was taken from, and their index."""
    here = views.here
    for id_, slugs in views.catalog.by_source.items():
        for part in cut_list(slugs, here.source(id_), size, here):
            yield Recipe(url=part.url, make=partial(_source_page, views, id_, part))
    yield _plan_index(views, "sources", views.outlet, views.catalog.by_source)


def _topic_page(views: Views, id_: str, part: Slice) -> TopicPage:
    topics = views.catalog.authority.topics
    topic = topics[id_]
    url, front = views.here.topic(id_), part.is_front
    slugs = views.catalog.by_topic.get(id_, ()) if front else ()
    narrower = [t.id for t in topics.values() if id_ in t.broader] if front else []
    return TopicPage(
        url=part.url,
        title=topic.name,
        description=views.words.gettext("Articles about {topic}").format(topic=topic.name),
        crumbs=_crumbs(views, "topics", topic.name, url, part),
        feed=views.here.feed(url),
        groups=views.by_year(part.slugs),
        pager=part.pager,
        count=len(slugs) if front else None,
        variants=topic.variants if front else (),
        note=topic.note if front else "",
        broader=tuple(views.topic(t) for t in topic.broader if t in topics) if front else (),
        narrower=tuple(map(views.topic, narrower)),
        related=tuple(views.topic(t) for t in topic.related if t in topics) if front else (),
        people=views.top_people(slugs, COMPANIONS),
    )


def _source_page(views: Views, id_: str, part: Slice) -> SourcePage:
    source = views.catalog.authority.sources[id_]
    url, front = views.here.source(id_), part.is_front
    return SourcePage(
        url=part.url,
        title=source.name,
        description=views.words.gettext("Articles from {source}").format(source=source.name),
        crumbs=_crumbs(views, "sources", source.name, url, part),
        feed=views.here.feed(url),
        groups=views.by_year(part.slugs),
        pager=part.pager,
        count=len(views.catalog.by_source[id_]) if front else None,
        homepage=safe_link(source.url) if front else None,
        note=source.note if front else "",
    )


def _crumbs(views: Views, kind: str, name: str, url: str, part: Slice) -> tuple[Link, ...]:
    index = views.index_link(kind)
    return (index,) if part.is_front else (index, Link(title=name, url=url))


def _plan_index(
    views: Views, noun: str, link: Callable[[str], Link], slugs_of: Mapping[str, tuple[str, ...]]
) -> Recipe:
    return Recipe(url=views.here.index(noun), make=partial(_index_page, views, noun, link, slugs_of))


def _index_page(
    views: Views, noun: str, link: Callable[[str], Link], slugs_of: Mapping[str, tuple[str, ...]]
) -> IndexPage:
    entries = [(link(id_), len(slugs)) for id_, slugs in slugs_of.items()]
    own = views.index_link(noun)
    all_of = {"topics": views.words.gettext("All topics"), "sources": views.words.gettext("All sources")}
    return IndexPage(
        url=own.url,
        title=own.title,
        description=all_of[noun],
        noun=noun,
        groups=letter_groups((slugify(entry.title), views.tally(entry, count)) for entry, count in entries),
        count=len(slugs_of),
    )
