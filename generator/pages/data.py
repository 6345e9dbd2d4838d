"""Records for programs: a JSON file for each person, and an index of all people and of all topics."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from generator.model.authority import Office, Person, Topic
from generator.model.catalog import PossiblySame
from generator.model.files import DataFile
from generator.pages.reasons import find_link, index_alike
from generator.pages.recipe import Recipe
from generator.pages.views import Views, identifier_links


def plan_people_data(views: Views) -> Iterator[Recipe]:
    """The file of every person who has a page, and the index that search suggests people from."""
    here = views.here
    alike = index_alike(views.catalog)
    for id_, slugs in views.catalog.by_person.items():
        make = partial(_person_data, views, id_, alike.get(id_, ()))
        yield Recipe(url=here.person_data(id_), make=make, listed=False, shows=slugs)
    yield Recipe(url=here.people_data, make=partial(_people_data, views), listed=False, shows=())


def _person_data(views: Views, id_: str, alike: Sequence[PossiblySame]) -> DataFile:
    person = views.catalog.authority.people[id_]
    slugs = views.catalog.by_person[id_]
    return DataFile(
        url=views.here.person_data(id_),
        values=_entry(views, person, slugs)
        | {
            "url": views.here.person(id_),
            "verified": person.verified,
            "offices": [_office(office) for office in person.offices],
            "identifiers": dict(person.identifiers),
            "same_as": [link.url for link in identifier_links(person.identifiers)],
            "born": person.born and person.born.edtf,
            "died": person.died and person.died.edtf,
            "former_ids": list(person.aliases),
            "note": person.note,
            "possibly_same": [_pair(pair, id_) for pair in alike],
            "articles": [_article(views, id_, slug) for slug in slugs],
        },
    )


def _people_data(views: Views) -> DataFile:
    people = views.catalog.authority.people
    entries = [_entry(views, people[id_], slugs) for id_, slugs in views.catalog.by_person.items()]
    return DataFile(url=views.here.people_data, values=entries)


def plan_topics_data(views: Views) -> Iterator[Recipe]:
    """The index that search suggests topics from."""
    yield Recipe(url=views.here.topics_data, make=partial(_topics_data, views), listed=False, shows=())


def _topics_data(views: Views) -> DataFile:
    topics, by_topic = views.catalog.authority.topics, views.catalog.by_topic
    entries = [_entry(views, topic, by_topic.get(id_, ())) for id_, topic in topics.items()]
    return DataFile(url=views.here.topics_data, values=entries)


def _entry(views: Views, record: Person | Topic, slugs: Sequence[str]) -> dict[str, Any]:
    """A record as an index has it; first and last date are days, or None where no article is dated."""
    datings = [views.catalog.cards[slug].published for slug in slugs]
    first = min((dating.earliest for dating in datings if dating.earliest), default=None)
    last = max((dating.latest for dating in datings if dating.latest), default=None)
    return {
        "id": record.id,
        "preferred": record.name,
        "variants": list(record.variants),
        "count": len(slugs),
        "first": first and first.isoformat(),
        "last": last and last.isoformat(),
    }


def _office(office: Office) -> dict[str, str | None]:
    return {
        "title": office.title,
        "organisation": office.organisation,
        "from": office.start.edtf if office.start else None,
        "to": office.end.edtf if office.end else None,
    }


def _pair(pair: PossiblySame, id_: str) -> dict[str, Any]:
    """Somebody who is possibly the same, by id, or by name where there is no page."""
    other = pair.other if pair.one == id_ else pair.one
    return {"id": other, "confidence": pair.confidence, "reason": pair.reason}


def _article(views: Views, id_: str, slug: str) -> dict[str, Any]:
    """An article, and by what name it means somebody, how sure that is, and why."""
    card = views.catalog.cards[slug]
    link = find_link(views.catalog.links_of.get(slug, ()), id_)
    return {
        "title": card.title,
        "url": views.here.article(slug),
        "published": card.published.edtf or None,
        "source": card.source,
        "name": link and link.name,
        "confidence": link and link.confidence,
        "ground": link and link.ground.value,
        "reason": link and link.reason,
    }
