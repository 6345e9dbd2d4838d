"""Pages of topics, and their index in two orders."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.model.authority import Topic
from generator.model.page import Branch, IndexPage, Item, Link, Tally, TopicPage
from generator.model.slug import slugify
from generator.pages.indexes import letter_groups
from generator.pages.lists import Slice, cut_list
from generator.pages.recipe import Recipe
from generator.pages.views import Views, identifier_links
from generator.pages.years import chart_years

COMPANIONS = 12


def plan_topics(views: Views, size: int) -> Iterator[Recipe]:
    """The pages of every topic, and their indexes; also of a topic without articles, for a person made its record."""
    here = views.here
    for id_ in views.catalog.authority.topics:
        parts = cut_list(_slugs(views, id_), here.topic(id_), size, here)
        yield Recipe(url=parts[0].url, make=partial(_front_page, views, id_, parts), shows=_slugs(views, id_))
        for part in parts[1:]:
            yield Recipe(url=part.url, make=partial(_older_page, views, id_, part), shows=part.slugs)
    yield from _plan_indexes(views)


def _slugs(views: Views, id_: str) -> tuple[str, ...]:
    return views.catalog.by_topic.get(id_, ())


def _front_page(views: Views, id_: str, parts: Sequence[Slice]) -> TopicPage:
    topics = views.catalog.authority.topics
    topic, slugs, url = topics[id_], _slugs(views, id_), views.here.topic(id_)
    first, latest = _first_and_latest(views, slugs)
    return TopicPage(
        url=url,
        title=topic.name,
        description=views.words.gettext("Articles about {topic}").format(topic=topic.name),
        crumbs=(views.index_link("topics"),),
        feed=views.here.feed(url),
        groups=views.by_year(parts[0].slugs),
        pager=parts[0].pager,
        count=len(slugs),
        variants=topic.variants,
        note=topic.note,
        broader=tuple(views.topic(t) for t in topic.broader if t in topics),
        narrower=tuple(_tally(views, other) for other in topics.values() if id_ in other.broader),
        related=_related(views, topic),
        identifiers=identifier_links(topic.identifiers),
        years=chart_years(views, parts),
        first=first,
        latest=latest,
        people=views.top_people(slugs, COMPANIONS),
        sources=views.source_shares(slugs, COMPANIONS),
    )


def _older_page(views: Views, id_: str, part: Slice) -> TopicPage:
    topic, url = views.catalog.authority.topics[id_], views.here.topic(id_)
    return TopicPage(
        url=part.url,
        title=topic.name,
        description=views.words.gettext("Articles about {topic}").format(topic=topic.name),
        crumbs=(views.index_link("topics"), Link(title=topic.name, url=url)),
        feed=views.here.feed(url),
        groups=views.by_year(part.slugs),
        pager=part.pager,
        count=None,
        variants=(),
        note="",
        broader=(),
        narrower=(),
        related=(),
        identifiers=(),
        years=None,
        first=None,
        latest=None,
        people=(),
        sources=(),
    )


def _related(views: Views, topic: Topic) -> tuple[Link, ...]:
    """The topics next to one, whichever of the two records says so, without the wider and the narrower ones."""
    topics = views.catalog.authority.topics
    others = [id_ for id_ in topic.related if id_ in topics]
    others += [other.id for other in topics.values() if topic.id in other.related]
    return tuple(
        views.topic(id_)
        for id_ in dict.fromkeys(others)
        if id_ not in topic.broader and topic.id not in topics[id_].broader
    )


def _first_and_latest(views: Views, slugs: Sequence[str]) -> tuple[Item | None, Item | None]:
    """The ends of a list that is given newest first, without the undated; none where it has only one."""
    dated = [slug for slug in slugs if views.catalog.cards[slug].published.spans]
    return (views.item(dated[-1]), views.item(dated[0])) if len(dated) > 1 else (None, None)


def _tally(views: Views, topic: Topic) -> Tally:
    return views.tally(views.topic(topic.id), len(_slugs(views, topic.id)))


# ---- The index


def _plan_indexes(views: Views) -> Iterator[Recipe]:
    """The index by letter; and as a tree, where any topic is wider. Below ``by/`` no topic's own page can stand."""
    own = views.index_link("topics")
    by_letter = Link(title=views.words.gettext("A to Z"), url=own.url)
    orders: tuple[Link, ...] = (by_letter,)
    tree = _grow_tree(views)
    if any(branch.branches for branch in tree):
        orders = (by_letter, Link(title=views.words.gettext("As a tree"), url=f"{own.url}by/tree/"))
        yield Recipe(url=orders[1].url, make=partial(_tree_page, views, orders, tree), shows=())
    yield Recipe(url=own.url, make=partial(_letter_page, views, orders), shows=())


def _letter_page(views: Views, orders: tuple[Link, ...]) -> IndexPage:
    own, topics = views.index_link("topics"), views.catalog.authority.topics
    return IndexPage(
        url=own.url,
        title=own.title,
        description=views.words.gettext("All topics"),
        noun="topics",
        groups=letter_groups((slugify(topic.name), _tally(views, topic)) for topic in topics.values()),
        count=len(topics),
        orders=orders if len(orders) > 1 else (),
    )


def _tree_page(views: Views, orders: tuple[Link, ...], tree: tuple[Branch, ...]) -> IndexPage:
    return IndexPage(
        url=orders[1].url,
        title=views.words.gettext("Topics as a tree"),
        description=views.words.gettext("All topics, the narrower ones below the wider"),
        crumbs=(views.index_link("topics"),),
        noun="topics",
        groups=(),
        count=len(views.catalog.authority.topics),
        orders=orders,
        tree=tree,
    )


def _grow_tree(views: Views) -> tuple[Branch, ...]:
    """The topics that nothing is wider than, by name, and below each the narrower ones.

    A topic stands below each that is wider; one that is wider than itself, which is a problem, stands at the top.
    """
    topics = views.catalog.authority.topics
    below: dict[str, list[str]] = {}
    for topic in topics.values():
        for broader in topic.broader:
            below.setdefault(broader, []).append(topic.id)
    shown: set[str] = set()

    def grow(id_: str, above: tuple[str, ...]) -> Branch:
        shown.add(id_)
        narrower = [other for other in below.get(id_, ()) if other not in (*above, id_)]
        branches = tuple(grow(other, (*above, id_)) for other in sorted(narrower, key=by_name))
        return Branch(tally=_tally(views, topics[id_]), branches=branches)

    def by_name(id_: str) -> tuple[str, str]:
        return slugify(topics[id_].name), id_

    tops = [id_ for id_, topic in topics.items() if not any(broader in topics for broader in topic.broader)]
    tree = [grow(id_, ()) for id_ in sorted(tops, key=by_name)]
    tree += [grow(id_, ()) for id_ in sorted(topics, key=by_name) if id_ not in shown]
    return tuple(tree)
