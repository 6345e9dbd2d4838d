"""Topics: which articles have which, and what is wrong with their records."""

from collections.abc import Iterator, Mapping, Sequence

from generator.errors import Problem, Severity, Where, did_you_mean
from generator.model.authority import Authority, Topic, split_reference
from generator.model.catalog import Card
from generator.model.slug import slugify
from generator.model.subjects import find_media_topic, list_broader

_TOO_WIDE = 0.6
"""Share of the articles from which a topic tells nothing."""
_FEWEST = 20
"""Articles of an archive of which shares are told."""

_KINDS = ("terms", "must", "must_not")


def settle_topics(
    cards: Sequence[Card],
    records: Mapping[str, Topic],
    people_of: Mapping[str, Sequence[str]],
    problems: list[Problem],
) -> dict[str, tuple[str, ...]]:
    """Slug to ids of topics, by what people decided or else by what the text holds and the records refer to.

    Names without a record, hidden topics that are listed, and topics that are too wide are added to ``problems``.
    """
    by_name = {name.casefold(): t.id for t in records.values() for name in (t.name, *t.variants, *t.aliases)}
    references = _References(records)
    hidden = {id_ for id_, topic in records.items() if topic.hidden}
    settled = {}
    for card in cards:
        if card.topics is None:
            ids = references.settle(card, people_of.get(card.slug, ()))
        else:
            ids = []
            for name in card.topics:
                id_ = name if name in records else by_name.get(name.casefold())
                if id_ is None:
                    problems.append(_unknown_topic(card, name, records))
                elif id_ in hidden:
                    problems.append(_hidden_topic(card, id_))
                else:
                    ids.append(id_)
        found = tuple(dict.fromkeys(ids))
        settled[card.slug] = card.topics if card.topics == found else found  # one in memory, not two
    problems.extend(_find_too_wide(cards, settled))
    return settled


class _References:
    """What the terms of topics refer to, other than words of the text."""

    def __init__(self, records: Mapping[str, Topic]) -> None:
        self._may: dict[tuple[str, str], list[str]] = {}
        """What is referred to, to the ids of the topics it leads to."""
        self._must: dict[str, list[tuple[str, str]]] = {}
        self._must_not: dict[str, list[tuple[str, str]]] = {}
        for topic in records.values():
            if not topic.hidden:
                for reference in _references(topic.terms):
                    self._may.setdefault(reference, []).append(topic.id)
                for terms, where in ((topic.must, self._must), (topic.must_not, self._must_not)):
                    if references := list(_references(terms)):
                        where[topic.id] = references

    def settle(self, card: Card, people: Sequence[str]) -> list[str]:
        """The topics of an article of which nobody decided."""
        ids = list(card.matched)
        if not (self._may or self._must or self._must_not):
            return ids
        holds = _held_by(card, people)
        led = [id_ for reference in holds if reference in self._may for id_ in self._may[reference]]
        ids += sorted(set(led) - set(ids) - set(card.barred))
        held = set(holds)
        return [
            id_
            for id_ in ids
            if held.issuperset(self._must.get(id_, ())) and held.isdisjoint(self._must_not.get(id_, ()))
        ]


def _references(terms: Sequence[str]) -> Iterator[tuple[str, str]]:
    return (reference for reference in map(split_reference, terms) if reference)


def _held_by(card: Card, people: Sequence[str]) -> list[tuple[str, str]]:
    """Everything about an article that may be referred to; a subject holds the wider ones."""
    subjects = dict.fromkeys(above for id_ in card.subjects for above in (id_, *list_broader(id_)))
    return [
        *(("person", id_) for id_ in people),
        *((("source", card.source),) if card.source else ()),
        *(("subject", id_) for id_ in subjects),
    ]


