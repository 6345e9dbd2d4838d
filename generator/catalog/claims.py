"""Claims of people's records: to names, to former ids, and to be nobody; and where they do not go together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.catalog.names import name_key
from generator.errors import Problem, Severity, Where
from generator.model.authority import Person
from generator.model.catalog import Card

_FOLDER = "content/people"


def yield_names(people: Iterable[Person]) -> list[Person]:
    """The people, each without the names that it leaves to one of whom it says that it is not them.

    Two ministers called Peter Lund may both have a record: the one whose ``distinct`` names the other is found where an
    article lists its id, and the name alone means the other.
    """
    records = {person.id: person for person in people}
    keys = {id_: {name_key(form) for form in (p.name, *p.variants)} for id_, p in records.items()}
    yielding = []
    for person in records.values():
        left = set().union(*(keys[id_] for id_ in person.distinct if id_ in keys and id_ != person.id))
        if left:
            name = "" if name_key(person.name) in left else person.name
            person = replace(person, name=name, variants=tuple(v for v in person.variants if name_key(v) not in left))
        yielding.append(person)
    return yielding


def check_claims(people: Mapping[str, Person]) -> list[Problem]:
    """Former ids that are in use, claimed twice, or lead round in a circle; people who are not themselves."""
    return [*_check_aliases(people), *_check_distinct(people)]


def leave_out_hidden(
    cards: Sequence[Card], people: Mapping[str, Person], ids_of: Mapping[str, tuple[str, ...]], problems: list[Problem]
) -> dict[str, tuple[str, ...]]:
    """The people of each article, by slug, without those that are hidden; an article that lists one is a problem."""
    hidden = {id_ for id_, person in people.items() if person.hidden}
    if not hidden:
        return dict(ids_of)
    for card in cards:
        for id_ in ids_of[card.slug] if card.people is not None else ():
            if id_ in hidden:
                problems.append(
                    Problem(
                        where=Where(path=f"content/{card.path}", key="people"),
                        what=f'"{id_}" is hidden, and still listed here.',
                        remedy=f"Take it out of the list, or bring it back: dateline people unhide {id_}",
                    )
                )
    return {slug: tuple(id_ for id_ in ids if id_ not in hidden) for slug, ids in ids_of.items()}


def _check_aliases(people: Mapping[str, Person]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    told: set[str] = set()
    for id_, person in people.items():
        for alias in person.aliases:
            if alias in people:
                circle = _find_circle(id_, people)
                if id_ not in told:
                    told |= set(circle)
                    yield _alias_in_use(id_, alias, circle)
            elif alias in owners:
                yield _problem(
                    id_,
                    "aliases",
                    f'"{alias}" is an alias of people/{owners[alias]}.md too, so it leads to neither.',
                    "Take it out of one of them.",
                )
            else:
                owners[alias] = id_


def _alias_in_use(id_: str, alias: str, circle: Sequence[str]) -> Problem:
    if circle:
        return _problem(
            id_,
            "aliases",
            f"These records were merged in a circle: {' → '.join((*circle, circle[0]))}.",
            "Keep one of them, and take the aliases that are records out of the others.",
        )
    return _problem(
        id_,
        "aliases",
        f'"{alias}" is a record of its own, so it cannot lead here.',
        f"Take it out of the aliases, or merge the two: dateline people merge {id_} {alias}",
    )


def _find_circle(start: str, people: Mapping[str, Person]) -> list[str]:
    """The ids from one record over the aliases that are records back to it; empty when no way leads back."""
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop()
        for alias in people[way[-1]].aliases:
            if alias == start:
                return way
            if alias in people and alias not in seen:
                seen.add(alias)
                ways.append([*way, alias])
    return []


def _check_distinct(people: Mapping[str, Person]) -> Iterator[Problem]:
    for id_, person in people.items():
        for other in person.distinct:
            if other == id_ or other not in people:
                what = "It says that it is not itself." if other == id_ else f'There is no person "{other}".'
                yield _problem(id_, "distinct", what, "Take it out of the list.", Severity.WARNING)


def _problem(id_: str, key: str, what: str, remedy: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(where=Where(path=f"{_FOLDER}/{id_}.md", key=key), what=what, remedy=remedy, severity=severity)
