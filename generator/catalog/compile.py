"""Compiling the catalog: names settled, articles in order, and every way to them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator.catalog.claims import check_claims, leave_out_hidden, yield_names
from generator.catalog.names import NameIndex
from generator.catalog.people import settle_people
from generator.catalog.related import RelatedArticles
from generator.catalog.topics import check_topics, settle_topics
from generator.errors import Problem, Severity, Where, did_you_mean
from generator.model.authority import Authority, Source, TextPage
from generator.model.catalog import Card, Catalog
from generator.model.slug import short_digest, slugify
from generator.model.value import replace


def compile_catalog(
    cards: Iterable[Card], authority: Authority, text_pages: tuple[TextPage, ...], *, page_threshold: int
) -> tuple[Catalog, list[Problem]]:
    """Order all articles and settle their people, topics and sources.

    ``page_threshold``: a name that no record settles gets an unverified record when so many articles hold it; 0: never.
    """
    problems = _check_authority(authority)
    ordered = _in_order(_tell_apart(cards, problems))
    people = settle_people(ordered, authority.people, page_threshold)
    people.ids_of = leave_out_hidden(ordered, authority.people, people.ids_of, problems)
    problems.extend(
        _unknown(card, "people", name, authority.people, "list the name as a variant in an existing one")
        for card, name in people.unknown
    )
    sources = _settle_sources(ordered, authority.sources, problems)
    topics = settle_topics(sources.cards, authority.topics, people.ids_of, problems)
    shown = {id_: topic for id_, topic in authority.topics.items() if not topic.hidden}
    by_slug = {card.slug: card for card in sources.cards}
    return Catalog(
        cards=by_slug,
        authority=Authority(people=people.records, topics=shown, sources=sources.records),
        text_pages=text_pages,
        by_person=_invert(people.ids_of),
        by_topic=_invert(topics),
        by_source=_invert({card.slug: (card.source,) for card in sources.cards if card.source}),
        people_of=people.ids_of,
        topics_of=topics,
        names_of=people.names_of,
        links_of=people.links_of,
        possibly_same=people.possibly_same,
        related_of=RelatedArticles(by_slug, people.ids_of, topics),
    ), problems


def _tell_apart(cards: Iterable[Card], problems: list[Problem]) -> list[Card]:
    """The cards, each with a slug of its own."""
    taken: dict[str, Card] = {}
    for card in sorted(cards, key=lambda card: card.path):
        if (other := taken.get(card.slug)) is not None:
            problems.append(
                Problem(
                    where=_where(card),
                    what=f'{other.path} has the address "{card.slug}" too.',
                    remedy="Rename one of the two files.",
                )
            )
            card = replace(card, slug=f"{card.slug}-{short_digest(card.path)}")  # the card as it goes on
        taken[card.slug] = card
    return list(taken.values())


def _in_order(cards: list[Card]) -> list[Card]:
    """Newest first, undated last; within a day by slug."""
    cards = sorted(cards, key=lambda card: card.slug)
    cards.sort(key=lambda card: card.published.earliest or date.min, reverse=True)
    return cards


@dataclass(kw_only=True, slots=True)
class _Sources:
    records: dict[str, Source]
    cards: list[Card]


def _settle_sources(cards: list[Card], records: Mapping[str, Source], problems: list[Problem]) -> _Sources:
    """Outlets by id or name; one that has no record is shown under its name as written, and said."""
    by_name = {name.casefold(): s.id for s in records.values() for name in (s.name, *s.variants, *s.aliases)}
    settled = _Sources(records=dict(records), cards=[])
    for card in cards:
        name = card.source
        if name is not None and name not in settled.records:
            id_ = by_name.get(name.casefold())
            if id_ is None:
                problems.append(_unknown(card, "source", name, records, "correct the name"))
                id_ = slugify(name)
                settled.records.setdefault(id_, Source(id=id_, name=name))
            card = replace(card, source=id_)  # the card as it goes on
        settled.cards.append(card)
    settled.records = dict(sorted(settled.records.items()))
    return settled


def _check_authority(authority: Authority) -> list[Problem]:
    """Names claimed twice, and references between records that lead nowhere."""
    problems = [*check_claims(authority.people), *check_topics(authority)]
    for key, ids in sorted(NameIndex(yield_names(authority.people.values())).claims.items()):
        paths = " and ".join(f"people/{id_}.md" for id_ in ids)
        problems.append(
            Problem(
                where=Where(path=f"content/people/{ids[0]}.md"),
                what=f'The name "{key}" is claimed by {paths}, so it leads to neither.',
                remedy=f"Take the variant out of one, or merge them: dateline people merge {ids[0]} {ids[1]}",
                severity=Severity.WARNING,
            )
        )
    return problems


def _invert(ids_of: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Id to slugs, in the catalog's order; ids in order."""
    slugs: dict[str, list[str]] = defaultdict(list)
    for slug, ids in ids_of.items():
        for id_ in ids:
            slugs[id_].append(slug)
    return {id_: tuple(slugs[id_]) for id_ in sorted(slugs)}


def _unknown(card: Card, key: str, name: str, records: Mapping[str, object], otherwise: str) -> Problem:
    folder = "sources" if key == "source" else key
    hint = did_you_mean(name, records).strip()
    return Problem(
        where=_where(card, key),
        what=f'"{name}" has no authority record.',
        remedy=f"{hint + ' ' if hint else ''}Add content/{folder}/{slugify(name)}.md, or {otherwise}.",
    )


def _where(card: Card, key: str | None = None) -> Where:
    return Where(path=f"content/{card.path}", key=key)
