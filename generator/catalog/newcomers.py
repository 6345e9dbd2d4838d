"""Newcomers: who, of all that articles name, has no record and is named often enough for one.

As :func:`generator.catalog.compile_catalog` tells it, without all articles in memory: they are gone through twice.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.catalog.joining import Joiner
from generator.catalog.people import Links, promote
from generator.catalog.register import Found, Register
from generator.model.authority import Person


@dataclass(frozen=True, kw_only=True, slots=True)
class Newcomer:
    """Somebody without a record."""

    person: Person
    first: tuple[tuple[str, str], ...]
    """Of the first few articles in time that name them: the name as printed, and what the article is known by."""


def find_newcomers(
    articles: Iterable[Found],
    records: Mapping[str, Person],
    *,
    threshold: int,
    evidence: int,
    is_new: Callable[[str], bool],
) -> Iterator[Newcomer]:
    """Whoever so many articles name as the ``threshold`` says, and one that ``is_new``; in order of id.

    ``articles``: all of which nobody decided whom they name, the newest first, whenever it is iterated. ``evidence``:
    how many articles are told of each.
    """
    register = Register(records)
    register.add(articles)
    joined = Joiner(register.bearers, register.cast).join()
    people = dict(records)
    promoted = promote(register, joined, people, threshold)
    links = Links(register, joined, promoted)
    ids = frozenset(promoted.values())
    new: set[str] = set()
    first: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for number, found in enumerate(articles):
        here: dict[str, str] = {}
        for link in links.of_found(found, number):
            if link.id in ids:
                here.setdefault(link.id, link.name)
        for id_, name in here.items():
            first[id_].append((name, found.article))
            del first[id_][:-evidence]
        if not new.issuperset(here) and is_new(found.article):
            new.update(here)
    for id_ in sorted(new):
        yield Newcomer(person=people[id_], first=tuple(reversed(first[id_])))