def check_topics(authority: Authority) -> Iterator[Problem]:
    """References between records that lead nowhere or round in a circle, and subjects that do not exist."""
    topics = authority.topics
    for topic in topics.values():
        for key in ("broader", "related"):
            for id_ in getattr(topic, key):
                if id_ == topic.id:
                    yield _problem(topic.id, key, "It names itself.", "Take it out of the list.")
                elif id_ not in topics:
                    hint = did_you_mean(id_, topics).strip()
                    yield _problem(
                        topic.id, key, f'There is no topic "{id_}".', hint or f"Add content/topics/{id_}.md."
                    )
        if "iptc" in topic.identifiers and find_media_topic(topic.identifiers["iptc"]) is None:
            what = f'"{topic.identifiers["iptc"]}" is no IPTC Media Topic.'
            yield _problem(topic.id, "identifiers", what, "Write an id like medtop:15000000.")
        for key in _KINDS:
            yield from _check_references(authority, topic, key)
    yield from _find_circles(topics)


def _check_references(authority: Authority, topic: Topic, key: str) -> Iterator[Problem]:
    known: dict[str, Mapping[str, object]] = {"person": authority.people, "source": authority.sources}
    for kind, id_ in _references(getattr(topic, key)):
        if kind == "subject":
            if find_media_topic(id_) is None:
                yield _problem(
                    topic.id, key, f'"{id_}" is no IPTC Media Topic.', "Write it like subject:medtop:15000000."
                )
        elif id_ not in known[kind]:
            hint = did_you_mean(id_, known[kind]).strip()
            remedy = hint or "Write the id of a record, or take it out of the list."
            # Somebody without a record may have a page by now, and be meant.
            yield _problem(topic.id, key, f'There is no record of the {kind} "{id_}".', remedy, Severity.WARNING)


def _find_circles(topics: Mapping[str, Topic]) -> Iterator[Problem]:
    """Topics that are wider than themselves; each circle once, at the first of its ids."""
    told: set[str] = set()
    for id_ in topics:
        circle = _find_circle(id_, topics)
        if circle and not told & set(circle):
            told |= set(circle)
            what = f"These topics are wider than each other, in a circle: {' → '.join((*circle, circle[0]))}."
            yield _problem(id_, "broader", what, "Take one of them out of the broader topics of another.")


def _find_circle(start: str, topics: Mapping[str, Topic]) -> list[str]:
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop()
        for broader in topics[way[-1]].broader:
            if broader == start and len(way) > 1:
                return way
            if broader in topics and broader not in seen:
                seen.add(broader)
                ways.append([*way, broader])
    return []


def _find_too_wide(cards: Sequence[Card], settled: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Topics that a machine gives to nearly everything."""
    asked = [card.slug for card in cards if card.topics is None]
    counts: dict[str, int] = {}
    for slug in asked:
        for id_ in settled[slug]:
            counts[id_] = counts.get(id_, 0) + 1
    for id_, count in sorted(counts.items()):
        if len(asked) >= _FEWEST and count > _TOO_WIDE * len(asked):
            yield _problem(
                id_,
                "terms",
                f"Its terms stand in {100 * count // len(asked)} % of the articles, so it tells nothing of any.",
                "Take out the terms that are common, or say what must or must_not be there as well.",
                Severity.WARNING,
            )


def _unknown_topic(card: Card, name: str, records: Mapping[str, Topic]) -> Problem:
    hint = did_you_mean(name, records).strip()
    return Problem(
        where=Where(path=f"content/{card.path}", key="topics"),
        what=f'"{name}" has no authority record.',
        remedy=f"{hint + ' ' if hint else ''}Add content/topics/{slugify(name)}.md, or correct the name.",
    )


def _hidden_topic(card: Card, id_: str) -> Problem:
    return Problem(
        where=Where(path=f"content/{card.path}", key="topics"),
        what=f'"{id_}" is hidden, and still listed here.',
        remedy=f"Take it out of the list, or bring it back: dateline topics unhide {id_}",
    )


def _problem(id_: str, key: str, what: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
    where = Where(path=f"content/topics/{id_}.md", key=key)
    return Problem(where=where, what=what, remedy=remedy, severity=severity)
