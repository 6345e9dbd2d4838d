"""Pages of people, topics and sources, and their indexes."""

from collections.abc import Callable, Iterator

from generator.model.address import safe_link
from generator.model.page import IndexPage, Link, Page, PersonPage, SourcePage, Tally, TallyGroup, TopicPage
from generator.model.slug import slugify
from generator.pages.lists import Slice, cut_list
from generator.pages.views import Views, describe_life, identifier_links, view_office

COMPANIONS = 12


def plan_people(views: Views, size: int) -> Iterator[Page]:
    """The pages of every person who is named, and their index."""
    here = views.here
    crumbs = (Link(title="People", url=here.index("people")),)
    for id_, slugs in views.catalog.by_person.items():
        person = views.catalog.authority.people[id_]
        url = here.person(id_)
        for part in cut_list(slugs, url, size, here):
            front = part.is_front
            yield PersonPage(
                url=part.url,
                title=person.name,
                description=f"Articles that name {person.name}",
                crumbs=_list_crumbs(crumbs, person.name, url, part),
                feed=here.feed(url),
                groups=views.by_year(part.slugs),
                pager=part.pager,
                count=len(slugs) if front else None,
                variants=person.variants if front else (),
                offices=tuple(map(view_office, person.offices)) if front else (),
                life=describe_life(person) if front else "",
                identifiers=identifier_links(person.identifiers) if front else (),
                verified=person.verified,
                note=person.note if front else "",
                companions=views.top_people(slugs, COMPANIONS, besides=id_) if front else (),
                topics=views.top_topics(slugs, COMPANIONS) if front else (),
            )
    yield _plan_index(views, "people", "People", views.person, views.catalog.by_person, _family_name_letter)


def plan_topics(views: Views, size: int) -> Iterator[Page]:
    """The pages of every topic, and their index. A topic without articles has a page too: a person made its record."""
    here = views.here
    crumbs = (Link(title="Topics", url=here.index("topics")),)
    topics = views.catalog.authority.topics
    narrower: dict[str, list[str]] = {}
    for topic in topics.values():
        for id_ in topic.broader:
            narrower.setdefault(id_, []).append(topic.id)
    for id_, topic in topics.items():
        slugs = views.catalog.by_topic.get(id_, ())
        url = here.topic(id_)
        for part in cut_list(slugs, url, size, here):
            front = part.is_front
            yield TopicPage(
                url=part.url,
                title=topic.name,
                description=f"Articles about {topic.name}",
                crumbs=_list_crumbs(crumbs, topic.name, url, part),
                feed=here.feed(url),
                groups=views.by_year(part.slugs),
                pager=part.pager,
                count=len(slugs) if front else None,
                variants=topic.variants if front else (),
                note=topic.note if front else "",
                broader=tuple(views.topic(t) for t in topic.broader if t in topics) if front else (),
                narrower=tuple(map(views.topic, narrower.get(id_, ()))) if front else (),
                related=tuple(views.topic(t) for t in topic.related if t in topics) if front else (),
                people=views.top_people(slugs, COMPANIONS) if front else (),
            )
    yield _plan_index(views, "topics", "Topics", views.topic, {t: views.catalog.by_topic.get(t, ()) for t in topics})


def plan_sources(views: Views, size: int) -> Iterator[Page]:
    """The pages of every outlet that something was taken from, and their index."""
    here = views.here
    crumbs = (Link(title="Sources", url=here.index("sources")),)
    for id_, slugs in views.catalog.by_source.items():
        source = views.catalog.authority.sources[id_]
        url = here.source(id_)
        for part in cut_list(slugs, url, size, here):
            front = part.is_front
            yield SourcePage(
                url=part.url,
                title=source.name,
                description=f"Articles from {source.name}",
                crumbs=_list_crumbs(crumbs, source.name, url, part),
                feed=here.feed(url),
                groups=views.by_year(part.slugs),
                pager=part.pager,
                count=len(slugs) if front else None,
                homepage=safe_link(source.url) if front else None,
                note=source.note if front else "",
            )

    def link(id_: str) -> Link:
        return Link(title=views.catalog.authority.sources[id_].name, url=here.source(id_))

    yield _plan_index(views, "sources", "Sources", link, views.catalog.by_source)


def _list_crumbs(crumbs: tuple[Link, ...], name: str, url: str, part: Slice) -> tuple[Link, ...]:
    return crumbs if part.is_front else (*crumbs, Link(title=name, url=url))


def _plan_index(
    views: Views,
    noun: str,
    title: str,
    link: Callable[[str], Link],
    slugs_of: dict[str, tuple[str, ...]],
    letter_key: Callable[[str], str] = slugify,
) -> IndexPage:
    """All entries under the first letters of their sort keys."""
    entries: dict[str, list[tuple[str, Tally]]] = {}
    for id_, slugs in slugs_of.items():
        entry = link(id_)
        key = letter_key(entry.title)
        letter = key[0].upper() if key[0].isalpha() else "#"
        entries.setdefault(letter, []).append((key, views.tally(entry, len(slugs))))
    groups = tuple(
        TallyGroup(title=letter, tallies=tuple(tally for _, tally in sorted(entries[letter], key=_by_key)))
        for letter in sorted(entries)
    )
    return IndexPage(
        url=views.here.index(noun),
        title=title,
        description=f"All {noun}",
        noun=noun,
        groups=groups,
        count=len(slugs_of),
    )


def _by_key(entry: tuple[str, Tally]) -> tuple[str, str]:
    return entry[0], entry[1].url


def _family_name_letter(name: str) -> str:
    """People are found under their last name, as in any catalogue of persons."""
    return slugify(f"{name.split()[-1]} {name}")
